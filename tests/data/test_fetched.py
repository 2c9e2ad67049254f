"""The file of a fetch read: dynamic, static and SIMDASI answers, of which only what was wanted is read.

The figures are made up.
"""

import json
from typing import Any

import pytest

from data.workbook import read_here

INDUSTRIES = ("A. Pertanian, Kehutanan, dan Perikanan", "B. Pertambangan dan Penggalian", "C. Industri Pengolahan")


def file(
    *replies: dict[str, Any],
    regions: tuple[str, ...] = ("1275",),
    years: tuple[int, ...] = (),
    domain: str = "0000",
    kind: str = "dynamic",
) -> bytes:
    wish = {"kind": kind, "table": "9", "domain": domain, "regions": list(regions), "years": list(years)}
    return json.dumps({"bps_webapi": wish, "replies": list(replies)}).encode()


def dynamic(year: int, value: float = 10.0, regional: bool = True, unit: str = "Milyar Rupiah") -> dict[str, Any]:
    """An answer for a year; its ids are of different length, and one is text."""
    places = [{"val": 1275, "label": "Kota Medan"}, {"val": "9471", "label": "Kota Lain"}]
    items = [{"val": 5 + 1000 * place, "label": f"<b>{label}</b>"} for place, label in enumerate(INDUSTRIES)]
    ver, tur = (places, items) if regional else (items, [{"val": 0, "label": "Tidak ada"}])
    content = {
        f"{a['val']}9{b['val']}{year - 1900}0": value + place
        for place, (a, b) in enumerate((a, b) for a in ver for b in tur)
    }
    title = "PDRB Atas Dasar Harga Konstan 2010 Menurut Lapangan Usaha"
    return {
        "status": "OK", "var": [{"val": 9, "label": title, "unit": unit}], "turvar": tur, "vervar": ver,
        "tahun": [{"val": year - 1900, "label": f"{year}"}], "turtahun": [{"val": 0, "label": "Tahun"}],
        "datacontent": content,
    }  # fmt: skip


def rows(content: bytes) -> dict[tuple[str, str, str], float]:
    obs = read_here(content, "bps.json").observations
    return dict(zip(zip(obs["region"], obs["item"], obs["period"], strict=True), obs["value"], strict=True))


def test_years_that_came_one_by_one_are_one_table() -> None:
    found = rows(file(dynamic(2024), dynamic(2025, 20.0), years=(2024, 2025)))
    assert found == {
        ("1275", item, str(year)): value + place
        for year, value in ((2024, 10.0), (2025, 20.0)) for place, item in enumerate("ABC")
    }  # fmt: skip


def test_a_region_that_was_not_wanted_is_neither_read_nor_told_of() -> None:
    found = read_here(file(dynamic(2024)), "bps.json")
    assert set(found.observations["region"]) == {"1275"}
    assert not {"region_unknown", "unknown_industry"} & {problem.code for problem in found.problems}


def test_a_region_that_is_not_there_has_no_rows() -> None:
    refused = read_here(file(dynamic(2024), regions=("1276",)), "bps.json")
    assert [problem.code for problem in refused.problems] == ["no_data_found"] and refused.observations.empty


def test_a_table_without_regions_is_about_the_region_of_its_site() -> None:
    assert {key[0] for key in rows(file(dynamic(2024, regional=False), domain="1275"))} == {"1275"}
    refused = read_here(file(dynamic(2024, regional=False), domain="1276"), "bps.json")
    assert refused.observations.empty


def test_answers_in_another_unit_are_not_mixed() -> None:
    found = rows(file(dynamic(2024), dynamic(2025, 20_000.0, unit="Juta Rupiah")))
    assert found["1275", "A", "2024"] == 10.0 and found["1275", "A", "2025"] == 20.0


def test_years_that_were_not_wanted_are_not_read() -> None:
    both = dynamic(2024)
    both["tahun"].append({"val": 125, "label": "2025"})
    both["datacontent"] |= dynamic(2025)["datacontent"]
    assert {key[2] for key in rows(file(both, years=(2025,)))} == {"2025"}


def test_a_static_table_and_one_of_simdasi_keep_what_was_wanted() -> None:
    cells = "".join(f"<tr><td>{label}</td><td>1,5</td><td>2,5</td></tr>" for label in INDUSTRIES)
    title = "PDRB Kota Medan Atas Dasar Harga Konstan 2010 (Miliar Rupiah)"
    table = f"<table><tr><td>Lapangan Usaha</td><td>2024</td><td>2025</td></tr>{cells}</table>"
    static = {"status": "OK", "data": {"table_id": 9, "title": title, "table": table}}
    assert set(rows(file(static, years=(2025,), kind="static"))) == {("1275", item, "2025") for item in "ABC"}
    column = {"x": {"nama_variabel": "PDRB Atas Dasar Harga Konstan 2010", "satuan": "Miliar Rupiah"}}
    lines = [
        {"label_raw": label, "kode_wilayah": "1275000", "variables": {"x": {"value_raw": "1,5"}}}
        for label in INDUSTRIES
    ]
    about = {"wilayah": "Kota Medan", "tahun_data": 2024, "judul_tabel": "PDRB", "kolom": column}
    simdasi = {"data": [{"page": 1}, about | {"data": lines}]}
    assert set(rows(file(simdasi, kind="simdasi"))) == {("1275", item, "2024") for item in "ABC"}
    assert rows(file(simdasi, years=(2023,), kind="simdasi")) == {}


@pytest.mark.parametrize("spoilt", [{"replies": []}, {"replies": [1, None]}, {"bps_webapi": {"years": ["x"]}}])
def test_a_file_that_is_not_whole_is_refused(spoilt: dict[str, Any]) -> None:
    whole = json.loads(file(dynamic(2024))) | spoilt
    found = read_here(json.dumps(whole).encode(), "bps.json")
    assert found.observations.empty or spoilt.keys() == {"bps_webapi"}
