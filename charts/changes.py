"""The map of changes: items down in BPS order, periods across; what is revised, new, withdrawn or the same."""

from collections.abc import Sequence
from math import nan
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from charts import tokens
from charts.label import ticks, two_lines, width
from charts.point import wrap
from charts.template import LABEL, PHONE, SMALL, figure
from charts.tokens import Theme
from model.dimensions import weakest
from model.items import order
from text import lookup
from text.lookup import say
from text.numbers import number, signed

CLASSES = ("unchanged", "revised_up", "revised_down", "new", "withdrawn")
SIGNS = ("·", "+", "−", "◆", "×")
_HEAD, _SECOND, _LINE, _AIR = 22, 15, 27, 6
_DIGITS = (2, 1, 0)


class Cell(NamedTuple):
    """One value of the map; `place` is that of its class among CLASSES."""

    item: str
    period: str
    unit: str
    kind: str
    before: float
    after: float
    size: float
    status_before: str
    status_after: str

    @property
    def status(self) -> str:
        """As it will be; of what is withdrawn, as it was."""
        return self.status_after or self.status_before

    @property
    def place(self) -> int:
        if self.kind == "revised":
            return CLASSES.index("revised_up" if self.size > 0 else "revised_down")
        return CLASSES.index(self.kind) if self.kind in CLASSES else 0


def changes(values: pd.DataFrame, lang: str, theme: Theme = "light") -> go.Figure:
    """The map of one table of changes (`stats.revision.revision`), one region, side and price basis.

    In a cell stands by how much the value changes, in the unit of the table, or what else becomes of it in a word; a
    sign for each where the words do not fit in the columns on a phone. Nothing stands where nothing was handed in.
    """
    cells = [Cell(*row) for row in zip(*(values[name].tolist() for name in Cell._fields), strict=True)]
    items = sorted({cell.item for cell in cells}, key=order)
    periods = sorted({cell.period for cell in cells})
    names = [lookup.item(item, lang, short=True) for item in items]
    plot = PHONE - max((width(name, LABEL) for name in names), default=0.0) - _AIR
    written = _written(cells, lang, plot / max(len(periods), 1) - 4)
    places = {(cell.item, cell.period): index for index, cell in enumerate(cells)}
    across = _across(periods, cells, lang, plot)
    head = _HEAD + _SECOND * max((str(text).count("<br>") for text in across["ticktext"]), default=0)
    layout = {
        "xaxis": across,
        "yaxis": {
            "type": "category",
            "categoryarray": items,
            "categoryorder": "array",
            "range": [len(items) - 0.5, -0.5],
            "tickvals": list(range(len(items))),
            "ticktext": names,
            "tickfont": {"size": LABEL, "color": tokens.ui("ink", theme)},
        },
        "margin": {"t": head, "r": 4, "l": 4, "b": 4},
    }
    trace = _map(cells, written, [[places.get((item, period)) for period in periods] for item in items], lang, theme)
    return figure("changes", [trace | {"x": periods, "y": items}], layout, head + _LINE * len(items) + 4, lang, theme)


def _map(
    cells: Sequence[Cell], written: Sequence[str], grid: list[list[int | None]], lang: str, theme: Theme
) -> dict[str, Any]:
    """The trace of the map; `grid` holds the place of each cell, None where there is none."""
    fills = [tokens.heat(name, theme) for name in CLASSES]
    steps = [(edge / len(fills), fill) for place, fill in enumerate(fills) for edge in (place, place + 1)]
    return {
        "type": "heatmap",
        "z": [[nan if at is None else cells[at].place for at in line] for line in grid],
        "text": [["" if at is None else written[at] for at in line] for line in grid],
        "texttemplate": "%{text}",
        "textfont": {"size": SMALL, "color": tokens.ui("ink", theme)},
        "customdata": [[["", ""] if at is None else _hover(cells[at], lang) for at in line] for line in grid],
        "hovertemplate": "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>",
        "hoverongaps": False,
        "colorscale": steps,
        "zmin": -0.5,
        "zmax": len(fills) - 0.5,
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }


def _across(periods: Sequence[str], cells: Sequence[Cell], lang: str, plot: float) -> dict[str, Any]:
    """The heads of the columns, above the map."""
    status = _marks(cells)
    axis = ticks(periods, status, lang, SMALL, plot)
    texts = [lookup.period(text, lang, status[text], short=True) for text in periods]
    narrow = [two_lines(text) for text in texts]
    if max((width(text, SMALL) for text in narrow), default=0.0) + 4 <= plot / max(len(periods), 1):
        axis |= {"tickvals": list(range(len(periods))), "ticktext": narrow}
    return axis | {"side": "top", "ticklabelstandoff": 2}


def _marks(cells: Sequence[Cell]) -> dict[str, str]:
    """The weakest status of each period: the mark beside the period covers all of its column."""
    found: dict[str, set[str]] = {}
    for cell in cells:
        found.setdefault(cell.period, set()).add(cell.status)
    return {period: weakest(statuses).value for period, statuses in found.items()}


def _written(cells: Sequence[Cell], lang: str, room: float) -> list[str]:
    """What stands in each cell: words, and numbers in as many decimals as fit; else signs, as for what rounds to 0."""
    for digits in _DIGITS:
        texts = [_word(cell, lang, digits) for cell in cells]
        if max((width(text, SMALL) for text in texts), default=0.0) <= room:
            return texts
    return [SIGNS[cell.place] for cell in cells]


def _word(cell: Cell, lang: str, digits: int) -> str:
    written = signed(cell.size, lang, digits)
    if cell.kind == "revised" and written != signed(0.0, lang, digits):
        return written
    return say("changes.cell.new", lang) if cell.kind == "new" else SIGNS[cell.place]


def _hover(cell: Cell, lang: str) -> list[str]:
    """Which value, and what becomes of it."""
    shown = {"before": number(cell.before, lang), "after": number(cell.after, lang), "size": signed(cell.size, lang)}
    name = wrap(lookup.item(cell.item, lang, short=True))
    what = say(f"changes.cell.hover.{cell.kind}", lang, unit=lookup.unit(cell.unit, lang), **shown)
    return [f"{name}, {lookup.period(cell.period, lang, cell.status)}", what]
