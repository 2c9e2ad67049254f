"""Rankings and counts claim only what the values show; expected strings are typed by hand."""

from math import nan

from model.items import INDUSTRIES
from text.comparison import lead, movers
from text.composition import largest_share, structure
from text.ranking import faster_here, faster_than_total, grew, largest_contributor, leaders, main_sources
from text.trend import growth_title

MEDAN, SUMUT = "1275", "12"
ALL_GREW = dict.fromkeys(INDUSTRIES, 3.0) | {"H": 11.24, "D": 0.42}


def test_nothing_is_said_of_nothing() -> None:
    nothing = {"H": nan}
    assert grew(nothing, "id") == faster_than_total(nothing, 5, "id") == ""
    assert main_sources({}, MEDAN, "2025", 5.0, "id") == largest_contributor({}, "id") == largest_share({}, "en") == ""
    assert structure({}, MEDAN, "2025", "id") == growth_title({}, MEDAN, "id") == movers({}, {}, "id") == ""
    assert faster_here({"G": 1.0}, {"H": 1.0}, "2025", (MEDAN, SUMUT), "id") == lead({}, {}, (MEDAN, SUMUT), "id") == ""


def test_counts_of_industries() -> None:
    growths = ALL_GREW | {"F": -0.21, "MN": 11.17}
    assert grew(growths, "id") == "16 dari 17 lapangan usaha tumbuh."
    assert grew(ALL_GREW, "en") == "All 17 industries grew."
    assert grew(dict.fromkeys(INDUSTRIES, -1.0), "en") == "None of the 17 industries grew."
    assert faster_than_total(growths, 5.10, "id") == "2 lapangan usaha tumbuh lebih cepat daripada PDRB"
    assert faster_than_total({"H": 6.0, "F": 1.0}, 5.10, "en") == "1 industry grew faster than GRDP"
    assert faster_than_total({"H": 5.102, "F": 1.0}, 5.10, "en") == "No industry grew faster than GRDP"
    assert faster_than_total({"H": 0.5, "F": -5.0}, -1.98, "id") == (
        "1 dari 2 lapangan usaha tetap tumbuh ketika PDRB mengalami kontraksi"
    )


def test_all_industries_grew_only_when_all_seventeen_did() -> None:
    sixteen = {code: rate for code, rate in ALL_GREW.items() if code != "B"}
    for growths in (sixteen, ALL_GREW | {"B": 0.004}, ALL_GREW | {"B": nan}):
        assert "Seluruh" not in grew(growths, "id")


def test_items_faster_in_a_region() -> None:
    own, other = {"G": 7.39, "H": 11.24, "J": 6.12}, {"G": 6.15, "H": 10.74, "J": 6.52}
    assert faster_here(own, other, "2025", (MEDAN, SUMUT), "id", status="very_preliminary") == (
        "2 dari 3 lapangan usaha ini tumbuh lebih cepat di Medan daripada di Sumatera Utara pada 2025**"
    )
    assert faster_here({"G": 1.0}, {"G": 2.0}, "2025", (MEDAN, SUMUT), "en") == (
        "Trade did not grow faster in Medan than in Sumatera Utara in 2025"
    )


def test_sources_of_growth_and_of_contraction() -> None:
    points = {"G": 1.92, "H": 0.69, "L": 0.66, "J": 0.53, "F": -0.04}
    assert main_sources(points, MEDAN, "2025", 5.10, "id", status="very_preliminary") == (
        "Pertumbuhan ekonomi Kota Medan tahun 2025** sebesar 5,10 persen terutama bersumber dari "
        "perdagangan (1,92 poin persen), transportasi (0,69), dan real estat (0,66)."
    )
    assert main_sources({"H": -2.0, "G": -0.5, "J": 0.3}, MEDAN, "2020", -1.98, "en", top=2) == (
        "The 1.98 percent contraction of the economy of Kota Medan in 2020 came mainly from "
        "transport (2.00 percentage points) and trade (0.50)."
    )
    assert main_sources(points, MEDAN, "2025", 0.001, "id") == ""


def test_sources_at_current_prices_are_called_nominal() -> None:
    points = {"A": 2.90, "G": 1.64, "C": 1.46}
    assert main_sources(points, SUMUT, "2025", 7.78, "id", nominal=True).startswith(
        "Pertumbuhan nominal PDRB Sumatera Utara tahun 2025 sebesar 7,78 persen terutama bersumber dari pertanian (2,90"
    )
    assert "nominal 7.78 percent growth of GRDP" in main_sources(points, SUMUT, "2025", 7.78, "en", nominal=True)
    assert "Kontraksi nominal" in main_sources({"A": -1.0}, SUMUT, "2025", -1.0, "id", nominal=True)


def test_leaders_bring_the_tie_at_the_end() -> None:
    rates = {"A": 6.68, "C": 1.0, "E": 1.004, "G": 3.0, "F": -1.0}
    assert leaders(rates, "percent", "en") == "Highest: agriculture, trade, manufacturing, and water and waste"
    assert leaders({"F": -1.0}, "percent", "en") == leaders({}, "billion_idr", "id") == ""


def test_names_with_an_and_or_a_semicolon_stay_apart() -> None:
    points = {"G": 1.4, "F": 0.85, "J": 0.67}
    assert "(1,40 poin persen), konstruksi (0,85), serta informasi" in main_sources(points, MEDAN, "2023", 5.04, "id")
    assert largest_contributor({"E": 0.3, "J": 0.3}, "en") == (
        "Water and waste as well as information and communication contributed most"
    )


def test_a_tie_at_the_end_of_a_list_brings_both() -> None:
    points = {"G": 1.92, "H": 0.69, "L": 0.694, "J": 0.1}
    assert (
        "real estat (0,69)" in (said := main_sources(points, MEDAN, "2025", 5.1, "id", top=2)) and "(0,69), dan" in said
    )
    assert largest_contributor({"G": 0.69, "H": 0.69, "J": 0.1}, "id") == (
        "Perdagangan dan transportasi menyumbang paling besar"
    )


def test_largest_within_services() -> None:
    points = {"H": 0.69, "L": 0.66, "J": 0.53, "O": 0.03}
    assert largest_contributor(points, "id", within="SERVICES", top=2) == (
        "Di dalam jasa, transportasi dan real estat menyumbang paling besar"
    )
    assert (
        largest_contributor({"H": -0.1}, "en", within="SERVICES")
        == "Within services, no industry contributed to growth"
    )


def test_rankings_of_a_quarter_say_which_growth_is_meant() -> None:
    rates = {"H": 11.24, "F": -0.21}
    assert "Q2 2026 (q-to-q)" in main_sources(rates, MEDAN, "2026-Q2", 3.87, "en", kind="qtq")
