"""Families of other shapes: regions or quarters in rows, long lists, sheets per measure, answers of the WebAPI."""

from decimal import Decimal

from model.items import INDUSTRIES, THREE_GROUPS, TOTAL
from model.period import Period
from tests.workbooks import figures, grid_family, spelling
from tests.workbooks.made import Made, cell_of
from tests.workbooks.make import Recipe, answers, cell, key, title

PLACES = ("1207", "1212", "1271", "1275")
ACROSS = (*INDUSTRIES, TOTAL)


def per_measure(recipe: Recipe) -> Made:
    """A sheet a measure, three groups; the level sheet says neither year, region nor unit."""
    asked = answers(recipe, region=True, year=True, unit=True)
    made = Made("ukuran.xlsx", "xlsx", answers=asked)
    year = recipe.years[0]
    made.sheets["pertumbuhan_y_on_y"] = [
        ["Uraian", f"Q1 {year}", f"Q2 {year}"],
        ["Primer", Decimal("4.53"), Decimal("6.8")],
    ]
    made.sheets["pdrb_adhb_adhk"] = [["Uraian", *[f"Q{q}-{b}" for b in ("adhb", "adhk") for q in (1, 2, 3, 4)]]]
    for block, basis in enumerate(("current", "constant_2010")):
        levels = figures.production(recipe.years, recipe.seed, basis == "current", parts=False, groups=True)
        for row, item in enumerate((*THREE_GROUPS, TOTAL), start=1):
            made.put("pdrb_adhb_adhk", row, 0, spelling.label(item, recipe.labels))
            for quarter in (1, 2, 3, 4):
                period = Period(year, quarter)
                value = cell(recipe, levels, item, period)
                column = 4 * block + quarter
                made.level(
                    "pdrb_adhb_adhk",
                    row,
                    column,
                    key(recipe, item, basis, period),
                    value,
                    levels[item, period],
                    "unknown",
                )
    return made


def website(recipe: Recipe) -> Made:
    """Regions in rows, industries across, three header rows; the last two quarters and the year are `--`."""
    made = Made("unduh.csv", "csv")
    year = recipe.years[-1]
    made.put("", 0, 0, title(recipe, "constant_2010", 1))
    for row, region in enumerate(PLACES, start=4):
        levels = recipe.levels("constant_2010", region)
        made.put("", row, 0, spelling.IN_TABLES[region])
        for block, item in enumerate(ACROSS):
            left = 1 + 5 * block
            made.put(
                "",
                1,
                left,
                f"{spelling.code(item)} {spelling.label(item, 'id')}" if item != TOTAL else spelling.label(item, "id"),
            )
            made.put("", 2, left, f"{year}{spelling.mark(year, recipe.marks)}")
            for step, word in enumerate(("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV", "Tahunan")):
                made.put("", 3, left + step, word)
                made.put("", row, left + step, "--")
            for quarter in (1, 2):
                period = Period(year, quarter)
                status = spelling.status(period, recipe.marks)
                value = cell(recipe, levels, item, period)
                made.level(
                    "",
                    row,
                    left + quarter - 1,
                    key(recipe, item, "constant_2010", period, region),
                    value,
                    levels[item, period],
                    status,
                )
    made.put("", 3, 0, "Kabupaten/Kota")
    made.put("", 9, 0, "Sumber Url: data sintetis")
    return made


def wide_quarters(recipe: Recipe) -> Made:
    """Quarters in rows, a column for each industry and price basis, foreign columns before them."""
    made = Made("lebar.csv", "csv", answers=answers(recipe, region=True, year=True, unit=True))
    made.sheets[""] = [["Triwulan", "Penumpang (Orang)", "Barang (Kg)"]]
    for quarter in (1, 2, 3, 4):
        for column, held in enumerate((f"Triwulan {spelling.ROMAN[quarter - 1]}", 308000 + quarter, 2431000)):
            made.put("", quarter, column, held)
        for at, item in enumerate(ACROSS):
            for step, (basis, word) in enumerate((("current", "HB"), ("constant_2010", "HK"))):
                levels = recipe.levels(basis)
                period = Period(recipe.years[0], quarter)
                column = 3 + 2 * at + step
                made.put("", 0, column, f"LU ({word}) - {spelling.label(item, 'id')}")
                made.level(
                    "",
                    quarter,
                    column,
                    key(recipe, item, basis, period),
                    cell(recipe, levels, item, period),
                    levels[item, period],
                    "unknown",
                )
    return made


def long(recipe: Recipe) -> Made:
    """A row a figure, levels and growth in one column."""
    made = Made("panjang.csv", "csv", answers=answers(recipe, region=True, unit=True))
    made.sheets[""] = [["tabel", "kode", "lapangan_usaha", "periode", "nilai"]]
    for basis, word in (("current", "ADHB"), ("constant_2010", "ADHK")):
        levels = recipe.levels(basis)
        for item in ACROSS:
            for period in grid_family.periods_of(recipe):
                row = len(made.sheets[""])
                when = f"Triwulan {spelling.ROMAN[period.quarter - 1]}" if period.quarter else "Tahunan"
                code = "PDRB" if item == TOTAL else spelling.code(item)
                for column, held in enumerate((word, code, spelling.label(item, "id"), f"{when} {period.year}")):
                    made.put("", row, column, held)
                made.level(
                    "",
                    row,
                    4,
                    key(recipe, item, basis, period),
                    cell(recipe, levels, item, period),
                    levels[item, period],
                    "unknown",
                )
    levels, (*_, before, last) = recipe.levels("constant_2010"), recipe.years
    for item in ACROSS:
        growth = 100 * (levels[item, Period(last)] / levels[item, Period(before)] - 1)
        rate = spelling.number(growth.quantize(figures.CENT), recipe.number_format or "en")
        made.sheets[""].append(["Y-on-Y", spelling.code(item), spelling.label(item, "id"), f"Tahunan {last}", rate])
    return made


def webapi(recipe: Recipe) -> Made:
    """A dynamic table: keys of five numbers without separator; the last quarter and year have none."""
    made = Made("webapi.json", "json")
    content: dict[str, int | float] = {}
    for region in PLACES:
        levels = recipe.levels("constant_2010", region)
        for number, item in enumerate(ACROSS, start=2005):
            for year in recipe.years:
                for quarter in (1, 2, 3, 4):
                    if year == recipe.years[-1] and quarter == 4:
                        continue
                    period = Period(year, quarter)
                    level = levels[item, period]
                    composite = f"{region}2775{number}{year - 1900}{30 + quarter}"
                    content[composite] = float(level * spelling.FACTORS[recipe.unit])
                    made.expected[key(recipe, item, "constant_2010", period, region)] = (
                        float(level),
                        spelling.status(period, recipe.marks),
                    )
    made.json = {
        "status": "OK",
        "var": [
            {
                "val": 2775,
                "label": "PDRB Triwulanan Atas Dasar Harga Konstan (2010=100), data sintetis",
                "unit": spelling.UNITS[recipe.unit],
                "note": "* Angka Sementara",
            }
        ],
        "turvar": [
            {"val": at, "label": f"<b>{spelling.label(item, 'id')}</b>"} for at, item in enumerate(ACROSS, start=2005)
        ],
        "labelvervar": "Kabupaten/Kota",
        "vervar": [{"val": int(region), "label": spelling.IN_TABLES[region]} for region in PLACES],
        "tahun": [{"val": year - 1900, "label": f"{year}{spelling.mark(year, recipe.marks)}"} for year in recipe.years],
        "turtahun": [{"val": 31 + at, "label": f"Triwulan {roman}"} for at, roman in enumerate(spelling.ROMAN)]
        + [{"val": 35, "label": "Tahunan"}],
        "datacontent": content,
    }
    return made


def simdasi(recipe: Recipe) -> Made:
    """A table of a yearbook: Indonesian text values with their mark beside them."""
    made = Made("simdasi.json", "json")
    period = Period(recipe.years[-1])
    levels = recipe.levels("current")
    mark = spelling.mark(period.year, recipe.marks)
    rows = []
    for item in ACROSS:
        label = spelling.label(item, "id") if item != TOTAL else "Produk Domestik Bruto"
        raw = cell_of(levels[item, period], recipe.unit, "id")
        held = {
            "a1": {"value": f"{raw}<sup>{mark}</sup>", "value_raw": raw, "value_code": mark},
            "b2": {"value_raw": "...", "value_code": ""},
        }
        rows.append(
            {
                "label": f"<b>{spelling.code(item)}</b> {label}",
                "label_raw": label,
                "kode_wilayah": f"{recipe.region}000",
                "variables": held,
            }
        )
        made.expected[key(recipe, item, "current", period)] = (
            float(levels[item, period]),
            spelling.status(period, recipe.marks),
        )
    columns = {"a1": {"nama_variabel": "PDRB Atas Dasar Harga Berlaku", "satuan": spelling.UNITS[recipe.unit]},
               "b2": {"nama_variabel": "Laju Pertumbuhan", "satuan": "Persen"}}  # fmt: skip
    body = {
        "wilayah": spelling.IN_TABLES[recipe.region],
        "tahun_data": period.year,
        "judul_tabel": "PDRB, data sintetis",
        "kolom": columns,
        "data": rows,
    }
    made.json = {"status": "OK", "data": [{"page": 1}, body]}
    return made


def statictable(recipe: Recipe) -> Made:
    """An HTML table, escaped, inside a JSON answer."""
    import html as markup

    inner = grid_family.publication(recipe, "html")
    made = Made("statis.json", "json", expected=inner.expected)
    made.json = {
        "data": {
            "title": title(recipe, "constant_2010", 1, recipe.region),
            "table": markup.escape(inner.content().decode()),
        }
    }
    return made
