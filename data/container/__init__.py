"""A file's bytes as sheets of cells. What the file is, its content decides; its name is never asked."""

import re
from typing import Any

from data.container import delimited, html_table, ods, structured, xlsx
from data.container.encoding import decoded
from data.container.package import Package
from data.grid import Book
from data.guard import WORKBOOKS, Form, check_size, check_size_of_workbook, form, refuse

MARKUP = re.compile(r"<(?:!doctype\s+html|html|table|head|body|meta|div|p|br|center|style)[\s>/]", re.IGNORECASE)
CHARSET = re.compile(rb"charset=[\"']?([A-Za-z0-9_-]{2,20})")


def open_book(content: bytes, name: str) -> Book | dict[str, Any] | list[Any]:
    """The sheets of a file, or what a JSON answer holds. Raises `model.problems.Refusal`.

    To be called in a child process (`data.child`) for anything that came from outside.
    """
    check_size(content)
    match form(content):
        case Form.ZIP:
            return _zipped(content)
        case Form.XLS:
            from data.container import xls  # brings a library that no other form needs

            return xls.read(content)
        case _:
            return _text(content)


def _zipped(content: bytes) -> Book:
    package = Package(content)
    if "content.xml" in package.names:
        return ods.read(package)
    return xlsx.read(package)


def _text(content: bytes) -> Book | dict[str, Any] | list[Any]:
    """CSV, HTML or JSON, told apart by how it begins."""
    declared = CHARSET.search(content[:4096])
    text = decoded(content, declared[1].decode() if declared else "")
    begin = text[:65536].lstrip("\ufeff \t\r\n")
    if begin.startswith(("{", "[")):
        check_size_of_workbook(content)
        parsed = structured.read(text)
        if parsed is not None:
            return parsed
    if begin.startswith("<"):
        check_size_of_workbook(content)
        return _marked_up(text, begin)
    return delimited.read(text)


def _marked_up(text: str, begin: str) -> Book:
    """A page with tables; XML of any other kind is not read."""
    if re.search(r"<!ENTITY|<!DOCTYPE[^>]*\[", text, re.IGNORECASE):
        refuse("unsafe_content", "a DOCTYPE with entities", "a page or a workbook without entities")
    if re.match(r"<\?xml", begin) and not MARKUP.search(begin):
        refuse("not_a_workbook", "XML", WORKBOOKS)
    if not MARKUP.search(begin) and not re.search(r"<table[\s>]", text, re.IGNORECASE):
        return delimited.read(text)
    return html_table.read(text)
