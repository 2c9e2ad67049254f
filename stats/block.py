"""One side of the accounts at one frequency as dense arrays, so that a lag is a step in time and never a row.

Axes: region × item × price basis (constant, current) × period. Every period between the first and the last is there,
from the first quarter of a year to the last, so that a missing period is a missing value and nothing moves up.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np

from model.dimensions import Frequency, Measure, PriceBasis, rebased
from model.items import RESIDUAL, TOTAL, sign
from model.period import from_ordinal
from stats.comparison import Comparison, Pair, Steps, earliest, now_and_base
from stats.reasons import REASONS, Codes, Floats, Mask

BASES: tuple[str, ...] = (PriceBasis.CONSTANT_2010.value, PriceBasis.CURRENT.value)
CONSTANT, CURRENT = slice(0, 1), slice(1, 2)

_CONTRIBUTIONS = (Measure.CONTRIBUTION_YOY, Measure.CONTRIBUTION_QTQ, Measure.CONTRIBUTION_CTC)
_SUMS = (Measure.LEVEL, Measure.CHANGE, Measure.SHARE)


class Way(NamedTuple):
    """Values and status codes of some series, taken in one way: published, or summed from members."""

    value: Floats
    status: Codes


class Cells(NamedTuple):
    """One measure of one block: value, status and reason of each cell, and which cells are rows of the result."""

    value: Floats
    status: Codes
    reason: Codes
    rows: Mask
    bases: tuple[str, ...]
    periods: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """The levels of one approach at one frequency.

    `start` is the first period in which an item (or a member of it) stands, the number of periods if never; `low` and
    `high` bound the periods of each panel (region and price basis). `second` holds, for the items at `second_at`, the
    sums to fall back on where a comparison cannot be made with what is published.
    """

    approach: str
    frequency: str
    regions: tuple[str, ...]
    items: tuple[str, ...]
    first: int
    value: Floats
    status: Codes
    start: Steps
    stands: Mask
    low: Steps
    high: Steps
    wanted: Mask
    rectangular: Mask
    second_at: Steps
    second: Way | None

    @property
    def length(self) -> int:
        """How many periods there are."""
        return int(self.value.shape[-1])

    @property
    def per_year(self) -> int:
        """Periods of a year: one, or four."""
        return 4 if self.frequency == Frequency.Q else 1

    @property
    def first_year(self) -> int:
        return self.first // self.per_year

    @cached_property
    def periods(self) -> tuple[str, ...]:
        return tuple(str(from_ordinal(self.first + step, self.frequency)) for step in range(self.length))

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """What the reason codes of this block mean: the reasons, then one `rebased_YEAR` a year."""
        years = range(self.first_year, self.first_year + self.length // self.per_year)
        return (*REASONS, *(rebased(year) for year in years))

    @cached_property
    def total(self) -> int:
        """Where TOTAL stands among the items; it always has a place, if an empty one."""
        return self.items.index(TOTAL)

    def signed(self, value: Floats) -> Floats:
        """`value`, changed in place: what is subtracted in a sum of items (imports) with the other sign."""
        negative = [place for place, item in enumerate(self.items) if sign(item) < 0]
        if negative:
            value[:, negative] *= -1.0
        return value

    @cached_property
    def _pairs(self) -> dict[Comparison, Pair]:
        return {}

    @cached_property
    def level(self) -> Way:
        """Each value as published, else as the sum of its members."""
        if self.second is None:
            return Way(self.value, self.status)
        return self.one_way(np.isnan(self.value[:, self.second_at]))

    def pair(self, comparison: Comparison) -> Pair:
        """Every value and its base, as many periods earlier as the comparison says, whatever stands between."""
        if comparison not in self._pairs:
            self._pairs[comparison] = self._pair(comparison)
        return self._pairs[comparison]

    def _pair(self, comparison: Comparison) -> Pair:
        now, base = now_and_base(self.value, comparison, self.per_year)
        status, base_status = now_and_base(self.status, comparison, self.per_year)
        if self.second is not None:
            now, base, status, base_status = (array.copy() for array in (now, base, status, base_status))
            at = self.second_at
            summed = np.isnan(now[:, at]) | np.isnan(base[:, at])
            for target, other in zip(
                (now, base, status, base_status),
                (
                    *now_and_base(self.second.value, comparison, self.per_year),
                    *now_and_base(self.second.status, comparison, self.per_year),
                ),
                strict=True,
            ):
                target[:, at] = np.where(summed, other, target[:, at])
        needed = earliest(self.length, comparison, self.per_year)
        return Pair(now, base, np.maximum(status, base_status), base_status, needed)

    def one_way(self, summed: Mask) -> Way:
        """All values as published, but the items of `second_at` as sums where `summed` says so."""
        if self.second is None:
            return Way(self.value, self.status)
        value, status = self.value.copy(), self.status.copy()
        value[:, self.second_at] = np.where(summed, self.second.value, value[:, self.second_at])
        status[:, self.second_at] = np.where(summed, self.second.status, status[:, self.second_at])
        return Way(value, status)

    def asked(self, measure: Measure) -> Mask:
        """The items whose rows this measure gives; RESIDUAL, a remainder, has no growth and no price of its own."""
        residual = np.array([item == RESIDUAL for item in self.items])
        if measure in _CONTRIBUTIONS:
            return self.wanted | residual
        return self.wanted if measure in _SUMS else self.wanted & ~residual

    def rows(self, measure: Measure) -> Mask:
        """The cells of each panel: items that stand in it × periods from its first to its last."""
        return self._rows(self.asked(measure), self.stands, self.low, self.high)

    def rows_of_both(self, measure: Measure) -> Mask:
        """As `rows`, with the items and periods that stand at either price basis."""
        stands: Mask = np.asarray(self.stands.any(axis=2, keepdims=True))
        low, high = self.low.min(axis=1, keepdims=True), self.high.max(axis=1, keepdims=True)
        return self._rows(self.asked(measure), stands, low, high)

    def _rows(self, asked: Mask, stands: Mask, low: Steps, high: Steps) -> Mask:
        """The cells of the result; for one region, if all are alike."""
        if all((bounds == bounds[:1]).all() for bounds in (stands, low, high)):
            stands, low, high = stands[:1], low[:1], high[:1]
        step = np.arange(self.length)
        within = (low[..., None] <= step) & (step <= high[..., None])
        rows: Mask = (stands & asked[None, :, None])[..., None] & within[:, None]
        return rows
