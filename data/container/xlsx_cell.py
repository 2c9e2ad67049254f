"""The cells of an xlsx sheet, as codes of the file's pool, by their type, style and stored text."""

import re
from collections.abc import Sequence

import numpy as np

from data.container.canvas import Tally
from data.container.number_format import digits, is_date
from data.grid import EMPTY, Cell, Codes, Kind
from data.guard import WORKBOOKS, refuse

PLAIN = re.compile(r"-?[1-9][0-9]*(?:\.[0-9]*[1-9])?|-?0\.[0-9]*[1-9]|0")


class Cells:
    """Makes the cells of a workbook from what they refer to: shared texts and the number formats of styles."""

    def __init__(self, strings: Sequence[Cell], formats: list[str], epoch_1904: bool, tally: Tally) -> None:
        self.strings = np.array([self._code(tally, cell) for cell in strings or [EMPTY]], np.int32)
        self.formats = formats
        self.epoch_1904 = epoch_1904
        self.tally = tally
        self._tokens: dict[tuple[bytes, ...], int] = {}
        self._numbers: dict[bytes, dict[bytes, int]] = {}
        self._formats: dict[str, str] = {}
        self._zeros: set[int] = set()
        self._calculated = False

    @staticmethod
    def _code(tally: Tally, cell: Cell) -> int:
        return 0 if cell is EMPTY else tally.pool.code(cell)

    def numbers(self, style: bytes, stored: Sequence[bytes]) -> list[int]:
        """The codes of some stored numbers of one style.

        A plain decimal of at most 15 characters is the shortest decimal of its float as it stands.
        """
        known = self._numbers.setdefault(style, {})
        code, add, plain = self.format(style.decode()), self.tally.pool.add, PLAIN.fullmatch
        dated, shown, kind = is_date(code), digits(code), Kind.NUMBER
        for number in dict.fromkeys(stored):
            if number not in known:
                text = number.decode()
                if len(text) <= 15 and plain(text) and not dated:
                    known[number] = add(Cell(kind, text, shown))
                else:
                    known[number] = self._code(self.tally, self.tally.number(text, code, self.epoch_1904))
        return list(map(known.__getitem__, stored))

    def shared_texts(self, stored: Sequence[bytes]) -> Codes:
        """The codes of some shared texts by their numbers."""
        numbers = np.fromiter(map(int, stored), np.int32, len(stored))
        if len(numbers) and int(numbers.max()) >= len(self.strings):
            self._shared(str(numbers.max()))
        return self.strings[numbers]

    def token(self, token: tuple[bytes, ...]) -> int:
        """The code of (style, type, start of its formula, stored value, inline text) as they stand in the XML.

        Raises UnicodeDecodeError for bytes that are no text.
        """
        code = self._tokens.get(token)
        if code is None:
            style, kind, formula, value, inline = token
            code = self.code(style.decode(), kind.decode(), bool(formula), value.decode(), inline.decode())
            self._tokens[token] = code
        return code

    def code(self, style: str, kind: str, formula: bool, value: str, inline: str = "") -> int:
        """The code of a cell of a style number, a type, a stored value or an inline text; 0 where it is empty."""
        if not formula:
            return self._code(self.tally, self._stored(style, kind, value, inline))
        if not value and kind != "str":
            return self._code(self.tally, Cell(Kind.FORMULA_WITHOUT_VALUE))
        cell = self._stored(style, kind, value, "")
        if cell.kind is Kind.NUMBER and cell.text == "0":
            code = self.tally.pool.add(cell)
            self._zeros.add(code)
            return code
        self._calculated |= cell is not EMPTY
        return self._code(self.tally, cell)

    def _stored(self, style: str, kind: str, value: str, inline: str) -> Cell:
        if kind == "s":
            return self._shared(value)
        if kind == "inlineStr":
            return self.tally.text(inline or value)
        if kind in ("str", "d"):
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
        return self.tally.pool.cells[self.strings[index]]

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
            pool.cells[code] = Cell(Kind.FORMULA_WITHOUT_VALUE)


def column_of(letters: str) -> int:
    """The column that letters name, counted from 0.

    >>> column_of("A"), column_of("AA"), column_of("XFD")
    (0, 26, 16383)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1
