"""What the reading process hands back: rows as arrays, from which `data.reading` makes the one table.

Nothing here knows pandas, so that the process starts without it.
"""

from dataclasses import dataclass, field, fields
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from model.period import Period
from model.problems import Problem

KEY: tuple[str, ...] = ("region", "approach", "item", "price_basis", "measure")
"""The dimensions that a line names, as codes of the list of names."""
OF_A_YEAR = 8
"""The number of a period is eight times its year plus its quarter, 0 for the year itself."""


def period_of(number: int) -> Period:
    """The period of a number.

    >>> str(period_of(2024 * 8)), str(period_of(2024 * 8 + 3))
    ('2024', '2024-Q3')
    """
    return Period(number // OF_A_YEAR, number % OF_A_YEAR or None)


def _empty(kind: type) -> Any:
    return field(default_factory=lambda: np.zeros(0, kind))


@dataclass
class Lines:
    """Rows with the places that they come from; arrays of one length, beside the names that their codes stand for.

    named       a row of codes for each of `KEY`
    period      the number of the period
    value       billion rupiah for levels
    status, sheet   codes of names
    digits      decimals of the last printed digit
    table       the number of the table in the file
    row, column     the cell, from 0; a column of -1 means that `words[row]` says where
    copy        whether the cell only repeats the corner of a merged range
    """

    named: NDArray[np.int16] = field(default_factory=lambda: np.zeros((len(KEY), 0), np.int16))
    period: NDArray[np.int64] = _empty(np.int64)
    value: NDArray[np.float64] = _empty(np.float64)
    status: NDArray[np.int16] = _empty(np.int16)
    sheet: NDArray[np.int16] = _empty(np.int16)
    digits: NDArray[np.int16] = _empty(np.int16)
    table: NDArray[np.int32] = _empty(np.int32)
    row: NDArray[np.int32] = _empty(np.int32)
    column: NDArray[np.int32] = _empty(np.int32)
    copy: NDArray[np.bool_] = _empty(np.bool_)

    def __len__(self) -> int:
        return len(self.value)

    def only(self, which: NDArray[Any]) -> "Lines":
        """Those that are flagged or numbered, in that order."""
        return Lines(**{one.name: getattr(self, one.name)[..., which] for one in fields(self)})

    @classmethod
    def joined(cls, parts: "list[Lines]") -> "Lines":
        """Several after one another."""
        if not parts:
            return cls()
        return cls(
            **{one.name: np.concatenate([getattr(part, one.name) for part in parts], axis=-1) for one in fields(cls)}
        )

    def keys(self) -> NDArray[np.int64]:
        """A number for each key."""
        keys = self.period.copy()
        for codes in self.named:
            used = np.zeros(int(codes.max(initial=0)) + 1, np.int64)
            used[codes] = 1
            keys = keys * used.sum() + (np.cumsum(used) - 1)[codes]
        return keys


class Sentence(NamedTuple):
    """A text cell that names figures, and where it stands."""

    sheet: str
    where: str
    text: str


@dataclass(frozen=True)
class Found:
    """What stands in a file: levels, derived figures, problems, and sentences beside the tables.

    `names` are what the codes of the lines stand for, `words` the places that are no cells.
    """

    levels: Lines = field(default_factory=Lines)
    printed: Lines = field(default_factory=Lines)
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    sentences: tuple[Sentence, ...] = ()
