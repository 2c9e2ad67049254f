"""The number format of a table: Indonesian or English, by what its texts can only be, else by its sums."""

from collections import defaultdict
from decimal import Decimal

import numpy as np

from data.layouts.figure import BASIS, ITEM, QUARTER, REGION, YEAR, Figures, name_of
from data.layouts.traits import traits
from data.numbers import FORMATS, WRITTEN, NotANumber, decimals, value
from model.accounts import parts_of_total, sum_bound
from model.items import COMPONENTS, THREE_GROUPS, TOTAL, sign


def number_format(figures: Figures, answered: str | None) -> tuple[str, bool]:
    """The format of the texts among the figures, and whether it stays open.

    An answer decides; then what the texts can only be, by four fifths of them; then the one format in which the
    table's own sums come out. Plain digits need no format.
    """
    if answered in FORMATS:
        return str(answered), False
    seen = dict(
        zip(WRITTEN, np.bincount(traits(figures.pool).form[figures.codes], minlength=len(WRITTEN)), strict=True)
    )
    told = {name: seen[name] for name in FORMATS if seen[name]}
    if told:
        best = max(told, key=lambda name: told[name])
        if told[best] * 5 >= sum(told.values()) * 4:
            return best, False
    if not told and not seen["both"]:
        return "en", False
    fitting = [name for name in FORMATS if adds_up(figures, name)]
    return (fitting[0], False) if len(fitting) == 1 else ("en", True)


def adds_up(figures: Figures, form: str) -> bool:
    """Whether some total can be tested in a format, and most that can be come out."""
    columns: dict[tuple[int, ...], dict[str, Decimal]] = defaultdict(dict)
    facts = figures.facts
    keys = zip(*facts[[REGION, BASIS, YEAR, QUARTER]].tolist(), strict=True)
    for key, item, code in zip(keys, facts[ITEM].tolist(), figures.codes.tolist(), strict=True):
        try:
            number = value(figures.pool[code], form)
        except NotANumber:
            return False
        if number is not None and item >= 0:
            columns[key][name_of(item)] = Decimal(number)
    tested = [come_out for come_out in map(_comes_out, columns.values()) if come_out is not None]
    return bool(tested) and sum(tested) * 2 > len(tested)


def _comes_out(column: dict[str, Decimal]) -> bool | None:
    """Whether the parts of a total add to it within rounding; None where there are too few to test."""
    if TOTAL not in column:
        return None
    approach = "expenditure" if set(column) & set(COMPONENTS) else "production"
    parts = [item for item in parts_of_total(approach, column) if item in column]
    if set(THREE_GROUPS) <= set(column) and not parts:
        parts = list(THREE_GROUPS)
    if len(parts) < (3 if parts == list(THREE_GROUPS) else 4 if approach == "expenditure" else 9):
        return None
    last = max(decimals(f"{number:f}") for number in column.values())
    gap = abs(sum((sign(item) * column[item] for item in parts), Decimal(0)) - column[TOTAL])
    return float(gap) <= sum_bound(10.0**-last, len(parts)) + 1e-9
