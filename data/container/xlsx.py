"""Office Open XML workbooks (xlsx, xlsm): the parts around the sheets. Macros, links and drawings are never opened."""

import posixpath
import re

from data.container.canvas import Tally
from data.container.number_format import BUILT_IN
from data.container.package import Listener, Package
from data.container.xlsx_cell import Cells
from data.container.xlsx_sheet import read_sheet
from data.grid import Book, Cell
from data.guard import MAX_CELL_TEXT, WORKBOOKS, refuse

WORKSHEET = "/worksheet"
ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


class _Relations(Listener):
    """Targets by id, and the type of each."""

    def __init__(self, base: str) -> None:
        self.base = base
        self.targets: dict[str, tuple[str, str]] = {}

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            target = posixpath.normpath(posixpath.join(self.base, attributes.get("Target", "")))
            self.targets[attributes.get("Id", "")] = (attributes.get("Type", ""), target.lstrip("/"))

    def of_type(self, ending: str) -> str | None:
        """The first target whose type ends like this."""
        return next((target for kind, target in self.targets.values() if kind.endswith(ending)), None)


class _Workbook(Listener):
    """Names and ids of the sheets, in order, and the day that dates are counted from."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str]] = []
        self.epoch_1904 = False
        self.recalculates = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "sheet":
            self.sheets.append((attributes.get("name", ""), attributes.get("id", "")))
        elif tag == "workbookPr":
            self.epoch_1904 = attributes.get("date1904") in ("1", "true")
        elif tag == "calcPr":
            self.recalculates = attributes.get("fullCalcOnLoad") in ("1", "true")


class _Styles(Listener):
    """The number format of each cell style."""

    def __init__(self) -> None:
        self.own: dict[str, str] = {}
        self.formats: list[str] = []
        self._inside = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "numFmt":
            self.own[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == "cellXfs":
            self._inside = True
        elif tag == "xf" and self._inside:
            self.formats.append(attributes.get("numFmtId", "0"))

    def end(self, tag: str) -> None:
        if tag == "cellXfs":
            self._inside = False

    def codes(self) -> list[str]:
        """Format codes by style number."""
        return [self.own.get(key) or BUILT_IN.get(int(key) if key.isdecimal() else 0, "") for key in self.formats]


class _Strings(Listener):
    """The shared texts: runs joined, phonetic hints left out."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.cells: list[Cell] = []
        self._pieces: list[str] = []
        self._length = 0
        self._open = False
        self._hint = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "si":
            self._pieces, self._length = [], 0
        elif tag == "rPh":
            self._hint = True
        self._open = tag == "t" and not self._hint

    def end(self, tag: str) -> None:
        self._open = False
        if tag == "rPh":
            self._hint = False
        elif tag == "si":
            self.cells.append(self.tally.text(unescaped("".join(self._pieces))))

    def text(self, text: str) -> None:
        if self._open:
            self._length += len(text)
            if self._length > MAX_CELL_TEXT:
                refuse(
                    "too_large", f"more than {MAX_CELL_TEXT:,} characters in a cell", f"≤ {MAX_CELL_TEXT:,} characters"
                )
            self._pieces.append(text)


def unescaped(text: str) -> str:
    """A text with the characters that XML cannot hold put back.

    >>> unescaped("PDRB_x000D_Medan"), unescaped("PDRB_xMedan")
    ('PDRB\\rMedan', 'PDRB_xMedan')
    """
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text


def read(package: Package) -> Book:
    """The sheets of a workbook, hidden ones too, formulas by the results that are stored with them."""
    root = _relations(package, "", "_rels/.rels").of_type("/officeDocument") or "xl/workbook.xml"
    if root not in package.names or not root.endswith(".xml"):
        found = "binary workbook (xlsb)" if root.endswith(".bin") else "a zip without a workbook"
        refuse("not_a_workbook", found, WORKBOOKS)
    workbook, folder = _Workbook(), posixpath.dirname(root)
    package.parse(root, workbook)
    relations = _relations(package, folder, posixpath.join(folder, "_rels", posixpath.basename(root) + ".rels"))
    tally = Tally()
    cells = _cells(package, relations, workbook, tally)
    sheets = []
    for name, key in workbook.sheets:
        kind, target = relations.targets.get(key, ("", ""))
        if kind.endswith(WORKSHEET):
            if target not in package.names:
                refuse("not_a_workbook", f"the sheet {name} is missing from the zip", WORKBOOKS, name)
            sheets.append(read_sheet(package, target, name, cells))
    if not sheets:
        refuse("not_a_workbook", "a workbook without a sheet", WORKBOOKS)
    if workbook.recalculates:
        cells.distrust_zeros()
    return Book("xlsx", tuple(sheets))


def _relations(package: Package, base: str, name: str) -> _Relations:
    relations = _Relations(base)
    if name in package.names:
        package.parse(name, relations)
    return relations


def _cells(package: Package, relations: _Relations, workbook: _Workbook, tally: Tally) -> Cells:
    """What cells refer to: styles and shared texts."""
    styles, strings = _Styles(), _Strings(tally)
    for ending, listener in (("/styles", styles), ("/sharedStrings", strings)):
        part = relations.of_type(ending)
        if part in package.names and part is not None:
            package.parse(part, listener)
    return Cells(strings.cells, styles.codes(), workbook.epoch_1904, tally)
