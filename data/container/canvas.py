"""A sheet while it is filled: limits, merged ranges, long texts. One `Tally` counts the cells of a whole file."""

from array import array

import numpy as np
from numpy.typing import NDArray

from data.container.number import parsed
from data.grid import EMPTY, Cell, Codes, Kind, Pool, Sheet, place
from data.guard import MAX_CELLS, MAX_COLUMNS, MAX_LABEL_TEXT, MAX_ROWS, check_text_length, refuse


class Tally:
    """The filled cells of a file: how many there are, and the different ones among them."""

    def __init__(self) -> None:
        self.cells = 0
        self.pool = Pool()

    def add(self, count: int, sheet: str) -> None:
        """Count cells that hold something; too many of them end the reading."""
        self.cells += count
        if self.cells > MAX_CELLS:
            refuse("too_large", f"more than {MAX_CELLS:,} filled cells", f"≤ {MAX_CELLS:,} filled cells", sheet)

    def text(self, text: str, sheet: str = "", where: str = "") -> Cell:
        """A cell of text. Blank text is an empty cell, and so is one too long for a label, which tells its length."""
        if len(text) > MAX_LABEL_TEXT:
            check_text_length(text, sheet, where)
            return Cell(passed_over=len(text))
        return Cell(Kind.TEXT, text) if text and not text.isspace() else EMPTY

    def codes(self, texts: list[str]) -> dict[str, int]:
        """The codes of some different texts, each of its own; 0 for those that are blank."""
        if max(map(len, texts), default=0) > MAX_LABEL_TEXT:
            return {text: self.pool.add(self.text(text)) for text in texts}
        found = dict(zip(texts, self.pool.add_all(Kind.TEXT, texts).tolist(), strict=True))
        return found | {text: 0 for text in texts if not text or text.isspace()}

    def number(self, stored: str, code: str = "", epoch_1904: bool = False) -> Cell:
        """The cell of a number that is stored as text, under a number format; one too long is as a long text is."""
        return parsed(stored, code, epoch_1904) if len(stored) <= MAX_LABEL_TEXT else self.text(stored)


class Canvas:
    """One sheet while it is filled, in any order; places are counted from 0. What is put last at a place stands."""

    def __init__(self, name: str, tally: Tally) -> None:
        self.name = name
        self.tally = tally
        self._rows, self._columns, self._codes = array("i"), array("i"), array("i")
        self._merges: list[tuple[int, int, int, int]] = []

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Put a cell at its place; an empty one leaves no trace."""
        if cell is EMPTY or (cell.kind is Kind.EMPTY and not cell.passed_over):
            return
        self.put_code(row, column, self.tally.pool.code(cell))
        self.tally.add(1, self.name)

    def put_code(self, row: int, column: int, code: int) -> None:
        """Put the cell of a code at its place, and leave it to the caller to count it."""
        if row >= MAX_ROWS:
            self.check_row(row)
        if column >= MAX_COLUMNS:
            self.check_column(row, column)
        self._rows.append(row)
        self._columns.append(column)
        self._codes.append(code)

    def put_all(self, rows: Codes, columns: Codes, codes: Codes) -> None:
        """Put many cells; those of code 0 are empty. Places are checked, and what is filled is counted."""
        filled = np.flatnonzero(codes)
        if not len(filled):
            return
        rows, columns, codes = rows[filled], columns[filled], codes[filled]
        self.check_row(int(rows.max()))
        self.check_column(int(rows[columns.argmax()]), int(columns.max()))
        self.tally.add(len(filled), self.name)
        for held, added in ((self._rows, rows), (self._columns, columns), (self._codes, codes)):
            held.frombytes(added.astype(np.int32).tobytes())

    def check_row(self, row: int) -> None:
        """Refuse a filled cell below the last row that is allowed."""
        if row >= MAX_ROWS:
            refuse("too_large", f"a filled cell in row {row + 1:,}", f"≤ {MAX_ROWS:,} rows", self.name)

    def check_column(self, row: int, column: int) -> None:
        """Refuse a filled cell beyond the last column that is allowed."""
        if column >= MAX_COLUMNS:
            where = place(row, column)
            refuse("too_large", f"a filled cell at {where}", f"≤ {MAX_COLUMNS:,} columns", self.name, where)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Remember a merged range, corners included, to be filled once the sheet is complete."""
        if (bottom, right) > (top, left):
            self._merges.append((top, left, bottom, right))

    def sheet(self) -> Sheet:
        """The finished sheet. A merged range holds its value in every cell, as far as the sheet is filled at all."""
        rows, columns, codes = (np.frombuffer(held, np.int32) for held in (self._rows, self._columns, self._codes))
        places = rows.astype(np.int64) * MAX_COLUMNS + columns
        places, codes = _in_order(places, codes)
        if self._merges:
            places, codes = self._merged(places, codes)
        filled = places // MAX_COLUMNS
        height = int(filled[-1]) + 1 if len(filled) else 0
        starts = np.searchsorted(filled, np.arange(height + 1))
        return Sheet(self.name, self.tally.pool, starts, (places % MAX_COLUMNS).astype(np.int32), codes)

    def _merged(self, places: NDArray[np.int64], codes: Codes) -> tuple[NDArray[np.int64], Codes]:
        """The cells with merged ranges filled, as far down and to the right as any cell is filled."""
        height = int(places[-1] // MAX_COLUMNS) + 1 if len(places) else 0
        width = int((places % MAX_COLUMNS).max()) + 1 if len(places) else 0
        more, held = [places], [codes]
        for top, left, bottom, right in self._merges:
            at = top * MAX_COLUMNS + left
            step = int(np.searchsorted(places, at))
            if left >= MAX_COLUMNS or step == len(places) or places[step] != at:
                continue
            down, across = np.arange(top, min(bottom + 1, height)), np.arange(left, min(right + 1, width))
            self.tally.add(len(down) * len(across), self.name)
            more.append((down[:, None] * MAX_COLUMNS + across).reshape(-1))
            held.append(np.full(len(more[-1]), self.tally.pool.copy(int(codes[step])), np.int32))
            held[-1][0] = codes[step]
        return _in_order(np.concatenate(more), np.concatenate(held))


def _in_order(places: NDArray[np.int64], codes: Codes) -> tuple[NDArray[np.int64], Codes]:
    """Cells by their place; of several at one place the last."""
    if len(places) < 2 or (places[1:] > places[:-1]).all():
        return places, codes
    order = np.argsort(places, kind="stable")
    places, codes = places[order], codes[order]
    last = np.append(places[1:] != places[:-1], True)
    return places[last], codes[last]
