"""The same statistics once more, a figure at a time, by dictionary and calendar: no array, no lag by place."""

from collections.abc import Iterator
from math import isnan, nan

import pandas as pd

from model.dimensions import weakest
from model.items import order, sign
from model.period import from_ordinal, parse, shift, year_earlier

Key = tuple[str, str, str, str, str, str, str]
Panel = tuple[str, str, str, str]


class Book:
    """The levels of a table, looked up by panel (region, approach, price basis, frequency), item and period."""

    def __init__(self, obs: pd.DataFrame) -> None:
        self.levels: dict[Panel, dict[str, dict[str, tuple[float, str]]]] = {}
        for row in obs.itertuples(index=False):
            panel = (row.region, row.approach, row.price_basis, row.frequency)
            self.levels.setdefault(panel, {}).setdefault(row.item, {})[row.period] = (row.value, row.status)

    def sum(self, panel: Panel, item: str, periods: list[str]) -> tuple[float, str]:
        """The sum of an item over some periods and its weakest status; nothing and unknown where one is missing."""
        series = self.levels[panel].get(item, {})
        if any(period not in series for period in periods):
            return nan, "unknown"
        return sum(series[period][0] for period in periods), weakest([series[period][1] for period in periods]).value

    def first(self, panel: Panel, item: str) -> str:
        return min(self.levels[panel].get(item, {"9999-Q4": None}))

    def cells(self, panel: Panel) -> Iterator[tuple[str, str]]:
        """Items × every period from the panel's first to its last."""
        periods = sorted({period for series in self.levels[panel].values() for period in series})
        first, last = parse(periods[0]).ordinal, parse(periods[-1]).ordinal
        for item in sorted(self.levels[panel], key=order):
            for ordinal in range(first, last + 1):
                yield item, str(from_ordinal(ordinal, panel[3]))


def compared(period: str, comparison: str) -> tuple[list[str], list[str]]:
    """The periods summed for now and for the base."""
    if comparison == "qtq":
        return [period], [shift(period, -1)]
    now = [period]
    if comparison == "ctc":
        now = [f"{period[:4]}-Q{quarter}" for quarter in range(1, int(period[-1]) + 1)]
    return now, [year_earlier(each) for each in now]


def growth(book: Book, panel: Panel, item: str, period: str, comparison: str) -> tuple[float, str, str]:
    """Value, status and reason of a growth rate."""
    now, base = compared(period, comparison)
    (value, mark), (before, mark_before) = book.sum(panel, item, now), book.sum(panel, item, base)
    status = weakest([mark, mark_before]).value
    if isnan(value) or isnan(before):
        return nan, status, "no_predecessor" if base[0] < book.first(panel, item) else "missing_input"
    if before == 0:
        return nan, status, "zero_base"
    if before < 0:
        return nan, status, "negative_base"
    if value < 0:
        return nan, status, "sign_change"
    total = book.sum(panel, "TOTAL", base)[0]
    return 100 * (value / before - 1), status, "small_base" if before < 0.0005 * total else ""


def contribution(book: Book, panel: Panel, item: str, period: str, comparison: str) -> tuple[float, str, str]:
    """Value, status and reason of a contribution to the growth of TOTAL."""
    now, base = compared(period, comparison)
    (value, mark), (before, mark_before) = book.sum(panel, item, now), book.sum(panel, item, base)
    total, mark_total = book.sum(panel, "TOTAL", base)
    status = weakest([mark, mark_before, mark_total]).value
    if isnan(value) or isnan(before) or isnan(total):
        first = max(book.first(panel, item), book.first(panel, "TOTAL"))
        return nan, status, "no_predecessor" if base[0] < first else "missing_input"
    if total <= 0:
        return nan, status, "zero_base" if total == 0 else "negative_base"
    return sign(item) * 100 * (value - before) / total, status, ""


def results(obs: pd.DataFrame) -> dict[Key, tuple[float, str, str]]:
    """Growth and contributions of every item, without RESIDUAL."""
    book, found = Book(obs), {}
    for panel in book.levels:
        region, approach, price_basis, frequency = panel
        for comparison in ("yoy",) if frequency == "A" else ("yoy", "qtq", "ctc"):
            for item, period in book.cells(panel):
                key = (region, approach, item, price_basis, frequency, period)
                found[(*key, comparison)] = growth(book, panel, item, period, comparison)
                found[(*key, f"contribution_{comparison}")] = contribution(book, panel, item, period, comparison)
    return found
