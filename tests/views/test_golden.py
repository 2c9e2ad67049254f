"""What the pages say of Kota Medan and Sumatera Utara, against figures as BPS and the press printed them."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from model.dimensions import Measure, PriceBasis
from tests.views.ledger import printed
from tests.views.walk import MEDAN, SUMUT, Seen, first
from views import structure
from views.frame import SHOWN
from views.headline import finding, headline, news
from views.view import State

RATES = Path(__file__).parents[1] / "golden" / "published_rates.csv"


def published(measure: str, item: str = "TOTAL") -> list[tuple[str, str, str]]:
    """Region, period and rate as printed, of those that the shipped levels give."""
    with RATES.open(encoding="utf-8", newline="") as file:
        return [
            (row["region"], row["period"], row["printed"])
            for row in csv.DictReader(file)
            if (row["measure"], row["item"], row["reproducible"]) == (measure, item, "yes")
        ]


@pytest.mark.parametrize(
    ("kind", "region", "period", "rate"), [(kind, *rate) for kind in ("yoy", "qtq", "ctc") for rate in published(kind)]
)
def test_the_headline_grows_as_published(shipped: pd.DataFrame, kind: str, region: str, period: str, rate: str) -> None:
    assert printed(headline(shipped, region, period, kind).growth) == Decimal(rate)


def test_the_headline_of_medan_2023(shipped: pd.DataFrame) -> None:
    story = headline(shipped, MEDAN, "2023")
    assert (story.growth, story.trade, story.services) == pytest.approx((5.0422, 1.3968, 2.4196), abs=5e-5)
    assert story.together == pytest.approx(story.trade + story.services, abs=1e-9)
    assert (story.first, story.status, story.reason) == ("2022", "final", "")


def test_the_finding_of_medan_in_four_years(shipped: pd.DataFrame) -> None:
    assert finding(shipped, MEDAN, "2023", "id") == (
        "Ekonomi Kota Medan tahun 2023 tumbuh 5,04 persen (y-on-y); "
        "perdagangan menyumbang 1,40 dan jasa 2,42 poin persen."
    )
    assert finding(shipped, MEDAN, "2020", "en") == (
        "The economy of Kota Medan contracted 1.98 percent in 2020 (y-on-y). "
        "Contributions by industry are not available before 2022."
    )
    assert "tumbuh 5,10 persen" in finding(shipped, MEDAN, "2025", "id")
    assert "tumbuh 4,71 persen" in finding(shipped, MEDAN, "2022", "id")


def test_a_quarter_without_a_year_before_is_told_from_the_quarter_before(shipped: pd.DataFrame) -> None:
    assert news(shipped, MEDAN, "2026-Q2").kind == Measure.QTQ
    assert news(shipped, MEDAN, "2026-Q1").kind == Measure.YOY
    assert headline(shipped, MEDAN, "2026-Q1").reason == "no_predecessor"
    assert news(shipped, SUMUT, "2024-Q4").kind == Measure.YOY


@pytest.mark.parametrize(("items", "shares"), [("PRIMARY", 0.91), ("SECONDARY", 31.71), ("TERTIARY", 67.38)])
def test_the_structure_of_medan_2025(
    see: Callable[[str, State], Seen], shipped: pd.DataFrame, items: str, shares: float
) -> None:
    seen = see("structure", first(shipped, "structure", MEDAN, "id"))
    frame = seen.panel("structure.groups").result.set_index("item")
    assert frame.loc[items, SHOWN] == shares
    assert f"{shares:.2f}".replace(".", ",") in seen.view.finding


def test_the_structure_of_the_province_shows_all_17_as_published(
    see: Callable[[str, State], Seen], shipped: pd.DataFrame
) -> None:
    seen = see("structure", first(shipped, "structure", SUMUT, "id"))
    frame = seen.panel("structure.industries").result.set_index("item")
    assert len(frame) == 17 and frame["value"].notna().all()
    for item in "ACFGH":
        ((_, _, rate),) = [row for row in published("share", item) if row[1] == "2025"]
        assert Decimal(str(frame.loc[item, SHOWN])) == Decimal(rate)
    assert seen.view.finding == (
        "Perekonomian Sumatera Utara tahun 2025** masih didominasi oleh pertanian sebesar 25,32 persen; "
        "diikuti oleh perdagangan sebesar 18,97 persen."
    )


@pytest.mark.parametrize("item", ["A", "C", "F", "G", "H", "L", "MN", "O"])
def test_the_industries_of_the_province_grow_as_published(
    see: Callable[[str, State], Seen], shipped: pd.DataFrame, item: str
) -> None:
    seen = see("growth", first(shipped, "growth", SUMUT, "id"))
    ((_, _, rate),) = [row for row in published("yoy", item) if row[1] == "2025"]
    shown = seen.panel("growth.industries").result.set_index("item")[SHOWN]
    assert Decimal(str(shown[item])) == Decimal(rate)
    assert ("transportasi tumbuh tertinggi, 10,74 persen") in seen.view.finding
    assert "administrasi pemerintahan mengalami kontraksi terdalam, 0,60 persen" in seen.view.finding
    assert seen.view.finding.startswith("Ekonomi Sumatera Utara tahun 2025** tumbuh 4,53 persen (y-on-y); ")


def test_medan_grew_4_98_a_year_and_21_47_in_all_since_2021(
    see: Callable[[str, State], Seen], shipped: pd.DataFrame
) -> None:
    cagr = see("growth", State(MEDAN, "id", Measure.CAGR, PriceBasis.CONSTANT_2010, (), "2025"))
    assert cagr.view.finding.startswith("Ekonomi Kota Medan tumbuh rata-rata 4,98 persen per tahun pada 2021–2025**; ")
    index = see("growth", State(MEDAN, "en", Measure.INDEX, PriceBasis.CONSTANT_2010, (), "2025"))
    assert "21.47 percent larger than in 2021" in index.view.finding
    assert "2021 = 100" in index.panel("growth.industries").subtitle


def test_a_compound_average_needs_a_year_before(see: Callable[[str, State], Seen]) -> None:
    seen = see("growth", State(MEDAN, "id", Measure.CAGR, PriceBasis.CONSTANT_2010, (), "2010", SUMUT))
    assert seen.view.finding == (
        "Rata-rata laju pertumbuhan Kota Medan tahun 2010 belum dapat dihitung "
        "karena tahun itu adalah tahun pertama yang tersedia."
    )
    assert seen.view.panels == ()


@pytest.mark.parametrize("period", ["2015", "2021"])
def test_before_its_industries_a_region_has_an_average_of_grdp(see: Callable[[str, State], Seen], period: str) -> None:
    seen = see("growth", State(MEDAN, "id", Measure.CAGR, PriceBasis.CONSTANT_2010, (), period, SUMUT))
    assert f"per tahun pada 2010–{period}" in seen.view.finding and "PDRB secara keseluruhan" in seen.view.remark


def test_medan_has_no_prices_by_industry_and_says_so(see: Callable[[str, State], Seen]) -> None:
    prices = see("growth", State(MEDAN, "id", Measure.DEFLATOR, PriceBasis.CONSTANT_2010, (), "2025", SUMUT)).view
    assert prices.finding.startswith("Indeks harga implisit PDRB Kota Medan tahun 2025** mencapai 184,45")
    assert prices.remark == (
        "Yang tampil hanya PDRB secara keseluruhan: angka menurut lapangan usaha tahun 2025 "
        "atas dasar harga berlaku belum tersedia dalam edisi ini."
    )
    assert [panel.key for panel in prices.panels] == ["growth.regions"]
    rising = see("growth", State(MEDAN, "id", Measure.DEFLATOR_YOY, PriceBasis.CONSTANT_2010, (), "2025", SUMUT)).view
    assert rising.finding == (
        "Laju indeks implisit y-on-y Kota Medan tahun 2025 belum dapat dihitung "
        "karena PDRB tahun 2024 atas dasar harga berlaku belum tersedia dalam edisi ini."
    )


def test_chosen_industries_are_in_the_finding(see: Callable[[str, State], Seen]) -> None:
    state = State(SUMUT, "id", Measure.YOY, PriceBasis.CONSTANT_2010, ("G", "H"), "2025", MEDAN)
    assert see("growth", state).view.finding == (
        "Ekonomi Sumatera Utara tahun 2025** tumbuh 4,53 persen (y-on-y); "
        "perdagangan tumbuh 6,15 persen dan transportasi tumbuh 10,74 persen."
    )
    share = see("structure", State(SUMUT, "id", Measure.SHARE, PriceBasis.CURRENT, ("G",), "2025", MEDAN))
    assert share.view.finding == "Dari PDRB Sumatera Utara tahun 2025**, perdagangan mencakup 18,97 persen."


def test_the_remark_on_structure_repeats_nothing(see: Callable[[str, State], Seen], shipped: pd.DataFrame) -> None:
    seen = see("structure", first(shipped, "structure", SUMUT, "id"))
    assert seen.view.remark == (
        "Bersama industri pengolahan (18,39 persen) dan konstruksi (12,11 persen), peranan keempat lapangan usaha itu "
        "mencapai 74,79 persen. "
        "Dibanding 2024*, struktur PDRB menurut lapangan usaha tidak menunjukkan perubahan berarti."
    )


def test_the_structure_by_groups_says_that_industries_are_missing(
    see: Callable[[str, State], Seen], shipped: pd.DataFrame
) -> None:
    assert see("structure", first(shipped, "structure", MEDAN, "id")).view.remark == (
        "Yang tampil hanya tiga kelompok lapangan usaha: angka menurut lapangan usaha tahun 2025 "
        "atas dasar harga berlaku belum tersedia dalam edisi ini."
    )


def test_lines_of_industries_that_end_early_are_said_to(see: Callable[[str, State], Seen]) -> None:
    seen = see("growth", State("1221", "id", Measure.LEVEL, PriceBasis.CONSTANT_2010, (), "2025", SUMUT))
    assert "growth.time" in {panel.key for panel in seen.view.panels}
    assert seen.view.remark.startswith(
        "Menurut lapangan usaha hanya sampai 2024*: angka menurut lapangan usaha tahun 2025"
    )
    assert seen.panel("growth.time").notes == (
        "Angka Kabupaten Padang Lawas tahun 2023 belum tersedia dalam edisi ini; grafik memberi jeda di situ.",
    )


def test_structure_offers_the_industries_that_there_are(shipped: pd.DataFrame) -> None:
    offers = {
        (region, time): structure.offer(shipped, region, time).items
        for region, time in ((MEDAN, "2025"), (MEDAN, "2026-Q1"), (SUMUT, "2025"), (SUMUT, "2015"))
    }
    assert {place for place, items in offers.items() if items} == {(SUMUT, "2025")}


def test_medan_against_the_province_2025(see: Callable[[str, State], Seen], shipped: pd.DataFrame) -> None:
    seen = see("trade_services", first(shipped, "trade_services", MEDAN, "id"))
    assert seen.view.finding == (
        "Perdagangan dan jasa menyumbang 4,73 dari 5,10 poin persen pertumbuhan Kota Medan tahun 2025**."
    )
    panel = seen.panel("trade_services.regions")
    assert panel.title == "Medan lebih bertumpu pada perdagangan dan jasa: 4,73 poin persen, Sumatera Utara 2,68"
    totals = panel.result[panel.result["item"] == "TOTAL"].set_index("region")[SHOWN]
    assert totals.to_dict() == {MEDAN: 5.10, SUMUT: 4.53}


def test_parts_that_do_not_add_as_printed_have_the_footnote(see: Callable[[str, State], Seen]) -> None:
    for page, measure in (("trade_services", "contribution_yoy"), ("overview", "yoy")):
        uneven = see(page, State("1278", "en", measure, period="2023", compare=SUMUT)).view
        assert "trade contributed 1.23 and services 1.70" in f"{uneven.finding} {uneven.remark}"
        assert "Differences in the decimals are due to rounding." in uneven.remark
        even = see(page, State(MEDAN, "en", measure, period="2025", compare=SUMUT)).view
        assert "rounding" not in even.remark


def test_the_cards_of_medan_2025(see: Callable[[str, State], Seen], shipped: pd.DataFrame) -> None:
    seen = see("overview", first(shipped, "overview", MEDAN, "id"))
    assert [(card.value, card.change) for card in seen.view.cards] == [
        ("Rp353,29 triliun", ""),
        ("Rp191,54 triliun", "+5,10 persen"),
        ("Rp141,41 juta", ""),
        ("4,73 poin persen", ""),
    ]
    assert seen.view.cards[0].note == "Perubahan: 2024 belum tersedia"
