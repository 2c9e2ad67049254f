"""Why a cell has no value, or what is special about the one it has: reason codes of dense arrays."""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from model.dimensions import Reason

Floats = NDArray[np.float64]
Codes = NDArray[np.uint8]
Mask = NDArray[np.bool_]

REASONS: tuple[str, ...] = tuple(reason.value for reason in Reason)


def code(reason: Reason) -> int:
    """The code of a reason in the arrays."""
    return REASONS.index(reason.value)


class Gaps:
    """The cells of an array that have no value, and the naming of what each one lacks."""

    def __init__(self, value: Floats) -> None:
        self._shape = value.shape
        self._flat = np.flatnonzero(np.isnan(value))

    @cached_property
    def _at(self) -> tuple[NDArray[np.int64], ...]:
        return np.unravel_index(self._flat, self._shape)

    def take(self, array: NDArray[Any]) -> NDArray[Any]:
        """The gaps' entries of an array that broadcasts to the same shape."""
        if array.shape == self._shape:
            return array.reshape(-1)[self._flat]
        return np.broadcast_to(array, self._shape)[self._at]

    def explained(self, causes: Sequence[tuple[Mask, Reason]]) -> Codes:
        """Reason codes for all cells: the first cause that holds for a gap, `missing_input` if none does, else none."""
        codes = np.zeros(self._shape, dtype=np.uint8)
        found = np.full(len(self._flat), code(Reason.MISSING_INPUT), dtype=np.uint8)
        for holds, reason in reversed(causes):
            found[holds] = code(reason)
        codes.reshape(-1)[self._flat] = found
        return codes
