"""One series by period as columns: growth, level, share or index of one item in one region."""

from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go

from charts import tokens
from charts.label import bold, further, note, ticks, width
from charts.mark import hatched, held_against, missing
from charts.point import Point, gaps, marks, periods, points
from charts.template import LABEL, PHONE, TOTAL, VALUE, figure
from charts.tokens import Theme
from model.dimensions import Measure
from text.numbers import number

Labels = Literal["key", "all", "none"]
_TOP, _FOOT = 30, 26
_HALF, _EDGE, _HUNDRED = 0.34, 8, 32


def columns(result: pd.DataFrame, lang: str, theme: Theme = "light", *, labels: Labels = "key") -> go.Figure:
    """Columns from zero, hatched by status; numbers on the first, lowest, highest and latest (`key`), on all, or none.

    An index has a dashed line at 100. A missing period keeps its place, empty but for a dash.
    """
    rows = sorted(points(result), key=lambda row: row.period)
    drawn = [row for row in rows if not row.missing]
    right = _right(drawn, len(periods(rows)), labels, lang)
    index = bool(drawn) and drawn[0].measure == Measure.INDEX
    left = _HUNDRED if index else 4
    axis = ticks(periods(rows), marks(rows), lang, VALUE, PHONE - 8 - left - right, gaps=gaps(rows))
    height = tokens.HEIGHT["columns"]
    low, high = _range(drawn, height)
    bar = {
        "type": "bar",
        "x": [row.period for row in drawn],
        "y": [row.value for row in drawn],
        "marker": hatched([_fill(row.item, theme) for row in drawn], [row.status for row in drawn], theme),
        "customdata": [row.hover(lang) for row in drawn],
    }
    told = _told(drawn, labels, lang)
    layout = {
        "xaxis": axis | {"tickfont": {"size": VALUE, "color": tokens.ui("ink", theme)}},
        "yaxis": {"visible": False, "range": [low, high]},
        "bargap": 1 - 2 * _HALF,
        "margin": {"t": _TOP, "b": _FOOT + further(axis), "l": left, "r": right},
        "shapes": [
            _across(0.0, {"color": tokens.ui("ink", theme), "width": 1}),
            *([_across(100.0, held_against(theme))] if index else []),
        ],
        "annotations": [
            *(_number(row, drawn, axis["categoryarray"], lang, theme) for row in told),
            *missing(gaps(rows), axis["categoryarray"], theme),
            *([_hundred(lang)] if index else []),
        ],
    }
    return figure("columns", [bar], layout, height + further(axis), lang, theme)


def _fill(item: str, theme: Theme) -> str:
    """A lone column needs a colour that stands on the ground: the line colour; slate for a total."""
    return tokens.ui("bar", theme) if item == "TOTAL" else tokens.colour(item, theme).line


def _range(drawn: list[Point], height: int) -> tuple[float, float]:
    """From zero to the longest, with the height of a number below a negative one."""
    values = [row.value for row in drawn]
    low, high = min(values, default=0.0), max(values, default=0.0)
    low, high = min(low, 0.0), max(high, 0.0)
    span = (high - low) or 1.0
    return low - (span * 22 / (height - _TOP - _FOOT) if low < 0 else 0), high + 0.001 * span


def _right(drawn: list[Point], places: int, labels: Labels, lang: str) -> int:
    """The margin for the number of the last column, where it begins with the column and is wider than its place."""
    if labels == "none" or not drawn or not _overhangs(drawn[-1].label(lang), places):
        return _EDGE
    return max(_EDGE, round(width(drawn[-1].label(lang), TOTAL) - (0.5 + _HALF) * PHONE / places) + 2)


def _overhangs(text: str, places: int) -> bool:
    """Whether the last number begins with its column: wider than one place, not wider than a few."""
    return PHONE / places < width(text, TOTAL) <= 36 + PHONE / places


def _told(drawn: list[Point], labels: Labels, lang: str) -> list[Point]:
    """The columns that carry a number; one that a more telling number or a taller column crowds goes without."""
    if labels == "none" or not drawn:
        return []
    if labels == "all":
        return drawn
    by_value = sorted(drawn, key=lambda row: row.value)
    kept = [drawn[-1]]
    for row in (by_value[0], by_value[-1], drawn[0]):
        free = all(_apart(row, other, drawn, lang) for other in kept)
        if row not in kept and free and abs(_height(row, drawn, lang)) <= abs(row.value):
            kept.append(row)
    return kept


def _apart(one: Point, other: Point, drawn: list[Point], lang: str) -> bool:
    """Whether two numbers fit side by side on a phone, or stand on opposite sides of zero."""
    if (one.value < 0) != (other.value < 0):
        return True
    steps = abs(drawn.index(one) - drawn.index(other))
    return steps * (PHONE - 12) / len(drawn) >= width(max(one.label(lang), other.label(lang), key=len), VALUE) + 4


def _height(row: Point, drawn: list[Point], lang: str) -> float:
    """Where a number clears its own column and those that its width reaches over on a phone."""
    step = (PHONE - 12) / len(drawn)
    wide = width(row.label(lang), TOTAL)
    end = row in (drawn[0], drawn[-1]) and wide > step
    reach = int((wide if end else wide / 2) / step + 0.4)
    place = drawn.index(row)
    values = [other.value for other in drawn[max(place - reach, 0) : place + reach + 1]]
    return min(values) if row.value < 0 else max(values)


def _number(row: Point, drawn: list[Point], places: list[str], lang: str, theme: Theme) -> dict[str, Any]:
    """Above the column, below a negative one; flush with the column at either end where it is wider than its place.

    The last begins with its column, so that it does not stand above the one before; a very long one ends with it.
    """
    latest, below = row is drawn[-1], row.value < 0
    font: dict[str, Any] = {"size": TOTAL if latest else VALUE}
    if row.shown < 0:
        font["color"] = tokens.ui("negative", theme)
    text = bold(row.label(lang)) if latest else row.label(lang)
    place = places.index(row.period)
    overhangs = place == len(places) - 1 and _overhangs(text, len(places))
    sides = {0: ("left", -_HALF), len(places) - 1: ("left", -_HALF) if overhangs else ("right", _HALF)}
    wide = width(text, TOTAL) > PHONE / len(places)
    anchor, shift = sides.get(place, ("center", 0.0)) if wide else ("center", 0.0)
    at = _height(row, drawn, lang) if latest and not overhangs else row.value
    return note(place + shift, at, text, font=font, xanchor=anchor, yanchor="top" if below else "bottom")


def _hundred(lang: str) -> dict[str, Any]:
    """The 100 of an index, in the margin beside its line."""
    return note(0, 100, number(100, lang, 0), xref="paper", xanchor="right", xshift=-4, font={"size": LABEL})


def _across(at: float, style: dict[str, Any]) -> dict[str, Any]:
    """A line across all columns: zero, or the 100 of an index."""
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": at, "y1": at, "line": style}
