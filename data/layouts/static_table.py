"""BPS WebAPI, `model=statictable`: the table is a page of HTML, escaped, inside the JSON answer.

    {"data": {"table_id": 1211, "title": "Produk Domestik Regional Bruto Kota Medan …", "table": "&lt;table&gt;…"}}

The HTML is read like any HTML table; the title of the answer stands above it as one more line.
"""

import html
from typing import Any

from data.container.html_table import read as read_html
from data.grid import Book, Cell, Kind, Sheet


def knows(content: Any) -> bool:
    """Whether a JSON answer is of this family."""
    return _body(content) is not None


def book(content: Any) -> Book:
    """The sheets of the HTML inside, each under the title of the answer."""
    body = _body(content) or {}
    text = str(body["table"])
    while "<" not in text and "&" in text and html.unescape(text) != text:
        text = html.unescape(text)
    inside = read_html(text)
    title = (Cell(Kind.TEXT, str(body.get("title", ""))),)
    sheets = tuple(Sheet.of(sheet.name, _titled(title, sheet)) for sheet in inside.sheets)
    return Book(inside.form, sheets)


def _titled(title: tuple[Cell, ...], sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
    return (title, *sheet.rows)


def _body(content: Any) -> dict[str, Any] | None:
    if not isinstance(content, dict):
        return None
    if isinstance(content.get("table"), str) and "table" in content["table"].lower():
        return content
    return _body(content.get("data"))
