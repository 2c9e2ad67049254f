"""How firm unmarked figures are taken to be: as BPS marks its tables."""

import pandas as pd
import pytest

from data.store import edition
from desk.practice import newest_whole_year, practice
from model.dimensions import Status
from model.observations import empty, levels
from tests.pages.conftest import GATHERED

MARKED_AS_OF_NOW = ("10", "13", "14", "15", "16", "17", "18")
"""The shipped tables that BPS published in 2026, by the number that their release begins with."""


def test_the_marks_of_the_shipped_tables_of_2026_are_those_of_the_practice() -> None:
    newest = edition(now=GATHERED)
    year = newest_whole_year(newest.observations)
    assert year == 2025
    rows = newest.observations[newest.release_of.str[:2].isin(MARKED_AS_OF_NOW)]
    rows = rows[rows["status"] != Status.UNKNOWN]
    given = practice(rows["period"].unique(), year)
    assert len(rows) > 4_000
    assert rows["status"].tolist() == [given[period] for period in rows["period"]]


@pytest.mark.parametrize(
    ("figures", "year"),
    [
        ({"2024": 1.0, "2025-Q1": 1.0}, 2024),
        ({f"2025-Q{quarter}": 1.0 for quarter in range(1, 5)} | {"2026-Q1": 1.0}, 2025),
        ({"2026-Q1": 1.0, "2026-Q2": 1.0}, 2026),
    ],
)
def test_a_year_is_whole_with_its_level_or_its_quarters(figures: dict[str, float], year: int) -> None:
    assert newest_whole_year(levels({"TOTAL": figures}), empty()) == year


def test_no_table_has_no_year() -> None:
    assert newest_whole_year(empty(), levels({})) is None


def test_what_is_per_capita_is_no_whole_year() -> None:
    per_capita = levels({"TOTAL": {"2026": 1.0}}).assign(measure="per_capita")
    assert newest_whole_year(pd.concat([per_capita, levels({"TOTAL": {"2025": 1.0}})])) == 2025
