"""The rows of a result frame as plain values, read once a chart."""

from collections.abc import Iterable
from math import isnan
from typing import NamedTuple

import pandas as pd

from model.dimensions import Reason, weakest
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
    """The periods that stand, in time."""
    return sorted({row.period for row in rows})


def marks(rows: Iterable[Point]) -> dict[str, str]:
    """The weakest status of each period: the mark beside the period covers all that is drawn there."""
    found: dict[str, set[str]] = {}
    for row in rows:
        found.setdefault(row.period, set()).add(row.status)
    return {period: weakest(statuses).value for period, statuses in found.items()}


def wrap(text: str, width: int = 36) -> str:
    """Break a long name so that a hover stays inside a phone."""
    lines: list[str] = []
    for word in text.split():
        if lines and len(lines[-1]) + len(word) < width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return "<br>".join(lines)
