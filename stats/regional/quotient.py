"""Location quotient: whether an industry weighs more in a region than in the region that it is compared with."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from stats.reasons import Floats
from stats.regional.panel import panel
from stats.regional.table import RATIO, Component, tabled
from stats.series import compound


class Dynamic(NamedTuple):
    """The dynamic quotient of a year, and raised to the number of years."""

    yearly: Floats
    power: Floats


def location_quotient(item: Floats, total: Floats, reference_item: Floats, reference_total: Floats) -> Floats:
    """The location quotient: (v_i/v)/(V_i/V), without a unit; above 1 the industry is a base of the region.

    Levels in one unit. Missing where an input is, and where the industry or the total of the reference, or the total of
    the region, is not positive.

    >>> location_quotient(np.array([850.0]), np.array(2600.0), np.array([1320.0]), np.array(10920.0)).round(4).tolist()
    [2.7045]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        fits = (reference_item > 0) & (reference_total > 0) & (total > 0)
        return np.where(fits, (item / total) / (reference_item / reference_total), np.nan)


def dynamic_quotient(item: Floats, total: Floats, reference_item: Floats, reference_total: Floats) -> Dynamic:
    """The dynamic location quotient of levels along their last axis, the years, without a unit.

    [(1+g_i)/(1+g)] / [(1+G_i)/(1+G)], g the compound average growth from the first year to the last: region small,
    reference capital; and the same to the power of the years between. Above 1 the industry gains on the reference
    faster than the region does. Source: Kuncoro. Missing where a growth is.

    >>> levels = [10.0, 12.0], [100.0, 110.0], [50.0, 55.0], [500.0, 550.0]
    >>> round(float(dynamic_quotient(*map(np.array, levels)).power), 4)
    1.0909
    """
    years = item.shape[-1] - 1
    own, ours, other, theirs = (
        1.0 + compound(part[..., 0], part[..., -1], np.array(years)) / 100.0
        for part in (item, total, reference_item, reference_total)
    )
    yearly = (own / ours) / (other / theirs)
    return Dynamic(yearly, yearly**years)


def lq(obs: pd.DataFrame, regions: tuple[str, ...], reference: str, start: str, end: str) -> pd.DataFrame:
    """The location quotient of each industry and year at constant prices; totals are the sums of the 17.

    Levels in, ratios out: component `lq`. Rows: region × industry × year. Missing inputs: `missing_input`.
    """
    known = panel(obs).span(start, end)
    own, other = known.of(regions), known.of((reference,))
    status = np.maximum(own.weakest, other.weakest)
    found = location_quotient(own.value, own.sums[:, None], other.value, other.sums[:, None])
    return tabled(regions, own.items, own.years, {"lq": Component(found, RATIO, status)})


def dlq(obs: pd.DataFrame, regions: tuple[str, ...], reference: str, start: str, end: str) -> pd.DataFrame:
    """The dynamic location quotient of each industry between two years; constant prices, totals the sums of the 17.

    Levels in, ratios out: components `dlq` (a year) and `dlq_power` (to the power of the years). Period `start/end`.
    Missing inputs: `missing_input`.
    """
    known = panel(obs).span(start, end)
    own, other = known.of(regions), known.of((reference,))
    found = dynamic_quotient(own.value, own.sums[:, None], other.value, other.sums[:, None])
    status = np.maximum(own.weakest, other.weakest)[..., [0, -1]].max(axis=-1, keepdims=True)
    return tabled(
        regions, own.items, (f"{start}/{end}",),
        {
            "dlq": Component(found.yearly[..., None], RATIO, status),
            "dlq_power": Component(found.power[..., None], RATIO, status),
        },
    )  # fmt: skip
