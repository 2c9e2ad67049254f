"""Families of one plain header: one table a sheet, entry grid, flat file, several regions, side by side, turned."""

from model.items import INDUSTRIES
from model.period import Period
from tests.workbooks import spelling
from tests.workbooks.grid_family import BASES, annual, annual_rows, fill, main_items, periods_of, stack, write_head
from tests.workbooks.made import Made
from tests.workbooks.make import Recipe, answers, cell, items_of, key, title


def one_header(recipe: Recipe) -> Made:
    """Code and label, one header row `Q1-2024`, the year bare."""
    made = Made("satu.xlsx", "xlsx")
    row = write_head(made, recipe, "ADHK", 0, "constant_2010", 1, recipe.region)
    made.put("ADHK", row, 0, "Kode")
    made.put("ADHK", row, 1, "Lapangan Usaha")
    for at, period in enumerate(periods_of(recipe)):
        made.put(
            "ADHK",
            row,
            2 + at,
            f"Triwulan {spelling.ROMAN[period.quarter - 1]} {period.year}" if period.quarter else period.year,
        )
    items = main_items(recipe)
    for at, item in enumerate(items):
        made.put("ADHK", row + 1 + at, 0, spelling.code(item) if item in INDUSTRIES else None)
        made.put("ADHK", row + 1 + at, 1, spelling.label(item, recipe.labels))
    fill(made, recipe, "ADHK", (row + 1, 2), "constant_2010", periods_of(recipe), recipe.region, items)
    return made


def entry_grid(recipe: Recipe) -> Made:
    """Semicolons, quarters of one year that stands nowhere, nothing else stated."""
    made = Made(
        "isian.csv", "csv", separator=";", answers=answers(recipe, region=True, year=True, basis=True, unit=True)
    )
    made.sheets[""] = [["Komponen", *[f"Triwulan {roman}" for roman in spelling.ROMAN], "Total"]]
    items = items_of(recipe.levels("current"))
    for at, item in enumerate(items, start=1):
        steps = item.split(".")
        front = spelling.code(item) if item in INDUSTRIES else steps[-1]
        made.put(
            "",
            at,
            0,
            "  " * (len(steps) - 1)
            + (f"{front}. " if len(steps) > 1 or item in INDUSTRIES else "")
            + spelling.label(item, "id"),
        )
    periods = [Period(recipe.years[0], quarter) for quarter in (1, 2, 3, 4, None)]
    fill(made, recipe, "", (1, 1), "current", periods, recipe.region, items)
    return made


def flat_csv(recipe: Recipe) -> Made:
    """Years in columns, codes on main rows only; region, price basis and unit stand nowhere."""
    made = Made("tahunan.csv", "csv", answers=answers(recipe, region=True, basis=True, unit=True))
    made.sheets[""] = [["Kategori", "Uraian", "sub", *recipe.years]]
    items = items_of(recipe.levels("current"))
    for at, item in enumerate(items, start=1):
        made.put("", at, 0, spelling.code(item) if item in INDUSTRIES else None)
        made.put("", at, 2 if "." in item else 1, spelling.label(item, recipe.labels))
    fill(made, recipe, "", (1, 3), "current", annual(recipe), recipe.region, items)
    return made


def sheet_per_region(recipe: Recipe) -> Made:
    """A sheet per region, whose name is its code; 1200 is the province."""
    made = Made("wilayah.xlsx", "xlsx")
    for region in ("12", "1275"):
        stack(made, recipe, "1200" if region == "12" else region, region, titled=False)
    return made


def side_by_side(recipe: Recipe) -> Made:
    """Two tables beside each other, an empty column between them."""
    made = Made("berdampingan.xlsx", "xlsx")
    items = main_items(recipe)
    left = 0
    for number, basis in enumerate(BASES, start=1):
        made.put("Sheet1", 0, left, title(recipe, basis, number, recipe.region))
        made.put("Sheet1", 2, left, "Kode")
        made.put("Sheet1", 2, left + 1, "Lapangan Usaha")
        annual_rows(made, recipe, "Sheet1", 2, left, items, basis)
        left += 3 + len(recipe.years)
    return made


def transposed(recipe: Recipe) -> Made:
    """Years in rows, industries in columns."""
    made = Made("balik.xlsx", "xlsx")
    row = write_head(made, recipe, "Sheet1", 0, "constant_2010", 1, recipe.region)
    made.put("Sheet1", row, 0, "Tahun")
    levels = recipe.levels("constant_2010")
    for column, item in enumerate(main_items(recipe), start=1):
        made.put("Sheet1", row, column, spelling.label(item, recipe.labels))
        for at, period in enumerate(annual(recipe), start=1):
            mark = spelling.mark(period.year, recipe.marks)
            made.put("Sheet1", row + at, 0, f"{period.year}{mark}" if mark else period.year)
            status = spelling.status(period, recipe.marks)
            value = cell(recipe, levels, item, period)
            made.level(
                "Sheet1",
                row + at,
                column,
                key(recipe, item, "constant_2010", period),
                value,
                levels[item, period],
                status,
            )
    return made
