"""Pertumbuhan: growth by industry in one period, and over time, by any measure and of any industries."""

from math import isnan

import pandas as pd

from model.dimensions import Measure, PriceBasis, Unit
from model.items import INDUSTRIES, RESIDUAL, TOTAL
from text import comparison, lookup, ranking, trend
from text.lookup import say
from text.phrase import present
from views import growth_words, headline, missing
from views.frame import at, inputs, result, select
from views.growth_words import RATES
from views.headline import KIND
from views.period import periods
from views.view import NOBODY, Offer, Panel, State, View
from views.words import at_basis, based, measure_name, notes, subtitle, whole

ANNUAL = (
    Measure.YOY,
    Measure.CONTRIBUTION_YOY,
    Measure.CAGR,
    Measure.INDEX,
    Measure.LEVEL,
    Measure.CHANGE,
    Measure.DEFLATOR,
    Measure.DEFLATOR_YOY,
)
QUARTERLY = (
    Measure.YOY,
    Measure.QTQ,
    Measure.CTC,
    Measure.CONTRIBUTION_YOY,
    Measure.CONTRIBUTION_QTQ,
    Measure.CONTRIBUTION_CTC,
    Measure.LEVEL,
    Measure.CHANGE,
    Measure.DEFLATOR,
    Measure.DEFLATOR_YOY,
)


def offer(obs: pd.DataFrame, region: str, period: str) -> Offer:
    """What *Pertumbuhan* lets choose. A quarter without a year before opens with the growth on the quarter before."""
    measures = QUARTERLY if len(period) > 4 else ANNUAL
    kind = headline.news(obs, region, period).kind if period else Measure.YOY
    return Offer(
        periods=periods(obs, region),
        measures=tuple(dict.fromkeys((kind, *measures))),
        bases=(PriceBasis.CONSTANT_2010, PriceBasis.CURRENT),
        items=INDUSTRIES,
        compare=headline.others(region, first=headline.neighbour(region)),
    )


def view(obs: pd.DataFrame, state: State) -> View:
    """The page: industries of the period, industries over time, and the region against another."""
    regions = {state.region} | ({state.compare} - {NOBODY})
    here = select(obs, regions, state.frequency)
    own = here[here["region"] == state.region]
    base = _base(own, state)
    rates = _rates(own, state, base)
    panels = (_by_industry(own, rates, state, base), _over_time(own, rates, state, base), _regions(here, state))
    finding, remark = growth_words.words(rates, state, base)
    story = headline.news(obs, state.region, state.period)
    return View(
        finding=finding or headline.sentence(story, state.lang),
        remark=remark,
        status=story.status,
        panels=tuple(panel for panel in panels if panel is not None),
        missing=missing.sentences(obs, state),
    )


def values(frame: pd.DataFrame, by: str = "item") -> dict[str, float]:
    """The values of a frame by item, or by period or region."""
    return dict(zip(frame[by], frame["value"], strict=True))


def statuses(frame: pd.DataFrame) -> dict[str, str]:
    """The status of each period that has a value, for one item."""
    present = frame[frame["value"].notna()]
    return dict(zip(present["period"], present["status"], strict=True))


def _asked(state: State) -> tuple[str, ...]:
    """The industries asked for and TOTAL; with all industries of a contribution, what the sum leaves too."""
    chosen = state.items or INDUSTRIES
    residual = (RESIDUAL,) if state.measure in KIND and not state.items else ()
    return (*chosen, *residual, TOTAL)


def _rates(own: pd.DataFrame, state: State, base: int) -> pd.DataFrame:
    """The measure of the industries asked for; no row of a compound average up to its first year or before."""
    if state.measure != Measure.CAGR:
        return result(own, state.measure, _asked(state), state.basis, base=base)
    if int(state.period) <= base:
        return result(own, state.measure, _asked(state), state.basis).iloc[:0]
    return result(own, state.measure, _asked(state), state.basis, base=base, last=state.period)


def _base(own: pd.DataFrame, state: State) -> int:
    """The first year in which the industries asked for all stand: one base for every line of an index or average."""
    chosen = state.items or INDUSTRIES
    there = own[own["item"].isin(chosen) & (own["price_basis"] == state.basis)]
    counts = there.groupby("period")["item"].nunique()
    return int(min(counts[counts == len(chosen)].index, default="2010")[:4])


def of_period(rates: pd.DataFrame, state: State) -> pd.DataFrame:
    """The rows of the period asked for; of a compound average, the span that ends there."""
    return rates[rates["period"].str.endswith(state.period)]


def _by_industry(obs: pd.DataFrame, rates: pd.DataFrame, state: State, base: int) -> Panel | None:
    """Horizontal bars: the industries of the period, with GRDP as the line or the first bar."""
    now = of_period(rates, state)
    if now[now["item"] != TOTAL]["value"].notna().sum() == 0:
        return None
    industries, total = values(now[now["item"].isin(INDUSTRIES)]), float(at(now)["value"])
    chart, title = "growth" if state.measure == Measure.CAGR else "ranked", ""
    if state.measure in KIND:
        chart, title = "contribution", ranking.largest_contributor(industries, state.lang)
    elif state.measure in RATES:
        chart, title = "growth", "" if isnan(total) else ranking.faster_than_total(industries, total, state.lang)
    elif now["unit"].iloc[0] == Unit.BILLION_IDR:
        now = now[now["item"] != TOTAL]
    title = at_basis(title, state.basis, state.lang) if whole(now) else ""
    name = measure_name(state.measure, state.basis, state.lang)
    return Panel(
        key="growth.industries",
        chart=chart,
        title=title or say("panel.by_industry", state.lang, measure=name),
        subtitle=subtitle(
            now,
            state.region,
            state.lang,
            *based(state.measure, base, state.lang),
            say("key.trade_services_other", state.lang),
        ),
        result=now.reset_index(drop=True),
        rows=inputs(obs, now, lead=1, base=base),
        notes=notes(now, state.lang),
    )


def _over_time(obs: pd.DataFrame, rates: pd.DataFrame, state: State, base: int) -> Panel | None:
    """Lines: the industries over the periods up to the one asked for; some coloured, the others thin."""
    if state.measure == Measure.CAGR:
        return None
    past = rates[(rates["period"] <= state.period) & (rates["item"] != RESIDUAL)]
    there = past[(past["item"] != TOTAL) & past["value"].notna()]
    known = sorted(there["period"].unique())
    if len(known) < 2:
        return None
    past = past[past["period"].between(known[0], known[-1])]
    if past["unit"].iloc[0] == Unit.BILLION_IDR:
        past = past[past["item"] != TOTAL]
    latest, before = (values(there[there["period"] == text]) for text in (known[-1], known[-2]))
    earlier = values(there[there["period"] == known[-3]]) if len(known) > 2 else None
    chosen = state.items or _telling(latest, before)
    small = tuple(there.loc[there["reason"] == "small_base", "item"])
    title = ""
    if state.measure in RATES and set(INDUSTRIES) <= present(latest).keys() & present(before).keys():
        title = comparison.movers(latest, before, state.lang, earlier=earlier, leave_out=small)
        title = at_basis(title, state.basis, state.lang)
    thin = () if state.items else (say("key.thin_lines", state.lang),)
    return Panel(
        key="growth.time",
        chart="lines",
        title=title or say("panel.over_time", state.lang, measure=measure_name(state.measure, state.basis, state.lang)),
        subtitle=subtitle(past, state.region, state.lang, *based(state.measure, base, state.lang), *thin),
        result=past.reset_index(drop=True),
        rows=inputs(obs, past, lead=1, base=base),
        notes=notes(past, state.lang),
        hatch="lines",
        options={"chosen": (*chosen, TOTAL)},
    )


def _telling(latest: dict[str, float], before: dict[str, float]) -> tuple[str, ...]:
    """The industries worth a colour: trade, the highest, the lowest, and those that moved most."""
    both = [code for code in latest if latest[code] == latest[code] and before.get(code) == before.get(code)]
    if not both:
        return ("G",)
    moved = sorted(both, key=lambda code: latest[code] - before.get(code, latest[code]))
    ranked = sorted(both, key=lambda code: latest[code])
    return tuple(dict.fromkeys(("G", ranked[-1], ranked[0], moved[0], moved[-1])))


def _regions(obs: pd.DataFrame, state: State) -> Panel | None:
    """Lines: the growth of GRDP of the region and of the one it is compared with."""
    if state.compare == NOBODY:
        return None
    measure = KIND.get(state.measure, state.measure if state.measure in RATES else Measure.YOY)
    return region_lines(obs, state, measure, "growth.regions")


def region_lines(obs: pd.DataFrame, state: State, measure: Measure, key: str) -> Panel | None:
    """The panel of one measure of GRDP in two regions up to the period asked for; None where neither has two values."""
    frame = result(obs, measure, (TOTAL,), state.basis)
    frame = frame[(frame["period"] <= state.period) & frame["value"].notna()]
    own, other = (frame[frame["region"] == code] for code in (state.region, state.compare))
    if len(own) < 2:
        return None
    series, marks, pair = values(own, "period"), statuses(own), (state.region, state.compare)
    theirs = values(other, "period")
    if state.period not in series.keys() & theirs.keys():
        theirs = {}
    title = comparison.lead(series, theirs, pair, state.lang, statuses=marks)
    title = title or trend.growth_title(series, state.region, state.lang, statuses=marks)
    grey = (say("key.grey_region", state.lang, region=lookup.region(state.compare, state.lang)),) if len(other) else ()
    return Panel(
        key=key,
        chart="lines_regions",
        title=at_basis(title, state.basis, state.lang),
        subtitle=subtitle(frame, "" if grey else state.region, state.lang, *grey),
        result=frame.reset_index(drop=True),
        rows=inputs(obs, frame, lead=1),
        notes=notes(frame, state.lang),
        hatch="lines",
        options={"chosen": state.region},
    )
