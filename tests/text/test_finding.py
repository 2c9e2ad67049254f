"""The finding of a region and period, typed by hand from the wording rules."""

from itertools import product
from math import nan

import pytest

from text.narrative import finding

MEDAN, SUMUT = "1275", "12"


def test_the_finding_of_2023_reads_as_agreed() -> None:
    assert finding(MEDAN, "2023", 5.0422, 1.3968, 2.4196, "id") == (
        "Ekonomi Kota Medan tahun 2023 tumbuh 5,04 persen (y-on-y); "
        "perdagangan menyumbang 1,40 dan jasa 2,42 poin persen."
    )
    assert finding(MEDAN, "2023", 5.0422, 1.3968, 2.4196, "en", status="final") == (
        "The economy of Kota Medan grew 5.04 percent in 2023 (y-on-y); "
        "trade contributed 1.40 and services 2.42 percentage points."
    )


def test_the_finding_of_2020_says_that_contributions_begin_in_2022() -> None:
    assert finding(MEDAN, "2020", -1.98, nan, nan, "id", first="2022") == (
        "Ekonomi Kota Medan tahun 2020 mengalami kontraksi 1,98 persen (y-on-y). "
        "Kontribusi lapangan usaha belum tersedia sebelum tahun 2022."
    )
    assert finding(MEDAN, "2020", -1.98, None, None, "en", first="2022") == (
        "The economy of Kota Medan contracted 1.98 percent in 2020 (y-on-y). "
        "Contributions by industry are not available before 2022."
    )


@pytest.mark.parametrize(
    ("first", "indonesian", "english"),
    [
        (
            None,
            "Sumbangan lapangan usaha belum tersedia dalam edisi ini.",
            "Contributions by industry are not available in this edition.",
        ),
        (
            "2022",
            "Sumbangan lapangan usaha tahun 2024* belum tersedia dalam edisi ini.",
            "Contributions by industry for 2024* are not available in this edition.",
        ),
    ],
)
def test_contributions_missing_later_or_altogether_are_said_so(
    first: str | None, indonesian: str, english: str
) -> None:
    assert finding(MEDAN, "2024", 5.07, nan, nan, "id", first=first, status="preliminary").endswith(f". {indonesian}")
    assert finding(MEDAN, "2024", 5.07, nan, nan, "en", first=first, status="preliminary").endswith(f". {english}")


def test_one_missing_contribution_does_not_hide_the_other() -> None:
    assert finding(MEDAN, "2025", 5.1, 1.92, nan, "id").endswith(
        "; perdagangan menyumbang 1,92 poin persen. Sumbangan jasa belum tersedia dalam edisi ini."
    )


@pytest.mark.parametrize(
    ("trade", "services", "indonesian", "english"),
    [
        (
            1.4,
            2.42,
            "perdagangan menyumbang 1,40 dan jasa 2,42 poin persen",
            "trade contributed 1.40 and services 2.42",
        ),
        (
            -1.4,
            -2.42,
            "perdagangan mengurangi 1,40 dan jasa 2,42 poin persen",
            "trade subtracted 1.40 and services 2.42",
        ),
        (
            1.4,
            -0.2,
            "perdagangan menyumbang 1,40 sedangkan jasa mengurangi 0,20 poin persen",
            "trade contributed 1.40 while services subtracted 0.20 percentage points",
        ),
        (
            -1.4,
            0.2,
            "perdagangan mengurangi 1,40 sedangkan jasa menyumbang 0,20 poin persen",
            "trade subtracted 1.40 while services contributed 0.20 percentage points",
        ),
        (
            0.004,
            0.2,
            "perdagangan relatif tidak menyumbang sedangkan jasa menyumbang 0,20 poin persen",
            "trade contributed virtually nothing while services contributed 0.20 percentage points",
        ),
        (
            -0.3,
            -0.0,
            "perdagangan mengurangi 0,30 poin persen sedangkan jasa relatif tidak menyumbang",
            "trade subtracted 0.30 percentage points while services contributed virtually nothing",
        ),
        (
            0.001,
            -0.001,
            "perdagangan dan jasa relatif tidak menyumbang",
            "trade and services contributed virtually nothing",
        ),
    ],
)
def test_signs_of_contributions_choose_the_verb(trade: float, services: float, indonesian: str, english: str) -> None:
    assert f"; {indonesian}." in finding(MEDAN, "2023", 2.0, trade, services, "id")
    assert f"; {english}" in finding(MEDAN, "2023", 2.0, trade, services, "en")


@pytest.mark.parametrize(
    ("kind", "indonesian", "english"),
    [
        (
            "yoy",
            "Ekonomi Sumatera Utara Triwulan IV-2024* terhadap Triwulan IV-2023 tumbuh 5,10 persen (y-on-y); ",
            "The economy of Sumatera Utara grew 5.10 percent in Q4 2024* compared with Q4 2023 (y-on-y); ",
        ),
        (
            "qtq",
            "Ekonomi Sumatera Utara Triwulan IV-2024* terhadap Triwulan III-2024 tumbuh 5,10 persen (q-to-q); ",
            "The economy of Sumatera Utara grew 5.10 percent in Q4 2024* compared with Q3 2024 (q-to-q); ",
        ),
        (
            "ctc",
            "Secara kumulatif sampai dengan Triwulan IV-2024*, ekonomi Sumatera Utara tumbuh 5,10 persen (c-to-c); ",
            "Cumulatively up to Q4 2024*, the economy of Sumatera Utara grew 5.10 percent (c-to-c); ",
        ),
    ],
)
def test_a_quarter_names_what_it_is_compared_with(kind: str, indonesian: str, english: str) -> None:
    arguments = (SUMUT, "2024-Q4", 5.1, 1.0, 2.0)
    assert finding(*arguments, "id", kind=kind, status="preliminary").startswith(indonesian)
    assert finding(*arguments, "en", kind=kind, status="preliminary").startswith(english)


def test_both_periods_bear_their_marks() -> None:
    sentence = finding(SUMUT, "2025-Q1", 4.67, 1, 2, "id", status="very_preliminary", base_status="preliminary")
    assert "Triwulan I-2025** terhadap Triwulan I-2024* tumbuh" in sentence


@pytest.mark.parametrize(
    ("reason", "indonesian", "english"),
    [
        (
            "no_predecessor",
            "Laju y-on-y ekonomi Kota Medan Triwulan II-2026** belum dapat dihitung "
            "karena angka Triwulan II-2025 belum tersedia dalam edisi ini.",
            "The y-on-y growth of the economy of Kota Medan in Q2 2026** cannot be computed "
            "because the figure for Q2 2025 is not available in this edition.",
        ),
        (
            "missing_input",
            "Laju y-on-y ekonomi Kota Medan Triwulan II-2026** belum dapat dihitung "
            "karena angka untuk menghitungnya belum lengkap dalam edisi ini.",
            "The y-on-y growth of the economy of Kota Medan in Q2 2026** cannot be computed "
            "because the figures it needs are not complete in this edition.",
        ),
        (
            "zero_base",
            "Laju y-on-y ekonomi Kota Medan Triwulan II-2026** belum dapat dihitung "
            "karena nilai periode pembandingnya nol.",
            "The y-on-y growth of the economy of Kota Medan in Q2 2026** cannot be computed "
            "because the figure it is compared with is zero.",
        ),
    ],
)
def test_growth_that_cannot_be_computed_says_why(reason: str, indonesian: str, english: str) -> None:
    arguments = (MEDAN, "2026-Q2", nan, nan, nan)
    assert finding(*arguments, "id", status="very_preliminary", reason=reason) == indonesian
    assert finding(*arguments, "en", status="very_preliminary", reason=reason) == english


def test_every_pair_of_signs_has_words_in_both_languages() -> None:
    said = {
        finding(MEDAN, "2023", 1.0, trade, services, lang)
        for trade, services, lang in product((1.0, -1.0, 0.0), (2.0, -2.0, 0.0), ("id", "en"))
    }
    assert len(said) == 18
