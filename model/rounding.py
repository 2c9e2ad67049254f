"""Rounding as BPS prints: half away from zero, on the shortest decimal of the float."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from math import isnan


def half_away(value: float, digits: int = 2) -> Decimal:
    """`value` with `digits` decimals, a half rounded away from zero; a negative zero loses its sign.

    The shortest decimal that names the float decides what a half is, so 2.675 rounds to 2.68.

    >>> half_away(2.675), half_away(-0.125), half_away(-0.001)
    (Decimal('2.68'), Decimal('-0.13'), Decimal('0.00'))
    """
    rounded = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    return abs(rounded) if rounded == 0 else rounded


def shown(values: Iterable[float], digits: int = 2) -> list[float]:
    """Each value as it is printed, as the nearest float; a missing value stays missing.

    >>> shown([1.005, float("nan")])
    [1.01, nan]
    """
    return [value if isnan(value) else float(half_away(value, digits)) for value in values]


def printed_total_bound(parts: int, digits: int = 2) -> float:
    """How far a printed total may lie from the sum of its `parts` printed parts: half a last digit for each and it."""
    return 0.5 * 10.0**-digits * (parts + 1)
