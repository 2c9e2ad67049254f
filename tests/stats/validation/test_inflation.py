"""Growth of the implicit index: in range, and with the province."""

import pandas as pd
import pytest

from model.observations import empty, levels
from stats.validation import inflation


def prices(filed, current: float, **dimensions: str):
    return filed({"TOTAL": {"2023": 150.0, "2024": current}}, price_basis="current", **dimensions) + filed(
        {"TOTAL": {"2023": 100.0, "2024": 100.0}}, table=2, **dimensions
    )


@pytest.mark.parametrize(("current", "count"), [(157.5, 0), (172.4, 0), (172.6, 1), (135.1, 0), (134.9, 1)])
def test_the_implicit_index_grows_within_its_range(filed, evidence, current, count) -> None:
    found = inflation.implausible_deflator_growth(evidence(prices(filed, current)))
    assert [(one.code, one.severity, one.where) for one in found] == [
        ("implausible_deflator_growth", "warning", "D5")
    ] * count


def test_a_tiny_industry_may_have_other_prices(filed, evidence) -> None:
    current = filed({"B": {"2023": 0.2, "2024": 0.3}, "TOTAL": {"2023": 1500.0, "2024": 1570.0}}, price_basis="current")
    constant = filed({"B": {"2023": 0.2, "2024": 0.2}, "TOTAL": {"2023": 1000.0, "2024": 1000.0}}, table=2)
    assert inflation.implausible_deflator_growth(evidence(current + constant)) == []


@pytest.mark.parametrize(("current", "count"), [(157.5, 0), (149.0, 1), (149.9, 0)])
def test_prices_go_with_the_province(filed, evidence, current, count) -> None:
    known = pd.concat(
        [
            levels({"TOTAL": {"2023": 900.0, "2024": 917.1}}, region="12", price_basis="current"),
            levels({"TOTAL": {"2023": 600.0, "2024": 600.0}}, region="12"),
        ],
        ignore_index=True,
    )
    here = evidence(prices(filed, current))
    found = inflation.deflator_against_province(here, known)
    assert [(one.code, one.severity, one.expected) for one in found] == [
        ("deflator_against_province", "warning", "1.90")
    ] * count
    assert inflation.deflator_against_province(here, empty()) == []


def test_the_province_of_the_file_itself_counts(filed, evidence) -> None:
    both = prices(filed, 140.0) + prices(filed, 160.0, region="12")
    (found,) = inflation.deflator_against_province(evidence(both), empty())
    assert found.found == "1275 TOTAL deflator_yoy 2024: -6.67"
