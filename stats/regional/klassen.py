"""Typologies of Klassen and the growth-share matrix: four fields between two lines."""

import numpy as np
import pandas as pd

from model.dimensions import Reason, Unit
from model.items import TOTAL
from stats.reasons import Codes, Floats, Mask
from stats.regional.panel import Panel, panel
from stats.regional.per_capita import published
from stats.regional.quotient import location_quotient
from stats.regional.table import CLASS, RATIO, Component, tabled
from stats.series import compound

VARIANTS: tuple[str, ...] = ("industry", "region")
BOUNDARY = "boundary"
"""Why there is no class: a value lies on the line."""


def field(across: Floats, line_across: Floats, up: Floats, line_up: Floats) -> Floats:
    """The field of a typology: 1 ahead in both, 2 ahead across only, 3 ahead up only, 4 in neither; missing on a line.

    >>> across, up = np.array([2.0, 2.0, 0.5, 0.5, 1.0]), np.array([9.0, 1.0, 9.0, 1.0, 9.0])
    >>> field(across, np.array(1.0), up, np.array(5.0)).tolist()
    [1.0, 2.0, 3.0, 4.0, nan]
    """
    first, second = np.sign(across - line_across), np.sign(up - line_up)
    return np.where(first * second == 0, np.nan, 2.5 - first - second / 2.0)


def klassen(obs: pd.DataFrame, regions: tuple[str, ...], reference: str, start: str, end: str) -> pd.DataFrame:
    """Klassen by industry (Sjafrizal): growth and share of an industry against the same industry of the reference.

    Levels at constant prices in. Components: `growth_region`, `growth_reference`, the compound average growth in per
    cent; `share_region`, `share_reference`, the mean of the yearly shares in the sum of the 17, in per cent;
    `class`: 1 maju dan tumbuh pesat (both above), 2 maju tapi tertekan (share above), 3 potensial (growth above), 4
    relatif tertinggal. Period `start/end`. A value on the line has no class: `boundary`.
    """
    known = panel(obs).span(start, end)
    own, other = known.of(regions), known.of((reference,))
    (growth, share), (their_growth, their_share) = _growth_share(own), _growth_share(other)
    status = np.maximum(own.weakest, other.weakest).max(axis=-1, keepdims=True)
    parts = {
        "growth_region": Component(growth, Unit.PERCENT, status),
        "growth_reference": Component(np.broadcast_to(their_growth, growth.shape), Unit.PERCENT, status),
        "share_region": Component(share, Unit.PERCENT, status),
        "share_reference": Component(np.broadcast_to(their_share, share.shape), Unit.PERCENT, status),
    }
    found = field(share, their_share, growth, their_growth)
    lost = np.isnan(growth + their_growth + share + their_share)
    return _classed(regions, known.items, f"{start}/{end}", parts, found, status, lost)


def klassen_of_regions(
    obs: pd.DataFrame, regions: tuple[str, ...], reference: str, start: str, end: str
) -> pd.DataFrame:
    """Klassen by region: growth and per capita of a region against those of the reference.

    As `klassen`, but growth is that of TOTAL as published and `share_region`, `share_reference` are the mean of the
    published per capita at constant prices, thousand rupiah (1 cepat maju dan cepat tumbuh, 2 maju tapi tertekan, 3
    berkembang cepat, 4 relatif tertinggal). Item TOTAL. Over the break of the population counts between 2019 and 2020
    there is no mean: `population_break`.
    """
    known = panel(obs).span(start, end)
    own, other = known.of(regions), known.of((reference,))
    years = len(known.years) - 1
    growth, their_growth = (
        compound(one.total[:, 0], one.total[:, -1], np.array(years))[:, None, None] for one in (own, other)
    )
    mine, theirs = (published(obs, codes, known.years) for codes in (regions, (reference,)))
    rich, their_rich = (one.value.mean(axis=1)[:, None, None] for one in (mine, theirs))
    broken = mine.broken or theirs.broken
    if broken:
        rich, their_rich = rich * np.nan, their_rich * np.nan
    status = np.maximum(own.total_status, other.total_status).max(axis=1)[:, None, None]
    weak = np.maximum(status, np.maximum(mine.status, theirs.status).max(axis=1)[:, None, None])
    why = "population_break" if broken else Reason.MISSING_INPUT.value
    parts = {
        "growth_region": Component(growth, Unit.PERCENT, status),
        "growth_reference": Component(np.broadcast_to(their_growth, growth.shape), Unit.PERCENT, status),
        "share_region": Component(rich, Unit.THOUSAND_IDR, weak, why),
        "share_reference": Component(np.broadcast_to(their_rich, rich.shape), Unit.THOUSAND_IDR, weak, why),
    }
    lost = np.isnan(growth + their_growth + rich + their_rich)
    return _classed(
        regions, (TOTAL,), f"{start}/{end}", parts, field(rich, their_rich, growth, their_growth), weak, lost, why
    )


def growth_share(obs: pd.DataFrame, regions: tuple[str, ...], reference: str, start: str, end: str) -> pd.DataFrame:
    """The growth-share matrix: location quotient across, growth up, the level of the last year as the bubble.

    Levels at constant prices in. Components: `lq` of the last year, `growth`, the compound average in per cent, `level`
    in billion rupiah; `line_lq` (1) and `line_growth`, the growth of the sum of the 17, are where the lines are drawn;
    `class`: 1 bintang, 2 sapi perah (quotient above), 3 tanda tanya (growth above), 4 lemah. A value on a line has no
    class: `boundary`. Period `start/end`.
    """
    known = panel(obs).span(start, end)
    own, other = known.of(regions), known.of((reference,))
    last = slice(-1, None)
    across = location_quotient(
        own.value[..., last], own.sums[:, None, last], other.value[..., last], other.sums[:, None, last]
    )
    years = len(known.years) - 1
    up = compound(own.value[..., 0], own.value[..., -1], np.array(years))[..., None]
    line = compound(own.sums[:, 0], own.sums[:, -1], np.array(years))[:, None, None]
    status = own.weakest[..., [0, -1]].max(axis=-1, keepdims=True)
    both = np.maximum(status, other.weakest[..., last])
    one = np.ones_like(across)
    parts = {
        "lq": Component(across, RATIO, both),
        "growth": Component(up, Unit.PERCENT, status),
        "level": Component(own.value[..., last], Unit.BILLION_IDR, own.status[..., last]),
        "line_lq": Component(one, RATIO, status * 0),
        "line_growth": Component(line + 0.0 * one, Unit.PERCENT, status),
    }
    return _classed(
        regions, known.items, f"{start}/{end}", parts, field(across, one, up, line), both, np.isnan(across + up + line)
    )


def _growth_share(known: Panel) -> tuple[Floats, Floats]:
    """The average growth and the mean share of the industries, per cent, with an axis for the one period."""
    growth = compound(known.value[..., 0], known.value[..., -1], np.array(len(known.years) - 1))
    share = 100.0 * (known.value / known.sums[:, None]).mean(axis=-1)
    return growth[..., None], share[..., None]


def _classed(
    regions: tuple[str, ...], items: tuple[str, ...], period: str, parts: dict[str, Component], found: Floats,
    status: Codes, lost: Mask, why: str = Reason.MISSING_INPUT.value,
) -> pd.DataFrame:  # fmt: skip
    """The parts as rows with the class after them; a missing class says whether an input was, or lies on a line."""
    table = tabled(regions, items, (period,), {**parts, "class": Component(found, CLASS, status, why)})
    on_line = np.zeros(len(table), dtype=bool)
    on_line[len(parts) :: len(parts) + 1] = (np.isnan(found) & ~np.broadcast_to(lost, found.shape)).ravel()
    table.loc[on_line, "reason"] = BOUNDARY
    return table
