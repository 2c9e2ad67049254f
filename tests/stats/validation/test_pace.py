"""Growth in the usual range, quarters in their places, and what is absent."""

import pytest

from model.observations import levels
from stats.validation import gap, pace

COURSE = {"A": (90, 100, 105, 105), "C": (50, 55, 60, 52), "G": (70, 72, 69, 80), "H": (30, 28, 26, 33)}


def quarterly(growth: float, order: tuple[int, ...] = (0, 1, 2, 3), year: int = 2025) -> dict[str, dict[str, float]]:
    return {
        item: {f"{year}-Q{place + 1}": course[source] * growth for place, source in enumerate(order)}
        for item, course in COURSE.items()
    }


def both_years(order: tuple[int, ...]) -> dict[str, dict[str, float]]:
    now, before = quarterly(1.05, order), quarterly(1.0, year=2024)
    return {item: before[item] | now[item] for item in COURSE}


@pytest.mark.parametrize(
    ("basis", "level", "count"),
    [("constant_2010", 115.0, 0), ("constant_2010", 115.5, 1), ("constant_2010", 84.5, 1), ("current", 129.0, 0)],
)
def test_growth_beyond_15_per_cent_is_out_of_range(filed, evidence, basis, level, count) -> None:
    figures = {"F": {"2024": 100.0, "2025": level}, "TOTAL": {"2024": 1000.0, "2025": 1020.0}}
    found = pace.implausible_growth(evidence(filed(figures, price_basis=basis)))
    assert [(one.code, one.severity, one.where) for one in found] == [("implausible_growth", "warning", "D5")] * count


def test_a_tiny_industry_may_jump_but_not_a_thousandfold(filed, evidence) -> None:
    total = {"TOTAL": {"2024": 10000.0, "2025": 10200.0}}
    assert pace.implausible_growth(evidence(filed({"B": {"2024": 1.0, "2025": 2.0}} | total))) == []
    assert len(pace.implausible_growth(evidence(filed({"B": {"2024": 1.0, "2025": 1000.0}} | total)))) == 1


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ((0, 1, 2, 3), []),
        ((1, 0, 2, 3), ["1275 constant_2010: 2025-Q1, 2025-Q2"]),
        ((3, 1, 2, 0), ["1275 constant_2010: 2025-Q1, 2025-Q4"]),
        ((0, 1, 3, 2), ["1275 constant_2010: 2025-Q3, 2025-Q4"]),
    ],
)
def test_exchanged_quarters_are_told_from_the_year_before(filed, evidence, order, found) -> None:
    problems = pace.swapped_quarters(evidence(filed(both_years(order))))
    assert [problem.found for problem in problems] == found


def test_the_year_before_may_be_that_of_the_edition(filed, evidence) -> None:
    now, known = evidence(filed(quarterly(1.05, (0, 2, 1, 3)))), evidence(filed(quarterly(1.0, year=2024)))
    assert pace.swapped_quarters(now) == []
    assert [problem.where for problem in pace.swapped_quarters(now, known)] == ["D5:E8"]


def test_a_total_alone_tells_nothing_of_its_quarters(filed, evidence) -> None:
    assert pace.swapped_quarters(evidence(filed({"TOTAL": quarterly(1.0)["A"]}))) == []


def test_quarters_without_a_course_tell_nothing(filed, evidence) -> None:
    flat = {item: {f"{year}-Q{quarter}": 25.0 for year in (2024, 2025) for quarter in (1, 2, 3, 4)} for item in "ACGH"}
    assert pace.swapped_quarters(evidence(filed(flat))) == []


def test_an_industry_that_most_others_have_is_missing(filed, evidence, industries) -> None:
    figures = industries({"2024": 1.0, "2025": 1.1})
    assert gap.missing_industry(evidence(filed(figures))) == []
    del figures["P"]["2025"], figures["B"]["2025"]
    (found,) = gap.missing_industry(evidence(filed(figures)))
    assert (found.severity, found.found, found.expected) == ("warning", "1275 constant_2010 2025", "B, P")


def test_three_groups_or_a_total_alone_lack_no_industry(filed, evidence) -> None:
    groups = {item: {"2025": 10.0} for item in ("PRIMARY", "SECONDARY", "TERTIARY", "TOTAL")}
    assert gap.missing_industry(evidence(filed(groups))) == []


@pytest.mark.parametrize(("items", "lacking"), [(("PRIMARY", "TERTIARY", "TOTAL"), ["SECONDARY"]), (("TERTIARY",), [])])
def test_one_of_the_three_groups_is_missing(filed, evidence, items, lacking) -> None:
    found = gap.missing_industry(evidence(filed({item: {"2025": 10.0} for item in items})))
    assert [one.expected for one in found] == lacking


def test_a_component_that_the_others_have_is_missing(filed, evidence) -> None:
    figures = {item: {"2024": 10.0} for item in ("HH", "GOV", "GFCF", "INV", "TOTAL")}
    (found,) = gap.missing_industry(evidence(filed(figures, approach="expenditure")))
    assert found.expected == "NPISH"


@pytest.mark.parametrize(
    ("periods", "lacking"),
    [
        (("2023", "2024", "2025"), []),
        (("2023", "2025"), ["2024"]),
        (("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2024"), []),
        (("2024-Q1", "2024-Q2", "2024-Q4"), ["2024-Q3"]),
        (("2024-Q1", "2024-Q2"), []),
        (("2024-Q2", "2024-Q3", "2024-Q4", "2024"), ["2024-Q1"]),
        (("2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4", "2025"), ["2024"]),
        (("2024", "2025", "2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"), []),
    ],
)
def test_a_period_inside_the_range_is_missing(filed, evidence, periods, lacking) -> None:
    found = gap.missing_period(evidence(filed({"TOTAL": {period: 5.0 for period in periods}})))
    assert [problem.expected for problem in found] == lacking


@pytest.mark.parametrize(
    ("here", "lacking"),
    [
        (range(2021, 2026), []),
        (range(2022, 2026), ["2021"]),
        (range(2021, 2025), ["2025"]),
        (range(2023, 2026), []),
        (range(2022, 2027), []),
        (range(2025, 2026), []),
    ],
)
def test_the_first_or_last_year_of_the_edition_is_missing(filed, evidence, here, lacking) -> None:
    known = levels({"TOTAL": {str(year): 5.0 for year in range(2021, 2026)}})
    found = gap.missing_end(evidence(filed({"TOTAL": {str(year): 5.0 for year in here}})), known)
    assert [(one.code, one.severity, one.expected) for one in found] == [
        ("missing_period", "warning", year) for year in lacking
    ]
