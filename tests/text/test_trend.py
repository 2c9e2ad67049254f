"""Titles about a series in time: "sejak", "bertahan" and "tertinggi" only where the series shows them."""

import re
from math import nan

import pytest
from hypothesis import given
from hypothesis import strategies as st

from text.trend import growth_title, since_sentence, subject, tail

MEDAN, SUMUT = "1275", "12"
TRADE = {"2022": 1.26, "2023": 1.40, "2024": 0.79, "2025": 1.92}
MEDAN_GROWTH = {"2019": 5.93, "2020": -1.98, "2021": 2.62, "2022": 4.71, "2023": 5.04, "2024": 5.07, "2025": 5.10}
MARKS = {"2024": "preliminary", "2025": "very_preliminary"}


@pytest.mark.parametrize(
    ("series", "said"),
    [
        (TRADE, "Sumbangan perdagangan tahun 2025** tertinggi sepanjang 2022–2025**"),
        ({"2021": 2.5} | TRADE, "Sumbangan perdagangan tahun 2025** tertinggi sejak 2021"),
        (
            {"2022": 1.92} | {k: TRADE[k] for k in ("2023", "2024", "2025")},
            "Sumbangan perdagangan tahun 2025** tertinggi sejak 2022",
        ),
        ({"2022": 1.26, "2023": 1.4, "2024": 0.79}, "Sumbangan perdagangan tahun 2024* terendah sepanjang 2022–2024*"),
        ({"2023": 1.40, "2024": 0.79}, "Sumbangan perdagangan turun dari 1,40 (2023) menjadi 0,79 poin persen (2024*)"),
        (
            {"2023": 0.5, "2024": 1.4, "2025": 0.79},
            "Sumbangan perdagangan turun dari 1,40 (2024*) menjadi 0,79 poin persen (2025**)",
        ),
        ({"2024": 0.791, "2025": 0.789}, "Sumbangan perdagangan tahun 2025** tetap 0,79 poin persen"),
        ({"2023": 9.0, "2025": 0.79}, "Sumbangan perdagangan tahun 2025** sebesar 0,79 poin persen"),
    ],
)
def test_since_names_the_last_period_that_was_as_high(series: dict[str, float], said: str) -> None:
    about = subject("contribution", "id", item="TRADE")
    assert since_sentence(series, about, "id", statuses=MARKS) == said


def test_since_works_by_quarter_and_in_english() -> None:
    series = {"2024-Q3": 5.2, "2024-Q4": 4.1, "2025-Q1": 4.2, "2025-Q2": 4.9}
    about = subject("growth", "en", region=SUMUT)
    assert since_sentence(series, about, "en", unit="percent") == (
        "Growth of Sumatera Utara in Q2 2025 was the highest since Q3 2024"
    )


def test_money_keeps_its_words_on_both_sides() -> None:
    said = since_sentence({"2022": 900.0, "2023": 1100.0}, "PDRB Kota Medan", "id", unit="billion_idr")
    assert said == "PDRB Kota Medan naik dari Rp900,00 miliar (2022) menjadi Rp1,10 triliun (2023)"


def test_a_gap_breaks_a_series() -> None:
    assert tail({"2020": 1.0, "2022": 2.0, "2023": 3.0}) == ["2022", "2023"]
    assert tail({"2021": 1.0, "2022": nan, "2023": 3.0}) == ["2023"]
    assert tail({"2022-Q4": 1.0, "2023-Q1": 2.0}) == ["2022-Q4", "2023-Q1"]
    assert tail({"2023": nan}) == []


@pytest.mark.parametrize(
    ("last", "said"),
    [
        ("2025", "Pertumbuhan Kota Medan bertahan di kisaran 5 persen sejak 2023"),
        ("2024", "Pertumbuhan Kota Medan tahun 2024* tertinggi sejak 2019"),
        ("2021", "Ekonomi Kota Medan tahun 2021 tumbuh 2,62 persen setelah mengalami kontraksi 1,98 persen pada 2020"),
        ("2020", "Ekonomi Kota Medan tahun 2020 mengalami kontraksi 1,98 persen setelah tumbuh 5,93 persen pada 2019"),
    ],
)
def test_the_title_of_growth_follows_the_series(last: str, said: str) -> None:
    series = {year: rate for year, rate in MEDAN_GROWTH.items() if year <= last}
    assert growth_title(series, MEDAN, "id", statuses=MARKS) == said


years = st.dictionaries(st.integers(2011, 2025).map(str), st.floats(-9, 9), min_size=1)


@given(years)
def test_a_claim_of_the_highest_is_true_of_the_series(series: dict[str, float]) -> None:
    said = since_sentence(series, "x", "id")
    found = re.search(r"tertinggi sejak (\d{4})$", said)
    if found:
        since, last = found[1], max(series)
        between = [x for year, x in series.items() if since < year < last]
        assert round(series[since], 2) >= round(series[last], 2) - 0.01
        assert len(between) >= 2 and max(between) < series[last]
    else:
        assert re.search(r"terendah|sepanjang|naik dari|turun dari|tetap|^X tahun \d{4} ", said)


@given(years)
def test_growth_is_never_told_as_negative(series: dict[str, float]) -> None:
    for lang in ("id", "en"):
        assert not re.search(
            r"(tumbuh|pertumbuhan|grew|growth)\D{0,12}−", growth_title(series, MEDAN, lang), re.IGNORECASE
        )
