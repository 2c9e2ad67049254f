"""Growth of the implicit index: in the usual range, and in the direction of the province (C7)."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from model.dimensions import Measure, PriceBasis
from model.items import TOTAL
from model.problems import Problem
from stats.block import BASES
from stats.comparison import Comparison, now_and_base
from stats.growth import rate
from stats.reasons import Floats
from stats.validation.evidence import Evidence, Panel
from stats.validation.finding import Odd, gathered, problem, subject
from stats.validation.history import PROVINCE_DIGITS, province_growth
from stats.validation.pace import SMALL_SHARE, STEADY
from stats.validation.prices import implicit

USUAL = (-10.0, 15.0)
"""Per cent, year on year."""
AGAINST_PROVINCE = 2.0
"""Percentage points that a fall and a rise lie apart, at least."""
_CURRENT = BASES.index("current")


def implausible_deflator_growth(evidence: Evidence) -> list[Problem]:
    """C7: the implicit index grows between −10 and 15 per cent year on year; items of any size. A warning."""
    odd = [one for panel in evidence.panels for one in _outside(panel)]
    return gathered("implausible_deflator_growth", evidence.cells, odd)


def deflator_against_province(evidence: Evidence, edition: pd.DataFrame) -> list[Problem]:
    """C7: the implicit index of the total does not fall where that of the province rises, or the other way round.

    Two points apart at least; one problem a region, in the words of the period that is furthest off. A warning. The
    province is that of the file, else of the edition.
    """
    found: list[Problem] = []
    provinces = province_growth(edition, evidence.observations, Measure.DEFLATOR_YOY, PriceBasis.IMPLICIT)
    for panel in evidence.panels:
        place = panel.at(TOTAL)
        if place is None:
            continue
        growth = _growth(panel)[:, place]
        for region, name in enumerate(panel.block.regions):
            if len(name) > PROVINCE_DIGITS:
                series = name[:PROVINCE_DIGITS], panel.block.approach, panel.block.frequency
                beside = np.array([provinces.get((*series, period), np.nan) for period in panel.block.periods])
                found += _against(evidence.cells, panel, (region, place), growth[region], beside)
    return found


def _growth(panel: Panel) -> Floats:
    """Growth of the implicit index year on year in per cent, over region × item × period."""
    now, before = now_and_base(implicit(panel), Comparison.YOY, panel.block.per_year)
    return rate(now, before)


def _outside(panel: Panel) -> Iterator[Odd]:
    growth, total = _growth(panel), panel.at(TOTAL)
    for item in STEADY:
        place = panel.at(item)
        if place is None:
            continue
        outside = (growth[:, place] < USUAL[0]) | (growth[:, place] > USUAL[1])
        if total is not None:
            value = panel.value[:, :, _CURRENT]
            outside &= ~(np.abs(value[:, place]) < SMALL_SHARE * np.abs(value[:, total]))
        for region in np.flatnonzero(outside.any(axis=1)):
            steps = np.flatnonzero(outside[region])
            worst = steps[np.argmax(np.abs(growth[region, place, steps]))]
            here = float(growth[region, place, worst])
            name = panel.block.regions[region]
            text = subject(name, item, "deflator_yoy", panel.block.periods[worst], value=round(here, 2))
            rows = panel.row[region, place, _CURRENT, steps].tolist()
            yield Odd((name, panel.block.approach), text, f"{USUAL[0]:.2f} – {USUAL[1]:.2f}", abs(here), rows)


def _against(
    cells: pd.DataFrame, panel: Panel, at: tuple[int, int], growth: Floats, beside: Floats
) -> Iterator[Problem]:
    with np.errstate(invalid="ignore"):
        against = (growth * beside < 0) & (np.abs(growth - beside) > AGAINST_PROVINCE)
    steps = np.flatnonzero(against)
    if len(steps):
        worst = steps[np.argmax(np.abs(growth - beside)[steps])]
        words = panel.block.regions[at[0]], TOTAL, "deflator_yoy", panel.block.periods[worst]
        text = subject(*words, value=round(float(growth[worst]), 2), more=len(steps) - 1)
        rows = panel.row[at[0], at[1], _CURRENT, steps].tolist()
        yield problem("deflator_against_province", cells, rows, text, f"{float(beside[worst]):.2f}")
