"""Families with items in rows and periods in columns, and their transposed and side-by-side relatives."""

from model.items import INDUSTRIES, TOTAL
from model.period import Period
from tests.workbooks import spelling
from tests.workbooks.made import Made
from tests.workbooks.make import Recipe, cell, items_of, key, title

BASES = ("current", "constant_2010")


def periods_of(recipe: Recipe) -> list[Period]:
    """The quarters of each year, then the year."""
    return [Period(year, quarter) for year in recipe.years for quarter in (1, 2, 3, 4, None)]


def annual(recipe: Recipe) -> list[Period]:
    """The years."""
    return [Period(year) for year in recipe.years]


def fill(made: Made, recipe: Recipe, sheet: str, at: tuple[int, int], basis: str, periods: list[Period], region: str,
          items: list[str]) -> None:  # fmt: skip
    """The figures of items in rows and periods in columns, from a corner on."""
    levels = recipe.levels(basis, region)
    for row, item in enumerate(items):
        for column, period in enumerate(periods):
            value = cell(recipe, levels, item, period)
            level = levels[item, period]
            status = spelling.status(period, recipe.marks)
            made.level(
                sheet, at[0] + row, at[1] + column, key(recipe, item, basis, period, region), value, level, status
            )


def write_head(made: Made, recipe: Recipe, sheet: str, row: int, basis: str, number: int, region: str) -> int:
    """Title lines, and extra ones above; gives the row after them."""
    for at in range(recipe.extra_titles):
        made.put(sheet, row + at, 0, f"Badan Pusat Statistik, lembar kerja {at + 1}")
    row += recipe.extra_titles
    made.put(sheet, row, 0, title(recipe, basis, number, region))
    return row + 2


def _notes(made: Made, recipe: Recipe, sheet: str, row: int) -> None:
    if recipe.notes:
        for at, text in enumerate(("Catatan: * Angka sementara", "** Angka sangat sementara", "Sumber: data sintetis")):
            made.put(sheet, row + at, 0, text)


def _years_over_quarters(made: Made, recipe: Recipe, sheet: str, row: int, left: int, words: tuple[str, ...]) -> None:
    for at, year in enumerate(recipe.years):
        mark = spelling.mark(year, recipe.marks)
        made.put(sheet, row, left + 5 * at, f"{year}{mark}" if mark else year)
        for step, word in enumerate(words):
            made.put(sheet, row + 1, left + 5 * at + step, word)


def stacked(recipe: Recipe, region: str = "", sheet: str = "Prod1") -> Made:
    """Code, number and label in three columns, years over quarters, column numbers below; two tables in a sheet."""
    made = Made(f"{recipe.family}.xlsx", "xlsx", hidden=(4, 5) if recipe.hidden else ())
    stack(made, recipe, sheet, region or recipe.region, titled=True)
    return made


def stack(made: Made, recipe: Recipe, sheet: str, region: str, titled: bool) -> None:
    row = 0
    for number, basis in enumerate(BASES, start=1):
        row = write_head(made, recipe, sheet, row, basis, number, region if titled else "")
        made.put(sheet, row, 0, "Kategori")
        made.put(sheet, row, 1, "Uraian")
        _years_over_quarters(made, recipe, sheet, row, 3, ("Q1", "Q2", "Q3", "Q4", "Total"))
        for column in range(3 + 5 * len(recipe.years)):
            made.put(sheet, row + 3, column, -1 - column if column < 2 else -81 - column)
        items = items_of(recipe.levels(basis, region))
        for at, item in enumerate(items):
            _spread(made, recipe, sheet, row + 5 + at, item)
        fill(made, recipe, sheet, (row + 5, 3), basis, periods_of(recipe), region, items)
        row += 5 + len(items) + 3
    _notes(made, recipe, sheet, row)


def _spread(made: Made, recipe: Recipe, sheet: str, row: int, item: str) -> None:
    """Code, row number and label spread over three columns."""
    label = spelling.label(item, recipe.labels)
    steps = item.split(".")
    if len(steps) == 1:
        made.put(sheet, row, 0, spelling.code(item) if item in INDUSTRIES else None)
        made.put(sheet, row, 1, (" " if item == TOTAL else "") + label)
    elif len(steps) == 2:
        made.put(sheet, row, 1, int(steps[1]))
        made.put(sheet, row, 2, label)
    else:
        made.put(sheet, row, 2, f"{steps[2]}. {label} ")


def template(recipe: Recipe) -> Made:
    """The code inside the label, Roman quarters, `Total Triwulanan`, stray rows of helpers."""
    made = Made("template.xlsx", "xlsx")
    row = 0
    for number, basis in enumerate(BASES, start=1):
        row = write_head(made, recipe, "Template_LU", row, basis, number, "")
        made.put("Template_LU", row - 1, 0, "Prov :")
        made.put("Template_LU", row - 1, 2, f"{recipe.region} {spelling.REGIONS[recipe.region]} Data")
        made.put("Template_LU", row, 0, "Kab./Kota")
        made.put("Template_LU", row, 4, 2036019)
        made.put("Template_LU", row + 1, 0, "Kategori")
        made.put("Template_LU", row + 1, 1, "Uraian")
        _years_over_quarters(made, recipe, "Template_LU", row + 1, 3, (*spelling.ROMAN, "Total Triwulanan"))
        items = items_of(recipe.levels(basis))
        for at, item in enumerate(items):
            made.put("Template_LU", row + 4 + at, 0, _coded(recipe, item))
        fill(made, recipe, "Template_LU", (row + 4, 3), basis, periods_of(recipe), recipe.region, items)
        made.put("Template_LU", row + 4 + len(items), 6, 123456)
        row += 4 + len(items) + 2
    return made


def _coded(recipe: Recipe, item: str) -> str:
    label = spelling.label(item, recipe.labels)
    steps = item.split(".")
    if item not in INDUSTRIES and len(steps) == 1:
        return label
    numbers = [f"{int(step):02d}" if steps[0] == "C" else step for step in steps[1:]]
    return f"{'. '.join([spelling.code(steps[0]), *numbers])}. {label}{'. ' if len(steps) == 1 else ''}"


def exp_sheet(recipe: Recipe) -> Made:
    """Expenditure: `Q1-2022` and the bare year, numbered components."""
    made = Made("exp.xlsx", "xlsx")
    row = 0
    for number, basis in enumerate(BASES, start=1):
        row = write_head(made, recipe, "Exp", row, basis, number, recipe.region)
        made.put("Exp", row, 0, "Komponen Pengeluaran")
        for at, period in enumerate(periods_of(recipe)):
            mark = spelling.mark(period.year, recipe.marks)
            made.put(
                "Exp",
                row,
                1 + at,
                f"Q{period.quarter}-{period.year}{mark}" if period.quarter else f"{period.year}{mark}",
            )
        items = items_of(recipe.levels(basis))
        numbers = {item: at for at, item in enumerate([item for item in items if "." not in item], start=1)}
        for at, item in enumerate(items):
            head, _, letter = item.partition(".")
            front = f"  {numbers[head]}.{letter}. " if letter else f"{numbers[item]}. " if item != TOTAL else ""
            made.put(
                "Exp", row + 1 + at, 0, front + (spelling.label(item, recipe.labels) if item != TOTAL else "P D R B")
            )
        fill(made, recipe, "Exp", (row + 1, 1), basis, periods_of(recipe), recipe.region, items)
        row += 1 + len(items) + 2
    return made


def annual_rows(made: Made, recipe: Recipe, sheet: str, row: int, left: int, items: list[str], basis: str) -> None:
    for at, period in enumerate(annual(recipe)):
        mark = spelling.mark(period.year, recipe.marks)
        made.put(sheet, row, left + 2 + at, f"{period.year}{mark}")
    for at, item in enumerate(items):
        made.put(sheet, row + 2 + at, left, spelling.code(item) if item in INDUSTRIES else None)
        made.put(sheet, row + 2 + at, left + 1, spelling.label(item, recipe.labels))
    fill(made, recipe, sheet, (row + 2, left + 2), basis, annual(recipe), recipe.region, items)


def main_items(recipe: Recipe) -> list[str]:
    return [item for item in items_of(recipe.levels("current")) if "." not in item]


def publication(recipe: Recipe, form: str = "xlsx", basis: str = "constant_2010") -> Made:
    """A page of a publication: numbers as text, `2024*`, a row of column numbers."""
    made = Made(f"lampiran.{form}", form)
    row = write_head(made, recipe, "Lampiran 1", 0, basis, 1, recipe.region)
    made.put("Lampiran 1", row, 0, "Lapangan Usaha/Industry")
    for at in range(2 + len(recipe.years)):
        made.put("Lampiran 1", row + 1, at, f"({at + 1})")
    items = main_items(recipe)
    annual_rows(made, recipe, "Lampiran 1", row, 0, items, basis)
    _notes(made, recipe, "Lampiran 1", row + 3 + len(items))
    return made


def html(recipe: Recipe) -> Made:
    """The same as an HTML table that calls itself `.xls`."""
    made = publication(recipe, "html")
    made.name = "lampiran.xls"
    return made
