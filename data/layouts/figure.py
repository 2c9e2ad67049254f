"""What a layout hands on: figures with what their row, column and table say about them.

What is said stands in `Facts`, for many figures in an array of them: a row for each field, a column for each figure,
names as codes of one list, `UNSAID` where nothing is said.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from data.grid import Cell, Codes, Pool, place
from model.problems import Problem

FactArray = NDArray[np.int16]


class Facts(NamedTuple):
    """What a row, a column or a title says; None or empty where it is silent. `quarter` 0 is the whole year."""

    item: str | None = None
    region: str | None = None
    year: int | None = None
    quarter: int | None = None
    mark: str = ""
    basis: str = ""
    measure: str = ""
    unit: str = ""

    def over(self, other: "Facts") -> "Facts":
        """These facts, completed by others that are farther away."""
        return Facts(
            self.item or other.item,
            self.region or other.region,
            self.year if self.year is not None else other.year,
            self.quarter if self.quarter is not None else other.quarter,
            self.mark or other.mark,
            self.basis or other.basis,
            self.measure or other.measure,
            self.unit or other.unit,
        )


SILENT = Facts()
STRANGER = "?"
"""The region of rows that plainly name one which is in no list."""
ITEM, REGION, YEAR, QUARTER, MARK, BASIS, MEASURE, UNIT = range(len(Facts._fields))
UNSAID = -9


class _Names:
    """The names that facts use, each under its code; code 0 is the empty name, of a sheet that has none."""

    def __init__(self) -> None:
        self.texts: list[str] = [""]
        self._codes: dict[str, int] = {}

    def code(self, name: str | None) -> int:
        if not name:
            return UNSAID
        code = self._codes.get(name)
        if code is None:
            code = self._codes[name] = len(self.texts)
            self.texts.append(name)
        return code


_NAMES = _Names()


def name_code(name: str | None) -> int:
    """The code of a name: of an item, a region, a mark, a price basis, a measure or a unit."""
    return _NAMES.code(name)


def name_of(code: int) -> str:
    """The name of a code; nothing where none is said."""
    return _NAMES.texts[code] if code >= 0 else ""


def all_names() -> tuple[str, ...]:
    """All names by their codes."""
    return tuple(_NAMES.texts)


def coded(facts: Sequence[Facts]) -> FactArray:
    """Some facts as an array, a column for each."""
    lines = [[said if isinstance(said, int) else name_code(said) for said in one] for one in facts]
    return np.array(lines, np.int16).reshape(-1, len(Facts._fields)).T


def over(near: FactArray, far: FactArray) -> FactArray:
    """Facts, completed by others that are farther away."""
    found: FactArray = np.where(near != UNSAID, near, far)
    return found


class Figure(NamedTuple):
    """One cell that can hold a value, its place in words, and what is known about it."""

    where: str
    cell: Cell
    facts: Facts


@dataclass
class Figures:
    """Many figures: the codes of their cells, their facts, and their places, in words or as rows and columns."""

    pool: Pool
    codes: Codes
    facts: FactArray
    rows: Codes
    columns: Codes
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, figures: Sequence[Figure]) -> "Figures":
        """The same of single figures."""
        pool = Pool()
        codes = np.array([pool.code(figure.cell) for figure in figures], np.int32)
        steps = np.arange(len(figures), dtype=np.int32)
        words = tuple(figure.where for figure in figures)
        return cls(pool, codes, coded([figure.facts for figure in figures]), steps, np.zeros_like(steps), words)

    def __len__(self) -> int:
        return len(self.codes)

    def only(self, which: NDArray[np.bool_]) -> "Figures":
        """Those figures for which a flag is set."""
        return Figures(
            self.pool, self.codes[which], self.facts[:, which], self.rows[which], self.columns[which], self.words
        )

    def where(self, at: int) -> str:
        """The place of a figure in words."""
        row, column = int(self.rows[at]), int(self.columns[at])
        return self.words[row] if self.words else place(row, column)

    def copies(self) -> NDArray[np.bool_]:
        """Whether each only repeats the corner of a merged range."""
        return np.isin(self.codes, list(self.pool.copies))

    def cell(self, at: int) -> Cell:
        """The cell of a figure."""
        return self.pool[self.codes[at]]


def no_figures() -> Figures:
    """Figures of a table without one."""
    return Figures.of([])


@dataclass
class Table:
    """A table as it was recognised: its figures, and what its title says about all of them."""

    sheet: str
    approach: str
    title: str = ""
    where: str = ""
    context: Facts = SILENT
    marks: dict[int, str] = field(default_factory=dict)
    """The mark that stands on a year, and holds for all its periods."""
    stranger: str = ""
    """A region that its title plainly names, and that is in no list."""
    figures: Figures = field(default_factory=no_figures)
    problems: list[Problem] = field(default_factory=list)


def items_of(table: Table) -> list[int]:
    """The codes of the items that the figures of a table name."""
    found: list[int] = np.unique(table.figures.facts[ITEM]).tolist()
    return [code for code in found if code != UNSAID]
