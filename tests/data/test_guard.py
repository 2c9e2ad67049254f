"""Hostile and broken files end in a refusal that says what was found; large and odd but honest ones are read."""

import gzip
import struct
import zipfile
from collections.abc import Callable

import pytest

from data.container import open_book
from data.grid import Book, Kind
from data.guard import MAX_BYTES, MAX_MEMBERS, MEBIBYTE
from model.problems import Problem, Refusal, Severity
from tests.data.container import making

ONE = '<row r="1"><c r="A1"><v>1</v></c></row>'
DTD = '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
EXTERNAL = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>'


def refusal(content: bytes, name: str = "figures.xlsx") -> Problem:
    with pytest.raises(Refusal) as refused:
        open_book(content, name)
    problem = refused.value.problem
    assert problem.severity is Severity.REFUSE and problem.found and problem.expected
    return problem


def cell_at(reference: str) -> bytes:
    row = reference.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return making.xlsx(f'<row r="{row}"><c r="{reference}"><v>1</v></c></row>')


def with_part(name: str, part: str | bytes, **others: str | bytes) -> bytes:
    return making.zipped({**making.xlsx_parts(making.sheet_xml(ONE)), name: part})


def bomb() -> bytes:
    return with_part("xl/media/zeros.xml", bytes(101 * MEBIBYTE))


def long_cell() -> bytes:
    return making.xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * (60 * MEBIBYTE)}</t></is></c></row>')


def longer_than_a_cell() -> bytes:
    return making.xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"xyz" * 11_000}</t></is></c></row>')


def many_parts() -> bytes:
    return making.zipped({f"{n}.xml": "<a/>" for n in range(MAX_MEMBERS + 1)})


def wide() -> bytes:
    return making.xlsx("<row>" + "<c><v>1</v></c>" * 1001 + "</row>")


def lying_directory() -> bytes:
    """A part whose directory entry promises ten bytes and whose stream holds more."""
    content = bytearray(with_part("xl/styles.xml", making.styles_xml()))
    at = content.rindex(b"xl/styles.xml") - 46
    struct.pack_into("<I", content, at + 24, 10)
    return bytes(content)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: b"", "not_a_workbook"),
        (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "not_a_workbook"),
        (lambda: b"%PDF-1.7\n", "not_a_workbook"),
        (lambda: gzip.compress(b"a;b"), "not_a_workbook"),
        (lambda: making.zipped({"inner.zip": making.xlsx(ONE)}), "not_a_workbook"),
        (lambda: making.zipped({"word/document.xml": "<a/>"}), "not_a_workbook"),
        (lambda: making.xlsx(ONE)[:-200], "not_a_workbook"),
        (lambda: making.xlsx(ONE)[:300], "not_a_workbook"),
        (lambda: making.ole("WordDocument"), "not_a_workbook"),
        (lambda: making.ole("Workbook"), "not_a_workbook"),
        (lambda: making.OLE_MAGIC, "not_a_workbook"),
        (lying_directory, "not_a_workbook"),
        (lambda: with_part("xl/workbook.xml", "<workbook>"), "not_a_workbook"),
        (lambda: making.ole("EncryptionInfo", "EncryptedPackage"), "password_protected"),
        (lambda: with_part("xl/worksheets/sheet1.xml", making.DECLARATION + DTD + "<w/>"), "unsafe_content"),
        (lambda: with_part("xl/sharedStrings.xml", EXTERNAL + "<sst>&x;</sst>"), "unsafe_content"),
        (lambda: with_part("xl/drawings/drawing1.xml", DTD + "<w/>"), "unsafe_content"),
        (lambda: with_part("docProps/core.xml", ("\ufeff" + DTD + "<w/>").encode("utf-16-le")), "unsafe_content"),
        (lambda: with_part("xl/styles.xml", f"<!--{'x' * 9000}-->{DTD}<w/>"), "unsafe_content"),
        (lambda: cell_at("XFD1048576"), "too_large"),
        (lambda: cell_at("ALM1"), "too_large"),
        (lambda: cell_at("A250001"), "too_large"),
        (wide, "too_large"),
        (bomb, "too_large"),
        (long_cell, "too_large"),
        (longer_than_a_cell, "too_large"),
        (many_parts, "too_large"),
        (lambda: b"PK\x03\x04" + bytes(MAX_BYTES), "too_large"),
        (lambda: making.OLE_MAGIC + bytes(MAX_BYTES), "too_large"),
        (lambda: b"<table>" + b" " * MAX_BYTES, "too_large"),
        (lambda: b"a;b\n" * (26 * MEBIBYTE // 4), "too_large"),
    ],
)
def test_a_hostile_file_is_refused(make: Callable[[], bytes], code: str) -> None:
    assert refusal(make()).code == code


def test_an_encrypted_zip_is_recognised() -> None:
    content = bytearray(making.xlsx(ONE))
    at = content.index(b"PK\x01\x02")
    content[at + 8] |= 1
    assert refusal(bytes(content)).code == "password_protected"


def test_the_same_part_twice_is_refused(recwarn: pytest.WarningsRecorder) -> None:
    import io

    held = io.BytesIO(making.xlsx(ONE))
    with zipfile.ZipFile(held, "a") as archive:
        archive.writestr("xl/workbook.xml", "<other/>")
    assert refusal(held.getvalue()).code == "not_a_workbook"


def test_the_refusal_says_what_was_found() -> None:
    assert "XFD" in refusal(cell_at("XFD1")).found and refusal(cell_at("XFD1")).where == "XFD1"
    assert refusal(b"PK\x03\x04" + bytes(MAX_BYTES)).found == "10.1 MiB"
    assert refusal(b"\x89PNG").found == "PNG image"
    assert refusal(b"").found == "0 bytes"


@pytest.mark.parametrize("reference", ["ALL1", "A250000"])
def test_the_last_place_inside_the_limits_is_read(reference: str) -> None:
    book = open_book(cell_at(reference), "")
    assert isinstance(book, Book) and book.sheets[0].rows[-1][-1].text == "1"


def test_cells_that_only_carry_a_style_count_nothing() -> None:
    styled = "".join(f'<c r="{name}1" s="1"/>' for name in ("ALM", "BBB", "XFD"))
    content = making.xlsx(ONE.replace("</row>", styled + "</row>") + '<row r="1048576"><c r="XFD1048576" s="1"/></row>')
    book = open_book(content, "")
    assert isinstance(book, Book) and [len(row) for row in book.sheets[0].rows] == [1]


def test_the_size_that_a_sheet_declares_counts_nothing() -> None:
    part = making.sheet_xml(ONE, before='<dimension ref="A1:XFD1048576"/>')
    book = open_book(making.zipped(making.xlsx_parts(part)), "")
    assert isinstance(book, Book) and book.sheets[0].at(0, 0).text == "1"


@pytest.mark.parametrize("name", ["figures.xls", "figures.csv", "figures.png", "../../etc/passwd", ""])
def test_the_content_decides_and_not_the_name(name: str) -> None:
    book = open_book(making.xlsx(ONE), name)
    assert isinstance(book, Book) and book.form == "xlsx"


def test_macros_links_and_embedded_objects_are_left_alone() -> None:
    parts = making.xlsx_parts(making.sheet_xml(ONE))
    parts |= {"xl/vbaProject.bin": making.ole("VBA"), "xl/externalLinks/externalLink1.xml": "<externalLink/>"}
    book = open_book(making.zipped(parts), "figures.xlsm")
    assert isinstance(book, Book) and book.sheets[0].at(0, 0).kind is Kind.NUMBER
