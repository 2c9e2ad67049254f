"""Additions: what adds up passes, what does not is found where it stands, with rounding allowed for."""

import pytest

from model.problems import Severity
from stats.validation import sums


def test_industries_that_add_up_pass(filed, evidence, industries) -> None:
    assert sums.total_mismatch(evidence(filed(industries({"2024": 1.0, "2025": 1.1})))) == []


def test_a_total_that_is_not_the_sum_names_its_cells_and_the_sum(filed, evidence, industries) -> None:
    figures = industries({"2024": 1.0, "2025": 2.0})
    figures["C"]["2025"] += 5
    (found,) = sums.total_mismatch(evidence(filed(figures)))
    assert (found.code, found.severity, found.sheet, found.where) == ("total_mismatch", "error", "Prod1", "D22")
    assert found.found == "1275 TOTAL constant_2010 2025: 612.34"
    assert found.expected == "617.34 ± 0.09"


@pytest.mark.parametrize(("gap", "count"), [(0.09, 0), (0.10, 1)])
def test_rounding_of_seventeen_terms_and_their_sum_is_nine_hundredths(filed, evidence, industries, gap, count) -> None:
    figures = industries({"2024": 1.0})
    figures["TOTAL"]["2024"] = round(306.17 + gap, 2)
    assert len(sums.total_mismatch(evidence(filed(figures, digits=2)))) == count


def test_whole_numbers_are_allowed_nine_of_their_units(filed, evidence, industries) -> None:
    figures = {item: {"2024": float(int(series["2024"]))} for item, series in industries({"2024": 1.0}).items()}
    figures["TOTAL"]["2024"] = 315.0
    assert sums.total_mismatch(evidence(filed(figures, digits=0))) == []
    figures["TOTAL"]["2024"] = 316.0
    assert len(sums.total_mismatch(evidence(filed(figures, digits=0)))) == 1


def test_floats_of_formulas_do_not_tighten_the_bound(filed, evidence, industries) -> None:
    figures = industries({"2024": 1.0})
    table = filed(figures)
    table.cells.loc[3, "digits"] = 14
    table.obs.loc[17, "value"] = 306.22
    assert sums.total_mismatch(evidence(table)) == []


def test_an_absent_industry_counts_as_nothing_once_nine_stand(filed, evidence, industries) -> None:
    figures = industries({"2024": 1.0})
    del figures["P"]
    assert [found.expected for found in sums.total_mismatch(evidence(filed(figures)))] == ["282.16 ± 0.085"]
    eight = {item: figures[item] for item in ("A", "B", "C", "D", "E", "F", "G", "H", "TOTAL")}
    assert sums.total_mismatch(evidence(filed(eight))) == []


def test_three_groups_add_to_the_total(filed, evidence) -> None:
    figures = {"PRIMARY": {"2025": 10.0}, "SECONDARY": {"2025": 30.0}, "TERTIARY": {"2025": 60.0}}
    assert sums.total_mismatch(evidence(filed(figures | {"TOTAL": {"2025": 100.02}}))) == []
    (found,) = sums.total_mismatch(evidence(filed(figures | {"TOTAL": {"2025": 100.03}})))
    assert found.expected == "100.00 ± 0.02"


SIDE = {"HH": 60.0, "NPISH": 2.0, "GOV": 8.0, "GFCF": 25.0, "INV": -1.0}


@pytest.mark.parametrize(
    ("trade", "total", "count"),
    [
        ({"EXP": 40.0, "IMP": 34.0}, 100.0, 0),
        ({"NX": 6.0}, 100.0, 0),
        ({"EXP": 40.0, "IMP": 34.0, "NX": 6.0}, 100.0, 0),
        ({"NX": 6.0, "NX_REGIONAL": 4.0}, 104.0, 0),
        ({"NX": -6.0}, 100.0, 1),
        ({"EXP": 40.0, "IMP": -34.0}, 100.0, 1),
    ],
)
def test_components_add_with_imports_subtracted_and_trade_once(filed, evidence, trade, total, count) -> None:
    figures = {item: {"2024": value} for item, value in {**SIDE, **trade, "TOTAL": total}.items()}
    assert len(sums.total_mismatch(evidence(filed(figures, approach="expenditure")))) == count


def test_net_exports_are_exports_less_imports(filed, evidence) -> None:
    figures = {"EXP": {"2024": 40.0}, "IMP": {"2024": 34.0}, "NX": {"2024": 6.0}}
    assert sums.parent_mismatch(evidence(filed(figures, approach="expenditure"))) == []
    figures["NX"]["2024"] = 7.0
    assert len(sums.parent_mismatch(evidence(filed(figures, approach="expenditure")))) == 1


def test_parts_add_to_what_they_are_parts_of(filed, evidence) -> None:
    figures = {"A": 30.0, "A.1": 20.0, "A.1.a": 5.0, "A.1.b": 6.0, "A.1.c": 4.0, "A.1.d": 5.0, "A.2": 4.0, "A.3": 6.0}
    table = {item: {"2024": value} for item, value in figures.items()}
    assert sums.parent_mismatch(evidence(filed(table))) == []
    table["A.1.b"]["2024"] = 60.0
    (found,) = sums.parent_mismatch(evidence(filed(table)))
    assert (found.where, found.found, found.expected) == ("C6", "1275 A.1 constant_2010 2024: 20.00", "74.00 ± 0.025")


def test_a_single_part_of_sixteen_is_no_sum(filed, evidence) -> None:
    assert sums.parent_mismatch(evidence(filed({"C": {"2024": 30.0}, "C.1": {"2024": 4.0}}))) == []
    assert len(sums.parent_mismatch(evidence(filed({"G": {"2024": 30.0}, "G.2": {"2024": 4.0}})))) == 1


QUARTERS = {"2025-Q1": 24.0, "2025-Q2": 25.0, "2025-Q3": 25.5, "2025-Q4": 25.5}


@pytest.mark.parametrize(("year", "count"), [(100.0, 0), (100.02, 0), (100.03, 1)])
def test_quarters_add_to_the_year(filed, evidence, year, count) -> None:
    found = sums.quarters_mismatch(evidence(filed({"G": {**QUARTERS, "2025": year}})))
    assert [(one.code, one.where, one.severity) for one in found] == [("quarters_mismatch", "C5", "error")] * count


def test_three_quarters_are_no_year(filed, evidence) -> None:
    short = {period: value for period, value in QUARTERS.items() if period != "2025-Q3"}
    assert sums.quarters_mismatch(evidence(filed({"G": {**short, "2025": 999.0}}))) == []


def test_quarters_and_year_of_two_sheets_may_be_of_two_releases(filed, evidence) -> None:
    tables = filed({"G": QUARTERS}) + filed({"G": {"2025": 101.0}}, table=2, sheet="Tahunan")
    (found,) = sums.quarters_mismatch(evidence(tables))
    assert (found.severity, found.sheet) == (Severity.WARNING, "Tahunan")


def test_many_years_and_items_are_one_problem_in_the_words_of_the_worst(filed, evidence) -> None:
    figures = {item: {**QUARTERS, "2025": year} for item, year in {"A": 101.0, "B": 140.0, "C": 100.0}.items()}
    (found,) = sums.quarters_mismatch(evidence(filed(figures)))
    assert (found.where, found.found) == ("C5:C6", "1275 B constant_2010 2025: 140.00 (+1)")


def test_a_part_may_be_what_its_siblings_leave_and_carry_their_rounding(filed, evidence) -> None:
    figures = {item: {**QUARTERS, "2025": 100.0} for item in ("K.1", "K.2", "K.3")}
    figures["K.4"] = {**QUARTERS, "2025": 100.1}
    assert sums.quarters_mismatch(evidence(filed(figures))) == []
    figures["K.4"]["2025"] = 100.11
    assert len(sums.quarters_mismatch(evidence(filed(figures)))) == 1
