"""What is absent from a table by its own shape: industries beside the others, quarters between the others."""

import re
from collections import defaultdict

from data.layouts.settled import Settled
from model.accounts import parts_of_total
from model.dimensions import Frequency
from model.items import COMPONENTS, INDUSTRIES
from model.period import Period, from_ordinal
from model.problems import Problem

_ENOUGH = {"production": 9, "expenditure": 4}
_RANGE = re.compile(r"(?<![\d=])((?:19|20)\d\d)\s*[-–—/]\s*((?:19|20)\d\d)(?!\d)")
_LONGEST_RANGE = 30


def missing_industries(settled: Settled) -> list[Problem]:
    """The industries or components that a table of most of them lacks; a table of the three groups lacks none."""
    present = {entry.item for entry in settled.levels}
    approach = settled.table.approach
    wanted = INDUSTRIES if approach == "production" else parts_of_total(approach, present)
    if len(present & set(INDUSTRIES if approach == "production" else COMPONENTS)) < _ENOUGH[approach]:
        return []
    absent = [item for item in wanted if item not in present]
    sheet, where = settled.table.sheet, settled.table.where
    return [Problem("missing_industry", sheet, where, "", ", ".join(absent))] if absent else []


def missing_periods(tables: list[Settled]) -> list[Problem]:
    """The quarters and years inside the range of a file, or of a title, for which no table has a column or row."""
    slots: dict[tuple[str, str, str, Frequency], set[Period]] = defaultdict(set)
    sheets: dict[tuple[str, str, str, Frequency], str] = {}
    titles: dict[tuple[str, str, str, Frequency], set[str]] = defaultdict(set)
    for settled in tables:
        for entry in settled.levels:
            key = (entry.region, settled.table.approach, entry.basis, entry.period.frequency)
            slots[key].add(entry.period)
            sheets.setdefault(key, settled.table.sheet)
            titles[key].add(settled.table.title)
    problems: dict[tuple[str, str], Problem] = {}
    for key, periods in slots.items():
        ordinals = {period.ordinal for period in periods}
        inside = [at for at in range(min(ordinals), max(ordinals)) if at not in ordinals]
        absent = [str(from_ordinal(at, key[3])) for at in inside] + _promised(titles[key], periods)
        if absent:
            named = ", ".join(absent[:8])
            problems.setdefault((sheets[key], named), Problem("missing_period", sheets[key], "", "", named))
    return list(problems.values())


def _promised(titles: set[str], periods: set[Period]) -> list[str]:
    """The years at the ends of the range in a title, such as 2021–2025, of which no period stands."""
    years = {period.year for period in periods}
    for title in titles:
        for found in _RANGE.finditer(title):
            first, last = int(found[1]), int(found[2])
            if first <= min(years) and max(years) <= last and last - first <= _LONGEST_RANGE:
                return [str(year) for year in (*range(first, min(years)), *range(max(years) + 1, last + 1))]
    return []
