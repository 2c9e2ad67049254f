"""What adds to a total, around zero: columns by period, or horizontal bars of several regions."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import tokens
from charts.label import bold, further, note, room, ticks, width
from charts.layer import Layer, above, bar, end_names, ends_of, inside, layers, number_size, numbers
from charts.mark import MANY, missing, series
from charts.point import Point, gaps, marks, periods, points
from charts.template import LABEL, PHONE, TOTAL, VALUE, figure
from charts.tokens import Theme
from text import lookup

Span = tuple[float, float]
THREE = ("TRADE", "SERVICES", "OTHERS")
_TOP, _FOOT = 34, 26
_ROW, _HEAD, _BIG = 62, 26, 6


def columns(
    result: pd.DataFrame, lang: str, theme: Theme = "light", *, parts: Sequence[str] = THREE, total: str = "TOTAL"
) -> go.Figure:
    """Stacked columns of `parts`, the first at the bottom, and the total: a diamond with its number, a line where many.

    A number stands in its part where the part is tall enough and the columns are few; else the latest stand beside
    the names.
    """
    tokens.one_level(parts)
    rows = points(result)
    places = periods(rows)
    stack = layers({(row.item, row.period): row for row in rows}, parts, places)
    whole = _along(rows, total, places)
    height, size = tokens.HEIGHT["columns"], number_size(rows, places, lang)
    low, high = _range(stack, whole, height)
    scale = (height - _TOP - _FOOT) / (high - low)
    names = end_names(stack, whole[-1] if whole else None, (low, high), scale, bool(size), lang, theme)
    right = room([name["text"] for name in names], LABEL)
    axis = period_axis(places, rows, size, right, lang, theme)
    layout = {
        "xaxis": axis,
        "yaxis": {"visible": False, "range": [low, high]},
        "bargap": 0.3 if size else 0.16,
        "margin": {"t": _TOP, "b": _FOOT + further(axis), "r": right},
        "shapes": [zero(theme)],
        "annotations": [
            *numbers(stack, scale, size, lang, theme),
            *_totals(stack, whole, size, lang, theme),
            *names,
            *missing(gaps(rows), places, theme),
        ],
    }
    traces = [*(bar(layer, places, lang, theme) for layer in stack), *_whole(whole, lang, theme)]
    return figure("stack", traces, layout, height + further(axis), lang, theme)


def period_axis(
    places: Sequence[str], rows: list[Point], numbers: int, right: int, lang: str, theme: Theme
) -> dict[str, Any]:
    """Periods under columns whose numbers are of the size `numbers`, with room at the right for names."""
    size = VALUE if numbers == VALUE else LABEL
    axis = ticks(places, marks(rows), lang, size, PHONE - 12 - right, gaps=gaps(rows))
    return axis | {"tickfont": {"size": size, "color": tokens.ui("ink", theme)}}


def zero(theme: Theme) -> dict[str, Any]:
    """The zero line of columns."""
    line = {"color": tokens.ui("ink", theme), "width": 1}
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": 0, "y1": 0, "line": line}


def _along(rows: list[Point], total: str, places: Sequence[str]) -> list[Point | None]:
    found = {row.period: row for row in rows if row.item == total}
    return [found.get(place) for place in places]


def _range(stack: list[Layer], whole: list[Point | None], height: int) -> Span:
    """From the lowest pile or total to the highest, with the height of a number below a negative total."""
    totals = [row.value for row in whole if row is not None and not row.missing]
    piles = [ends_of(stack, place) for place in range(len(whole))]
    low = min([0.0, *totals, *(pile[0] for pile in piles)])
    high = max([0.0, *totals, *(pile[1] for pile in piles)])
    span = (high - low) or 1.0
    under = 28 if min(totals, default=0.0) < 0 else 4 if low < 0 else 0
    return low - span * under / (height - _TOP - _FOOT), high + 0.001 * span


def _whole(whole: list[Point | None], lang: str, theme: Theme) -> list[dict[str, Any]]:
    """The total: hollow diamonds, or a line with its dashes where columns are too narrow for them."""
    drawn = [row for row in whole if row is not None and not row.missing]
    hover = [row.hover(lang) for row in drawn]
    ink = tokens.ui("ink", theme)
    if len(whole) > MANY:
        return series(whole, hover, ink, 2, theme)
    big = len(whole) <= _BIG
    marker = {
        "symbol": "diamond",
        "size": 10 if big else 8,
        "color": tokens.ui("background", theme),
        "line": {"width": 2 if big else 1.5, "color": ink},
    }
    trace = {"type": "scatter", "mode": "markers", "marker": marker, "cliponaxis": False, "customdata": hover}
    return [trace | {"x": [row.period for row in drawn], "y": [row.value for row in drawn]}] if drawn else []


def _totals(stack: list[Layer], whole: list[Point | None], size: int, lang: str, theme: Theme) -> list[dict[str, Any]]:
    """The number of each total beyond its pile; where many, only the lowest if it is negative."""
    drawn = [(place, row) for place, row in enumerate(whole) if row is not None and not row.missing]
    if not size:
        lowest = min(drawn, key=lambda pair: pair[1].value, default=None)
        drawn = [lowest] if lowest and lowest[1].value < 0 else []
    found = []
    for place, row in drawn:
        below = row.value < 0
        bottom, top = ends_of(stack, place)
        font = {
            "size": TOTAL if size == VALUE else LABEL,
            "color": tokens.ui("negative" if row.shown < 0 else "ink", theme),
        }
        shift = {"yanchor": "top", "yshift": -5} if below else {"yanchor": "bottom", "yshift": 6}
        at = min(bottom, row.value) if below else max(top, row.value)
        found.append(note(place, at, bold(row.label(lang)), font=font, **shift))
    return found


def regions(
    result: pd.DataFrame,
    lang: str,
    theme: Theme = "light",
    *,
    parts: Sequence[str] = THREE,
    total: str = "TOTAL",
    order: Sequence[str] | None = None,
) -> go.Figure:
    """One stacked bar a region for one period, names of the parts above the first, totals at the right.

    A diamond marks the total where parts fall below zero, for there the bar does not end at it.
    """
    tokens.one_level(parts)
    rows = points(result)
    places = list(order or dict.fromkeys(row.region for row in rows))
    stack = layers({(row.item, row.region): row for row in rows}, parts, places)
    found = {row.region: row for row in rows if row.item == total}
    whole = [found.get(place) for place in places]
    piles = [ends_of(stack, place) for place in range(len(places))]
    totals = [row.value for row in whole if row and not row.missing]
    high = max([*totals, *(pile[1] for pile in piles)], default=0.0) or 1.0
    low = min([0.0, *totals, *(pile[0] for pile in piles)])
    names = [lookup.region(place, lang, short=True) for place in places]
    right = room([row.label(lang) for row in whole if row], TOTAL)
    scale = (PHONE - room(names, LABEL) - right) / (high - low)
    layout = {
        "xaxis": {"range": [low - 0.004 * (high - low), high + 0.001 * (high - low)], "showticklabels": False},
        "yaxis": _names(places, names, theme),
        "bargap": 0.4,
        "margin": {"t": _HEAD, "r": right, "b": 4},
        "annotations": [
            *_heads(stack, scale, (low * scale, high * scale + right - 4), lang, theme),
            *_inside(stack, scale, lang, theme),
            *_right(whole, piles, lang),
        ],
    }
    traces = [bar(layer, places, lang, theme, across=True) for layer in stack]
    if low < 0:
        traces.append(_diamonds(whole, lang, theme))
    return figure("stack-regions", traces, layout, _ROW * len(places) + _HEAD, lang, theme)


def _names(places: list[str], names: list[str], theme: Theme) -> dict[str, Any]:
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": places,
        "range": [len(places) - 0.5, -0.5],
        "tickvals": list(range(len(places))),
        "ticktext": names,
        "tickfont": {"color": tokens.ui("ink", theme)},
    }


def _inside(stack: list[Layer], scale: float, lang: str, theme: Theme) -> list[dict[str, Any]]:
    """Numbers in the parts that are wide enough on a phone."""
    return [
        note(layer.middle(place), place, **inside(layer, place, row.label(lang), theme))
        for layer in stack
        for place, row in layer.drawn()
        if _wide(layer, place, row.label(lang), scale)
    ]


def _wide(layer: Layer, place: int, text: str, scale: float) -> bool:
    return abs(layer.value(place)) * scale >= width(text, VALUE) + 8


def _heads(stack: list[Layer], scale: float, ends: Span, lang: str, theme: Theme) -> list[dict[str, Any]]:
    """Names above the parts of the first bar, with the number where none stands in the part, if all of it fits."""
    first = [(layer, layer.rows[0]) for layer in stack if layer.drawn() and layer.drawn()[0][0] == 0]
    bare = [lookup.item(layer.code, lang, short=True) for layer, _ in first]
    numbers = [row.label(lang) if row else "" for _, row in first]
    full = [
        name if _wide(layer, 0, number, scale) else f"{name} {number}"
        for (layer, _), name, number in zip(first, bare, numbers, strict=True)
    ]
    fits = sum(width(text, LABEL) + 8 for text in full) <= ends[1] - ends[0]
    named = [(layer, text) for (layer, _), text in zip(first, full if fits else bare, strict=True)]
    return above(named, scale, ends, -0.36, LABEL, theme)


def _right(whole: list[Point | None], piles: list[Span], lang: str) -> list[dict[str, Any]]:
    """The totals, beyond the bars."""
    return [
        note(
            max(piles[place][1], row.value),
            place,
            bold(row.label(lang)),
            font={"size": TOTAL},
            xanchor="left",
            xshift=8,
        )
        for place, row in enumerate(whole)
        if row is not None and not row.missing
    ]


def _diamonds(whole: list[Point | None], lang: str, theme: Theme) -> dict[str, Any]:
    drawn = [row for row in whole if row is not None and not row.missing]
    line = {"width": 2, "color": tokens.ui("ink", theme)}
    return {
        "type": "scatter",
        "mode": "markers",
        "y": [row.region for row in drawn],
        "x": [row.value for row in drawn],
        "marker": {"symbol": "diamond", "size": 10, "color": tokens.ui("background", theme), "line": line},
        "customdata": [row.hover(lang) for row in drawn],
    }
