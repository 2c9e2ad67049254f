"""Pertumbuhan: growth by industry in one period, and over time, by any measure and of any industries."""

import pandas as pd

from model.dimensions import Measure, PriceBasis, Unit
from model.items import INDUSTRIES, RESIDUAL, TOTAL
from text import comparison, trend
from text.lookup import period, say
from text.phrase import present
from views import growth_words, headline, missing
from views.frame import at, inputs, result, select
from views.growth_total import against, region_lines, statuses, total, values
from views.growth_words import RATES
from views.headline import KIND
from views.period import periods
from views.view import NOBODY, Offer, Panel, State, View
from views.words import at_basis, based, notes, subtitle

__all__ = ["RATES", "offer", "region_lines", "statuses", "values", "view"]

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
    """The page: industries of the period, industries over time, GRDP over time, and the region against another."""
    regions = {state.region} | ({state.compare} - {NOBODY})
    here = select(obs, regions, state.frequency)
    own = here[here["region"] == state.region]
    base = _base(own, state)
    rates = _rates(own, state, base)
    industries, lines = _by_industry(own, rates, state, base), _over_time(own, rates, state, base)
    pair = against(here, state, base)
    told = [panel for panel in (lines, pair) if panel is not None and _tells_total(panel, state)]
    panels = (industries, lines, None if told else total(own, state, base), pair)
    shown = rates.iloc[:0] if lines is None else lines.result[lines.result["item"] != TOTAL]
    finding, remark = growth_words.words(own, rates, state, base, shown)
    row = at(of_period(rates, state))
    return View(
        finding=finding,
        remark=remark,
        status=str(row["status"]) if row["value"] == row["value"] else periods(own, state.region).get(state.period, ""),
        panels=tuple(panel for panel in panels if panel is not None),
        missing=missing.sentences(obs, state),
    )


def _tells_total(panel: Panel, state: State) -> bool:
    """Whether a panel shows GRDP over time by the measure of the page."""
    measure = KIND.get(state.measure, state.measure)
    return bool(((panel.result["item"] == TOTAL) & panel.result["measure"].isin([measure, state.measure])).any())


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
    """The first year of an index or an average: that in which the industries asked for all stand, and one base for all.

    Where they do not stand before the period asked for, the first year of GRDP.
    """
    bases = own[own["price_basis"] == state.basis]
    for items in (state.items or INDUSTRIES, (TOTAL,)):
        counts = bases[bases["item"].isin(items)].groupby("period")["item"].nunique()
        first = min(counts[counts == len(items)].index, default=state.period)
        if first < state.period:
            return int(first[:4])
    return int(state.period[:4])


def of_period(rates: pd.DataFrame, state: State) -> pd.DataFrame:
    """The rows of the period asked for; of a compound average, the span that ends there."""
    return rates[rates["period"].str.endswith(state.period)]


def _by_industry(obs: pd.DataFrame, rates: pd.DataFrame, state: State, base: int) -> Panel | None:
    """Horizontal bars: the industries of the period, with GRDP as the line or the first bar."""
    now = of_period(rates, state)
    if now[now["item"] != TOTAL]["value"].notna().sum() == 0:
        return None
    chart = "ranked"
    if state.measure in KIND:
        chart = "contribution"
    elif state.measure in RATES or state.measure == Measure.CAGR:
        chart = "growth"
    elif now["unit"].iloc[0] == Unit.BILLION_IDR:
        now = now[now["item"] != TOTAL]
    title = growth_words.industries_title(of_period(rates, state), state)
    return Panel(
        key="growth.industries",
        chart=chart,
        title=at_basis(title, state.measure, state.basis, state.lang) or growth_words.by_industry(state),
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
    chosen = state.items or _telling(latest, before)
    thin = () if state.items else (say("key.thin_lines", state.lang),)
    return Panel(
        key="growth.time",
        chart="lines",
        title=_moved(there, known, state) or growth_words.over_time(state),
        subtitle=subtitle(past, state.region, state.lang, *based(state.measure, base, state.lang), *thin),
        result=past.reset_index(drop=True),
        rows=inputs(obs, past, lead=1, base=base),
        notes=notes(past, state.lang),
        hatch="lines",
        options={"chosen": (*chosen, TOTAL)},
    )


def _moved(there: pd.DataFrame, known: list[str], state: State) -> str:
    """What the lines of all 17 industries show: who moved most, or how the first of them stands."""
    latest, before, first = (values(there[there["period"] == text]) for text in (known[-1], known[-2], known[0]))
    if not set(INDUSTRIES) <= present(latest).keys() & present(before).keys() & present(first).keys():
        return ""
    unit = str(there["unit"].iloc[0])
    if state.measure in RATES:
        earlier = values(there[there["period"] == known[-3]]) if len(known) > 2 else None
        small = tuple(there.loc[there["reason"] == "small_base", "item"])
        title = comparison.movers(latest, before, state.lang, earlier=earlier, leave_out=small)
        return at_basis(title, state.measure, state.basis, state.lang)
    if state.measure in (Measure.LEVEL, Measure.INDEX, Measure.DEFLATOR):
        return comparison.gained(latest, first, period(known[0], state.lang), state.measure, state.lang)
    item = max(INDUSTRIES, key=lambda code: latest[code])
    line = there[there["item"] == item]
    noun = growth_words.noun(state)
    kind = "change" if state.measure == Measure.CHANGE else "of"
    about = trend.subject(kind, state.lang, item=item, noun=noun)
    if state.measure in KIND:
        about = trend.subject("contribution", state.lang, item=item)
    title = trend.since_sentence(values(line, "period"), about, state.lang, unit=unit, statuses=statuses(line))
    return at_basis(title, state.measure, state.basis, state.lang)


def _telling(latest: dict[str, float], before: dict[str, float]) -> tuple[str, ...]:
    """The industries worth a colour: trade, the highest, the lowest, and those that moved most."""
    both = [code for code in latest if latest[code] == latest[code] and before.get(code) == before.get(code)]
    if not both:
        return ("G",)
    moved = sorted(both, key=lambda code: latest[code] - before.get(code, latest[code]))
    ranked = sorted(both, key=lambda code: latest[code])
    return tuple(dict.fromkeys(("G", ranked[-1], ranked[0], moved[0], moved[-1])))
