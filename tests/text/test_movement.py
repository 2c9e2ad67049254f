"""How industries stand and move by any measure; expected strings are typed by hand."""

from math import nan

import pytest

from model.items import INDUSTRIES
from text.movement import highest_lowest, listed, move, outstanding, set_aside

ALL_GREW = dict.fromkeys(INDUSTRIES, 3.0) | {"H": 11.24, "D": 0.42}


def rates(values: dict[str, float], lang: str = "en", **more: object) -> str:
    return highest_lowest("yoy", values, "percent", lang, **more)  # type: ignore[arg-type]


def test_highest_and_one_contraction() -> None:
    assert rates(ALL_GREW | {"F": -0.21}, "id") == (
        "transportasi tumbuh tertinggi, 11,24 persen, sedangkan konstruksi mengalami kontraksi 0,21 persen"
    )
    assert rates(ALL_GREW, "id").endswith("sedangkan listrik dan gas tumbuh terendah, 0,42 persen")


@pytest.mark.parametrize(
    ("growths", "said"),
    [
        ({"H": 5.0, "F": -1.0, "D": -2.0}, "electricity and gas contracted most, 2.00 percent"),
        ({"H": -1.0, "F": -3.0}, "construction contracted most, 3.00 percent"),
        ({"H": 2.0, "F": 0.001}, "transport grew fastest, 2.00 percent, while construction stayed virtually unchanged"),
        ({"H": 2.0, "F": 1.0}, "construction grew slowest, 1.00 percent"),
        ({"F": -3.0}, "construction contracted 3.00 percent"),
        ({"F": 3.0}, "construction grew 3.00 percent"),
        (dict.fromkeys(INDUSTRIES, 0.001), "industries were virtually unchanged"),
        ({"H": 11.242, "MN": 11.238, "F": 1.0}, "transport and business services grew fastest, 11.24 percent"),
        ({"H": 1.0, "F": -0.21, "D": -0.21}, "and gas contracted 0.21 percent"),
    ],
)
def test_contraction_standstill_and_ties_have_their_words(growths: dict[str, float], said: str) -> None:
    assert said in rates(growths)
    assert rates({"B": nan}) == rates({}) == listed("yoy", {"B": nan}, "percent", "id") == ""


@pytest.mark.parametrize("small", [-33.0, -4.0, 40.0, 11.24])
def test_a_small_base_that_would_lead_or_trail_is_set_aside_in_words(small: float) -> None:
    growths = ALL_GREW | {"F": -4.0, "B": small}
    said = rates(growths, "id", leave_out={"B"})
    assert said.startswith(
        "di luar pertambangan (†), transportasi tumbuh tertinggi, 11,24 persen, sedangkan konstruksi"
    )
    assert ("kontraksi terdalam" in said) == (small < 0)
    aside = set_aside("yoy", growths, "percent", "id", {"B"})
    assert aside.startswith("Pertambangan ") and "di bawah 0,05 persen PDRB" in aside and "(†)" in aside


def test_a_small_base_between_the_others_changes_nothing() -> None:
    growths = ALL_GREW | {"F": -4.0, "B": 5.0}
    assert "(†)" not in rates(growths, leave_out={"B"}) and set_aside("yoy", growths, "percent", "en", {"B"}) == ""
    deeper = rates(growths | {"B": -1.0}, leave_out={"B"})
    assert deeper.endswith("construction contracted most, 4.00 percent") and "mining" not in deeper
    assert outstanding({"B": 1.0}, {"B"}) == []


@pytest.mark.parametrize(
    ("measure", "unit", "values", "said"),
    [
        ("level", "billion_idr", {"G": 50840.0, "F": 37000.0}, "yang terbesar perdagangan, Rp50,84 triliun"),
        (
            "index",
            "index",
            {"H": 151.2, "O": 98.67},
            "indeks tertinggi dicapai transportasi, 151,20, dan terendah administrasi pemerintahan, 98,67",
        ),
        (
            "change",
            "billion_idr",
            {"G": 3500.0, "F": -71.88},
            "perdagangan bertambah paling banyak, Rp3,50 triliun, sedangkan konstruksi berkurang Rp71,88 miliar",
        ),
        (
            "deflator_yoy",
            "percent",
            {"A": 9.5, "RSTU": -0.73, "K": -0.1},
            "pertanian naik paling tinggi, 9,50 persen, sedangkan jasa lainnya turun paling dalam, 0,73 persen",
        ),
    ],
)
def test_each_measure_has_its_verbs(measure: str, unit: str, values: dict[str, float], said: str) -> None:
    assert highest_lowest(measure, values, unit, "id") == said


def test_a_few_chosen_are_all_told_and_of_many_the_first_and_the_last() -> None:
    few = {"F": -0.02, "G": 6.15, "H": 10.74}
    assert listed("yoy", few, "percent", "en") == (
        "construction contracted 0.02 percent, trade grew 6.15 percent, and transport grew 10.74 percent"
    )
    assert listed("yoy", few | {"A": 4.0}, "percent", "id") == (
        "dari 4 lapangan usaha yang dipilih, transportasi tumbuh tertinggi, 10,74 persen, "
        "sedangkan konstruksi mengalami kontraksi 0,02 persen"
    )
    assert listed("index", {"G": 129.52}, "index", "id") == "indeks perdagangan 129,52"


def test_a_contribution_that_prints_as_zero_is_none() -> None:
    assert move("contribution_yoy", "konstruksi", -0.003, "percentage_point", "id") == (
        "konstruksi relatif tidak menyumbang"
    )
