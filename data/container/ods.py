"""OpenDocument spreadsheets (ods), streamed. Repeated empty cells and rows cost nothing, repeated filled ones count."""

from data.container.canvas import Canvas, Tally
from data.container.ods_style import Styles
from data.container.package import Listener, Package
from data.grid import EMPTY, Book, Cell, Kind, Sheet
from data.guard import MAX_CELL_TEXT, MAX_COLUMNS, WORKBOOKS, refuse

SPREADSHEET = b"application/vnd.oasis.opendocument.spreadsheet"
SILENT = {"annotation", "tracked-changes", "shapes", "frame", "dde-links", "forms"}
CELLS = {"table-cell", "covered-table-cell"}
NUMBERS = {"float", "currency", "percentage"}


def read(package: Package) -> Book:
    """The sheets of a document, hidden ones too, formulas by the results that are stored with them."""
    if "META-INF/manifest.xml" in package.names:
        manifest = _Manifest()
        package.parse("META-INF/manifest.xml", manifest)
        if manifest.encrypted:
            refuse("password_protected", "encrypted ods", "a workbook without a password")
    if "mimetype" in package.names and not b"".join(package.chunks("mimetype")).startswith(SPREADSHEET):
        refuse("not_a_workbook", "an OpenDocument file without sheets", WORKBOOKS)
    tally, styles = Tally(), Styles()
    if "styles.xml" in package.names:
        package.parse("styles.xml", styles)
    content = _Content(styles, tally)
    package.parse("content.xml", content)
    if not content.sheets:
        refuse("not_a_workbook", "an OpenDocument file without sheets", WORKBOOKS)
    return Book("ods", tuple(content.sheets))


class _Manifest(Listener):
    encrypted = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.encrypted = self.encrypted or tag == "encryption-data"


class _Content(Listener):
    """Rows and cells of the sheets; what is drawn, noted or tracked beside them is passed over."""

    def __init__(self, styles: Styles, tally: Tally) -> None:
        self.styles = styles
        self.tally = tally
        self.sheets: list[Sheet] = []
        self.canvas: Canvas | None = None
        self.silent = 0
        self.row = 0
        self.column = 0
        self.repeat = 1
        self.line: list[tuple[int, Cell]] = []
        self.defaults: list[str] = []
        self.attributes: dict[str, str] | None = None
        self.paragraphs: list[str] = []
        self.length = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self.silent or tag in SILENT:
            self.silent += 1
        elif tag in CELLS:
            self.attributes, self.paragraphs, self.length = attributes, [], 0
        elif self.attributes is not None:
            self._inside(tag, attributes)
        elif tag == "table-row":
            self.repeat, self.column, self.line = _count(attributes, "number-rows-repeated"), 0, []
        elif tag == "table-column":
            repeat = min(_count(attributes, "number-columns-repeated"), MAX_COLUMNS - len(self.defaults))
            self.defaults += [attributes.get("default-cell-style-name", "")] * repeat
        elif tag == "table":
            self.canvas, self.row, self.defaults = Canvas(attributes.get("name", ""), self.tally), 0, []
        else:
            self.styles.start(tag, attributes)

    def _inside(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "p":
            self.paragraphs.append("")
        elif tag == "s":
            self.text(" " * min(_count(attributes, "c"), MAX_CELL_TEXT))
        elif tag in ("line-break", "tab"):
            self.text("\n" if tag == "line-break" else "\t")

    def text(self, text: str) -> None:
        if self.attributes is None or not self.paragraphs or self.silent:
            return
        self.length += len(text)
        if self.length > MAX_CELL_TEXT:
            refuse("too_large", f"more than {MAX_CELL_TEXT:,} characters in a cell", f"≤ {MAX_CELL_TEXT:,} characters")
        self.paragraphs[-1] += text

    def end(self, tag: str) -> None:
        if self.silent:
            self.silent -= 1
        elif tag in CELLS:
            self._end_cell(covered=tag != "table-cell")
        elif tag == "table-row":
            self._end_row()
        elif tag == "table" and self.canvas is not None:
            self.sheets.append(self.canvas.sheet())
            self.canvas = None
        else:
            self.styles.end(tag)

    def _end_cell(self, covered: bool) -> None:
        attributes, self.attributes = self.attributes or {}, None
        repeat = _count(attributes, "number-columns-repeated")
        cell = EMPTY if covered else self._cell(attributes)
        if cell is not EMPTY and self.canvas is not None:
            self.canvas.check_column(self.row, self.column + repeat - 1)
            self.line += [(self.column + step, cell) for step in range(repeat)]
        if not covered and self.canvas is not None:
            down, across = _count(attributes, "number-rows-spanned"), _count(attributes, "number-columns-spanned")
            self.canvas.merge(self.row, self.column, self.row + down - 1, self.column + across - 1)
        self.column += repeat

    def _end_row(self) -> None:
        for step in range(self.repeat if self.line else 0):
            for column, cell in self.line:
                if self.canvas is not None:
                    self.canvas.put(self.row + step, column, cell)
        self.row += self.repeat

    def _cell(self, attributes: dict[str, str]) -> Cell:
        """The cell of an element by its value type; `calcext` tells an error that otherwise looks like text."""
        kind, formula = attributes.get("value-type", ""), "formula" in attributes
        text = "\n".join(self.paragraphs)
        if attributes.get("calcext:value-type") == "error" or (formula and text.startswith(("#", "Err:"))):
            return Cell(Kind.ERROR, text.strip() or "#N/A")
        if kind in NUMBERS:
            cell = self.tally.number(attributes.get("value", ""))
            return cell._replace(digits=self._digits(attributes)) if cell.kind is Kind.NUMBER else cell
        if kind == "date":
            return self.tally.text(attributes.get("date-value", text))
        if kind == "boolean":
            return Cell(Kind.TEXT, attributes.get("boolean-value", "").upper())
        if formula and not kind and not text:
            return Cell(Kind.FORMULA_WITHOUT_VALUE)
        return self.tally.text(text or attributes.get("string-value", ""))

    def _digits(self, attributes: dict[str, str]) -> int | None:
        style = attributes.get("style-name", "")
        if not style and self.column < len(self.defaults):
            style = self.defaults[self.column]
        return self.styles.digits(style)


def _count(attributes: dict[str, str], name: str) -> int:
    """How often something is repeated or spans; at least once, and never more than any sheet is long."""
    stated = attributes.get(name, "1")
    return min(max(int(stated), 1), 1 << 21) if stated.isdecimal() and len(stated) < 10 else 1
