"""Comparisons in time: every period beside its base, by the calendar and never by the row."""

from enum import StrEnum
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.dimensions import STATUSES, Status

Floats = NDArray[np.float64]
Codes = NDArray[np.uint8]
Steps = NDArray[np.int64]

UNKNOWN = STATUSES.index(Status.UNKNOWN)


class Comparison(StrEnum):
    """A period with the same one a year before, a period with the one before, the year so far with last year's."""

    YOY = "yoy"
    QTQ = "qtq"
    CTC = "ctc"


class Pair(NamedTuple):
    """The two sides of a comparison, both taken the same way, their weakest status, and the earliest period needed."""

    now: Floats
    base: Floats
    status: Codes
    base_status: Codes
    earliest: Steps


def now_and_base(array: NDArray[Any], comparison: Comparison, per_year: int) -> tuple[NDArray[Any], NDArray[Any]]:
    """An array over periods and the same array as of the base of the comparison; before the first period is nothing.

    Values are summed over the year so far for c-to-c, status codes give their weakest.

    >>> now, base = now_and_base(np.array([1.0, 2, 3, 4, 5, 6, 7, 8]), Comparison.CTC, 4)
    >>> now[4:].tolist(), base[4:].tolist()
    ([5.0, 11.0, 18.0, 26.0], [1.0, 3.0, 6.0, 10.0])
    """
    now = _so_far(array, per_year) if comparison == Comparison.CTC else array
    lag = min(_lag(comparison, per_year), now.shape[-1])
    base = np.empty_like(now)
    base[..., :lag] = np.nan if base.dtype.kind == "f" else UNKNOWN
    base[..., lag:] = now[..., : now.shape[-1] - lag]
    return now, base


def _lag(comparison: Comparison, per_year: int) -> int:
    return 1 if comparison == Comparison.QTQ else per_year


def _so_far(array: NDArray[Any], per_year: int) -> NDArray[Any]:
    """The sum (of values) or the weakest (of status codes) from the first period of the year to each."""
    total = array.copy()
    by_year = total.reshape(*array.shape[:-1], -1, per_year)
    join = np.add if array.dtype.kind == "f" else np.maximum
    for step in range(1, per_year):
        join(by_year[..., step], by_year[..., step - 1], out=by_year[..., step])
    return total


def earliest(length: int, comparison: Comparison, per_year: int) -> Steps:
    """For each of `length` periods, the earliest one that the comparison needs; before the first it is negative.

    >>> earliest(6, Comparison.CTC, 4).tolist()
    [-4, -4, -4, -4, 0, 0]
    """
    step = np.arange(length)
    if comparison == Comparison.CTC:
        return (step // per_year - 1) * per_year
    return step - _lag(comparison, per_year)
