"""Numbers as a reader writes them: expected strings typed by hand from the rules of each language."""

from datetime import UTC, date, datetime
from math import inf, nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.dates import day
from text.numbers import MINUS, money, number, signed, value

HALVES = [(0.005, "0,01"), (0.015, "0,02"), (1.005, "1,01"), (2.675, "2,68"), (-0.125, "−0,13"), (-2.675, "−2,68")]


@pytest.mark.parametrize(("x", "written"), HALVES)
def test_a_half_goes_away_from_zero(x: float, written: str) -> None:
    assert number(x, "id") == written


@pytest.mark.parametrize(
    ("x", "digits", "indonesian", "english"),
    [
        (353289.26, 2, "353.289,26", "353,289.26"),
        (-1234567.0, 0, "−1.234.567", "−1,234,567"),
        (1000.0, 2, "1.000,00", "1,000.00"),
        (999.995, 2, "1.000,00", "1,000.00"),
        (5.0422, 4, "5,0422", "5.0422"),
        (0.0, 2, "0,00", "0.00"),
    ],
)
def test_grouping_and_decimal_mark_follow_the_language(x: float, digits: int, indonesian: str, english: str) -> None:
    assert number(x, "id", digits) == indonesian
    assert number(x, "en", digits) == english


@pytest.mark.parametrize("x", [-0.0, -0.001, -0.0049999])
def test_zero_has_no_sign(x: float) -> None:
    assert number(x, "id") == "0,00"
    assert signed(x, "en") == "0.00"


@pytest.mark.parametrize("x", [nan, None])
def test_missing_is_a_dash_whatever_the_form(x: float | None) -> None:
    written = {number(x, "id"), signed(x, "id"), money(x, "en"), value(x, "percent", "id"), value(x, "index", "en")}
    assert written == {"–"}


def test_a_change_bears_its_sign() -> None:
    assert [signed(x, "id") for x in (1.13, -0.03)] == ["+1,13", "−0,03"]


@pytest.mark.parametrize(
    ("billion", "indonesian", "english"),
    [
        (353289.26, "Rp353,29 triliun", "Rp353.29 trillion"),
        (1000.0, "Rp1,00 triliun", "Rp1.00 trillion"),
        (999.994, "Rp999,99 miliar", "Rp999.99 billion"),
        (999.996, "Rp1,00 triliun", "Rp1.00 trillion"),
        (823.29, "Rp823,29 miliar", "Rp823.29 billion"),
        (0.25, "Rp250,00 juta", "Rp250.00 million"),
        (-41.5, "−Rp41,50 miliar", "−Rp41.50 billion"),
        (1236190.0, "Rp1.236,19 triliun", "Rp1,236.19 trillion"),
    ],
)
def test_money_takes_the_largest_word_that_fits(billion: float, indonesian: str, english: str) -> None:
    assert money(billion, "id") == indonesian
    assert money(billion, "en") == english


@pytest.mark.parametrize(
    ("x", "unit", "indonesian", "english"),
    [
        (5.1, "percent", "5,10 persen", "5.10 percent"),
        (-0.04, "percentage_point", "−0,04 poin persen", "−0.04 percentage points"),
        (141410.0, "thousand_idr", "Rp141,41 juta", "Rp141.41 million"),
        (353289.26, "billion_idr", "Rp353,29 triliun", "Rp353.29 trillion"),
        (181.59, "index", "181,59", "181.59"),
    ],
)
def test_each_unit_has_its_words(x: float, unit: str, indonesian: str, english: str) -> None:
    assert value(x, unit, "id") == indonesian
    assert value(x, unit, "en") == english


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_english_reads_back_to_the_rounded_number(x: float) -> None:
    back = float(number(x, "en").replace(",", "").replace(MINUS, "-"))
    assert abs(back - x) <= 0.005 * (1 + 1e-9) + abs(x) * 1e-15


@given(st.floats(min_value=-1e12, max_value=1e12))
def test_both_languages_differ_only_in_their_marks(x: float) -> None:
    swapped = number(x, "en").translate(str.maketrans(",.", ".,"))
    assert number(x, "id") == swapped


def test_what_is_no_number_is_refused() -> None:
    with pytest.raises(ArithmeticError):
        number(inf, "id")


def test_a_day_is_told_in_the_time_of_medan() -> None:
    midnight_in_medan = datetime(2026, 11, 23, 17, tzinfo=UTC)
    assert day(midnight_in_medan, "id") == "24 Nov 2026"
    assert day(midnight_in_medan, "en", long=True) == "24 November 2026"


def test_months_have_names_in_both_languages() -> None:
    assert day(date(2026, 5, 5), "id") == "5 Mei 2026"
    assert day(date(2026, 5, 5), "en") == "5 May 2026"
    assert day(date(2026, 8, 5), "id", long=True) == "5 Agustus 2026"
