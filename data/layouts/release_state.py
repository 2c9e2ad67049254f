"""Periods that are not released yet: 0, blank or a sign for missing where earlier periods hold figures.

A typed 0 in a released period is a true zero; a total that stands alone over blank items is released, they are not.
"""

from collections import defaultdict
from dataclasses import replace
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.found import OF_A_YEAR, period_of
from data.layouts.entries import NUMBER, STRANGE, UNCALCULATED, Entries, slot_parts
from data.layouts.figure import ITEM, name_code
from data.layouts.settled import Settled
from model.items import TOTAL, TOTAL_NONMIGAS
from model.problems import Problem

_PARTLY, _WHOLLY = 1, 2


class Held(NamedTuple):
    """What a period holds: its place among all, whether any item and the total are more than nothing, …"""

    at: int
    items: bool
    total: bool
    blank: bool
    """… whether items are there but none has a number, and the total as it stands."""
    whole: float


def without_unreleased(settled: Settled) -> Settled:
    """The table without the values of periods that are not released, and one problem that names these."""
    levels = settled.levels
    if not len(levels):
        return settled
    slots, place = np.unique(levels.slot, return_inverse=True)
    groups: dict[tuple[str, str], dict[int, Held]] = defaultdict(dict)
    for slot, held in zip(slots.tolist(), _held(levels, place, len(slots)), strict=True):
        region, basis, period = slot_parts(slot)
        groups[region, basis][period] = held
    gone = np.zeros(len(slots), np.int8)
    named: set[int] = set()
    for periods in groups.values():
        for period, total_stays in _unreleased(periods).items():
            gone[periods[period].at] = _PARTLY if total_stays else _WHOLLY
            named.add(period)
    if not named:
        return settled
    totals = np.isin(levels.said(ITEM), (name_code(TOTAL), name_code(TOTAL_NONMIGAS)))
    stays = (gone[place] == 0) | ((gone[place] == _PARTLY) & totals)
    listed = ", ".join(sorted(str(period_of(number)) for number in named)[:12])
    settled.problems.append(Problem("unreleased_period", settled.table.sheet, settled.table.where, listed))
    return replace(settled, levels=levels.only(stays))


def _held(levels: Entries, place: NDArray[np.int64], count: int) -> list[Held]:
    """What stands in each region, price basis and period."""
    total = levels.said(ITEM) == name_code(TOTAL)
    item = ~total & (levels.said(ITEM) != name_code(TOTAL_NONMIGAS))
    alive = np.isin(levels.state, (STRANGE, UNCALCULATED)) | ((levels.state == NUMBER) & (levels.number != 0))
    items, filled, alive_items, alive_total = (
        np.bincount(place[which], minlength=count).tolist()
        for which in (item, item & levels.present, item & alive, total & alive)
    )
    whole = np.full(count, np.nan)
    whole[place[total][::-1]] = levels.number[total][::-1]
    return [
        Held(at, alive_items[at] > 0, alive_total[at] > 0, items[at] > 0 and not filled[at], number)
        for at, number in enumerate(whole.tolist())
    ]


def _unreleased(periods: dict[int, Held]) -> dict[int, bool]:
    """The periods of a region and price basis that are not released → whether their total is."""
    found: dict[int, bool] = {}
    elsewhere = any(held.items for held in periods.values())
    for yearly in (False, True):
        seen = seen_items = False
        for period in sorted(number for number in periods if (number % OF_A_YEAR == 0) == yearly):
            held = periods[period]
            if not held.items and not held.total:
                if seen:
                    found[period] = False
            elif not held.items and held.blank and (seen_items or elsewhere):
                found[period] = True
            seen, seen_items = seen or held.items or held.total, seen_items or held.items
    _add_partial_years(periods, found)
    return found


def _add_partial_years(periods: dict[int, Held], found: dict[int, bool]) -> None:
    """A year is not released while a quarter of it is not, where its figure is but the sum of the others."""
    for year in {
        number - number % OF_A_YEAR for number, total_stays in found.items() if number % OF_A_YEAR and not total_stays
    }:
        if year in periods and year not in found:
            parts = [periods[year + at].whole for at in (1, 2, 3, 4) if year + at in periods]
            known = sum(number for number in parts if number == number)
            if abs(known - periods[year].whole) <= 0.03 + 1e-9:
                found[year] = False
