"""Inequality between the regions of a province: Theil and Williamson, on published per capita."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from model.items import TOTAL
from stats.reasons import Floats
from stats.regional.panel import NoSuchPart, panel
from stats.regional.per_capita import published
from stats.regional.table import RATIO, Component, tabled

Index = Callable[[Floats, Floats], Mapping[str, Floats]]


class Theil(NamedTuple):
    """Theil T, weighted by product, and Theil L (mean logarithmic deviation), weighted by people."""

    t: Floats
    l: Floats  # noqa: E741 - its name in the literature


def theil_indices(product: Floats, people: Floats, axis: int = -1) -> Theil:
    """T = Σ s·ln(s/p) and L = Σ p·ln(p/s) along an axis, s and p the shares in product and in people; 0 is equality.

    Missing where an input is, and where a product or a number of people is not positive.

    >>> [round(float(part), 7) for part in theil_indices(np.array([10.0, 10, 10, 20, 50]), np.ones(5))]
    [0.2502012, 0.2326302]
    """
    fits = (product > 0) & (people > 0)
    product, people = np.where(fits, product, np.nan), np.where(fits, people, np.nan)
    s, p = product / product.sum(axis=axis, keepdims=True), people / people.sum(axis=axis, keepdims=True)
    return Theil((s * np.log(s / p)).sum(axis=axis), (p * np.log(p / s)).sum(axis=axis))


def williamson_index(product: Floats, people: Floats, axis: int = -1) -> Floats:
    """Williamson: √(Σ (y_i − ȳ)²·f_i/n)/ȳ along an axis, y per capita, f people, ȳ product over people; 0 is equality.

    >>> round(float(williamson_index(np.array([10.0, 30.0]), np.array([1.0, 1.0]))), 4)
    0.5
    """
    fits = (product > 0) & (people > 0)
    product, people = np.where(fits, product, np.nan), np.where(fits, people, np.nan)
    mean = product.sum(axis=axis, keepdims=True) / people.sum(axis=axis, keepdims=True)
    spread = ((product / people - mean) ** 2 * people).sum(axis=axis, keepdims=True) / people.sum(
        axis=axis, keepdims=True
    )
    found: Floats = (np.sqrt(spread) / mean).squeeze(axis)
    return found


def theil(obs: pd.DataFrame, province: str, start: str, end: str) -> pd.DataFrame:
    """Theil T and L of each year between the regencies and cities of a province: components `t` and `l`, item TOTAL.

    Levels of TOTAL and published per capita, both at constant prices, in; the people are those implied by the two
    ("tersirat"), for the population counts that ship are of several vintages. Missing where one region is.
    """
    return _between(obs, province, start, end, lambda product, people: theil_indices(product, people, axis=0)._asdict())


def williamson(obs: pd.DataFrame, province: str, start: str, end: str) -> pd.DataFrame:
    """Williamson of each year between the regencies and cities of a province: component `williamson`, item TOTAL.

    As `theil`.
    """

    def index(product: Floats, people: Floats) -> dict[str, Floats]:
        return {"williamson": williamson_index(product, people, axis=0)}

    return _between(obs, province, start, end, index)


def _between(obs: pd.DataFrame, province: str, start: str, end: str, index: Index) -> pd.DataFrame:
    known = panel(obs).span(start, end)
    parts = tuple(code for code in known.regions if len(code) == 4 and code.startswith(province))
    if len(parts) < 2 or len(province) != 2:
        raise NoSuchPart(province, tuple(code for code in known.regions if len(code) == 2))
    own, each = known.of(parts), published(obs, parts, known.years)
    people = 1e6 * own.total / each.value  # billion over thousand rupiah
    status = np.maximum(own.total_status, each.status).max(axis=0)[None, None]
    found = index(own.total, people)
    return tabled(
        (province,), (TOTAL,), known.years,
        {name: Component(value[None, None], RATIO, status) for name, value in found.items()},
    )  # fmt: skip
