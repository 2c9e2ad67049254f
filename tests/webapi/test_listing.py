"""Lists of the WebAPI: every page, each table once, and no list that does not fit together."""

from typing import Any

import pytest

from data import webapi
from data.webapi import Kind, Listed, Unsound
from tests.webapi import fake

VARIABLES = [
    {"var_id": 100 + place if place % 2 else str(100 + place), "title": f"<b>Tabel</b> {place}", "unit": "Jiwa",
     "sub_name": "Kependudukan"} for place in range(23)
] + [
    {"var_id": 2775, "title": "PDRB Triwulanan ADHK Menurut 17 Kategori Lapangan Usaha", "unit": "Milyar Rupiah"},
    {"var_id": 77, "title": "Produk Domestik Regional Bruto Per&nbsp;Kapita", "unit": "Ribu Rupiah"},
    {"var_id": 78, "title": "Laju Pertumbuhan", "unit": "Persen", "sub_name": "PDRB (Lapangan Usaha)"},
]  # fmt: skip


def listed(search: str = "", kind: Kind = Kind.DYNAMIC, domain: str = "1275") -> tuple[Listed, ...]:
    with webapi.asker() as asker:
        return webapi.tables(asker, kind, domain, search, lambda done, of: None)


@pytest.fixture(autouse=True)
def variables(bps: fake.Bps) -> fake.Bps:
    bps.lists["var"] = VARIABLES
    return bps


def test_every_page_is_read_the_last_one_too() -> None:
    found = listed()
    assert len(found) == len(VARIABLES)
    assert found[1] == Listed("101", "Tabel 1", "Jiwa", "", "")


def test_a_search_finds_what_is_spelt_out_and_what_the_subject_says() -> None:
    assert [table.name for table in listed("pdrb")] == ["2775", "77", "78"]
    assert [table.name for table in listed("PDRB kapita")] == ["77"]


def test_a_page_that_repeats_another_one_is_asked_for_again(bps: fake.Bps) -> None:
    first: dict[str, Any] = bps._page(VARIABLES, {})
    bps.trouble = lambda number, question: fake.said(first) if number == 2 else None
    assert len(listed()) == len(VARIABLES)
    assert [question.rpartition("/")[2] for question in bps.asked] == ["1275", "2", "1275", "2", "3"]


def test_so_is_one_that_says_it_is_another(bps: fake.Bps) -> None:
    copied = bps._page(VARIABLES, {"page": "2"}) | {
        "data": [bps._page(VARIABLES, {"page": "2"})["data"][0], VARIABLES[:10]]
    }
    bps.trouble = lambda number, question: fake.said(copied) if number == 3 else None
    assert len(listed()) == len(VARIABLES)


def test_a_list_that_grows_meanwhile_is_begun_anew(bps: fake.Bps) -> None:
    def trouble(number: int, question: str) -> None:
        if number == 3:
            bps.lists["var"] = [{"var_id": 1, "title": "Baru"}, *VARIABLES]

    bps.trouble = trouble
    assert len(listed()) == len(VARIABLES) + 1


def test_a_list_that_never_fits_together_is_refused(bps: fake.Bps) -> None:
    first = bps._page(VARIABLES, {})
    bps.trouble = lambda number, question: fake.said(first)
    with pytest.raises(Unsound) as refused:
        listed()
    assert refused.value.kind == "pages"


def test_an_empty_list_is_no_error(bps: fake.Bps) -> None:
    bps.lists["var"] = []
    assert listed() == ()


def test_static_tables_and_those_of_simdasi_are_listed_too(bps: fake.Bps) -> None:
    bps.lists["statictable"] = [{"table_id": 1211, "title": "PDRB Kota Medan", "updt_date": "2026-03-01"}]
    tables = [{"id_tabel": "QkZ5cA==", "judul": "PDRB Menurut Lapangan Usaha", "ketersediaan_tahun": [2023, 2024]}]
    question = "interoperabilitas/datasource/simdasi/id/23/wilayah/1275000"
    bps.other[question] = {
        "status": "OK",
        "data-availability": "available",
        "data": [{"page": 1}, {"status": 200, "data": tables}],
    }
    assert listed("pdrb", Kind.STATIC) == (Listed("static/1211", "PDRB Kota Medan", "", "2026-03-01", ""),)
    assert listed("pdrb", Kind.SIMDASI)[0].years == "2023;2024"
    assert listed("pdrb", Kind.SIMDASI)[0].name == "simdasi/QkZ5cA=="


def test_the_years_of_a_table_are_those_of_its_labels(bps: fake.Bps) -> None:
    rows = [{"th_id": "125", "th": "2025*"}, {"th_id": 126, "th": "2026"}, {"th_id": 124, "th": "Tahun"}]
    bps.trouble = lambda number, question: fake.said(
        {"status": "OK", "data": [{"page": 1, "pages": 1, "total": 3}, rows]}
    )
    with webapi.asker() as asker:
        assert webapi.years(asker, webapi.table("2775")) == {2025: "125", 2026: "126", 2024: "124"}
