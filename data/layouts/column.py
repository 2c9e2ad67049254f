"""Columns of a table: what the rows of its header say about each, groups reaching over their columns."""

import numpy as np
from numpy.typing import NDArray

from data.grid import Cell, Kind, Sheet
from data.layouts.cell_word import NOTHING, Meaning, is_numbering, meaning, text_of
from data.layouts.figure import SILENT, UNSAID, Facts, name_code
from data.layouts.period_word import NEVER, mark_alone
from data.layouts.row_kind import Filled, counts_quarters, filled
from data.layouts.traits import Rows, distinct, traits

Header = list[tuple[int, dict[int, Cell]]]


def header_cells(sheet: Sheet, rows: list[int], left: int, right: int) -> Header:
    """The filled cells of each row of a header; a group that stands over the middle of its columns, over the first."""
    header = [(row, _counted(filled(sheet, row, left, right))) for row in rows]
    for level in range(len(header) - 2, -1, -1):
        row, cells = header[level]
        header[level] = row, _led(cells, header[level + 1][1])
    return header


def _counted(cells: Filled) -> dict[int, Cell]:
    """The cells of a header row by their columns; one that counts quarters, in words."""
    if not counts_quarters(cells):
        return dict(cells)
    return {
        at: Cell(Kind.TEXT, f"Triwulan {text_of(cell)}") if is_numbering(text_of(cell)) else cell for at, cell in cells
    }


def _led(groups: dict[int, Cell], below: dict[int, Cell]) -> dict[int, Cell]:
    """The groups of a header row, each moved to the first of its columns, where the row below begins anew for each."""
    runs = _runs(below)
    held = sorted(at for at in groups if runs and at >= runs[0][0])
    fits = len(held) == len(runs) > 0 and all(run[0] <= at <= run[-1] for at, run in zip(held, runs, strict=True))
    if not fits or any(meaning(text_of(groups[at])) == NOTHING for at in held):
        return groups
    moved = {run[0]: groups[at] for at, run in zip(held, runs, strict=True)}
    return {at: cell for at, cell in groups.items() if at not in held} | moved


def _runs(below: dict[int, Cell]) -> list[list[int]]:
    """Columns of a header row cut where a period, price basis or measure comes again."""
    runs: list[list[int]] = []
    seen: set[tuple[object, ...]] = set()
    for at in sorted(below):
        said = meaning(text_of(below[at]))
        what = (said.when, said.words.basis, said.words.measure)
        if what == (NEVER, "", ""):
            continue
        if what in seen or not runs:
            runs.append([])
            seen = set()
        seen.add(what)
        runs[-1].append(at)
    return runs


def across(header: Header) -> list[bool]:
    """Whether each header row names items, three at least."""
    return [len({meaning(text_of(cell)).any_item for cell in cells.values()} - {None}) >= 3 for _, cells in header]


def reach(header: Header, level: int, column: int) -> int | None:
    """The column of the cell of a header row that heads `column`: its own, or a group that begins to the left.

    A group reaches on while its row is empty, no row above begins another group, and a row below names the column.
    """
    cells = header[level][1]
    if column in cells:
        return column
    if not any(column in below for _, below in header[level + 1 :]):
        return None
    start = max((at for at in cells if at < column), default=None)
    if start is None:
        return None
    above = (at for _, row in header[:level] for at in row if begins(row, at))
    return None if any(start < at <= column for at in above) else start


def begins(cells: dict[int, Cell], column: int) -> bool:
    """Whether a group begins in a column: before it stands nothing or something else; a merged cell repeats itself."""
    return column - 1 not in cells or text_of(cells[column - 1]) != text_of(cells[column])


def facts_of(said: Meaning, text: str, approach: str, items_across: bool) -> Facts:
    """What one header cell says about its columns."""
    item = said.item(approach)
    when = said.when
    if when.whole and item:
        item, when = (item, NEVER) if items_across else (None, when)
    return Facts(
        item,
        said.place.region if said.place else None,
        when.year,
        when.quarter,
        when.mark or mark_alone(text),
        said.words.basis,
        said.words.measure,
        said.words.unit,
    )


def column_facts(header: Header, column: int, approach: str, items_across: list[bool]) -> Facts:
    """All that the header says about a column, the lowest row first; `items_across` tells which rows name items."""
    facts = SILENT
    for level in range(len(header) - 1, -1, -1):
        at = reach(header, level, column)
        cells = header[level][1]
        if at is None or is_numbering(text_of(cells[at])):
            continue
        text = text_of(cells[at])
        facts = facts.over(facts_of(meaning(text), text, approach, items_across[level]))
    return facts


def columns(rows: Rows, header: Header, approach: str) -> dict[int, Facts]:
    """The columns that hold figures, with what their header says; a column of labels holds none."""
    named = sorted({at for _, cells in header for at in cells})
    found: dict[int, Facts] = {}
    items_across = across(header)
    for at in named:
        facts = column_facts(header, at, approach, items_across)
        if facts != SILENT and holds_figures(rows, at):
            found[at] = facts
    return found


def holds_figures(rows: Rows, column: int) -> bool:
    """Whether at least half of what stands in a column are figures or signs for missing ones."""
    told, held = traits(rows.pool), rows.held(column)
    values = told.value[held] & (told.text | told.occupied)[held]
    return int(values.sum()) * 2 >= int((told.text | told.occupied)[held].sum())


def marks(header: Header) -> dict[int, str]:
    """The marks that stand on bare years of a header, for all periods of these years."""
    found: dict[int, str] = {}
    for _, cells in header:
        for cell in cells.values():
            said = meaning(text_of(cell)).when
            if said.yearly and said.mark and said.year is not None:
                found.setdefault(said.year, said.mark)
    return found


def marks_in(rows: Rows, column: int) -> NDArray[np.int16]:
    """The mark in each row of a column that holds nothing but marks, such as one beside a column of figures."""
    found = np.full(len(rows.pool), UNSAID, np.int16)
    for code in distinct(rows.held(column), rows.pool):
        text = text_of(rows.pool[code]).strip()
        mark = text if text in ("r", "e") else mark_alone(text)
        if text and not mark:
            return np.full(len(rows.numbers), UNSAID, np.int16)
        found[code] = name_code(mark)
    return found[rows.column(column)]
