"""What a reader says of the shape of a table: rows and columns that stand twice, years that a title promises."""

import io

import openpyxl
import pytest

from data.workbook import read_here
from tests.desk.office import book

ANNUAL = 1


def sheet(rows: list[list[object]], *merged: str) -> bytes:
    made = openpyxl.Workbook()
    for row in rows:
        made.active.append(row)
    for cells in merged:
        made.active.merge_cells(cells)
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


TITLE = ["PDRB Kota Binjai Atas Dasar Harga Konstan 2010 (miliar rupiah)"]
HEAD = ["Lapangan Usaha", 2023, 2024, 2025]
A = ["Pertanian, Kehutanan, dan Perikanan", 10.5, 11.5, 12.5]
B = ["Pertambangan dan Penggalian", 3.25, 3.5, 3.75]
TOTAL = ["Produk Domestik Regional Bruto", 13.75, 15.0, 16.25]


def repeated(content: bytes) -> list[tuple[str, str, str]]:
    problems = read_here(content, "tabel.xlsx").problems
    return [(one.severity, one.where, one.found) for one in problems if one.code == "repeated_figures"]


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([TITLE, HEAD, A, B, TOTAL], []),
        ([TITLE, HEAD, A, B, B, TOTAL], [("warning", "B5, C5, D5", "B")]),
        ([TITLE, *[[*row, row[-1]] for row in (HEAD, A, B, TOTAL)]], [("warning", "E3, E4, E5", "2025")]),
    ],
)
def test_a_row_or_a_column_that_stands_twice_is_told(
    rows: list[list[object]], told: list[tuple[str, str, str]]
) -> None:
    assert repeated(sheet(rows)) == told


def test_a_merged_cell_is_one_figure() -> None:
    rows = [TITLE, HEAD, A, B, [None] * 4, TOTAL]
    assert repeated(sheet(rows, *(f"{column}4:{column}5" for column in "ABCD"))) == []


@pytest.mark.parametrize(
    ("title", "lacking"),
    [
        ("PDRB Kota Binjai 2021–2025", []),
        ("PDRB Kota Binjai Tahun 2020 - 2025", ["2020"]),
        ("PDRB Kota Binjai 2021-2026", ["2026"]),
        ("PDRB Kota Binjai, 2020-2026", ["2020, 2026"]),
        ("PDRB Kota Binjai (2010=100), 2021-2025", []),
        ("PDRB Kota Binjai 2023-2024", []),
    ],
)
def test_a_year_that_the_title_promises_is_missing(title: str, lacking: list[str]) -> None:
    made = book(ANNUAL)
    made.tables[0].title = f"{title} Atas Dasar Harga Konstan 2010 Menurut Lapangan Usaha (miliar rupiah)"
    problems = read_here(*made.content()).problems
    assert [problem.expected for problem in problems if problem.code == "missing_period"] == lacking


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("Angka Kedua", ["D2"]),
        ("Semula", ["D2"]),
        ("Laju (%)", []),
        ("Penduduk (jiwa)", []),
        ("Selisih", []),
        (None, []),
    ],
)
def test_a_column_of_figures_under_a_head_that_is_not_known_is_told(head: str | None, told: list[str]) -> None:
    rows = [TITLE, ["Lapangan Usaha", 2023, 2024, head], A, B, TOTAL]
    reading = read_here(sheet(rows), "tabel.xlsx")
    assert [problem.where for problem in reading.problems if problem.code == "column_not_read"] == told
    assert len(reading.observations) == 6


def test_an_unknown_industry_of_a_long_table_is_told_by_its_own_name() -> None:
    rows = [["Wilayah", "Harga", "Lapangan Usaha", "Satuan", 2024]]
    rows += [["Kota Binjai", "Berlaku", label, "Miliar Rupiah", 10.5] for label in (A[0], B[0], "Wisata Angkasa")]
    told = [problem for problem in read_here(sheet(rows), "tabel.xlsx").problems if problem.code == "unknown_industry"]
    assert [(problem.where, problem.found) for problem in told] == [("E4", "Wisata Angkasa")]
