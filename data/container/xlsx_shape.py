"""Shapes of rows of an xlsx: which columns, styles and types come again and again, and a pattern for each such shape.

A pattern has no choice to go back to: every cell that may be left out is taken or passed for good.
"""

import re

import numpy as np

from data.container.canvas import Canvas
from data.container.xlsx_cell import Cells, column_of

ROW_TAG = r'<row(?: [a-zA-Z:0-9]+="[^"<>&]*")*+'
FORMULA = r'(?: [a-zA-Z:0-9]+="[^"<>&]*")*+(?:/>|>(?:[^<>&]|&(?:amp|lt|gt|quot|apos);)*+</f>)'
SHARED, INLINE = "s", "inlineStr"
SIMPLE = frozenset(("", "n", SHARED, INLINE))
KEPT = 8
OFTEN = 24
"""How many rows of a shape must have come before its pattern, which takes some milliseconds to make, is worth it."""
LESSONS = 2000
"""After so many rows of no known shape, only one in eight is looked at again."""

Token = tuple[str, ...]
"""Column letters, row, style, type, start of a formula, stored value, inline text of a cell."""


class _Cell:
    """What a cell of a shape has in every row: its column, its style, and where it is filled its type."""

    def __init__(self, token: Token) -> None:
        self.letters, _, self.style, kind, formula, value, inline = token
        self.filled = bool(value or inline)
        self.kind, self.formula = (kind, bool(formula)) if self.filled else ("", False)
        self.simple = (
            kind in SIMPLE
            and (self.filled or not formula)
            and not (value if kind == INLINE and not formula else inline)
        )

    def agrees(self, other: "_Cell") -> bool:
        """Whether both can be one: an empty cell agrees with a filled one of its style."""
        same = (self.kind, self.formula) == (other.kind, other.formula)
        return self.style == other.style and (same or not (self.filled and other.filled))

    @property
    def pattern(self) -> str:
        """What the cell looks like, filled, empty or left out, where the number of its row is the first group."""
        style = f' s="{self.style}"' if self.style else ""
        start = rf'<c r="{self.letters}\1"{style}'
        if not self.filled:
            return f"(?:{start}(?:/>|></c>))?+"
        kind = f' t="{self.kind}"' if self.kind else ""
        formula = "<f" + FORMULA if self.formula else ""
        if self.kind == INLINE and not self.formula:
            value = r'<is><t(?: xml:space="preserve")?>([^<>&]++)</t></is>'
        else:
            value = r"<v>([^<>&]++)</v>"
        return f"(?:{start}(?:{kind}>{formula}{value}</c>|/>|></c>))?+"


class Shape:
    """Rows of one shape: their pattern, what each of its cells is, and the rows that it matched."""

    def __init__(self, cells: list[_Cell]) -> None:
        self.cells = [cell for cell in cells if cell.filled]
        self.columns = np.array([column_of(cell.letters) for cell in self.cells], np.int32)
        tag = r'<row r="([1-9][0-9]{0,6})"(?: [a-zA-Z:0-9]+="[^"<>&]*")*+>'
        self.pattern = re.compile(f"{tag}{''.join(cell.pattern for cell in cells)}</row>")
        self.rows: list[tuple[str | None, ...]] = []

    def take(self, canvas: Canvas, cells: Cells) -> None:
        """Put the rows that were matched on the canvas."""
        if not self.rows:
            return
        numbers, *values = zip(*self.rows, strict=True)
        self.rows = []
        codes = np.zeros((len(numbers), len(values)), np.int32)
        for at, (cell, stored) in enumerate(zip(self.cells, values, strict=True)):
            if None not in stored:
                codes[:, at] = cells.column(cell.style, cell.kind, cell.formula, stored)
                continue
            filled = [row for row, value in enumerate(stored) if value is not None]
            codes[filled, at] = cells.column(cell.style, cell.kind, cell.formula, [stored[row] for row in filled])
        rows = np.fromiter(map(int, numbers), np.int32, len(numbers)) - 1
        columns = np.tile(self.columns, len(rows))
        canvas.put_all(np.repeat(rows, len(values)), columns, codes.reshape(-1))


class _Draft:
    """A shape in the making: the cells of rows that agree, and how many rows they were since it was last made."""

    def __init__(self) -> None:
        self.cells: dict[str, _Cell] = {}
        self.count = 0

    def takes(self, row: list[_Cell]) -> bool:
        """Whether the cells of a row agree with those of the draft; then they are a part of it."""
        known = self.cells
        if any(cell.letters in known and not known[cell.letters].agrees(cell) for cell in row):
            return False
        known.update({cell.letters: cell for cell in row if cell.filled or cell.letters not in known})
        self.count += 1
        return True

    def shape(self) -> Shape:
        """The shape of all rows so far."""
        self.count = 0
        return Shape(sorted(self.cells.values(), key=lambda cell: column_of(cell.letters)))


class Shapes:
    """The shapes of a sheet, the last one first."""

    def __init__(self) -> None:
        self.known: list[Shape] = []
        self.drafts: list[_Draft] = []
        self.strangers = 0

    def match(self, pending: str, at: int) -> int:
        """Where the rows of known shapes end that begin at a place."""
        for shape in self.known:
            match, rows = shape.pattern.match, shape.rows
            while found := match(pending, at):
                rows.append(found.groups())
                at = found.end()
        return at

    def learn(self, tokens: list[Token]) -> list[Shape]:
        """Look at a row of no known shape; the shapes that a new one displaces."""
        self.strangers += 1
        if self.strangers > LESSONS and self.strangers % 8:
            return []
        row = [_Cell(token) for token in tokens]
        if not all(cell.simple for cell in row) or not any(cell.filled for cell in row):
            return []
        draft = next((draft for draft in self.drafts if draft.takes(row)), None)
        if draft is None:
            draft = _Draft()
            draft.takes(row)
            self.drafts = [draft, *self.drafts[: KEPT - 1]]
        if draft.count < OFTEN:
            return []
        displaced = self.known[KEPT - 1 :]
        self.known = [draft.shape(), *self.known[: KEPT - 1]]
        return displaced
