"""What the rules look at: the levels of a file as dense arrays, how exactly each is printed, and where it stands."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.dimensions import Frequency, Measure
from stats.aligned import align
from stats.block import Block
from stats.reasons import Floats

FULL_PRECISION = 6
"""More decimals of a billion rupiah than this are the float of a formula, not a printed digit."""
_ENOUGH_PERIODS = 4
_ENOUGH_FIGURES = 20
_LARGEST_UNIT = 9
_COLUMN = ["table", "region", "approach", "price_basis", "frequency", "period"]
_ROW = ["table", "region", "approach", "price_basis", "item"]


class Panel(NamedTuple):
    """The levels of one approach and frequency, over region × item × price basis × period.

    `half` is half a unit of the last printed digit, in billion rupiah; `row` the place of each level among the
    observations, -1 where there is none.
    """

    block: Block
    half: Floats
    row: NDArray[np.int64]

    @property
    def value(self) -> Floats:
        return self.block.value

    def at(self, item: str) -> int | None:
        """The place of an item on the axis of items; None where it is not there."""
        return self.block.items.index(item) if item in self.block.items else None

    def places(self, items: tuple[str, ...]) -> list[int]:
        """The places of those of the items that are there."""
        return [place for item in items if (place := self.at(item)) is not None]


@dataclass(frozen=True)
class Evidence:
    """Levels and derived tables of a file, with their cells (`sheet`, `cell`, `digits`, `table`) by the same rows."""

    observations: pd.DataFrame
    cells: pd.DataFrame
    printed: pd.DataFrame
    printed_cells: pd.DataFrame

    @classmethod
    def of(
        cls, observations: pd.DataFrame, cells: pd.DataFrame, printed: pd.DataFrame, printed_cells: pd.DataFrame
    ) -> "Evidence":
        """Evidence whose rows are counted from 0; levels only, those with a value."""
        kept = (observations["measure"] == Measure.LEVEL) & observations["value"].notna()
        shown = printed["value"].notna()
        frames = (observations[kept], cells[kept], printed[shown], printed_cells[shown])
        return cls(*(frame.reset_index(drop=True) for frame in frames))

    def without(self, rows: set[int]) -> "Evidence":
        """The same without some rows of the observations, counted anew."""
        kept = ~self.observations.index.isin(list(rows))
        frames = (self.observations[kept].reset_index(drop=True), self.cells[kept].reset_index(drop=True))
        return Evidence(*frames, self.printed, self.printed_cells)

    @cached_property
    def half_units(self) -> Floats:
        """Half a unit of the last printed digit of each level, in billion rupiah."""
        return 0.5 * 10.0 ** -printed_digits(self.observations, self.cells)

    @cached_property
    def panels(self) -> tuple[Panel, ...]:
        """One panel an approach and frequency."""
        halves = align(self.observations.assign(value=self.half_units))
        rows = align(self.observations.assign(value=np.arange(len(self.observations), dtype=np.float64)))
        return tuple(
            Panel(block, half.value, np.nan_to_num(row.value, nan=-1.0).astype(np.int64))
            for block, half, row in zip(align(self.observations), halves, rows, strict=True)
        )

    def panel(self, approach: str, frequency: Frequency | str) -> Panel | None:
        """The panel of an approach and frequency, where the file has one."""
        fitting = (one for one in self.panels if (one.block.approach, one.block.frequency) == (approach, frequency))
        return next(fitting, None)


def printed_digits(observations: pd.DataFrame, cells: pd.DataFrame) -> Floats:
    """How many decimals of a billion rupiah each level is printed with.

    A stored number has lost its last zeros, so the most decimals of its column count, but no more than the most of its
    row where that has four periods or more (a total may be printed more coarsely). Zeros at the end of every figure of
    a table tell nothing either: they come from another unit. Beyond `FULL_PRECISION` decimals a number is the float of
    a formula: it says nothing about print, and takes the digits of its neighbours.
    """
    digits = cells["digits"].astype("float64").where(lambda each: each <= FULL_PRECISION)
    told = _told(observations["value"].to_numpy(), np.asarray(digits, dtype=np.float64))
    keyed = observations.assign(table=cells["table"].to_numpy(), digits=digits.to_numpy(), told=told)
    column = keyed.groupby(_COLUMN, sort=False, observed=True)["digits"].transform("max")
    in_row = keyed.groupby(_ROW, sort=False, observed=True)["digits"]
    row = in_row.transform("max").where(in_row.transform("count") >= _ENOUGH_PERIODS)
    in_table = keyed.groupby("table", sort=False)["told"]
    table = in_table.transform("max").where(in_table.transform("count") >= _ENOUGH_FIGURES)
    limits = [each.fillna(np.inf).to_numpy(dtype=np.float64) for each in (column, row, table)]
    shown = np.minimum.reduce(limits)
    return np.where(np.isfinite(shown), shown, FULL_PRECISION)


def _told(value: Floats, digits: Floats) -> Floats:
    """The decimals that a figure tells something by: without the zeros at its end, missing for floats of formulas.

    >>> _told(np.array([12.5, 1820.0, 7.0, 0.1]), np.array([2.0, 0.0, 0.0, np.nan])).tolist()
    [1.0, -1.0, 0.0, nan]
    """
    told = np.where(value != 0, digits, np.nan)
    for _ in range(FULL_PRECISION + _LARGEST_UNIT):
        with np.errstate(invalid="ignore"):
            tens = np.round(value * 10.0**told)
            told = np.where(tens % 10 == 0, told - 1, told)
    return told
