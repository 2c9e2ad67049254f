"""A synthetic workbook in memory: sheets whose cells can be spoilt, and the bytes of it in its format."""

import csv
import html
import io
import json
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import xlsxwriter

from data.reading import Answers
from model.period import Period
from tests.workbooks import containers, spelling

Key = tuple[str, str, str, str, Period]
"""(region, approach, item, price basis, period)"""
Rows = list[list[Any]]
WRITTEN = datetime(2026, 1, 1)
"""When every workbook says that it was made, so that its bytes are always the same."""


@dataclass
class Made:
    """What was made: cells (text, Decimal or None), where each level stands, and what a reader must return."""

    name: str
    form: str
    sheets: dict[str, Rows] = field(default_factory=dict)
    where: dict[Key, tuple[str, int, int]] = field(default_factory=dict)
    expected: dict[Key, tuple[float, str]] = field(default_factory=dict)
    answers: Answers = field(default_factory=Answers)
    json: Any = None
    hidden: tuple[int, ...] = ()
    merges: list[tuple[str, int, int, int, int]] = field(default_factory=list)
    separator: str = ","

    def put(self, sheet: str, row: int, column: int, value: Any) -> None:
        """Write a cell, counted from 0; the sheet grows as needed."""
        rows = self.sheets.setdefault(sheet, [])
        while len(rows) <= row:
            rows.append([])
        rows[row] += [None] * (column + 1 - len(rows[row]))
        rows[row][column] = value

    def level(self, sheet: str, row: int, column: int, key: Key, cell: Any, level: Decimal, status: str) -> None:
        """Write a level, and remember what a reader must make of it."""
        self.put(sheet, row, column, cell)
        self.where[key] = (sheet, row, column)
        self.expected[key] = (float(level), status)

    def moved(self, rows: int, columns: int) -> "Made":
        """The same with everything that many rows lower and columns to the right."""
        self.sheets = {
            name: [[] for _ in range(rows)] + [[None] * columns + row for row in held]
            for name, held in self.sheets.items()
        }
        self.where = {key: (name, row + rows, column + columns) for key, (name, row, column) in self.where.items()}
        return self

    def content(self) -> bytes:
        """The bytes of the file, of the cells as they now stand."""
        if self.form == "json":
            return json.dumps(self.json).encode()
        if self.form == "csv":
            return self._csv()
        if self.form in ("xls", "ods"):
            return (containers.xls if self.form == "xls" else containers.ods)(self.sheets)
        return self._html() if self.form == "html" else self._xlsx()

    def _csv(self) -> bytes:
        out = io.StringIO()
        rows = next(iter(self.sheets.values()))
        csv.writer(out, delimiter=self.separator).writerows(
            [["" if cell is None else cell for cell in row] for row in rows]
        )
        return out.getvalue().encode()

    def _html(self) -> bytes:
        lines = []
        for row in next(iter(self.sheets.values())):
            cells = "".join(f"<td>{html.escape('' if c is None else str(c))}</td>".replace("\n", "<br>") for c in row)
            lines.append(f"<tr>{cells}</tr>")
        return f"<html><body><table>{''.join(lines)}</table></body></html>".encode()

    def _xlsx(self) -> bytes:
        out = io.BytesIO()
        book = xlsxwriter.Workbook(out)
        book.set_properties({"created": WRITTEN})
        for name, rows in self.sheets.items():
            page = book.add_worksheet(name or "Sheet1")
            for at, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, Decimal | int):
                        page.write_number(at, column, float(cell))
                    elif isinstance(cell, date):
                        page.write_datetime(at, column, cell, book.add_format({"num_format": "yyyy"}))
                    elif cell is not None:
                        page.write_string(at, column, cell)
            for column in self.hidden:
                page.set_column(column, column, None, None, {"hidden": True})
            for sheet, top, left, bottom, right in self.merges:
                if sheet == name:
                    page.merge_range(top, left, bottom, right, rows[top][left])
        book.close()
        return out.getvalue()


def cell_of(level: Decimal, unit: str, text: str) -> Any:
    """A level in a unit, as a number, or as text in a number format (`id`, `en`)."""
    value = level * spelling.FACTORS[unit]
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() and not text else value
    return spelling.number(value, text) if text else value
