"""Sentences of a release, typed by hand from the wording rules: never "tumbuh −0,20", never "tumbuh 0,00"."""

import re
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.narrative import finding, momentum, opening, per_capita, trade_services

MEDAN, SUMUT = "1275", "12"

rates = st.floats(min_value=-30, max_value=30)


@given(rates, rates, rates, st.sampled_from(["id", "en"]))
def test_no_sentence_holds_a_minus_or_growth_of_zero(growth: float, trade: float, services: float, lang: str) -> None:
    sentences = [
        finding(MEDAN, "2025", growth, trade, services, lang, status="very_preliminary"),
        trade_services(MEDAN, "2025", trade + services, growth, lang),
        momentum(growth, trade, "2024", lang),
    ]
    for sentence in sentences:
        assert "−" not in sentence and "-0" not in sentence
        assert not re.search(r"\b0[,.]00\b", sentence)
        assert sentence.endswith(".") and sentence[0].isupper()


@pytest.mark.parametrize(
    ("growth", "previous", "indonesian", "english"),
    [
        (
            5.10,
            5.07,
            "Menguat dibanding 2024* yang tumbuh 5,07 persen.",
            "Stronger than in 2024*, when it grew 5.07 percent.",
        ),
        (
            5.03,
            5.07,
            "Melambat dibanding 2024* yang tumbuh 5,07 persen.",
            "Slower than in 2024*, when it grew 5.07 percent.",
        ),
        (
            5.073,
            5.07,
            "Relatif stabil dibanding 2024* yang tumbuh 5,07 persen.",
            "About the same as in 2024*, when it grew 5.07 percent.",
        ),
        (
            5.074,
            5.066,
            "Relatif stabil dibanding 2024* yang tumbuh 5,07 persen.",
            "About the same as in 2024*, when it grew 5.07 percent.",
        ),
        (
            2.62,
            -1.98,
            "Berbalik menguat dari 2024* yang mengalami kontraksi 1,98 persen.",
            "A recovery from 2024*, when it contracted 1.98 percent.",
        ),
        (
            -1.98,
            5.93,
            "Berbalik melemah dari 2024* yang tumbuh 5,93 persen.",
            "A reversal from 2024*, when it grew 5.93 percent.",
        ),
        (
            -1.0,
            -1.98,
            "Kontraksi lebih ringan dibanding 2024* yang mengalami kontraksi 1,98 persen.",
            "A milder contraction than in 2024*, when it contracted 1.98 percent.",
        ),
        (
            -3.0,
            -1.98,
            "Kontraksi lebih dalam dibanding 2024* yang mengalami kontraksi 1,98 persen.",
            "A deeper contraction than in 2024*, when it contracted 1.98 percent.",
        ),
        (
            0.0,
            -1.98,
            "Membaik dibanding 2024* yang mengalami kontraksi 1,98 persen.",
            "Better than in 2024*, when it contracted 1.98 percent.",
        ),
        (
            1.0,
            0.0,
            "Menguat dibanding 2024* yang relatif tidak berubah.",
            "Stronger than in 2024*, when it was virtually unchanged.",
        ),
    ],
)
def test_momentum_is_told_from_both_rates(growth: float, previous: float, indonesian: str, english: str) -> None:
    assert momentum(growth, previous, "2024", "id", previous_status="preliminary") == indonesian
    assert momentum(growth, previous, "2024", "en", previous_status="preliminary") == english


@pytest.mark.parametrize(("growth", "previous"), [(nan, 5.0), (5.0, nan), (None, 5.0), (5.0, None)])
def test_momentum_needs_both_rates(growth: float | None, previous: float | None) -> None:
    assert momentum(growth, previous, "2024", "id") == ""


@pytest.mark.parametrize(
    ("together", "growth", "indonesian"),
    [
        (4.73, 5.10, "Perdagangan dan jasa menyumbang 4,73 dari 5,10 poin persen pertumbuhan Kota Medan tahun 2025**."),
        (5.10, 5.10, "Perdagangan dan jasa menyumbang 5,10 dari 5,10 poin persen pertumbuhan Kota Medan tahun 2025**."),
        (
            5.30,
            5.10,
            "Perdagangan dan jasa menyumbang 5,30 poin persen, lebih besar daripada pertumbuhan Kota Medan tahun "
            "2025** yang 5,10 persen.",
        ),
        (
            -0.5,
            1.0,
            "Perdagangan dan jasa mengurangi 0,50 poin persen; ekonomi Kota Medan tahun 2025** tumbuh 1,00 persen.",
        ),
        (
            -1.5,
            -1.98,
            "Perdagangan dan jasa mengurangi 1,50 poin persen; "
            "ekonomi Kota Medan tahun 2025** mengalami kontraksi 1,98 persen.",
        ),
        (nan, 5.1, "Sumbangan perdagangan dan jasa Kota Medan tahun 2025** belum tersedia dalam edisi ini."),
    ],
)
def test_trade_and_services_together(together: float, growth: float, indonesian: str) -> None:
    assert trade_services(MEDAN, "2025", together, growth, "id", status="very_preliminary") == indonesian


def test_trade_and_services_of_a_quarter_in_english() -> None:
    assert trade_services(SUMUT, "2024-Q4", 2.68, 5.1, "en", status="preliminary") == (
        "Trade and services contributed 2.68 of the 5.10 percentage points of growth of Sumatera Utara in Q4 2024*."
    )


def test_a_quarter_says_which_growth_is_meant_and_a_year_does_not() -> None:
    quarter = trade_services(MEDAN, "2026-Q2", 1.63, 3.87, "id", kind="qtq", status="very_preliminary")
    assert quarter == (
        "Perdagangan dan jasa menyumbang 1,63 dari 3,87 poin persen pertumbuhan Kota Medan Triwulan II-2026** (q-to-q)."
    )
    assert "y-on-y" not in trade_services(MEDAN, "2025", 4.73, 5.1, "id", kind="yoy")


def test_the_opening_names_both_prices_or_says_which_is_missing() -> None:
    both = opening(MEDAN, "2025", 353289.26, 191540.0, "id", status="very_preliminary")
    assert "tahun 2025** atas dasar harga berlaku mencapai Rp353,29 triliun dan" in both
    assert "konstan 2010 mencapai Rp191,54 triliun." in both
    assert opening(MEDAN, "2024", nan, 182247.0, "en").endswith("; the figure at current prices is not available.")
    assert opening(MEDAN, "2024", 1.0, None, "id").endswith("; angka atas dasar harga konstan 2010 belum tersedia.")
    assert opening(MEDAN, "2024", nan, nan, "id") == ""


def test_per_capita_is_told_in_millions() -> None:
    assert per_capita(MEDAN, "2025", 141410, "current", "id", status="very_preliminary") == (
        "PDRB per kapita Kota Medan tahun 2025** atas dasar harga berlaku (ADHB) mencapai Rp141,41 juta."
    )
    assert per_capita(MEDAN, "2025", nan, "current", "en") == ""
