"""A file as sheets of cells, whatever its format: what layouts are recognised in."""

from dataclasses import dataclass, field
from enum import StrEnum


class Kind(StrEnum):
    """What a cell holds."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    ERROR = "error"
    FORMULA_WITHOUT_VALUE = "formula_without_value"


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: text as it stands, or a number with the decimal text that it was stored as.

    `text` of a number is its shortest decimal (`22616.04`); `digits` how many decimals its format shows, where known.
    `passed_over` is how many characters an empty cell holds that are too many for a label; `copy` marks a cell that
    holds the value of a merged range but is not its corner.
    """

    kind: Kind = Kind.EMPTY
    text: str = ""
    digits: int | None = None
    passed_over: int = 0
    copy: bool = field(default=False, compare=False)


EMPTY = Cell()


@dataclass(frozen=True)
class Sheet:
    """A sheet: rows of cells, of unequal length; merged ranges already hold their value in every cell (rule 2)."""

    name: str
    rows: tuple[tuple[Cell, ...], ...] = field(repr=False)

    def at(self, row: int, column: int) -> Cell:
        """The cell at a place counted from 0; an empty one outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return EMPTY


@dataclass(frozen=True)
class Book:
    """The sheets of a file, in order; `form` names the format (`xlsx`, `xls`, `ods`, `csv`, `html`)."""

    form: str
    sheets: tuple[Sheet, ...]


def place(row: int, column: int) -> str:
    """The name of a cell, counted from 0.

    >>> place(0, 0), place(13, 2), place(0, 26)
    ('A1', 'C14', 'AA1')
    """
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
