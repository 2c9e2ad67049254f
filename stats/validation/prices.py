"""Current against constant prices: equal in the base year and nowhere else, and an implicit index within reason."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from model.dimensions import Frequency
from model.items import TOTAL
from model.problems import Problem
from stats.block import BASES
from stats.deflator import ratio
from stats.reasons import Floats, Mask
from stats.validation.evidence import Evidence, Panel
from stats.validation.finding import figure, problem, subject

BASE_YEAR = 2010
INDEX_RANGE = (50.0, 400.0)
LEAST_EQUAL = 9
SHARE_EQUAL = 0.9
_CONSTANT, _CURRENT = range(2)


def base_year_mismatch(evidence: Evidence) -> list[Problem]:
    """C6: in 2010 current and constant prices are the same, within one unit of the coarser last digit. An error.

    Years only: the quarters of 2010 are valued at the mean prices of the year.
    """
    found: list[Problem] = []
    for panel in _annual(evidence):
        if str(BASE_YEAR) not in panel.block.periods:
            continue
        step = panel.block.periods.index(str(BASE_YEAR))
        value, half = panel.value[..., step], panel.half[..., step]
        gap = np.abs(value[:, :, _CURRENT] - value[:, :, _CONSTANT])
        apart = gap > 2 * half.max(axis=2) * (1 + 1e-9)
        for region in np.flatnonzero(apart.any(axis=1)):
            items = np.flatnonzero(apart[region])
            worst = items[np.argmax(gap[region, items])]
            words = panel.block.regions[region], panel.block.items[worst], BASES[_CURRENT], str(BASE_YEAR)
            found.append(
                problem(
                    "base_year_mismatch",
                    evidence.cells,
                    panel.row[region, items, :, step].ravel().tolist(),
                    subject(*words, value=value[region, worst, _CURRENT], more=len(items) - 1),
                    figure(value[region, worst, _CONSTANT]),
                )
            )
    return found


def identical_price_bases(evidence: Evidence) -> list[tuple[Problem, set[int]]]:
    """Current prices that repeat constant prices, the base year excepted: blocks, with the rows of the later table.

    At least nine figures, and nine in ten of all that stand at both price bases, are the same.
    """
    found = []
    for approach in dict.fromkeys(panel.block.approach for panel in evidence.panels):
        panels = [panel for panel in evidence.panels if panel.block.approach == approach]
        for region in sorted({region for panel in panels for region in panel.block.regions}):
            rows = [_rows_of_both(panel, region) for panel in panels if region in panel.block.regions]
            equal, both = sum(each[0] for each in rows), sum(each[1] for each in rows)
            if equal >= LEAST_EQUAL and equal >= SHARE_EQUAL * both:
                found.append(_later(evidence, region, approach))
    return found


def implausible_deflator(evidence: Evidence) -> list[Problem]:
    """C7: the implicit index of the total is between 50 and 400. A warning."""
    found: list[Problem] = []
    for panel in evidence.panels:
        place = panel.at(TOTAL)
        if place is not None:
            found += _out_of_range(evidence.cells, panel, implicit(panel)[:, place], place)
    return found


def _out_of_range(cells: pd.DataFrame, panel: Panel, index: Floats, place: int) -> Iterator[Problem]:
    outside: Mask = (index < INDEX_RANGE[0]) | (index > INDEX_RANGE[1])
    for region in np.flatnonzero(outside.any(axis=1)):
        steps = np.flatnonzero(outside[region])
        words = panel.block.regions[region], TOTAL, "implicit", panel.block.periods[steps[0]]
        yield problem(
            "implausible_deflator",
            cells,
            panel.row[region, place, _CURRENT, steps].tolist(),
            subject(*words, value=index[region, steps[0]], more=len(steps) - 1),
            f"{INDEX_RANGE[0]:.2f} – {INDEX_RANGE[1]:.2f}",
        )


def implicit(panel: Panel) -> Floats:
    """The implicit index over region × item × period, 2010 = 100; missing where it is none (`stats.deflator.ratio`)."""
    return ratio(panel.value[:, :, _CURRENT], panel.value[:, :, _CONSTANT])


def _annual(evidence: Evidence) -> list[Panel]:
    return [panel for panel in evidence.panels if panel.block.frequency == Frequency.A]


def _rows_of_both(panel: Panel, region: str) -> tuple[int, int]:
    """How many figures of a region are equal at both price bases, and how many stand at both; 2010 and zeros aside."""
    value = panel.value[panel.block.regions.index(region)]
    later = np.array([not period.startswith(str(BASE_YEAR)) for period in panel.block.periods])
    current, constant = value[:, _CURRENT, later], value[:, _CONSTANT, later]
    both = ~np.isnan(current) & ~np.isnan(constant) & (current != 0)
    return int((both & (current == constant)).sum()), int(both.sum())


def _later(evidence: Evidence, region: str, approach: str) -> tuple[Problem, set[int]]:
    """The problem, and the rows of the price basis whose table (or else whose row) comes later."""
    obs = evidence.observations
    own = obs[(obs["region"] == region) & (obs["approach"] == approach)]
    tables = evidence.cells.loc[own.index, "table"]
    first = {str(name): (tables[rows].min(), rows.min()) for name, rows in own.groupby("price_basis").groups.items()}
    kept, dropped = sorted(first, key=lambda name: first[name])[:2]
    rows = set(own.index[own["price_basis"] == dropped].tolist())
    found = problem("identical_price_bases", evidence.cells, rows, subject(region, dropped), subject(region, kept))
    return found, rows
