"""Bars and lines that show how firm their figures are: hatches, dashes, hollow points."""

from collections.abc import Sequence
from typing import Any

from charts import tokens
from charts.label import note
from charts.point import Point
from charts.template import VALUE
from charts.tokens import Theme
from text.numbers import MISSING

MANY = 20


def thrifty(values: Sequence[Any]) -> Any:
    """One value where all are the same: plotly takes both, the wire takes less."""
    return values[0] if len(set(values)) == 1 else list(values)


def hatched(fills: Sequence[str], statuses: Sequence[str], theme: Theme, separator: bool = False) -> dict[str, Any]:
    """The `marker` of bars: fill by code, hatch by status, a separator in the ground's colour where parts touch."""
    looks = [tokens.look(status) for status in statuses]
    marker: dict[str, Any] = {"color": thrifty(fills)} if fills else {}
    if any(look.pattern for look in looks):
        marker["pattern"] = {
            "shape": thrifty([look.pattern for look in looks]),
            "size": thrifty([look.size for look in looks]),
            "solidity": thrifty([look.solidity for look in looks]),
            "fgcolor": tokens.ui("hatch", theme),
            "fillmode": "overlay",
        }
    if separator:
        marker["line"] = {"width": 1, "color": tokens.ui("background", theme)}
    return marker


def runs(rows: Sequence[Point | None]) -> dict[str, list[Point | None]]:
    """Line segments by the status of their later end; each run starts at the point before, None parts the runs.

    A missing row, or None, ends a run: a gap stays a gap.
    """
    found: dict[str, list[Point | None]] = {}
    for before, after in zip(rows, rows[1:], strict=False):
        if before is None or after is None or before.missing or after.missing:
            continue
        run = found.setdefault(after.status, [])
        if not run or run[-1] is not before:
            run += [before] if not run else [None, before]
        run.append(after)
    return found


def missing(gaps: Sequence[str], places: Sequence[str], theme: Theme) -> list[dict[str, Any]]:
    """A dash at the foot of each period in which nothing is drawn, as in the table."""
    style = {"yref": "paper", "yanchor": "bottom", "font": {"size": VALUE, "color": tokens.ui("muted", theme)}}
    return [note(places.index(gap), 0, MISSING, **style) for gap in gaps]


def line(status: str, run: Sequence[Point | None], colour: str, width: float) -> dict[str, Any]:
    """One trace for the segments of one status."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [row and row.period for row in run],
        "y": [row and row.value for row in run],
        "line": {"color": colour, "width": width, "dash": tokens.look(status).dash},
        "connectgaps": False,
        "hoverinfo": "skip",
        "hovertemplate": None,
    }


def dots(
    rows: Sequence[Point], hover: list[list[str]], colour: str, size: float, theme: Theme, sparse: bool = False
) -> dict[str, Any]:
    """The points of one series, hollow where provisional; `sparse` draws the last alone, the rest answer to hover."""
    looks = [tokens.look(row.status) for row in rows]
    ground = tokens.ui("background", theme)
    marker: dict[str, Any] = {
        "symbol": thrifty([look.symbol for look in looks]),
        "color": thrifty([ground if look.hollow else colour for look in looks]),
        "size": size,
        "line": {"width": 1.75, "color": colour},
    }
    if sparse:
        marker["opacity"] = [0] * (len(rows) - 1) + [1]
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [row.period for row in rows],
        "y": [row.value for row in rows],
        "marker": marker,
        "customdata": hover,
        "cliponaxis": False,
    }


def series(
    rows: Sequence[Point | None], hover: list[list[str]], colour: str, width: float, theme: Theme
) -> list[dict[str, Any]]:
    """A line with its dashes and points, drawn from one row a period (None where there is none)."""
    drawn = [row for row in rows if row is not None and not row.missing]
    traces = [line(status, run, colour, width) for status, run in runs(rows).items()]
    if drawn:
        traces.append(dots(drawn, hover, colour, 4 + 1.3 * width, theme, sparse=len(rows) > MANY))
    return traces


def held_against(theme: Theme) -> dict[str, Any]:
    """The `line` that figures are held against: the total among its parts, the 100 of an index."""
    return {"color": tokens.ui("ink", theme), "width": 1.5, "dash": "4px,3px"}
