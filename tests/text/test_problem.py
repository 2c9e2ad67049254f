"""Each problem in words: every code, both languages, figures as a reader writes them, quotations as they stand."""

import pytest

from model.problems import SEVERITIES, Problem, Severity
from text.lookup import LANGUAGES, below
from text.problem import OF_FIGURES, message, place, severity


def test_every_code_has_its_sentence_and_no_sentence_lacks_a_code() -> None:
    assert set(below("problem.message")) == set(SEVERITIES)
    assert set(SEVERITIES) >= OF_FIGURES
    assert set(below("problem.severity")) == {one.value for one in Severity}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", SEVERITIES)
def test_a_sentence_says_where_and_ends_as_one(code: str, lang: str) -> None:
    said = message(Problem(code, "Prod1", "C7", "12 A current 2024-Q1: 5.00", "6.00"), lang)
    assert "Prod1" in said and "C7" in said
    assert said.endswith(".") and "{" not in said


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        ("id", "12 TOTAL harga berlaku Triwulan I-2024: 1.234,50 dan 3 lagi"),
        ("en", "12 TOTAL current prices Q1 2024: 1,234.50 and 3 more"),
    ],
)
def test_figures_periods_and_bases_are_in_the_language(lang: str, told: str) -> None:
    assert told in message(Problem("total_mismatch", found="12 TOTAL current 2024-Q1: 1234.50 (+3)"), lang)


def test_a_quotation_from_the_file_stays_as_it_stands() -> None:
    quoted = "Ekonomi current 2024-Q1: 1.50 (+3)"
    assert quoted in message(Problem("unknown_industry", found=quoted), "id")


def test_a_long_or_broken_quotation_is_one_short_line() -> None:
    said = message(Problem("unknown_industry", "Prod1", "A7", "a\nb\x00\u202e" + "c" * 5000), "en")
    assert "\n" not in said and "\x00" not in said and "\u202e" not in said
    assert len(said) < 600


def test_a_place_is_a_cell_a_sheet_or_the_whole_file() -> None:
    told = [place(Problem("region_missing", *at), "en") for at in (("Prod1", "C7"), ("Prod1",), ("", "C7"), ())]
    assert told == ["sheet Prod1, C7", "sheet Prod1", "C7", "the whole file"]


def test_severity_has_a_word() -> None:
    assert severity(Problem("unit_missing"), "id") == "pertanyaan"
