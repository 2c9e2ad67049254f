"""What offices alter: heads of periods, spellings of codes and numbers, titles, and how one table follows another."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from data.reading import Answers
from model.items import INDUSTRIES, TOTAL
from model.period import Period
from tests.workbooks import spelling
from tests.workbooks.grid_family import main_items
from tests.workbooks.made import Made, Rows
from tests.workbooks.make import Recipe, cell, key

YEARS = (2023, 2024)
QUARTERS = (1, 2, 3, 4)
ROMAN = spelling.ROMAN
RECIPE = Recipe(family="publication", unit="billion_idr", parts=False, years=YEARS)
TITLE = "PDRB Kota Medan Atas Dasar Harga Konstan 2010 Menurut Lapangan Usaha (miliar rupiah), data sintetis"
Column = Period | tuple[int, int, int] | None
"""What a column holds: a period, the sum of some quarters of a year (year, first, last), or nothing."""

ALL: list[Column] = [Period(year, quarter) for year in YEARS for quarter in (*QUARTERS, None)]


def over(*words: str) -> Rows:
    """Years over the first of their columns, words below."""
    return [[x for year in YEARS for x in (year, *[None] * (len(words) - 1))], [*words] * len(YEARS)]


def centred(*words: str) -> Rows:
    """Years over the middle of their columns."""
    half = len(words) // 2
    above = [x for year in YEARS for x in (*[None] * half, year, *[None] * (len(words) - half - 1))]
    return [above, [*words] * len(YEARS)]


def each(quarter: str, whole: str) -> Rows:
    """One row, a text for each period: `{q}`, `{r}`, `{y}`, `{s}` are quarter, Roman quarter, year, short year."""
    texts = [
        (quarter if number else whole).format(q=number, r=ROMAN[number - 1], y=year, s=year % 100)
        for year in YEARS
        for number in (*QUARTERS, 0)
    ]
    return [texts]


PARTIAL: list[Column] = [
    column
    for y in YEARS
    for column in (Period(y, 1), Period(y, 2), (y, 1, 2), Period(y, 3), (y, 1, 3), Period(y, 4), (y, 3, 4), Period(y))
]
BACKWARDS: list[Column] = ALL[::-1]
BY_QUARTER: list[Column] = [Period(year, quarter) for quarter in (*QUARTERS, None) for year in YEARS]

HEADS: dict[str, tuple[Rows, list[Column]]] = {
    "jumlah": (over(*ROMAN, "Jumlah"), ALL),
    "triwulan, tahunan": (over(*(f"Triwulan\n{r}" for r in ROMAN), "Tahunan"), ALL),
    "centred": (centred(*(f"Tw {r}" for r in ROMAN), "Total"), ALL),
    "centred, digits": (centred("TW 1", "TW 2", "TW 3", "TW 4", "Setahun"), ALL),
    "I-2024": (each("{r}-{y}", "{y}"), ALL),
    "Tw I/2024": (each("Tw {r}/{y}", "Total {y}"), ALL),
    "2024Q1": (each("{y}Q{q}", "{y}"), ALL),
    "2024:1": (each("{y}:{q}", "Tahun {y}"), ALL),
    "Q1'24": (each("Q{q}'{s}", "FY {y}"), ALL),
    "Triwulan I Tahun 2024": (each("Triwulan {r} Tahun {y}", "Jumlah\n{y}"), ALL),
    "months": ([[f"{m} {y}" for y in YEARS for m in ("Jan-Mar", "Apr-Jun", "Jul-Sep", "Okt-Des", "Jan-Des")]], ALL),
    "quarter over year": ([[x for r in (*ROMAN, "Tahunan") for x in (r, None)], [*YEARS] * 5], BY_QUARTER),
    "backwards": ([["2024", *[None] * 4, "2023"], ["Total", "IV", "III", "II", "I"] * 2], BACKWARDS),
    "semesters": (over("Tw I", "Tw II", "Smt I", "Tw III", "s.d. Tw III", "Tw IV", "Semester II", "Jumlah"), PARTIAL),
    "sums": (over("I", "II", "Jml Smt I", "III", "I-III", "IV", "Jul-Des", "Jumlah"), PARTIAL),
}
"""Rows of a header, and what its columns hold."""


def headed(head: str, basis: str = "constant_2010") -> Made:
    """A table under one of `HEADS`."""
    rows, columns = HEADS[head]
    made = Made("kepala.xlsx", "xlsx")
    made.sheets["PDRB"] = [[TITLE], [], *[[None, None, *row] for row in rows]]
    made.sheets["PDRB"][-1][:2] = ["Kategori", "Uraian"]
    levels = RECIPE.levels(basis)
    for item in main_items(RECIPE):
        row = len(made.sheets["PDRB"])
        made.put("PDRB", row, 0, spelling.code(item) if item in INDUSTRIES else None)
        made.put("PDRB", row, 1, spelling.label(item, "id"))
        for at, column in enumerate(columns, start=2):
            if isinstance(column, Period):
                value = levels[item, column]
                made.level("PDRB", row, at, key(RECIPE, item, basis, column), value, value, "unknown")
            elif column:
                year, first, last = column
                part = sum((levels[item, Period(year, q)] for q in range(first, last + 1)), Decimal(0))
                made.put("PDRB", row, at, part)
    return made


def table(
    title: tuple[str, ...] = (TITLE,),
    heads: tuple[Any, ...] = YEARS,
    spelt: Callable[[str], list[Any]] | None = None,
    typed: Callable[[Decimal], Any] | None = None,
    items: list[str] | None = None,
    basis: str = "constant_2010",
    unit: str = "billion_idr",
) -> Made:
    """A table of years with other titles, heads, labels, or numbers."""
    made = Made("tabel.xlsx", "xlsx")
    made.sheets["Lembar"] = [[line] for line in title] + [[], ["Kategori", "Lapangan Usaha", *heads]]
    recipe = Recipe(family="publication", unit=unit, parts=False, years=YEARS)
    levels = recipe.levels(basis)
    for item in items or main_items(recipe):
        row = len(made.sheets["Lembar"])
        labels = spelt(item) if spelt else [spelling.code(item) if item in INDUSTRIES else None, text(item)]
        for column, label in enumerate(labels):
            made.put("Lembar", row, column, label)
        for at, year in enumerate(YEARS, start=2):
            period = Period(year)
            level = levels[item, period]
            held = typed(level) if typed else cell(recipe, levels, item, period)
            made.level("Lembar", row, at, key(recipe, item, basis, period), held, level, "unknown")
    return made


def text(item: str) -> str:
    """A label in Indonesian."""
    return spelling.label(item, "id")


def coded(item: str, form: str) -> str:
    """A code in some form, nothing for the total."""
    return form.format(spelling.code(item)) if item != TOTAL else ""


def stacked(second: str) -> Made:
    """Two price bases, the second under one more line of the same columns."""
    made = table((TITLE.replace("Konstan 2010", "Berlaku"),), basis="current")
    other = table()
    rows = made.sheets["Lembar"]
    start = len(rows) + 1
    rows += [[second], *other.sheets["Lembar"][3:]]
    for where, level in other.expected.items():
        _, row, column = other.where[where]
        made.where[where] = ("Lembar", row - 3 + start, column)
        made.expected[where] = level
    return made


def continued(line: str) -> Made:
    """The industries on two pages; the second says only that it goes on."""
    names = main_items(RECIPE)
    made, other = table(items=names[:9]), table((line,), items=names[9:])
    made.sheets["Lembar"] += [[], *other.sheets["Lembar"]]
    made.expected |= other.expected
    return made


def side_by_side() -> Made:
    """Three tables with no column between them, the last of growth."""
    first = table((f"TABEL 1. {TITLE.replace('Konstan 2010', 'Berlaku')}",), basis="current")
    second = table((f"TABEL 2. {TITLE}",))
    rows = zip(first.sheets["Lembar"], second.sheets["Lembar"], strict=True)
    growth = ["TABEL 3. LAJU PERTUMBUHAN PDRB KOTA MEDAN (JUTA RUPIAH)", None, "Lapangan Usaha"]
    made = Made("rapat.xlsx", "xlsx", expected=first.expected | second.expected)
    made.sheets["Lembar"] = [
        [*_wide(left), *_wide(right), *([growth[at], 2024 if at == 2 else None] if at < 3 else [right[1], GROWTH])]
        for at, (left, right) in enumerate(rows)
    ]
    return made


GROWTH = Decimal("5.04")


def _wide(row: list[Any]) -> list[Any]:
    return row + [None] * (2 + len(YEARS) - len(row))


LONG: dict[str, tuple[list[str], str]] = {
    "codes of regions, unit behind": (
        ["kode_wilayah", "harga", "kategori", "uraian", "tahun", "triwulan", "nilai", "satuan"],
        "1275|{basis}|{code}|{label}|{year}|{roman}|{value}|Miliar Rupiah",
    ),
    "digits of quarters, codes only": (
        ["region", "year", "quarter", "industry", "prices", "value", "unit"],
        "1275|{year}|{digit}|{code}|{short}|{value}|billion IDR",
    ),
    "one period, no code": (
        ["Wilayah", "Harga", "Lapangan Usaha", "Periode", "Nilai", "Satuan"],
        "Kota Medan|{basis}|{label}|{period}|{value}|Miliar Rupiah",
    ),
}
"""Heads of a long table, and a row of it."""


def long(form: str) -> Made:
    """A row a figure, in one of the forms of `LONG`."""
    heads, pattern = LONG[form]
    made = Made("panjang.csv", "csv", separator=";", answers=Answers())
    made.sheets[""] = [list(heads)]
    for basis, name, short in (("current", "Harga Berlaku", "current"), ("constant_2010", "Harga Konstan", "constant")):
        levels = RECIPE.levels(basis)
        for item in main_items(RECIPE):
            for period in (Period(year, quarter) for year in YEARS for quarter in (*QUARTERS, None)):
                level = levels[item, period]
                said = pattern.format(
                    basis=name, short=short, code="PDRB" if item == TOTAL else spelling.code(item), label=text(item),
                    year=period.year, roman=ROMAN[period.quarter - 1] if period.quarter else "Tahunan",
                    digit=period.quarter or "", period=period, value=level,
                )  # fmt: skip
                row = len(made.sheets[""])
                made.sheets[""].append(said.split("|"))
                column = next(at for at, head in enumerate(heads) if head.lower() in ("nilai", "value"))
                made.level("", row, column, key(RECIPE, item, basis, period), str(level), level, "unknown")
    return made
