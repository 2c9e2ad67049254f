"""Shares: Medan's three groups, and what is said where there are no current prices."""

from collections.abc import Callable

import pandas as pd
import pytest

from model.items import THREE_GROUPS
from model.observations import levels
from stats.measures import compute
from stats.structure import share


@pytest.mark.parametrize(("group", "expected"), [("PRIMARY", 0.913), ("SECONDARY", 31.708), ("TERTIARY", 67.379)])
def test_the_three_groups_of_medan_in_2025(
    group: str, expected: float, medan: pd.DataFrame, row: Callable[..., pd.Series]
) -> None:
    shares = compute(medan, ["share"], items=THREE_GROUPS)
    found = row(shares, item=group, price_basis="current", frequency="A", period="2025")
    assert found["value"] == pytest.approx(expected, abs=5e-4)


def test_manufacturing_in_the_first_quarter_of_2026(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    assert row(share(medan), item="C", price_basis="current", period="2026-Q1")["value"] == pytest.approx(
        13.79, abs=5e-3
    )


def test_an_industry_without_current_prices_says_so(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    shares = share(medan).query("frequency == 'A' and approach == 'production' and period == '2025'")
    assert row(shares, item="G", price_basis="current")["reason"] == "no_current_prices"
    assert row(shares, item="G", price_basis="constant_2010")["value"] == pytest.approx(26.5437, abs=5e-5)
    assert len(shares) == 2 * 18


def test_the_year_without_a_current_total_has_no_structure(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    total = share(medan).query("item == 'TOTAL' and frequency == 'A' and approach == 'production'")
    assert row(total, price_basis="current", period="2024")["reason"] == "no_current_prices"
    assert row(total, price_basis="current", period="2023")["value"] == 100.0


def test_imports_have_a_negative_share_and_others_may_pass_100(row: Callable[..., pd.Series]) -> None:
    obs = levels(
        {"HH": {"2023": 120.0}, "IMP": {"2023": 20.0}, "TOTAL": {"2023": 100.0}}, "9999", "expenditure", "current"
    )
    shares = share(obs).query("price_basis == 'current'")
    assert (row(shares, item="HH")["value"], row(shares, item="IMP")["value"]) == (120.0, -20.0)


def test_residual_has_a_share_only_when_asked_for(sumut: pd.DataFrame) -> None:
    assert "RESIDUAL" not in set(share(sumut)["item"])
    assert "RESIDUAL" in set(compute(sumut, ["share"], items=["RESIDUAL"])["item"])


@pytest.mark.parametrize(("total", "reason"), [(0.0, "zero_base"), (-5.0, "negative_base")])
def test_there_is_no_share_in_a_total_that_is_not_positive(
    total: float, reason: str, row: Callable[..., pd.Series]
) -> None:
    obs = levels({"A": {"2023": 1.0}, "TOTAL": {"2023": total}}, price_basis="current")
    assert row(share(obs), item="A", price_basis="current")["reason"] == reason


def test_without_a_total_there_is_no_share(row: Callable[..., pd.Series]) -> None:
    result = share(levels({"A": {"2023": 1.0}}, price_basis="current"))
    assert list(result["item"].unique()) == ["A"]
    assert row(result, price_basis="current")["reason"] == "missing_input"


def test_a_share_is_as_provisional_as_its_total(row: Callable[..., pd.Series]) -> None:
    obs = pd.concat([levels({"A": {"2023": 1.0}}), levels({"TOTAL": {"2023": 9.0}}, status="preliminary")])
    assert row(share(obs), item="A", price_basis="constant_2010")["status"] == "preliminary"
