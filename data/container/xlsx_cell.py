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
from data.numbers import SHORT, all_decimals, behind_point

ALL_PLAIN = re.compile(r"(?:(?:-?[1-9][0-9]*+(?:\.(?:0*+[1-9])++)?+|-?0\.(?:0*+[1-9])++|0)\n)*+")
MOST = 20
"""Characters of a number that most programs write; longer ones are taken one by one."""


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
        if kind in ("", "n") and "" not in distinct:
            codes = self._numbers(self.format(style), distinct)
            if formula:
                self._calculate(codes.tolist())
        else:
            codes = np.array([self.code(style, kind, formula, text) for text in distinct], np.int32)
        if len(distinct) == len(stored):
            return codes
        known = dict(zip(distinct, codes.tolist(), strict=True))
        return np.fromiter(map(known.__getitem__, stored), np.int32, len(stored))

    def _numbers(self, code: str, stored: Sequence[str]) -> Codes:
        """The codes of some numbers of one format.

        A plain decimal of at most 15 characters is the shortest decimal of its float as it stands.
        """
        if is_date(code) or not stored:
            return self._codes(stored, code)
        lines, longest = "\n".join(stored) + "\n", max(map(len, stored))
        if longest > MOST or lines.count("\n") > len(stored) or not ALL_PLAIN.fullmatch(lines):
            return self._codes(stored, code)
        amounts = list(map(float, stored))
        if longest > SHORT:
            stored = shortened(stored, amounts)
        pool = self.tally.pool
        pool.known.append((len(pool), np.array(amounts), all_decimals(stored, amounts)))
        return pool.add_all(Kind.NUMBER, stored, digits(code))

    def _codes(self, stored: Sequence[str], code: str) -> Codes:
        """The same of numbers in any form, one by one."""
        cells = (self.tally.number(text, code, self.epoch_1904) for text in stored)
        return np.fromiter(map(self.tally.pool.add, cells), np.int32, len(stored))

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


def shortened(stored: Sequence[str], amounts: Sequence[float]) -> list[str]:
    """The shortest decimals of numbers from how they are stored, plain and without zeros at their end.

    Where floats are closer to one another than such decimals, a decimal is the only one of its float.

    >>> shortened(["22616.040000000001", "4665.820000000001", "0.5"], [22616.04, 4665.820000000001, 0.5])
    ['22616.04', '4665.820000000001', '0.5']
    """
    texts = list(stored)
    apart = 10.0 ** -behind_point(stored)
    for at in np.flatnonzero(np.spacing(np.abs(np.array(amounts))) >= apart).tolist():
        texts[at] = shortest(amounts[at])
    return texts


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
