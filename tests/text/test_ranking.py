"""Rankings and counts claim only what the values show; expected strings are typed by hand."""

from math import nan

import pytest

from model.items import INDUSTRIES
from text.comparison import lead, movers
from text.composition import largest_share, structure
from text.ranking import faster_here, faster_than_total, grew, highest_lowest, largest_contributor, main_sources
from text.trend import growth_title

MEDAN, SUMUT = "1275", "12"
ALL_GREW = dict.fromkeys(INDUSTRIES, 3.0) | {"H": 11.24, "D": 0.42}


def test_highest_and_one_contraction() -> None:
    assert highest_lowest(ALL_GREW | {"F": -0.21}, "2025", "id", status="very_preliminary") == (
        "Transportasi dan Pergudangan tumbuh tertinggi, 11,24 persen; "
        "Konstruksi mengalami kontraksi 0,21 persen pada 2025**."
    )


def test_all_industries_grew_only_when_all_seventeen_did() -> None:
    assert highest_lowest(ALL_GREW, "2025", "id").startswith(
        "Seluruh lapangan usaha tumbuh pada 2025; tertinggi Transp"
    )
    sixteen = {code: rate for code, rate in ALL_GREW.items() if code != "B"}
    one_flat = ALL_GREW | {"B": 0.004}
    one_missing = ALL_GREW | {"B": nan}
    for growths in (sixteen, one_flat, one_missing):
        assert "Seluruh" not in highest_lowest(growths, "2025", "id")
        assert "Seluruh" not in grew(growths, 5.0, "id")


def test_a_small_base_is_counted_and_not_ranked() -> None:
    sentence = highest_lowest(ALL_GREW | {"B": 40.0}, "2025", "id", leave_out={"B"})
    assert "Transportasi" in sentence and "40" not in sentence
    assert "Seluruh" not in highest_lowest(ALL_GREW | {"B": -4.0}, "2025", "id", leave_out={"B"})


def test_a_tie_in_print_names_both() -> None:
    sentence = highest_lowest({"H": 11.242, "MN": 11.238, "F": 1.0}, "2025", "id")
    assert sentence.startswith("Transportasi dan jasa perusahaan tumbuh tertinggi, 11,24 persen; ")
    assert "contracted 0.21" in highest_lowest({"H": 1.0, "F": -0.21, "D": -0.21}, "2025", "en")


@pytest.mark.parametrize(
    ("growths", "said"),
    [
        ({"H": 5.0, "F": -1.0, "D": -2.0}, "Electricity and Gas contracted most, 2.00 percent, in 2020."),
        ({"H": -1.0, "F": -3.0}, "No industry grew in 2020; Construction contracted most, 3.00 percent."),
        ({"H": 2.0, "F": 0.001}, "Transportation and Storage grew fastest, 2.00 percent; Construction virtually"),
        ({"H": 2.0, "F": 1.0}, "Construction slowest, 1.00 percent, in 2020."),
        ({"F": -3.0}, "Construction contracted 3.00 percent in 2020."),
        ({"F": 3.0}, "Construction grew 3.00 percent in 2020."),
    ],
)
def test_contraction_and_standstill_have_their_words(growths: dict[str, float], said: str) -> None:
    assert said in highest_lowest(growths, "2020", "en")


def test_nothing_is_said_of_nothing() -> None:
    nothing = {"H": nan}
    assert (
        highest_lowest(nothing, "2025", "id") == grew(nothing, 5.0, "id") == faster_than_total(nothing, 5, "id") == ""
    )
    assert main_sources({}, MEDAN, "2025", "id") == largest_contributor({}, "id") == largest_share({}, "en") == ""
    assert structure({}, MEDAN, "2025", "id") == growth_title({}, MEDAN, "id") == movers({}, {}, "id") == ""
    assert faster_here({"G": 1.0}, {"H": 1.0}, "2025", (MEDAN, SUMUT), "id") == lead({}, {}, (MEDAN, SUMUT), "id") == ""


def test_counts_of_industries() -> None:
    growths = ALL_GREW | {"F": -0.21, "MN": 11.17}
    assert grew(growths, 5.10, "id") == "16 dari 17 lapangan usaha tumbuh; 2 di atas laju PDRB 5,10 persen."
    assert grew(ALL_GREW, 5.10, "en") == "All 17 industries grew; 1 faster than GRDP at 5.10 percent."
    assert grew(growths, -1.98, "id") == "16 dari 17 lapangan usaha tumbuh."
    assert faster_than_total(growths, 5.10, "id") == "2 lapangan usaha tumbuh lebih cepat daripada PDRB"
    assert faster_than_total({"H": 6.0, "F": 1.0}, 5.10, "en") == "1 industry grew faster than GRDP"
    assert faster_than_total({"H": 5.102, "F": 1.0}, 5.10, "en") == "No industry grew faster than GRDP"
    assert faster_than_total({"H": 0.5, "F": -5.0}, -1.98, "id") == (
        "1 dari 2 lapangan usaha tetap tumbuh ketika PDRB mengalami kontraksi"
    )


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
    assert main_sources(points, MEDAN, "2025", "id", status="very_preliminary") == (
        "Pertumbuhan ekonomi Kota Medan tahun 2025** terutama bersumber dari "
        "perdagangan (1,92 poin persen), transportasi (0,69), dan real estat (0,66)."
    )
    assert main_sources({"H": -2.0, "G": -0.5, "J": 0.3}, MEDAN, "2020", "en", growth=-1.98, top=2) == (
        "The contraction of the economy of Kota Medan in 2020 came mainly from "
        "transport (2.00 percentage points) and trade (0.50)."
    )


def test_names_with_an_and_or_a_semicolon_stay_apart() -> None:
    points = {"G": 1.4, "F": 0.85, "J": 0.67}
    assert "(1,40 poin persen), konstruksi (0,85), serta informasi" in main_sources(points, MEDAN, "2023", "id")
    assert largest_contributor({"E": 0.3, "J": 0.3}, "en") == (
        "Water and waste as well as information and communication contributed most"
    )
    assert "; Perdagangan mengalami kontraksi 0,50 persen" in highest_lowest({"H": 2.0, "G": -0.5}, "2020", "id")


def test_a_tie_at_the_end_of_a_list_brings_both() -> None:
    points = {"G": 1.92, "H": 0.69, "L": 0.694, "J": 0.1}
    assert "real estat (0,69)" in (said := main_sources(points, MEDAN, "2025", "id", top=2)) and "(0,69), dan" in said
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
    assert highest_lowest(rates, "2026-Q2", "id", kind="qtq").endswith("pada Triwulan II-2026 (q-to-q).")
    assert "Q2 2026 (q-to-q)" in main_sources(rates, MEDAN, "2026-Q2", "en", kind="qtq")
