"""A sheet of an xlsx, streamed: cells in the plain form that spreadsheet programs write are taken by one pattern,
anything else in the sheet (comments, prefixes, rich text, escapes) sends the whole sheet through the XML parser.
Both roads make the same cells. What the pattern accepts is well-formed as it stands; nothing is skipped over."""

import re
from collections.abc import Iterator

from data.container.canvas import Canvas
from data.container.package import CHUNK, Listener, Package, parse
from data.container.xlsx_cell import Cells
from data.grid import EMPTY, Cell, Sheet
from data.guard import MAX_CELL_TEXT, WORKBOOKS, refuse

REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
ROW_TAG = rb'<row(?: [a-zA-Z:0-9]+="[^"<>&]*")*'
CELL = (
    rb'<c r="@[A-Z]{1,3})@[1-9][0-9]{0,6})"(?: s="@[0-9]{1,6})")?(?: t="@[a-zA-Z]{1,9})")?'
    rb'(?:/>|>(?:@<f)(?: [a-zA-Z:0-9]+="[^"<>&]*")*(?:/>|>(?:[^<>&]|&(?:amp|lt|gt|quot|apos);)*</f>))?'
    rb"(?:<v>(?:@-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]+)?)|@[^<>&]*))</v>|<v ?/>|"
    rb'<is><t(?: xml:space="preserve")?>@[^<>&]*)</t></is>)?</c>)'
)
TOKEN = re.compile(CELL.replace(b"@", b"("))
ROWS = re.compile(b"(?:%s(?:/>|>(?:%s)*+</row>))*+" % (ROW_TAG, CELL.replace(b"@", b"(?:")))
HEAD = re.compile(rb"<sheetData(?:/>|>)")
UTF_8 = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml(?![^>]*encoding=[\"'](?!utf-8|UTF-8))[^>]*\?>)?\s*<worksheet[^>]*>")
PATIENCE = 4 * CHUNK
PLAIN_KINDS = frozenset((b"", b"n", b"s"))


class _NotPlain(Exception):
    """The sheet holds something that the pattern does not know."""


def column_of(letters: str) -> int:
    """The column that letters name, counted from 0.

    >>> column_of("A"), column_of("AA"), column_of("XFD")
    (0, 26, 16383)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - 64
    return number - 1


def read_sheet(package: Package, part: str, name: str, cells: Cells) -> Sheet:
    """One sheet, whatever is hidden in it included."""
    before = cells.tally.cells
    canvas = Canvas(name, cells.tally)
    try:
        rest = _plain(package.chunks(part), canvas, cells)
        parse(iter((rest,)), _SheetListener(canvas, cells), part)
    except _NotPlain:
        cells.tally.cells = before
        canvas = Canvas(name, cells.tally)
        package.parse(part, _SheetListener(canvas, cells))
    return canvas.sheet()


def _plain(chunks: Iterator[bytes], canvas: Canvas, cells: Cells) -> bytes:
    """Take the plain rows of a sheet; what stands around them is returned, an XML document of its own."""
    pending = next(chunks, b"")
    found = HEAD.search(pending)
    if not found or not UTF_8.match(pending) or b"<!" in pending[: found.start()] or found[0].endswith(b"/>"):
        raise _NotPlain
    head, pending = pending[: found.end()], pending[found.end() :]
    while True:
        match = ROWS.match(pending)
        end = match.end() if match else 0
        _take(pending[:end], canvas, cells)
        pending = pending[end:]
        if pending.startswith(b"</sheetData>"):
            return head + pending + b"".join(chunks)
        if len(pending) > PATIENCE or not (chunk := next(chunks, b"")):
            raise _NotPlain
        pending += chunk


def _take(rows: bytes, canvas: Canvas, cells: Cells) -> None:
    """Put the cells of some complete rows on the canvas."""
    columns: dict[bytes, int] = {}
    last, line, filled = b"", list[Cell](), 0
    for letters, row, style, kind, formula, number, value, inline in TOKEN.findall(rows):
        if number and not formula and kind in PLAIN_KINDS:
            cell = cells.shared(number) if kind == b"s" else cells.plain(style, number)
        else:
            cell = _other(cells, (style, kind, formula, number or value, inline))
        if cell is EMPTY:
            continue
        column = columns.get(letters)
        if column is None:
            column = columns[letters] = column_of(letters.decode())
            canvas.check_column(int(row) - 1, column)
        if row != last:
            line, last = canvas.line(int(row) - 1), row
        missing = column - len(line)
        if missing:
            if missing < 0:
                raise _NotPlain
            line.extend([EMPTY] * missing)
        line.append(cell)
        filled += 1
    canvas.tally.add(filled, canvas.name)


def _other(cells: Cells, token: tuple[bytes, ...]) -> Cell:
    try:
        return cells.token(token)
    except UnicodeDecodeError:
        raise _NotPlain from None


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
            cell = self.cells.cell(style, kind, self._formula, "".join(self._value), "".join(self._inline))
            self.canvas.put(max(self.row, 0), self.column, cell)

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
