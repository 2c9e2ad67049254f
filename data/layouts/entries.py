"""Figures with their numbers: what each cell comes to in the number format of its table."""

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from data.found import OF_A_YEAR
from data.grid import Cell, Kind, Pool
from data.layouts.figure import BASIS, ITEM, MARK, QUARTER, REGION, UNIT, UNSAID, YEAR, Figures, name_code, name_of
from data.layouts.period_word import ANNUAL
from data.layouts.traits import Flags, distinct, traits
from data.layouts.words import FACTORS
from data.numbers import NotANumber, all_decimals, plain, readable, strip, too_long, value

BLANK, NUMBER, STRANGE, UNCALCULATED = range(4)
AT_ONCE = 65_536
"""How many numbers are made at a time: their texts take more memory than anything else of a large file."""
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
    form        the format of numbers that are typed as text
    """

    figures: Figures
    number: NDArray[np.float64]
    state: NDArray[np.int8]
    decimals: NDArray[np.int16]
    form: str

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
                table = np.zeros(len(self.figures.pool))
                codes = distinct(self.figures.codes[which], self.figures.pool)
                texts = _decimals(self.figures.pool, np.array(codes, np.int64), self.form)
                table[codes] = [float(f"{text}e{-shift}") for text in texts]
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
        marks = np.full(len(pool), UNSAID, np.int16)
        for code in traits(pool).bare:
            marks[code] = name_code(strip(pool.texts[code])[1])
        found[typed] = np.where(marks[codes] != UNSAID, marks[codes], found[typed])
        return found


def numbered(figures: Figures, form: str) -> Entries:
    """The figures with their numbers in a format."""
    pool, told = figures.pool, traits(figures.pool)
    state, written, number = np.zeros(len(pool), np.int8), told.written.copy(), told.amount.copy()
    used = np.array(distinct(figures.codes, pool), np.int64)
    stored = used[~np.isnan(number[used])]
    typed = used[np.isin(told.form[used], readable(form))]
    state[stored] = state[typed] = NUMBER
    for code in used[state[used] != NUMBER].tolist():
        state[code] = _state(pool[code], form)
    others = used[(state[used] == NUMBER) & np.isnan(number[used])]
    for start in range(0, len(others), AT_ONCE):
        codes = others[start : start + AT_ONCE]
        texts = _decimals(pool, codes, form)
        number[codes] = list(map(float, texts))
        written[codes] = all_decimals(texts, number[codes].tolist())
        state[codes[list(map(too_long, texts))]] = STRANGE
    return Entries(figures, number[figures.codes], state[figures.codes], written[figures.codes], form)


def _decimals(pool: Pool, codes: NDArray[np.integer], form: str) -> list[str]:
    """The plain decimals of the cells of some numbers, in the format of those that are typed as text."""
    bare = traits(pool).bare
    texts = [pool.texts[code] for code in codes.tolist()]
    typed = np.flatnonzero(traits(pool).typed[codes]).tolist()
    for at, text in zip(typed, plain([bare.get(int(codes[at])) or texts[at] for at in typed], form), strict=True):
        texts[at] = text
    return texts


def _state(cell: Cell, form: str) -> int:
    """What stands in a cell that is not plainly a number."""
    if cell.kind == Kind.FORMULA_WITHOUT_VALUE:
        return UNCALCULATED
    try:
        return BLANK if value(cell, form) is None else NUMBER
    except NotANumber:
        return STRANGE
