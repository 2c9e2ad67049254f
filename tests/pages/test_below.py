"""Below a chart: the same figures as a table, and files that carry source, unit, basis, edition and marks."""

import csv
import io
import json
import re
from collections.abc import Callable
from typing import Any
from zipfile import ZipFile

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from data import store
from exports.grid import footnotes
from tests.pages.conftest import CHARTED, NEWEST, Open, sound
from views import growth
from views.view import State

Files = dict[str, Callable[[], bytes]]


def open_table(at: AppTest, panel: str) -> list[dict[str, str]]:
    at.button(key=f"button-table-{panel}").click()
    sound(at.run())
    (table,) = at.dataframe
    return table.value.to_dict("records")


def written(at: AppTest, panel: str) -> set[str]:
    """The figures that are written in a chart."""
    (chart,) = [chart for chart in at.get("plotly_chart") if chart.proto.id.endswith(f"-chart-{panel}")]
    notes = json.loads(chart.proto.spec)["layout"]["annotations"]
    bare = " ".join(re.sub(r"<[^>]+>", " ", note.get("text", "")) for note in notes)
    return set(re.findall(r"−?[\d.]+,\d\d", bare))


@pytest.fixture
def files(monkeypatch: pytest.MonkeyPatch) -> Files:
    """The files that the buttons of a menu offer, by name, once the menu is open."""
    offered: Files = {}
    button = st.download_button

    def offer(label: str, **arguments: Any) -> bool:
        offered[arguments["file_name"]] = arguments["data"]
        return button(label, **arguments)

    monkeypatch.setattr(st, "download_button", offer)
    return offered


def open_menu(at: AppTest, panel: str) -> AppTest:
    at.session_state[f"download-{panel}"] = True
    return sound(at.run())


@pytest.mark.parametrize(
    "panel",
    [
        "overview.growth",
        "overview.contribution",
        "growth.industries",
        "growth.time",
        "growth.regions",
        "trade_services.contributions",
        "trade_services.inside",
        "trade_services.regions",
        "trade_services.weight",
        "structure.groups",
        "structure.regions",
    ],
)
def test_the_figures_of_a_chart_stand_in_its_table(visit: Open, panel: str) -> None:
    at = visit(panel.split(".")[0])
    figures = {value.rstrip("†") for line in open_table(at, panel) for value in line.values()}
    assert len(written(at, panel)) >= 3
    assert written(at, panel) <= figures


def test_the_table_stands_in_the_order_of_print_and_bears_the_marks(visit: Open) -> None:
    lines = open_table(visit("growth"), "growth.industries")
    assert [line["Lapangan usaha"][:12] for line in lines[:3]] == ["Pertanian, K", "Pertambangan", "Industri Pen"]
    assert lines[-1] == {"Lapangan usaha": "Produk Domestik Regional Bruto", "2025**": "5,10"}
    assert len(lines) == 18


def test_a_small_base_bears_its_dagger_in_the_table(visit: Open) -> None:
    lines = {line["Lapangan usaha"]: line["2025**"] for line in open_table(visit("growth"), "growth.industries")}
    daggered = [name for name, figure in lines.items() if "†" in figure]
    assert daggered == ["Pertambangan dan Penggalian"]
    assert lines[daggered[0]].endswith("†") and lines[daggered[0]][:-1].replace(",", "").isdigit()


def test_trade_and_services_stand_before_the_rest_and_the_region_before_the_province(visit: Open) -> None:
    lines = open_table(visit("trade_services"), "trade_services.regions")
    names = ["Perdagangan (G)", "Jasa (H–U)", "Lainnya", "Produk Domestik Regional Bruto"]
    for region in ("Medan", "Sumut"):
        assert [line["Lapangan usaha"] for line in lines if line["Wilayah"] == region][1:] == names
    assert lines[0]["Wilayah"] == "Medan" and lines[-1]["Wilayah"] == "Sumut"


def test_the_files_stand_in_the_order_of_the_table(visit: Open, files: Files) -> None:
    open_menu(visit("trade_services"), "trade_services.regions")
    plain = files[next(name for name in files if name.endswith(f"{NEWEST}-id.csv"))]()
    lines = list(csv.DictReader(io.StringIO(plain.decode())))
    items = ["TERTIARY", "TRADE", "SERVICES", "OTHERS", "TOTAL"]
    assert [(line["region"], line["item"]) for line in lines] == [
        (code, item) for code in ("1275", "12") for item in items
    ]


def test_the_table_of_two_regions_names_them(visit: Open) -> None:
    lines = open_table(visit("trade_services", lang="en"), "trade_services.regions")
    assert {line["Region"] for line in lines} == {"Medan", "Sumut"}
    both = {(line["Region"], line["Industry"]): line["2025**"] for line in lines}
    assert both["Medan", "Tertiary Industries (G–U)"] == "4.73"
    assert both["Medan", "Trade (G)"] == "1.92" and both["Medan", "Services (H–U)"] == "2.81"


def test_the_table_closes_again(visit: Open) -> None:
    at = visit("growth")
    open_table(at, "growth.time")
    at.button(key="button-table-growth.time").click()
    assert not sound(at.run()).dataframe


def test_a_dash_in_the_table_is_explained() -> None:
    obs = store.edition(NEWEST).observations
    state = State("1275", "id", "deflator", "constant_2010", ("C",), "2026-Q2")
    frame = next(panel for panel in growth.view(obs, state).panels if panel.key == "growth.industries").result
    assert footnotes(frame.assign(value=float("nan"), reason="no_predecessor"), "id") == [
        "–: angka periode pembandingnya belum tersedia."
    ]
    assert footnotes(frame.assign(reason=""), "en") == []


@pytest.mark.parametrize("page", CHARTED)
def test_no_file_is_made_before_its_menu_is_open(visit: Open, files: Files, page: str) -> None:
    visit(page)
    assert files == {}


def test_a_menu_offers_three_files_and_two_pictures(visit: Open, files: Files) -> None:
    at = open_menu(visit("structure"), "structure.groups")
    stem = f"pdrb-1275-structure-groups-2025-edisi-{NEWEST}-id"
    assert list(files) == [f"{stem}-excel.csv", f"{stem}.csv", f"{stem}.xlsx"]
    (picture,) = [box for box in at.get("html") if "data-picture" in box.proto.body]
    for attribute in ('data-picture="png"', 'data-picture="svg"', "BPS, tabel 2533", f"Edisi {NEWEST}", stem):
        assert attribute in picture.proto.body


def test_each_file_carries_source_unit_basis_edition_and_marks(visit: Open, files: Files) -> None:
    open_menu(visit("overview"), "overview.contribution")
    indonesian, plain, workbook = (make() for make in files.values())
    assert indonesian.startswith(b"\xef\xbb\xbf") and not plain.startswith(b"\xef\xbb\xbf")
    for content, separator in ((indonesian.decode("utf-8-sig"), ";"), (plain.decode(), ",")):
        lines = list(csv.DictReader(io.StringIO(content), delimiter=separator))
        assert len(lines) == 19
        for line in lines:
            words = " ".join(str(value) for value in line.values())
            assert "BPS" in words and str(NEWEST) in words
            assert "poin persen" in words or "percentage_point" in words
            assert "konstan 2010" in words or "constant_2010" in words
            assert "**" in words or "very_preliminary" in words
    with ZipFile(io.BytesIO(workbook)) as parts:
        everything = "".join(parts.read(name).decode() for name in parts.namelist() if name.endswith(".xml"))
    for words in ("diketik ulang pihak ketiga", "tabel 2194", "poin persen", store.edition(NEWEST).content_hash):
        assert words in everything


def test_the_figures_of_a_file_are_those_of_the_chart_unrounded(visit: Open, files: Files) -> None:
    open_menu(visit("trade_services"), "trade_services.contributions")
    plain = next(make() for name, make in files.items() if name.endswith(f"{NEWEST}-id.csv"))
    found = {
        (line["item"], line["period"]): (float(line["value"]), float(line["shown"]))
        for line in csv.DictReader(io.StringIO(plain.decode()))
    }
    assert found["TRADE", "2023"] == (pytest.approx(1.3968, abs=5e-5), 1.4)
    assert found["SERVICES", "2023"] == (pytest.approx(2.4196, abs=5e-5), 2.42)
    assert found["OTHERS", "2024"] == (pytest.approx(1.4482, abs=5e-5), 1.44)
