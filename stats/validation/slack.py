"""How far the rounding of levels can move what is computed from them (rule: half a unit of the last digit of each)."""

from collections.abc import Callable, Mapping

import numpy as np
import pandas as pd

from model.dimensions import Measure
from stats.block import BASES
from stats.comparison import Comparison, now_and_base
from stats.reasons import Floats
from stats.validation.evidence import Evidence, Panel

Slack = Callable[[Panel], tuple[Floats, Floats]]
"""Of a panel: how far a measure moves by itself, and for each unit of its value (of 100 + its value, for growth)."""


def slack(evidence: Evidence, computed: pd.DataFrame) -> Floats:
    """For each row of `computed` (keys of the one table, `computed` its value) how far rounded levels can move it.

    In the unit of the measure. Missing where the item, or TOTAL for a share, has no level of its own in the file.
    """
    bound = np.full(len(computed), np.nan)
    for panel in evidence.panels:
        block = panel.block
        own = (computed["approach"] == block.approach) & (computed["frequency"] == block.frequency)
        axes = (block.regions, block.items, (*BASES,), block.periods)
        for measure in computed.loc[own, "measure"].unique():
            rows = np.flatnonzero(own & (computed["measure"] == measure))
            taken = computed.iloc[rows]
            basis = taken["price_basis"].replace("implicit", BASES[0])
            names = (taken["region"], taken["item"], basis, taken["period"])
            at = [pd.Index(axis).get_indexer(pd.Index(name)) for axis, name in zip(axes, names, strict=True)]
            inside = np.all([place >= 0 for place in at], axis=0)
            alone, relative = (
                array[tuple(place[inside] for place in at)] for array in BOUNDED[Measure(measure)](panel)
            )
            size = np.abs(taken["computed"].to_numpy()[inside] + (100 if measure in _RATES else 0))
            with np.errstate(invalid="ignore"):
                bound[rows[inside]] = alone + relative * size
    return bound


def _relative(panel: Panel) -> Floats:
    with np.errstate(divide="ignore", invalid="ignore"):
        relative: Floats = panel.half / np.abs(panel.value)
    return relative


def _growth(comparison: Comparison) -> Slack:
    def of(panel: Panel) -> tuple[Floats, Floats]:
        value = now_and_base(panel.value, comparison, panel.block.per_year)
        half = now_and_base(panel.half, comparison, panel.block.per_year)
        with np.errstate(divide="ignore", invalid="ignore"):
            relative: Floats = half[0] / np.abs(value[0]) + half[1] / np.abs(value[1])
        return np.zeros_like(relative), relative

    return of


def _of_both_bases(single: Slack) -> Slack:
    def of(panel: Panel) -> tuple[Floats, Floats]:
        alone, relative = single(panel)
        return alone, np.broadcast_to(relative.sum(axis=2, keepdims=True), relative.shape)

    return of


def _contribution(comparison: Comparison) -> Slack:
    def of(panel: Panel) -> tuple[Floats, Floats]:
        total = slice(panel.block.total, panel.block.total + 1)
        base = now_and_base(panel.value, comparison, panel.block.per_year)[1][:, total]
        half, half_before = now_and_base(panel.half, comparison, panel.block.per_year)
        with np.errstate(divide="ignore", invalid="ignore"):
            alone: Floats = 100 * (half + half_before) / np.abs(base)
            relative: Floats = half_before[:, total] / np.abs(base)
        return alone, np.broadcast_to(relative, alone.shape)

    return of


def _share(panel: Panel) -> tuple[Floats, Floats]:
    relative = _relative(panel)
    total = slice(panel.block.total, panel.block.total + 1)
    return np.zeros_like(relative), relative + relative[:, total]


def _level(panel: Panel) -> tuple[Floats, Floats]:
    return np.zeros_like(panel.value), _relative(panel)


_RATES = {Measure.YOY, Measure.QTQ, Measure.CTC, Measure.DEFLATOR_YOY, Measure.DEFLATOR_QTQ, Measure.DEFLATOR_CTC}

BOUNDED: Mapping[Measure, Slack] = {
    Measure.YOY: _growth(Comparison.YOY),
    Measure.QTQ: _growth(Comparison.QTQ),
    Measure.CTC: _growth(Comparison.CTC),
    Measure.DEFLATOR_YOY: _of_both_bases(_growth(Comparison.YOY)),
    Measure.DEFLATOR_QTQ: _of_both_bases(_growth(Comparison.QTQ)),
    Measure.DEFLATOR_CTC: _of_both_bases(_growth(Comparison.CTC)),
    Measure.CONTRIBUTION_YOY: _contribution(Comparison.YOY),
    Measure.CONTRIBUTION_QTQ: _contribution(Comparison.QTQ),
    Measure.CONTRIBUTION_CTC: _contribution(Comparison.CTC),
    Measure.SHARE: _share,
    Measure.DEFLATOR: _of_both_bases(_level),
}
"""The measures whose rounding is bounded; other derived tables are not compared."""
