"""A cell of an xlsx sheet by its type, style and stored text."""

from data.container.canvas import Tally
from data.container.number import parsed
from data.container.number_format import digits, is_date
from data.grid import EMPTY, Cell, Kind, Sheet
from data.guard import WORKBOOKS, refuse

KEPT = 50_000


class Cells:
    """Makes the cells of a workbook; equal ones are one object as long as there are not too many."""

    def __init__(self, strings: list[Cell], formats: list[str], epoch_1904: bool, tally: Tally) -> None:
        self.strings = strings
        self.formats = formats
        self.epoch_1904 = epoch_1904
        self.tally = tally
        self.kept: dict[tuple[bytes, ...], Cell] = {}
        self.kept_numbers: dict[tuple[bytes, bytes], Cell] = {}
        self._formats: dict[str, str] = {}
        self.zeros: set[int] = set()
        self._zero_cells: list[Cell] = []
        self.results = 0

    def plain(self, style: bytes, number: bytes) -> Cell:
        """The cell of a number in plain digits, the most frequent one.

        A decimal of at most 15 digits that does not end in 0 is the shortest decimal of its float as it stands.
        """
        cell = self.kept_numbers.get((style, number))
        if cell is not None:
            return cell
        code = self.format(style.decode())
        text = number.decode()
        if len(number) > 15 or number.endswith(b"0") or number == b"-0" or is_date(code):
            cell = parsed(text, code, self.epoch_1904)
        else:
            cell = Cell(Kind.NUMBER, text, digits(code))
        if len(self.kept_numbers) < KEPT:
            self.kept_numbers[style, number] = cell
        return cell

    def token(self, token: tuple[bytes, ...]) -> Cell:
        """The cell of (style, type, start of its formula, stored value, inline text) as they stand in the XML."""
        cell = self.kept.get(token)
        if cell is not None:
            return cell
        style, kind, formula, value, inline = token
        cell = self.cell(style.decode(), kind.decode(), bool(formula), value.decode(), inline.decode())
        if len(self.kept) < KEPT:
            self.kept[token] = cell
        return cell

    def cell(self, style: str, kind: str, formula: bool, value: str, inline: str = "") -> Cell:
        """The cell of a style number, a type, a stored value or an inline text."""
        if formula:
            return self._result(style, kind, value)
        return self._stored(style, kind, value, inline)

    def _result(self, style: str, kind: str, value: str) -> Cell:
        """A formula by its stored result; without one it is never 0."""
        if not value and kind != "str":
            return Cell(Kind.FORMULA_WITHOUT_VALUE)
        cell = self._stored(style, kind, value, "")
        if cell.kind is Kind.NUMBER and cell.text == "0":
            cell = Cell(cell.kind, cell.text, cell.digits)
            self.zeros.add(id(cell))
            self._zero_cells.append(cell)
        elif cell is not EMPTY:
            self.results += 1
        return cell

    def _stored(self, style: str, kind: str, value: str, inline: str) -> Cell:
        if kind == "s":
            return self.shared(value)
        if kind == "inlineStr":
            return self.tally.text(inline or value)
        if kind in ("str", "d"):
            return self.tally.text(value)
        if kind == "e":
            return Cell(Kind.ERROR, value or "#N/A")
        if kind == "b":
            return Cell(Kind.TEXT, "TRUE" if value.strip() in ("1", "true") else "FALSE") if value else EMPTY
        return parsed(value, self.format(style), self.epoch_1904)

    def shared(self, value: str | bytes) -> Cell:
        """A shared text by its number."""
        index = int(value) if value.isdigit() and len(value) < 8 else -1
        if not 0 <= index < len(self.strings):
            refuse("not_a_workbook", f"a shared text {value!r:.20} that does not exist", WORKBOOKS)
        return self.strings[index]

    def format(self, style: str) -> str:
        """The number format of a style; none for a style that the workbook does not have."""
        code = self._formats.get(style)
        if code is None:
            index = int(style) if style.isdecimal() and len(style) < 8 else 0
            code = self._formats[style] = self.formats[index] if index < len(self.formats) else ""
        return code

    def distrust_zeros(self, sheets: list[Sheet]) -> list[Sheet]:
        """Where a workbook asks to be recalculated and every formula in it stores 0, nothing was ever calculated."""
        if self.results or not self.zeros:
            return sheets
        missing = Cell(Kind.FORMULA_WITHOUT_VALUE)
        return [
            Sheet(
                sheet.name,
                tuple(tuple(missing if id(cell) in self.zeros else cell for cell in row) for row in sheet.rows),
            )
            for sheet in sheets
        ]
