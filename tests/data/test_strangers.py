"""Rows about a region, a period or an item that is not known are told and left out, and never given to another."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from data.workbook import read_here
from model.items import TOTAL
from tests.workbooks.altered import ADHB, ADHK, ALL, ANNUAL, MAIN, PLACES, ROMAN, YEARS, Page, one, two
from tests.workbooks.made import Made

CITIES = ("1275", "1276", "1212")
HEAD = ("Kategori", "Lapangan Usaha", *YEARS)


def told(made: Made) -> list[tuple[str, str, str]]:
    """What is told of a file, of which every expected level is read, and no other."""
    reading = read_here(made.content(), made.name, made.answers)
    columns = ["region", "approach", "item", "price_basis", "period"]
    keys = set(reading.observations[columns].itertuples(index=False, name=None))
    assert keys == {(*key[:4], str(key[4])) for key in made.expected}
    return [(one.code, one.where, one.found) for one in reading.problems if one.severity != "info"]


def long(region: str, stranger: str, head: str) -> Made:
    """A row an item and a region, a year to each; the second region is not known."""
    page = Page(sheet="", form="csv").line(head, "Harga", "Lapangan Usaha", "Satuan", *YEARS)
    page.rows(ADHB, ANNUAL[:1], labels=lambda item: [region, "Berlaku", *one(item), "Miliar Rupiah"])
    for item in MAIN[:2]:
        page.line(stranger, "Berlaku", *one(item), "Miliar Rupiah", None, Decimal("5.5"))
    return page.made


@pytest.mark.parametrize(
    ("region", "stranger", "head"),
    [("Kota Medan", "Kota Padang", "Wilayah"), ("1275", "1371", "Wilayah"), ("1275", "1371", "Kode Wilayah"),
     ("Medan", "Padang", "Kabupaten/Kota"), ("Medan", "Padang", "Daerah Asal")],
)  # fmt: skip
def test_a_region_in_no_list_is_not_the_one_above(region: str, stranger: str, head: str) -> None:
    assert told(long(region, stranger, head)) == [("region_unknown", "E20, E21", stranger)]


def totals(last: str) -> Made:
    """The totals of three regions, and one more row."""
    page = Page().say("PDRB Kabupaten/Kota di Sumatera Utara ADHB (Miliar Rupiah)", "").line("Kabupaten/Kota", *YEARS)
    for region in CITIES:
        page.line(PLACES[region])
        for at, period in enumerate(ANNUAL, 1):
            page.level(page.row - 1, at, TOTAL, ADHB, period, region)
    return page.line(last, Decimal("99999.5"), Decimal("99999.6")).made


def across(last: str) -> Made:
    """The industries of three regions across, and one more row."""
    page = Page().say("PDRB Kabupaten/Kota ADHB Tahun 2024 (Miliar Rupiah)", "")
    page.line("Kabupaten/Kota", *(two(item)[0] or "PDRB" for item in MAIN))
    for region in CITIES:
        page.line(PLACES[region])
        for at, item in enumerate(MAIN, 1):
            page.level(page.row - 1, at, item, ADHB, ANNUAL[1], region)
    return page.line(last, *[Decimal("7.5")] * len(MAIN)).made


@pytest.mark.parametrize("make", [totals, across])
@pytest.mark.parametrize("last", ["Kota Padang", "Padang", "Jumlah", "Jumlah Kabupaten/Kota", "Total 33 Kab/Kota"])
def test_a_row_below_regions_is_none_of_them(make: Callable[[str], Made], last: str) -> None:
    strange = [("region_unknown", "B7", last)] if "Padang" in last else []
    assert told(make(last)) == strange


def test_an_unknown_region_over_its_rows_or_its_table_is_not_the_one_before() -> None:
    page = Page().say("PDRB ADHB (Miliar Rupiah), data sintetis", "").line(*HEAD).say("Kota Medan", at=1)
    page.rows(ADHB, ANNUAL).say("Kota Padang", at=1)
    for item in MAIN:
        page.line(*two(item), Decimal("7.5"), Decimal("8.5"))
    assert told(page.made) == [("region_unknown", "C23", "Kota Padang")]
    page = Page().say("PDRB Kota Medan ADHB (Miliar Rupiah)").line(*HEAD).rows(ADHB, ANNUAL)
    page.say("", "PDRB Kota Padang ADHK 2010 (Miliar Rupiah)").line(*HEAD)
    for item in MAIN:
        page.line(*two(item), Decimal("7.5"), Decimal("8.5"))
    assert [(code, found) for code, _, found in told(page.made)] == [("region_unknown", "Kota Padang")]


def dated(heads: tuple[str, ...], of: Callable[[Any], list[Any]], strange: list[Any]) -> Made:
    """A row an item and a period of 2023, and one item of a period that is none."""
    page = Page(sheet="", form="csv").line("Wilayah", "Harga", "Lapangan Usaha", "Satuan", *heads, "Nilai")
    for period in ALL[:5] if len(heads) > 1 else ANNUAL[:1]:
        for item in MAIN:
            page.line("Kota Medan", "Konstan 2010", *one(item), "Miliar Rupiah", *of(period))
            page.level(page.row - 1, 4 + len(heads), item, ADHK, period, "1275")
    return page.line("Kota Medan", "Konstan 2010", *one("A"), "Miliar Rupiah", *strange, Decimal("5.5")).made


@pytest.mark.parametrize("strange", ["2O24", "20244", "2024-12-31", "Rata-rata", "2024 (target)"])
def test_a_year_that_is_none_is_not_the_one_above(strange: str) -> None:
    made = dated(("Tahun",), lambda period: [period.year], [strange])
    assert told(made) == [("period_unknown", "F20", strange)]


@pytest.mark.parametrize("strange", ["V", "5", "0", "Triwulan"])
def test_a_quarter_that_is_none_is_not_the_year(strange: str) -> None:
    of = lambda period: [period.year, ROMAN[period.quarter - 1] if period.quarter else "Tahunan"]  # noqa: E731
    made = dated(("Tahun", "Triwulan"), of, ["2024", strange])
    assert told(made) == [("period_unknown", "G92", strange)]


@pytest.mark.parametrize("unit", ["Million US$", "juta dolar AS"])
def test_other_money_is_no_rupiah(unit: str) -> None:
    made = Page().say(f"PDRB Kota Medan ADHB ({unit})", "").line(*HEAD).rows(ADHB, ANNUAL).made
    made.expected = {}
    assert [code for code, _, _ in told(made)] == ["unit_missing"]


SUBJECTS = (
    "Tabel 2. Penduduk Bekerja Menurut Lapangan Usaha Kota Medan (orang)",
    "Tabel 2. Realisasi Investasi PMDN Kota Medan Menurut Lapangan Usaha (Miliar Rupiah)",
    "Tabel 2. Posisi Kredit Perbankan Kota Medan Menurut Lapangan Usaha (Miliar Rupiah)",
    "Tabel 2. PDB Indonesia Menurut Lapangan Usaha ADHB (Miliar Rupiah)",
    "Tabel 2. Proyeksi PDRB Kota Medan ADHB (Miliar Rupiah)",
    "Table 2. Employment by Industry, Medan (persons)",
)


@pytest.mark.parametrize("title", SUBJECTS)
def test_a_table_of_another_subject_is_told_and_not_read(title: str) -> None:
    page = Page().say("Tabel 1. PDRB Kota Medan ADHB (Miliar Rupiah)").line(*HEAD).rows(ADHB, ANNUAL).say("", title)
    page.line(*HEAD)
    for item in MAIN:
        page.line(*two(item), Decimal("7.5"), Decimal("8.5"))
    assert told(page.made) == [("table_not_read", "C23", title)]


@pytest.mark.parametrize(
    "title",
    ["Tabel 2. Perubahan Absolut PDRB Kota Medan ADHB (Miliar Rupiah)", "Tabel 2. Location Quotient PDRB Kota Medan"],
)
def test_a_change_or_a_quotient_is_no_level(title: str) -> None:
    page = Page().say("Tabel 1. PDRB Kota Medan ADHB (Miliar Rupiah)").line(*HEAD).rows(ADHB, ANNUAL).say("", title)
    page.line(*HEAD)
    for item in MAIN:
        page.line(*two(item), Decimal("7.5"), Decimal("8.5"))
    assert told(page.made) == []


def test_a_first_column_of_a_year_with_strange_words_is_told() -> None:
    page = Page().say("PDRB Kota Medan ADHB (Miliar Rupiah)", "").line("Lapangan Usaha", "2022 lama", 2023, 2024)
    for item in MAIN:
        page.line(*one(item), Decimal("5.5"))
        for at, period in enumerate(ANNUAL, 2):
            page.level(page.row - 1, at, item, ADHB, period, "1275")
    assert told(page.made) == [("column_not_read", "B3", "2022 lama")]
