"""Shares: three groups in one bar, industries by rank, and how the parts of 100 moved over time."""

from collections.abc import Sequence

import pandas as pd
import plotly.graph_objects as go

from charts import bars, layer, tokens
from charts.label import bold, further, note, room, width
from charts.mark import missing
from charts.point import gaps, periods, points
from charts.stack import period_axis, zero
from charts.template import LABEL, PHONE, VALUE, figure
from charts.tokens import Theme
from model.items import THREE_GROUPS
from text import lookup

_TOP, _FOOT, _MANY_PARTS = 10, 26, 8


def bar(result: pd.DataFrame, lang: str, theme: Theme = "light", *, parts: Sequence[str] = THREE_GROUPS) -> go.Figure:
    """One stacked bar of one period; name and number in each segment, above it where it is too narrow on a phone."""
    tokens.one_level(parts)
    stack = layer.layers({(row.item, ""): row for row in points(result)}, parts, [""])
    whole = layer.ends_of(stack, 0)[1] or 100.0
    scale = (PHONE - 8) / whole
    wide, narrow = [], []
    for one in stack:
        for _, row in one.drawn():
            name, number = lookup.item(one.code, lang, short=True), row.label(lang)
            fits = one.value(0) * scale >= max(width(name, VALUE), width(number, VALUE)) + 8
            if fits:
                text = f"{name}<br>{bold(number)}"
                wide.append(note(one.middle(0), 0, **layer.inside(one, 0, text, theme)))
            else:
                narrow.append((one, f"{name} {bold(number)}"))
    layout = {
        "xaxis": {"range": [0, whole], "visible": False},
        "yaxis": {"visible": False, "range": [-0.5, 0.5]},
        "bargap": 0,
        "margin": {"t": 26 if narrow else 4, "r": 4, "b": 4},
        "annotations": [*wide, *layer.above(narrow, scale, (0, PHONE - 8), 0.5, VALUE, theme)],
    }
    traces = [layer.bar(one, [""], lang, theme, across=True) for one in stack]
    return figure("structure", traces, layout, tokens.HEIGHT["one_bar"], lang, theme)


def ranked(result: pd.DataFrame, lang: str, theme: Theme = "light") -> go.Figure:
    """The shares of one period by size."""
    return bars.ranked(result, lang, theme)


def columns(
    result: pd.DataFrame, lang: str, theme: Theme = "light", *, parts: Sequence[str] = THREE_GROUPS
) -> go.Figure:
    """The parts of 100 by period, the first at the bottom; names and latest numbers at the end."""
    tokens.one_level(parts)
    rows = [row for row in points(result) if row.item in parts]
    places = periods(rows)
    stack = layer.layers({(row.item, row.period): row for row in rows}, parts, places)
    height = tokens.HEIGHT["bars" if len(parts) > _MANY_PARTS else "line"]
    high = max((layer.ends_of(stack, place)[1] for place in range(len(places))), default=0.0) or 100.0
    scale = (height - _TOP - _FOOT) / high
    size = layer.number_size(rows, places, lang) if len(parts) <= _MANY_PARTS else 0
    names = layer.end_names(stack, None, (0, high), scale, bool(size), lang, theme)
    right = room([name["text"] for name in names], LABEL)
    axis = period_axis(places, rows, size, right, lang, theme)
    layout = {
        "xaxis": axis,
        "yaxis": {"visible": False, "range": [0, 1.001 * high]},
        "bargap": 0.3 if size else 0.16,
        "margin": {"t": _TOP, "b": _FOOT + further(axis), "r": right},
        "shapes": [zero(theme)],
        "annotations": [
            *layer.numbers(stack, scale, size, lang, theme),
            *names,
            *missing(gaps(rows), places, theme),
        ],
    }
    traces = [layer.bar(one, places, lang, theme) for one in stack]
    return figure("structure-columns", traces, layout, height + further(axis), lang, theme)
