"""The two CSV files under a chart: what Indonesian Excel opens right, and what a program reads back unchanged."""

import csv
import io
from math import isnan

import pandas as pd
import pytest

from exports.passport import Passport
from exports.table import csv_indonesian, csv_plain

CODED = ["region", "approach", "item", "price_basis", "frequency", "period", "measure", "unit", "status", "reason"]


def read(content: bytes, encoding: str, delimiter: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(encoding), newline=""), delimiter=delimiter))


def test_indonesian_excel_sees_bom_semicolons_commas_and_windows_lines(
    result: pd.DataFrame, passport: Passport
) -> None:
    content = csv_indonesian(result, passport, "id")
    assert content.startswith("\ufeffWilayah;Kode;".encode())
    assert content.count(b"\n") == content.count(b"\r\n") == 1 + len(result)
    figures = [(row["Angka tercetak"], row["Angka tanpa pembulatan"]) for row in read(content, "utf-8-sig", ";")]
    assert figures == [
        ("5,28", "5,281407089535151"),
        ("-1,98", "-1,9766"),
        ("", ""),
        ("22,5", "22,5"),
        ("0,0", "-0,00001"),
    ]


def test_periods_are_words_with_the_mark_beside_them(result: pd.DataFrame, passport: Passport) -> None:
    rows = read(csv_indonesian(result, passport, "id"), "utf-8-sig", ";")
    assert [(row["Periode"], row["Tanda"]) for row in rows[2:]] == [
        ("2010", ""), ("Triwulan II-2026", "**"), ("2021–2025", "*"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("id", {"Satuan": "persen", "Dasar harga": "harga konstan 2010", "Edisi": "7",
                "Sumber": "'+BPS; tabel \"2194\"",
                "Status": "angka tetap", "Ukuran": "Laju pertumbuhan y-on-y", "Wilayah": "Kota Medan"}),
        ("en", {"Unit": "percent", "Price basis": "constant 2010 prices", "Edition": "7",
                "Source": "'+BPS; table \"2194\"",
                "Status": "final figures", "Measure": "Growth, y-on-y", "Region": "Kota Medan"}),
    ],
)  # fmt: skip
def test_each_row_carries_unit_basis_edition_and_source(
    result: pd.DataFrame, passport: Passport, lang: str, expected: dict[str, str]
) -> None:
    first = read(csv_indonesian(result, passport, lang), "utf-8-sig", ";")[0]
    assert {heading: first[heading] for heading in expected} == expected


def test_a_missing_figure_says_why(result: pd.DataFrame, passport: Passport) -> None:
    missing = read(csv_plain(result, passport, "en"), "utf-8", ",")[2]
    assert (missing["value"], missing["shown"], missing["reason"]) == ("", "", "no_predecessor")
    assert missing["reason_label"] == "the figure of the period it is compared with is not available"


@pytest.mark.parametrize("lang", ["id", "en"])
def test_plain_csv_reads_back_as_the_same_observations(result: pd.DataFrame, passport: Passport, lang: str) -> None:
    content = csv_plain(result, passport, lang)
    assert not content.startswith(b"\xef\xbb\xbf") and b"\r" not in content
    rows = read(content, "utf-8", ",")
    for name in CODED:
        assert [row[name] for row in rows] == result[name].tolist()
    for name in ("value", "shown"):
        read_back = [float(row[name] or "nan") for row in rows]
        assert all(a == b or isnan(a) and isnan(b) for a, b in zip(read_back, result[name], strict=True))


def test_the_result_is_not_touched(result: pd.DataFrame, passport: Passport) -> None:
    before = result.copy(deep=True)
    csv_indonesian(result, passport, "id")
    csv_plain(result, passport, "id")
    pd.testing.assert_frame_equal(result, before)


def test_a_result_without_rows_is_its_header(result: pd.DataFrame, passport: Passport) -> None:
    assert csv_plain(result.head(0), passport, "id").count(b"\n") == 1
