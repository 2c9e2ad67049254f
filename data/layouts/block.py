"""A sheet as blocks: a header, the rows under it, the lines above and below. Found, wherever they stand.

Rows are walked once from the top. A header begins a block; a line inside it that names another price basis, measure
or region goes on with the same columns; a numbered title closes it.
"""

import re
from dataclasses import dataclass, field

import numpy as np

from data import labels
from data.grid import Sheet
from data.layouts.cell_word import is_note, meaning, text_of
from data.layouts.context import Line
from data.layouts.period_word import mark_alone
from data.layouts.row_kind import Filled, RowKind, counts_quarters, filled, is_title, is_value, kind_of
from data.layouts.traits import Flags, distinct, traits
from data.layouts.words import words
from model.items import TOTAL

_GOES_ON = re.compile(r"\b(?:lanjutan|sambungan|continued|continuation)\b", re.IGNORECASE)
Band = tuple[int, int]


@dataclass
class Block:
    """The rows of one table: numbers of its header rows, of its rows with labels, and its title lines."""

    band: Band
    header: list[int]
    title: list[Line]
    rows: list[int] = field(default_factory=list)
    notes: list[Line] = field(default_factory=list)
    goes_on: bool = False
    """Whether it has the header of the block above, or calls itself its continuation."""


def bands(sheet: Sheet) -> list[Band]:
    """Stretches of columns that hold tables of their own, side by side with an empty column between them."""
    used = np.zeros(sheet.width + 1, bool)
    used[sheet.columns[traits(sheet.pool).seen[sheet.codes]]] = True
    edges = [column for column in range(sheet.width) if used[column] and (column == 0 or not used[column - 1])]
    if not edges:
        return []
    starts = edges[:1]
    for edge in edges[1:]:
        if _labels_in(sheet, edge, edge + 3) >= 3 and _labels_in(sheet, starts[-1], edge) >= 3:
            starts.append(edge)
    return [(start, end) for start, end in zip(starts, [*starts[1:], sheet.width], strict=True)]


def _labels_in(sheet: Sheet, start: int, end: int) -> int:
    """How many items are named in some columns."""
    codes = sheet.codes[(sheet.columns >= start) & (sheet.columns < end)]
    texts = (text_of(sheet.pool[code]) for code in distinct(codes, sheet.pool))
    return len({meaning(text).any_item for text in texts if len(text) > 3} - {None})


def plain_data(sheet: Sheet, band: Band) -> Flags:
    """Which rows are certainly rows of data: a figure stands in them, and a text that is neither value nor number."""
    told = traits(sheet.pool)
    inside = (sheet.columns >= band[0]) & (sheet.columns < band[1])
    rows = np.repeat(np.arange(sheet.height), np.diff(sheet.starts))
    plain = np.ones(sheet.height, bool)
    for flag in (told.figure, told.label):
        has = np.zeros(sheet.height, bool)
        has[rows[inside & flag[sheet.codes]]] = True
        plain &= has
    return plain


class Walk:
    """One walk down a band of a sheet."""

    def __init__(self, sheet: Sheet, band: Band) -> None:
        self.sheet, self.band = sheet, band
        self.blocks: list[Block] = []
        self.header: list[int] = []
        self.lines: list[Line] = []
        self.open: Block | None = None
        self.closed = False

    def run(self) -> list[Block]:
        """The blocks of the band, top to bottom; those without rows fall away."""
        plain = plain_data(self.sheet, self.band)
        others = [*np.flatnonzero(~plain).tolist(), self.sheet.height]
        row = 0
        for other in others:
            while row < other and (self.open is None or self.closed or not self.open.rows):
                self._data(row, filled(self.sheet, row, *self.band))
                row += 1
            if self.open:
                self.open.rows += range(row, other)
            if other < self.sheet.height:
                self._row(other)
            row = other + 1
        if self.open:
            self.open.notes += self.lines
        return [block for block in self.blocks if block.rows]

    def _row(self, row: int) -> None:
        cells = filled(self.sheet, row, *self.band)
        kind = kind_of(cells)
        if self.open and not self.open.rows and cells and all(mark_alone(text_of(cell)) for _, cell in cells):
            self.open.header.append(row)
        elif self.open and not self.open.rows and counts_quarters(cells):
            self._data(row, cells)
        elif kind == RowKind.HEADER and self._dates_rows(row, cells):
            self._reopened().rows.append(row)
        elif kind == RowKind.HEADER:
            self._header(row, cells)
        elif kind == RowKind.DATA:
            self._data(row, cells)
        elif kind == RowKind.TEXT:
            self._text(row, cells)

    def _header(self, row: int, cells: Filled) -> None:
        if self.open and not self.open.rows and self.open.header:
            self.open.header.append(row)
            return
        if self.open:
            self.open.notes += self.lines
        self.open = Block(self.band, [row], self.lines, goes_on=any(_GOES_ON.search(line.text) for line in self.lines))
        self.blocks.append(self.open)
        self.lines, self.closed = [], False

    def _data(self, row: int, cells: Filled) -> None:
        if self.open is None:
            if not all(is_value(cell) for _, cell in cells):
                self.lines.append(_line(row, cells))
            return
        if not self.open.rows and counts_quarters(cells):
            self.open.header.append(row)
            return
        if self.closed and not _labelled(cells):
            self.lines.append(_line(row, cells))
            return
        self._reopened().rows.append(row)

    def _reopened(self) -> Block:
        """The open block; where a title closed it, another one with the same header."""
        assert self.open
        if self.closed:
            self.open = Block(self.band, self.open.header, self.lines, goes_on=True)
            self.blocks.append(self.open)
            self.lines, self.closed = [], False
        return self.open

    def _dates_rows(self, row: int, cells: Filled) -> bool:
        """Whether a period alone in a row is a heading of the rows below, under a header that names the columns."""
        if not self.open or len({text_of(cell) for _, cell in cells}) > 1:
            return False
        heads = {text_of(cell) for at in self.open.header for _, cell in filled(self.sheet, at, *self.band)}
        below = next(
            (found for at in range(row + 1, self.sheet.height) if (found := filled(self.sheet, at, *self.band))), []
        )
        over = [at for at, cell in below if is_value(cell) and any(at == column for column, _ in cells)]
        again = bool(self.open.rows) and len(over) > 1
        return len(heads) > 1 and kind_of(below) == RowKind.DATA and (not over or again)

    def _text(self, row: int, cells: Filled) -> None:
        line, lines = _line(row, cells), _lines(row, cells)
        if self.open is None:
            self.lines += lines
        elif not self.open.rows and meaning(line.text).any_item in (None, TOTAL):
            self.open.title = [*self.open.title, *lines]
        elif self._opens(line, cells):
            self.lines += lines
            self.closed = True
        elif self.closed or is_note(line.text):
            self.lines.append(line)
        else:
            self.open.rows.append(row)

    def _opens(self, line: Line, cells: Filled) -> bool:
        """Whether a line opens another table: it is numbered, or names a price basis, a measure or a region."""
        said = words(line.text)
        items = {meaning(text_of(cell)).any_item for _, cell in cells} - {None}
        item = bool(items - {TOTAL} if said.basis else items)
        if is_title(line.text) or _GOES_ON.match(line.text):
            return True
        if item or is_note(line.text):
            return False
        region = any(meaning(text_of(cell)).place for _, cell in cells)
        return bool(said.basis or said.measure or region)


def _line(row: int, cells: Filled) -> Line:
    texts = dict.fromkeys(labels.clean(text_of(cell)) for _, cell in cells)
    return Line(row, cells[0][0], " ".join(text for text in texts if text))


def _lines(row: int, cells: Filled) -> list[Line]:
    """The same, or a line for each title where several stand side by side."""
    titles = [cell for _, cell in cells if is_title(text_of(cell))]
    side_by_side = len({text_of(cell) for cell in titles}) > 1 and len(titles) == len(cells)
    return [_line(row, [(at, cell)]) for at, cell in cells] if side_by_side else [_line(row, cells)]


def _labelled(cells: Filled) -> bool:
    """Whether a row names an item or a region that is known, or begins with a period."""
    named = any(meaning(text_of(cell)).any_item or meaning(text_of(cell)).place for _, cell in cells)
    return named or meaning(text_of(cells[0][1])).when.whole
