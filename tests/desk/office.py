"""Workbooks of an office that does not exist: figures made up from a seed, printed as offices print them."""

import copy
import csv
import io
from dataclasses import dataclass, field
from itertools import product

import numpy as np
import xlsxwriter

from model.items import INDUSTRIES, parent
from text.lookup import item

PARTS = ("A.1", "A.2", "A.3", "G.1", "G.2", "K.1", "K.2", "K.3", "K.4")
HOUSEHOLDS = tuple(f"HH.{letter}" for letter in "abcdefg")
LETTERED = {"HH": "1.", "NPISH": "2.", "GOV": "3.", "GFCF": "4.", "INV": "5.", "EXP": "6.", "IMP": "7.", "TOTAL": ""}
REGIONS = {"Kota Binjai": 9_000.0, "Kabupaten Deli Serdang": 90_000.0, "Provinsi Sumatera Utara": 610_000.0}
BASES = {"current": "Atas Dasar Harga Berlaku", "constant_2010": "Atas Dasar Harga Konstan 2010"}
WEIGHTS = (25.0, 1.2, 18.0, 0.2, 0.1, 12.0, 19.0, 5.0, 2.5, 3.0, 3.2, 4.5, 1.0, 3.0, 1.8, 1.0, 0.6)


@dataclass
class Row:
    """A line of a table: its item, how it is labelled, its figures as printed."""

    item: str
    label: tuple[str, str]
    values: list[float | None]


@dataclass
class Table:
    """A printed table: `measure` is level for those that are imported."""

    title: str
    periods: list[str]
    rows: list[Row]
    measure: str = "level"
    basis: str = "constant_2010"
    digits: int = 2

    def row(self, code: str) -> Row:
        return next(row for row in self.rows if row.item == code)


@dataclass
class Book:
    """The tables of one sheet, and how the file is written."""

    tables: list[Table] = field(default_factory=list)
    form: str = "xlsx"

    def copy(self) -> "Book":
        return copy.deepcopy(self)

    @property
    def levels(self) -> list[Table]:
        return [table for table in self.tables if table.measure == "level"]

    def content(self) -> tuple[bytes, str]:
        """The bytes of the file, and its name."""
        lines = [line for table in self.tables for line in (*_lines(table), [])]
        return (_xlsx(lines), "tabel.xlsx") if self.form == "xlsx" else (_csv(lines, self.tables), "tabel.csv")


def book(seed: int) -> Book:
    """A clean workbook: quarters with derived tables, years, or the expenditure side."""
    rng = np.random.default_rng(seed)
    region, size = list(REGIONS.items())[rng.integers(3)]
    digits = int(rng.integers(1, 4))
    kind, form = seed % 3, ("xlsx", "csv")[int(rng.integers(2))]
    if kind == 1:
        years = [str(year) for year in range(2021, 2026)]
        exact = _production(rng, size, [(int(year), 0) for year in years])
        return Book([_table(region, "constant_2010", years, exact, digits)], form)
    steps = list(product((2024, 2025), (1, 2, 3, 4)))
    exact = _production(rng, size, steps) if kind == 0 else _expenditure(rng, size, steps)
    prices = 1.6 + 0.01 * np.arange(8) + 0.004 * rng.standard_normal((len(exact), 8))
    names = [name for year in (2024, 2025) for name in (*(f"Q{quarter}-{year}" for quarter in (1, 2, 3, 4)), str(year))]
    constant, current = _with_years(exact), _with_years(_in_prices(exact, prices))
    tables = [_table(region, basis, names, figures, digits) for basis, figures in
              (("current", current), ("constant_2010", constant))]  # fmt: skip
    return Book([*tables, *(_derived(region, names, tables, seed) if kind == 0 else [])], form)


def _production(rng: np.random.Generator, size: float, steps: list[tuple[int, int]]) -> dict[str, np.ndarray]:
    """Exact figures of the industries and some parts; TOTAL is their sum."""
    weights = np.array(WEIGHTS) * np.exp(0.3 * rng.standard_normal(17))
    figures = _courses(rng, dict(zip(INDUSTRIES, size * weights / weights.sum(), strict=True)), steps)
    for head, parts in (("A", PARTS[:3]), ("G", PARTS[3:5]), ("K", PARTS[5:])):
        figures |= _split(rng, figures[head], parts)
    return figures | {"TOTAL": np.sum([figures[code] for code in INDUSTRIES], axis=0)}


def _expenditure(rng: np.random.Generator, size: float, steps: list[tuple[int, int]]) -> dict[str, np.ndarray]:
    shares = {"HH": 0.6, "NPISH": 0.01, "GOV": 0.07, "GFCF": 0.28, "INV": 0.01, "EXP": 0.4, "IMP": 0.36}
    figures = _courses(rng, {code: size * share for code, share in shares.items()}, steps)
    figures |= _split(rng, figures["HH"], HOUSEHOLDS) | _split(rng, figures["GFCF"], ("GFCF.a", "GFCF.b"))
    home = sum(figures[code] for code in ("HH", "NPISH", "GOV", "GFCF", "INV"))
    return figures | {"TOTAL": home + figures["EXP"] - figures["IMP"]}


def _courses(rng: np.random.Generator, sizes: dict[str, float], steps: list[tuple[int, int]]) -> dict[str, np.ndarray]:
    """A series each: its own growth, and where it has quarters its own season, a little of it by chance."""
    courses = {}
    for code, size in sizes.items():
        growth, season = rng.uniform(1.02, 1.08), np.append(0.0, 0.03 * rng.standard_normal(4))
        noise = np.exp(0.004 * rng.standard_normal(len(steps)))
        part = 4 if steps[0][1] else 1
        trend = [size / part * growth ** (year - steps[0][0] + max(quarter - 1, 0) / 4) for year, quarter in steps]
        courses[code] = np.array(trend) * np.exp([season[quarter] for _, quarter in steps]) * noise
    return courses


def _split(rng: np.random.Generator, whole: np.ndarray, parts: tuple[str, ...]) -> dict[str, np.ndarray]:
    shares = rng.dirichlet(4 * np.ones(len(parts)), size=1)[0]
    return {code: whole * share for code, share in zip(parts, shares, strict=True)}


def _in_prices(exact: dict[str, np.ndarray], prices: np.ndarray) -> dict[str, np.ndarray]:
    """At current prices: parts with the prices of their head, the total as the sum."""
    heads = [code for code in exact if "." not in code and code != "TOTAL"]
    current = {code: exact[code] * prices[place] for place, code in enumerate(heads)}
    current |= {code: exact[code] * prices[heads.index(str(parent(code)))] for code in exact if "." in code}
    signs = {code: -1 if code == "IMP" else 1 for code in heads}
    return current | {"TOTAL": sum(signs[code] * current[code] for code in heads)}


def _with_years(figures: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """The sum of each four quarters behind them."""
    return {code: np.insert(each, [4, 8], [each[:4].sum(), each[4:].sum()]) for code, each in figures.items()}


def _table(region: str, basis: str, periods: list[str], figures: dict[str, np.ndarray], digits: int) -> Table:
    side = "Pengeluaran" if "HH" in figures else "Lapangan Usaha"
    title = f"PDRB {region} {BASES[basis]} Menurut {side} (miliar rupiah)"
    codes = sorted(figures, key=_place)
    rows = [Row(code, _label(code), [round(float(each), digits) for each in figures[code]]) for code in codes]
    return Table(title, list(periods), rows, basis=basis, digits=digits)


def _derived(region: str, periods: list[str], tables: list[Table], seed: int) -> list[Table]:
    """Growth year on year at constant prices and shares at current prices, or neither in every other workbook."""
    if seed % 2:
        return []
    current, constant = tables
    growth = [Row(row.item, row.label, [None] * 5 + _rates(row.values)) for row in constant.rows]
    total = current.row("TOTAL").values
    shares = [
        Row(
            row.item, row.label, [round(100 * value / whole, 2) for value, whole in zip(row.values, total, strict=True)]
        )
        for row in current.rows
    ]
    return [
        Table(f"Laju Pertumbuhan PDRB {region} {BASES['constant_2010']} y-on-y (persen)", periods, growth, "yoy"),
        Table(f"Distribusi Persentase PDRB {region} {BASES['current']} (persen)", periods, shares, "share", "current"),
    ]


def _rates(values: list[float]) -> list[float]:
    """Growth of the second five figures on the first five, to two decimals."""
    return [round(100 * (now / before - 1), 2) for before, now in zip(values[:5], values[5:], strict=True)]


def _place(code: str) -> tuple[int, str]:
    heads = (*INDUSTRIES, *LETTERED)
    return heads.index(code.split(".")[0]), code


def _label(code: str) -> tuple[str, str]:
    """The code as it is printed before the label, and the label."""
    if code == "TOTAL":
        return "", "Produk Domestik Regional Bruto"
    if code.split(".")[0] in LETTERED:
        head, _, letter = code.partition(".")
        return "", f"{LETTERED[head]}{letter + '.' if letter else ''} {item(code, 'id')}"
    return ("" if "." in code else code), f"{code.split('.')[1]}. {item(code, 'id')}" if "." in code else item(
        code, "id"
    )


def _lines(table: Table) -> list[list[str | float | None]]:
    heading: list[str | float | None] = ["Kode", "Uraian", *table.periods]
    return [[table.title], [], heading, *([*row.label, *row.values] for row in table.rows)]


def _xlsx(lines: list[list[str | float | None]]) -> bytes:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("PDRB")
        for place, line in enumerate(lines):
            sheet.write_row(place, 0, line)
    return written.getvalue()


def _csv(lines: list[list[str | float | None]], tables: list[Table]) -> bytes:
    """Indonesian numbers, semicolons; derived tables have two decimals, levels their own."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=";", lineterminator="\n")
    digits = {table.title: table.digits for table in tables}
    current = 2
    for line in lines:
        current = digits.get(str(line[0]), current) if line else current
        writer.writerow([_number(cell, current) if isinstance(cell, float) else cell for cell in line])
    return written.getvalue().encode()


def _number(value: float, digits: int) -> str:
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))
