"""What the reader makes of a file: the one table, where each value stands, and the problems."""

from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from data.answers import Answers
from data.found import KEY, OF_A_YEAR, Found, Lines, Sentence, period_of
from data.grid import letters
from model import observations as one_table
from model.dimensions import UNITS, Measure
from model.problems import Problem

__all__ = ["CELL_COLUMNS", "Answers", "Reading", "Sentence", "no_cells"]

CELL_COLUMNS: tuple[str, ...] = ("sheet", "cell", "digits", "table")


def no_cells() -> pd.DataFrame:
    """The frame of places of a reading without a row."""
    return pd.DataFrame(
        {name: pd.Series(dtype="int64" if name in ("digits", "table") else "str") for name in CELL_COLUMNS}
    )


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

    @classmethod
    def of(cls, found: Found) -> "Reading":
        """The same as data frames."""
        levels, printed = (_observations(lines, found.names) for lines in (found.levels, found.printed))
        places, printed_places = (_cells(lines, found) for lines in (found.levels, found.printed))
        return cls(levels, printed, found.problems, places, printed_places, found.sentences)


def _texts(codes: NDArray[np.integer], texts: list[str] | tuple[str, ...]) -> pd.Series:
    """A column of texts by their codes."""
    return pd.Series(pd.array(list(texts), dtype="str").take(codes))


def _observations(lines: Lines, names: tuple[str, ...]) -> pd.DataFrame:
    """Lines as the one table."""
    if not len(lines):
        return one_table.empty()
    periods, period = _ranked(lines.period)
    named = [str(period_of(number)) for number in periods.tolist()]
    columns = {name: _texts(codes, names) for name, codes in zip(KEY, lines.named, strict=True)}
    columns |= {
        "frequency": _texts((lines.period % OF_A_YEAR > 0).astype(np.int8), ["A", "Q"]),
        "period": _texts(period, named),
        "value": pd.Series(lines.value),
        "unit": _units(lines.named[KEY.index("measure")], names),
        "status": _texts(lines.status, names),
        "reason": _texts(np.zeros(len(lines), np.int8), [""]),
    }
    return pd.DataFrame({name: columns[name] for name in one_table.COLUMNS})


def _ranked(codes: NDArray[np.integer]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different codes, none of them below 0, in ascending order, and the place of each among them."""
    used = np.flatnonzero(np.bincount(codes))
    ranks = np.zeros(int(used[-1]) + 1, np.int64)
    ranks[used] = np.arange(len(used))
    return used, ranks[codes]


def _units(measures: NDArray[np.int16], names: tuple[str, ...]) -> pd.Series:
    used, which = _ranked(measures)
    units = [UNITS[Measure(names[code])].value for code in used]
    distinct = list(dict.fromkeys(units))
    return _texts(np.array([distinct.index(unit) for unit in units])[which], distinct)


def _cells(lines: Lines, found: Found) -> pd.DataFrame:
    """Where the lines stand."""
    if not len(lines):
        return no_cells()
    return pd.DataFrame({
        "sheet": _texts(lines.sheet, found.names), "cell": _places(lines, found.words),
        "digits": lines.digits.astype(np.int64), "table": lines.table.astype(np.int64),
    })  # fmt: skip


def _places(lines: Lines, words: tuple[str, ...]) -> pd.Series:
    """The names of the cells of lines, or the words that say where they stand."""
    heads = [*map(letters, range(int(lines.column.max()) + 1)), ""]
    numbers = [*map(str, range(1, int(lines.row.max()) + 2))]
    places = _texts(lines.column, heads) + _texts(lines.row, numbers)
    if not words:
        return places
    return places.where(lines.column >= 0, _texts(np.where(lines.column < 0, lines.row, 0), words))
