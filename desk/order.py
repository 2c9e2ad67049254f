"""The order in which problems are told: the gravest first, then as they stand in the file."""

import re
from collections.abc import Iterable

from model.problems import Problem, Severity

_GRAVITY = {severity: place for place, severity in enumerate(Severity)}
_CELL = re.compile(r"([A-Z]{1,3})([0-9]+)")


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Each problem once, by severity, then sheet, row and column of its first cell, then code."""
    return tuple(sorted(dict.fromkeys(problems), key=_rank))


def _rank(problem: Problem) -> tuple[int, str, int, int, str, str]:
    cell = _CELL.search(problem.where)
    row, column = (int(cell[2]), _column(cell[1])) if cell else (0, 0)
    gravity = _GRAVITY[problem.severity] if problem.severity else len(_GRAVITY)
    return gravity, problem.sheet, row, column, problem.code, problem.found


def _column(letters: str) -> int:
    """The number of a column; `AA` comes after `Z`.

    >>> _column("Z"), _column("AA")
    (26, 27)
    """
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number
