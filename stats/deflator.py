"""Indeks implisit: current over constant prices, its growth, and what prices and volumes add to nominal growth."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from model.dimensions import Frequency, Measure, PriceBasis, Reason
from model.observations import levels
from stats.block import CONSTANT, CURRENT, Block, Cells
from stats.comparison import Comparison, Steps
from stats.growth import rate
from stats.reasons import Codes, Floats, Gaps, Mask
from stats.structure import lacks_current
from stats.tidy import Statistic, table

WITHOUT_PRICE: tuple[str, ...] = ("INV", "NX", "NX_REGIONAL")  # may be zero or negative: they have no price

_IMPLICIT = (PriceBasis.IMPLICIT.value,)


class Effects(NamedTuple):
    """Nominal growth in three parts, percentage points: volume, price, and the two together."""

    volume: Floats
    price: Floats
    cross: Floats


def ratio(current: Floats, constant: Floats) -> Floats:
    """Current over constant prices as an index number, both in one unit.

    100·N/V. Missing where either is, where the volume is not positive or the nominal value is negative.

    >>> ratio(np.array([271.39]), np.array([153.72])).round(3).tolist()
    [176.548]
    """
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where((constant > 0) & (current >= 0), 100.0 * current / constant, np.nan)


def effects(n_now: Floats, n_base: Floats, v_now: Floats, v_base: Floats) -> Effects:
    """The volume, price and cross effect of a change from base to now, at current (n) and constant (v) prices.

    v = 100·(V_t/V_s − 1), p = 100·(P_t/P_s − 1), cross = v·p/100; n is their sum. All are missing where one is.

    >>> [part.round(3).tolist() for part in effects(*(np.array([x]) for x in (126.0, 100.0, 105.0, 100.0)))]
    [[5.0], [20.0], [1.0]]
    """
    price = rate(ratio(n_now, v_now), ratio(n_base, v_base))
    volume = np.where(np.isnan(price), np.nan, rate(v_now, v_base))
    return Effects(volume, price, volume * price / 100.0)


def deflator(obs: pd.DataFrame) -> pd.DataFrame:
    """The implicit price index (indeks implisit, indeks harga implisit), 2010 = 100.

    Levels at both price bases in, index numbers out, price basis `implicit`. 100·N_t/V_t. Rows: items and periods that
    stand at either basis. Missing: no current price (`no_current_prices`), a volume missing (`missing_input`), zero or
    negative (`zero_base`, `negative_base`), a negative nominal value (`sign_change`). Inventories and net
    exports can be zero or negative and have no price of their own: always `negative_base`.
    BPS: "Indeks Implisit PDRB Menurut Lapangan Usaha".

    >>> deflator(_example())["value"].tolist()
    [100.0, 120.0]
    """
    return table(obs, {Measure.DEFLATOR: STATISTICS[Measure.DEFLATOR]})


def deflator_yoy(obs: pd.DataFrame) -> pd.DataFrame:
    """Growth of the implicit price index on the same period of the year before (laju indeks implisit).

    Levels at both bases in, per cent out. 100·((N_t/V_t)/(N_s/V_s) − 1). Missing as for `deflator` at either period,
    and before the second year (`no_predecessor`).
    BPS: "Laju Pertumbuhan Indeks Implisit PDRB (persen)".

    >>> deflator_yoy(_example())["value"].round(8).tolist()
    [nan, 20.0]
    """
    return table(obs, {Measure.DEFLATOR_YOY: STATISTICS[Measure.DEFLATOR_YOY]})


def deflator_qtq(obs: pd.DataFrame) -> pd.DataFrame:
    """Growth of the implicit price index on the quarter before; quarters only. As `deflator_yoy`.

    >>> deflator_qtq(_example(("2022-Q4", "2023-Q1")))["value"].round(8).tolist()
    [nan, 20.0]
    """
    return table(obs, {Measure.DEFLATOR_QTQ: STATISTICS[Measure.DEFLATOR_QTQ]})


def deflator_ctc(obs: pd.DataFrame) -> pd.DataFrame:
    """Growth of the implicit price index of the year so far: cumulated N over cumulated V; quarters only.

    As `deflator_yoy`; all 2q quarters are needed at both bases.

    >>> deflator_ctc(_example(("2022-Q1", "2023-Q1")))["value"].round(8).dropna().tolist()
    [20.0]
    """
    return table(obs, {Measure.DEFLATOR_CTC: STATISTICS[Measure.DEFLATOR_CTC]})


def volume_effect(obs: pd.DataFrame) -> pd.DataFrame:
    """What volumes add to nominal growth on the year before: real growth, where prices are known too.

    Levels at both bases in, percentage points out; n = v + p + v·p/100. Missing as for `deflator_yoy`.

    >>> volume_effect(_example())["value"].tolist()
    [nan, 5.0]
    """
    return table(obs, {Measure.VOLUME_EFFECT: STATISTICS[Measure.VOLUME_EFFECT]})


def price_effect(obs: pd.DataFrame) -> pd.DataFrame:
    """What prices add to nominal growth on the year before: the growth of the implicit index, in percentage points.

    As `volume_effect`.

    >>> price_effect(_example())["value"].round(8).tolist()
    [nan, 20.0]
    """
    return table(obs, {Measure.PRICE_EFFECT: STATISTICS[Measure.PRICE_EFFECT]})


def cross_effect(obs: pd.DataFrame) -> pd.DataFrame:
    """What volumes and prices together add to nominal growth on the year before: v·p/100, percentage points.

    As `volume_effect`.

    >>> cross_effect(_example())["value"].round(8).tolist()
    [nan, 1.0]
    """
    return table(obs, {Measure.CROSS_EFFECT: STATISTICS[Measure.CROSS_EFFECT]})


def _example(periods: tuple[str, str] = ("2022", "2023")) -> pd.DataFrame:
    """Nominal growth of 26 per cent: volumes 5, prices 20, both together 1."""
    current = levels({"TOTAL": dict(zip(periods, (100.0, 126.0), strict=True))}, price_basis="current")
    return pd.concat([current, levels({"TOTAL": dict(zip(periods, (100.0, 105.0), strict=True))})])


def _level(block: Block) -> Cells:
    value, status = block.level
    prices = ratio(value[:, :, CURRENT], value[:, :, CONSTANT])
    worst = np.maximum(status[:, :, CURRENT], status[:, :, CONSTANT])
    return _cells(block, Measure.DEFLATOR, prices, worst, [value], np.arange(block.length) + block.length)


def _compared(
    measure: Measure, comparison: Comparison, compute: Callable[[Floats, Floats, Floats, Floats], Floats]
) -> Statistic:
    """A statistic of both price bases at two periods, of every series of a block."""

    def cells(block: Block) -> Cells | None:
        if comparison != Comparison.YOY and block.frequency != Frequency.Q:
            return None
        pair = block.pair(comparison)
        sides = [side[:, :, basis] for basis in (CURRENT, CONSTANT) for side in (pair.now, pair.base)]
        worst = np.maximum(pair.status[:, :, CURRENT], pair.status[:, :, CONSTANT])
        return _cells(block, measure, compute(*sides), worst, [pair.now, pair.base], pair.earliest)

    return cells


def _cells(block: Block, measure: Measure, value: Floats, status: Codes, sides: list[Floats], earliest: Steps) -> Cells:
    """The cells of an implicit measure, with the reason of each gap: what is not priced, not there, or not positive."""
    no_price = np.isin(block.items, WITHOUT_PRICE)[None, :, None, None]
    value = np.where(no_price, np.nan, value)
    gaps = Gaps(value)
    current = [gaps.take(side[:, :, CURRENT]) for side in sides]
    constant = [gaps.take(side[:, :, CONSTANT]) for side in sides]
    lost = _any([np.isnan(side) for side in current + constant])
    unpriced = _any([gaps.take(lacks_current(block, side)) for side in sides])
    early = gaps.take(earliest < block.start.min(axis=2, keepdims=True)[..., None])
    bases = constant + current[1:]
    reason = gaps.explained(
        [
            (lost & unpriced, Reason.NO_CURRENT_PRICES),
            (lost & early, Reason.NO_PREDECESSOR),
            (lost, Reason.MISSING_INPUT),
            (gaps.take(no_price), Reason.NEGATIVE_BASE),
            (_any([side == 0 for side in bases]), Reason.ZERO_BASE),
            (_any([side < 0 for side in bases]), Reason.NEGATIVE_BASE),
            (current[0] < 0, Reason.SIGN_CHANGE),
        ]
    )
    return Cells(value, status, reason, block.rows_of_both(measure), _IMPLICIT, block.periods)


def _any(masks: list[Mask]) -> Mask:
    holds: Mask = np.logical_or.reduce(masks)
    return holds


def _price(*sides: Floats) -> Floats:
    return effects(*sides).price


STATISTICS: Mapping[Measure, Statistic] = {
    Measure.DEFLATOR: _level,
    Measure.DEFLATOR_YOY: _compared(Measure.DEFLATOR_YOY, Comparison.YOY, _price),
    Measure.DEFLATOR_QTQ: _compared(Measure.DEFLATOR_QTQ, Comparison.QTQ, _price),
    Measure.DEFLATOR_CTC: _compared(Measure.DEFLATOR_CTC, Comparison.CTC, _price),
    Measure.VOLUME_EFFECT: _compared(Measure.VOLUME_EFFECT, Comparison.YOY, lambda *sides: effects(*sides).volume),
    Measure.PRICE_EFFECT: _compared(Measure.PRICE_EFFECT, Comparison.YOY, _price),
    Measure.CROSS_EFFECT: _compared(Measure.CROSS_EFFECT, Comparison.YOY, lambda *sides: effects(*sides).cross),
}
