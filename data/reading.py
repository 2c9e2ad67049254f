"""What a person answers about a file, and what the reader makes of it."""

from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from model import observations as one_table
from model.problems import Problem

CELL_COLUMNS: tuple[str, ...] = ("sheet", "cell", "digits", "table")


def no_cells() -> pd.DataFrame:
    """The frame of places of a reading without a row."""
    return pd.DataFrame(
        {name: pd.Series(dtype="int64" if name in ("digits", "table") else "str") for name in CELL_COLUMNS}
    )


class Sentence(NamedTuple):
    """A text cell that names figures, and where it stands."""

    sheet: str
    where: str
    text: str


@dataclass(frozen=True)
class Answers:
    """What the file does not say; None where nobody was asked or nobody knows.

    `region` a BPS code, `year` four digits, `price_basis` current or constant_2010, `unit` a word such as juta or a
    code such as million_idr, `number_format` id (1.234,56) or en (1,234.56).
    """

    region: str | None = None
    year: str | None = None
    price_basis: str | None = None
    unit: str | None = None
    number_format: str | None = None


@dataclass(frozen=True)
class Reading:
    """What stands in a file.

    `observations` holds the levels in billion rupiah, `printed` the derived tables in their own measure and unit, both
    as the one table. `cells` and `printed_cells` say by the same index where each value stands: `sheet`, `cell`,
    `digits` (decimals of the last printed digit, of levels in billion rupiah) and `table` (its number in the file).
    `sentences` are the texts beside the tables that name figures.
    """

    observations: pd.DataFrame = field(default_factory=one_table.empty, repr=False, compare=False)
    printed: pd.DataFrame = field(default_factory=one_table.empty, repr=False, compare=False)
    problems: tuple[Problem, ...] = ()
    cells: pd.DataFrame = field(default_factory=no_cells, repr=False, compare=False)
    printed_cells: pd.DataFrame = field(default_factory=no_cells, repr=False, compare=False)
    sentences: tuple[Sentence, ...] = ()
