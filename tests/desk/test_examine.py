"""A reading beside an edition: what stands, what is told and in which order, what is new and what is revised."""

from datetime import datetime

import pandas as pd
import pytest

from data.store import JAKARTA, edition
from data.workbook import Answers, Reading
from desk.examine import examine, examined
from desk.order import in_order
from model.observations import COLUMNS, empty, levels
from model.problems import Problem

KNOWN = levels({"G": {"2022": 43670.04, "2023": 45976.43}, "TOTAL": {"2022": 165825.79, "2023": 174180.55}})


def test_a_clean_file_stands_as_it_is_and_is_clear(reading) -> None:
    found = examined(reading(), KNOWN, Answers())
    assert found.observations["value"].tolist() == [45976.43, 47341.7, 174180.55, 183014.42]
    assert (tuple(found.observations.columns), found.problems, found.clear, found.refused) == (COLUMNS, (), True, False)


def test_the_comparison_has_each_row_with_growth_before_and_after(reading) -> None:
    compared = examined(reading(), KNOWN, Answers()).comparison
    assert compared["kind"].tolist() == ["equal", "new", "equal", "new"]
    assert compared["growth_before"].round(2).fillna(0).tolist() == [5.28, 0, 5.04, 0]
    assert compared["growth_after"].round(2).tolist() == [5.28, 2.97, 5.04, 5.07]


def test_a_revision_moves_growth_and_is_told(reading) -> None:
    figures = {"TOTAL": {"2022": 166825.79, "2023": 174180.55}}
    found = examined(reading(figures), KNOWN, Answers())
    assert [problem.code for problem in found.problems] == ["revised_value"]
    assert found.comparison["growth_after"].round(2).tolist()[1] == 4.41
    assert found.clear


def test_a_refused_file_has_no_rows() -> None:
    refused = Reading(problems=(Problem("too_large", found="11 MiB", expected="10 MiB"),))
    found = examined(refused, KNOWN, Answers())
    assert (found.refused, found.clear, len(found.observations), len(found.comparison)) == (True, False, 0, 0)
    assert tuple(found.observations.columns) == COLUMNS


def test_a_file_that_is_no_workbook_is_refused_by_name() -> None:
    found = examine(b"\x00\x01\x02", "tabel.xlsx", Answers(), edition(now=datetime(2026, 11, 25, tzinfo=JAKARTA)))
    assert found.refused
    assert [problem.code for problem in found.problems] == ["not_a_workbook"]


@pytest.mark.parametrize(("unit", "rows", "severity"), [(None, 0, "block"), ("miliar", 2, "warning")])
def test_a_table_in_an_impossible_unit_stands_only_when_its_unit_is_named(reading, unit, rows, severity) -> None:
    found = examined(reading({"TOTAL": {"2024": 183e6, "2023": 174e6}}), KNOWN, Answers(unit=unit))
    assert len(found.observations) == rows
    assert ("unit_suspect", severity) in [(problem.code, problem.severity) for problem in found.problems]


@pytest.mark.parametrize(("items", "rows", "codes"), [("AB", 12, []), ("ABC", 9, ["identical_price_bases"])])
def test_price_bases_that_repeat_each_other_leave_the_first(reading, items, rows, codes) -> None:
    years = (2021, 2022, 2023)
    figures = {item: {str(year): 100.0 * place + year for year in years} for place, item in enumerate(items, 9)}
    current, constant = reading(figures, price_basis="current"), reading(figures)
    constant.cells["table"] = 2
    both = Reading(
        pd.concat([current.observations, constant.observations], ignore_index=True), empty(), (),
        pd.concat([current.cells, constant.cells], ignore_index=True), current.cells[:0],
    )  # fmt: skip
    found = examined(both, empty(), Answers())
    assert [problem.code for problem in found.problems] == codes
    assert len(found.observations) == rows
    assert found.observations["price_basis"].iloc[0] == "current"
    assert found.clear == (codes == [])


def test_what_the_reader_said_of_a_sheet_is_not_said_again(reading) -> None:
    gap = {"TOTAL": {"2022": 165825.79, "2024": 183014.42}}
    told = Problem("missing_period", "Lampiran", "row 4", expected="2023")
    assert [problem.code for problem in examined(reading(gap), KNOWN, Answers()).problems] == ["missing_period"]
    found = examined(reading(gap, (told,)), KNOWN, Answers())
    assert found.problems == (told,)


def test_figures_without_a_mark_ask_for_their_status(reading) -> None:
    found = examined(reading(status="unknown"), KNOWN, Answers())
    assert [(problem.code, problem.severity) for problem in found.problems] == [("status_missing", "info")]


def test_problems_are_told_by_gravity_and_then_as_they_stand() -> None:
    told = [
        Problem("revised_value", "A", "A1"),
        Problem("total_mismatch", "B", "C22"),
        Problem("total_mismatch", "A", "AA9"),
        Problem("total_mismatch", "A", "Z9:AB9"),
        Problem("unit_missing", "Z"),
        Problem("duplicate_industry", "Z", "A5"),
        Problem("revised_value", "A", "A1"),
    ]
    ordered = [(problem.code, problem.sheet, problem.where) for problem in in_order(told)]
    assert ordered == [
        ("duplicate_industry", "Z", "A5"),
        ("unit_missing", "Z", ""),
        ("total_mismatch", "A", "Z9:AB9"),
        ("total_mismatch", "A", "AA9"),
        ("total_mismatch", "B", "C22"),
        ("revised_value", "A", "A1"),
    ]
