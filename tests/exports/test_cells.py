"""Single cells: what Excel must not take for a formula or a date, and numbers that lose no digit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.cells import comma_number, like_formula, plain_number, plain_text

floats = st.floats(allow_nan=False, allow_infinity=False)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
def test_text_that_begins_like_a_formula_is_led_by_an_apostrophe(start: str) -> None:
    assert plain_text(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


@pytest.mark.parametrize("text", ["", "Kota Medan", "**", "–", "Rp1 = 1", "'sudah"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert plain_text(text) == text


@given(st.text())
def test_guarded_text_never_begins_like_a_formula(text: str) -> None:
    assert not like_formula(plain_text(text))


@given(floats)
def test_a_number_with_a_comma_reads_back_as_the_same_float(value: float) -> None:
    written = comma_number(value)
    assert set(written) <= set("-0123456789,")
    assert float(written.replace(",", ".")) == value


@given(floats)
def test_a_number_with_a_dot_reads_back_as_the_same_float(value: float) -> None:
    assert float(plain_number(value)) == value
