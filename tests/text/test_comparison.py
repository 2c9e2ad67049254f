"""Titles that compare two regions, or items between two periods."""

from math import nan

import pytest

from text.comparison import against_region, gained, lead, movers, values_side_by_side

MEDAN, SUMUT = "1275", "12"


def test_a_lead_needs_two_periods_in_a_row() -> None:
    own, other = {"2023": 5.04, "2024": 5.07, "2025": 5.10}, {"2023": 5.06, "2024": 5.03, "2025": 4.53}
    assert (
        lead(own, other, (MEDAN, SUMUT), "id") == "Sejak 2024 Medan tumbuh sedikit lebih cepat daripada Sumatera Utara"
    )
    assert lead(own, {"2025": 4.53}, (MEDAN, SUMUT), "en") == (
        "Medan grew 5.10 percent, Sumatera Utara grew 4.53 percent in 2025"
    )
    assert lead(other, own, (SUMUT, MEDAN), "en").startswith("Since 2024 Sumatera Utara has grown slightly more slowly")
    assert lead({"2024": 7.0, "2025": 7.0}, {"2024": 5.0, "2025": 5.0}, (MEDAN, SUMUT), "en") == (
        "Since 2024 Medan has grown faster than Sumatera Utara"
    )


def test_a_contraction_is_no_slower_growth() -> None:
    said = lead({"2019": 5.0, "2020": -1.98}, {"2019": 5.2, "2020": -1.07}, (MEDAN, SUMUT), "id")
    assert said == "Medan mengalami kontraksi 1,98 persen, Sumatera Utara mengalami kontraksi 1,07 persen pada 2020"


@pytest.mark.parametrize(
    ("own", "theirs", "growths", "said"),
    [
        (
            4.73,
            2.68,
            (5.10, 4.53),
            "Medan lebih bertumpu pada perdagangan dan jasa: 4,73 poin persen, Sumatera Utara 2,68",
        ),
        (
            2.9,
            2.68,
            (6.10, 4.53),
            "Perdagangan dan jasa menyumbang lebih besar di Medan: 2,90 poin persen, Sumatera Utara 2,68",
        ),
        (
            2.0,
            2.68,
            (5.1, 4.5),
            "Perdagangan dan jasa menyumbang lebih kecil di Medan: 2,00 poin persen, Sumatera Utara 2,68",
        ),
        (
            2.681,
            2.679,
            (5.1, 4.5),
            "Perdagangan dan jasa menyumbang sama besar di Medan dan Sumatera Utara: 2,68 poin persen",
        ),
        (
            2.0,
            nan,
            (5.1, nan),
            "Sumbangan perdagangan dan jasa di Medan 2,00 poin persen; Sumatera Utara belum tersedia",
        ),
    ],
)
def test_two_regions_side_by_side(own: float, theirs: float, growths: tuple[float, float], said: str) -> None:
    assert against_region(MEDAN, own, SUMUT, theirs, "id", own_growth=growths[0], other_growth=growths[1]) == said


def test_movers_are_those_that_moved_most() -> None:
    now, before = {"I": 3.2, "G": 7.39, "J": 6.1, "F": -0.2}, {"I": 14.5, "G": 2.96, "J": 7.6, "F": 5.2}
    assert movers(now, before, "id", earlier={"G": 5.2}) == (
        "Akomodasi dan makan minum paling melambat, perdagangan berbalik menguat"
    )
    assert movers(now, before, "en", earlier={"G": 1.0}).endswith(", trade picked up the most")
    assert movers(now, before, "id", leave_out={"I", "F"}).startswith(
        "Di luar akomodasi dan makan minum serta konstruksi (†), informasi dan komunikasi paling melambat"
    )
    assert movers({"F": -6.0}, {"F": 5.2}, "id") == "Konstruksi berbalik mengalami kontraksi"
    assert movers({"F": 5.2}, {"F": 5.2}, "id") == ""


@pytest.mark.parametrize(
    ("before", "now", "said"),
    [
        (-4.2, 14.2, "administrasi pemerintahan kembali tumbuh"),
        (-4.2, -1.0, "kontraksi administrasi pemerintahan paling mereda"),
        (1.0, 3.0, "administrasi pemerintahan paling menguat"),
        (3.0, 1.0, "administrasi pemerintahan paling melambat"),
        (3.0, -1.0, "administrasi pemerintahan berbalik mengalami kontraksi"),
        (-1.0, -3.0, "kontraksi administrasi pemerintahan bertambah paling dalam"),
    ],
)
def test_a_contraction_that_eases_or_deepens_is_no_speed(before: float, now: float, said: str) -> None:
    assert movers({"O": now}, {"O": before}, "id").lower() == said


def test_an_item_left_out_is_named_only_where_it_moved_most() -> None:
    now, before = {"B": 2.0, "G": 3.0, "H": 9.0}, {"B": 1.0, "G": 5.0, "H": 4.0}
    assert movers(now, before, "en", leave_out={"B"}) == "Trade slowed the most, transport picked up the most"
    assert movers(now | {"B": 20.0}, before, "en", leave_out={"B"}).startswith("Leaving mining (†) aside, trade slowed")


def test_the_item_that_rose_most_and_none_that_fell() -> None:
    assert gained({"G": 129.5, "H": 145.0}, {"G": 100.0, "H": 100.0}, "2020", "index", "en") == (
        "Transport rose most since 2020"
    )
    assert gained({"A": 187.8}, {"A": 140.0}, "2020", "deflator", "id") == (
        "Harga implisit pertanian naik paling banyak sejak 2020"
    )
    assert gained({"A": 90.0, "G": nan}, {"A": 100.0, "G": 1.0}, "2020", "index", "id") == ""


def test_figures_of_two_regions_keep_their_unit() -> None:
    assert values_side_by_side(
        5.08, 4.22, (MEDAN, SUMUT), "2015", "laju indeks implisit y-on-y", "percent", "id", None
    ) == ("Laju indeks implisit y-on-y: Medan 5,08 persen, Sumatera Utara 4,22 persen pada 2015")
