"""HTML tables under any ending: spans, loose text, what a browser repairs, what a spreadsheet hides in attributes."""

import pytest

from data.container import open_book
from data.grid import Book, Cell, Kind
from model.problems import Refusal


def rows(page: str, name: str = "tabel.xls") -> list[list[str]]:
    book = open_book(page.encode(), name)
    assert isinstance(book, Book) and book.form == "html"
    return [[cell.text for cell in row] for row in book.sheets[0].rows]


def test_spans_hold_their_value_everywhere() -> None:
    page = (
        "<html><table><tr><td rowspan=2>Kategori<td colspan='2'>Tahun</tr><tr><th>2023</th><th>2024*</th></tr>"
        "<tr><td>A<td>1.368,46<td>1.382,73</table>"
    )
    assert rows(page) == [["Kategori", "Tahun", "Tahun"], ["Kategori", "2023", "2024*"], ["A", "1.368,46", "1.382,73"]]


def test_a_rowspan_of_nothing_still_takes_its_place() -> None:
    page = "<table><tr><td rowspan=2></td><td>a</td></tr><tr><td>b</td></tr><tr><td>c</td></tr></table>"
    assert rows(page) == [["", "a"], ["", "b"], ["c"]]


def test_entities_breaks_and_spaces() -> None:
    page = "<table><tr><td>Produk&nbsp;Domestik<br><i>Gross\n   Product</i></td><td>2021&ndash;2025</td></tr></table>"
    assert rows(page) == [["Produk\u00a0Domestik\nGross Product", "2021–2025"]]


def test_a_title_above_and_a_caption_are_rows_of_their_own() -> None:
    page = "<h3>PDRB Kota Medan</h3><p>(Miliar Rupiah)</p><table><caption>Tabel 1</caption><tr><td>A</td></tr></table>"
    assert rows(page)[:4] == [["PDRB Kota Medan"], ["(Miliar Rupiah)"], ["Tabel 1"], ["A"]]


def test_tables_follow_one_another_and_nested_ones_stand_alone() -> None:
    page = (
        "<table><tr><td>x<table><tr><td>inner</td></tr></table></td></tr></table><table><tr><td>last</td></tr></table>"
    )
    assert rows(page) == [["inner"], [], ["x"], [], ["last"]]


def test_scripts_and_comments_are_not_read() -> None:
    page = "<table><tr><td>A<script>alert('x')</script><!-- hidden --><style>td{}</style></td></tr></table>"
    assert rows(page) == [["A"]]


@pytest.mark.parametrize("attribute", ['x:num="1368.46"', 'sdval="1368.46"'])
def test_a_number_kept_beside_its_text_is_taken(attribute: str) -> None:
    book = open_book(f"<table><tr><td {attribute}>1.368,5</td></tr></table>".encode(), "")
    assert isinstance(book, Book)
    assert book.sheets[0].at(0, 0) == Cell(Kind.NUMBER, "1368.46")


@pytest.mark.parametrize("span", ["colspan=999999999", "rowspan=999999999", "rowspan=0"])
def test_spans_reach_no_further_than_the_table(span: str) -> None:
    page = f"<table><tr><td {span}>A</td></tr><tr><td>1</td><td>2</td></tr></table>"
    found = rows(page)
    assert len(found) == 2 and found[0][0] == "A" and max(map(len, found)) <= 1000


@pytest.mark.parametrize("page", ["<!DOCTYPE html><html><body><p>no table</p></body></html>", "<html></html>"])
def test_a_page_without_a_table_is_refused(page: str) -> None:
    with pytest.raises(Refusal) as refused:
        open_book(page.encode(), "tabel.xls")
    assert refused.value.problem.code == "not_a_workbook"


def test_a_page_in_cp1252_and_one_in_utf_16() -> None:
    page = "<html><table><tr><td>2021–2025 é</td></tr></table>"
    for encoding in ("cp1252", "utf-16"):
        book = open_book(page.encode(encoding), "")
        assert isinstance(book, Book) and book.sheets[0].at(0, 0).text == "2021–2025 é"


@pytest.mark.parametrize(
    "page",
    [
        '<!DOCTYPE x [<!ENTITY a "b">]><table><tr><td>&a;</td></tr></table>',
        '<?xml version="1.0"?><!DOCTYPE r SYSTEM "file:///etc/passwd" [<!ENTITY e SYSTEM "file:///etc/passwd">]><r>&e;</r>',
    ],
)
def test_entities_are_refused(page: str) -> None:
    with pytest.raises(Refusal) as refused:
        open_book(page.encode(), "")
    assert refused.value.problem.code == "unsafe_content"
