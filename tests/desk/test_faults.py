"""Seeded faults: what an office can spoil in a workbook is reported, and nothing is reported of a clean one."""

from collections import Counter

import numpy as np
import pytest

from data.workbook import Answers, read_here
from desk.examine import Examination, examined
from model.observations import empty
from model.problems import Severity
from tests.desk import faults
from tests.desk.office import Book, book

TOLD = (Severity.REFUSE, Severity.BLOCK, Severity.NEEDS_ANSWER, Severity.ERROR, Severity.WARNING)
CLEAN = 24
SAMPLE = 5
"""Of each fault in the tests; the campaign puts in a thousand."""
SINGLE_CELLS = 0.99
SWAPPED = 0.85
"""Of exchanged quarters: where a season is small, the year before cannot tell (docs/decisions)."""


def examination(spoilt: Book) -> Examination:
    content, name = spoilt.content()
    return examined(read_here(content, name, Answers()), empty(), Answers())


def grave(spoilt: Book) -> list[str]:
    return [problem.code for problem in examination(spoilt).problems if problem.severity in TOLD]


def reported(name: str, fault: faults.Fault, seeds: range) -> tuple[int, list[int]]:
    """How many workbooks had a place for the fault, and the seeds of those of which nothing was told."""
    silent, spoilt = [], 0
    for seed in seeds:
        rng = np.random.default_rng([seed, sum(name.encode())])
        one = book(seed)
        if fault(rng, one):
            spoilt += 1
            silent += [] if grave(one) else [seed]
    return spoilt, silent


@pytest.mark.parametrize("seed", range(CLEAN))
def test_nothing_is_told_of_a_clean_workbook_and_every_figure_is_read(seed: int) -> None:
    clean = book(seed)
    found = examination(clean)
    assert [problem for problem in found.problems if problem.severity in TOLD] == []
    figures = [value for table in clean.levels for row in table.rows for value in row.values]
    assert Counter(found.observations["value"]) == Counter(figures)


@pytest.mark.parametrize("name", faults.STRUCTURAL)
def test_what_is_wrong_with_the_structure_is_told(name: str) -> None:
    assert reported(name, faults.STRUCTURAL[name], range(SAMPLE)) == (SAMPLE, [])


def test_a_mistyped_figure_that_breaks_a_sum_is_told() -> None:
    assert reported("single_cell", faults.single_cell, range(4 * SAMPLE)) == (4 * SAMPLE, [])


@pytest.mark.campaign
@pytest.mark.parametrize("name", faults.STRUCTURAL)
def test_a_hundred_of_each_structural_fault_are_told(name: str) -> None:
    assert reported(name, faults.STRUCTURAL[name], range(1000, 1100)) == (100, [])


@pytest.mark.campaign
def test_ninety_nine_in_a_hundred_mistyped_figures_are_told() -> None:
    spoilt, silent = reported("single_cell", faults.single_cell, range(2000, 2200))
    assert spoilt == 200
    assert len(silent) <= (1 - SINGLE_CELLS) * spoilt, silent


@pytest.mark.campaign
def test_exchanged_quarters_are_told_where_the_year_before_or_a_derived_table_can_tell() -> None:
    spoilt, silent = reported("swapped_quarters", faults.swapped_quarters, range(3000, 3150))
    assert len(silent) <= (1 - SWAPPED) * spoilt, silent


@pytest.mark.campaign
def test_nothing_is_told_of_three_hundred_clean_workbooks() -> None:
    assert [seed for seed in range(4000, 4300) if grave(book(seed))] == []
