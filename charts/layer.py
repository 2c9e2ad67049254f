"""The parts of a stack: where each begins and ends, its bars, the numbers in them and the names at the end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from charts import tokens
from charts.label import GAP, bold, note, spread, width
from charts.mark import hatched
from charts.point import Point
from charts.template import LABEL, PHONE, SMALL, VALUE
from charts.tokens import Theme
from text import lookup

_TALL = 29
_BAR = 0.72
_NAMES = 100
_FINE = 32


@dataclass(frozen=True)
class Layer:
    """One part over all places of a stack: its rows (None where there is none) and where each row begins."""

    code: str
    rows: tuple[Point | None, ...]
    starts: tuple[float, ...]

    def value(self, place: int) -> float:
        """What is drawn at a place: nothing where the row is missing."""
        row = self.rows[place]
        return 0.0 if row is None or row.missing else row.value

    def middle(self, place: int) -> float:
        return self.starts[place] + self.value(place) / 2

    def end(self, place: int) -> float:
        return self.starts[place] + self.value(place)

    def drawn(self) -> list[tuple[int, Point]]:
        return [(place, row) for place, row in enumerate(self.rows) if row is not None and not row.missing]


def layers(found: dict[tuple[str, str], Point], parts: Sequence[str], places: Sequence[str]) -> list[Layer]:
    """The parts piled from zero, positive ones up and negative ones down, in the order given.

    `found` holds the rows by item and place; a place is a period or a region.
    """
    up, down = [0.0] * len(places), [0.0] * len(places)
    stack: list[Layer] = []
    for code in parts:
        rows = tuple(found.get((code, place)) for place in places)
        starts = []
        for index, row in enumerate(rows):
            value = 0.0 if row is None or row.missing else row.value
            pile = down if value < 0 else up
            starts.append(pile[index])
            pile[index] += value
        stack.append(Layer(code, rows, tuple(starts)))
    return stack


def ends_of(stack: Sequence[Layer], place: int) -> tuple[float, float]:
    """The lowest and highest point of the pile at a place."""
    ends = [0.0, *(layer.end(place) for layer in stack)]
    return min(ends), max(ends)


def bar(layer: Layer, places: Sequence[str], lang: str, theme: Theme, across: bool = False) -> dict[str, Any]:
    """The trace of one part; `across`: horizontal."""
    drawn = layer.drawn()
    along, size = [places[place] for place, _ in drawn], [row.value for _, row in drawn]
    fill = tokens.colour(layer.code, theme).fill
    trace: dict[str, Any] = {
        "type": "bar",
        "name": layer.code,
        "x": size if across else along,
        "y": along if across else size,
        "marker": hatched([fill] * len(drawn), [row.status for _, row in drawn], theme, separator=len(places) <= _FINE),
        "customdata": [row.hover(lang) for _, row in drawn],
    }
    return trace | {"orientation": "h"} if across else trace


def inside(layer: Layer, place: int, text: str, theme: Theme, size: int = VALUE) -> dict[str, Any]:
    """The `font` and, on a hatch, the ground that make a text legible on its part."""
    colour = tokens.colour(layer.code, theme)
    row = layer.rows[place]
    style: dict[str, Any] = {"text": text, "font": {"size": size, "color": colour.on}}
    if row is not None and tokens.look(row.status).pattern:
        style |= {"bgcolor": colour.fill, "borderpad": 2 if size == VALUE else 1}
    return style


def number_size(rows: Sequence[Point], places: Sequence[str], lang: str) -> int:
    """The size at which the numbers of these rows fit in their columns, one a place, on a phone; 0 where none does."""
    for size, air in ((VALUE, 4), (SMALL, 2)):
        longest = max((width(row.label(lang), size) for row in rows), default=0.0)
        if len(places) * (longest + air) <= _BAR * (PHONE - _NAMES):
            return size
    return 0


def tall(layer: Layer, place: int, scale: float) -> bool:
    """Whether a number fits in a part, at `scale` pixels a unit."""
    return abs(layer.value(place)) * scale >= _TALL


def numbers(stack: Sequence[Layer], scale: float, size: int, lang: str, theme: Theme) -> list[dict[str, Any]]:
    """The number of every part that is tall enough; none at the size 0."""
    return [
        note(place, layer.middle(place), **inside(layer, place, row.label(lang), theme, size))
        for layer in stack
        for place, row in layer.drawn()
        if size and tall(layer, place, scale)
    ]


def end_names(
    stack: Sequence[Layer],
    total: Point | None,
    span: tuple[float, float],
    scale: float,
    few: bool,
    lang: str,
    theme: Theme,
) -> list[dict[str, Any]]:
    """Names right of the last place, pushed apart within `span`; with the number where none stands in the part."""
    last = len(stack[0].rows) - 1 if stack else 0
    wanted: list[tuple[float, str, str]] = []
    for layer in stack:
        row = layer.rows[last]
        if row is not None and not row.missing:
            told = few and tall(layer, last, scale)
            name = lookup.item(layer.code, lang, short=True)
            text = name if told else f"{name} {row.label(lang)}"
            wanted.append((layer.middle(last), text, tokens.colour(layer.code, theme).line))
    if total is not None and not total.missing:
        name = lookup.item(total.item, lang, short=True)
        wanted.append((total.value, name if few else f"{name} {total.label(lang)}", tokens.ui("ink", theme)))
    placed = spread([at for at, _, _ in wanted], GAP / scale, span[0] + GAP / 2 / scale, span[1])
    style = {"xref": "paper", "xanchor": "left", "xshift": 6}
    return [
        note(1, at, bold(text), font={"size": LABEL, "color": colour}, **style)
        for at, (_, text, colour) in zip(placed, wanted, strict=True)
    ]


def above(
    named: Sequence[tuple[Layer, str]], scale: float, ends: tuple[float, float], y: float, size: int, theme: Theme
) -> list[dict[str, Any]]:
    """Names above the parts of a horizontal bar, apart and between both `ends` on a phone (`scale` pixels a unit).

    The shift stays in pixels, so on a wide screen a name is never further from its part than on a phone.
    """
    named = sorted(named, key=lambda pair: pair[0].middle(0))
    halves = [width(text, size) / 2 for _, text in named]
    gaps = [one + other + 8 for one, other in zip(halves, halves[1:], strict=False)]
    wanted = [layer.middle(0) * scale for layer, _ in named]
    placed = spread(wanted, gaps, ends[0] + halves[0], ends[1] - halves[-1]) if named else []
    return [
        note(
            layer.middle(0),
            y,
            text,
            font={"size": size, "color": tokens.colour(layer.code, theme).line},
            yanchor="bottom",
            xshift=round(at - before),
        )
        for (layer, text), at, before in zip(named, placed, wanted, strict=True)
    ]
