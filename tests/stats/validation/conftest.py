"""Figures as a file would hold them: rows of items, columns of periods, each value in a cell."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pandas as pd
import pytest

from model.items import INDUSTRIES, TOTAL
from model.observations import empty, levels
from stats.validation import Evidence

Figures = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Filed:
    """Observations and their cells."""

    obs: pd.DataFrame
    cells: pd.DataFrame

    def __add__(self, other: "Filed") -> "Filed":
        pairs = ((self.obs, other.obs), (self.cells, other.cells))
        return Filed(*(pd.concat(pair, ignore_index=True) for pair in pairs))


@pytest.fixture
def filed() -> Callable[..., Filed]:
    """A table of a file: items from row 5 on, periods from column C on."""

    def lay(figures: Figures, table: int = 1, digits: int = 2, sheet: str = "Prod1", **dimensions: str) -> Filed:
        obs = levels(figures, **dimensions)
        rows, columns = list(figures), sorted({period for series in figures.values() for period in series})
        cells = [
            f"{chr(67 + columns.index(period))}{5 + rows.index(item) + 100 * (table - 1)}"
            for item, period in zip(obs["item"], obs["period"], strict=True)
        ]
        return Filed(obs, pd.DataFrame({"sheet": sheet, "cell": cells, "digits": digits, "table": table}))

    return lay


@pytest.fixture
def evidence() -> Callable[..., Evidence]:
    """Evidence of some tables, and of derived ones beside them."""

    def of(tables: Filed, printed: Filed | None = None) -> Evidence:
        beside = printed or Filed(empty(), tables.cells[:0])
        return Evidence.of(tables.obs, tables.cells, beside.obs, beside.cells)

    return of


@pytest.fixture
def industries() -> Callable[..., dict[str, dict[str, float]]]:
    """Seventeen industries of 10.01, 11.01, … 26.01 times a factor a period, and their total of 306.17 times it."""

    def of(factors: Mapping[str, float]) -> dict[str, dict[str, float]]:
        figures = {
            item: {period: round((10.01 + place) * factor, 2) for period, factor in factors.items()}
            for place, item in enumerate(INDUSTRIES)
        }
        total = {period: round(306.17 * factor, 2) for period, factor in factors.items()}
        return figures | {TOTAL: total}

    return of


@pytest.fixture
def derived() -> Callable[..., Filed]:
    """A derived table: rates by item and period, in another measure than levels."""

    def lay(figures: Figures, measure: str, unit: str = "percent", digits: int = 2, basis: str = "current") -> Filed:
        obs = levels(figures, price_basis=basis).assign(measure=measure, unit=unit)
        cells = [f"H{place + 5}" for place in range(len(obs))]
        return Filed(obs, pd.DataFrame({"sheet": "Prod1", "cell": cells, "digits": digits, "table": 3}))

    return lay
