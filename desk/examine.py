"""Examine a file: read it, check its figures, lay them beside the present edition.

content → data.workbook.read → rules of stats.validation → what the problems do to the rows → comparison
"""

from dataclasses import dataclass, field

import pandas as pd

from data.workbook import Answers, Reading, read
from desk.order import in_order
from model import observations as one_table
from model.problems import Problem, Severity
from model.release import Edition
from stats.validation import (
    Evidence,
    balance,
    gap,
    history,
    inflation,
    magnitude,
    narrative,
    pace,
    prices,
    printed,
    sign,
    sums,
)

IN_FULL = (sums.total_mismatch, sums.parent_mismatch, sign.negative_value)
"""Rules that hold in any unit: they look at every row that was read."""
OF_WHAT_STANDS = (
    sums.quarters_mismatch,
    prices.base_year_mismatch,
    prices.implausible_deflator,
    inflation.implausible_deflator_growth,
    pace.implausible_growth,
    sign.structural_zero,
    printed.growth_table_mismatch,
    printed.shares_not_100,
)
"""Rules that compare tables: they look at the rows that stand when contested tables are left out."""
OF_THE_SHAPE = (gap.missing_industry, gap.missing_period)
"""Rules whose codes the reader reports too, from the shape of a table; its word goes first."""

STOPS = (Severity.REFUSE, Severity.BLOCK, Severity.NEEDS_ANSWER, Severity.ERROR)
"""The severities that a clear file has nothing of."""


@dataclass(frozen=True)
class Examination:
    """What a file holds and what is wrong with it.

    `observations` are the rows that stand (the one table, levels in billion rupiah), `cells` their places, `problems`
    all that was found, the gravest first. `comparison` lays the rows beside the edition (`stats.validation.history`).
    """

    reading: Reading
    observations: pd.DataFrame = field(repr=False, compare=False)
    cells: pd.DataFrame = field(repr=False, compare=False)
    problems: tuple[Problem, ...]
    comparison: pd.DataFrame = field(repr=False, compare=False)

    @property
    def refused(self) -> bool:
        """Whether nothing of the file is read."""
        return any(problem.severity == Severity.REFUSE for problem in self.problems)

    @property
    def clear(self) -> bool:
        """Whether at most warnings stand: no question, nothing contested, no error."""
        return not any(problem.severity in STOPS for problem in self.problems)


def examine(content: bytes, name: str, answers: Answers | None = None, edition: Edition | None = None) -> Examination:
    """The examination of a file beside an edition; without one nothing is compared."""
    given = answers or Answers()
    known = one_table.empty() if edition is None else edition.observations
    return examined(read(content, name, given), known, given)


def examined(reading: Reading, known: pd.DataFrame, answers: Answers) -> Examination:
    """The same of a reading, beside the observations of an edition."""
    if any(problem.severity == Severity.REFUSE for problem in reading.problems):
        nothing = Evidence.of(one_table.empty(), reading.cells[:0], one_table.empty(), reading.printed_cells[:0])
        return _examination(reading, nothing, in_order(reading.problems), known)
    everything = Evidence.of(reading.observations, reading.cells, reading.printed, reading.printed_cells)
    contested, standing = _settled(everything, known, answers)
    found = [*reading.problems, *contested]
    for rule in IN_FULL:
        found += rule(everything)
    for rule in OF_WHAT_STANDS:
        found += rule(standing)
    for rule in OF_THE_SHAPE:
        found += _not_yet_told(rule(everything), reading.problems)
    found += _not_yet_told(gap.missing_end(everything, known), reading.problems)
    found += _status(standing, reading.problems)
    comparison = history.compare(standing, known)
    found += _beside(standing, known, comparison)
    found += narrative.text_unlike_table(standing, known, reading.sentences)
    return _examination(reading, standing, in_order(found), known, comparison)


def _beside(standing: Evidence, known: pd.DataFrame, comparison: pd.DataFrame) -> list[Problem]:
    """What the file and the edition tell together."""
    return [
        *pace.swapped_quarters(standing, _evidence(known, standing)),
        *inflation.deflator_against_province(standing, known),
        *balance.approaches_differ(standing, known),
        *balance.regions_differ(standing, comparison, known),
        *history.revised_value(standing, comparison),
        *history.growth_unlike_history(standing, comparison, known),
    ]


def _settled(everything: Evidence, known: pd.DataFrame, answers: Answers) -> tuple[list[Problem], Evidence]:
    """The problems that leave rows out, and what stands without them."""
    suspects = magnitude.unit_suspect(everything, known, answered=answers.unit is not None)
    sized = everything.without({row for _, rows in suspects for row in rows})
    repeats = prices.identical_price_bases(sized)
    standing = sized.without({row for _, rows in repeats for row in rows})
    return [problem for problem, _ in (*suspects, *repeats)], standing


def _examination(
    reading: Reading,
    standing: Evidence,
    problems: tuple[Problem, ...],
    known: pd.DataFrame,
    comparison: pd.DataFrame | None = None,
) -> Examination:
    beside = history.compare(standing, known) if comparison is None else comparison
    return Examination(reading, one_table.check(standing.observations), standing.cells, problems, beside)


def _evidence(known: pd.DataFrame, standing: Evidence) -> Evidence:
    """The edition's levels of the regions at hand as evidence, printed to two decimals."""
    own = known[known["region"].isin(standing.observations["region"].unique())]
    cells = pd.DataFrame({"sheet": "", "cell": "", "digits": 2, "table": 0}, index=own.index)
    return Evidence.of(own, cells, standing.printed[:0], standing.printed_cells[:0])


def _not_yet_told(found: list[Problem], told: tuple[Problem, ...]) -> list[Problem]:
    """What the reader has not said of the same sheet, or of the whole file."""
    known = {(problem.code, problem.sheet) for problem in told} | {
        (problem.code, found_here.sheet) for problem in told if not problem.sheet for found_here in found
    }
    return [problem for problem in found if (problem.code, problem.sheet) not in known]


def _status(standing: Evidence, told: tuple[Problem, ...]) -> list[Problem]:
    """No mark says how firm the figures are; told once."""
    unmarked = (standing.observations["status"] == "unknown").any()
    known = any(problem.code == "status_missing" for problem in told)
    return [Problem("status_missing")] if unmarked and not known else []
