"""How an office that nobody here has seen may print its tables: what the altered families are built with.

All figures are synthetic. A `Page` is a sheet that is written downwards; what a reader must make of it is remembered.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from data.reading import Answers
from model.items import INDUSTRIES, TOTAL
from model.period import Period
from tests.workbooks import figures, spelling
from tests.workbooks.made import Made
from tests.workbooks.make import Recipe, items_of

YEARS = (2023, 2024)
ANNUAL: tuple[Period, ...] = tuple(Period(year) for year in YEARS)
ALL: tuple[Period, ...] = tuple(Period(year, quarter) for year in YEARS for quarter in (1, 2, 3, 4, None))
ADHB, ADHK = "current", "constant_2010"
MAIN: tuple[str, ...] = (*INDUSTRIES, TOTAL)
PLACES = {"1275": "Kota Medan", "1276": "Kota Binjai", "1212": "Kabupaten Deli Serdang", "12": "Sumatera Utara"}
ROMAN = spelling.ROMAN

Labels = Callable[[str], Sequence[Any]]
Value = Callable[[Decimal], Any]


def two(item: str) -> list[Any]:
    """The code, and the label in Indonesian."""
    return [spelling.code(item) if item in INDUSTRIES else None, spelling.label(item, "id")]


def one(item: str) -> list[Any]:
    """The label alone."""
    return [spelling.label(item, "id")]


def plain(level: Decimal) -> Any:
    """A level as it is, in billion rupiah."""
    return level


def in_unit(unit: str, text: str = "") -> Value:
    """A level as a number in a unit, or as text in a number format."""

    def shown(level: Decimal) -> Any:
        value = level * spelling.FACTORS[unit]
        if text:
            return spelling.number(value, text)
        return value.quantize(Decimal(1)) if value == value.to_integral_value() else value

    return shown


def growth(now: Decimal, before: Decimal) -> Decimal:
    """A rate in per cent, to two decimals."""
    return (100 * (now / before - 1)).quantize(figures.CENT)


class Page:
    """A sheet while it is written."""

    def __init__(
        self, made: Made | None = None, sheet: str = "Lembar1", family: str = "publication", **facts: Any
    ) -> None:
        self.made = made or Made("tabel.xlsx", facts.pop("form", "xlsx"), answers=facts.pop("answers", Answers()))
        self.sheet, self.row, self.left = sheet, 0, 0
        self.recipe = Recipe(family=family, parts=False, years=YEARS)
        self.approach = "expenditure" if family == "exp_sheet" else "production"
        self._levels: dict[tuple[str, str], figures.Levels] = {}
        self.status: Callable[[Period], str] = lambda period: "unknown"

    def levels(self, basis: str, region: str = "1275") -> figures.Levels:
        """The figures of a region at a price basis."""
        if (basis, region) not in self._levels:
            self._levels[basis, region] = self.recipe.levels(basis, region)
        return self._levels[basis, region]

    def say(self, *lines: Any, at: int = 0) -> "Page":
        """A row for each text."""
        for line in lines:
            self.made.put(self.sheet, self.row, self.left + at, line)
            self.row += 1
        return self

    def line(self, *cells: Any) -> "Page":
        """One row of cells."""
        for at, cell in enumerate(cells):
            if cell is not None:
                self.made.put(self.sheet, self.row, self.left + at, cell)
        self.made.sheets.setdefault(self.sheet, [])
        while len(self.made.sheets[self.sheet]) <= self.row:
            self.made.sheets[self.sheet].append([])
        self.row += 1
        return self

    def merge(self, up: int, left: int, down: int, right: int) -> "Page":
        """Merge a range; rows are counted back from the next one to be written."""
        self.made.merges.append((self.sheet, self.row - up, left, self.row - down, right))
        return self

    def rows(
        self,
        basis: str | Sequence[str],
        columns: Sequence[Period | None],
        items: Sequence[str] | None = None,
        labels: Labels = two,
        value: Value = plain,
        region: str | Sequence[str] = "1275",
        more: Callable[[str], Sequence[Any]] = lambda item: (),
        gap: int = 0,
    ) -> "Page":
        """A row an item. Price basis and region hold for all columns, or one of each for each column."""
        bases = [basis] * len(columns) if isinstance(basis, str) else list(basis)
        regions = [region] * len(columns) if isinstance(region, str) else list(region)
        for item in items or (items_of(self.levels(ADHB)) if self.approach == "expenditure" else MAIN):
            shown = list(labels(item))
            self.line(*shown)
            at = self.left + len(shown)
            for step, (period, price, where) in enumerate(zip(columns, bases, regions, strict=True)):
                if period is not None:
                    self.level(self.row - 1, at + step, item, price, period, where, value)
            for step, cell in enumerate(more(item), len(columns)):
                self.made.put(self.sheet, self.row - 1, at + step, cell)
            self.row += gap
        return self

    def level(
        self,
        row: int,
        column: int,
        item: str,
        basis: str,
        period: Period,
        region: str,
        value: Value = plain,
    ) -> None:
        """One level in its cell."""
        level = self.levels(basis, region)[item, period]
        key = (region, self.approach, item, basis, period)
        self.made.level(self.sheet, row, column, key, value(level), level, self.status(period))
