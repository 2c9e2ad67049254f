"""Which figures a measure of a page needs, and which of them an edition does not have."""

from collections.abc import Sequence

import pandas as pd

from model.dimensions import Measure, PriceBasis
from model.items import INDUSTRIES, TOTAL
from model.period import year_earlier
from text import lookup, narrative, standing
from text.lookup import item_in_sentence, say
from text.phrase import capital, joined, when
from views.frame import basis_of
from views.view import State
from views.words import period_status, spans

_ON_THE_YEAR = {Measure.YOY, Measure.CONTRIBUTION_YOY, Measure.CHANGE, Measure.DEFLATOR_YOY}
_ON_THE_QUARTER = {Measure.QTQ, Measure.CONTRIBUTION_QTQ, Measure.DEFLATOR_QTQ}
_CUMULATED = {Measure.CTC, Measure.CONTRIBUTION_CTC, Measure.DEFLATOR_CTC}


def needed(state: State, base: int) -> tuple[str, ...]:
    """The periods whose levels the measure of a state rests on; `base` is that of an index or an average."""
    if state.measure in _ON_THE_QUARTER:
        return narrative.base_period(state.period, Measure.QTQ), state.period
    if state.measure in _ON_THE_YEAR:
        return year_earlier(state.period), state.period
    if state.measure in _CUMULATED:
        now = tuple(f"{state.period[:4]}-Q{quarter}" for quarter in range(1, int(state.period[-1]) + 1))
        return (*map(year_earlier, now), *now)
    if state.measure in (Measure.INDEX, Measure.CAGR):
        return tuple(dict.fromkeys((str(base), state.period)))
    return (state.period,)


def because(own: pd.DataFrame, state: State, base: int, items: Sequence[str]) -> str:
    """Why the measure of a state cannot be told of all `items`: the levels that are not there, by price basis."""
    if state.measure == Measure.CAGR and int(state.period) <= base:
        return say("lack.earlier", state.lang)
    implicit = basis_of(state.measure, state.basis) == PriceBasis.IMPLICIT
    bases = (PriceBasis.CURRENT, PriceBasis.CONSTANT_2010) if implicit else (state.basis,)
    key = "total" if tuple(items) == (TOTAL,) else "industries"
    missing = {basis: _missing(own, state, base, items, basis) for basis in bases}
    times = [text for text in missing.values() if text]
    if len(times) > 1 and times[0] == times[1]:
        return say(f"lack.{key}_at_all", state.lang, when=times[0])
    reasons = [
        say(f"lack.{key}", state.lang, when=text, basis=lookup.basis(basis, state.lang))
        for basis, text in missing.items()
        if text
    ]
    return joined(reasons, state.lang) if reasons else say("lack.other", state.lang)


def _missing(own: pd.DataFrame, state: State, base: int, items: Sequence[str], basis: str) -> str:
    """The periods, in words, in which not all `items` stand; of industries, the period asked for where it is one."""
    missing = [text for text in needed(state, base) if not _stand(own, items, text, basis)]
    if tuple(items) != (TOTAL,) and state.period in missing:
        missing = [state.period]
    return spans(missing, state.lang) if missing else ""


def industries(own: pd.DataFrame, rates: pd.DataFrame, state: State, base: int, shown: pd.DataFrame) -> str:
    """That the measure is not there by industry, or for which industries alone; empty where all that are asked have it.

    `rates` holds the measure; `shown` is what a chart over time shows of industries, none where there is no such chart.
    """
    asked = state.items or INDUSTRIES
    now = rates[rates["period"].str.endswith(state.period)]
    there = [code for code in asked if code in set(now.loc[now["value"].notna(), "item"])]
    if len(there) == len(asked):
        return ""
    if not there:
        why = because(own, state, base, asked)
        present = shown[shown["value"].notna()]
        if present.empty:
            return say("lack.by_industry", state.lang, because=why)
        last = present["period"].max()
        marked = lookup.period(last, state.lang, period_status(present, last))
        return say("lack.until", state.lang, last=marked, because=why)
    words = {
        "noun": standing.noun(state.measure, basis_of(state.measure, state.basis), state.lang),
        "when": when(state.period, state.lang),
        "names": joined([item_in_sentence(code, state.lang) for code in there], state.lang),
    }
    return capital(say("lack.only_some", state.lang, **words))


def _stand(own: pd.DataFrame, items: Sequence[str], period: str, basis: str) -> bool:
    rows = own[(own["period"] == period) & (own["price_basis"] == basis) & own["item"].isin(list(items))]
    return rows["item"].nunique() == len(items)
