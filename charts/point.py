"""The rows of a result frame as plain values, read once a chart."""

from collections.abc import Iterable, Sequence
from math import isnan
from typing import NamedTuple

import pandas as pd

from model.dimensions import Reason, weakest
from model.period import from_ordinal, parse
from text import lookup, numbers


class Point(NamedTuple):
    """One row: `value` is drawn, `shown` is written."""

    region: str
    item: str
    period: str
    measure: str
    unit: str
    value: float
    shown: float
    status: str
    reason: str

    @property
    def missing(self) -> bool:
        return isnan(self.value)

    def label(self, lang: str) -> str:
        """The number as the table prints it; a missing one is a dash."""
        return numbers.number(self.shown, lang)

    def hover(self, lang: str, name: str | None = None) -> list[str]:
        """Two ready strings: who and when; how much, with its unit and what is special about it."""
        who = wrap(name or lookup.item(self.item, lang))
        lines = [numbers.value(self.shown, self.unit, lang)]
        if self.reason != Reason.NONE:
            lines.append(wrap(lookup.reason(self.reason, lang)))
        return [f"{who}, {lookup.period(self.period, lang, self.status)}", "<br>".join(lines)]


def points(result: pd.DataFrame) -> list[Point]:
    """All rows, in the order of the frame."""
    return [Point(*row) for row in zip(*(result[name].tolist() for name in Point._fields), strict=True)]


def periods(rows: Iterable[Point]) -> list[str]:
    """The periods from the first to the last, in time; one without rows keeps its place, so that a gap stays a gap."""
    found = sorted({row.period for row in rows})
    if not found or "/" in found[0]:
        return found
    first, last = parse(found[0]), parse(found[-1])
    return [str(from_ordinal(ordinal, first.frequency)) for ordinal in range(first.ordinal, last.ordinal + 1)]


def marks(rows: Iterable[Point]) -> dict[str, str]:
    """The weakest status of what is drawn in each period: the mark beside the period covers all of it.

    A missing figure is not drawn, so it marks nothing; a period with nothing drawn has no mark.
    """
    found: dict[str, set[str]] = {}
    for row in rows:
        statuses = found.setdefault(row.period, set())
        if not row.missing:
            statuses.add(row.status)
    return {period: weakest(statuses).value if statuses else "" for period, statuses in found.items()}


def gaps(rows: Sequence[Point]) -> list[str]:
    """The periods between others in which nothing is drawn."""
    drawn = {row.period for row in rows if not row.missing}
    places = periods(row for row in rows if not row.missing)
    return [place for place in places if place not in drawn]


def wrap(text: str, width: int = 36) -> str:
    """Break a long name so that a hover stays inside a phone."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "<br>".join(lines)
