"""Growth elasticity: how strongly a region's growth answers the growth of the region that it is compared with."""

import numpy as np
import pandas as pd

from model.items import TOTAL
from stats.reasons import Floats
from stats.regional.panel import panel
from stats.regional.table import RATIO, Component, tabled
from stats.series import compound

LEAST = 0.5
"""Percentage points: a smaller growth of the reference divides by next to nothing."""


def ratio_of_growth(growth: Floats, reference: Floats) -> Floats:
    """g/G without a unit, both in per cent; missing where |G| is under half a percentage point.

    >>> ratio_of_growth(np.array([5.0, 5.0]), np.array([4.0, 0.3])).tolist()
    [1.25, nan]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.abs(reference) >= LEAST, growth / reference, np.nan)


def elasticity(obs: pd.DataFrame, regions: tuple[str, ...], reference: str, start: str, end: str) -> pd.DataFrame:
    """The growth elasticity of TOTAL at constant prices between two years: compound average growth of both.

    Levels as published in, component `elasticity`, item TOTAL, period `start/end`. No value where the reference grows
    by less than half a point in either direction: `small_denominator`.
    """
    known = panel(obs).span(start, end)
    own, other, years = known.of(regions), known.of((reference,)), len(known.years) - 1
    growth, theirs = (
        compound(one.total[:, 0], one.total[:, -1], np.array(years))[:, None, None] for one in (own, other)
    )
    status = np.maximum(own.total_status, other.total_status)[:, [0, -1]].max(axis=1)[:, None, None]
    why = "small_denominator" if np.abs(theirs).min() < LEAST else "missing_input"
    return tabled(
        regions, (TOTAL,), (f"{start}/{end}",),
        {"elasticity": Component(ratio_of_growth(growth, theirs), RATIO, status, why)},
    )  # fmt: skip
