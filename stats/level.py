"""Levels as published, and the sums of groups and sets."""

from collections.abc import Mapping

import numpy as np

from model.dimensions import Measure, Reason
from stats.block import BASES, Block, Cells
from stats.reasons import Gaps
from stats.structure import lacks_current
from stats.tidy import Statistic


def _level(block: Block) -> Cells:
    """The rows that stand; groups, sets, OTHERS and RESIDUAL in every period of their panel."""
    value, status = block.level
    rows = block.rows(Measure.LEVEL) & (block.rectangular[None, :, None, None] | ~np.isnan(value))
    gaps = Gaps(value)
    at_current = gaps.take(np.array([False, True])[:, None])
    reason = gaps.explained([(at_current & gaps.take(lacks_current(block, value)), Reason.NO_CURRENT_PRICES)])
    return Cells(value, status, reason, rows, BASES, block.periods)


STATISTICS: Mapping[Measure, Statistic] = {Measure.LEVEL: _level, Measure.PER_CAPITA: _level}
