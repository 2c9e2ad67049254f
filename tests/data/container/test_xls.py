"""BIFF workbooks: numbers with the digits of their formats, errors with their text, dates, merges, hidden sheets."""

from datetime import date

import pytest
import xlwt

from data.container import open_book
from data.grid import Book, Cell, Kind
from model.problems import Refusal
from tests.data.container import making


def fill(book: xlwt.Workbook) -> None:
    sheet = book.add_sheet("Lampiran")
    sheet.write_merge(0, 0, 0, 2, "Kota Medan")
    sheet.write(1, 0, 1368.46, xlwt.easyxf(num_format_str="#,##0.00"))
    sheet.write(1, 1, 2024)
    sheet.row(1).set_cell_error(2, "#REF!")
    sheet.write(2, 0, date(2024, 3, 31), xlwt.easyxf(num_format_str="dd/mm/yyyy"))
    sheet.write(2, 1, True)
    sheet.write(2, 5, "", xlwt.easyxf("font: bold on"))
    hidden = book.add_sheet("hidden")
    hidden.visibility = 1
    hidden.write(0, 0, "Pertanian")


def test_what_stands_in_it_comes_out() -> None:
    book = open_book(making.xls(fill), "tabel.xlsx")
    assert isinstance(book, Book) and book.form == "xls"
    assert [sheet.name for sheet in book.sheets] == ["Lampiran", "hidden"]
    first, second, third = book.sheets[0].rows
    assert [cell.text for cell in first] == ["Kota Medan"] * 3
    assert second == (Cell(Kind.NUMBER, "1368.46", 2), Cell(Kind.NUMBER, "2024"), Cell(Kind.ERROR, "#REF!"))
    assert third == (Cell(Kind.TEXT, "2024-03-31"), Cell(Kind.TEXT, "TRUE"))
    assert book.sheets[1].at(0, 0).text == "Pertanian"


@pytest.mark.parametrize("cut", [600, 1500, 3000])
def test_a_truncated_one_is_refused(cut: int) -> None:
    with pytest.raises(Refusal) as refused:
        open_book(making.xls(fill)[:cut], "tabel.xls")
    assert refused.value.problem.code == "not_a_workbook"
