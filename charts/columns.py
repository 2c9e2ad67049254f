"""One series by period as columns: growth, level, share or index of one item in one region."""

from typing import Literal

import pandas as pd
import plotly.graph_objects as go

from charts import tokens
from charts.label import bold, note, ticks, width
from charts.mark import hatched
from charts.point import Point, marks, periods, points
from charts.template import PHONE, TOTAL, VALUE, figure
from charts.tokens import Theme
from model.dimensions import Measure

Labels = Literal["key", "all", "none"]
_TOP, _FOOT = 30, 26


def columns(result: pd.DataFrame, lang: str, theme: Theme = "light", *, labels: Labels = "key") -> go.Figure:
    """Columns from zero, hatched by status; numbers on the first, lowest, highest and latest (`key`), on all, or none.

    An index stands on the line at 100. A missing period keeps its place, empty.
    """
    rows = sorted(points(result), key=lambda row: row.period)
    axis = ticks(periods(rows), marks(rows), lang)
    drawn = [row for row in rows if not row.missing]
    base = 100.0 if drawn and drawn[0].measure == Measure.INDEX else 0.0
    height = tokens.HEIGHT["columns"]
    low, high = _range(drawn, height)
    bar = {
        "type": "bar",
        "x": [row.period for row in drawn],
        "y": [row.value for row in drawn],
        "marker": hatched([_fill(row.item, theme) for row in drawn], [row.status for row in drawn], theme),
        "customdata": [row.hover(lang) for row in drawn],
    }
    place = {period: index for index, period in enumerate(axis["categoryarray"])}
    layout = {
        "xaxis": axis | {"tickfont": {"size": VALUE, "color": tokens.ui("ink", theme)}},
        "yaxis": {"visible": False, "range": [low, high]},
        "bargap": 0.32,
        "margin": {"t": _TOP, "b": _FOOT},
        "shapes": [_line(base, theme)],
        "annotations": [_number(row, place[row.period], row is drawn[-1], lang, theme) for row in _told(drawn, labels, lang)],
    }
    return figure("columns", [bar], layout, height, lang, theme)


def _fill(item: str, theme: Theme) -> str:
    """A lone column needs a colour that stands on the ground: the line colour; slate for a total."""
    return tokens.ui("bar", theme) if item == "TOTAL" else tokens.colour(item, theme).line


def _range(drawn: list[Point], height: int) -> tuple[float, float]:
    """From zero to the longest, with the height of a number below a negative one."""
    values = [row.value for row in drawn]
    low, high = min(values, default=0.0), max(values, default=0.0)
    low, high = min(low, 0.0), max(high, 0.0)
    span = (high - low) or 1.0
    return low - (span * 22 / (height - _TOP - _FOOT) if low < 0 else 0), high if high > 0 else low + span


def _told(drawn: list[Point], labels: Labels, lang: str) -> list[Point]:
    """The columns that carry a number. A neighbour of a more telling one goes without where both would collide."""
    if labels == "none" or not drawn:
        return []
    if labels == "all":
        return drawn
    by_value = sorted(drawn, key=lambda row: row.value)
    wanted = [drawn[-1], by_value[0], by_value[-1], drawn[0]]
    kept: list[Point] = []
    for row in wanted:
        if row not in kept and all(_apart(row, other, drawn, lang) for other in kept):
            kept.append(row)
    return kept


def _apart(one: Point, other: Point, drawn: list[Point], lang: str) -> bool:
    """Whether two numbers fit side by side on a phone, or stand on opposite sides of zero."""
    if (one.value < 0) != (other.value < 0):
        return True
    steps = abs(drawn.index(one) - drawn.index(other))
    return steps * (PHONE - 12) / len(drawn) >= width(max(one.label(lang), other.label(lang), key=len), VALUE) + 4


def _number(row: Point, place: int, latest: bool, lang: str, theme: Theme) -> dict:
    below = row.value < 0
    font: dict = {"size": TOTAL if latest else VALUE}
    if below:
        font["color"] = tokens.ui("negative", theme)
    text = bold(row.label(lang)) if latest else row.label(lang)
    return note(place, row.value, text, font=font, yanchor="top" if below else "bottom")


def _line(base: float, theme: Theme) -> dict:
    """Zero, or 100 for an index."""
    colour = tokens.ui("ink", theme)
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": base, "y1": base, "line": {"color": colour, "width": 1}}
