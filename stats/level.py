"""Levels as published, and the sums of groups and sets."""

from collections.abc import Mapping

import numpy as np

from model.dimensions import Measure
from stats.block import BASES, Block, Cells
from stats.reasons import Gaps
from stats.tidy import Statistic


def _level(block: Block) -> Cells:
    """The rows that stand; groups, sets, OTHERS and RESIDUAL in every period of their panel."""
    value, status = block.level
    rows = block.rows(Measure.LEVEL) & (block.rectangular[None, :, None, None] | ~np.isnan(value))
    return Cells(value, status, Gaps(value).explained([]), rows, BASES, block.periods)


STATISTICS: Mapping[Measure, Statistic] = {Measure.LEVEL: _level, Measure.PER_CAPITA: _level}
