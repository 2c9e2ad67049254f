"""The finding of *Pertumbuhan*: what the industries of a period did, by the measure that is shown."""

from math import isnan

import pandas as pd

from model.dimensions import Measure, PriceBasis
from model.items import INDUSTRIES
from text import ranking, trend
from views.frame import at
from views.headline import KIND
from views.view import State
from views.words import at_basis, period_status, whole

RATES = frozenset((Measure.YOY, Measure.QTQ, Measure.CTC))


def words(rates: pd.DataFrame, state: State, base: int) -> tuple[str, str]:
    """The finding and a remark; empty where the measure has no sentence of its own, or no figures.

    What the industries did is said only of all 17: of some of them, none can be said to lead.
    `base` is the year that an index or a compound average starts from.
    """
    now = rates[rates["period"].str.endswith(state.period)]
    industries = now[now["item"].isin(INDUSTRIES)]
    total = at(now)
    place = (state.region, state.period, state.lang)
    status = period_status(now, state.period)
    growth = float(total["value"])
    claims = state.measure in RATES | KIND.keys()
    if isnan(growth) or industries["value"].isna().all() or (claims and not whole(industries)):
        return "", ""
    if state.measure in KIND:
        shares = dict(zip(industries["item"], industries["value"], strict=True))
        return _at_basis(
            ranking.main_sources(shares, *place, kind=KIND[state.measure], status=status, growth=growth), state
        ), ""
    if state.measure in RATES:
        finding, remark = _rates(industries, growth, state, status)
        return _at_basis(finding, state), remark
    status = str(total["status"]) or None
    title = ""
    if state.measure == Measure.CAGR:
        title = trend.average(growth, state.region, str(total["period"]), state.lang, status=status)
    elif state.measure == Measure.INDEX and state.basis == PriceBasis.CONSTANT_2010:
        title = trend.since_base(growth, str(base), *place, status=status)
    return _at_basis(f"{title}." if title else "", state), ""


def _at_basis(claim: str, state: State) -> str:
    return at_basis(claim, state.basis, state.lang)


def _rates(industries: pd.DataFrame, total: float, state: State, status: str | None) -> tuple[str, str]:
    """Highest and lowest, and how many grew; small bases are counted but not ranked."""
    growths = dict(zip(industries["item"], industries["value"], strict=True))
    small = tuple(industries.loc[industries["reason"] == "small_base", "item"])
    finding = ranking.highest_lowest(
        growths, state.period, state.lang, kind=state.measure, status=status, leave_out=small
    )
    return finding, ranking.grew(growths, total, state.lang)
