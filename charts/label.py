"""Where labels stand: pushed apart, with room reserved, few enough for a phone."""

import re
from collections.abc import Sequence
from itertools import accumulate
from math import inf
from typing import Any

from model.dimensions import Frequency
from model.period import parse
from text import lookup

GAP = 15
_MOST = 4
_TAG = re.compile(r"<[^>]+>")


def note(x: float | str, y: float | str, text: str, **more: Any) -> dict[str, Any]:
    """An annotation at an index or a value; never at a year, which a category axis would take for a position."""
    return {"x": x, "y": y, "text": text, **more}


def bold(text: str) -> str:
    """Weight 600 stands beside 400 in one label."""
    return f'<span style="font-weight:600">{text}</span>'


def width(text: str, size: int) -> float:
    """The width in pixels, a little generous: Plex figures are 0.6 em wide, its letters less on average."""
    return len(_TAG.sub("", text)) * size * 0.58


def room(texts: Sequence[str], size: int, gap: int = 14) -> int:
    """The margin that the longest of some labels needs."""
    return round(max((width(text, size) for text in texts), default=0.0)) + gap


def spread(
    wanted: Sequence[float], gaps: float | Sequence[float], low: float = -inf, high: float = inf
) -> list[float]:
    """Positions as near as can be to the `wanted` ones, in the same order, at least `gaps` apart, within low and high.

    One gap for all, or one for each pair of neighbours in ascending order. What collides shares the displacement
    (least squares, by pooling neighbours).

    >>> spread([10, 12, 40], 6)
    [8.0, 14.0, 40.0]
    >>> spread([38, 40], 6, high=40)
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
        mean, count = value, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, count = (before * many + mean * count) / (many + count), many + count
        blocks.append((mean, count))
    return [mean for mean, count in blocks for _ in range(count)]


def ticks(periods: Sequence[str], status: dict[str, str], lang: str, every: int = 5) -> dict[str, Any]:
    """Axis settings of a period axis: all labels up to `every`, else first, last and at most two round ones between."""
    shown = range(len(periods)) if len(periods) <= every else _chosen(periods)
    return {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(periods),
        "range": [-0.5, len(periods) - 0.5],
        "tickvals": list(shown),
        "ticktext": [lookup.period(periods[index], lang, status[periods[index]], short=True) for index in shown],
        "tickangle": 0,
    }


def _chosen(periods: Sequence[str]) -> list[int]:
    """First and last, and the round periods nearest to the thirds between, none too near to another."""
    last = len(periods) - 1
    kept = [0, last]
    round_ones = [index for index, text in enumerate(periods) if _is_round(text)]
    for third in (last / 3, 2 * last / 3):
        near = min(round_ones, key=lambda index: abs(index - third), default=0)
        if all(abs(near - other) >= last / (_MOST + 1) for other in kept):
            kept.append(near)
    return sorted(kept)


def _is_round(text: str) -> bool:
    """A year that ends in 0 or 5; a first quarter."""
    period = parse(text)
    return period.year % 5 == 0 if period.frequency == Frequency.A else period.quarter == 1
