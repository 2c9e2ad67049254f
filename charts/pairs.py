"""Two periods of a few industries: a bar for the later, a hollow circle for the earlier, both numbers at the right."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import tokens
from charts.bars import bar, by_size, extent, names, zero_line
from charts.label import bold, note, room, two_lines
from charts.point import Point, marks, points
from charts.template import LABEL, figure
from charts.tokens import Theme
from text import lookup

_ROW, _HEAD, _LINE = 32, 30, 16


def pairs(result: pd.DataFrame, now: str, before: str, lang: str, theme: Theme = "light") -> go.Figure:
    """Bars of `now`, circles of `before`, public services violet; two columns of numbers under their periods.

    A number beside a circle would be read as the circle's value, so both stand in columns of their own.
    """
    rows = points(result)
    late = by_size([row for row in rows if row.period == now])
    early = {row.item: row for row in rows if row.period == before}
    fills = [tokens.group_colour(row.item, theme, public=True).fill for row in late]
    old = [early[row.item] for row in late if row.item in early and not early[row.item].missing]
    heads = {text: two_lines(lookup.period(text, lang, status, short=True)) for text, status in marks(rows).items()}
    top = _HEAD + (_LINE if any("<br>" in head for head in heads.values()) else 0)
    column = room([*(row.label(lang) for row in [*late, *old]), *heads.values()], LABEL, 8)
    values = [row.value for row in [*late, *old] if not row.missing]
    layout = {
        "xaxis": {"range": _wide(values), "showticklabels": False, **zero_line(theme)},
        "yaxis": names(late, lang) | {"tickfont": {"color": tokens.ui("ink", theme)}},
        "bargap": 0.36,
        "margin": {"t": top, "r": 2 * column + 8, "b": 4},
        "annotations": [
            *_column(late, column, lang, theme, strong=True),
            *_column([early.get(row.item) for row in late], 2 * column, lang, theme),
            *_heads(heads.get(now, ""), heads.get(before, ""), column, theme),
        ],
    }
    traces = [bar(late, fills, lang, theme), _circles(old, lang, theme)]
    return figure("pairs", traces, layout, _ROW * len(late) + top + 4, lang, theme)


def _wide(values: list[float]) -> list[float]:
    """Half a circle more than the longest, at both ends."""
    low, high = extent(values)
    return [low - (0.02 * (high - low) if low < -0.01 * (high - low) else 0), high + 0.03 * (high - low)]


def _circles(old: list[Point], lang: str, theme: Theme) -> dict[str, Any]:
    line = {"width": 2, "color": tokens.ui("ink", theme)}
    return {
        "type": "scatter",
        "mode": "markers",
        "y": [row.item for row in old],
        "x": [row.value for row in old],
        "marker": {"symbol": "circle", "size": 9, "color": tokens.ui("background", theme), "line": line},
        "customdata": [row.hover(lang) for row in old],
        "cliponaxis": False,
    }


def _column(
    column: Sequence[Point | None], shift: int, lang: str, theme: Theme, strong: bool = False
) -> list[dict[str, Any]]:
    """One number a row, flush right; nothing where the earlier period has no row at all."""
    found = []
    for place, row in enumerate(column):
        if row is None:
            continue
        text = row.label(lang)
        tone = "ink" if strong else "muted"
        if row.shown < 0:
            tone = "negative"
        font = {"size": LABEL, "color": tokens.ui(tone, theme)}
        right = {"xref": "paper", "xanchor": "right", "xshift": shift, "font": font}
        found.append(note(1, place, bold(text) if strong else text, **right))
    return found


def _heads(now: str, before: str, column: int, theme: Theme) -> list[dict[str, Any]]:
    """The two periods above their columns."""
    font = {"size": LABEL, "color": tokens.ui("muted", theme)}
    place = {"xref": "paper", "yref": "paper", "xanchor": "right", "yanchor": "bottom", "yshift": 4}
    return [
        note(1, 1, bold(now), font=font, xshift=column, **place),
        note(1, 1, before, font=font, xshift=2 * column, **place),
    ]
