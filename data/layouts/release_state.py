"""Periods that are not released yet: 0, blank or a sign for missing where earlier periods hold figures.

A typed 0 in a released period is a true zero; a total that stands alone over blank items is released, they are not.
"""

from collections import defaultdict
from decimal import Decimal

from data.layouts.settled import Entry, Settled, kept
from model.items import TOTAL, TOTAL_NONMIGAS
from model.period import Period
from model.problems import Problem

Group = tuple[str, str]


def without_unreleased(settled: Settled) -> Settled:
    """The table without the values of periods that are not released, and one problem that names these."""
    groups: dict[Group, dict[Period, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in settled.levels:
        groups[entry.region, entry.basis][entry.period].append(entry)
    gone: set[tuple[Group, Period, bool]] = set()
    for group, periods in groups.items():
        for period, total_stays in _unreleased(periods).items():
            gone.add((group, period, total_stays))
    if not gone:
        return settled
    whole = {(group, period) for group, period, total_stays in gone if not total_stays}
    partly = {(group, period) for group, period, total_stays in gone if total_stays}
    levels = [entry for entry in settled.levels if _stays(entry, whole, partly)]
    settled.problems.append(_problem(settled, {period for _, period, _ in gone}))
    return kept(settled, levels)


def _stays(entry: Entry, whole: set[tuple[Group, Period]], partly: set[tuple[Group, Period]]) -> bool:
    place = ((entry.region, entry.basis), entry.period)
    if place in whole:
        return False
    return place not in partly or entry.item in (TOTAL, TOTAL_NONMIGAS)


def _unreleased(periods: dict[Period, list[Entry]]) -> dict[Period, bool]:
    """The periods of a table that are not released → whether their total is."""
    found: dict[Period, bool] = {}
    for yearly in (False, True):
        seen = seen_items = False
        for period in sorted((p for p in periods if (p.quarter is None) == yearly), key=lambda p: p.ordinal):
            entries = periods[period]
            total = [entry for entry in entries if entry.item == TOTAL]
            items = [entry for entry in entries if entry.item not in (TOTAL, TOTAL_NONMIGAS)]
            alive, alive_total = any(map(_alive, items)), any(map(_alive, total))
            if not alive and not alive_total:
                if seen:
                    found[period] = False
            elif not alive and _blank(items) and (seen_items or _elsewhere(periods)):
                found[period] = True
            seen, seen_items = seen or alive or alive_total, seen_items or alive
    _add_partial_years(periods, found)
    return found


def _blank(items: list[Entry]) -> bool:
    return bool(items) and all(entry.number is None for entry in items)


def _elsewhere(periods: dict[Period, list[Entry]]) -> bool:
    """Whether any item of the table holds a figure in some period."""
    return any(
        _alive(entry) for entries in periods.values() for entry in entries if entry.item not in (TOTAL, TOTAL_NONMIGAS)
    )


def _alive(entry: Entry) -> bool:
    return entry.silent or bool(entry.number)


def _add_partial_years(periods: dict[Period, list[Entry]], found: dict[Period, bool]) -> None:
    """A year is not released while a quarter of it is not, where its figure is but the sum of the others."""
    open_years = {period.year for period, total_stays in found.items() if period.quarter and not total_stays}
    for year in open_years:
        annual = Period(year)
        if annual in periods and annual not in found:
            whole = _total(periods[annual])
            quarters = [_total(periods.get(Period(year, quarter), [])) for quarter in (1, 2, 3, 4)]
            known = [number for number in quarters if number is not None]
            if whole is not None and abs(sum(known, Decimal(0)) - whole) <= Decimal("0.03"):
                found[annual] = False


def _total(entries: list[Entry]) -> Decimal | None:
    return next((entry.number for entry in entries if entry.item == TOTAL), None)


def _problem(settled: Settled, periods: set[Period]) -> Problem:
    named = ", ".join(str(period) for period in sorted(periods, key=str)[:12])
    return Problem("unreleased_period", settled.table.sheet, settled.table.where, named)
