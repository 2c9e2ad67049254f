"""Published per capita, and what it says of the people whom it was divided by."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.dimensions import STATUSES, Measure, PriceBasis
from model.items import TOTAL
from stats.comparison import UNKNOWN
from stats.reasons import Codes, Floats

BREAK = "2020"
"""From this year on, BPS divides by the census of 2020: no comparison with the years before."""


@dataclass(frozen=True)
class PerCapita:
    """Per capita at constant prices, region × year, thousand rupiah.

    `broken`: the years stand on both sides of the break.
    """

    value: Floats
    status: Codes
    broken: bool


def published(obs: pd.DataFrame, regions: tuple[str, ...], years: tuple[str, ...]) -> PerCapita:
    """The published per capita of some regions and years at constant prices; what is not published is missing."""
    rows = obs[
        (obs["measure"] == Measure.PER_CAPITA.value)
        & (obs["price_basis"] == PriceBasis.CONSTANT_2010.value)
        & (obs["item"] == TOTAL)
        & obs["region"].isin(regions)
        & obs["period"].isin(years)
    ]
    value, status = np.full((len(regions), len(years)), np.nan), np.full((len(regions), len(years)), UNKNOWN, np.uint8)
    codes = {str(one): place for place, one in enumerate(STATUSES)}
    for region, year, figure, known in zip(
        *(rows[name] for name in ("region", "period", "value", "status")), strict=True
    ):
        place = regions.index(region), years.index(year)
        value[place], status[place] = figure, codes[known]
    return PerCapita(value, status, bool(years) and years[0] < BREAK <= years[-1])
