"""Perdagangan & Jasa: what trade and services contributed to growth, and what they weigh in the economy."""

import pandas as pd

from model.dimensions import Measure, PriceBasis, Unit
from model.items import GROUPS, OTHERS, TOTAL
from text import comparison, lookup, narrative, ranking, trend
from text.lookup import say
from views import headline, missing
from views.frame import at, inputs, result, select
from views.growth import statuses, values
from views.headline import BOTH, CONTRIBUTION, KIND, SERVICES, TRADE, Headline
from views.period import periods, span
from views.view import NOBODY, Offer, Panel, State, View
from views.words import composition, notes, period_status, subtitle, whole

PARTS = (TRADE, SERVICES, OTHERS)
INSIDE = GROUPS["SERVICES"]
SMALL = 6


def offer(obs: pd.DataFrame, region: str, period: str) -> Offer:
    """What *Perdagangan & Jasa* lets choose: contributions only, which exist at constant prices."""
    first = CONTRIBUTION[headline.news(obs, region, period).kind] if period else Measure.CONTRIBUTION_YOY
    kinds = tuple(CONTRIBUTION.values()) if len(period) > 4 else (Measure.CONTRIBUTION_YOY,)
    return Offer(
        periods=periods(obs, region),
        measures=tuple(dict.fromkeys((first, *kinds))),
        bases=(PriceBasis.CONSTANT_2010,),
        items=INSIDE,
        compare=headline.others(region, first=headline.neighbour(region)),
    )


def view(obs: pd.DataFrame, state: State) -> View:
    """The page: contributions over time, inside services, weight in the economy, and against another region."""
    own = select(obs, {state.region}, state.frequency)
    both = select(obs, {state.region, state.compare}, state.frequency)
    story = headline.headline(obs, state.region, state.period, KIND[state.measure])
    panels = (
        _contributions(own, state),
        _inside(own, state),
        _against(both, state),
        _weight(own, state),
        _one_by_one(both, state),
    )
    return View(
        finding=narrative.trade_services(
            state.region, state.period, story.together, story.growth, state.lang, kind=story.kind, status=story.status
        ),
        remark=_remark(story, state),
        status=story.status,
        panels=tuple(panel for panel in panels if panel is not None),
        missing=missing.sentences(obs, state),
    )


def _remark(story: Headline, state: State) -> str:
    """What the headline says of the region, and what trade and services are made of."""
    parts = (headline.sentence(story, state.lang), headline.rounding(story, state.lang), composition(state.lang))
    return " ".join(part for part in parts if part)


def _contributions(own: pd.DataFrame, state: State) -> Panel | None:
    """Stacked columns of trade, services and the rest, with the growth of GRDP on top."""
    frame = result(own, state.measure, (*PARTS, TOTAL), periods=span(own, state.region, state.frequency, state.period))
    known = set(frame.loc[(frame["item"] == TRADE) & frame["value"].notna(), "period"])
    frame = frame[frame["period"].isin(known)].reset_index(drop=True)
    if not known:
        return None
    trade = frame[frame["item"] == TRADE]
    about = trend.subject("contribution", state.lang, item=TRADE)
    return Panel(
        key="trade_services.contributions",
        chart="stack",
        title=trend.since_sentence(values(trade, "period"), about, state.lang, statuses=statuses(trade)),
        subtitle=subtitle(frame, state.region, state.lang, say("key.diamond", state.lang)),
        result=frame,
        rows=inputs(own, frame, lead=1),
        notes=(say("key.rest_of_total", state.lang) + ".", *notes(frame, state.lang)),
    )


def _inside(own: pd.DataFrame, state: State) -> Panel | None:
    """The services one by one: bars of the period, circles of the period before."""
    items = state.items or INSIDE
    before = narrative.base_period(state.period, KIND[state.measure])
    frame = result(own, state.measure, items, periods=(before, state.period))
    frame = frame[frame["value"].notna()].reset_index(drop=True)
    now = frame[frame["period"] == state.period]
    if now.empty:
        return None
    words = {"now": _marked(frame, state.period, state.lang), "before": _marked(frame, before, state.lang)}
    title = ranking.largest_contributor(values(now), state.lang, within=SERVICES, top=2) if whole(now, INSIDE) else ""
    signs = say("key.bar_circle" if words["before"] else "key.bar", state.lang, **words)
    return Panel(
        key="trade_services.inside",
        chart="pairs",
        title=title or say("panel.by_industry", state.lang, measure=lookup.measure(state.measure, state.lang)),
        subtitle=subtitle(frame, state.region, state.lang, signs, say("key.public_services", state.lang)),
        result=frame,
        rows=inputs(own, frame, lead=1),
        notes=notes(now, state.lang),
        options={"now": state.period, "before": before},
    )


def _against(both: pd.DataFrame, state: State) -> Panel | None:
    """Trade, services and the rest of growth, in the region and the one it is compared with."""
    if state.compare == NOBODY:
        return None
    frame = result(both, state.measure, (*PARTS, TOTAL, BOTH), periods=(state.period,))
    frame = frame[frame["value"].notna()].reset_index(drop=True)
    if set(frame.loc[frame["item"] == TRADE, "region"]) != {state.region, state.compare}:
        return None
    here, there = (frame[frame["region"] == code] for code in (state.region, state.compare))
    title = comparison.against_region(
        state.region,
        float(at(here, BOTH)["value"]),
        state.compare,
        float(at(there, BOTH)["value"]),
        state.lang,
        own_growth=float(at(here)["value"]),
        other_growth=float(at(there)["value"]),
    )
    return Panel(
        key="trade_services.regions",
        chart="stack_regions",
        title=title,
        subtitle=subtitle(frame, "", state.lang),
        result=frame,
        rows=inputs(both, frame, lead=1),
        notes=notes(frame, state.lang),
        options={"order": (state.region, state.compare)},
    )


def _weight(own: pd.DataFrame, state: State) -> Panel | None:
    """What trade and services make of GRDP: the distribution at current prices, else weights at constant prices."""
    wanted = span(own, state.region, state.frequency, state.period)
    frame = result(own, Measure.SHARE, PARTS, PriceBasis.CURRENT, wanted)
    current = frame.loc[frame["item"] == TRADE, "value"].notna().any()
    if not current:
        frame = result(own, Measure.SHARE, PARTS, PriceBasis.CONSTANT_2010, wanted)
    known = set(frame.loc[(frame["item"] == TRADE) & frame["value"].notna(), "period"])
    frame = frame[frame["period"].isin(known)].reset_index(drop=True)
    if not known:
        return None
    services = frame[frame["item"] == SERVICES]
    about = trend.subject("share" if current else "weight", state.lang, item=SERVICES)
    name = "" if current else say("panel.weight", state.lang)
    return Panel(
        key="trade_services.weight",
        chart="structure_columns",
        title=trend.since_sentence(
            values(services, "period"), about, state.lang, unit=Unit.PERCENT, statuses=statuses(services)
        ),
        subtitle=subtitle(frame, state.region, state.lang, name=name),
        result=frame,
        rows=inputs(own, frame),
        notes=() if current else (say("key.weight", state.lang) + ".",),
        options={"parts": PARTS},
    )


def _one_by_one(both: pd.DataFrame, state: State) -> Panel | None:
    """Small multiples: the growth of trade and the services that contributed most, here and there, on one scale."""
    if state.compare == NOBODY:
        return None
    own = both[both["region"] == state.region]
    items = _leading(own, state)
    wanted = span(own, state.region, state.frequency, state.period)
    frame = result(both, KIND[state.measure], items, periods=wanted).dropna(subset="value")
    frame = frame[frame["period"].isin(frame.loc[frame["region"] == state.region, "period"])].reset_index(drop=True)
    here, there = (
        frame[(frame["region"] == code) & (frame["period"] == state.period)] for code in (state.region, state.compare)
    )
    if here.empty or there.empty:
        return None
    title = ranking.faster_here(
        values(here),
        values(there),
        state.period,
        (state.region, state.compare),
        state.lang,
        status=period_status(here, state.period),
    )
    return Panel(
        key="trade_services.one_by_one",
        chart="multiples",
        title=title,
        subtitle=subtitle(
            frame,
            "",
            state.lang,
            say("key.grey_region", state.lang, region=lookup.region(state.compare, state.lang)),
            say("key.same_scale", state.lang),
        ),
        result=frame,
        rows=inputs(both, frame, lead=1),
        notes=notes(frame, state.lang),
        hatch="lines",
        options={"items": items, "chosen": state.region},
        told=_one_told(here, there, state),
    )


def _one_told(here: pd.DataFrame, there: pd.DataFrame, state: State) -> dict[str, str]:
    """The growth of each item, here and there, in words; nothing of an item that one of both lacks."""
    own, theirs, pair = values(here), values(there), (state.region, state.compare)
    mark = {state.period: str(period_status(here, state.period))}
    found = {
        code: comparison.lead({state.period: own[code]}, {state.period: theirs[code]}, pair, state.lang, statuses=mark)
        for code in own
        if code in theirs
    }
    return {code: f"{lookup.item(code, state.lang, short=True)}: {words}" for code, words in found.items()}


def _leading(own: pd.DataFrame, state: State) -> tuple[str, ...]:
    """Trade, and the services chosen, else those that contributed most."""
    points = result(own, state.measure, INSIDE, periods=(state.period,)).dropna(subset="value")
    ranked = points.sort_values("value", ascending=False)["item"].head(SMALL - 1)
    return ("G", *(state.items or tuple(ranked)))


def _marked(frame: pd.DataFrame, period: str, lang: str) -> str:
    """A period with the mark of its figures; empty where the frame has none of it."""
    status = period_status(frame, period)
    return lookup.period(period, lang, status) if status else ""
