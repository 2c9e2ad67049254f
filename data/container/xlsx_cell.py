"""The cells of an xlsx sheet, as codes of the file's pool, by their type, style and stored text."""

import re
from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from data.container.canvas import Tally
from data.container.number import shortest
from data.container.number_format import digits, is_date
from data.grid import EMPTY, Cell, Codes, Kind
from data.guard import WORKBOOKS, refuse

PLAIN = re.compile(r"-?[1-9][0-9]*(?:\.[0-9]*[1-9])?|-?0\.[0-9]*[1-9]|0")
LONG = re.compile(r"-?[0-9]{1,20}\.[0-9]{1,20}")


class Cells:
    """Makes the cells of a workbook from what they refer to: shared texts and the number formats of styles."""

    def __init__(self, strings: Sequence[Cell], formats: list[str], epoch_1904: bool, tally: Tally) -> None:
        self.strings = [tally.pool.code(cell) for cell in strings]
        self.formats = formats
        self.epoch_1904 = epoch_1904
        self.tally = tally
        self._formats: dict[str, str] = {}
        self._zeros: set[int] = set()
        self._calculated = False

    def column(self, style: str, kind: str, formula: bool, stored: Sequence[str]) -> Codes:
        """The codes of cells of one style and type, with formulas or without, by what they store as it stands."""
        distinct: Sequence[str] = list(dict.fromkeys(stored))
        if len(distinct) * 2 > len(stored):
            distinct = stored
        codes: Sequence[int]
        if kind in ("", "n") and "" not in distinct:
            codes = self._numbers(self.format(style), distinct)
            if formula:
                self._calculate(codes)
        else:
            codes = [self.code(style, kind, formula, text) for text in distinct]
        if len(distinct) < len(stored):
            codes = list(map(dict(zip(distinct, codes, strict=True)).__getitem__, stored))
        return np.array(codes, np.int32)

    def _numbers(self, code: str, stored: Sequence[str]) -> Sequence[int]:
        """The codes of some numbers of one format.

        A plain decimal of at most 15 characters is the shortest decimal of its float as it stands.
        """
        plain, long = PLAIN.fullmatch, LONG.fullmatch
        texts = [
            text if len(text) <= 15 and plain(text) else shortest(float(text)) if long(text) else "" for text in stored
        ]
        if "" not in texts and not is_date(code):
            return self.tally.pool.add_all(Kind.NUMBER, texts, digits(code))
        return [self.tally.pool.add(self.tally.number(text, code, self.epoch_1904)) for text in stored]

    def _calculate(self, codes: Sequence[int]) -> None:
        """Take note of what formulas store: zeros, each under a code of its own, or something that was calculated."""
        for code in codes:
            cell = self.tally.pool[code]
            if cell.kind is Kind.NUMBER and cell.text == "0":
                self._zeros.add(code)
            elif code:
                self._calculated = True

    def code(self, style: str, kind: str, formula: bool, stored: str) -> int:
        """The code of a cell of a style number, a type, and what it stores; 0 where it is empty."""
        if formula and not stored and kind != "str":
            return self.tally.pool.code(Cell(Kind.FORMULA_WITHOUT_VALUE))
        cell = self._stored(style, kind, stored)
        if not formula or cell is EMPTY:
            return self.tally.pool.code(cell)
        code = self.tally.pool.add(cell)
        self._calculate([code])
        return code

    def _stored(self, style: str, kind: str, value: str) -> Cell:
        if kind == "s":
            return self._shared(value)
        if kind in ("inlineStr", "str", "d"):
            return self.tally.text(value)
        if kind == "e":
            return Cell(Kind.ERROR, value or "#N/A")
        if kind == "b":
            return Cell(Kind.TEXT, "TRUE" if value.strip() in ("1", "true") else "FALSE") if value else EMPTY
        return self.tally.number(value, self.format(style), self.epoch_1904)

    def _shared(self, value: str) -> Cell:
        """A shared text by its number."""
        index = int(value) if value.isdigit() and len(value) < 8 else -1
        if not 0 <= index < len(self.strings):
            refuse("not_a_workbook", f"a shared text {value!r:.20} that does not exist", WORKBOOKS)
        return self.tally.pool[self.strings[index]]

    def format(self, style: str) -> str:
        """The number format of a style; none for a style that the workbook does not have."""
        code = self._formats.get(style)
        if code is None:
            index = int(style) if style.isdecimal() and len(style) < 8 else 0
            code = self._formats[style] = self.formats[index] if index < len(self.formats) else ""
        return code

    def distrust_zeros(self) -> None:
        """Where a workbook asks to be recalculated and every formula in it stores 0, nothing was ever calculated."""
        if self._calculated:
            return
        pool = self.tally.pool
        for code in (*self._zeros, *(copy for copy, corner in pool.copies.items() if corner in self._zeros)):
            pool.uncalculate(code)


@lru_cache(maxsize=20_000)
def column_of(letters: str) -> int:
    """The column that letters name, counted from 0.

    >>> column_of("A"), column_of("AA"), column_of("XFD")
    (0, 26, 16383)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
