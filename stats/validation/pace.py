"""Growth out of the usual range, and quarters that stand in each other's place (C9).

Years like 2020 leave these ranges for good reasons; so what is found here is a warning.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pandas as pd

from model.dimensions import Approach, Frequency
from model.items import INDUSTRIES, TOTAL
from model.problems import Problem
from stats.block import BASES
from stats.comparison import Comparison
from stats.growth import rate
from stats.reasons import Floats, Mask
from stats.validation.evidence import Evidence, Panel
from stats.validation.finding import Odd, gathered, problem, subject

USUAL_GROWTH = {"constant_2010": 15.0, "current": 30.0}
"""Per cent, year on year, of the total, an industry, or consumption and investment."""
SMALL_SHARE = 0.0005
STEADY = (TOTAL, *INDUSTRIES, "PRIMARY", "SECONDARY", "TERTIARY", "HH", "GOV", "GFCF")

CLOSER = 0.6
"""A year whose quarters, two of them exchanged, come this much closer to the year before has them exchanged."""
LEAST_SEASON = 0.01
LEAST_SERIES = 3


def implausible_growth(evidence: Evidence) -> list[Problem]:
    """C9: growth year on year beyond 15 per cent at constant prices, 30 at current; items of any size. A warning."""
    found: list[Problem] = []
    for panel in evidence.panels:
        at = panel.places(STEADY)
        pair = panel.block.pair(Comparison.YOY)
        growth = rate(pair.now[:, at], pair.base[:, at])
        place = panel.at(TOTAL)
        whole = panel.value if place is None else panel.value[:, [place]]
        whole = np.where(np.isnan(whole) | (whole == 0), np.inf, whole)
        weight = panel.value[:, at] / whole if place is not None else None
        limit = np.array([USUAL_GROWTH[basis] for basis in BASES])[:, None]
        beyond: Mask = np.abs(growth) > limit
        if weight is not None:
            beyond &= ~(np.abs(weight) < SMALL_SHARE) | (np.abs(growth) >= 900)
        found += gathered("implausible_growth", evidence.cells, _beyond(panel, at, growth, beyond))
    return found


def swapped_quarters(evidence: Evidence, known: Evidence | None = None) -> list[Problem]:
    """Two quarters of a year that stand in each other's place, as the quarters of the year before tell. A warning.

    The deviation of each series from its own course of the year before, in logarithms, is squared and weighted by
    size. Exchanging two quarters must take away two fifths of it, and it must be one per cent at least. The year before
    is that of the file, else of `known`.
    """
    found: list[Problem] = []
    for approach in Approach:
        panel = evidence.panel(approach, Frequency.Q)
        if panel is not None:
            before = known.panel(approach, Frequency.Q) if known is not None else None
            found += _swapped(evidence.cells, panel, before)
    return found


def _beyond(panel: Panel, at: list[int], growth: Floats, beyond: Mask) -> Iterator[Odd]:
    for region, item, basis in zip(*np.nonzero(beyond.any(axis=3)), strict=True):
        steps = np.flatnonzero(beyond[region, item, basis])
        worst = steps[np.argmax(np.abs(growth[region, item, basis, steps]))]
        block, rate_there = panel.block, float(growth[region, item, basis, worst])
        words = block.regions[region], block.items[at[item]], BASES[basis], block.periods[worst]
        limit = USUAL_GROWTH[BASES[basis]]
        rows = panel.row[region, at[item], basis, steps].tolist()
        text = subject(*words, value=round(rate_there, 2))
        yield Odd((words[0], words[2]), text, f"-{limit:.2f} – {limit:.2f}", abs(rate_there), rows)


def _swapped(cells: pd.DataFrame, panel: Panel, known: Panel | None) -> Iterator[Problem]:
    items = [item for item in panel.block.items if item in STEADY and item != TOTAL]
    for region, name in enumerate(panel.block.regions):
        for basis, basis_name in enumerate(BASES):
            now = _by_year(panel, name, items, basis)
            past = _by_year(known, name, items, basis) if known is not None else {}
            for year, quarters in now.items():
                before = now.get(year - 1, past.get(year - 1))
                pair = None if before is None else exchanged(quarters, before)
                if pair is None:
                    continue
                steps = [4 * year + quarter - panel.block.first for quarter in pair]
                rows = panel.row[region][:, basis, steps].ravel()
                first, second = (panel.block.periods[step] for step in steps)
                text = f"{subject(name, basis_name)}: {first}, {second}"
                yield problem("swapped_quarters", cells, rows[rows >= 0].tolist(), text, f"{second}, {first}")


def _by_year(panel: Panel, region: str, items: list[str], basis: int) -> dict[int, Floats]:
    """The quarters of each year that has some, over items × 4; what the panel does not have is missing."""
    if region not in panel.block.regions:
        return {}
    at = panel.block.regions.index(region)
    empty = np.full(panel.block.length, np.nan)
    rows = [empty if (place := panel.at(item)) is None else panel.value[at, place, basis] for item in items]
    by_year = np.array(rows).reshape(len(items), panel.block.length // 4, 4)
    first = panel.block.first // 4
    return {first + step: by_year[:, step] for step in range(by_year.shape[1]) if not np.isnan(by_year[:, step]).all()}


def exchanged(now: Floats, before: Floats) -> tuple[int, int] | None:
    """Which two quarters (0 to 3) stand in each other's place, None where it cannot be told; both over items × 4.

    >>> course = np.array([[90.0, 100, 105, 105], [50, 55, 60, 52], [30, 28, 26, 33]])
    >>> exchanged(1.05 * course[:, [0, 2, 1, 3]], course), exchanged(1.05 * course, course)
    ((1, 2), None)
    """
    usable = ((now > 0) & (before > 0)).all(axis=1)
    if usable.sum() < LEAST_SERIES:
        return None
    now, before = now[usable], before[usable]
    weight = before.sum(axis=1) / before.sum()
    present = _deviation(now, before, weight)
    if present < 4 * LEAST_SEASON**2:
        return None
    swaps = {pair: _deviation(_exchange(now, pair), before, weight) for pair in combinations(range(4), 2)}
    best = min(swaps, key=lambda pair: swaps[pair])
    return best if swaps[best] < CLOSER * present else None


def _exchange(quarters: Floats, pair: tuple[int, int]) -> Floats:
    order = list(range(4))
    order[pair[0]], order[pair[1]] = pair[1], pair[0]
    return quarters[:, order]


def _deviation(now: Floats, before: Floats, weight: Floats) -> float:
    """How far the course of the year is from that of the year before: weighted sum of squared logarithms."""
    apart = np.log(now) - np.log(before)
    apart -= apart.mean(axis=1, keepdims=True)
    return float((weight * (apart**2).sum(axis=1)).sum())
