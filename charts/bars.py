"""Industries by name as horizontal bars: contributions, growth, or size of one region in one period."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import tokens
from charts.label import bold, note, room, width
from charts.mark import hatched, held_against
from charts.point import Point, points
from charts.template import LABEL, PHONE, VALUE, figure
from charts.tokens import Theme
from model.dimensions import Measure
from model.items import RESIDUAL, TOTAL
from text import lookup
from text.numbers import number

Reference = tuple[float, str]
_GROWTH_ROW, _CONTRIBUTION_ROW, _EDGE = 29, 31, 16


def contribution(result: pd.DataFrame, lang: str, theme: Theme = "light") -> go.Figure:
    """Diverging bars, the total first, then industries by size; the residual only where it does not print as zero."""
    rows = [row for row in points(result) if row.item != RESIDUAL or row.shown != 0]
    total = [row for row in rows if row.item == TOTAL]
    rest = by_size([row for row in rows if row.item != TOTAL])
    return _bars("contribution", total + rest, lang, theme, _CONTRIBUTION_ROW)


def growth(result: pd.DataFrame, lang: str, theme: Theme = "light", *, reference: str | None = TOTAL) -> go.Figure:
    """Bars by size with a dashed line at the reference item; a dagger at a base too small to rank."""
    rows = points(result)
    at = next((row for row in rows if row.item == reference and not row.missing), None)
    line = (at.value, _named(at, lang)) if at else None
    return _bars("growth", by_size([row for row in rows if row is not at]), lang, theme, _GROWTH_ROW, line)


def ranked(result: pd.DataFrame, lang: str, theme: Theme = "light") -> go.Figure:
    """Bars by size of anything else: levels, shares, deflators; an index with a dashed line at 100."""
    rows = by_size(points(result))
    line = (100.0, number(100, lang, 0)) if rows and rows[0].measure == Measure.INDEX else None
    return _bars("ranked", rows, lang, theme, _GROWTH_ROW, line)


def by_size(rows: list[Point]) -> list[Point]:
    """Largest first; what is missing is named last."""
    return sorted(rows, key=lambda row: (row.missing, 0.0 if row.missing else -row.value))


def names(rows: list[Point], lang: str) -> dict[str, Any]:
    """The axis of names, the first on top."""
    texts = []
    for row in rows:
        text = lookup.item(row.item, lang, short=True) + lookup.sign(row.reason)
        texts.append(bold(text) if row.item == TOTAL else text)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": [row.item for row in rows],
        "range": [len(rows) - 0.5, -0.5],
        "tickvals": list(range(len(rows))),
        "ticktext": texts,
    }


def bar(rows: list[Point], fills: list[str], lang: str, theme: Theme) -> dict[str, Any]:
    """The trace: every row has its bar, a missing one none."""
    drawn = [(row, fill) for row, fill in zip(rows, fills, strict=True) if not row.missing]
    return {
        "type": "bar",
        "orientation": "h",
        "y": [row.item for row, _ in drawn],
        "x": [row.value for row, _ in drawn],
        "marker": hatched([fill for _, fill in drawn], [row.status for row, _ in drawn], theme),
        "customdata": [row.hover(lang) for row, _ in drawn],
    }


def extent(values: list[float]) -> list[float]:
    """An axis from zero to the longest bars; numbers stand in the margin, so they fit at any width."""
    low, high = min([0.0, *values]), max([0.0, *values])
    span = (high - low) or 1.0
    return [low - 0.006 * span, high + 0.001 * span]


def zero_line(theme: Theme) -> dict[str, Any]:
    """The one line that bars need."""
    return {"zeroline": True, "zerolinecolor": tokens.ui("ink", theme), "zerolinelayer": "above traces"}


def _bars(
    name: str, rows: list[Point], lang: str, theme: Theme, row_height: int, reference: Reference | None = None
) -> go.Figure:
    values = [*(row.value for row in rows if not row.missing), *([reference[0]] if reference else [])]
    head = 22 if reference else 4
    layout: dict[str, Any] = {
        "xaxis": {"range": extent(values), "showticklabels": False, **zero_line(theme)},
        "yaxis": names(rows, lang) | {"tickfont": {"color": tokens.ui("ink", theme)}},
        "bargap": 0.32,
        "margin": {"t": head, "r": room([row.label(lang) for row in rows], VALUE), "b": 4},
        "annotations": [_number(row, place, lang, theme, reference) for place, row in enumerate(rows)],
    }
    if reference:
        layout["shapes"] = [_dashes(reference[0], theme)]
        layout["annotations"].append(_head(*reference, values, rows, lang))
    fills = [_fill(row.item, theme) for row in rows]
    height = row_height * len(rows) + head + _EDGE
    return figure(name, [bar(rows, fills, lang, theme)], layout, height, lang, theme)


def _fill(item: str, theme: Theme) -> str:
    return tokens.ui("bar", theme) if item == TOTAL else tokens.group_colour(item, theme).fill


def _number(row: Point, place: int, lang: str, theme: Theme, reference: Reference | None) -> dict[str, Any]:
    """Right of the bar; right of zero for a negative one, where there is always room."""
    font: dict[str, Any] = {"size": VALUE if row.item == TOTAL else LABEL}
    more: dict[str, Any] = {"font": font, "xanchor": "left", "xshift": 4}
    if row.missing:
        font["color"] = tokens.ui("muted", theme)
        more["hovertext"] = lookup.reason(row.reason, lang)
    elif row.shown < 0:
        font["color"] = tokens.ui("negative", theme)
    if reference:
        more |= {"bgcolor": tokens.ui("background", theme), "borderpad": 1}
    strong = row.item in (TOTAL, "G", "TRADE")
    text = bold(row.label(lang)) if strong else row.label(lang)
    return note(0 if row.missing else max(row.value, 0.0), place, text, **more)


def _named(reference: Point, lang: str) -> str:
    return f"{lookup.item(reference.item, lang, short=True)} {reference.label(lang)}"


def _dashes(at: float, theme: Theme) -> dict[str, Any]:
    return {"type": "line", "x0": at, "x1": at, "yref": "paper", "y0": 0, "y1": 1, "line": held_against(theme)}


def _head(at: float, name: str, values: list[float], rows: list[Point], lang: str) -> dict[str, Any]:
    """The name of the reference above its line, moved left where it would leave the figure on a phone."""
    text = bold(name)
    names_room = room([lookup.item(row.item, lang, short=True) for row in rows], LABEL)
    right = room([row.label(lang) for row in rows], VALUE)
    low, high = extent(values)
    beyond = (high - at) / (high - low) * (PHONE - names_room - right) + right
    shift = min(0, round(beyond - width(text, LABEL) / 2))
    return note(at, 1, text, yref="paper", yanchor="bottom", font={"size": LABEL}, xshift=shift)
