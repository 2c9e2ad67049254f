"""Figures with their numbers: what each cell comes to in the number format of its table."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from data.found import OF_A_YEAR
from data.grid import Cell, Kind
from data.layouts.figure import BASIS, ITEM, MARK, QUARTER, REGION, UNIT, UNSAID, YEAR, Figures, name_code, name_of
from data.layouts.period_word import ANNUAL
from data.layouts.traits import Flags, distinct, traits
from data.layouts.words import FACTORS
from data.numbers import NotANumber, decimals, plain, readable, strip, too_long, value

BLANK, NUMBER, STRANGE, UNCALCULATED = range(4)
SHIFT = {unit: -FACTORS[unit].adjusted() for unit in FACTORS}
"""By how many digits a unit is smaller than a billion rupiah."""


def slot_parts(slot: int) -> tuple[str, str, int]:
    """The region, the price basis and the number of the period of a slot."""
    return name_of((slot >> 40) + UNSAID), name_of((slot >> 20 & 0xFFFFF) + UNSAID), slot & 0xFFFFF


@dataclass
class Entries:
    """Figures whose region and year are known, and their numbers.

    number      the value as it stands in the file; NaN where there is none
    state       `NUMBER`; `BLANK` for a sign for missing; `STRANGE` or `UNCALCULATED` where something else stands
    decimals    of the number as it is written
    plain       the decimal text of each number that is typed as text, by the code of its cell
    """

    figures: Figures
    number: NDArray[np.float64]
    state: NDArray[np.int8]
    decimals: NDArray[np.int16]
    plain: dict[int, str]

    def __len__(self) -> int:
        return len(self.figures)

    def only(self, which: Flags) -> "Entries":
        """Those for which a flag is set."""
        return replace(
            self, figures=self.figures.only(which), number=self.number[which], state=self.state[which],
            decimals=self.decimals[which],
        )  # fmt: skip

    def said(self, field: int) -> NDArray[np.int16]:
        """A field of the facts: codes of names, or numbers."""
        found: NDArray[np.int16] = self.figures.facts[field]
        return found

    @property
    def present(self) -> Flags:
        """Whether a number stands."""
        found: Flags = self.state == NUMBER
        return found

    @property
    def period(self) -> NDArray[np.int64]:
        """A number for each period, in the order of time."""
        return self.said(YEAR).astype(np.int64) * OF_A_YEAR + np.maximum(self.said(QUARTER), ANNUAL)

    @property
    def slot(self) -> NDArray[np.int64]:
        """A number for each region, price basis and period; `slot_parts` takes it apart."""
        region, basis = (self.said(field).astype(np.int64) - UNSAID for field in (REGION, BASIS))
        return (region << 40) + (basis << 20) + self.period

    def billions(self) -> NDArray[np.float64]:
        """The levels in billion rupiah, imports without their sign: the decimal is shifted first, then made a float."""
        values = self.number.copy()
        units = self.said(UNIT)
        for unit in np.unique(units).tolist():
            shift = SHIFT[name_of(unit)]
            if shift:
                which = (units == unit) & self.present
                table = np.zeros(len(self.figures.pool.cells))
                for code in distinct(self.figures.codes[which], self.figures.pool):
                    table[code] = float(f"{self.plain.get(code) or self.figures.pool.cells[code].text}e{-shift}")
                values[which] = table[self.figures.codes[which]]
        imports = self.said(ITEM) == name_code("IMP")
        values[imports] = np.abs(values[imports])
        return values

    def shifts(self) -> NDArray[np.int16]:
        """By how many digits the unit of each is smaller than a billion rupiah."""
        names = np.array([SHIFT.get(name_of(code), 0) for code in range(int(self.said(UNIT).max(initial=0)) + 1)])
        return names[self.said(UNIT)].astype(np.int16)

    def typed(self) -> Flags:
        """Whether a number is typed as text."""
        found: Flags = traits(self.figures.pool).typed[self.figures.codes] & self.present
        return found

    def marks(self) -> NDArray[np.int16]:
        """The mark of each value: behind it in its own cell, else on its period."""
        pool, found = self.figures.pool, self.said(MARK).copy()
        typed = self.typed()
        codes = self.figures.codes[typed]
        marks = np.full(len(pool.cells), UNSAID, np.int16)
        for code in traits(pool).bare:
            marks[code] = name_code(strip(pool.cells[code].text)[1])
        found[typed] = np.where(marks[codes] != UNSAID, marks[codes], found[typed])
        return found


def numbered(figures: Figures, form: str) -> Entries:
    """The figures with their numbers in a format."""
    pool, told = figures.pool, traits(figures.pool)
    state, written, number = np.zeros(len(pool.cells), np.int8), np.zeros(len(pool.cells), np.int16), told.amount.copy()
    used = np.array(distinct(figures.codes, pool), np.int64)
    is_stored, is_typed = ~np.isnan(number[used]), np.isin(told.form[used], readable(form))
    stored, typed, others = used[is_stored], used[is_typed].tolist(), used[~is_stored & ~is_typed].tolist()
    bare = [told.bare.get(code) or pool.cells[code].text for code in typed]
    numbers = dict(zip(typed, plain(bare, form), strict=True))
    number[typed] = list(map(float, numbers.values()))
    state[stored] = state[typed] = NUMBER
    state[[code for code, text in numbers.items() if too_long(text)]] = STRANGE
    for code in others:
        state[code], text = _read(pool.cells[code], form)
        if text is not None:
            numbers[code], number[code] = text, float(text)
    for codes, texts in (
        (stored, (pool.cells[code].text for code in stored.tolist())),
        (list(numbers), numbers.values()),
    ):
        written[codes] = list(map(decimals, texts, number[codes].tolist()))
    at = figures.codes
    return Entries(figures, number[at], state[at], written[at], numbers)


def _read(cell: Cell, form: str) -> tuple[int, str | None]:
    if cell.kind == Kind.FORMULA_WITHOUT_VALUE:
        return UNCALCULATED, None
    try:
        text = value(cell, form)
    except NotANumber:
        return STRANGE, None
    return (BLANK, None) if text is None else (NUMBER, text)
