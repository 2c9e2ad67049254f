"""Growth: laju pertumbuhan y-on-y, q-to-q and c-to-c, and the change in rupiah."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from model.dimensions import Frequency, Measure, Reason
from stats.block import BASES, Block, Cells
from stats.comparison import Comparison, Pair
from stats.reasons import Codes, Floats, Gaps, code
from stats.series import cagr, index
from stats.tidy import Statistic, table

__all__ = ["STATISTICS", "cagr", "change", "ctc", "index", "qtq", "rate", "yoy"]

SMALL = 0.0005  # of TOTAL: below it a rate says little, and rankings leave it out


def rate(now: Floats, base: Floats) -> Floats:
    """Growth of `now` on `base` in per cent; both in one unit.

    100·(now − base)/base. Missing where either is, where the base is not positive and where the sign changes.

    >>> rate(np.array([105.0, 0.0, -1.0, 2.0]), np.array([100.0, 5.0, 5.0, -5.0])).tolist()
    [5.0, -100.0, nan, nan]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        grown = now - base
        grown /= base
    grown *= 100.0
    np.copyto(grown, np.nan, where=~((base > 0) & (now >= 0)))
    return grown


def yoy(obs: pd.DataFrame) -> pd.DataFrame:
    """Growth on the same period of the year before (y-on-y; for years, annual growth).

    Levels in, per cent out; both price bases, the current one being nominal growth.
    100·(V_t/V_t−1year − 1). Missing: before the second year of an item (`no_predecessor`), where a period is missing
    (`missing_input`), base zero or negative (`zero_base`, `negative_base`), a fall below zero (`sign_change`). A base
    under 0.05 per cent of TOTAL keeps its value and says `small_base`.
    BPS: "Laju Pertumbuhan PDRB Atas Dasar Harga Konstan 2010 Menurut Lapangan Usaha (persen)".

    >>> from model.observations import levels
    >>> obs = levels({"TOTAL": {"2021": 200.0, "2022": 210.0, "2024": 220.0}})
    >>> yoy(obs)[["period", "value", "reason"]].values.tolist()  # doctest: +NORMALIZE_WHITESPACE
    [['2021', nan, 'no_predecessor'], ['2022', 5.0, ''],
     ['2023', nan, 'missing_input'], ['2024', nan, 'missing_input']]
    """
    return table(obs, {Measure.YOY: STATISTICS[Measure.YOY]})


def qtq(obs: pd.DataFrame) -> pd.DataFrame:
    """Growth on the quarter before (q-to-q), not seasonally adjusted and not annualised.

    Levels in, per cent out; quarters only. 100·(V_q/V_q−1 − 1), the first quarter on the fourth of the year before.
    Missing as for `yoy`.
    BPS: "Laju Pertumbuhan PDRB (q-to-q)" of the quarterly releases.

    >>> from model.observations import levels
    >>> obs = levels({"TOTAL": {"2022-Q4": 200.0, "2023-Q1": 190.0, "2023-Q2": 209.0}})
    >>> qtq(obs)["value"].tolist()
    [nan, -5.0, 10.0]
    """
    return table(obs, {Measure.QTQ: STATISTICS[Measure.QTQ]})


def ctc(obs: pd.DataFrame) -> pd.DataFrame:
    """Growth of the year so far on the same quarters of the year before (c-to-c, kumulatif).

    Levels in, per cent out; quarters only. 100·(Σ_k≤q V_y,k / Σ_k≤q V_y−1,k − 1). Missing as for `yoy`, and from a
    missing quarter on to the end of the year and in the next: all 2q quarters are needed.
    BPS: "Laju Pertumbuhan PDRB (c-to-c)" of the quarterly releases.

    >>> from model.observations import levels
    >>> obs = levels({"TOTAL": {"2022-Q1": 100.0, "2022-Q2": 100.0, "2023-Q1": 110.0, "2023-Q2": 100.0}})
    >>> ctc(obs)["value"].tolist()
    [nan, nan, nan, nan, 10.0, 5.0]
    """
    return table(obs, {Measure.CTC: STATISTICS[Measure.CTC]})


def change(obs: pd.DataFrame) -> pd.DataFrame:
    """The change on the same period of the year before, where a rate may not be defined (inventories, net exports).

    Levels in, billion rupiah out. V_t − V_t−1year; imports by their level, so a rise is positive. Missing where
    either period is (`no_predecessor`, `missing_input`); the sign of the base does not matter.
    BPS prints no such table; it is the difference of two printed levels.

    >>> from model.observations import levels
    >>> obs = levels({"INV": {"2022": -3.0, "2023": 2.0}}, approach="expenditure")
    >>> change(obs)["value"].tolist()
    [nan, 5.0]
    """
    return table(obs, {Measure.CHANGE: STATISTICS[Measure.CHANGE]})


def _growth(measure: Measure, comparison: Comparison) -> Statistic:
    """The growth of every series of a block by one comparison."""

    def cells(block: Block) -> Cells | None:
        if comparison != Comparison.YOY and block.frequency != Frequency.Q:
            return None
        pair = block.pair(comparison)
        value = rate(pair.now, pair.base)
        reason = _reasons(block, value, pair)
        small = pair.base < SMALL * pair.base[:, [block.total]]
        np.copyto(reason, np.uint8(code(Reason.SMALL_BASE)), where=small & (reason == 0))
        return Cells(value, pair.status, reason, block.rows(measure), BASES, block.periods)

    return cells


def _reasons(block: Block, value: Floats, pair: Pair) -> Codes:
    gaps = Gaps(value)
    now, base = gaps.take(pair.now), gaps.take(pair.base)
    lost = np.isnan(now) | np.isnan(base)
    early = gaps.take(pair.earliest < block.start[..., None])
    return gaps.explained(
        [
            (lost & early, Reason.NO_PREDECESSOR),
            (lost, Reason.MISSING_INPUT),
            (base == 0, Reason.ZERO_BASE),
            (base < 0, Reason.NEGATIVE_BASE),
            (now < 0, Reason.SIGN_CHANGE),
        ]
    )


def _change(block: Block) -> Cells:
    pair = block.pair(Comparison.YOY)
    value = pair.now - pair.base
    return Cells(value, pair.status, _reasons(block, value, pair), block.rows(Measure.CHANGE), BASES, block.periods)


STATISTICS: Mapping[Measure, Statistic] = {
    Measure.YOY: _growth(Measure.YOY, Comparison.YOY),
    Measure.QTQ: _growth(Measure.QTQ, Comparison.QTQ),
    Measure.CTC: _growth(Measure.CTC, Comparison.CTC),
    Measure.CHANGE: _change,
}
