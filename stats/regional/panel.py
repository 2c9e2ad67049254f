"""The 17 industries and the total of many regions, year by year, as aligned arrays."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from model.dimensions import Approach, Frequency, Measure, PriceBasis
from model.items import INDUSTRIES, TOTAL
from stats.aligned import align
from stats.block import BASES
from stats.comparison import UNKNOWN
from stats.reasons import Codes, Floats


class NoSuchPart(ValueError):
    """A region or a year of which the table has no industries: what was asked for, and what there is."""

    def __init__(self, asked: str, there: tuple[str, ...]) -> None:
        super().__init__(f"{asked}: not among {', '.join(there)}")
        self.asked = asked
        self.there = there


@dataclass(frozen=True)
class Panel:
    """Levels of production at one price basis, billion rupiah.

    `value` and `status`: region × industry × year. `total` and `total_status`: region × year, the total as published.
    """

    regions: tuple[str, ...]
    years: tuple[str, ...]
    value: Floats
    status: Codes
    total: Floats
    total_status: Codes
    items: tuple[str, ...] = INDUSTRIES

    def region(self, code: str) -> int:
        """Where a region stands; NoSuchPart where it does not."""
        if code not in self.regions:
            raise NoSuchPart(code, self.regions)
        return self.regions.index(code)

    def span(self, start: str, end: str) -> "Panel":
        """The years from `start` to `end`, both in it; NoSuchPart for a year that is not there."""
        for year in (start, end):
            if year not in self.years:
                raise NoSuchPart(year, self.years)
        years = slice(self.years.index(start), self.years.index(end) + 1)
        return Panel(
            self.regions, self.years[years], self.value[..., years], self.status[..., years], self.total[..., years],
            self.total_status[..., years], self.items,
        )  # fmt: skip

    def of(self, codes: tuple[str, ...]) -> "Panel":
        """Some regions, in the order given; NoSuchPart for one that is not there."""
        rows = [self.region(code) for code in codes]
        return Panel(
            codes,
            self.years,
            self.value[rows],
            self.status[rows],
            self.total[rows],
            self.total_status[rows],
            self.items,
        )

    @property
    def sums(self) -> Floats:
        """The sum of the industries, region × year; missing where one is."""
        found: Floats = self.value.sum(axis=1)
        return found

    @property
    def weakest(self) -> Codes:
        """The weakest status of the industries, region × 1 × year."""
        found: Codes = self.status.max(axis=1, keepdims=True)
        return found

    @property
    def complete(self) -> tuple[str, ...]:
        """The years in which every region here has every industry."""
        return self._without_gap(self.sums)

    @property
    def totalled(self) -> tuple[str, ...]:
        """The years in which every region here has TOTAL."""
        return self._without_gap(self.total)

    def _without_gap(self, value: Floats) -> tuple[str, ...]:
        lacking = np.isnan(value).sum(axis=0)
        return tuple(year for place, year in enumerate(self.years) if not lacking[place])


def panel(obs: pd.DataFrame, basis: PriceBasis = PriceBasis.CONSTANT_2010) -> Panel:
    """The yearly levels of the 17 industries and TOTAL of every region in the one table, at a price basis.

    What does not stand is missing. Levels in billion rupiah in and out. A table without any gives no region.
    """
    wanted = (
        (obs["measure"] == Measure.LEVEL.value)
        & (obs["approach"] == Approach.PRODUCTION.value)
        & (obs["frequency"] == Frequency.A.value)
        & (obs["price_basis"] == basis.value)
        & obs["item"].isin([*INDUSTRIES, TOTAL])
    )
    blocks = align(obs[wanted], items=[*INDUSTRIES, TOTAL])
    if not blocks:
        return _nothing()
    (block,) = blocks
    at = BASES.index(basis.value)
    shape = (len(block.regions), len(INDUSTRIES), block.length)
    value, status = np.full(shape, np.nan), np.full(shape, UNKNOWN, dtype=np.uint8)
    for place, item in enumerate(INDUSTRIES):
        if item in block.items:
            value[:, place] = block.value[:, block.items.index(item), at]
            status[:, place] = block.status[:, block.items.index(item), at]
    total = block.items.index(TOTAL)
    return Panel(block.regions, block.periods, value, status, block.value[:, total, at], block.status[:, total, at])


def _nothing() -> Panel:
    none, code = np.zeros((0, len(INDUSTRIES), 0)), np.zeros((0, len(INDUSTRIES), 0), dtype=np.uint8)
    return Panel((), (), none, code, none[:, 0], code[:, 0])
