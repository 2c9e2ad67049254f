"""Rows with figures that are about nothing known: an item, a region or a period that is in no list."""

import re
from collections import defaultdict
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from data import labels
from data.grid import Codes, place
from data.layouts.cell_word import is_note, text_of
from data.layouts.figure import Table
from data.layouts.label_row import Read
from data.layouts.labels_of_rows import Labels
from data.layouts.traits import Rows
from data.layouts.words import words
from model.problems import Problem

_DERIVED_ROW = ("growth", "yoy", "qtq", "ctc", "share", "percent", "per_capita", "deflator", "index")
_SUM = re.compile(r"(?:jumlah|total|sum)\b", re.IGNORECASE)
MOST_STRANGERS = 200
"""Unknown labels of a table that are told one by one; beyond, only their number."""
MOST_SUGGESTIONS = 40

By = dict[str, list[int]]
"""Rows by the words that are not known."""


def unknown_items(
    table: Table, rows: Rows, told: Labels, read: Read, strange: NDArray[np.int64], column: int
) -> list[Problem]:
    """The problems of rows with figures that name no item, one a label; notes, extras and derived rows are no fault."""
    by_label: By = defaultdict(list)
    for row in strange.tolist():
        by_label[read.strangers[int(read.left[row])] or told.line(row)].append(row)
    faulty = {label: found for label, found in by_label.items() if label and not _excused(label)}
    return _told("unknown_industry", table, rows, faulty, column)


def lost_rows(table: Table, rows: Rows, read: Read, lost: NDArray[np.int64], column: int) -> list[Problem]:
    """The problems of rows with figures about a region that is in no list, or a period that is none, one a name.

    Sums of regions and rows of rates are no fault.
    """
    regions = {name: found for name, found in _by_text(rows, read.named, lost).items() if not _SUM.match(name)}
    above = {text: [row] for row, text in read.headings.items()}
    periods = {text: found for text, found in _by_text(rows, read.dated, lost).items() if not _excused(text)}
    told = _told("region_unknown", table, rows, {**above, **regions}, column)
    return told + _told("period_unknown", table, rows, periods, column)


def _by_text(rows: Rows, cells: Codes, lost: NDArray[np.int64]) -> By:
    """The rows that are lost for a cell, by its text."""
    found: By = defaultdict(list)
    for row in lost[cells[lost] > 0].tolist():
        found[labels.clean(text_of(rows.pool[int(cells[row])]))].append(row)
    return found


def _told(code: str, table: Table, rows: Rows, faulty: By, column: int) -> list[Problem]:
    problems = []
    for at, (label, found) in enumerate(list(faulty.items())[:MOST_STRANGERS]):
        near = labels.nearest(label, table.approach) if code == "unknown_industry" and at < MOST_SUGGESTIONS else ()
        problems.append(Problem(code, table.sheet, places_of(rows, found, column), label[:80], ", ".join(near)))
    rest = [row for found in list(faulty.values())[MOST_STRANGERS:] for row in found]
    if rest:
        number = len(faulty) - MOST_STRANGERS
        problems.append(Problem(code, table.sheet, places_of(rows, rest, column), f"+ {number:,}"))
    return problems


def places_of(rows: Rows, named: Sequence[int], column: int) -> str:
    """Where some rows stand: the first eight, and how many they are."""
    first = ", ".join(place(int(rows.numbers[row]), column) for row in named[:8])
    return first + (f" … ({len(named)})" if len(named) > 8 else "")


def _excused(label: str) -> bool:
    """Whether a label that names no item is no fault: a note, a known extra, a derived row."""
    return labels.ignored(label) or is_note(label) or words(label).measure in _DERIVED_ROW
