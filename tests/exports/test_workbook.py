"""The workbook, as openpyxl reads it: figures with every digit, text that is only text, and the source sheet."""

import io
import zipfile
from math import isnan, nan

import openpyxl
import pandas as pd
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from exports.passport import Passport
from exports.table import xlsx
from model.observations import COLUMNS, check


def sheets(content: bytes) -> dict[str, Worksheet]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: sheet for sheet in book.worksheets}


def column(sheet: Worksheet, heading: str) -> list:
    headings = [cell.value for cell in sheet[1]]
    return [row[headings.index(heading)] for row in sheet.iter_rows(min_row=2)]


def test_figures_read_back_with_every_digit(result: pd.DataFrame, passport: Passport) -> None:
    figures = sheets(xlsx(result, passport, "id"))["Angka"]
    for heading, name in (("Angka tanpa pembulatan", "value"), ("Angka tercetak", "shown")):
        cells = column(figures, heading)
        for cell, value in zip(cells, result[name], strict=True):
            assert (cell.value is None and isnan(value)) or (cell.data_type == "n" and cell.value == value)
    assert {cell.number_format for cell in column(figures, "Angka tercetak") if cell.value is not None} == {"#,##0.00"}


def test_marks_stand_beside_the_periods(result: pd.DataFrame, passport: Passport) -> None:
    figures = sheets(xlsx(result, passport, "en"))["Figures"]
    assert [cell.value for cell in column(figures, "Period")] == ["2023", "2020", "2010", "Q2 2026", "2021–2025"]
    assert [cell.value for cell in column(figures, "Mark")] == [None, None, None, "**", "*"]


def test_the_header_stays_in_sight(result: pd.DataFrame, passport: Passport) -> None:
    figures = sheets(xlsx(result, passport, "id"))["Angka"]
    assert figures.freeze_panes == "A2"
    assert figures.auto_filter.ref == "A1:N6"


def test_no_text_is_a_formula_or_a_link(result: pd.DataFrame, passport: Passport) -> None:
    for sheet in sheets(xlsx(result, passport, "id")).values():
        cells = [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]
        assert {cell.data_type for cell in cells} <= {"s", "n"}
        assert not any(cell.hyperlink for cell in cells)
        for cell in cells:
            assert not str(cell.value).startswith(("=", "+", "@")) or cell.quotePrefix


@pytest.mark.parametrize(
    ("lang", "name", "expected"),
    [
        ("id", "Sumber", ["Laju pertumbuhan & struktur", "Kota Medan (1275); Provinsi Sumatera Utara (12)",
                          "persen", "harga konstan 2010", "7",
                          "12 November 2026", "ab" * 32, "Badan Pusat Statistik", "https://www.bps.go.id/2194",
                          "diketik ulang", "-catatan", "angka sangat sementara",
                          "Perbedaan angka di belakang koma disebabkan oleh pembulatan."]),
        ("en", "Source", ["percent", "constant 2010 prices", "Statistics Indonesia", "retyped", "2026-02-19",
                          "very preliminary figures", "Differences in the decimals are due to rounding."]),
    ],
)  # fmt: skip
def test_the_source_sheet_says_where_the_figures_come_from(
    result: pd.DataFrame, passport: Passport, lang: str, name: str, expected: list[str]
) -> None:
    told = {row[1] for row in sheets(xlsx(result, passport, lang))[name].values}
    assert set(expected) <= told


def test_the_same_result_gives_the_same_bytes(result: pd.DataFrame, passport: Passport) -> None:
    assert xlsx(result, passport, "id") == xlsx(result, passport, "id")


def test_on_paper_the_title_stands_above_and_the_source_below(result: pd.DataFrame, passport: Passport) -> None:
    book = openpyxl.load_workbook(io.BytesIO(xlsx(result, passport, "id")))
    for sheet in book:
        assert sheet.sheet_properties.pageSetUpPr.fitToPage and sheet.page_setup.orientation == "landscape"
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0), "as wide as one page"
    with zipfile.ZipFile(io.BytesIO(xlsx(result, passport, "id"))) as parts:
        page = parts.read("xl/worksheets/sheet2.xml").decode()
    assert "<oddHeader>&amp;LLaju pertumbuhan &amp;&amp; struktur</oddHeader>" in page
    assert "BPS; tabel" in page.partition("<oddFooter>")[2]


@pytest.fixture
def wide(passport: Passport) -> Worksheet:
    """The sheet that people read, of two regions, with the province first in the result."""
    return sheets(xlsx(rates(), passport, "id"))["Tabel"]


def rates() -> pd.DataFrame:
    """Synthetic growth of mining, the rest and GRDP: a small base, a gap, a very preliminary year."""
    shown = {"B": (nan, 24.31), "OTHERS": (1.0, -0.5), "TRADE": (4.0, 5.0), "TOTAL": (4.71, 5.04)}
    rows = [
        (region, "production", item, "constant_2010", "A", period, "yoy", value, "percent", status, reason)
        for region in ("12", "1275")
        for item, values in shown.items()
        for value, (period, status) in zip(values, (("2022", "final"), ("2023", "very_preliminary")), strict=True)
        for reason in ["no_predecessor" if isnan(value) else "small_base" if item == "B" else ""]
    ]
    obs = pd.DataFrame(rows, columns=list(COLUMNS)).astype(dict.fromkeys(set(COLUMNS) - {"value"}, "str"))
    return check(obs).assign(shown=obs["value"])


def test_the_table_comes_first_and_reads_as_on_screen(wide: Worksheet, passport: Passport) -> None:
    assert list(sheets(xlsx(rates(), passport, "id"))) == ["Tabel", "Angka", "Sumber"]
    rows = [[cell for cell in row if cell is not None] for row in wide.values]
    assert rows[0] == ["Laju pertumbuhan & struktur"] and rows[1] == ["y-on-y, harga konstan 2010"]
    assert rows[3] == ["Wilayah", "Lapangan usaha/komponen", "Kode", "2022", "2023**"]
    assert [(row[0], row[2], *row[3:]) for row in rows[4:12]] == [
        (region, item, *figures)
        for region in ("Kota Medan", "Provinsi Sumatera Utara")
        for item, figures in (
            ("B", ("–", 24.31)), ("TRADE", (4.0, 5.0)), ("OTHERS", (1.0, -0.5)), ("TOTAL", (4.71, 5.04)),
        )
    ]  # fmt: skip


def test_marks_signs_unit_source_and_reasons_go_with_the_table(wide: Worksheet) -> None:
    below = [row[0] for row in wide.iter_rows(min_row=14, values_only=True)]
    assert below == [
        "Satuan: persen",
        'Dihitung dari: +BPS; tabel "2194". Edisi 7.',
        "** angka sangat sementara",
        "–: angka periode pembandingnya belum tersedia.",
        "† Basis kecil (di bawah 0,05 persen PDRB), di luar peringkat.",
        "-catatan",
    ]


def test_a_small_base_stays_a_number_and_shows_its_sign(wide: Worksheet) -> None:
    mining, trade = wide["E5"], wide["E6"]
    assert (mining.data_type, mining.value, mining.number_format) == ("n", 24.31, '#,##0.00"†"')
    assert trade.number_format == "#,##0.00"


def test_names_and_periods_stay_in_sight_and_no_name_is_cut(wide: Worksheet) -> None:
    assert wide.freeze_panes == "D5"
    widest = {letter: max(len(str(wide[f"{letter}{row}"].value)) for row in range(4, 13)) for letter in "ABCDE"}
    assert all(wide.column_dimensions[letter].width >= width for letter, width in widest.items())
