"""What can be told of each different cell by itself, and the rows of a block column by column.

A file has few different cells beside its figures, and of a figure only its kind matters here. So each cell is looked at
once, and what follows for a hundred thousand rows follows by arrays.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data import labels
from data.grid import Cell, Codes, Kind, Pool, Sheet
from data.layouts.cell_word import is_numbering, text_of
from data.layouts.row_kind import is_value, year_like
from data.numbers import MOST_DIGITS, all_decimals, all_evidence, missing

Flags = NDArray[np.bool_]


YEARS = (1900, 2100)
_YEAR = re.compile(r"(?:19|20)\d\d")


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
    form        which of `data.numbers.WRITTEN` a text is
    bare        the bare number of a text that has more around it
    amount      the number of a cell of a number of at most `MOST_DIGITS` characters; NaN of all others
    written     the decimals of such a number
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
    form: NDArray[np.int8]
    bare: dict[int, str]
    amount: NDArray[np.float64]
    written: NDArray[np.int16]


@lru_cache(maxsize=2)
def traits(pool: Pool) -> Traits:
    """The flags of all cells of a pool that is complete."""
    number, text = pool.are(Kind.NUMBER), pool.are(Kind.TEXT)
    amount, written, form = np.full(len(pool), np.nan), np.zeros(len(pool), np.int16), np.zeros(len(pool), np.int8)
    for start, floats, decimals in pool.known:
        amount[start : start + len(floats)], written[start : start + len(floats)] = floats, decimals
    rest = [code for code in np.flatnonzero(number & np.isnan(amount)).tolist() if len(pool.texts[code]) <= MOST_DIGITS]
    amount[rest] = [float(pool.texts[code]) for code in rest]
    written[rest] = all_decimals([pool.texts[code] for code in rest], amount[rest].tolist())
    amount[~number] = np.nan
    typed = np.flatnonzero(text).tolist()
    form[typed], bare = all_evidence([pool.texts[code] for code in typed])
    plain = number | (form > 0)
    found = Traits(
        seen=plain.copy(), text=plain.copy(), typed=text, value=plain.copy(), looks=plain.copy(),
        figure=plain.copy(), label=np.zeros(len(pool), bool), occupied=plain.copy(), holds=plain.copy(),
        form=form, bare={typed[at]: text for at, text in bare.items()}, amount=amount,
        written=written,
    )  # fmt: skip
    for code in np.flatnonzero(~plain).tolist():
        _tell(found, code, pool[code])
    dated = [code for code in np.flatnonzero(form).tolist() if _YEAR.search(pool.texts[code])]
    for code in (*dated, *np.flatnonzero((abs(amount) >= YEARS[0]) & (abs(amount) < YEARS[1])).tolist()):
        found.figure[code] = not year_like(pool[code])
    return found


def _tell(found: Traits, code: int, cell: Cell) -> None:
    """Set the flags of a cell that is no number, neither stored nor typed."""
    found.seen[code] = cell.kind is not Kind.EMPTY
    if cell.kind is Kind.TEXT:
        found.text[code] = bool(labels.clean(cell.text))
        found.value[code] = is_value(cell)
        found.label[code] = not found.value[code] and not is_numbering(text_of(cell))
        found.occupied[code] = found.text[code] and found.value[code]
        found.holds[code] = not missing(cell.text)
    else:
        found.value[code] = found.occupied[code] = found.holds[code] = found.seen[code]
        found.looks[code] = found.figure[code] = cell.kind is Kind.FORMULA_WITHOUT_VALUE


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
        return {text_of(self.pool[code]) for code in distinct(chosen, self.pool)}


def distinct(codes: Codes, pool: Pool) -> list[int]:
    """The different codes among some, in ascending order."""
    present = np.zeros(len(pool), bool)
    present[codes] = True
    found: list[int] = np.flatnonzero(present).tolist()
    return found
