"""Derived tables against the levels, with the rounding of both; shares that add to a hundred."""

import pytest

from model.items import INDUSTRIES
from stats.validation import printed

LEVELS = {"G": {"2024": 104.76, "2025": 110.0}, "TOTAL": {"2024": 400.0, "2025": 440.0}}
"""G grew by 5.0019 %, TOTAL by 10 %; half a hundredth of 104.76 and of 110 moves the first by 0.0098."""


@pytest.mark.parametrize(("rate", "count"), [(5.00, 0), (5.01, 0), (5.02, 1), (-5.00, 1)])
def test_printed_growth_is_that_of_the_levels_within_rounding(filed, evidence, derived, rate, count) -> None:
    growth = derived({"G": {"2025": rate}, "TOTAL": {"2025": 10.0}}, "yoy")
    found = printed.growth_table_mismatch(evidence(filed(LEVELS, price_basis="current"), growth))
    assert [(one.severity, one.where) for one in found] == [("warning", "H5")] * count


def test_a_rate_of_one_decimal_may_be_half_a_tenth_off(filed, evidence, derived) -> None:
    levels = filed(LEVELS, price_basis="current")
    growth = derived({"TOTAL": {"2025": 10.1}}, "yoy", digits=1)
    assert len(printed.growth_table_mismatch(evidence(levels, growth))) == 1
    exact = derived({"TOTAL": {"2025": 10.05}}, "yoy", digits=1)
    assert printed.growth_table_mismatch(evidence(levels, exact)) == []


QUARTERS = {
    "A": {"2024-Q1": 10.0, "2024-Q2": 20.0, "2025-Q1": 12.0, "2025-Q2": 21.0},
    "TOTAL": {"2024-Q1": 100.0, "2024-Q2": 110.0, "2025-Q1": 105.0, "2025-Q2": 121.0},
}
CONSTANT = {item: {period: value / 2 for period, value in series.items()} for item, series in QUARTERS.items()}
DERIVED = [
    ("qtq", "2025-Q2", 75.0, "current"),
    ("ctc", "2025-Q2", 10.0, "current"),
    ("share", "2025-Q1", 11.43, "current"),
    ("contribution_yoy", "2025-Q1", 2.0, "constant_2010"),
    ("contribution_ctc", "2025-Q2", 1.43, "constant_2010"),
    ("deflator", "2025-Q1", 200.0, "implicit"),
    ("deflator_yoy", "2025-Q2", 0.0, "implicit"),
]


@pytest.mark.parametrize(("measure", "period", "value", "basis"), DERIVED)
def test_each_derived_table_passes_when_right_and_is_found_when_not(
    filed, evidence, derived, measure, period, value, basis
) -> None:
    levels = filed(QUARTERS, price_basis="current", digits=3) + filed(CONSTANT, table=2, digits=3)
    right = derived({"A": {period: value}}, measure, basis=basis)
    assert printed.growth_table_mismatch(evidence(levels, right)) == []
    wrong = derived({"A": {period: value + 0.5}}, measure, basis=basis)
    (found,) = printed.growth_table_mismatch(evidence(levels, wrong))
    assert found.found == f"1275 A {measure} {basis} {period}: {value + 0.5:.2f}"


def test_what_the_levels_cannot_tell_is_not_compared(filed, evidence, derived) -> None:
    growth = derived({"G": {"2024": 77.0}, "F": {"2025": 77.0}}, "yoy")
    assert printed.growth_table_mismatch(evidence(filed(LEVELS, price_basis="current"), growth)) == []


SHARES = {item: {"2025": 5.88} for item in INDUSTRIES}
"""Seventeen times 5.88 is 99.96, and 18 halves of a hundredth are 0.09."""


@pytest.mark.parametrize(("share", "count"), [(5.88, 0), (6.01, 0), (6.02, 1), (58.8, 1)])
def test_shares_of_all_industries_add_to_100(filed, evidence, derived, share, count) -> None:
    table = derived(SHARES | {"A": {"2025": share}, "TOTAL": {"2025": 100.0}}, "share")
    found = printed.shares_not_100(evidence(filed(LEVELS), table))
    assert [(one.code, one.severity) for one in found] == [("shares_not_100", "error")] * count


def test_some_of_the_shares_or_those_of_an_unreleased_period_are_not_added(filed, evidence, derived) -> None:
    few = derived({item: {"2025": 9.0} for item in "ABCDE"}, "share")
    none = derived({item: {"2026": 0.0} for item in INDUSTRIES}, "share")
    for table in (few, none):
        assert printed.shares_not_100(evidence(filed(LEVELS), table)) == []


@pytest.mark.parametrize("printed_imports", [34.0, -34.0])
def test_shares_of_components_add_with_imports_subtracted(filed, evidence, derived, printed_imports) -> None:
    shares = {"HH": 60.0, "NPISH": 2.0, "GOV": 8.0, "GFCF": 25.0, "INV": -1.0, "EXP": 40.0, "IMP": printed_imports}
    table = derived({item: {"2025": value} for item, value in shares.items()}, "share")
    table.obs["approach"] = "expenditure"
    assert printed.shares_not_100(evidence(filed(LEVELS), table)) == []
