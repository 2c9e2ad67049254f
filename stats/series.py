"""Statistics of a whole series: the volume index and the compound average growth rate."""

from functools import partial
from typing import Any

import numpy as np
import pandas as pd

from model.dimensions import Frequency, Measure, Reason
from model.period import parse
from stats.block import BASES, Block, Cells, Way
from stats.comparison import UNKNOWN, Steps
from stats.reasons import REASONS, Codes, Floats, Gaps, Mask
from stats.tidy import table

Span = tuple[int | str | None, int | str | None]


def relative(level: Floats, base: Floats) -> Floats:
    """`level` as an index number, `base` = 100; both in one unit.

    100·level/base. Missing where either is, where the base is not positive or the level is negative.

    >>> relative(np.array([150.0, -1.0]), np.array([120.0, 120.0])).tolist()
    [125.0, nan]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((base > 0) & (level >= 0), 100.0 * level / base, np.nan)


def compound(first: Floats, last: Floats, years: Steps) -> Floats:
    """The rate in per cent that leads from `first` to `last` in so many equal yearly steps; both in one unit.

    100·((last/first)^(1/years) − 1). Missing where either is missing or not positive, and for less than a year.

    >>> compound(np.array([100.0, 100.0]), np.array([121.0, 121.0]), np.array([2, 0])).round(10).tolist()
    [10.0, nan]
    """
    fits = (first > 0) & (last > 0) & (years >= 1)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(fits, 100.0 * ((last / first) ** (1.0 / np.maximum(years, 1)) - 1.0), np.nan)


def index(obs: pd.DataFrame, base: int = 2010) -> pd.DataFrame:
    """Indeks perkembangan: the level with the base year as 100.

    Levels in, index numbers out. 100·V_t/V_base; for quarters the base is the mean of the four quarters of the base
    year. An item without that (whole) year takes its first (whole) year, and each row says so: `rebased_2021`.
    Missing: a missing period, or no whole year at all (`missing_input`); base zero or negative (`zero_base`,
    `negative_base`); a level below zero (`sign_change`).
    BPS: "Indeks Perkembangan PDRB (2010=100)".

    >>> from model.observations import levels
    >>> obs = levels({"TOTAL": {"2010": 200.0, "2011": 220.0}, "A": {"2011": 50.0, "2012": 60.0}})
    >>> index(obs)[["item", "value", "reason"]].values.tolist()  # doctest: +NORMALIZE_WHITESPACE
    [['A', nan, 'missing_input'], ['A', 100.0, 'rebased_2011'], ['A', 120.0, 'rebased_2011'],
     ['TOTAL', 100.0, ''], ['TOTAL', 110.0, ''], ['TOTAL', nan, 'missing_input']]
    """
    return table(obs, {Measure.INDEX: partial(index_cells, base=base)})


def cagr(obs: pd.DataFrame, start: int | str | None = None, end: int | str | None = None) -> pd.DataFrame:
    """Rata-rata laju pertumbuhan (majemuk): the compound average growth rate from `start` to `end`.

    Levels in, per cent a year out; years only, one row an item with the period `2021/2025`. By default from the item's
    first year to its last. 100·((V_T/V_0)^(1/n) − 1), n = T − 0. Missing: a single year, or a start before the item's
    first (`no_predecessor`); an end that is missing (`missing_input`); a first value zero or negative (`zero_base`,
    `negative_base`); a last one that is not positive (`sign_change`).
    BPS prints no such table for Medan; the formula is that of its publications.

    >>> from model.observations import levels
    >>> obs = levels({"TOTAL": {"2021": 100.0, "2022": 150.0, "2023": 121.0}})
    >>> cagr(obs)[["period", "value"]].round(8).values.tolist()
    [['2021/2023', 10.0]]
    """
    return table(obs, {Measure.CAGR: partial(cagr_cells, span=(start, end))})


def index_cells(block: Block, base: int) -> Cells:
    """The index of every series of a block, each series taken in one way throughout."""
    asked = base - block.first_year
    year = _base_year(block, block.value, asked)
    way = Way(block.value, block.status)
    if block.second is not None:
        published, summed = year[:, block.second_at], _base_year(block, block.second.value, asked)
        nearer = (published < 0) | ((published != asked) & ((summed == asked) | (summed < published)))
        way = block.one_way(((summed >= 0) & nearer)[..., None])
        year = _base_year(block, way.value, asked)
    mean, status = _yearly(block, way)
    at = np.maximum(year, 0)[..., None]
    basis = np.where(year[..., None] >= 0, np.take_along_axis(mean, at, axis=3), np.nan)
    worst = np.where(year[..., None] >= 0, np.take_along_axis(status, at, axis=3), np.uint8(UNKNOWN))
    value = relative(way.value, basis)
    reason = _index_reasons(value, way.value, basis)
    moved = np.broadcast_to(((year >= 0) & (year != asked))[..., None], value.shape) & (reason == 0)
    np.copyto(reason, (len(REASONS) + year).astype(np.uint8)[..., None], where=moved)
    return Cells(value, np.maximum(way.status, worst), reason, block.rows(Measure.INDEX), BASES, block.periods)


def cagr_cells(block: Block, span: Span) -> Cells | None:
    """The average growth of every series of a block of years, one cell along the axis of the spans that occur."""
    if block.frequency != Frequency.A:
        return None
    asked = _years(span)
    first, last = _ends(block, block.value, asked)
    way = Way(block.value, block.status)
    if block.second is not None:
        at = block.second_at
        summed = _ends(block, block.second.value, asked)
        longer = _reached(block.second.value, *summed) > _reached(block.value[:, at], first[:, at], last[:, at])
        way = block.one_way(longer[..., None])
        first[:, at] = np.where(longer, summed[0], first[:, at])
        last[:, at] = np.where(longer, summed[1], last[:, at])
    begin, end = _at(way.value, first, np.nan), _at(way.value, last, np.nan)
    status = np.maximum(_at(way.status, first, UNKNOWN), _at(way.status, last, UNKNOWN))
    value = compound(begin, end, last - first)
    reason = _cagr_reasons(block, value, begin, end, first, last)
    chosen = np.broadcast_to(block.rows(Measure.CAGR).any(axis=3), first.shape)
    spans = sorted(set(zip(first[chosen].tolist(), last[chosen].tolist(), strict=True)))
    rows = np.stack([chosen & (first == begun) & (last == ended) for begun, ended in spans] or [chosen], axis=-1)
    texts = tuple(f"{block.first + begun}/{block.first + ended}" for begun, ended in spans)
    wide = [np.broadcast_to(array[..., None], rows.shape) for array in (value, status, reason)]
    return Cells(wide[0], wide[1], wide[2], rows, BASES, texts or ("",))


def _yearly(block: Block, way: Way) -> Way:
    """The mean of each whole year, missing where a period of it is, and the weakest status."""
    shape = (*way.value.shape[:-1], -1, block.per_year)
    return Way(way.value.reshape(shape).mean(axis=-1), way.status.reshape(shape).max(axis=-1))


def _base_year(block: Block, value: Floats, asked: int) -> Steps:
    """For each series the place of its base year: the one asked for, else its first whole year, else -1."""
    whole: Mask = np.asarray(~np.isnan(value.reshape(*value.shape[:-1], -1, block.per_year)).any(axis=-1))
    first = np.where(whole.any(axis=-1), whole.argmax(axis=-1), -1)
    if not 0 <= asked < whole.shape[-1]:
        return first
    return np.where(whole[..., asked], asked, first)


def _index_reasons(value: Floats, level: Floats, basis: Floats) -> Codes:
    gaps = Gaps(value)
    now, base = gaps.take(level), gaps.take(basis)
    return gaps.explained(
        [
            (np.isnan(now) | np.isnan(base), Reason.MISSING_INPUT),
            (base == 0, Reason.ZERO_BASE),
            (base < 0, Reason.NEGATIVE_BASE),
            (now < 0, Reason.SIGN_CHANGE),
        ]
    )


def _years(span: Span) -> tuple[int | None, int | None]:
    """The years of a span; ValueError for what is no year, and for a start that is not before the end."""
    start, end = (None if year is None else parse(str(year)) for year in span)
    if (start and start.quarter) or (end and end.quarter):
        raise ValueError("an average growth rate spans years, not quarters")
    if start and end and start >= end:
        raise ValueError(f"the span {start}/{end} does not lead forward")
    return start.year if start else None, end.year if end else None


def _ends(block: Block, value: Floats, asked: tuple[int | None, int | None]) -> tuple[Steps, Steps]:
    """Where each series begins and ends: the years asked for, else its first and its last; else those of its panel."""
    stands = ~np.isnan(value)
    never = ~stands.any(axis=3)
    first = np.where(never, block.low[:, None], stands.argmax(axis=3))
    last = np.where(never, block.high[:, None], block.length - 1 - stands[..., ::-1].argmax(axis=3))
    start, end = asked
    first = first if start is None else np.full_like(first, start - block.first)
    last = last if end is None else np.full_like(last, end - block.first)
    return np.minimum(first, last), np.maximum(first, last)


def _reached(value: Floats, first: Steps, last: Steps) -> Steps:
    """How many years a series covers from `first` to `last`, -1 where it does not stand at both."""
    both = ~np.isnan(_at(value, first, np.nan)) & ~np.isnan(_at(value, last, np.nan))
    return np.where(both, last - first, -1)


def _at(array: Any, step: Steps, beyond: float) -> Any:
    """Each series at its own period; `beyond` where that lies outside the block."""
    inside = (step >= 0) & (step < array.shape[-1])
    taken = np.take_along_axis(array, np.where(inside, step, 0)[..., None], axis=3)[..., 0]
    return np.where(inside, taken, np.asarray(beyond, dtype=array.dtype))


def _cagr_reasons(block: Block, value: Floats, begin: Floats, end: Floats, first: Steps, last: Steps) -> Codes:
    gaps = Gaps(value)
    base, now = gaps.take(begin), gaps.take(end)
    lost: Mask = np.isnan(base) | np.isnan(now)
    alone = gaps.take(first == last) & ~np.isnan(now)
    return gaps.explained(
        [
            (alone | (lost & gaps.take(first < block.start)), Reason.NO_PREDECESSOR),
            (lost, Reason.MISSING_INPUT),
            (base == 0, Reason.ZERO_BASE),
            (base < 0, Reason.NEGATIVE_BASE),
            (now <= 0, Reason.SIGN_CHANGE),
        ]
    )
