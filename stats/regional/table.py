"""The table that the regional statistics give: who, of what, when, which component, how much, in what unit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.dimensions import STATUSES, Reason
from stats.comparison import UNKNOWN
from stats.reasons import Codes, Floats

COLUMNS: tuple[str, ...] = ("region", "item", "period", "component", "value", "unit", "status", "reason")
RATIO = "ratio"
"""The unit of a number without one, such as a location quotient."""
CLASS = "class"
"""The unit of the number of a class."""


@dataclass(frozen=True)
class Component:
    """One component: values and status codes by region, item and period; the reason of a value that is not there."""

    value: Floats
    unit: str
    status: Codes
    reason: str = Reason.MISSING_INPUT.value


def tabled(
    regions: Sequence[str], items: Sequence[str], periods: Sequence[str], components: Mapping[str, Component]
) -> pd.DataFrame:
    """Components as rows: by region, item and period in the order given, the components of each together.

    A value that is missing has a reason and, where an input was, the status `unknown`.
    """
    shape = (len(regions), len(items), len(periods), len(components))
    names = list(components)
    value = np.stack([np.broadcast_to(one.value, shape[:3]) for one in components.values()], axis=3).ravel()
    status = np.stack([np.broadcast_to(one.status, shape[:3]) for one in components.values()], axis=3).ravel()
    lost = np.isnan(value)
    each = np.tile(np.arange(len(names)), value.size // max(len(names), 1))
    reasons = np.array([one.reason for one in components.values()], dtype=object)
    return pd.DataFrame({
        "region": _along(regions, 0, shape), "item": _along(items, 1, shape), "period": _along(periods, 2, shape),
        "component": _along(names, 3, shape), "value": value,
        "unit": _text([str(one.unit) for one in components.values()], each),
        "status": _text([str(one) for one in STATUSES], np.where(lost, UNKNOWN, status).astype(np.int64)),
        "reason": _text(["", *reasons], np.where(lost, each + 1, 0)),
    }, columns=list(COLUMNS))  # fmt: skip


def _along(texts: Sequence[str], axis: int, shape: tuple[int, ...]) -> pd.Series:
    """A text for each cell of an array, which change along one axis."""
    size = [1] * len(shape)
    size[axis] = shape[axis]
    return _text(texts, np.broadcast_to(np.arange(shape[axis]).reshape(size), shape).ravel())


def _text(texts: Sequence[str], codes: NDArray[Any]) -> pd.Series:
    return pd.Series(pd.Index(list(texts), dtype="str").take(codes))
