"""Which items add to which, and how far published sums may differ from published totals."""

from collections.abc import Collection

from model.dimensions import Approach
from model.items import INDUSTRIES

KNOWN_PARTS: dict[str, int] = {
    "A": 3, "A.1": 7, "B": 4, "C": 16, "D": 2, "G": 2, "H": 6, "I": 2, "K": 4, "HH": 7, "GFCF": 2,
}  # fmt: skip
"""How many parts BPS prints of an item; where fewer stand, the rest may be left out or be nothing."""

_DOMESTIC: tuple[str, ...] = ("HH", "NPISH", "GOV", "GFCF", "INV")


def parts_of_total(approach: Approach | str, present: Collection[str]) -> tuple[str, ...]:
    """The items that add to TOTAL, given which are `present`; all of them are needed.

    Production: the 17 industries. Expenditure: the domestic components, then EXP and IMP where both are there, else NX,
    never both; NX_REGIONAL where it is printed beside them.
    """
    if approach == Approach.PRODUCTION:
        return INDUSTRIES
    trade = ("EXP", "IMP") if {"EXP", "IMP"} <= set(present) else ("NX",)
    extra = tuple(item for item in ("NX_REGIONAL",) if item in present)
    return (*_DOMESTIC, *trade, *extra)


def sum_bound(last_digit: float, terms: int) -> float:
    """How far a published total may differ from the sum of `terms` published terms, in the unit of the figures.

    Half a unit of the last printed digit for each term and for the total.

    >>> round(sum_bound(0.01, 17), 3)
    0.09
    """
    return 0.5 * last_digit * (terms + 1)
