"""Half away from zero, as BPS prints."""

from decimal import Decimal

import pytest

from model.rounding import half_away, shown


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (0.005, "0.01"),
        (-0.005, "-0.01"),
        (1.005, "1.01"),
        (2.675, "2.68"),
        (-0.0049, "0.00"),
        (5.0422, "5.04"),
        (-1.985, "-1.99"),
    ],
)
def test_a_half_is_rounded_away_from_zero_as_printed(value: float, printed: str) -> None:
    assert half_away(value) == Decimal(printed)
    assert str(half_away(value)) == printed


def test_what_is_missing_stays_missing_in_print() -> None:
    first, second = shown([float("nan"), 12.345])
    assert first != first and second == 12.35
