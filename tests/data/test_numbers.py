"""Numbers as they are typed, and what they tell about the format of their table."""

import pytest

from data.grid import Cell, Kind
from data.numbers import NotANumber, decimals, evidence, missing, parse, strip, value


@pytest.mark.parametrize(
    ("text", "form", "number"),
    [
        ("191.331,954", "id", "191331.954"),
        ("1,368.46", "en", "1368.46"),
        ("\u22125,16", "id", "-5.16"),
        ("- 1.649,33", "id", "-1649.33"),
        ("(5,16)", "id", "-5.16"),
        ("1.234,561)", "id", "1234.56"),
        ("1.234,56\u00b9", "id", "1234.56"),
        ("1\u00a0234,56", "id", "1234.56"),
        ("22.751,88*", "id", "22751.88"),
        ("~0", "id", "0"),
    ],
)
def test_number_is_read_in_its_format(text: str, form: str, number: str) -> None:
    assert parse(text, form) == number


@pytest.mark.parametrize(("text", "form"), [("1,23,4", "en"), ("1.234,56", "en"), ("12 ekor", "id"), ("1..2", "en")])
def test_text_that_is_no_number_of_the_format_is_refused(text: str, form: str) -> None:
    with pytest.raises(NotANumber):
        parse(text, form)


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "-", "\u2013", "--", "\u2026", "...", "NA", "n.a."])
def test_signs_for_missing(text: str) -> None:
    assert missing(text)
    assert value(Cell(Kind.TEXT, text), "id") is None


def test_a_zero_is_no_missing_value() -> None:
    assert value(Cell(Kind.TEXT, "0"), "id") == "0"


@pytest.mark.parametrize(
    ("text", "told"),
    [("1.234.567", "id"), ("1,234,567", "en"), ("0,123", "id"), ("12.345", "both"), ("507.78", "en")],
)
def test_evidence_of_a_format(text: str, told: str) -> None:
    assert evidence(text) == told


def test_mark_behind_a_number() -> None:
    assert strip("1.441,82 **)") == ("1.441,82", "**")
    assert strip("1.441,82r") == ("1.441,82", "r")


def test_noise_of_binary_fractions_is_no_digit() -> None:
    assert decimals("273486890.00000006") == 0


@pytest.mark.parametrize("kind", [Kind.NUMBER, Kind.TEXT])
def test_what_no_amount_can_be_is_no_number(kind: Kind) -> None:
    with pytest.raises(NotANumber):
        value(Cell(kind, "1" + 300 * "0"), "en")


def test_error_of_a_spreadsheet_is_no_number() -> None:
    with pytest.raises(NotANumber):
        value(Cell(Kind.ERROR, "#REF!"), "en")
