"""The finding of *Pertumbuhan*: what the industries of a period did, by the measure that is shown."""

from math import isnan

import pandas as pd

from model.dimensions import Measure
from model.items import INDUSTRIES
from text import ranking, trend
from views.frame import at
from views.headline import KIND
from views.view import State
from views.words import period_status

RATES = frozenset((Measure.YOY, Measure.QTQ, Measure.CTC))


def words(rates: pd.DataFrame, state: State, base: int) -> tuple[str, str]:
    """The finding and a remark; empty where the measure has no sentence of its own, or no figures.

    `base` is the year that an index or a compound average starts from.
    """
    now = rates[rates["period"].str.endswith(state.period)]
    industries = now[now["item"].isin(INDUSTRIES)]
    total = at(now)
    place = (state.region, state.period, state.lang)
    status = period_status(now, state.period)
    if isnan(total["value"]):
        return "", ""
    if state.measure in KIND:
        shares = dict(zip(industries["item"], industries["value"], strict=True))
        return ranking.main_sources(shares, *place, status=status, growth=float(total["value"])), ""
    if state.measure in RATES:
        return _rates(industries, float(total["value"]), state, status)
    status = str(total["status"]) or None
    if state.measure == Measure.CAGR:
        return _sentence(
            trend.average(float(total["value"]), state.region, str(total["period"]), state.lang, status=status)
        )
    if state.measure == Measure.INDEX:
        return _sentence(trend.since_base(float(total["value"]), str(base), *place, status=status))
    return "", ""


def _sentence(title: str) -> tuple[str, str]:
    """A chart title as a finding, without a remark."""
    return f"{title}." if title else "", ""


def _rates(industries: pd.DataFrame, total: float, state: State, status: str | None) -> tuple[str, str]:
    """Highest and lowest, and how many grew; small bases are counted but not ranked."""
    if industries["value"].notna().sum() == 0:
        return "", ""
    growths = dict(zip(industries["item"], industries["value"], strict=True))
    small = tuple(industries.loc[industries["reason"] == "small_base", "item"])
    finding = ranking.highest_lowest(growths, state.period, state.lang, status=status, leave_out=small)
    return finding, ranking.grew(growths, total, state.lang)
