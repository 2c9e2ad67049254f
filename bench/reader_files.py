"""Synthetic workbooks for `bench.reader`: stacked tables as an office keeps them, and 100,000 rows in some shapes."""

import io
import random
from collections.abc import Callable, Iterator, Sequence
from itertools import product

import pandas as pd
import xlsxwriter

from data import places
from model.dimensions import Measure
from model.items import INDUSTRIES, TOTAL
from model.observations import levels
from model.period import Period, parse
from stats.measures import compute
from tests.workbooks import figures, spelling
from tests.workbooks.make import items_of

Row = Sequence[object]
PRICES = {"current": "Harga Berlaku", "constant_2010": "Harga Konstan 2010"}
YEARS = tuple(range(2014, 2026))
QUARTERS_AND_YEAR = (1, 2, 3, 4, None)
ROWS, COLUMNS = 800, 60
LONG = 100_000
PARTS = ("G.1", "G.2", "H.1", "H.2", "H.3", "H.4", "H.5", "H.6")
SOME = tuple(item for head in INDUSTRIES for item in (head, *(part for part in PARTS if part[0] == head))) + (TOTAL,)
DERIVED = (
    (Measure.SHARE, "current", "DISTRIBUSI PERSENTASE PDRB ATAS DASAR HARGA BERLAKU"),
    (Measure.QTQ, "constant_2010", "LAJU PERTUMBUHAN Q-TO-Q PDRB"),
    (Measure.YOY, "constant_2010", "LAJU PERTUMBUHAN Y-ON-Y PDRB"),
    (Measure.CTC, "constant_2010", "LAJU PERTUMBUHAN C-TO-C PDRB"),
    (Measure.DEFLATOR, "implicit", "INDEKS IMPLISIT PDRB"),
    (Measure.DEFLATOR_QTQ, "implicit", "LAJU PERTUMBUHAN Q-TO-Q INDEKS IMPLISIT PDRB"),
    (Measure.DEFLATOR_YOY, "implicit", "LAJU PERTUMBUHAN Y-ON-Y INDEKS IMPLISIT PDRB"),
    (Measure.CONTRIBUTION_QTQ, "constant_2010", "SUMBER PERTUMBUHAN Q-TO-Q PDRB"),
    (Measure.CONTRIBUTION_YOY, "constant_2010", "SUMBER PERTUMBUHAN Y-ON-Y PDRB"),
)
"""The tables below the two of levels: their measure, the price basis of its rows, and the title."""


def stacked() -> bytes:
    """Eleven tables of Kota Medan below one another in a sheet of 800 rows and 60 columns, nine of them derived."""
    periods = [Period(year, quarter) for year in YEARS for quarter in QUARTERS_AND_YEAR][: COLUMNS - 3]
    held = {basis: figures.production(YEARS, 1275, basis == "current", True, False) for basis in PRICES}
    lines: list[Row] = []
    for number, basis in enumerate(PRICES, 1):
        values = {key: float(value * 1000) for key, value in held[basis].items()}
        lines += _table(f"TABEL {number}. PDRB ATAS DASAR {PRICES[basis].upper()} (JUTA RUPIAH)", values, periods)
    obs = pd.concat([_observations(held[basis], basis, periods) for basis in PRICES], ignore_index=True)
    for number, (measure, basis, title) in enumerate(DERIVED, 3):
        found = compute(obs, [measure], items=items_of(held["current"]))
        found = found[(found["price_basis"] == basis) & found["value"].notna()]
        keys = zip(found["item"], map(parse, found["period"]), strict=True)
        values = dict(zip(keys, found["value"].round(2), strict=True))
        lines += _table(f"TABEL {number}. {title} (PERSEN)", values, periods)
    lines += [[f"Catatan {at}: angka sintetis"] for at in range(ROWS - len(lines))]
    return written(lines)


def _observations(held: figures.Levels, basis: str, periods: list[Period]) -> pd.DataFrame:
    by_item: dict[str, dict[str, float]] = {}
    for (item, period), value in held.items():
        if period in periods:
            by_item.setdefault(item, {})[str(period)] = float(value)
    return levels(by_item, region="1275", price_basis=basis)


def _table(title: str, values: dict[tuple[str, Period], float], periods: list[Period]) -> list[Row]:
    """A title, the region, years over quarters, column numbers, a row an item, and a blank row."""
    years = [period.year if period.quarter == 1 else None for period in periods]
    quarters = [f"Q{period.quarter}" if period.quarter else "Total" for period in periods]
    lines: list[Row] = [
        [f"{title}, DATA SINTETIS"],
        ["Kabupaten/Kota", ":", "Kota Medan"],
        ["Kategori", "Uraian", None, *years],
        [None, None, None, *quarters],
        [-1, -2, None, *range(-83, -83 - len(periods), -1)],
        [],
    ]
    for item in items_of(values):
        lines.append([*_labels(item), *(values.get((item, period)) for period in periods)])
    return [*lines, []]


def _labels(item: str) -> list[object]:
    label, (head, *steps) = spelling.label(item, "id"), item.split(".")
    if not steps:
        return [spelling.code(head) if head in INDUSTRIES else None, label, None]
    return [None, int(steps[0]), label] if len(steps) == 1 else [None, None, f"{steps[1]}. {label}"]


def long() -> Iterator[Row]:
    """A row a figure: region, item, prices, year, quarter, value, unit."""
    yield ("Kode Wilayah", "Wilayah", "Kategori", "Lapangan Usaha", "Harga", "Tahun", "Triwulan", "Nilai", "Satuan")
    chance = random.Random(2010)
    for (code, name), price, year, quarter, item in product(
        _regions(), PRICES.values(), range(2010, 2027), ("I", "II", "III", "IV", "Tahunan"), (*INDUSTRIES, TOTAL)
    ):
        label = (spelling.code(item) if item != TOTAL else "PDRB", spelling.label(item, "id"))
        yield (int(code), name, *label, price, year, quarter, round(chance.uniform(1, 9000), 2), "Miliar Rupiah")


def wide(items: Sequence[str] = SOME, gaps: float = 0.0, noise: bool = False) -> Iterator[Row]:
    """A row an item of a year, its quarters and the year side by side; some left out, or with all digits of a float."""
    yield ("Kode Wilayah", "Harga", "Kategori", "Lapangan Usaha", "Tahun", "Satuan", "I", "II", "III", "IV", "Tahunan")
    chance = random.Random(2011)
    for (code, _), price, year, item in product(_regions(), PRICES.values(), range(1950, 2027), items):
        label = (spelling.code(item) if item in INDUSTRIES else None, spelling.label(item, "id"))
        values: list[float | None] = [chance.uniform(1, 9000) for _ in QUARTERS_AND_YEAR]
        if not noise:
            values = [round(value, 2) for value in values if value is not None]
        shown = [None if chance.random() < gaps else value for value in values]
        yield (int(code), price, *label, year, "Miliar Rupiah", *shown)


def _regions() -> list[tuple[str, str]]:
    """The regions of the code list, each by its last name in it."""
    return [(code, name) for code, name in {code: name for code, name, _ in places._rows()}.items() if len(code) == 4]


def written(rows: Sequence[Row] | Iterator[Row], own_texts: bool = False) -> bytes:
    """An xlsx of one sheet, its texts shared or, as some programs write them, each in its own cell."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "constant_memory": own_texts}) as book:
        sheet = book.add_worksheet("Data")
        for at, row in zip(range(LONG + 1), rows, strict=False):
            sheet.write_row(at, 0, row)
    return out.getvalue()


CLEAN: dict[str, Callable[[], bytes]] = {
    "a row a figure": lambda: written(long()),
    "a row a figure, texts in their cells": lambda: written(long(), own_texts=True),
    "quarters side by side": lambda: written(wide()),
    "quarters side by side, a tenth left out": lambda: written(wide(gaps=0.1)),
    "quarters side by side, floats of 16 digits": lambda: written(wide(noise=True)),
}
"""Clean workbooks of 100,000 rows below a head."""
