"""Periods: `2023` and `2023-Q1`. Text that sorts in time; arithmetic goes by ordinal, never by row."""

import re
from typing import NamedTuple

from model.dimensions import Frequency

_PATTERN = re.compile(r"(?P<year>[12][0-9]{3})(?:-Q(?P<quarter>[1-4]))?")


class Period(NamedTuple):
    """A year, or a quarter of a year."""

    year: int
    quarter: int | None = None

    @property
    def frequency(self) -> Frequency:
        return Frequency.A if self.quarter is None else Frequency.Q

    @property
    def ordinal(self) -> int:
        """Consecutive whole numbers within a frequency: the year, or four times the year plus the quarter less one."""
        return self.year if self.quarter is None else 4 * self.year + self.quarter - 1

    def __str__(self) -> str:
        return f"{self.year}" if self.quarter is None else f"{self.year}-Q{self.quarter}"


def parse(text: str) -> Period:
    """The period that `text` names; ValueError for anything else.

    >>> parse("2023-Q1").ordinal - parse("2022-Q4").ordinal
    1
    """
    match = _PATTERN.fullmatch(text)
    if not match:
        raise ValueError(f"not a period: {text!r} (expected 2023 or 2023-Q1)")
    quarter = match["quarter"]
    return Period(int(match["year"]), int(quarter) if quarter else None)


def from_ordinal(ordinal: int, frequency: Frequency | str) -> Period:
    """The period with this ordinal.

    >>> str(from_ordinal(parse("2022-Q4").ordinal + 1, "Q"))
    '2023-Q1'
    """
    if frequency == Frequency.A:
        return Period(ordinal)
    return Period(ordinal // 4, ordinal % 4 + 1)


def shift(text: str, steps: int) -> str:
    """The period `steps` later (negative: earlier) at the same frequency.

    >>> shift("2023-Q1", -1), shift("2023", -1)
    ('2022-Q4', '2022')
    """
    period = parse(text)
    return str(from_ordinal(period.ordinal + steps, period.frequency))


def year_earlier(text: str) -> str:
    """The same period of the previous year."""
    period = parse(text)
    return str(Period(period.year - 1, period.quarter))
