"""Excel 97-2003 workbooks (BIFF), through xlrd with its formatting: errors keep their text, merges are known."""

import io
import struct

import xlrd
from xlrd.compdoc import CompDocError

from data.container.canvas import Canvas, Tally
from data.container.number import numeric
from data.grid import EMPTY, Book, Cell, Kind, Sheet
from data.guard import WORKBOOKS, refuse

# What xlrd raises on damaged files: it checks little, and stumbles over what it meets.
STUMBLES = (
    ArithmeticError, AssertionError, AttributeError, CompDocError, EOFError, LookupError, NotImplementedError,
    RecursionError, TypeError, UnboundLocalError, ValueError, struct.error, xlrd.XLRDError,
)  # fmt: skip


def read(content: bytes) -> Book:
    """The sheets of a workbook, hidden ones too."""
    try:
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=io.StringIO())
    except STUMBLES as error:
        if "encrypted" in str(error):
            refuse("password_protected", "encrypted xls", "a workbook without a password")
        refuse("not_a_workbook", "a damaged xls", WORKBOOKS)
    tally = Tally()
    return Book("xls", tuple(_sheet(book, sheet, tally) for sheet in book.sheets()))


def _sheet(book: xlrd.Book, sheet: xlrd.sheet.Sheet, tally: Tally) -> Sheet:
    canvas = Canvas(sheet.name, tally)
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            canvas.put(row, column, _cell(book, sheet, row, column, tally))
    for top, below, left, beyond in sheet.merged_cells:
        canvas.merge(top, left, below - 1, beyond - 1)
    return canvas.sheet()


def _cell(book: xlrd.Book, sheet: xlrd.sheet.Sheet, row: int, column: int, tally: Tally) -> Cell:
    value = sheet.cell_value(row, column)
    match sheet.cell_type(row, column):
        case xlrd.XL_CELL_TEXT:
            return tally.text(value, sheet.name)
        case xlrd.XL_CELL_NUMBER | xlrd.XL_CELL_DATE:
            return numeric(float(value), _format(book, sheet.cell_xf_index(row, column)), book.datemode == 1)
        case xlrd.XL_CELL_BOOLEAN:
            return Cell(Kind.TEXT, "TRUE" if value else "FALSE")
        case xlrd.XL_CELL_ERROR:
            return Cell(Kind.ERROR, xlrd.error_text_from_code.get(value, "#N/A"))
        case _:
            return EMPTY


def _format(book: xlrd.Book, style: int) -> str:
    """The number format of a style; none for a style that the workbook does not have."""
    if not 0 <= style < len(book.xf_list):
        return ""
    form = book.format_map.get(book.xf_list[style].format_key)
    return form.format_str or "" if form is not None else ""
