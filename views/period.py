"""Which periods a region has, and which one a page opens with."""

import pandas as pd

from model.dimensions import Approach, Frequency, Measure, PriceBasis
from model.items import TOTAL
from model.period import parse, year_earlier


def periods(obs: pd.DataFrame, region: str, approach: Approach | str = Approach.PRODUCTION) -> dict[str, str]:
    """The periods for which the region's TOTAL stands, years newest first, then quarters, each with its status.

    The status is that of the figure at constant prices, or at current prices where that is all there is.
    """
    totals = _totals(obs, region, approach).sort_values("price_basis", ascending=False)
    status = dict(zip(totals["period"], totals["status"], strict=True))
    ordered = sorted(status, reverse=True)
    return {text: status[text] for text in sorted(ordered, key=len)}


def opening(obs: pd.DataFrame, region: str) -> str:
    """The newest year whose growth is known, else the newest period; empty where the region has none."""
    totals = _totals(obs, region, Approach.PRODUCTION)
    constant = set(totals.loc[totals["price_basis"] == PriceBasis.CONSTANT_2010, "period"])
    present = tuple(periods(obs, region))
    growing = (text for text in present if len(text) == 4 and {text, year_earlier(text)} <= constant)
    return next(growing, present[0] if present else "")


def span(obs: pd.DataFrame, region: str, frequency: Frequency | str, last: str) -> tuple[str, ...]:
    """The region's periods of one frequency up to and including `last`, oldest first."""
    return tuple(sorted(text for text in periods(obs, region) if parse(text).frequency == frequency and text <= last))


def _totals(obs: pd.DataFrame, region: str, approach: Approach | str) -> pd.DataFrame:
    wanted = (obs["region"] == region) & (obs["item"] == TOTAL) & (obs["approach"] == approach)
    return obs[wanted & (obs["measure"] == Measure.LEVEL)]
