"""Synthetic figures for workbooks made by tests. Nothing here is published; never to be shown as data.

Levels are billion rupiah with two decimals; a total is the plain sum of its parts, a year of its quarters.
"""

import random
from decimal import Decimal

from model.items import COMPONENTS, GROUPS, INDUSTRIES, THREE_GROUPS, TOTAL
from model.period import Period

Levels = dict[tuple[str, Period], Decimal]
"""(item, period) → billion rupiah."""

PARTS: dict[str, int] = {"A.1": 7, "A": 3, "B": 4, "C": 16, "D": 2, "G": 2, "H": 6, "I": 2, "K": 4}
SPENDING: tuple[str, ...] = ("HH", "NPISH", "GOV", "GFCF", "INV", "EXP", "IMP")
CENT = Decimal("0.01")


def parts_of(item: str) -> list[str]:
    """The parts of an industry or component, in order."""
    if item == "A.1":
        return [f"A.1.{letter}" for letter in "abcdefg"]
    if item in ("HH", "GFCF"):
        return [f"{item}.{letter}" for letter in ("abcdefg" if item == "HH" else "ab")]
    return [f"{item}.{number}" for number in range(1, PARTS.get(item, 0) + 1)]


def quarters(years: tuple[int, ...]) -> list[Period]:
    """All quarters of some years."""
    return [Period(year, quarter) for year in years for quarter in (1, 2, 3, 4)]


def production(years: tuple[int, ...], seed: int, current: bool, parts: bool, groups: bool) -> Levels:
    """Levels of the 17 industries, of their parts, of the three groups, and the total, quarters and years."""
    draw = random.Random(f"{seed}-industries")
    levels: Levels = {}
    for item in INDUSTRIES:
        base, growth, price = draw.uniform(3, 900), draw.uniform(0.99, 1.025), draw.uniform(1.2, 1.9)
        for at, period in enumerate(quarters(years)):
            season = 1 + 0.02 * ((at % 4) - 1.5) * draw.uniform(0.2, 1)
            levels[item, period] = _cents(base * growth**at * season * (price if current else 1))
        if parts:
            _split(levels, item, quarters(years), draw)
    for period in quarters(years):
        levels[TOTAL, period] = sum((levels[item, period] for item in INDUSTRIES), Decimal(0))
    if groups:
        levels = _grouped(levels, quarters(years))
    return with_years(levels, years)


def expenditure(years: tuple[int, ...], seed: int, current: bool, parts: bool, net: bool) -> Levels:
    """Levels of the components and the total: exports and imports, or net exports which are negative."""
    draw = random.Random(f"{seed}-components")
    levels: Levels = {}
    names = (*SPENDING[:-2], "NX") if net else SPENDING
    for item in names:
        base = {"NPISH": 12.0, "INV": -4.0, "NX": -300.0}.get(item, draw.uniform(200, 1500))
        growth, price = draw.uniform(1.0, 1.02), draw.uniform(1.2, 1.8)
        for at, period in enumerate(quarters(years)):
            levels[item, period] = _cents(base * growth**at * (price if current else 1))
        if parts and item in ("HH", "GFCF"):
            _split(levels, item, quarters(years), draw)
    for period in quarters(years):
        levels[TOTAL, period] = sum((levels[item, period] * (-1 if item == "IMP" else 1) for item in names), Decimal(0))
    return with_years(levels, years)


def _split(levels: Levels, item: str, periods: list[Period], draw: random.Random) -> None:
    """Parts of an item by fixed shares; the last takes what rounding leaves."""
    names = parts_of(item)
    shares = [draw.uniform(0.5, 2) for _ in names]
    for period in periods if names else []:
        left = levels[item, period]
        for name, share in zip(names[:-1], shares, strict=False):
            levels[name, period] = _cents(float(levels[item, period]) * share / sum(shares))
            left -= levels[name, period]
        levels[names[-1], period] = left
    if item == "A":
        _split(levels, "A.1", periods, draw)


def _grouped(levels: Levels, periods: list[Period]) -> Levels:
    """The three groups and the total, without the industries."""
    found: Levels = {}
    for period in periods:
        for group in THREE_GROUPS:
            found[group, period] = sum((levels[item, period] for item in GROUPS[group]), Decimal(0))
        found[TOTAL, period] = levels[TOTAL, period]
    return found


def with_years(levels: Levels, years: tuple[int, ...]) -> Levels:
    """The levels with the year as the sum of its four quarters."""
    items = dict.fromkeys(item for item, _ in levels)
    annual = {
        (item, Period(year)): sum((levels[item, Period(year, quarter)] for quarter in (1, 2, 3, 4)), Decimal(0))
        for item in items
        for year in years
    }
    return {**levels, **annual}


def _cents(number: float) -> Decimal:
    return Decimal(repr(number)).quantize(CENT)


__all__ = ["COMPONENTS", "Levels", "expenditure", "parts_of", "production", "quarters"]
