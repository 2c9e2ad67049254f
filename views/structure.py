"""Struktur: what the economy is made of, at current prices, where current prices exist."""

from collections.abc import Sequence

import pandas as pd

from model.dimensions import Measure, PriceBasis, Unit
from model.items import INDUSTRIES, THREE_GROUPS, TOTAL
from model.period import parse
from text import composition, lookup, trend
from text.lookup import say
from text.phrase import printed, when
from views import headline, lacking, missing
from views.frame import SHOWN, inputs, result, select
from views.growth_total import statuses, values
from views.period import periods, span
from views.view import NOBODY, Offer, Panel, State, View
from views.words import LAST_DIGIT, period_status, subtitle, whole

LEADERS = 2


def offer(obs: pd.DataFrame, region: str, period: str) -> Offer:
    """What *Struktur* lets choose: shares at current prices, which are the only ones called structure.

    The industries are offered where all 17 have a share in the period; elsewhere there are none to choose from.
    """
    own = select(obs, {region}, parse(period).frequency) if period else obs.iloc[:0]
    shares = result(own, Measure.SHARE, INDUSTRIES, PriceBasis.CURRENT, (period,))
    return Offer(
        periods=periods(obs, region),
        measures=(Measure.SHARE,),
        bases=(PriceBasis.CURRENT,),
        items=INDUSTRIES if whole(shares) else (),
        compare=headline.others(region, first=headline.neighbour(region)),
    )


def view(obs: pd.DataFrame, state: State) -> View:
    """The page: groups and industries of the period, the groups over time and against another region."""
    both = select(obs, {state.region, state.compare}, state.frequency)
    own = both[both["region"] == state.region]
    panels = (
        groups(own, state, "structure.groups"),
        _industries(own, state),
        _over_time(own, state),
        _regions(both, state),
    )
    finding, remark, status = _finding(own, state)
    return View(
        finding=finding,
        remark=remark,
        status=status,
        panels=tuple(panel for panel in panels if panel is not None),
        missing=missing.sentences(obs, state),
    )


def _finding(own: pd.DataFrame, state: State) -> tuple[str, str, str]:
    """What dominates, by industries where they stand, else by groups, and a remark; or that it is missing."""
    for items in (INDUSTRIES, THREE_GROUPS):
        shares = result(own, Measure.SHARE, items, PriceBasis.CURRENT).dropna(subset="value")
        now = shares[shares["period"] == state.period]
        if len(now) == len(items):
            earlier = max((text for text in shares["period"] if text < state.period), default="")
            finding, remark = _words(now, shares[shares["period"] == earlier], state)
            if items == THREE_GROUPS:
                why = lacking.because(own, state, 0, INDUSTRIES)
                remark = say("lack.by_groups", state.lang, because=why)
            return finding, remark, period_status(now, state.period) or ""
    region = lookup.region_in_sentence(state.region, state.lang)
    mark = periods(own, state.region).get(state.period)
    return say("missing.structure", state.lang, region=region, when=when(state.period, state.lang, mark)), "", ""


def _words(now: pd.DataFrame, before: pd.DataFrame, state: State) -> tuple[str, str]:
    """The finding and the remark on the shares of a period, given those of the period before."""
    shares, previous, lang = values(now), values(before), state.lang
    status = period_status(now, state.period) or ""
    place = (state.region, state.period, lang)
    chosen = {code: shares[code] for code in state.items if code in shares}
    if chosen:
        return composition.chosen(chosen, *place, status=status), ""
    if THREE_GROUPS[0] in shares:
        return composition.structure(shares, *place, status=status, previous=previous), ""
    earlier = before["period"].iloc[0] if len(before) else ""
    marked = period_status(before, earlier) if earlier else None
    remarks = (
        composition.leaders_together(shares, lang, said=LEADERS),
        composition.unchanged(shares, previous, earlier, lang, status=marked) if earlier else "",
    )
    finding = composition.structure(shares, *place, status=status, previous=previous, top=LEADERS)
    return finding, " ".join(part for part in remarks if part)


def _industries(own: pd.DataFrame, state: State) -> Panel | None:
    """Ranked bars of the industries' shares."""
    frame = result(own, Measure.SHARE, state.items or INDUSTRIES, PriceBasis.CURRENT, (state.period,))
    if frame["value"].notna().sum() < 2:
        return None
    title = composition.largest_share(values(frame), state.lang) if whole(frame) else ""
    return Panel(
        key="structure.industries",
        chart="structure_ranked",
        title=title or say("panel.by_industry", state.lang, measure=lookup.measure(Measure.SHARE, state.lang)),
        subtitle=subtitle(frame, state.region, state.lang, say("key.trade_services_other", state.lang)),
        result=frame,
        rows=inputs(own, frame),
        notes=_rounding(frame, INDUSTRIES, state.lang),
    )


def groups(own: pd.DataFrame, state: State, key: str) -> Panel | None:
    """One bar of the primary, secondary and tertiary industries; None where the period has no current prices."""
    frame = result(own, Measure.SHARE, THREE_GROUPS, PriceBasis.CURRENT, (state.period,))
    if frame["value"].isna().any() or frame.empty:
        return None
    shares = values(frame)
    largest = max(shares, key=lambda code: shares[code])
    return Panel(
        key=key,
        chart="structure",
        title=composition.fraction(shares[largest], largest, state.lang),
        subtitle=subtitle(frame, state.region, state.lang),
        result=frame,
        rows=inputs(own, frame),
        notes=_group_notes(frame, state.lang),
    )


def _over_time(own: pd.DataFrame, state: State) -> Panel | None:
    """Stacked columns of the three groups over the periods that have current prices."""
    wanted = span(own, state.region, state.frequency, state.period)
    frame = result(own, Measure.SHARE, THREE_GROUPS, PriceBasis.CURRENT, wanted)
    known = set(frame.loc[(frame["item"] == "TERTIARY") & frame["value"].notna(), "period"])
    if len(known) < 2:
        return None
    frame = frame[frame["period"].isin(known)].reset_index(drop=True)
    tertiary = frame[frame["item"] == "TERTIARY"]
    about = trend.subject("share", state.lang, item="TERTIARY")
    return Panel(
        key="structure.time",
        chart="structure_columns",
        title=trend.since_sentence(
            values(tertiary, "period"), about, state.lang, unit=Unit.PERCENT, statuses=statuses(tertiary)
        ),
        subtitle=subtitle(frame, state.region, state.lang),
        result=frame,
        rows=inputs(own, frame),
        notes=_group_notes(frame, state.lang),
    )


def _regions(both: pd.DataFrame, state: State) -> Panel | None:
    """The three groups of the region and of the one it is compared with."""
    if state.compare == NOBODY:
        return None
    frame = result(both, Measure.SHARE, (*THREE_GROUPS, TOTAL), PriceBasis.CURRENT, (state.period,))
    frame = frame[frame["value"].notna()].reset_index(drop=True)
    tertiary = frame[frame["item"] == "TERTIARY"]
    if set(tertiary["region"]) != {state.region, state.compare}:
        return None
    shares = values(tertiary, "region")
    names = {
        "region": lookup.region_in_sentence(state.region, state.lang),
        "other": lookup.region_in_sentence(state.compare, state.lang),
    }
    return Panel(
        key="structure.regions",
        chart="stack_regions",
        title=say(_compared(shares[state.region], shares[state.compare]), state.lang, **names),
        subtitle=subtitle(frame, "", state.lang),
        result=frame,
        rows=inputs(both, frame),
        notes=_group_notes(frame, state.lang),
        options={"parts": THREE_GROUPS, "order": (state.region, state.compare)},
    )


def _group_notes(frame: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """What the three groups are made of, and that printed shares do not add where they do not."""
    return (say("key.groups", lang) + ".", *_rounding(frame, THREE_GROUPS, lang))


def _rounding(frame: pd.DataFrame, parts: Sequence[str], lang: str) -> tuple[str, ...]:
    """The footnote on rounding, where the printed shares of `parts` do not add to 100 in a region and period."""
    shares = frame[frame["item"].isin(list(parts)) & frame["value"].notna()]
    sums = shares.groupby(["region", "period"])[SHOWN].agg(["sum", "count"])
    off = (sums["count"] == len(parts)) & ((sums["sum"] - 100).abs() > LAST_DIGIT / 2)
    return (say("note.rounding", lang),) if off.any() else ()


def _compared(own: float, other: float) -> str:
    if printed(own) == printed(other):
        return "panel.same_tertiary"
    return "panel.more_tertiary" if own > other else "panel.less_tertiary"
