"""Text of a file that is no label: sentences that name figures, and text that another program would run.

Nothing of it is run or followed here. A sentence is held against the figures (`stats.validation.narrative`); text that
a spreadsheet or a page would take for a formula or for markup is told.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator

import numpy as np

from data.found import Sentence
from data.grid import Book, Cell, Kind, place
from data.guard import MAX_LABEL_TEXT
from data.layouts.traits import traits
from model.problems import Problem, Severity

_SHORTEST = 30
_MOST = 500
"""Sentences of a file that are held against its figures; a yearbook page has some twenty."""
_FIGURE = re.compile(r"\d[.,]\d+\s*(?:persen|percent|poin|point|%)|\bRp\s?\d", re.IGNORECASE)
_RUNS = re.compile(
    r"^\s*[=@](?=.*[A-Za-z(|])|^\s*[+-]\s*[A-Za-z]+[(|!]"
    r"|<\s*/?\s*(?:script|iframe|object|embed|svg|img|style|link|meta|form|a)\b|javascript\s*:|\]\(\s*\w+:",
    re.IGNORECASE,
)


def sentences(book: Book) -> tuple[Sentence, ...]:
    """The text cells that name a rate or an amount in words, in the order of the file."""
    found = (Sentence(sheet, place(*at), cell.text) for sheet, at, cell in _cells(book, _names_figures))
    return tuple(one for one, _ in zip(found, range(_MOST), strict=False))


def notices(book: Book) -> list[Problem]:
    """What is told of cells that are no label: too long a text, passed over, and text that runs; one a sheet."""
    by_kind: dict[tuple[str, str], list[Problem]] = defaultdict(list)
    for problem in (*_passed_over(book), *_running(book)):
        by_kind[problem.code, problem.sheet].append(problem)
    return [_together(same) for same in by_kind.values()]


def _passed_over(book: Book) -> Iterator[Problem]:
    for sheet, at, cell in _cells(book, lambda cell: cell.passed_over > 0):
        found, most = f"{cell.passed_over:,} characters", f"{MAX_LABEL_TEXT:,} characters"
        yield Problem("long_text", sheet, place(*at), found, most)


def _running(book: Book) -> Iterator[Problem]:
    for sheet, at, cell in _cells(book, lambda cell: _is_text(cell) and bool(_RUNS.search(cell.text))):
        yield Problem("unsafe_content", sheet, place(*at), cell.text[:80], "", Severity.INFO)


def _together(same: list[Problem]) -> Problem:
    """One problem in the words of the first, with the cells of all."""
    first = same[0]
    named = list(Counter(problem.where for problem in same if problem.where))
    rest = f" … (+{len(named) - 8})" if len(named) > 8 else ""
    more = f" (+{len(same) - 1})" if len(same) > 1 else ""
    where = ", ".join(named[:8]) + rest
    return Problem(first.code, first.sheet, where, first.found + more, first.expected, first.severity)


def _is_text(cell: Cell) -> bool:
    return cell.kind is Kind.TEXT and len(cell.text) > 1


def _names_figures(cell: Cell) -> bool:
    return _is_text(cell) and len(cell.text) >= _SHORTEST and bool(_FIGURE.search(cell.text))


def _cells(book: Book, wanted: Callable[[Cell], bool]) -> Iterator[tuple[str, tuple[int, int], Cell]]:
    """The cells that are wanted, in the order of the file; each different one is looked at once."""
    for sheet in book.sheets:
        flags = ~traits(sheet.pool).value
        for code in np.flatnonzero(flags).tolist():
            flags[code] = wanted(sheet.pool[code])
        for step in np.flatnonzero(flags[sheet.codes]).tolist():
            row = int(np.searchsorted(sheet.starts, step, side="right")) - 1
            yield sheet.name, (row, int(sheet.columns[step])), sheet.pool[sheet.codes[step]]
