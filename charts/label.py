"""Where labels stand: pushed apart, with room reserved, few enough for a phone."""

import re
from collections.abc import Collection, Sequence
from itertools import accumulate
from math import inf
from typing import Any

from model.dimensions import Frequency
from model.period import parse
from text import lookup

Edges = tuple[float, float]

GAP = 15
_LINE = 1.3
_FEW, _TURNS = 3, 8
_TAG = re.compile(r"<[^>]+>")
_YEAR = re.compile(r"[ -](\d{4})")


def note(x: float | str, y: float | str, text: str, **more: Any) -> dict[str, Any]:
    """An annotation at an index or a value; never at a year, which a category axis would take for a position."""
    return {"x": x, "y": y, "text": text, **more}


def bold(text: str) -> str:
    """Weight 600 stands beside 400 in one label."""
    return f'<span style="font-weight:600">{text}</span>'


def width(text: str, size: int) -> float:
    """The width in pixels, a little generous: Plex figures are 0.6 em wide, its letters less on average."""
    return max(len(_TAG.sub("", line)) for line in text.split("<br>")) * size * 0.58


def two_lines(period: str) -> str:
    """A quarter in words over its year, for a narrow head; a year stays as it is.

    >>> two_lines("Tw IV-2025**"), two_lines("Q4 2025**"), two_lines("2025**")
    ('Tw IV<br>2025**', 'Q4<br>2025**', '2025**')
    """
    return _YEAR.sub(r"<br>\1", period)


def room(texts: Sequence[str], size: int, gap: int = 14) -> int:
    """The margin that the longest of some labels needs."""
    return round(max((width(text, size) for text in texts), default=0.0)) + gap


def spread(wanted: Sequence[float], gaps: float | Sequence[float], low: float = -inf, high: float = inf) -> list[float]:
    """Positions as near as can be to the `wanted` ones, in the same order, at least `gaps` apart, within low and high.

    One gap for all, or one for each pair of neighbours in ascending order. What collides shares the displacement
    (least squares, by pooling neighbours).

    >>> spread([10, 12, 40], 6)
    [8.0, 14.0, 40.0]
    >>> spread([38, 40], 6, high=40.0)
    [34.0, 40.0]
    """
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    each = [gaps] * (len(wanted) - 1) if isinstance(gaps, (int, float)) else gaps
    offset = [0.0, *accumulate(each)]
    level = _rising([wanted[index] - offset[place] for place, index in enumerate(order)])
    placed = [0.0] * len(wanted)
    for place, index in enumerate(order):
        placed[index] = max(low, min(level[place], high - offset[-1])) + offset[place]
    return placed


def _rising(values: Sequence[float]) -> list[float]:
    """The nearest sequence that never falls: whatever falls is pooled to its mean."""
    blocks: list[tuple[float, int]] = []
    for value in values:
        mean, count = float(value), 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]


def ticks(
    periods: Sequence[str],
    status: dict[str, str],
    lang: str,
    size: int,
    plot: float,
    edges: Edges = (0.5, 0.5),
    gaps: Collection[str] = (),
) -> dict[str, Any]:
    """Axis settings of a period axis: as many labels of `size` as fit in a plot of `plot` pixels, marks beside them.

    All where they fit, a few on two lines in turn. Else the first, the last, the marked ones (of many one a mark) and
    the first of each gap, on a line below where it would touch another; and between them the round ones (a year on 0 or
    5, a first quarter) nearest to the thirds, or to the middle. `edges` is the air before the first and after the last,
    in steps.
    """
    texts = [lookup.period(text, lang, status.get(text, ""), short=True) for text in periods]
    step = plot / max(len(texts) - 1 + sum(edges), 1)
    halves = [width(text, size) / 2 + 2 for text in texts]
    marked = [lookup.mark(status.get(text, "")) for text in periods]
    lines = _kept([index for index, text in enumerate(periods) if _is_round(text)], halves, step)
    for place in (*_begins([text in gaps for text in periods]), *_telling(marked, lines[0])):
        _place(place, lines, halves, step)
    below = {place: "<br>" * line for line, places in enumerate(lines) for place in places}
    kept = sorted(below)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(periods),
        "range": [-edges[0], len(periods) - 1 + edges[1]],
        "tickvals": kept,
        "ticktext": [below[place] + texts[place] for place in kept],
        "tickangle": 0,
        "tickfont": {"size": size},
    }


def further(axis: dict[str, Any]) -> int:
    """The height in pixels that the lines of labels below the first take."""
    lines = max((str(text).count("<br>") for text in axis["ticktext"]), default=0)
    return round(lines * axis["tickfont"]["size"] * _LINE)


def _begins(there: Sequence[bool]) -> list[int]:
    """The places with which a run begins."""
    return [place for place, one in enumerate(there) if one and not (place and there[place - 1])]


def _telling(marked: Sequence[str], told: Collection[int]) -> list[int]:
    """The places with a mark; of many, the first of each mark that is not told yet."""
    places = [place for place, mark in enumerate(marked) if mark]
    if len(places) <= _FEW:
        return places
    known = {marked[place] for place in told}
    return [marked.index(mark) for mark in dict.fromkeys(marked) if mark and mark not in known]


def _place(place: int, lines: list[list[int]], halves: list[float], step: float) -> None:
    """Puts a label on the first line where it touches no other."""
    if any(place in line for line in lines):
        return
    for line in lines:
        if all(abs(place - other) * step >= halves[place] + halves[other] for other in line):
            line.append(place)
            return
    lines.append([place])


def _kept(round_ones: list[int], halves: list[float], step: float) -> list[list[int]]:
    """All on one line, or a few on two in turn, the last on the first; else the first line that fits of fewer."""
    last = len(halves) - 1
    if _fit(everything := list(range(last + 1)), halves, step):
        return [everything]
    two = [everything[::-2][::-1], everything[-2::-2][::-1]]
    if len(everything) <= _TURNS and all(_fit(line, halves, step) for line in two):
        return two
    candidates = []
    for parts in (3, 2):
        targets = [last * part / parts for part in range(1, parts)]
        inner = [index for index in round_ones if 0 < index < last] or [last // 2]
        candidates.append(sorted({0, *(min(inner, key=lambda index: abs(index - target)) for target in targets), last}))
    candidates += [sorted({0, last // 2, last}), [0, last]]
    return [next((kept for kept in candidates if _fit(kept, halves, step)), [last])]


def _fit(kept: Sequence[int], halves: Sequence[float], step: float) -> bool:
    """Whether labels on one line do not touch."""
    pairs = zip(kept, kept[1:], strict=False)
    return all((after - before) * step >= halves[before] + halves[after] for before, after in pairs)


def _is_round(text: str) -> bool:
    """A year that ends in 0 or 5; a first quarter."""
    period = parse(text.split("/")[-1])
    return period.year % 5 == 0 if period.frequency == Frequency.A else period.quarter == 1
