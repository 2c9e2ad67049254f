"""Faults put into synthetic workbooks of every family, wherever items and periods stand, one at a time from a seed.

A line is an item or a period of a table: whole rows where no other line of its kind shares them, else whole columns.
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from model.accounts import parts_of_total
from model.items import THREE_GROUPS, parent, sign
from model.period import Period
from tests.desk.faults import STRANGE, mistyped
from tests.workbooks.made import Key, Made, cell_of
from tests.workbooks.make import Recipe

Places = dict[Key, tuple[str, int, int]]
Fault = Callable[[np.random.Generator, "Spoilt"], bool]
"""Spoils a workbook in place; False where it has no place for the fault."""


@dataclass
class Spoilt:
    """A workbook with one of its tables, of one sheet and price basis, that is to be spoilt."""

    made: Made
    recipe: Recipe
    table: Places

    @property
    def sheet(self) -> list[list[object]]:
        return self.made.sheets[next(iter(self.table.values()))[0]]

    def line(self, name: str | Period) -> Places:
        """The cells of an item or of a period."""
        return {key: at for key, at in self.table.items() if name in (key[2], key[4])}

    def axis(self, line: Places) -> tuple[int, list[int]]:
        """0 and the rows of a line, or 1 and its columns, up to where the next line begins."""
        others = [at for key, at in self.table.items() if key not in line]
        rows = {row for _, row, _ in line.values()}
        if not rows & {row for _, row, _ in others}:
            return 0, sorted(rows)
        return 1, sorted({column for *_, column in line.values()})

    def set(self, key: Key, value: Decimal | None) -> None:
        """Write another level into its cell."""
        sheet, row, column = self.made.where[key]
        cell = None if value is None else cell_of(value, self.recipe.unit, self.recipe.number_format)
        self.made.sheets[sheet][row][column] = cell

    def level(self, key: Key) -> Decimal:
        return Decimal(repr(self.made.expected[key][0]))


def table_of(rng: np.random.Generator, made: Made, recipe: Recipe) -> Spoilt:
    """A workbook with one of its tables, drawn."""
    tables: dict[tuple[str, str], Places] = {}
    for key, at in made.where.items():
        tables.setdefault((at[0], key[3]), {})[key] = at
    return Spoilt(made, recipe, list(tables.values())[int(rng.integers(len(tables)))])


def missing_item(rng: np.random.Generator, book: Spoilt) -> bool:
    return _delete(book, book.line(_item(rng, book)))


def missing_period(rng: np.random.Generator, book: Spoilt) -> bool:
    """A quarter of a year that stands too, or a period between others."""
    periods = {key[4] for key in book.table}
    years = sorted(period.year for period in periods if period.quarter is None)
    inside = [p for p in periods if p.quarter and p.year in years or not p.quarter and p.year in years[1:-1]]
    return _delete(book, book.line(_one(rng, sorted(inside, key=str)))) if inside else False


def repeated_item(rng: np.random.Generator, book: Spoilt) -> bool:
    return _double(book, book.line(_item(rng, book)))


def repeated_period(rng: np.random.Generator, book: Spoilt) -> bool:
    return _double(book, book.line(_period(rng, book)))


def doubled_item(rng: np.random.Generator, book: Spoilt) -> bool:
    """The line again, one of its figures otherwise."""
    return _double(book, line := book.line(_item(rng, book)), changed={_one(rng, list(line))})


def doubled_period(rng: np.random.Generator, book: Spoilt) -> bool:
    """The line again, all its figures otherwise."""
    return _double(book, line := book.line(_period(rng, book)), changed=set(line))


def unknown_label(rng: np.random.Generator, book: Spoilt) -> bool:
    line = book.line(_item(rng, book))
    axis, at = book.axis(line)
    first = min(column for *_, column in line.values()) if axis == 0 else min(row for _, row, _ in line.values())
    cells = [(place, other) if axis == 0 else (other, place) for place in at for other in range(first)]
    held = {(row, column) for _, row, column in book.made.where.values()}
    near = [(row, column) for row, column in cells if (row, column) not in held and column < len(book.sheet[row])]
    words = [place for place in near if _names_item(book.sheet[place[0]][place[1]])]
    strange = str(rng.choice(STRANGE))
    for row, column in words:
        book.sheet[row][column] = strange
    return bool(words)


def thousandfold_item(rng: np.random.Generator, book: Spoilt) -> bool:
    return _times(book, book.line(_item(rng, book, total=True)), Decimal(1000))


def thousandfold_table(rng: np.random.Generator, book: Spoilt) -> bool:
    return _times(book, book.table, Decimal(1000) if rng.integers(2) else Decimal("0.001"))


def shifted_item(rng: np.random.Generator, book: Spoilt) -> bool:
    """All figures of an item one period on, the last one gone."""
    line = sorted(book.line(_item(rng, book)), key=lambda key: book.table[key][1:])
    levels: list[Decimal | None] = [None, *(book.level(key) for key in line[:-1])]
    for key, level in zip(line, levels, strict=True):
        book.set(key, level)
    return len(line) > 1


def swapped_quarters(rng: np.random.Generator, book: Spoilt) -> bool:
    """Two quarters of the last year in each other's place, in every item."""
    last = max(key[4].year for key in book.table)
    quarters = sorted({key[4] for key in book.table if key[4].quarter and key[4].year == last}, key=str)
    if len(quarters) < 4 or not any(key[4].quarter and key[4].year < last for key in book.table):
        return False
    one, other = (quarters[at] for at in rng.choice(4, size=2, replace=False))
    for key in book.line(one):
        twin = (*key[:4], other)
        book.set(key, book.level(twin)), book.set(twin, book.level(key))
    return True


def single_cell(rng: np.random.Generator, book: Spoilt) -> bool:
    """One figure mistyped so that a sum breaks beyond rounding."""
    for _ in range(20):
        key = _one(rng, list(book.table))
        right = book.level(key)
        found = mistyped(rng, float(right), 2, blank=key[2] != "TOTAL")
        wrong = None if found is None else Decimal(f"{found:.2f}")
        if wrong != right and _breaks(book, key, wrong):
            book.set(key, wrong)
            return True
    return False


STRUCTURAL: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        missing_item, missing_period, repeated_item, repeated_period, doubled_item, doubled_period, unknown_label,
        thousandfold_item, thousandfold_table, shifted_item,
    )
}  # fmt: skip


def _one(rng: np.random.Generator, among: list):  # noqa: ANN202
    return among[int(rng.integers(len(among)))]


def _item(rng: np.random.Generator, book: Spoilt, total: bool = False) -> str:
    return _one(rng, [item for item in dict.fromkeys(key[2] for key in book.table) if total or item != "TOTAL"])


def _period(rng: np.random.Generator, book: Spoilt) -> Period:
    return _one(rng, list(dict.fromkeys(key[4] for key in book.table)))


def _delete(book: Spoilt, line: Places) -> bool:
    axis, at = book.axis(line)
    for place in reversed(at):
        if axis == 0:
            del book.sheet[place]
        else:
            for row in book.sheet:
                del row[place : place + 1]
    return True


def _double(book: Spoilt, line: Places, changed: set[Key] | None = None) -> bool:
    """The rows or columns of a line once more behind themselves; some figures of the copy 7 per cent higher."""
    axis, at = book.axis(line)
    sheet = book.sheet
    for place in reversed(at):
        here = [key for key in changed or () if line[key][1 + axis] == place]
        before = {key: book.level(key) for key in here}
        if axis == 0:
            sheet.insert(place + 1, list(sheet[place]))
        else:
            for row in sheet:
                if place < len(row):
                    row.insert(place + 1, row[place])
        for key in here:
            higher = (before[key] * Decimal("1.07") + 1).quantize(Decimal("0.01"))
            book.set(key, higher)
    return True


def _times(book: Spoilt, line: Places, factor: Decimal) -> bool:
    for key in line:
        book.set(key, book.level(key) * factor)
    return any(book.level(key) for key in line)


def _names_item(cell: object) -> bool:
    return isinstance(cell, str) and sum(char.isalpha() for char in cell) > 3


def _breaks(book: Spoilt, key: Key, value: Decimal | None) -> bool:
    """Whether a sum through this column breaks beyond rounding with another value: half a unit a term and the sum."""
    column = {other[2]: book.level(other) for other in book.table if (*other[:2], *other[3:]) == (*key[:2], *key[3:])}
    column[key[2]] = value or Decimal(0)
    groups = THREE_GROUPS if THREE_GROUPS[0] in column else parts_of_total(key[1], set(column))
    sums = [("TOTAL", groups)]
    heads = {head for item in column if "." in item and (head := parent(item))}
    sums += [(head, tuple(item for item in column if parent(item) == head)) for head in heads]
    for whole, terms in sums:
        total = sum((sign(term) * column.get(term, Decimal(0)) for term in terms), Decimal(0))
        if abs(column[whole] - total) > Decimal("0.005") * (len(terms) + 1):
            return not (value is None and whole == key[2])
    return False
