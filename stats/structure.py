"""Distribusi persentase: what part of TOTAL each item is."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from model.dimensions import Measure, Reason
from stats.block import BASES, CONSTANT, CURRENT, Block, Cells
from stats.reasons import Floats, Gaps, Mask
from stats.tidy import Statistic, table


def part(item: Floats, total: Floats) -> Floats:
    """`item` as a part of `total` in per cent; both in one unit.

    100·item/total. Missing where either is, and where the total is not positive.

    >>> part(np.array([25.0, -5.0, 1.0]), np.array([200.0, 200.0, 0.0])).tolist()
    [12.5, -2.5, nan]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return item * np.where(total > 0, 100.0 / total, np.nan)


def share(obs: pd.DataFrame) -> pd.DataFrame:
    """The share of each item in TOTAL, at both price bases: at current prices the structure, else only weights.

    Levels in, per cent out. ±100·N_i,t/TOTAL_t at the price basis of the row, minus for imports. Rows: items and
    periods that stand at either price basis. Missing: an item or TOTAL has no current price (`no_current_prices`), is
    missing otherwise (`missing_input`), or TOTAL is zero or negative (`zero_base`, `negative_base`).
    BPS: "Distribusi Persentase PDRB Atas Dasar Harga Berlaku Menurut Lapangan Usaha (persen)".

    >>> from model.observations import levels
    >>> obs = levels({"A": {"2023": 25.0}, "TOTAL": {"2023": 200.0}}, price_basis="current")
    >>> share(obs).query("price_basis == 'current'")["value"].tolist()
    [12.5, 100.0]
    """
    return table(obs, STATISTICS)


def lacks_current(block: Block, value: Floats) -> Mask:
    """Where `value` has something at constant prices only, and wherever its series has constant prices only."""
    ever: Mask = np.asarray(~np.isnan(block.level.value).all(axis=3, keepdims=True))
    unpriced = ever[:, :, CONSTANT] & ~ever[:, :, CURRENT]
    lacking: Mask = np.isnan(value[:, :, CURRENT]) & (~np.isnan(value[:, :, CONSTANT]) | unpriced)
    return lacking


def _share(block: Block) -> Cells:
    value, status = block.level
    total = slice(block.total, block.total + 1)
    shares = block.signed(part(value, value[:, total]))
    unpriced = lacks_current(block, value)
    gaps = Gaps(shares)
    at_current = gaps.take(np.array([False, True])[:, None])
    denominator = gaps.take(value[:, total])
    lost = np.isnan(gaps.take(value)) | np.isnan(denominator)
    reason = gaps.explained(
        [
            (lost & at_current & (gaps.take(unpriced) | gaps.take(unpriced[:, total])), Reason.NO_CURRENT_PRICES),
            (lost, Reason.MISSING_INPUT),
            (denominator == 0, Reason.ZERO_BASE),
            (denominator < 0, Reason.NEGATIVE_BASE),
        ]
    )
    rows = np.repeat(block.rows_of_both(Measure.SHARE), len(BASES), axis=2)
    return Cells(shares, np.maximum(status, status[:, total]), reason, rows, BASES, block.periods)


STATISTICS: Mapping[Measure, Statistic] = {Measure.SHARE: _share}
