"""A sheet of an xlsx: its plain rows by patterns (`xlsx_plain`), or, where anything in it is not plain, the whole sheet
by the XML parser. Both roads make the same cells."""

import re

from data.container.canvas import Canvas
from data.container.package import Listener, Package, parse
from data.container.xlsx_cell import Cells, column_of
from data.container.xlsx_plain import NotPlain, read_plain
from data.grid import Sheet
from data.guard import MAX_CELL_TEXT, WORKBOOKS, refuse

REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")


def read_sheet(package: Package, part: str, name: str, cells: Cells) -> Sheet:
    """One sheet, whatever is hidden in it included."""
    before = cells.tally.cells
    canvas = Canvas(name, cells.tally)
    try:
        rest = read_plain(package.chunks(part), canvas, cells)
        parse(iter((rest,)), _SheetListener(canvas, cells), part)
    except (NotPlain, UnicodeDecodeError):
        cells.tally.cells = before
        canvas = Canvas(name, cells.tally)
        package.parse(part, _SheetListener(canvas, cells))
    return canvas.sheet()


class _SheetListener(Listener):
    """Cells and merged ranges of a sheet, in any form that XML allows."""

    def __init__(self, canvas: Canvas, cells: Cells) -> None:
        self.canvas = canvas
        self.cells = cells
        self.row = -1
        self.column = -1
        self._attributes: dict[str, str] = {}
        self._formula = False
        self._hint = False
        self._into: list[str] | None = None
        self._value: list[str] = []
        self._inline: list[str] = []
        self._length = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "row":
            given = attributes.get("r", "")
            self.row = int(given) - 1 if given.isdecimal() and 0 < len(given) < 9 and int(given) else self.row + 1
            self.column = -1
        elif tag == "c":
            self._cell(attributes)
        elif tag == "f":
            self._formula = True
        elif tag == "rPh":
            self._hint = True
        elif tag == "mergeCell":
            self._merge(attributes.get("ref", ""))
        self._into = self._value if tag == "v" else self._inline if tag == "t" and not self._hint else None

    def end(self, tag: str) -> None:
        self._into = None
        if tag == "rPh":
            self._hint = False
        elif tag == "c":
            kind, style = self._attributes.get("t", ""), self._attributes.get("s", "")
            own = "".join(self._inline) if kind == "inlineStr" and not self._formula else ""
            code = self.cells.code(style, kind, self._formula, own or "".join(self._value))
            if code:
                self.canvas.put_code(max(self.row, 0), self.column, code)
                self.canvas.tally.add(1, self.canvas.name)

    def text(self, text: str) -> None:
        if self._into is not None:
            self._length += len(text)
            if self._length > MAX_CELL_TEXT:
                refuse(
                    "too_large", f"more than {MAX_CELL_TEXT:,} characters in a cell", f"≤ {MAX_CELL_TEXT:,} characters"
                )
            self._into.append(text)

    def _cell(self, attributes: dict[str, str]) -> None:
        found = REFERENCE.fullmatch(attributes.get("r", ""))
        if found:
            self.column, self.row = column_of(found[1]), int(found[2]) - 1
        elif "r" in attributes:
            refuse("not_a_workbook", f"a cell at {attributes['r']!r:.20}", WORKBOOKS, self.canvas.name)
        else:
            self.column += 1
        self._attributes, self._formula, self._hint = attributes, False, False
        self._value, self._inline, self._length = [], [], 0

    def _merge(self, reference: str) -> None:
        first, _, last = reference.partition(":")
        start, stop = REFERENCE.fullmatch(first), REFERENCE.fullmatch(last)
        if start and stop:
            self.canvas.merge(int(start[2]) - 1, column_of(start[1]), int(stop[2]) - 1, column_of(stop[1]))
