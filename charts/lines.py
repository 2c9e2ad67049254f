"""Lines over time: industries of a region, or one item in several regions, also as a panel of a small multiple."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from charts import tokens
from charts.label import GAP, bold, further, note, room, spread, ticks
from charts.mark import held_against, line, missing, runs, series
from charts.point import Point, gaps, marks, periods, points
from charts.template import LABEL, PHONE, SMALL, figure
from charts.tokens import Theme
from model.dimensions import Measure
from model.items import TOTAL
from text import lookup

Span = tuple[float, float]
_TOP, _FOOT, _SIDE = 10, 28, 30
_UNDER, _CLEAR = 22, 28
_EDGES = (0.15, 0.0)


def items(
    result: pd.DataFrame,
    lang: str,
    theme: Theme = "light",
    *,
    chosen: Sequence[str] = (),
    y_range: Span | None = None,
) -> go.Figure:
    """The `chosen` items in their colours with name and latest number at the end; the others thin."""
    rows = points(result)
    places = periods(rows)
    strong = [_series(rows, places, item=item) for item in chosen]
    others = [item for item in dict.fromkeys(row.item for row in rows) if item not in chosen]
    weak = [_series(rows, places, item=item) for item in others]
    inks = [tokens.colour(item, theme).line for item in chosen]
    names = [lookup.item(item, lang, short=True) for item in chosen]
    wide = [2.75 if item in (TOTAL, "G", "TRADE") else 2.0 for item in chosen]
    traces = _thin(weak, [lookup.item(item, lang) for item in others], theme)
    for one, ink, width in zip(strong, inks, wide, strict=True):
        traces += series(one, [row.hover(lang) for row in one if row and not row.missing], ink, width, theme)
    span = y_range or _range(rows)
    height = tokens.HEIGHT["items"]
    bolds = [item in (TOTAL, "G", "TRADE") for item in chosen]
    ends = _ends(strong, names, inks, bolds, span, height, LABEL, lang)
    return _finished("lines-items", traces, ends, rows, span, height, LABEL, lang, theme)


def regions(
    result: pd.DataFrame,
    lang: str,
    theme: Theme = "light",
    *,
    chosen: str,
    small: bool = False,
    y_range: Span | None = None,
) -> go.Figure:
    """One item in several regions: the chosen one in the item's colour (ink for the total), the others grey.

    Named at the end as long as they are few; `small` is a panel of 172 px, to be given the common `y_range`.
    """
    rows = points(result)
    places = periods(rows)
    codes = [code for code in dict.fromkeys(row.region for row in rows) if code != chosen]
    named = [*codes, chosen] if len(codes) <= 4 else [chosen]
    others = [code for code in codes if code not in named]
    weak = [_series(rows, places, region=code) for code in others]
    strong = [_series(rows, places, region=code) for code in named]
    item = rows[0].item if rows else TOTAL
    grey = tokens.colour("REFERENCE", theme).line
    inks = [tokens.group_colour(item, theme).line if code == chosen else grey for code in named]
    names = [lookup.region(code, lang, short=True) for code in named]
    traces = _thin(weak, [lookup.region(code, lang) for code in others], theme)
    for one, ink, code in zip(strong, inks, named, strict=True):
        hover = [row.hover(lang, lookup.region(row.region, lang)) for row in one if row and not row.missing]
        traces += series(one, hover, ink, 2.5 if code == chosen else 1.75, theme)
    height, size = (tokens.HEIGHT["small"], SMALL) if small else (tokens.HEIGHT["line"], LABEL)
    low, high = _range(rows)
    deep = _CLEAR * (high - low) / (height - _TOP - _FOOT)
    lowest = [] if small else _lowest(strong, deep, lang, theme)
    span = y_range or _range(rows, under=_UNDER / (height - _TOP - _FOOT) if lowest else 0)
    bolds = [code == chosen for code in named]
    ends = _ends(strong, names, inks, bolds, span, height, size, lang)
    return _finished("lines-regions", traces, [*ends, *lowest], rows, span, height, size, lang, theme)


def span(*results: pd.DataFrame) -> Span:
    """The common y range of the panels of a small multiple."""
    return _range([row for result in results for row in points(result)])


def _series(
    rows: list[Point], places: list[str], item: str | None = None, region: str | None = None
) -> list[Point | None]:
    """One row a period, None where there is none."""
    found = {row.period: row for row in rows if item in (None, row.item) and region in (None, row.region)}
    return [found.get(place) for place in places]


def _thin(weak: Sequence[list[Point | None]], names: Sequence[str], theme: Theme) -> list[dict[str, Any]]:
    """All background lines, one trace a status however many they are, named on hover."""
    found: dict[str, tuple[list[Point | None], list[str]]] = {}
    for rows, name in zip(weak, names, strict=True):
        for status, run in runs(rows).items():
            segments, texts = found.setdefault(status, ([], []))
            segments += [*run, None]
            texts += [name] * len(run) + [""]
    named = {"hoverinfo": "text", "hovertemplate": "%{text}<extra></extra>"}
    return [
        line(status, segments, tokens.ui("rule", theme), 1) | named | {"text": texts}
        for status, (segments, texts) in found.items()
    ]


def _range(rows: list[Point], under: float = 0) -> Span:
    """All values with a little air, `under` (a part of the height) below; zero is in sight, 100 for an index."""
    values = [row.value for row in rows if not row.missing]
    base = 100.0 if rows and rows[0].measure == Measure.INDEX else 0.0
    low, high = min([base, *values]), max([base, *values])
    air = 0.06 * ((high - low) or 1.0)
    return low - max(air, under * (high - low)), high + air


def _ends(
    strong: Sequence[list[Point | None]],
    names: Sequence[str],
    inks: Sequence[str],
    bolds: Sequence[bool],
    span: Span,
    height: int,
    size: int,
    lang: str,
) -> list[dict[str, Any]]:
    """Name and latest number of each line, pushed apart; with its period where the line ends before the axis does."""
    told = []
    for rows, name, ink, strong_one in zip(strong, names, inks, bolds, strict=True):
        latest = next((row for row in reversed(rows) if row is not None and not row.missing), None)
        if latest is not None:
            text = f"{name} {latest.label(lang)}"
            if latest is not rows[-1]:
                text += f" ({lookup.period(latest.period, lang, latest.status, short=True)})"
            told.append((latest.value, bold(text) if strong_one else text, ink))
    unit = (span[1] - span[0]) / (height - _TOP - _FOOT)
    gap = (GAP if size > SMALL else GAP - 2) * unit
    placed = spread([at for at, _, _ in told], gap, span[0], span[1])
    return [
        note(1, at, text, xref="paper", xanchor="left", xshift=9, font={"size": size, "color": ink})
        for at, (_, text, ink) in zip(placed, told, strict=True)
    ]


def _lowest(strong: Sequence[list[Point | None]], deep: float, lang: str, theme: Theme) -> list[dict[str, Any]]:
    """The deepest contraction of the last line, told where it is not the latest and no other runs `deep` below it."""
    *others, rows = strong
    drawn = [(place, row) for place, row in enumerate(rows) if row is not None and not row.missing]
    place, row = min(drawn, key=lambda pair: pair[1].value, default=(0, None))
    if row is None or row.value >= 0 or row is drawn[-1][1]:
        return []
    below = [one[place] for one in others]
    if any(other and not other.missing and row.value - deep < other.value < row.value for other in below):
        return []
    font = {"size": LABEL, "color": tokens.ui("negative", theme)}
    return [note(place, row.value, row.label(lang), font=font, yanchor="top", yshift=-5)]


def _finished(
    name: str,
    traces: list[dict[str, Any]],
    notes: list[dict[str, Any]],
    rows: list[Point],
    span: Span,
    height: int,
    size: int,
    lang: str,
    theme: Theme,
) -> go.Figure:
    """Axes, room for the end labels, the line at zero or at 100, a band with a dash where nothing is drawn."""
    base = 100 if rows and rows[0].measure == Measure.INDEX else 0
    ends = [one["text"] for one in notes if one.get("xref") == "paper"]
    right = room(ends, size, 12)
    places, holes = periods(rows), gaps(rows)
    axis = ticks(places, marks(rows), lang, size, PHONE - _SIDE - right, _EDGES, holes)
    layout = {
        "xaxis": axis | {"ticklabelstandoff": 4},
        "yaxis": {
            "range": list(span),
            "showgrid": True,
            "nticks": 5 if size == SMALL else 7,
            "tickfont": {"size": size},
        },
        "margin": {"l": _side(span, size), "t": _TOP, "b": _FOOT + further(axis), "r": right},
        "shapes": [
            *(_band(places.index(hole), theme) for hole in holes),
            *([_rule(base, theme)] if span[0] <= base <= span[1] else []),
        ],
        "annotations": [*notes, *missing(holes, places, theme)],
    }
    return figure(name, traces, layout, height + further(axis), lang, theme)


def _rule(base: int, theme: Theme) -> dict[str, Any]:
    """The line at zero, or the dashed one at 100, over the grid and under the series."""
    style = held_against(theme) if base else {"color": tokens.ui("axis", theme), "width": 1}
    place = {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": base, "y1": base, "layer": "between"}
    return place | {"line": style}


def _band(place: int, theme: Theme) -> dict[str, Any]:
    """The ground of a period in which nothing is drawn."""
    style = {"fillcolor": tokens.ui("surface", theme), "line": {"width": 0}, "layer": "below"}
    return {"type": "rect", "x0": place - 0.5, "x1": place + 0.5, "yref": "paper", "y0": 0, "y1": 1, **style}


def _side(span: Span, size: int) -> int:
    """The margin that the numbers of the y axis need; where it has to grow, plotly.js draws everything twice."""
    longest = max((f"{edge:,.0f}" for edge in span), key=len)
    return room([longest + (",0" if span[1] - span[0] < 5 else "")], size, 18)
