"""Units: against the edition, against bounds, against the other tables of the file."""

import pandas as pd
import pytest

from model.observations import empty, levels
from stats.validation import magnitude

KNOWN = levels({"TOTAL": {"2024": 182_000.0}, "G": {"2024": 45_000.0}})


def test_the_size_of_the_edition_passes_and_growth_and_quarters_do_not_matter(filed, evidence) -> None:
    yearly = filed({"TOTAL": {"2025": 191_000.0}, "G": {"2025": 49_000.0}})
    quarter = filed({"TOTAL": {"2026-Q1": 48_000.0}}, table=2)
    assert magnitude.unit_suspect(evidence(yearly + quarter), KNOWN) == []


@pytest.mark.parametrize(("factor", "expected"), [(1e3, "÷ 1000 "), (1e-3, "× 1000 "), (1e6, "÷ 1000000 ")])
def test_a_thousand_times_the_edition_is_suspect(filed, evidence, factor, expected) -> None:
    ((found, rows),) = magnitude.unit_suspect(evidence(filed({"G": {"2025": 49_000.0 * factor}})), KNOWN)
    assert (found.code, found.severity, rows) == ("unit_suspect", "block", {0})
    assert found.expected.startswith(expected)


def test_a_row_a_thousand_times_too_large_is_not_the_unit_of_its_table(filed, evidence) -> None:
    figures = {"TOTAL": {"2025": 191_000.0}, "G": {"2025": 49e6}, "A": {"2025": 1_400.0}}
    known = pd.concat([KNOWN, levels({"A": {"2024": 1_300.0}})], ignore_index=True)
    assert magnitude.unit_suspect(evidence(filed(figures)), known) == []


def test_a_person_who_names_the_unit_is_believed_but_warned(filed, evidence) -> None:
    ((found, rows),) = magnitude.unit_suspect(evidence(filed({"G": {"2025": 49e6}})), KNOWN, answered=True)
    assert (found.severity, rows) == ("warning", set())


@pytest.mark.parametrize(
    ("region", "period", "total", "count"),
    [
        ("3273", "2024", 100.0, 0),
        ("3273", "2024", 99.0, 1),
        ("3273", "2024", 1_000_000.0, 0),
        ("3273", "2024", 1_000_001.0, 1),
        ("3273", "2024-Q1", 250_001.0, 1),
        ("32", "2024", 4_999.0, 1),
        ("32", "2024", 10_000_000.0, 0),
        ("32", "2024", 10_000_001.0, 1),
    ],
)
def test_a_region_that_the_edition_does_not_know_has_bounds(filed, evidence, region, period, total, count) -> None:
    table = filed({"TOTAL": {period: total}}, region=region)
    assert len(magnitude.unit_suspect(evidence(table), empty())) == count


def test_bounds_take_the_sum_of_the_industries_where_no_total_stands(filed, evidence, industries) -> None:
    figures = industries({"2024": 10_000.0})
    del figures["TOTAL"]
    assert len(magnitude.unit_suspect(evidence(filed(figures, region="3273")), empty())) == 1


def test_two_tables_of_one_region_a_thousand_times_apart_are_both_suspect(filed, evidence) -> None:
    tables = filed({"TOTAL": {"2024": 300.0}}, region="3273")
    other = filed({"TOTAL": {"2025": 310_000.0}}, table=2, region="3273")
    found = magnitude.unit_suspect(evidence(tables + other), empty())
    assert [rows for _, rows in found] == [{0}, {1}]
    third = filed({"TOTAL": {"2023": 290.0}}, table=3, region="3273")
    assert [rows for _, rows in magnitude.unit_suspect(evidence(tables + other + third), empty())] == [{1}]
