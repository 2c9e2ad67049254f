"""What was recognised in a file: its tables, and of each the place, region, side, price basis, periods and unit."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from model.dimensions import Frequency, Measure
from text import lookup
from text.lookup import say
from text.numbers import number
from text.phrase import joined
from text.plain import plain
from views.changes import region

_CELL = re.compile(r"([A-Z]{1,3})([0-9]+)")
_OF = ["sheet", "table", "measure", "approach", "price_basis"]


class Table(NamedTuple):
    """A table of a file, in words."""

    place: str
    content: str
    region: str
    periods: str
    unit: str
    figures: str


def recognised(
    levels: pd.DataFrame, cells: pd.DataFrame, printed: pd.DataFrame, printed_cells: pd.DataFrame, lang: str
) -> tuple[Table, ...]:
    """The tables of a file, those of levels first, as they stand in it; each frame of rows with that of their cells."""
    found: list[Table] = []
    for rows, places in ((levels, cells), (printed, printed_cells)):
        if len(rows):
            groups = rows.join(places).groupby(_OF, sort=False)
            found += [_table(group, lang) for _, group in groups]
    return tuple(found)


def _table(rows: pd.DataFrame, lang: str) -> Table:
    first = rows.iloc[0]
    measure = Measure(first["measure"])
    name = say("recognised.levels", lang) if measure == Measure.LEVEL else lookup.measure(measure, lang)
    side, basis = say(f"approach.{first['approach']}.name", lang), lookup.basis(first["price_basis"], lang)
    regions = list(dict.fromkeys(rows["region"]))
    return Table(
        place=_place(str(first["sheet"]), rows["cell"].tolist()),
        content=f"{name} {side}, {basis}",
        region=region(regions[0], lang) if len(regions) == 1 else say("recognised.regions", lang, count=len(regions)),
        periods=_periods(rows, lang),
        unit=lookup.unit(str(first["unit"]), lang),
        figures=number(len(rows), lang, 0),
    )


def _place(sheet: str, cells: Sequence[str]) -> str:
    """The sheet and the corners of the table in it."""
    found = [_CELL.fullmatch(cell) for cell in cells]
    places = [(_column(match[1]), int(match[2]), match[1]) for match in found if match]
    if not places:
        return plain(sheet)
    (_, _, left), (_, _, right) = min(places), max(places)
    rows = [row for _, row, _ in places]
    corners = f"{left}{min(rows)}:{right}{max(rows)}"
    return f"{plain(sheet)} {corners}".strip()


def _column(letters: str) -> tuple[int, str]:
    return len(letters), letters


def _periods(rows: pd.DataFrame, lang: str) -> str:
    """From the first to the last of each frequency."""
    spans = []
    for frequency in Frequency:
        periods = sorted(rows.loc[rows["frequency"] == frequency, "period"].unique())
        if periods:
            ends = dict.fromkeys(lookup.period(text, lang, short=True) for text in (periods[0], periods[-1]))
            spans.append("–".join(ends))
    return joined(spans, lang)
