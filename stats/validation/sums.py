"""Additions: industries to the total, parts to what they are parts of, quarters to the year (C1, C2, C3).

Published figures are rounded each on its own, so a sum may differ by half a unit of the last printed digit of each term
and of the sum. What is absent counts as nothing, where enough of the terms stand to test at all.
"""

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.accounts import KNOWN_PARTS
from model.dimensions import Approach, Frequency
from model.items import GROUPS, INDUSTRIES, THREE_GROUPS, TOTAL, parent
from model.problems import Problem, Severity
from stats.block import BASES
from stats.reasons import Floats, Mask
from stats.validation.evidence import Evidence, Panel
from stats.validation.finding import figure, problem, subject

LEAST_INDUSTRIES = 9
LEAST_COMPONENTS = 4
FLOAT_NOISE = 1e-12
_DOMESTIC = ("HH", "NPISH", "GOV", "GFCF", "INV")


class Addition(NamedTuple):
    """Terms added up, over region × price basis × period, in billion rupiah: sum, bound of rounding, how many stand."""

    total: Floats
    bound: Floats
    stand: Floats


def added(panel: Panel, items: Sequence[str]) -> Addition:
    """The sum of those of the items that stand, what is absent counting as nothing."""
    at = panel.places(tuple(items))
    value, half = panel.value[:, at], panel.half[:, at]
    return Addition(np.nansum(value, axis=1), np.nansum(half, axis=1), (~np.isnan(value)).sum(axis=1).astype(float))


def components(panel: Panel) -> Addition:
    """The sum of the components: exports less imports where both stand, else net exports, never both."""
    home, exports, imports, net = (added(panel, items) for items in (_DOMESTIC, ("EXP",), ("IMP",), ("NX",)))
    between = added(panel, ("NX_REGIONAL",))
    both = (exports.stand > 0) & (imports.stand > 0)
    return Addition(
        home.total + between.total + np.where(both, exports.total - imports.total, net.total),
        home.bound + between.bound + np.where(both, exports.bound + imports.bound, net.bound),
        home.stand + between.stand + np.where(both, 2.0, net.stand),
    )


def broken(panel: Panel, place: int, terms: Addition, least: float) -> Mask:
    """Where an item differs from its terms beyond rounding, at least so many of them standing."""
    whole, half = panel.value[:, place], panel.half[:, place]
    slack = np.nan_to_num(half) + terms.bound + FLOAT_NOISE * np.abs(np.nan_to_num(whole))
    apart: Mask = np.abs(whole - terms.total) > slack * (1 + 1e-9)
    return apart & (terms.stand >= least)


def total_mismatch(evidence: Evidence) -> list[Problem]:
    """C1: the industries, the three groups or the components add to the printed total. An error."""
    found: list[Problem] = []
    for panel in evidence.panels:
        place = panel.at(TOTAL)
        if place is None:
            continue
        if panel.block.approach == Approach.PRODUCTION:
            ways = [(added(panel, INDUSTRIES), LEAST_INDUSTRIES), (added(panel, THREE_GROUPS), len(THREE_GROUPS))]
        else:
            ways = [(components(panel), LEAST_COMPONENTS)]
        for terms, least in ways:
            found += _problems(
                "total_mismatch", evidence.cells, panel, place, terms, broken(panel, place, terms, least)
            )
    return found


def parent_mismatch(evidence: Evidence) -> list[Problem]:
    """C2: parts add to what they are parts of, industries to their group, exports less imports to net exports."""
    found: list[Problem] = []
    for panel in evidence.panels:
        for item, parts, least in _families(panel):
            place = panel.block.items.index(item)
            terms = _net(panel) if item == "NX" else added(panel, parts)
            found += _problems(
                "parent_mismatch", evidence.cells, panel, place, terms, broken(panel, place, terms, least)
            )
    return found


def quarters_mismatch(evidence: Evidence) -> list[Problem]:
    """C3: four quarters add to the year. An error; a warning where they stand in different sheets, of two vintages."""
    found: list[Problem] = []
    for approach in Approach:
        quarterly, annual = evidence.panel(approach, Frequency.Q), evidence.panel(approach, Frequency.A)
        if quarterly is not None and annual is not None:
            found += _of_years(evidence.cells, _years(quarterly, annual))
    return found


def _families(panel: Panel) -> Iterator[tuple[str, tuple[str, ...], float]]:
    """Each item that has parts in the panel, its parts, and how many of them must stand for a test."""
    items = panel.block.items
    for item in items:
        parts = tuple(one for one in items if one != item and item != TOTAL and parent(one) == item)
        if parts:
            yield item, parts, (KNOWN_PARTS[item] + 1) // 2 if item in KNOWN_PARTS else min(2, len(parts))
        elif item in GROUPS and panel.block.approach == Approach.PRODUCTION:
            yield item, GROUPS[item], (len(GROUPS[item]) + 1) // 2
        elif item == "NX" and {"EXP", "IMP"} <= set(items):
            yield item, ("EXP", "IMP"), 2


def _net(panel: Panel) -> Addition:
    exports, imports = added(panel, ("EXP",)), added(panel, ("IMP",))
    return Addition(exports.total - imports.total, exports.bound + imports.bound, exports.stand + imports.stand)


def _problems(
    code: str, cells: pd.DataFrame, panel: Panel, place: int, terms: Addition, apart: Mask
) -> Iterator[Problem]:
    """One problem a region and price basis: every period that breaks, in the words of the worst."""
    block = panel.block
    for region, basis in zip(*np.nonzero(apart.any(axis=2)), strict=True):
        steps = np.flatnonzero(apart[region, basis])
        value = panel.value[region, place, basis]
        worst = steps[np.argmax(np.abs(value - terms.total[region, basis])[steps])]
        words = block.regions[region], block.items[place], BASES[basis], block.periods[worst]
        bound = terms.bound[region, basis, worst] + panel.half[region, place, basis, worst]
        yield problem(
            code,
            cells,
            panel.row[region, place, basis, steps].tolist(),
            subject(*words, value=value[worst], more=len(steps) - 1),
            f"{figure(terms.total[region, basis, worst])} ± {figure(bound)}",
        )


class _Years(NamedTuple):
    """Years that both panels have, over region × item × price basis × year, with the rows of the year and its Q1."""

    regions: list[str]
    items: list[str]
    years: list[str]
    value: Floats
    total: Floats
    bound: Floats
    row: NDArray[np.int64]
    first_quarter: NDArray[np.int64]


def _years(quarterly: Panel, annual: Panel) -> _Years:
    first, count = quarterly.block.first // 4, quarterly.block.length // 4
    years = [year for year in annual.block.periods if first <= int(year) < first + count]
    regions = sorted(set(quarterly.block.regions) & set(annual.block.regions))
    items = [item for item in quarterly.block.items if item in annual.block.items]
    bases = range(len(BASES))

    def of_quarters(array: NDArray[Any]) -> NDArray[Any]:
        at = np.ix_(_where(quarterly.block.regions, regions), _where(quarterly.block.items, items), bases)
        by_year: NDArray[Any] = array[at].reshape(len(regions), len(items), len(BASES), count, 4)
        return by_year[:, :, :, [int(year) - first for year in years]]

    def of_years(array: NDArray[Any]) -> NDArray[Any]:
        where = (_where(annual.block.regions, regions), _where(annual.block.items, items), bases)
        taken: NDArray[Any] = array[np.ix_(*where, _where(annual.block.periods, years))]
        return taken

    total = of_quarters(quarterly.value).sum(axis=-1)
    bound = (of_quarters(quarterly.half).sum(axis=-1) + of_years(annual.half)) * _siblings(items)[:, None, None]
    rows = of_years(annual.row), of_quarters(quarterly.row)[..., 0]
    return _Years(regions, items, years, of_years(annual.value), total, bound, *rows)


def _siblings(items: Sequence[str]) -> Floats:
    """How many parts of one item there are, itself included: one of them may be printed as what the others leave, and
    then carries the rounding of all. One for what is no part."""
    parents = [parent(item) for item in items]
    return np.array([1.0 if above in (None, TOTAL) else parents.count(above) for above in parents])


def _where(axis: Sequence[str], names: Sequence[str]) -> list[int]:
    places = {name: place for place, name in enumerate(axis)}
    return [places[name] for name in names]


def _of_years(cells: pd.DataFrame, years: _Years) -> Iterator[Problem]:
    """One problem a region and price basis, in the words of the year that is furthest from its quarters."""
    gap = np.abs(years.value - years.total)
    apart = gap > years.bound * (1 + 1e-9) + FLOAT_NOISE * np.abs(years.value)
    for region, basis in zip(*np.nonzero(apart.any(axis=(1, 3))), strict=True):
        at = np.argwhere(apart[region, :, basis])
        item, year = max(map(tuple, at), key=lambda each: gap[region, each[0], basis, each[1]])
        place = region, item, basis, year
        rows = [int(years.row[region, one, basis, when]) for one, when in at]
        sheets = cells.loc[[int(years.row[place]), int(years.first_quarter[place])], "sheet"]
        words = years.regions[region], years.items[item], BASES[basis], years.years[year]
        yield problem(
            "quarters_mismatch",
            cells,
            rows,
            subject(*words, value=years.value[place], more=len(at) - 1),
            f"{figure(years.total[place])} ± {figure(years.bound[place])}",
            None if sheets.nunique() == 1 else Severity.WARNING,
        )
