"""What adds to TOTAL, and how far rounding may go."""

import pytest

from model.accounts import parts_of_total, sum_bound
from model.items import INDUSTRIES
from model.rounding import printed_total_bound

DOMESTIC = ("HH", "NPISH", "GOV", "GFCF", "INV")


def test_exports_and_imports_or_their_balance_enter_a_sum_never_both() -> None:
    assert parts_of_total("production", ()) == INDUSTRIES
    assert parts_of_total("expenditure", ("EXP", "IMP", "NX")) == (*DOMESTIC, "EXP", "IMP")
    assert parts_of_total("expenditure", ("EXP", "NX")) == (*DOMESTIC, "NX")
    assert parts_of_total("expenditure", ("NX", "NX_REGIONAL")) == (*DOMESTIC, "NX", "NX_REGIONAL")


def test_the_bound_is_half_a_last_digit_for_each_term_and_the_total() -> None:
    assert sum_bound(0.01, 17) == pytest.approx(0.09)
    assert printed_total_bound(3) == pytest.approx(0.02)
