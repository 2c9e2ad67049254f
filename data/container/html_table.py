"""Tables of an HTML page, whatever its ending: one sheet without a name, tables and loose text below one another.

Spans are filled. Text is text, but where a program kept the number itself beside it (`x:num`, `sdval`) that is taken.
Nothing of the page is fetched or run.
"""

import re
from dataclasses import dataclass, field

from data.container.canvas import Canvas, Tally
from data.container.number import STORED
from data.grid import EMPTY, Book, Cell
from data.guard import MAX_COLUMNS, MAX_ROWS, WORKBOOKS, refuse

SPACES = re.compile(r"[ \t\r\n\f]+")
BREAKING = {"br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"}
SILENT = {"script", "style", "title", "template", "noscript"}
CELLS = {"td", "th"}


@dataclass
class _Table:
    """A table while it is read: cells by row and column, ranges that they span, and columns taken from above."""

    rows: list[dict[int, Cell]] = field(default_factory=list)
    spans: list[tuple[int, int, int, int]] = field(default_factory=list)
    taken: dict[int, int] = field(default_factory=dict)
    column: int = 0
    attributes: dict[str, str] | None = None
    pieces: list[str] = field(default_factory=list)

    def begin_row(self) -> None:
        self.taken = {column: last for column, last in self.taken.items() if last >= len(self.rows)}
        self.rows.append({})
        self.column = 0

    def place(self, cell: Cell, across: int, down: int) -> None:
        """Put a cell at the next free place of the row; the places that it spans are taken."""
        while self.column in self.taken:
            self.column += 1
        row, last = len(self.rows) - 1, len(self.rows) + down - 2
        if cell is not EMPTY:
            self.rows[row][self.column] = cell
            if across > 1 or down > 1:
                self.spans.append((row, self.column, last, self.column + across - 1))
        if down > 1:
            self.taken.update(dict.fromkeys(range(self.column, self.column + across), last))
        self.column += across


class _Page:
    """Hears the page and fills the canvas; lxml calls it by these names."""

    def __init__(self, canvas: Canvas) -> None:
        self.canvas = canvas
        self.open: list[_Table] = []
        self.tables = 0
        self.next_row = 0
        self.silent = 0
        self.loose: list[str] = []

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in SILENT:
            self.silent += 1
        elif tag == "table":
            self._end_loose()
            self.open.append(_Table())
            self.tables += 1
        elif tag in BREAKING:
            self._piece("\n")
        elif self.open:
            table = self.open[-1]
            if tag == "tr" or (tag in CELLS and not table.rows):
                self._end_cell(table)
                table.begin_row()
            if tag in CELLS:
                self._end_cell(table)
                table.attributes = dict(attributes)

    def end(self, tag: str) -> None:
        if tag in SILENT:
            self.silent = max(self.silent - 1, 0)
        elif tag == "table" and self.open:
            self._end_cell(self.open[-1])
            self._emit(self.open.pop())
        elif tag in CELLS and self.open:
            self._end_cell(self.open[-1])
        elif tag in BREAKING and tag != "br":
            self._piece("\n")
        elif tag == "caption":
            self._end_loose()

    def data(self, text: str) -> None:
        if not self.silent:
            self._piece(SPACES.sub(" ", text))

    def close(self) -> None:
        while self.open:
            self.end("table")
        self._end_loose()

    def _piece(self, text: str) -> None:
        inside = self.open and self.open[-1].attributes is not None
        (self.open[-1].pieces if inside else self.loose).append(text)

    def _end_cell(self, table: _Table) -> None:
        if table.attributes is None:
            return
        text = "\n".join(line.strip(" ") for line in "".join(table.pieces).split("\n")).strip("\n")
        stored = table.attributes.get("x:num") or table.attributes.get("sdval") or ""
        tally = self.canvas.tally
        cell = tally.number(stored) if STORED.fullmatch(stored) else tally.text(text)
        across = _span(table.attributes.get("colspan"), MAX_COLUMNS, 1)
        table.place(cell, across, _span(table.attributes.get("rowspan"), MAX_ROWS, MAX_ROWS))
        table.attributes, table.pieces = None, []

    def _end_loose(self) -> None:
        """Text outside any cell, such as a title above its table: a row for each line."""
        for line in "".join(self.loose).split("\n"):
            cell = self.canvas.tally.text(line.strip())
            if cell is not EMPTY:
                self.canvas.put(self.next_row, 0, cell)
                self.next_row += 1
        self.loose = []

    def _emit(self, table: _Table) -> None:
        for offset, row in enumerate(table.rows):
            for column, cell in row.items():
                self.canvas.put(self.next_row + offset, column, cell)
        for top, left, bottom, right in table.spans:
            bottom = min(bottom, len(table.rows) - 1)
            self.canvas.merge(self.next_row + top, left, self.next_row + bottom, right)
        self.next_row += len(table.rows) + 1


def _span(stated: str | None, most: int, of_zero: int) -> int:
    """How many places a cell spans; 0 is `of_zero`, which for rows is to the end of the table."""
    stated = (stated or "1").strip()
    number = int(stated) if stated.isdecimal() and len(stated) < 10 else 1
    return min(number, most) if number else of_zero


def read(text: str) -> Book:
    """The sheet of a page that has at least one table."""
    from lxml import etree  # the other forms start faster without it

    tally = Tally()
    page = _Page(Canvas("", tally))
    parser = etree.HTMLParser(target=page, encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True)
    try:
        parser.feed(text.encode("utf-8", "replace"))
        parser.close()
    except etree.LxmlError:
        refuse("not_a_workbook", "broken HTML", WORKBOOKS)
    if not page.tables:
        refuse("not_a_workbook", "an HTML page without a table", WORKBOOKS)
    return Book("html", (page.canvas.sheet(),))
