"""The finding of *Pertumbuhan*: what GRDP and its industries did, by the measure, basis and industries of the page."""

from math import isnan

import pandas as pd

from model.dimensions import Measure, PriceBasis, Unit
from model.items import INDUSTRIES, TOTAL
from text import movement, ranking, standing
from text.lookup import say
from text.phrase import capital, direction, printed
from views import lacking
from views.frame import at, basis_of
from views.headline import KIND
from views.view import State
from views.words import period_status, whole

RATES = frozenset((Measure.YOY, Measure.QTQ, Measure.CTC))


def words(own: pd.DataFrame, rates: pd.DataFrame, state: State, base: int, shown: pd.DataFrame) -> tuple[str, str]:
    """The finding and a remark: what GRDP did, then what the industries did, or why they are not told.

    `rates` holds the measure of the industries asked for and of GRDP, `base` the year that an index or a compound
    average starts from, `shown` what a chart over time shows of the industries.
    """
    now = rates[rates["period"].str.endswith(state.period)]
    asked = state.items or INDUSTRIES
    lack = lacking.industries(own, rates, state, base, shown)
    if isnan(float(at(now)["value"])):
        basis = basis_of(state.measure, state.basis)
        because = lacking.because(own, state, base, (TOTAL,))
        return standing.unknown(state.measure, basis, state.region, state.period, because, state.lang), ""
    if lack:
        return f"{_total(own, now, state, base)}.", lack
    industries = now[now["item"].isin(asked)]
    return _finding(own, now, industries, state, base), _remark(industries, float(at(now)["value"]), state)


def _finding(own: pd.DataFrame, now: pd.DataFrame, industries: pd.DataFrame, state: State, base: int) -> str:
    """GRDP in the first clause, the industries in the second; of contributions, what growth came from."""
    values, growth = _values(industries), float(at(now)["value"])
    if state.measure in KIND and not state.items:
        sources = ranking.main_sources(
            values,
            state.region,
            state.period,
            growth,
            state.lang,
            nominal=state.basis == PriceBasis.CURRENT,
            kind=KIND[state.measure],
            status=period_status(now, state.period),
        )
        if sources:
            return sources
    asked = (state.measure, values, str(industries["unit"].iloc[0]), state.lang)
    claim = movement.listed(*asked) if state.items else movement.highest_lowest(*asked, leave_out=_small(industries))
    total = _total(own, now, state, base)
    return say("standing.clauses", state.lang, first=total, second=claim) if claim else f"{total}."


def _total(own: pd.DataFrame, now: pd.DataFrame, state: State, base: int) -> str:
    """What GRDP is by the measure; by a contribution, how fast it grew."""
    row, measure = at(now), KIND.get(state.measure, state.measure)
    earlier = lacking.needed(state, base)[0]
    levels = own[(own["item"] == TOTAL) & (own["price_basis"] == state.basis) & (own["period"] == earlier)]
    return standing.clause(
        measure,
        basis_of(measure, state.basis),
        state.region,
        str(row["period"]),
        float(row["value"]),
        Unit.PERCENT if state.measure in KIND else str(row["unit"]),
        state.lang,
        status=period_status(now, state.period),
        base=str(base),
        base_status=str(levels["status"].iloc[0]) if len(levels) else None,
    )


def _remark(industries: pd.DataFrame, total: float, state: State) -> str:
    """How many industries grew, those set aside from the ranking, and what chosen ones contributed together."""
    values, unit = _values(industries), str(industries["unit"].iloc[0])
    if state.measure in KIND:
        if len(state.items) < 2:
            return ""
        whole_of_them = sum(values.values())
        together = movement.move(state.measure, "", whole_of_them, unit, state.lang).strip()
        said = say("ranking.chosen_together", state.lang, contribution=together)
        adds = printed(whole_of_them) == sum(map(printed, values.values()))
        return said if adds else f"{said} {say('note.rounding', state.lang)}"
    if state.measure not in RATES or state.items:
        return ""
    grew = "" if direction(total) == "down" else ranking.grew(values, state.lang)
    aside = movement.set_aside(state.measure, values, unit, state.lang, _small(industries))
    return " ".join(part for part in (grew, aside) if part)


def industries_title(now: pd.DataFrame, state: State) -> str:
    """What the bars of all 17 industries show; empty where one has no figure, or none can be said to lead."""
    industries, total = now[now["item"].isin(INDUSTRIES)], float(at(now)["value"])
    if not whole(now):
        return ""
    if state.measure in KIND:
        return ranking.largest_contributor(_values(industries), state.lang)
    if state.measure in RATES or state.measure == Measure.CAGR:
        return "" if isnan(total) else ranking.faster_than_total(_values(industries), total, state.lang)
    return ranking.leaders(_values(industries), str(industries["unit"].iloc[0]), state.lang)


def by_industry(state: State) -> str:
    """The plain title of a chart by industry."""
    return capital(say("panel.by_industry", state.lang, measure=noun(state)))


def over_time(state: State) -> str:
    """The plain title of a chart over time."""
    return capital(say("panel.over_time", state.lang, measure=noun(state)))


def noun(state: State) -> str:
    """What the measure of the page is called inside a sentence."""
    return standing.noun(state.measure, basis_of(state.measure, state.basis), state.lang)


def _values(frame: pd.DataFrame) -> dict[str, float]:
    return dict(zip(frame["item"], frame["value"], strict=True))


def _small(frame: pd.DataFrame) -> tuple[str, ...]:
    return tuple(frame.loc[frame["reason"] == "small_base", "item"])
