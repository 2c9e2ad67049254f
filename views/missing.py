"""What is not there: the gaps of an edition that a page's reader would look for, found in the figures themselves."""

import pandas as pd

from model.dimensions import Approach, Frequency, Measure, PriceBasis
from model.items import INDUSTRIES, THREE_GROUPS, TOTAL
from model.period import year_earlier
from text import lookup
from text.lookup import say
from text.phrase import joined, when
from views.view import NOBODY, State
from views.words import period_status


def sentences(obs: pd.DataFrame, state: State) -> tuple[str, ...]:
    """One sentence a gap: industries at current prices, totals, early industries, early quarters, what to compare."""
    wanted = (
        (obs["region"] == state.region) & (obs["approach"] == Approach.PRODUCTION) & (obs["measure"] == Measure.LEVEL)
    )
    own = obs[wanted]
    found = (
        _current_industries(own, state),
        _current_total(own, state),
        _early_industries(own, state),
        _quarters(own, state),
        _compared(obs, state),
    )
    return tuple(sentence for sentence in found if sentence)


def _current_industries(own: pd.DataFrame, state: State) -> str:
    """The 17 industries at current prices, and what there is in their stead."""
    current = own[(own["price_basis"] == PriceBasis.CURRENT) & (own["frequency"] == Frequency.A)]
    if _complete(current, INDUSTRIES):
        return ""
    years = _complete(current, THREE_GROUPS)
    if years:
        return _say(
            "missing.industries_current_groups", state, when=when(_span(years), state.lang, _status(current, years[-1]))
        )
    return _say("missing.industries_current", state)


def _current_total(own: pd.DataFrame, state: State) -> str:
    """The years that have a total at constant prices and none at current prices."""
    totals = own[(own["item"] == TOTAL) & (own["frequency"] == Frequency.A)]
    constant = totals[totals["price_basis"] == PriceBasis.CONSTANT_2010]
    lacking = sorted(set(constant["period"]) - set(totals.loc[totals["price_basis"] == PriceBasis.CURRENT, "period"]))
    years = [when(year, state.lang, _status(constant, year)) for year in lacking]
    return _say("missing.total_current", state, when=joined(years, state.lang)) if lacking else ""


def _early_industries(own: pd.DataFrame, state: State) -> str:
    """From which year on the 17 industries stand; where years between are missing, which years there are."""
    constant = own[(own["price_basis"] == PriceBasis.CONSTANT_2010) & (own["frequency"] == Frequency.A)]
    there = _complete(constant, INDUSTRIES)
    totals = sorted(constant.loc[constant["item"] == TOTAL, "period"])
    if not there:
        return _say("missing.industries", state)
    if [year for year in totals if year > there[0] and year not in there]:
        years = [lookup.period(year, state.lang, _status(constant, year)) for year in there]
        return _say("missing.industries_some", state, periods=joined(years, state.lang))
    return _say("missing.industries_before", state, when=when(there[0], state.lang)) if totals[0] < there[0] else ""


def _quarters(own: pd.DataFrame, state: State) -> str:
    """From which quarter on there are figures at constant prices, and which growth is not to be had for it."""
    totals = own[(own["item"] == TOTAL) & (own["price_basis"] == PriceBasis.CONSTANT_2010)]
    quarters = sorted(totals.loc[totals["frequency"] == Frequency.Q, "period"])
    years = sorted(totals.loc[totals["frequency"] == Frequency.A, "period"])
    if not quarters:
        return _say("missing.quarters", state)
    if not years or quarters[0][:4] <= years[0]:
        return ""
    first = when(quarters[0], state.lang)
    if year_earlier(quarters[-1]) in quarters:
        return _say("missing.quarters_before", state, when=first)
    newest = lookup.period(quarters[-1], state.lang, _status(totals, quarters[-1]))
    return _say("missing.quarters_before_yoy", state, when=first, period=newest)


def _compared(obs: pd.DataFrame, state: State) -> str:
    """That the region to compare with has no total in the period asked for."""
    if state.compare == NOBODY:
        return ""
    there = (obs["region"] == state.compare) & (obs["approach"] == Approach.PRODUCTION) & (obs["item"] == TOTAL)
    there &= (obs["measure"] == Measure.LEVEL) & (obs["price_basis"] == state.basis)
    if (there & (obs["period"] == state.period)).any():
        return ""
    other = lookup.region_in_sentence(state.compare, state.lang)
    basis = lookup.basis(state.basis, state.lang)
    return say("missing.compare", state.lang, other=other, when=when(state.period, state.lang), basis=basis)


def _say(key: str, state: State, **words: str) -> str:
    return say(key, state.lang, region=lookup.region_in_sentence(state.region, state.lang), **words)


def _status(frame: pd.DataFrame, period: str) -> str | None:
    return period_status(frame[frame["item"] == TOTAL], period)


def _span(periods: list[str]) -> str:
    return periods[0] if len(periods) == 1 else f"{periods[0]}/{periods[-1]}"


def _complete(frame: pd.DataFrame, items: tuple[str, ...]) -> list[str]:
    """The periods in which all of `items` stand."""
    counts = frame[frame["item"].isin(items)].groupby("period")["item"].nunique()
    return sorted(counts[counts == len(items)].index)
