"""Sumber pertumbuhan: what each item contributes to the growth of TOTAL, in percentage points."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from model.dimensions import Frequency, Measure, Reason
from stats.block import BASES, Block, Cells
from stats.comparison import Comparison, Pair, Steps
from stats.reasons import Codes, Floats, Gaps
from stats.tidy import Statistic, table


def points(now: Floats, base: Floats, total_base: Floats) -> Floats:
    """What the change from `base` to `now` adds to the growth of a total that was `total_base`; all in one unit.

    100·(now − base)/total_base, percentage points. Missing where an input is, and where the total is not positive.

    >>> points(np.array([158_940.63]), np.array([153_246.71]), np.array([602_235.95])).round(4).tolist()
    [0.9455]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        added = now - base
        added *= np.where(total_base > 0, 100.0 / total_base, np.nan)
    return added


def contribution_yoy(obs: pd.DataFrame) -> pd.DataFrame:
    """Contribution to the growth of TOTAL on the same period of the year before.

    Levels in, percentage points out (BPS writes "persen"). ±100·(V_i,t − V_i,s)/TOTAL_s with s a year earlier, minus
    for imports; TOTAL is the published one, and RESIDUAL what its parts leave of it, so that parts and RESIDUAL add to
    the growth of TOTAL. Missing: before the second year of an item (`no_predecessor`), where an item, TOTAL or, for
    RESIDUAL, any part is missing (`missing_input`), TOTAL zero or negative. The item's own base may have any sign.
    BPS: "Sumber Pertumbuhan PDRB Menurut Lapangan Usaha (y-on-y)".

    >>> from model.observations import levels
    >>> obs = levels({"A": {"2022": 40.0, "2023": 43.0}, "TOTAL": {"2022": 200.0, "2023": 210.0}})
    >>> contribution_yoy(obs).query("period == '2023' and item != 'RESIDUAL'")["value"].tolist()
    [1.5, 5.0]
    """
    return table(obs, {Measure.CONTRIBUTION_YOY: STATISTICS[Measure.CONTRIBUTION_YOY]})


def contribution_qtq(obs: pd.DataFrame) -> pd.DataFrame:
    """Contribution to the growth of TOTAL on the quarter before.

    As `contribution_yoy`, with s the quarter before; quarters only.
    BPS: "Sumber Pertumbuhan PDRB (q-to-q)".

    >>> from model.observations import levels
    >>> obs = levels({"A": {"2022-Q4": 40.0, "2023-Q1": 38.0}, "TOTAL": {"2022-Q4": 200.0, "2023-Q1": 210.0}})
    >>> contribution_qtq(obs).query("period == '2023-Q1' and item != 'RESIDUAL'")["value"].tolist()
    [-1.0, 5.0]
    """
    return table(obs, {Measure.CONTRIBUTION_QTQ: STATISTICS[Measure.CONTRIBUTION_QTQ]})


def contribution_ctc(obs: pd.DataFrame) -> pd.DataFrame:
    """Contribution to the growth of TOTAL in the year so far.

    As `contribution_yoy`, of the sums from the first quarter to each; quarters only, all 2q quarters needed.
    BPS: "Sumber Pertumbuhan PDRB (c-to-c)".

    >>> from model.observations import levels
    >>> quarters = ("2022-Q1", "2022-Q2", "2023-Q1", "2023-Q2")
    >>> figures = {"A": (10.0, 10.0, 11.0, 13.0), "TOTAL": (100.0, 100.0, 104.0, 106.0)}
    >>> obs = levels({item: dict(zip(quarters, values)) for item, values in figures.items()})
    >>> contribution_ctc(obs).query("period == '2023-Q2' and item != 'RESIDUAL'")["value"].tolist()
    [2.0, 5.0]
    """
    return table(obs, {Measure.CONTRIBUTION_CTC: STATISTICS[Measure.CONTRIBUTION_CTC]})


def _contribution(measure: Measure, comparison: Comparison) -> Statistic:
    """The contribution of every series of a block by one comparison."""

    def cells(block: Block) -> Cells | None:
        if comparison != Comparison.YOY and block.frequency != Frequency.Q:
            return None
        pair = block.pair(comparison)
        total = slice(block.total, block.total + 1)
        value = block.signed(points(pair.now, pair.base, pair.base[:, total]))
        status = np.maximum(pair.status, pair.base_status[:, total])
        reason = _reasons(block, value, pair, pair.base[:, total], block.start[:, total])
        return Cells(value, status, reason, block.rows(measure), BASES, block.periods)

    return cells


def _reasons(block: Block, value: Floats, pair: Pair, total: Floats, total_start: Steps) -> Codes:
    gaps = Gaps(value)
    denominator = gaps.take(total)
    lost = np.isnan(gaps.take(pair.now)) | np.isnan(gaps.take(pair.base)) | np.isnan(denominator)
    early = gaps.take(pair.earliest < np.maximum(block.start, total_start)[..., None])
    return gaps.explained(
        [
            (lost & early, Reason.NO_PREDECESSOR),
            (lost, Reason.MISSING_INPUT),
            (denominator == 0, Reason.ZERO_BASE),
            (denominator < 0, Reason.NEGATIVE_BASE),
        ]
    )


STATISTICS: Mapping[Measure, Statistic] = {
    Measure.CONTRIBUTION_YOY: _contribution(Measure.CONTRIBUTION_YOY, Comparison.YOY),
    Measure.CONTRIBUTION_QTQ: _contribution(Measure.CONTRIBUTION_QTQ, Comparison.QTQ),
    Measure.CONTRIBUTION_CTC: _contribution(Measure.CONTRIBUTION_CTC, Comparison.CTC),
}
