"""From rows that break a rule to a problem: the sheet and the cells, what was found and what was expected."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

import pandas as pd

from model.problems import Problem, Severity

FEW = 5
"""Series of one region and price basis that are told one by one; more of them have one cause, and are told as one."""
_CELL = re.compile(r"([A-Z]+)([0-9]+)")


class Odd(NamedTuple):
    """A series that breaks a rule: what it belongs to, its worst figure in words, how bad that is, all its rows."""

    group: tuple[str, ...]
    found: str
    expected: str
    weight: float
    rows: list[int]


def problem(
    code: str,
    cells: pd.DataFrame,
    rows: Iterable[int],
    found: str,
    expected: str = "",
    severity: Severity | None = None,
) -> Problem:
    """The problem that these rows of `cells` show: the sheet of the first, and all of the cells in that sheet."""
    at = sorted(rows)
    sheets, names = cells["sheet"].take(at).tolist(), cells["cell"].take(at).tolist()
    sheet = str(sheets[0]) if sheets else ""
    here = [str(name) for name, own in zip(names, sheets, strict=True) if own == sheet]
    return Problem(code, sheet, ranges(here), found, expected, severity)


def gathered(code: str, cells: pd.DataFrame, odd: Iterable[Odd], severity: Severity | None = None) -> list[Problem]:
    """One problem a series, in the words of its worst figure; where a group has more than `FEW`, one for the group."""
    groups: dict[tuple[str, ...], list[Odd]] = defaultdict(list)
    for one in odd:
        groups[one.group].append(one)
    found = []
    for group in groups.values():
        for series in [group] if len(group) > FEW else [[one] for one in group]:
            worst = max(series, key=lambda one: one.weight)
            rows = [row for one in series for row in one.rows]
            text = worst.found + (f" (+{len(rows) - 1})" if len(rows) > 1 else "")
            found.append(problem(code, cells, rows, text, worst.expected, severity))
    return found


def subject(*words: str, value: float | None = None, more: int = 0) -> str:
    """What a problem is about, as codes: region, item, price basis, period; then the value, and how many more.

    >>> subject("1275", "C", "current", "2024", value=12.5, more=3)
    '1275 C current 2024: 12.50 (+3)'
    """
    text = " ".join(filter(None, words))
    if value is not None:
        text += f": {figure(value)}"
    return f"{text} (+{more})" if more else text


def figure(value: float, digits: int | None = None) -> str:
    """A figure as the machine writes it: as many decimals as it has, two to six of them.

    >>> figure(12.5), figure(1234.5678), figure(3)
    ('12.50', '1234.5678', '3.00')
    """
    if digits is not None:
        return f"{value:.{digits}f}"
    whole, _, decimals = f"{value:.6f}".rstrip("0").partition(".")
    return f"{whole}.{decimals:0<2}"


def ranges(names: Sequence[str]) -> str:
    """Cells as few ranges: those in one row side by side, then those in one column below each other.

    >>> ranges(["C5", "D5", "E5", "C9"]), ranges(["B2", "B3", "B4"]), ranges([])
    ('C5:E5, C9', 'B2:B4', '')
    """
    found = [_CELL.fullmatch(name) for name in dict.fromkeys(names)]
    places = sorted((int(match[2]), _number(match[1])) for match in found if match)
    strips = [_span(run) for run in _runs(places)]
    merged = [
        f"{_letters(first)}{run[0][0]}:{_letters(last)}{run[-1][0]}" if (run[0][0], first) != (run[-1][0], last) else
        f"{_letters(first)}{run[0][0]}"
        for (first, last), run in _stacks(strips)
    ]  # fmt: skip
    return ", ".join(merged)


def _runs(places: list[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Cells side by side in one row."""
    numbered = enumerate(places)
    return [
        [place for _, place in run] for _, run in groupby(numbered, key=lambda each: (each[1][0], each[1][1] - each[0]))
    ]


def _span(run: list[tuple[int, int]]) -> tuple[int, int, int]:
    return run[0][0], run[0][1], run[-1][1]


def _stacks(strips: list[tuple[int, int, int]]) -> list[tuple[tuple[int, int], list[tuple[int, int]]]]:
    """Strips of the same columns in rows that follow each other."""
    ordered = sorted(strips, key=lambda strip: (strip[1], strip[2], strip[0]))
    numbered = enumerate(ordered)
    stacks = [
        [strip for _, strip in run]
        for _, run in groupby(numbered, key=lambda each: (each[1][1], each[1][2], each[1][0] - each[0]))
    ]
    stacks.sort(key=lambda stack: (stack[0][0], stack[0][1]))
    return [((stack[0][1], stack[0][2]), [(row, first) for row, first, _ in stack]) for stack in stacks]


def _number(letters: str) -> int:
    value = 0
    for letter in letters:
        value = value * 26 + ord(letter) - 64
    return value


def _letters(number: int) -> str:
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name
