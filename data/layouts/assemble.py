"""Settled tables → one reading: doubled keys, statuses, conversion, and what is absent by the file's own shape."""

from collections import defaultdict
from decimal import Decimal
from typing import NamedTuple

import pandas as pd

from data.layouts.absent import missing_industries, missing_periods
from data.layouts.derived import printed_measure
from data.layouts.release_state import without_unreleased
from data.layouts.settled import Entry, Settled, billion, digits_of, is_marked, status_of
from data.layouts.words import FACTORS
from data.reading import CELL_COLUMNS, Reading, no_cells
from model import observations
from model.dimensions import UNITS, Measure
from model.period import Period
from model.problems import Problem, Severity

_SHIFT = {unit: -FACTORS[unit].adjusted() for unit in FACTORS}

Key = tuple[str, str, str, str, Period, str]


class Line(NamedTuple):
    """One row of the reading, with the place it comes from."""

    key: Key
    value: Decimal
    status: str
    sheet: str
    where: str
    digits: int
    table: int
    copy: bool
    """Whether its cell only repeats the corner of a merged range."""


def assemble(tables: list[Settled]) -> Reading:
    """The reading of a file from its tables, in their order."""
    problems = [problem for settled in tables for problem in missing_industries(settled)]
    problems += missing_periods(tables)
    released = [settled if settled.asked else without_unreleased(settled) for settled in tables]
    lines: list[Line] = []
    printed: list[Line] = []
    for number, settled in enumerate(released, start=1):
        if not settled.asked:
            lines += _once_in_table(_level_lines(settled, number), settled)
        printed += _derived_lines(settled, number)
    lines, conflicts = _once_in_file(lines)
    told = [problem for settled in released for problem in settled.problems] + problems + conflicts
    if lines and all(line.status == "unknown" for line in lines):
        told.append(Problem("status_missing"))
    obs, cells = _frames(lines)
    derived, derived_cells = _frames(list({line.key: line for line in reversed(printed)}.values())[::-1])
    return Reading(obs, derived, tuple(_each_once(told)), cells, derived_cells)


def _level_lines(settled: Settled, number: int) -> list[Line]:
    entries = [entry for entry in settled.levels if entry.number is not None]
    marked = is_marked(settled)
    lines = []
    for entry, digits in zip(entries, digits_of(entries), strict=True):
        status = status_of(settled, entry, marked)
        lines.append(_line(settled, entry, number, "level", billion(entry), status, digits + _SHIFT[entry.unit]))
    return lines


def _derived_lines(settled: Settled, number: int) -> list[Line]:
    lines = []
    for entry, digits in zip(settled.derived, digits_of(settled.derived), strict=True):
        found = printed_measure(entry)
        if found and entry.number is not None:
            measure, basis = found
            lines.append(_line(settled, entry._replace(basis=basis), number, measure, entry.number, "unknown", digits))
    return lines


def _line(settled: Settled, entry: Entry, number: int, measure: str, value: Decimal, status: str, digits: int) -> Line:
    key = (entry.region, settled.table.approach, entry.item, entry.basis, entry.period, measure)
    return Line(key, value, status, settled.table.sheet, entry.figure.where, digits, number, entry.figure.cell.copy)


def _once_in_table(lines: list[Line], settled: Settled) -> list[Line]:
    """Each key once; where a table gives an item two values, none of them, and a problem."""
    by_key: dict[Key, list[Line]] = defaultdict(list)
    for line in lines:
        by_key[line.key].append(line)
    contested = {key: found for key, found in by_key.items() if len({line.value for line in found}) > 1}
    for item in dict.fromkeys(key[2] for key in contested):
        places = [line.where for key, found in contested.items() if key[2] == item for line in found]
        values = next(found for key, found in contested.items() if key[2] == item)
        found_text = f"{item}: " + " / ".join(f"{line.value}" for line in values)
        where = ", ".join(places[:6])
        settled.problems.append(Problem("duplicate_industry", settled.table.sheet, where, found_text))
    settled.problems += _repeated({key: found for key, found in by_key.items() if key not in contested}, settled)
    return [found[0] for key, found in by_key.items() if key not in contested]


def _repeated(by_key: dict[Key, list[Line]], settled: Settled) -> list[Problem]:
    """A row or a column that stands again with equal figures, not by a merged cell; told by what there is less of."""
    again = {key: own for key, found in by_key.items() if len(own := [line for line in found if not line.copy]) > 1}
    if not again:
        return []
    items = dict.fromkeys(key[2] for key in again)
    periods = dict.fromkeys(str(key[4]) for key in again)
    named = ", ".join(list(items if len(items) < len(periods) else periods)[:8])
    places = [line.where for found in again.values() for line in found[1:]]
    rest = f" … (+{len(places) - 6})" if len(places) > 6 else ""
    return [Problem("repeated_figures", settled.table.sheet, ", ".join(places[:6]) + rest, named)]


def _once_in_file(lines: list[Line]) -> tuple[list[Line], list[Problem]]:
    """Each key once over all tables; values that differ by more than their printed digits contest it."""
    by_key: dict[Key, list[Line]] = defaultdict(list)
    for line in lines:
        by_key[line.key].append(line)
    problems: dict[tuple[object, ...], Problem] = {}
    kept: list[Line] = []
    for key, found in by_key.items():
        if all(_same(found[0], other) for other in found[1:]):
            kept.append(max(found, key=lambda line: line.digits))
            continue
        places = ", ".join(f"{line.sheet} {line.where}".strip() for line in found)
        where = (key[0], key[3], *(line.table for line in found))
        values = f"{key[2]} {key[4]}: " + " / ".join(f"{line.value}" for line in found)
        problems.setdefault(where, Problem("conflicting_values", found[0].sheet, places, values))
    return kept, list(problems.values())


def _same(one: Line, other: Line) -> bool:
    if one.value == other.value:
        return True
    coarse = min(one.digits, other.digits)
    return one.digits != other.digits and abs(one.value - other.value) <= Decimal(5).scaleb(-coarse - 1)


def _frames(lines: list[Line]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The rows as the one table, and their places on the same index."""
    if not lines:
        return observations.empty(), no_cells()
    rows = [
        (*line.key[:4], line.key[4].frequency.value, str(line.key[4]), line.key[5], float(line.value),
         UNITS[Measure(line.key[5])].value, line.status, "")
        for line in lines
    ]  # fmt: skip
    obs = pd.DataFrame(rows, columns=list(observations.COLUMNS)).astype({"value": "float64"})
    texts = [name for name in observations.COLUMNS if name != "value"]
    obs[texts] = obs[texts].astype("str")
    places = [(line.sheet, line.where, line.digits, line.table) for line in lines]
    cells = pd.DataFrame(places, columns=list(CELL_COLUMNS)).astype({"sheet": "str", "cell": "str"})
    return obs, cells


def _each_once(problems: list[Problem]) -> list[Problem]:
    """Questions once a sheet, all else once a place."""
    seen: dict[tuple[str, ...], Problem] = {}
    for problem in problems:
        place = () if problem.severity == Severity.NEEDS_ANSWER else (problem.where, problem.found)
        seen.setdefault((problem.code, problem.sheet, *place), problem)
    return list(seen.values())
