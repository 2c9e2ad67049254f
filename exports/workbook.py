"""Workbooks: a sheet of figures and a sheet that says where they come from."""

import io
from collections.abc import Sequence
from datetime import UTC
from math import isnan

import pandas as pd
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from exports.cells import Exact, like_formula
from exports.columns import Column, for_readers
from exports.passport import Passport, source_line
from exports.printed import Styles, write
from exports.provenance import lines
from text import lookup

_OPTIONS: dict[str, bool] = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_NUMBER_FORMATS = {"shown": "#,##0.00", "value": "#,##0.00########"}
_WIDEST = 60
_TEXT, _LINE = 110, 15  # of the source sheet: the width of a line in characters, its height in points
_HEADER_LIMIT = 255


def xlsx(result: pd.DataFrame, passport: Passport, lang: str) -> bytes:
    """Three sheets: the table as on screen, one row a figure, and the source; the same result gives the same bytes.

    Numbers are numbers (`shown` as printed, `value` with every digit), a missing value is an empty cell (a dash in the
    table that is read), and no text is ever a formula or a link.
    """
    columns, name = for_readers(result, passport, lang), lookup.say("export.sheet.figures", lang)
    return book(columns, result, passport, lang, name, printed=True)


def book(
    columns: Sequence[Column], result: pd.DataFrame, passport: Passport, lang: str, name: str, printed: bool = False
) -> bytes:
    """The workbook of these columns, the sheet of figures called `name`, with the source sheet of `result`.

    Where it is `printed`, the sheet that people read comes first.
    """
    buffer = io.BytesIO()
    with Workbook(buffer, _OPTIONS) as workbook:
        workbook.set_properties(_properties(passport, lang))
        styles = _styles(workbook)
        if printed:
            page = workbook.add_worksheet(lookup.say("export.sheet.table", lang))
            write(page, result, passport, lang, Styles(workbook))
            _page(page, "", passport, lang)
        sheet = workbook.add_worksheet(name)
        _figures(sheet, columns, styles)
        _page(sheet, passport.title, passport, lang)
        _source(workbook.add_worksheet(lookup.say("export.sheet.name", lang)), result, passport, lang, styles)
    return buffer.getvalue()


def _properties(passport: Passport, lang: str) -> dict[str, object]:
    return {
        "title": passport.title,
        "subject": passport.subtitle,
        "comments": source_line(passport, lang),
        "created": passport.effective_at.astimezone(UTC).replace(tzinfo=None),
    }


def _styles(workbook: Workbook) -> dict[str, Format]:
    styles = {
        "header": workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1}),
        "label": workbook.add_format({"bold": True, "valign": "top"}),
        "wrapped": workbook.add_format({"text_wrap": True, "valign": "top"}),
        "guarded": workbook.add_format({"quote_prefix": True}),
        "guarded wrapped": workbook.add_format({"quote_prefix": True, "text_wrap": True, "valign": "top"}),
    }
    return styles | {key: workbook.add_format({"num_format": code}) for key, code in _NUMBER_FORMATS.items()}


def _figures(sheet: Worksheet, columns: Sequence[Column], styles: dict[str, Format]) -> None:
    """Header and one row a figure; the header stays in sight and can filter."""
    last = len(columns[0].cells)
    for place, column in enumerate(columns):
        sheet.write_string(0, place, column.heading, styles["header"])
        for line, cell in enumerate(column.cells, start=1):
            _cell(sheet, line, place, cell, styles, styles.get(column.key))
        sheet.set_column(place, place, _width(column))
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    sheet.autofilter(0, 0, last, len(columns) - 1)
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{last + 1}"})


def _cell(
    sheet: Worksheet, line: int, place: int, cell: str | float, styles: dict[str, Format], style: Format | None = None
) -> None:
    """A number as a number, text as text, nothing for what is missing."""
    if isinstance(cell, str):
        if cell:
            sheet.write_string(line, place, cell, styles["guarded"] if like_formula(cell) else style)
    elif not isnan(cell):
        sheet.write_number(line, place, Exact(cell), style)


def _width(column: Column) -> float:
    """Wide enough for the longest text, within reason; numbers need what seventeen digits take."""
    if column.numeric:
        return 16.0
    return float(min(_WIDEST, max((len(str(cell)) for cell in (*column.cells, column.heading[:14])), default=8) + 2))


def _page(sheet: Worksheet, heading: str, passport: Passport, lang: str) -> None:
    """On paper: across, one page wide, the heading above and the source below."""
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_header("&L" + _printable(heading) if heading else "")
    sheet.set_footer("&L" + _printable(source_line(passport, lang)) + "&R&P/&N")


def _printable(text: str) -> str:
    """Text for the header of a printed page, where `&` begins a command and room is short."""
    return text.replace("&", "&&")[: _HEADER_LIMIT - 20].rstrip("&")


def _source(sheet: Worksheet, result: pd.DataFrame, passport: Passport, lang: str, styles: dict[str, Format]) -> None:
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, _TEXT)
    _page(sheet, passport.title, passport, lang)
    for line, (heading, text) in enumerate(lines(result, passport, lang)):
        sheet.set_row(line, _LINE * max(1, -(-len(text) // _TEXT)))
        for place, cell, style in ((0, heading, "label"), (1, text, "wrapped")):
            if cell:
                sheet.write_string(line, place, cell, styles["guarded wrapped" if like_formula(cell) else style])
