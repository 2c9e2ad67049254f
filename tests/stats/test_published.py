"""The rates that BPS and the press printed, from the levels that ship."""

import csv
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from model.dimensions import Measure
from model.rounding import half_away
from stats.measures import compute

GOLDEN = Path(__file__).parents[1] / "golden" / "published_rates.csv"
KEY = ("region", "approach", "item", "price_basis", "frequency", "period", "measure")


def printed(reproducible: str = "yes") -> list[dict[str, str]]:
    with GOLDEN.open(encoding="utf-8", newline="") as file:
        return [rate for rate in csv.DictReader(file) if rate["reproducible"] == reproducible]


RATES = [rate for rate in printed() if rate["measure"] in set(Measure)]


@pytest.fixture(scope="module")
def results(shipped: pd.DataFrame) -> dict[tuple[str, ...], float]:
    """Growth and shares of the two regions whose rates were printed, by key."""
    two = shipped[shipped["region"].isin(["1275", "12"])]
    rows = compute(two, ["yoy", "qtq", "ctc", "share"])
    return dict(zip(rows[list(KEY)].itertuples(index=False, name=None), rows["value"], strict=True))


@pytest.mark.parametrize("rate", RATES, ids=lambda rate: "-".join(rate[name] for name in KEY[::2]))
def test_a_printed_rate_comes_out_to_its_last_digit(
    rate: dict[str, str], results: dict[tuple[str, ...], float]
) -> None:
    value = results[tuple(rate[name] for name in KEY)]
    digits = len(rate["printed"].partition(".")[2])
    assert half_away(value, digits) == Decimal(rate["printed"])


def test_there_are_62_rates_and_one_difference() -> None:
    assert len(RATES) == 62
    assert [rate["measure"] for rate in printed() if rate not in RATES] == ["yoy_difference"]


def test_the_difference_is_one_of_two_printed_rates(results: dict[tuple[str, ...], float]) -> None:
    (difference,) = [rate for rate in printed() if rate["measure"] == "yoy_difference"]
    key = tuple(difference[name] for name in KEY[:5])
    this, last = (half_away(results[(*key, year, "yoy")]) for year in (difference["period"], "2024"))
    assert this - last == Decimal(difference["printed"]) == Decimal("5.10") - Decimal("5.07")


@pytest.mark.parametrize(
    ("period", "measure", "expected"),
    [
        ("2023-Q1", "qtq", "-0.45"), ("2023-Q2", "qtq", "2.88"), ("2023-Q3", "qtq", "2.00"),
        ("2023-Q4", "qtq", "0.53"), ("2024-Q1", "qtq", "-0.59"), ("2024-Q2", "qtq", "2.94"), ("2023-Q4", "yoy", "5.02"),
        ("2024-Q1", "yoy", "4.88"), ("2024-Q2", "yoy", "4.95"), ("2024-Q2", "ctc", "4.91"), ("2024-Q4", "yoy", "5.10"),
        ("2024-Q4", "qtq", "0.44"), ("2024-Q4", "ctc", "5.03"),
    ],
)  # fmt: skip
def test_the_quarters_of_north_sumatra(
    period: str, measure: str, expected: str, results: dict[tuple[str, ...], float]
) -> None:
    value = results["12", "production", "TOTAL", "constant_2010", "Q", period, measure]
    assert half_away(value) == Decimal(expected)
