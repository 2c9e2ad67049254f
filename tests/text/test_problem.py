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
        ("id", "Provinsi Sumatera Utara, PDRB, harga berlaku, Triwulan I-2024 (dan 3 lagi): 1.234,50"),
        ("en", "Sumatera Utara Province, GRDP, current prices, Q1 2024 (and 3 more): 1,234.50"),
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


@pytest.mark.parametrize(
    ("code", "found", "expected", "told"),
    [
        ("missing_industry", "", "MN, HH, A.1.a", ["Jasa perusahaan (M,N), Rumah tangga, Tanaman pangan (A.1.a)"]),
        ("growth_unlike_history", "1275 TOTAL constant_2010 2024: -1.50", "12: 5.00", ["PDRB", "−1,50",
         "Provinsi Sumatera Utara: 5,00"]),
        ("unit_suspect", "1275 TOTAL current 2024: 353293000.00", "÷ 1000 (100 – 1000000)", ["353.293.000,00",
         "÷ 1.000 (100 – 1.000.000)"]),
        ("revised_value", "1275 G current 2024: 12.50", "10.00 (+25.00 %)", ["12,50", "10,00 (+25,00 %)"]),
        ("unit_suspect", "1275 TOTAL current 2024", "÷ 1000 (5000 – 10000000)", ["÷ 1.000 (5.000 – 10.000.000)"]),
        ("unknown_industry", "TOTAL 1", "RSTU, TOTAL", ["“TOTAL 1”", "Jasa lainnya (R,S,T,U), PDRB"]),
        ("swapped_quarters", "9999 current: 2024-Q3, 2024-Q4", "", ["9999 harga berlaku: Triwulan III-2024, "]),
    ],
)  # fmt: skip
def test_codes_of_regions_and_items_are_told_by_name(code: str, found: str, expected: str, told: list[str]) -> None:
    said = message(Problem(code, found=found, expected=expected), "id")
    assert [words for words in told if words not in said] == []


HOSTILE = (
    "<img src=x onerror=y>[klik](http://x.id) ![](//x) `a` $b$ \u202e\u200f\x1b[31m\n# c | d www.x.id *e* ~~f~~ @g"
)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", SEVERITIES)
def test_no_sentence_carries_markup_or_control_characters_of_a_file(code: str, lang: str) -> None:
    said = message(Problem(code, HOSTILE, HOSTILE, HOSTILE, HOSTILE), lang)
    assert said.isprintable()
    assert not set(said) & set("<>[]`$*~#|@\\")
    assert "://" not in said and "www." not in said


def test_text_that_another_program_may_run_is_no_reason_not_to_open_a_file() -> None:
    refused = message(Problem("unsafe_content", found="a DOCTYPE"), "en")
    told = message(Problem("unsafe_content", "Prod1", "A1", "=cmd", severity=Severity.INFO), "en")
    assert "not opened" in refused and "not opened" not in told


def test_a_place_is_a_cell_a_sheet_or_the_whole_file() -> None:
    told = [place(Problem("region_missing", *at), "en") for at in (("Prod1", "C7"), ("Prod1",), ("", "C7"), ())]
    assert told == ["sheet Prod1, C7", "sheet Prod1", "C7", "the whole file"]


def test_severity_has_a_word() -> None:
    assert severity(Problem("unit_missing"), "id") == "pertanyaan"
