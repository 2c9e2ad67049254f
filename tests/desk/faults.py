"""Faults put into clean workbooks, one at a time, from a seed."""

from collections.abc import Callable

import numpy as np

from model.accounts import parts_of_total
from model.items import parent, sign
from tests.desk.office import Book, Row, Table

Fault = Callable[[np.random.Generator, Book], bool]
"""Spoils a book in place; False where the book has no place for it."""

STRANGE = ("Ekonomi Kreatif dan Digital", "Jasa Daring", "Sektor Unggulan", "Lain-lain yang Belum Jelas", "Zzz")


def missing_row(rng: np.random.Generator, book: Book) -> bool:
    table = _levels(rng, book)
    table.rows.remove(_row(rng, table, [row for row in table.rows if row.item != "TOTAL"]))
    return True


def doubled_row(rng: np.random.Generator, book: Book) -> bool:
    """The row again, one of its figures otherwise."""
    table = _levels(rng, book)
    place = int(rng.integers(len(table.rows)))
    values = list(table.rows[place].values)
    at = int(rng.integers(len(values)))
    values[at] = round((values[at] or 0.0) * 1.07 + 1, table.digits)
    table.rows.insert(place + 1, Row(table.rows[place].item, table.rows[place].label, values))
    return True


def missing_column(rng: np.random.Generator, book: Book) -> bool:
    """A column inside the range: of years, not the first or last of them."""
    table = _levels(rng, book)
    inside = range(len(table.periods)) if len(table.periods) == 10 else range(1, len(table.periods) - 1)
    at = int(rng.choice(list(inside)))
    for values in (table.periods, *(row.values for row in table.rows)):
        del values[at]
    return True


def doubled_column(rng: np.random.Generator, book: Book) -> bool:
    """The column again under the same heading, all its figures otherwise."""
    table = _levels(rng, book)
    at = int(rng.integers(len(table.periods)))
    table.periods.insert(at + 1, table.periods[at])
    for row in table.rows:
        row.values.insert(at + 1, round((row.values[at] or 0.0) * 1.07, table.digits))
    return True


def unknown_label(rng: np.random.Generator, book: Book) -> bool:
    table = _levels(rng, book)
    row = _row(rng, table, [row for row in table.rows if row.item != "TOTAL"])
    row.label = ("", str(rng.choice(STRANGE)))
    return True


def thousandfold_row(rng: np.random.Generator, book: Book) -> bool:
    table = _levels(rng, book)
    row = _row(rng, table, table.rows)
    row.values = [round((value or 0.0) * 1000, table.digits) for value in row.values]
    return True


def thousandfold_table(rng: np.random.Generator, book: Book) -> bool:
    table = _levels(rng, book)
    for row in table.rows:
        row.values = [round((value or 0.0) * 1000, table.digits) for value in row.values]
    return True


def shifted_row(rng: np.random.Generator, book: Book) -> bool:
    """All figures of a row one column to the right, the last one gone."""
    table = _levels(rng, book)
    row = _row(rng, table, [row for row in table.rows if row.item != "TOTAL"])
    row.values = [None, *row.values[:-1]]
    return True


def swapped_quarters(rng: np.random.Generator, book: Book) -> bool:
    """Two quarters of the second year in each other's place, in every row of a table."""
    table = _levels(rng, book)
    if len(table.periods) != 10:
        return False
    first, second = (int(at) for at in rng.choice([5, 6, 7, 8], size=2, replace=False))
    for row in table.rows:
        row.values[first], row.values[second] = row.values[second], row.values[first]
    return True


def single_cell(rng: np.random.Generator, book: Book) -> bool:
    """One figure mistyped so that a sum breaks: two digits exchanged, one changed, the point moved, blank, a sign."""
    table = _levels(rng, book)
    for _ in range(20):
        row = _row(rng, table, table.rows)
        at = int(rng.integers(len(row.values)))
        right = row.values[at]
        row.values[at] = mistyped(rng, right or 0.0, table.digits, blank=row.item != "TOTAL")
        if row.values[at] != right and breaks(table, at):
            return True
        row.values[at] = right
    return False


STRUCTURAL: dict[str, Fault] = {
    fault.__name__: fault
    for fault in (
        missing_row, doubled_row, missing_column, doubled_column, unknown_label, thousandfold_row, thousandfold_table,
        shifted_row,
    )
}  # fmt: skip


def breaks(table: Table, at: int) -> bool:
    """Whether a sum through this column breaks beyond rounding: half a unit for each term and the sum."""
    unit = 10.0**-table.digits
    column = {row.item: row.values[at] for row in table.rows}
    parts = parts_of_total("expenditure" if "HH" in column else "production", set(column))
    sums = [("TOTAL", parts)]
    heads = {head for item in column if "." in item and (head := parent(item))}
    sums += [(head, tuple(item for item in column if parent(item) == head)) for head in heads]
    for whole, terms in sums:
        total = sum(sign(term) * (column[term] or 0.0) for term in terms)
        value = column[whole]
        if value is not None and abs(value - total) > 0.5 * unit * (len(terms) + 1) + 1e-9:
            return True
    return False


def mistyped(rng: np.random.Generator, value: float, digits: int, blank: bool) -> float | None:
    text = f"{value:.{digits}f}"
    places = [place for place, char in enumerate(text) if char.isdigit()]
    way = int(rng.integers(5 if blank else 4))
    if way == 0:
        at = int(rng.integers(len(places) - 1))
        chars = list(text)
        chars[places[at]], chars[places[at + 1]] = chars[places[at + 1]], chars[places[at]]
        return float("".join(chars))
    if way == 1:
        at = int(rng.choice(places))
        return float(f"{text[:at]}{rng.integers(10)}{text[at + 1 :]}")
    if way == 2:
        return round(value * float(rng.choice([0.1, 10.0, 100.0])), digits)
    return -value if way == 3 else None


def _levels(rng: np.random.Generator, book: Book) -> Table:
    return book.levels[int(rng.integers(len(book.levels)))]


def _row(rng: np.random.Generator, table: Table, rows: list[Row]) -> Row:
    return rows[int(rng.integers(len(rows)))]
