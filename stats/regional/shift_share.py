"""Shift-share: what of a region's change comes from the reference, from its mix of industries, from itself."""

from typing import NamedTuple

import numpy as np
import pandas as pd

from model.dimensions import Unit
from model.items import TOTAL
from stats.reasons import Floats
from stats.regional.panel import panel
from stats.regional.table import Component, tabled

VARIANTS: tuple[str, ...] = ("dunn", "esteban-marquillas", "barff-knight")


class Shift(NamedTuple):
    """The parts of a change, in the unit of the levels: they add to `total`."""

    national: Floats
    mix: Floats
    competitive: Floats
    total: Floats


class Homothetic(NamedTuple):
    """The competitive part once more: of an industry as large as in the reference, and by how the region differs."""

    competitive: Floats
    allocation: Floats


def dunn(base: Floats, now: Floats, reference_base: Floats, reference_now: Floats) -> Shift:
    """Classic shift-share of levels by industry along the last axis; all in one unit.

    national = v0·(V1/V0 − 1), mix = v0·(V_i1/V_i0 − V1/V0), competitive = v0·(v1/v0 − V_i1/V_i0), which add to v1 − v0.
    V is the sum of the industries of the reference. Where v0 is 0, or the industry is 0 in the reference, all of the
    change is competitive. Source: Dunn (1960). Missing where an input is.

    >>> levels = [90.0, 20, 10, 60], [100.0, 40, 10, 55], [400.0, 150, 150, 400], [440.0, 210, 135, 480]
    >>> parts = dunn(*map(np.array, levels))
    >>> [round(float(part.sum()), 6) for part in parts]
    [27.0, 1.0, -3.0, 25.0]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        whole = reference_now.sum(axis=-1, keepdims=True) / reference_base.sum(axis=-1, keepdims=True)
        same = np.where(
            reference_base > 0, reference_now / reference_base, np.where(reference_base == 0, whole, np.nan)
        )
    national = base * (whole - 1.0)
    mix = base * (same - whole)
    total = now - base
    return Shift(national + 0.0 * total, mix + 0.0 * total, now - base * same, total)


def esteban_marquillas(base: Floats, now: Floats, reference_base: Floats, reference_now: Floats) -> Homothetic:
    """The competitive part of Dunn split by the homothetic level h = v·V_i0/V_0, v the region's sum of industries.

    competitive = h·(r − R), allocation = (v0 − h)·(r − R), with r and R the growth of the industry in the region and in
    the reference. Source: Esteban-Marquillas (1972). Missing where an input is, and where v0 or V_i0 is 0: then r or R
    is none.

    >>> levels = [90.0, 20, 10, 60], [100.0, 40, 10, 55], [400.0, 150, 150, 400], [440.0, 210, 135, 480]
    >>> parts = esteban_marquillas(*map(np.array, levels))
    >>> [round(float(part.sum()), 6) for part in parts]
    [-0.636364, -2.363636]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        ahead = np.where((base > 0) & (reference_base > 0), now / base - reference_now / reference_base, np.nan)
        weight = reference_base / reference_base.sum(axis=-1, keepdims=True)
    level = base.sum(axis=-1, keepdims=True) * weight
    return Homothetic(level * ahead, (base - level) * ahead)


def shift_share(
    obs: pd.DataFrame, regions: tuple[str, ...], reference: str, start: str, end: str, variant: str = VARIANTS[0]
) -> pd.DataFrame:
    """Shift-share of the 17 industries between two years at constant prices, billion rupiah.

    Components `national`, `mix`, `competitive` (and `allocation` for `esteban-marquillas`) and `total`, which they add
    to; items the industries and TOTAL, their sum (with the sums of the 17 as totals, so that the parts are exact).
    `barff-knight` adds the parts of each year. Period `start/end`. Missing inputs: `missing_input`.
    """
    known = panel(obs).span(start, end)
    own, other = known.of(regions).value, known.of((reference,)).value
    pairs = [(year, year + 1) for year in range(own.shape[2] - 1)] if variant == VARIANTS[2] else [(0, -1)]
    steps = [(own[..., a], own[..., b], other[..., a], other[..., b]) for a, b in pairs]
    parts = Shift(*(sum(each) for each in zip(*(dunn(*step) for step in steps), strict=True)))
    components = parts._asdict()
    if variant == VARIANTS[1]:
        split = esteban_marquillas(*steps[0])
        components |= {
            "competitive": split.competitive,
            "allocation": split.allocation,
            "total": components.pop("total"),
        }
    weakest = np.maximum(known.of(regions).status, known.of((reference,)).status)
    used = weakest if variant == VARIANTS[2] else weakest[..., [0, -1]]
    status = used.max(axis=-1)
    both = np.concatenate([status, status.max(axis=1, keepdims=True)], axis=1)[..., None]
    return tabled(
        regions, (*known.items, TOTAL), (f"{start}/{end}",),
        {name: Component(_with_sum(value), Unit.BILLION_IDR, both) for name, value in components.items()},
    )  # fmt: skip


def _with_sum(value: Floats) -> Floats:
    """Values by region and industry, their sum after them, and an axis for the one period."""
    return np.concatenate([value, value.sum(axis=1, keepdims=True)], axis=1)[..., None]
