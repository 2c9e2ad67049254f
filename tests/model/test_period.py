"""Periods: text that sorts in time, arithmetic by the calendar."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.dimensions import Frequency
from model.period import Period, from_ordinal, parse, shift, year_earlier

YEARS = st.integers(min_value=1000, max_value=2999)
PERIODS = st.builds(Period, YEARS, st.one_of(st.none(), st.integers(min_value=1, max_value=4)))


@given(PERIODS)
def test_a_period_survives_text_and_ordinal(period: Period) -> None:
    assert parse(str(period)) == period
    assert from_ordinal(period.ordinal, period.frequency) == period


@given(YEARS, YEARS, st.integers(1, 4), st.integers(1, 4))
def test_quarters_sort_as_text_and_as_ordinal_alike(first: int, second: int, one: int, other: int) -> None:
    early, late = Period(first, one), Period(second, other)
    assert (str(early) < str(late)) == (early.ordinal < late.ordinal)


@pytest.mark.parametrize(
    "text",
    ["", "23", "2023-Q0", "2023-Q5", "2023-q1", "2023Q1", " 2023", "2023\n", "0999", "3000", "２０２３", "2021/2025"],
)
def test_what_is_no_period_is_refused_with_its_text(text: str) -> None:
    with pytest.raises(ValueError, match="not a period") as refused:
        parse(text)
    assert repr(text) in str(refused.value)


def test_shifts_go_over_the_end_of_a_year() -> None:
    assert shift("2022-Q4", 1) == "2023-Q1"
    assert shift("2023-Q1", -5) == "2021-Q4"
    assert shift("2023", -3) == "2020"
    assert year_earlier("2024-Q3") == "2023-Q3"
    assert year_earlier("2010") == "2009"


def test_a_year_is_annual_and_a_quarter_quarterly() -> None:
    assert (parse("2023").frequency, parse("2023-Q1").frequency) == (Frequency.A, Frequency.Q)
