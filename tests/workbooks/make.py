"""Makes synthetic workbooks in the families of BPS tables, with positions, titles, units and years as asked.

Nothing in them is published: every title says `sintetis`. What a reader must return stands in `Made.expected`.
"""

from dataclasses import dataclass
from typing import Any

from data.reading import Answers
from model.period import Period
from tests.workbooks import figures, spelling
from tests.workbooks.figures import Levels
from tests.workbooks.made import Made, cell_of

GRID: tuple[str, ...] = (
    "stacked", "template", "exp_sheet", "one_header", "publication", "html", "entry_grid", "flat_csv",
    "sheet_per_region", "side_by_side", "transposed",
)  # fmt: skip
FAMILIES: tuple[str, ...] = (
    *GRID,
    "per_measure",
    "website",
    "wide_quarters",
    "long",
    "webapi",
    "simdasi",
    "statictable",
)


@dataclass(frozen=True)
class Recipe:
    """What to make. `number_format` writes numbers as text; an empty one writes them as numbers."""

    family: str
    region: str = "1275"
    years: tuple[int, ...] = (2023, 2024)
    unit: str = "million_idr"
    number_format: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    labels: str = "id"
    shift: tuple[int, int] = (0, 0)
    extra_titles: int = 0
    notes: bool = False
    hidden: bool = False
    parts: bool = True
    groups: bool = False
    total: bool = True
    seed: int = 1

    def levels(self, basis: str, region: str = "") -> Levels:
        """The figures of a region at a price basis."""
        seed = self.seed + int(region or self.region)
        current = basis == "current"
        if self.family == "exp_sheet":
            found = figures.expenditure(self.years, seed, current, self.parts, net=False)
        else:
            found = figures.production(self.years, seed, current, self.parts, self.groups)
        return {key: value for key, value in found.items() if self.total or key[0] != "TOTAL"}


def make(recipe: Recipe) -> Made:
    """The workbook of a recipe."""
    from tests.workbooks import grid_family, other_family, plain_family

    homes = (grid_family, plain_family) if recipe.family in GRID else (other_family,)
    home = next(module for module in homes if hasattr(module, recipe.family))
    made: Made = getattr(home, recipe.family)(recipe)
    return made.moved(*recipe.shift) if made.form != "json" else made


def items_of(levels: Levels) -> list[str]:
    """The items of some levels: parts under their industry, the total last."""
    from model.items import order

    return sorted({item for item, _ in levels}, key=order)


def key(recipe: Recipe, item: str, basis: str, period: Period, region: str = "") -> tuple[str, str, str, str, Period]:
    """The key of a level."""
    approach = "expenditure" if recipe.family == "exp_sheet" else "production"
    return (region or recipe.region, approach, item, basis, period)


def cell(recipe: Recipe, levels: Levels, item: str, period: Period) -> Any:
    """A level as its cell."""
    return cell_of(levels[item, period], recipe.unit, recipe.number_format)


def title(recipe: Recipe, basis: str, number: int, region: str = "", unit: bool = True) -> str:
    """The title of a table of levels."""
    by = "Pengeluaran" if recipe.family == "exp_sheet" else "Lapangan Usaha"
    where = f" {spelling.REGIONS[region]}" if region else ""
    money = f" ({spelling.UNITS[recipe.unit]})" if unit else ""
    head = f"Tabel {number}. Produk Domestik Regional Bruto{where}"
    return f"{head} {spelling.BASES[basis]} Menurut {by}{money}, data sintetis"


def answers(recipe: Recipe, **asked: bool) -> Answers:
    """The answers to what a family does not say."""
    return Answers(
        region=recipe.region if asked.get("region") else None,
        year=str(recipe.years[0]) if asked.get("year") else None,
        price_basis="current" if asked.get("basis") else None,
        unit=recipe.unit if asked.get("unit") else None,
    )
