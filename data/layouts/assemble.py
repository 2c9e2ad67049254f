"""Settled tables → rows: doubled keys, statuses, conversion, and what is absent by the file's own shape."""

from dataclasses import dataclass, field
from decimal import Decimal

import numpy as np
from numpy.typing import NDArray

from data.container.number import shortest
from data.found import Lines, period_of
from data.grid import place
from data.layouts.absent import missing_industries, missing_periods
from data.layouts.derived import printed_measure
from data.layouts.entries import Entries
from data.layouts.figure import BASIS, ITEM, MARK, MEASURE, QUARTER, REGION, UNSAID, YEAR, name_code, name_of
from data.layouts.period_word import ANNUAL, STATUS_OF_MARK
from data.layouts.release_state import without_unreleased
from data.layouts.settled import Settled
from model.problems import Problem, Severity

_ITEM_OF_KEY = 2


@dataclass
class Assembled:
    """The rows of a file, levels and derived ones, where those in words stand, and the problems."""

    levels: Lines
    printed: Lines
    words: list[str]
    problems: list[Problem]


@dataclass
class _Assembly:
    """A file while its tables are put together."""

    words: list[str] = field(default_factory=list)

    def lines(self, settled: Settled, number: int, entries: Entries, values: NDArray[np.float64]) -> Lines:
        """Entries as lines of levels; what else is said of them is put in afterwards."""
        figures, count = entries.figures, len(entries)
        approach = np.full(count, name_code(settled.table.approach), np.int16)
        level = np.full(count, name_code("level"), np.int16)
        rows, columns = figures.rows, figures.columns
        if figures.words:
            rows, columns = rows + np.int32(len(self.words)), np.full(count, -1, np.int32)
            self.words += figures.words
        return Lines(
            named=np.stack([entries.said(REGION), approach, entries.said(ITEM), entries.said(BASIS), level]),
            period=entries.period, value=values, status=np.full(count, name_code("unknown"), np.int16),
            sheet=np.full(count, max(name_code(settled.table.sheet), 0), np.int16), digits=_digits(entries),
            table=np.full(count, number, np.int32), row=rows, column=columns, copy=figures.copies(),
        )  # fmt: skip

    def levels(self, settled: Settled, number: int) -> Lines:
        """The levels of a table in billion rupiah, with their statuses."""
        entries = settled.levels.only(settled.levels.present)
        lines = self.lines(settled, number, entries, entries.billions())
        lines.digits = lines.digits + entries.shifts()
        lines.status = _statuses(settled, entries)
        return lines

    def derived(self, settled: Settled, number: int) -> Lines:
        """The derived figures of a table of which the measure is known."""
        entries = settled.derived
        lines = self.lines(settled, number, entries, entries.number)
        told = np.stack([entries.said(MEASURE), entries.said(BASIS), entries.said(QUARTER) <= ANNUAL])
        for combination in np.unique(told, axis=1).T:
            which = (told == combination[:, None]).all(axis=0)
            measure, basis, annual = combination.tolist()
            found = printed_measure(name_of(measure), name_of(basis), bool(annual))
            lines.named[-1, which] = name_code(found[0]) if found else UNSAID
            lines.named[-2, which] = name_code(found[1]) if found else UNSAID
        return lines.only(lines.named[-1] != UNSAID)


def assemble(tables: list[Settled]) -> Assembled:
    """The rows of a file from its tables, in their order."""
    problems = missing_industries(tables) + missing_periods(tables)
    released = [settled if settled.asked else without_unreleased(settled) for settled in tables]
    assembly = _Assembly()
    parts, printed = [], []
    for number, settled in enumerate(released, start=1):
        if not settled.asked:
            parts.append(_once_in_table(assembly.levels(settled, number), assembly.words, settled))
        printed.append(assembly.derived(settled, number))
    lines, conflicts = _once_in_file(Lines.joined(parts), assembly.words)
    told = [problem for settled in released for problem in settled.problems] + problems + conflicts
    if len(lines) and (lines.status == name_code("unknown")).all():
        told.append(Problem("status_missing"))
    derived = Lines.joined(printed)
    derived = derived.only(np.sort(np.unique(derived.keys(), return_index=True)[1]))
    return Assembled(lines, derived, assembly.words, _each_once(told))


def _digits(entries: Entries) -> NDArray[np.int16]:
    """The decimals of the last printed digit of each value, in its own unit.

    A text says so itself; of stored numbers, which lose their last zeros, the finest of the main rows or of the parts.
    """
    typed = entries.typed()
    items = entries.said(ITEM)
    part = np.isin(items, [code for code in np.unique(items).tolist() if "." in name_of(code)])
    finest = np.zeros(len(entries), np.int16)
    for which in (part, ~part):
        finest[which] = entries.decimals[which & ~typed].max(initial=0)
    return np.where(typed, entries.decimals, finest)


def _statuses(settled: Settled, entries: Entries) -> NDArray[np.int16]:
    """The status of each value: by its own mark, else by that of its year, else final where other years are marked."""
    marks = entries.marks()
    for year, mark in settled.table.marks.items():
        marks[(marks == UNSAID) & (entries.said(YEAR) == year)] = name_code(mark)
    own = {name_of(code) for code in np.unique(entries.marks()).tolist()}
    on_periods = bool(settled.table.marks) or bool((entries.said(MARK) != UNSAID).any())
    marked = on_periods or bool(own - {"", "r"})
    statuses = np.full(len(entries), name_code("final" if marked else "unknown"), np.int16)
    for code in np.unique(marks).tolist():
        if code != UNSAID:
            statuses[marks == code] = name_code(STATUS_OF_MARK[name_of(code)])
    return statuses


def where(lines: Lines, words: list[str], at: int) -> str:
    """The place of a line in words."""
    row, column = int(lines.row[at]), int(lines.column[at])
    return words[row] if column < 0 else place(row, column)


def _groups(lines: Lines) -> tuple[NDArray[np.int64], list[list[int]]]:
    """The first line of each key, in the order of the lines, and all lines of each key that stands several times."""
    keys = lines.keys()
    ordered = np.sort(keys)
    if (ordered[1:] != ordered[:-1]).all():
        return np.arange(len(keys)), []
    _, first, group, counts = np.unique(keys, return_index=True, return_inverse=True, return_counts=True)
    again: dict[int, list[int]] = {}
    for at in np.flatnonzero(counts[group] > 1).tolist():
        again.setdefault(int(group[at]), []).append(at)
    return first[np.argsort(first)], list(again.values())


def _once_in_table(lines: Lines, words: list[str], settled: Settled) -> Lines:
    """Each key once; where a table gives an item two values, none of them, and a problem."""
    first, groups = _groups(lines)
    contested = [found for found in groups if (lines.value[found] != lines.value[found[0]]).any()]
    by_item: dict[str, list[list[int]]] = {}
    for found in contested:
        by_item.setdefault(name_of(int(lines.named[_ITEM_OF_KEY, found[0]])), []).append(found)
    for item, keys in by_item.items():
        places = [where(lines, words, at) for found in keys[:6] for at in found][:6]
        values = " / ".join(shortest(float(lines.value[at])) for at in keys[0][:6])
        settled.problems.append(
            Problem("duplicate_industry", settled.table.sheet, ", ".join(places), f"{item}: {values}")
        )
    gone = {found[0] for found in contested}
    settled.problems += _repeated(lines, words, [found for found in groups if found[0] not in gone], settled)
    return lines.only(first[~np.isin(first, list(gone))] if gone else first)


def _repeated(lines: Lines, words: list[str], groups: list[list[int]], settled: Settled) -> list[Problem]:
    """A row or a column that stands again with equal figures, not by a merged cell; told by what there is less of."""
    typed = [[at for at in found if not lines.copy[at]] for found in groups]
    again = [found for found in typed if len(found) > 1]
    if not again:
        return []
    items = dict.fromkeys(name_of(int(lines.named[_ITEM_OF_KEY, found[0]])) for found in again)
    periods = dict.fromkeys(str(period_of(int(lines.period[found[0]]))) for found in again)
    named = ", ".join(list(items if len(items) < len(periods) else periods)[:8])
    places = [at for found in again for at in found[1:]]
    rest = f" … (+{len(places) - 6})" if len(places) > 6 else ""
    listed = ", ".join(where(lines, words, at) for at in places[:6]) + rest
    return [Problem("repeated_figures", settled.table.sheet, listed, named)]


def _once_in_file(lines: Lines, words: list[str]) -> tuple[Lines, list[Problem]]:
    """Each key once over all tables; values that differ by more than their printed digits contest it."""
    first, groups = _groups(lines)
    problems: dict[tuple[object, ...], Problem] = {}
    best = {found[0]: found[0] for found in groups}
    for found in groups:
        if all(_same(lines, found[0], other) for other in found[1:]):
            best[found[0]] = max(found, key=lambda at: int(lines.digits[at]))
            continue
        del best[found[0]]
        region, _, item, basis, _ = (name_of(code) for code in lines.named[:, found[0]].tolist())
        contest = (region, basis, *lines.table[found].tolist())
        if contest not in problems:
            places = ", ".join(f"{name_of(int(lines.sheet[at]))} {where(lines, words, at)}".strip() for at in found)
            values = " / ".join(shortest(float(lines.value[at])) for at in found)
            text = f"{item} {period_of(int(lines.period[found[0]]))}: {values}"
            problems[contest] = Problem("conflicting_values", name_of(int(lines.sheet[found[0]])), places, text)
    several = {found[0] for found in groups}
    kept = [best.get(at, at) for at in first.tolist() if at not in several or at in best] if groups else first
    return lines.only(np.asarray(kept, np.int64)), list(problems.values())


def _same(lines: Lines, one: int, other: int) -> bool:
    if lines.value[one] == lines.value[other]:
        return True
    coarse, fine = sorted((int(lines.digits[one]), int(lines.digits[other])))
    gap = abs(Decimal(shortest(float(lines.value[one]))) - Decimal(shortest(float(lines.value[other]))))
    return coarse != fine and gap <= Decimal(5).scaleb(-coarse - 1)


def _each_once(problems: list[Problem]) -> list[Problem]:
    """Questions once a sheet, all else once a place."""
    seen: dict[tuple[str, ...], Problem] = {}
    for problem in problems:
        place = () if problem.severity == Severity.NEEDS_ANSWER else (problem.where, problem.found)
        seen.setdefault((problem.code, problem.sheet, *place), problem)
    return list(seen.values())
