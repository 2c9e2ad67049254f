"""Columns with figures whose head says nothing that is known: they are told, so that no figure is lost in silence."""

from data import labels
from data.grid import Sheet, place
from data.layouts.cell_word import is_foreign, is_numbering, meaning, text_of
from data.layouts.column import Header, holds_figures
from data.layouts.period_word import when
from data.layouts.traits import Rows
from data.layouts.words import words
from model.problems import Problem

_MOST = 12


def unread(sheet: Sheet, rows: Rows, header: Header, read: set[int], label_columns: set[int]) -> list[Problem]:
    """One problem for the columns of figures of which the head is not known, or names a period beside strange words.

    No fault are heads of other quantities, of rates, of numbers of columns, and those that repeat an item.
    """
    strange: dict[int, tuple[int, str]] = {}
    for row, cells in header:
        for at, cell in cells.items():
            dated = when(text_of(cell)).year is not None
            behind = at > min(read) and at not in label_columns
            if at not in read and (behind or dated) and holds_figures(rows, at):
                strange[at] = row, labels.clean(text_of(cell))
    named = {at: (row, text) for at, (row, text) in strange.items() if text and not _excused(text)}
    if not named:
        return []
    where = ", ".join(place(row, at) for at, (row, _) in sorted(named.items())[:_MOST])
    rest = f" … (+{len(named) - _MOST})" if len(named) > _MOST else ""
    return [
        Problem("column_not_read", sheet.name, where + rest, ", ".join(text[:40] for _, text in named.values())[:200])
    ]


def _excused(text: str) -> bool:
    said = words(text)
    other = is_foreign(text) or is_numbering(text) or labels.ignored(text) or meaning(text).any_item is not None
    return other or bool(said.measure or said.kind) or meaning(text).when.whole
