"""What is absent from a table by its own shape: industries beside the others, quarters between the others."""

import re
from collections import defaultdict

import numpy as np

from data.found import period_of
from data.layouts.entries import slot_parts
from data.layouts.figure import ITEM, name_code, name_of
from data.layouts.settled import Settled
from model.accounts import parts_of_total
from model.dimensions import Frequency
from model.items import COMPONENTS, INDUSTRIES
from model.period import Period, from_ordinal
from model.problems import Problem

_ENOUGH = {"production": 9, "expenditure": 4}
_RANGE = re.compile(r"(?<![\d=])((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)(?!\d)")
_LONGEST_RANGE = 30

Slot = tuple[str, str, str, Frequency]


def missing_industries(tables: list[Settled]) -> list[Problem]:
    """The industries or components that a table of most of them lacks, one problem a table.

    A table of the three groups lacks none, nor does one that another table goes on with: for the same region, price
    basis and period it holds the rest.
    """
    found = []
    for settled in tables:
        absent = _absent(settled)
        if absent and len(tables) > 1:
            absent = _nowhere(absent, settled, tables)
        if absent:
            sheet, where = settled.table.sheet, settled.table.where
            found.append(Problem("missing_industry", sheet, where, "", ", ".join(absent)))
    return found


def _absent(settled: Settled) -> list[str]:
    """What a table of most industries or components lacks."""
    present = {name_of(code) for code in np.unique(settled.levels.said(ITEM)).tolist()}
    approach = settled.table.approach
    wanted = INDUSTRIES if approach == "production" else parts_of_total(approach, present)
    if len(present & set(INDUSTRIES if approach == "production" else COMPONENTS)) < _ENOUGH[approach]:
        return []
    return [item for item in wanted if item not in present]


def _nowhere(absent: list[str], settled: Settled, tables: list[Settled]) -> list[str]:
    """What no table of the file holds, of all that one lacks, for each region, price basis and period of that one."""
    held: dict[str, set[int]] = defaultdict(set)
    for other in tables:
        if other.table.approach == settled.table.approach:
            for item in absent:
                held[item] |= set(other.levels.slot[other.levels.said(ITEM) == name_code(item)].tolist())
    slots = set(settled.levels.slot.tolist())
    return [item for item in absent if not slots <= held[item]]


def missing_periods(tables: list[Settled]) -> list[Problem]:
    """The quarters and years inside the range of a file, or of a title, for which no table has a column or row."""
    slots: dict[Slot, set[Period]] = defaultdict(set)
    sheets: dict[Slot, str] = {}
    titles: dict[Slot, set[str]] = defaultdict(set)
    for settled in tables:
        for slot, period in _slots(settled):
            slots[slot].add(period)
            sheets.setdefault(slot, settled.table.sheet)
            titles[slot].add(settled.table.title)
    problems: dict[tuple[str, str], Problem] = {}
    for slot, periods in slots.items():
        ordinals = {period.ordinal for period in periods}
        inside = [at for at in range(min(ordinals), max(ordinals)) if at not in ordinals]
        absent = [str(from_ordinal(at, slot[3])) for at in inside] + _promised(titles[slot], periods)
        if absent:
            named = ", ".join(absent[:8])
            problems.setdefault((sheets[slot], named), Problem("missing_period", sheets[slot], "", "", named))
    return list(problems.values())


def _slots(settled: Settled) -> list[tuple[Slot, Period]]:
    """The regions, price bases and periods of a table, each once, as they come first."""
    found, first = np.unique(settled.levels.slot, return_index=True)
    result = []
    for slot in found[np.argsort(first)].tolist():
        region, basis, number = slot_parts(slot)
        period = period_of(number)
        result.append(((region, settled.table.approach, basis, period.frequency), period))
    return result


def _promised(titles: set[str], periods: set[Period]) -> list[str]:
    """The years at the ends of the range in a title, such as 2021–2025, of which no period stands."""
    years = {period.year for period in periods}
    for title in titles:
        for found in _RANGE.finditer(title):
            first, last = int(found[1]), int(found[2])
            if first <= min(years) and max(years) <= last and last - first <= _LONGEST_RANGE:
                return [str(year) for year in (*range(first, min(years)), *range(max(years) + 1, last + 1))]
    return []
