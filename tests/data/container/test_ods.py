"""OpenDocument sheets: stored values, digits of styles, errors that look like text, repeats and spans."""

import pytest

from data.container import open_book
from data.grid import Book, Cell, Kind, Sheet
from model.problems import Refusal
from tests.data.container import making

TABLE = '<table:table table:name="Lampiran">{}</table:table>'
STYLE = (
    '<number:number-style style:name="N2"><number:number number:decimal-places="2"/></number:number-style>'
    '<number:percentage-style style:name="P1"><number:number number:decimal-places="1"/></number:percentage-style>'
    '<style:style style:name="ce1" style:family="table-cell" style:data-style-name="N2"/>'
    '<style:style style:name="ce2" style:family="table-cell" style:parent-style-name="ce1"/>'
    '<style:style style:name="ce3" style:family="table-cell" style:data-style-name="P1"/>'
)


def sheet(rows: str, styles: str = STYLE) -> Sheet:
    book = open_book(making.ods(TABLE.format(rows), styles), "tabel.ods")
    assert isinstance(book, Book) and book.form == "ods"
    return book.sheets[0]


def cell(element: str) -> Cell:
    return sheet(f"<table:table-row>{element}</table:table-row>").at(0, 0)


def of(attributes: str, inner: str = "") -> str:
    return f"<table:table-cell {attributes}>{inner}</table:table-cell>"


@pytest.mark.parametrize(
    ("element", "expected"),
    [
        (
            of('office:value-type="float" office:value="1368.46"', "<text:p>1.368,46</text:p>"),
            ("number", "1368.46", None),
        ),
        (of('table:style-name="ce1" office:value-type="float" office:value="1368.5"'), ("number", "1368.5", 2)),
        (of('table:style-name="ce2" office:value-type="float" office:value="2024"'), ("number", "2024", 2)),
        (of('table:style-name="ce3" office:value-type="percentage" office:value="0.051"'), ("number", "0.051", 3)),
        (
            of('office:value-type="string"', "<text:p>Kota<text:s text:c='2'/>Medan</text:p>"),
            ("text", "Kota  Medan", None),
        ),
        (
            of('office:value-type="string"', "<text:p>a<text:line-break/>b</text:p><text:p>c</text:p>"),
            ("text", "a\nb\nc", None),
        ),
        (
            of('office:value-type="date" office:date-value="2024-03-31"', "<text:p>Mar 24</text:p>"),
            ("text", "2024-03-31", None),
        ),
        (of('office:value-type="boolean" office:boolean-value="true"'), ("text", "TRUE", None)),
        (
            of(
                'table:formula="of:=1/0" office:value-type="string" calcext:value-type="error"',
                "<text:p>#DIV/0!</text:p>",
            ),
            ("error", "#DIV/0!", None),
        ),
        (
            of('table:formula="of:=[.B1]" office:value-type="string"', "<text:p>Err:502</text:p>"),
            ("error", "Err:502", None),
        ),
        (of('table:formula="of:=SUM([.B1])"'), ("formula_without_value", "", None)),
        (of('table:formula="of:=[.B1]" office:value-type="float" office:value="5"'), ("number", "5", None)),
        (
            of(
                'office:value-type="string"',
                "<office:annotation><text:p>note</text:p></office:annotation><text:p>A</text:p>",
            ),
            ("text", "A", None),
        ),
    ],
)
def test_each_type_of_cell(element: str, expected: tuple[str, str, int | None]) -> None:
    kind, text, digits = expected
    assert cell(element) == Cell(Kind(kind), text, digits)


def test_repeats_and_spans() -> None:
    rows = (
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        + of('table:number-columns-spanned="2" office:value-type="string"', "<text:p>Tahun</text:p>")
        + '<table:covered-table-cell/></table:table-row><table:table-row table:number-rows-repeated="2">'
        + of('table:number-columns-repeated="4" office:value-type="float" office:value="7"')
        + '</table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell '
        'table:number-columns-repeated="16384"/></table:table-row>'
    )
    texts = [[held.text for held in row] for row in sheet(rows).rows]
    assert texts == [["", "", "Tahun", "Tahun"], ["7"] * 4, ["7"] * 4]


@pytest.mark.parametrize(
    "rows",
    [
        '<table:table-row table:number-rows-repeated="1048576">' + of('office:value-type="float" office:value="7"'),
        "<table:table-row>" + of('table:number-columns-repeated="16384" office:value-type="float" office:value="7"'),
    ],
)
def test_repeated_filled_cells_count(rows: str) -> None:
    with pytest.raises(Refusal) as refused:
        sheet(rows + "</table:table-row>")
    assert refused.value.problem.code == "too_large"


def test_default_styles_of_columns_count() -> None:
    column = '<table:table-column table:number-columns-repeated="3" table:default-cell-style-name="ce1"/>'
    row = (
        "<table:table-row><table:table-cell/>" + of('office:value-type="float" office:value="1"') + "</table:table-row>"
    )
    assert sheet(column + row).at(0, 1).digits == 2


def test_an_encrypted_document_asks_for_one_without_a_password() -> None:
    parts = {
        "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
        "META-INF/manifest.xml": '<m xmlns="m"><file-entry full-path="content.xml"><encryption-data/></file-entry></m>',
        "content.xml": b"\x8f\x01\xff",
    }
    with pytest.raises(Refusal) as refused:
        open_book(making.zipped(parts), "")
    assert refused.value.problem.code == "password_protected"


def test_a_text_document_is_refused() -> None:
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<a/>"}
    with pytest.raises(Refusal) as refused:
        open_book(making.zipped(parts), "")
    assert refused.value.problem.code == "not_a_workbook"
