"""What a layout hands on: figures with what their row, column and table say about them."""

from dataclasses import dataclass, field
from typing import NamedTuple

from data.grid import Cell, place
from model.problems import Problem


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


class Figure(NamedTuple):
    """One cell that can hold a value, and what is known about it. `at` is a row and column, or a place in words."""

    at: tuple[int, int] | str
    cell: Cell
    facts: Facts

    @property
    def where(self) -> str:
        return self.at if isinstance(self.at, str) else place(*self.at)


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
    figures: list[Figure] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
