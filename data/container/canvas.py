"""A sheet while it is filled: limits, merged ranges, long texts. One `Tally` counts the cells of a whole file."""

from dataclasses import replace

from data.grid import EMPTY, Cell, Kind, Sheet, place
from data.guard import MAX_CELLS, MAX_COLUMNS, MAX_LABEL_TEXT, MAX_ROWS, check_text_length, refuse


class Tally:
    """The filled cells of a file."""

    def __init__(self) -> None:
        self.cells = 0

    def add(self, count: int, sheet: str) -> None:
        """Count cells that hold something; too many of them end the reading."""
        self.cells += count
        if self.cells > MAX_CELLS:
            refuse("too_large", f"more than {MAX_CELLS:,} filled cells", f"≤ {MAX_CELLS:,} filled cells", sheet)

    def text(self, text: str, sheet: str = "", where: str = "") -> Cell:
        """A cell of text. Blank text is an empty cell; so is a text that can be no label, with its length."""
        if len(text) > MAX_LABEL_TEXT:
            check_text_length(text, sheet, where)
            return Cell(passed_over=len(text))
        return Cell(Kind.TEXT, text) if text and not text.isspace() else EMPTY


class Canvas:
    """One sheet while it is filled; places are counted from 0."""

    def __init__(self, name: str, tally: Tally) -> None:
        self.name = name
        self.tally = tally
        self.rows: list[list[Cell]] = []
        self._merges: list[tuple[int, int, int, int]] = []

    def line(self, row: int) -> list[Cell]:
        """The cells of a row, to be filled; a row beyond the limit ends the reading."""
        if row >= MAX_ROWS:
            refuse("too_large", f"a filled cell in row {row + 1:,}", f"≤ {MAX_ROWS:,} rows", self.name)
        while len(self.rows) <= row:
            self.rows.append([])
        return self.rows[row]

    def put(self, row: int, column: int, cell: Cell) -> None:
        """Put a cell at its place; an empty one leaves no trace."""
        if cell is EMPTY or (cell.kind is Kind.EMPTY and not cell.passed_over):
            return
        self.check_column(row, column)
        line = self.line(row)
        missing = column - len(line)
        if missing >= 0:
            line.extend([EMPTY] * missing)
            line.append(cell)
        else:
            line[column] = cell
        self.tally.add(1, self.name)

    def check_column(self, row: int, column: int) -> None:
        """Refuse a filled cell beyond the last column that is allowed."""
        if column >= MAX_COLUMNS:
            where = place(row, column)
            refuse("too_large", f"a filled cell at {where}", f"≤ {MAX_COLUMNS:,} columns", self.name, where)

    def merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Remember a merged range, corners included, to be filled once the sheet is complete."""
        if (bottom, right) > (top, left):
            self._merges.append((top, left, bottom, right))

    def _fill(self, height: int, width: int) -> None:
        for top, left, bottom, right in self._merges:
            held = self.rows[top][left] if top < height and left < len(self.rows[top]) else EMPTY
            if held is EMPTY:
                continue
            copy = replace(held, copy=True)
            for row in range(top, min(bottom, height - 1) + 1):
                line = self.rows[row]
                stop = min(right, width - 1) + 1
                line.extend([EMPTY] * (stop - len(line)))
                line[left:stop] = [copy] * (stop - left)
                self.tally.add(stop - left, self.name)
            self.rows[top][left] = held

    def sheet(self) -> Sheet:
        """The finished sheet. A merged range holds its value in every cell, as far as the sheet is filled at all."""
        if self._merges:
            self._fill(len(self.rows), max(map(len, self.rows), default=0))
        return Sheet(self.name, tuple(map(tuple, self.rows)))
