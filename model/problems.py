"""What can be wrong with a file or its figures, as codes. Words for each code stand in `text/problems.toml`.

A problem says what was found, where, and what was expected. What it does to the rows follows from its severity:

    refuse        nothing is read
    block         the contested keys or tables are left out until somebody decides
    needs_answer  a question: its table has no rows until it is answered
    error         shown; drops nothing
    warning       shown
    info          told
"""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How grave a problem is; the gravest first."""

    REFUSE = "refuse"
    BLOCK = "block"
    NEEDS_ANSWER = "needs_answer"
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


SEVERITIES: dict[str, Severity] = {
    "unknown_industry": Severity.ERROR,
    "duplicate_industry": Severity.BLOCK,
    "conflicting_values": Severity.BLOCK,
    "not_a_number": Severity.ERROR,
    "unit_missing": Severity.NEEDS_ANSWER,
    "unit_suspect": Severity.BLOCK,
    "region_missing": Severity.NEEDS_ANSWER,
    "year_missing": Severity.NEEDS_ANSWER,
    "price_basis_missing": Severity.NEEDS_ANSWER,
    "total_mismatch": Severity.ERROR,
    "parent_mismatch": Severity.ERROR,
    "quarters_mismatch": Severity.ERROR,
    "missing_industry": Severity.WARNING,
    "missing_period": Severity.WARNING,
    "identical_price_bases": Severity.BLOCK,
    "kemendagri_region_code": Severity.WARNING,
    "unreleased_period": Severity.INFO,
    "growth_table_mismatch": Severity.WARNING,
    "implausible_growth": Severity.WARNING,
    "ambiguous_number_format": Severity.BLOCK,
    "password_protected": Severity.REFUSE,
    "not_a_workbook": Severity.REFUSE,
    "no_data_found": Severity.REFUSE,
    "too_large": Severity.REFUSE,
    "unsafe_content": Severity.REFUSE,
    "formula_without_value": Severity.ERROR,
    "region_unknown": Severity.ERROR,
    "base_year_unknown": Severity.BLOCK,
    "revised_value": Severity.INFO,
    "growth_unlike_history": Severity.WARNING,
    "status_missing": Severity.INFO,
    "source_unreachable": Severity.REFUSE,
    "base_year_mismatch": Severity.ERROR,
    "negative_value": Severity.ERROR,
    "shares_not_100": Severity.ERROR,
    "swapped_quarters": Severity.WARNING,
    "implausible_deflator": Severity.WARNING,
    "implausible_deflator_growth": Severity.WARNING,
    "deflator_against_province": Severity.WARNING,
    "approaches_differ": Severity.INFO,
    "regions_differ": Severity.WARNING,
    "structural_zero": Severity.INFO,
    "text_unlike_table": Severity.WARNING,
    "repeated_figures": Severity.WARNING,
    "long_text": Severity.WARNING,
    "column_not_read": Severity.WARNING,
    "period_unknown": Severity.WARNING,
    "table_not_read": Severity.WARNING,
}


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong: its code, where it stands (sheet, and cell or range), what was found and expected."""

    code: str
    sheet: str = ""
    where: str = ""
    found: str = ""
    expected: str = ""
    severity: Severity | None = None

    def __post_init__(self) -> None:
        if self.code not in SEVERITIES and self.severity is None:
            raise ValueError(f"unknown problem code {self.code!r}")
        if self.severity is None:
            object.__setattr__(self, "severity", SEVERITIES[self.code])


class Refusal(Exception):
    """A file that is not read at all, with the one problem that says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem
