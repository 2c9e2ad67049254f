"""What can be told of each different cell by itself, and the rows of a block column by column.

A file has few different cells beside its figures, and of a figure only its kind matters here. So each cell is looked at
once, and what follows for a hundred thousand rows follows by arrays.
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data import labels
from data.grid import Codes, Kind, Pool, Sheet
from data.layouts.cell_word import is_numbering, text_of
from data.layouts.row_kind import is_value, year_like
from data.numbers import looks, missing

Flags = NDArray[np.bool_]


LONGEST_YEAR = len("-2024.0")


class Traits(NamedTuple):
    """Flags by the code of a cell.

    seen        something stands in it
    text        its text is not blank (a number has a text)
    typed       it is text
    value       it stands where figures stand: a number, an error, a sign for missing
    looks       it is a number, or a formula of which the result is missing
    figure      that, and no bare year
    label       a text that is no value and no number of a column
    occupied    it makes its row a row with figures
    holds       it holds a value, or something that is none
    """

    seen: Flags
    text: Flags
    typed: Flags
    value: Flags
    looks: Flags
    figure: Flags
    label: Flags
    occupied: Flags
    holds: Flags


@lru_cache(maxsize=2)
def traits(pool: Pool) -> Traits:
    """The flags of all cells of a pool that is complete."""
    kinds = np.array([cell.kind for cell in pool.cells], dtype=object)
    number, formula, error = kinds == Kind.NUMBER, kinds == Kind.FORMULA_WITHOUT_VALUE, kinds == Kind.ERROR
    plain = number | formula
    found = Traits(
        seen=kinds != Kind.EMPTY, text=number.copy(), typed=kinds == Kind.TEXT, value=plain | error,
        looks=plain.copy(), figure=plain.copy(), label=np.zeros(len(kinds), bool),
        occupied=plain | error, holds=plain | error,
    )  # fmt: skip
    for code in np.flatnonzero(number).tolist():
        cell = pool.cells[code]
        if len(cell.text) <= LONGEST_YEAR and year_like(cell):
            found.figure[code] = False
    for code in np.flatnonzero(found.typed).tolist():
        cell = pool.cells[code]
        found.text[code] = bool(labels.clean(cell.text))
        found.value[code] = is_value(cell)
        found.looks[code] = looks(cell)
        found.figure[code] = found.looks[code] and not year_like(cell)
        found.label[code] = not found.value[code] and not is_numbering(text_of(cell))
        found.occupied[code] = found.text[code] and found.value[code]
        found.holds[code] = not missing(cell.text)
    return found


class Rows:
    """Some rows of a sheet, in their order, to be asked for column by column."""

    def __init__(self, sheet: Sheet, rows: Sequence[int]) -> None:
        self.sheet, self.pool = sheet, sheet.pool
        self.numbers = np.asarray(rows, dtype=np.int64)
        first, lengths = sheet.starts[self.numbers], np.diff(sheet.starts)[self.numbers]
        ends = np.cumsum(lengths)
        steps = np.arange(int(ends[-1]) if len(ends) else 0) + np.repeat(first - (ends - lengths), lengths)
        columns = sheet.columns[steps].astype(np.int16)
        order = np.argsort(columns, kind="stable")
        self._codes = sheet.codes[steps][order]
        self._rows = np.repeat(np.arange(len(self.numbers)), lengths)[order]
        self._starts = np.searchsorted(columns[order], np.arange(sheet.width + 1))

    def held(self, column: int) -> Codes:
        """The codes of the filled cells of a column."""
        if not 0 <= column < len(self._starts) - 1:
            return self._codes[:0]
        return self._codes[self._starts[column] : self._starts[column + 1]]

    def column(self, column: int) -> Codes:
        """A code for each row, 0 where the cell is empty."""
        dense = np.zeros(len(self.numbers), np.int32)
        if 0 <= column < len(self._starts) - 1:
            part = slice(self._starts[column], self._starts[column + 1])
            dense[self._rows[part]] = self._codes[part]
        return dense

    def texts(self, columns: Sequence[int], which: Flags | None = None) -> set[str]:
        """The different texts of some columns, or of those cells among them that are flagged."""
        codes = np.concatenate([self._codes[:0], *map(self.held, columns)])
        chosen = codes if which is None else codes[which[codes]]
        return {text_of(self.pool.cells[code]) for code in distinct(chosen, self.pool)}


def distinct(codes: Codes, pool: Pool) -> list[int]:
    """The different codes among some, in ascending order."""
    present = np.zeros(len(pool.cells), bool)
    present[codes] = True
    found: list[int] = np.flatnonzero(present).tolist()
    return found
