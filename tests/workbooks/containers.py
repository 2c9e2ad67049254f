"""The sheets of a synthetic workbook as BIFF and as OpenDocument bytes."""

import io
import zipfile
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from xml.sax.saxutils import escape, quoteattr

import xlwt

Sheets = Mapping[str, list[list[Any]]]

_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3"'
)


def xls(sheets: Sheets) -> bytes:
    """Excel 97."""
    book = xlwt.Workbook()
    for name, rows in sheets.items():
        page = book.add_sheet(name or "Sheet1")
        for at, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell is not None and cell != "":
                    page.write(at, column, float(cell) if isinstance(cell, Decimal | int) else cell)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def ods(sheets: Sheets) -> bytes:
    """OpenDocument, as little of it as a spreadsheet needs."""
    tables = "".join(
        f"<table:table table:name={quoteattr(name or 'Sheet1')}>"
        + "".join(f"<table:table-row>{''.join(map(_cell, row or [None]))}</table:table-row>" for row in rows)
        + "</table:table>"
        for name, rows in sheets.items()
    )
    content = f'<?xml version="1.0"?><office:document-content {_SPACES}><office:body><office:spreadsheet>{tables}'
    content += "</office:spreadsheet></office:body></office:document-content>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _cell(cell: Any) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, Decimal | int):
        shown = f"<text:p>{cell}</text:p>"
        return f'<table:table-cell office:value-type="float" office:value="{cell}">{shown}</table:table-cell>'
    lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.split("\n"))
    return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
