"""A file as sheets of cells, whatever its format: what layouts are recognised in.

A file of a million cells holds far fewer different ones. Each different cell is kept once, in the `Pool` of its file,
and a sheet is three arrays: which cell stands in which column of which row.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.int32]


class Kind(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    ERROR = "error"
    FORMULA_WITHOUT_VALUE = "formula_without_value"


class Cell(NamedTuple):
    """One cell: text as it stands, or a number with the decimal text that it was stored as.

    `text` of a number is its shortest decimal (`22616.04`); `digits` how many decimals its format shows, where known.
    `passed_over` is how many characters an empty cell holds that are too many for a label.
    """

    kind: Kind = Kind.EMPTY
    text: str = ""
    digits: int | None = None
    passed_over: int = 0


EMPTY = Cell()
KINDS = tuple(Kind)
_RANK = {kind: rank for rank, kind in enumerate(KINDS)}


class Pool:
    """The different cells of a file, each under its code; code 0 is the empty cell.

    A pool gives a cell for its code. It keeps what cells hold in lists of their own, for a large file has many numbers:
    `kinds` the places in `KINDS`, `texts` what `Cell.text` says. `copies` are the codes of cells that repeat the corner
    of a merged range, each with the code of that corner. `known` are runs of stored numbers: the first code, their
    floats, their decimals.
    """

    def __init__(self) -> None:
        self.kinds, self.texts = bytearray((0,)), [""]
        self.copies: dict[int, int] = {}
        self.known: list[tuple[int, NDArray[np.float64], NDArray[np.int64]]] = []
        self._digits: list[int | None] = [None]
        self._passed_over: dict[int, int] = {}
        self._codes: dict[tuple[int, str, int | None, int], int] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def __getitem__(self, code: int) -> Cell:
        return Cell(KINDS[self.kinds[code]], self.texts[code], self._digits[code], self._passed_over.get(code, 0))

    def code(self, cell: Cell) -> int:
        """The code of a cell; equal cells have one code."""
        if cell is EMPTY:
            return 0
        key = (_RANK[cell.kind], cell.text, cell.digits, cell.passed_over)
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = self.add(cell)
        return code

    def add(self, cell: Cell) -> int:
        """A code of its own for a cell; 0 for the empty one."""
        if cell is EMPTY:
            return 0
        self.kinds.append(_RANK[cell.kind])
        self.texts.append(cell.text)
        self._digits.append(cell.digits)
        if cell.passed_over:
            self._passed_over[len(self.texts) - 1] = cell.passed_over
        return len(self.texts) - 1

    def add_all(self, kind: Kind, texts: Sequence[str], digits: int | None = None) -> Codes:
        """A code of its own for each of some cells of one kind."""
        start = len(self.texts)
        self.kinds += bytes((_RANK[kind],)) * len(texts)
        self.texts += texts
        self._digits += [digits] * len(texts)
        return np.arange(start, len(self.texts), dtype=np.int32)

    def uncalculate(self, code: int) -> None:
        """Make a cell a formula without a result."""
        self.kinds[code], self.texts[code], self._digits[code] = _RANK[Kind.FORMULA_WITHOUT_VALUE], "", None

    def copy(self, code: int) -> int:
        """A code for the same cell where a merged range repeats it."""
        found = self.add(self[code])
        self.copies[found] = code
        return found

    def are(self, kind: Kind) -> NDArray[np.bool_]:
        """Which cells are of a kind."""
        found: NDArray[np.bool_] = np.frombuffer(bytes(self.kinds), np.uint8) == _RANK[kind]
        return found


class Sheet:
    """A sheet: its filled cells row by row; merged ranges already hold their value in every cell (rule 2).

    Row `r` holds `codes[starts[r]:starts[r + 1]]` in `columns[…]`, which ascend. Rows and columns count from 0.
    """

    def __init__(self, name: str, pool: Pool, starts: NDArray[np.int64], columns: Codes, codes: Codes) -> None:
        self.name = name
        self.pool = pool
        self.starts, self.columns, self.codes = starts, columns, codes

    @classmethod
    def of(cls, name: str, rows: Iterable[Sequence[Cell]]) -> "Sheet":
        """A sheet of these rows of cells."""
        pool = Pool()
        coded = [[pool.code(cell) for cell in row] for row in rows]
        filled = [(row, column, code) for row, line in enumerate(coded) for column, code in enumerate(line) if code]
        places = np.array(filled, dtype=np.int32).reshape(-1, 3)
        starts = np.searchsorted(places[:, 0], np.arange(len(coded) + 1))
        return cls(name, pool, starts.astype(np.int64), places[:, 1].copy(), places[:, 2].copy())

    @property
    def height(self) -> int:
        """The number of rows, up to the last one that holds something."""
        return len(self.starts) - 1

    @property
    def width(self) -> int:
        """The number of columns, up to the last one that holds something."""
        return int(self.columns.max()) + 1 if len(self.columns) else 0

    def row(self, row: int, left: int = 0, right: int | None = None) -> list[tuple[int, Cell]]:
        """The filled cells of a row with their columns, from `left` up to before `right`."""
        part = slice(self.starts[row], self.starts[row + 1])
        pairs = zip(self.columns[part].tolist(), self.codes[part].tolist(), strict=True)
        return [(at, self.pool[code]) for at, code in pairs if left <= at and (right is None or at < right)]

    def at(self, row: int, column: int) -> Cell:
        """The cell at a place counted from 0; an empty one outside the sheet."""
        if not 0 <= row < self.height:
            return EMPTY
        start, end = self.starts[row], self.starts[row + 1]
        step = int(np.searchsorted(self.columns[start:end], column))
        held = step < end - start and self.columns[start + step] == column
        return self.pool[self.codes[start + step]] if held else EMPTY

    @cached_property
    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The rows as tuples of cells, each up to its last filled one."""
        return tuple(map(self._filled_up, range(self.height)))

    def _filled_up(self, row: int) -> tuple[Cell, ...]:
        cells = dict(self.row(row))
        return tuple(cells.get(column, EMPTY) for column in range(max(cells, default=-1) + 1))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sheet) and (self.name, self.rows) == (other.name, other.rows)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"Sheet({self.name!r}, {self.height} rows, {len(self.codes)} cells)"


class Book(NamedTuple):
    """The sheets of a file, in order; `form` names the format (`xlsx`, `xls`, `ods`, `csv`, `html`)."""

    form: str
    sheets: tuple[Sheet, ...]


def place(row: int, column: int) -> str:
    """The name of a cell, counted from 0.

    >>> place(0, 0), place(13, 2), place(0, 26)
    ('A1', 'C14', 'AA1')
    """
    return f"{letters(column)}{row + 1}"


def letters(column: int) -> str:
    """The letters of a column, counted from 0.

    >>> letters(0), letters(26)
    ('A', 'AA')
    """
    named = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        named = chr(65 + rest) + named
    return named
