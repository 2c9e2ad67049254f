"""What stands in unusual places: marks, units, headings, items in the title, figures of other kinds. All synthetic."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import Any

from model.items import TOTAL
from model.period import Period
from tests.workbooks import spelling
from tests.workbooks.altered import ADHB, ADHK, ANNUAL, MAIN, PLACES, YEARS, Page, growth, in_unit, one, two
from tests.workbooks.altered_rows import SHORT
from tests.workbooks.made import Made
from tests.workbooks.make import Recipe, items_of

TITLE = "PDRB Kota Medan Menurut Lapangan Usaha Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis"
BOTH = "PDRB Kota Medan Menurut Lapangan Usaha (Miliar Rupiah), data sintetis"
OF_REGIONS = "PDRB Kabupaten/Kota ADHB (Miliar Rupiah), data sintetis"
HEAD = ("Kategori", "Lapangan Usaha", *YEARS)
CITIES = ("1275", "1276", "1212")
JUTA = in_unit("million_idr")


def of_regions(page: Page, items: Sequence[str], lead: Callable[[str, str], list[Any]]) -> Page:
    """A row a region below each item, years across."""
    for item in items:
        for region in CITIES:
            labels = lead(item, region)
            page.line(*labels)
            for at, period in enumerate(ANNUAL, len(labels)):
                page.level(page.row - 1, at, item, ADHB, period, region)
    return page


def regions_below_items() -> Made:
    """Each item alone in a row, its regions below it in the same column."""
    page = Page().say(OF_REGIONS, "").line("Lapangan Usaha / Kabupaten/Kota", *YEARS)
    for item in MAIN:
        of_regions(page.line(*one(item)), (item,), lambda item, region: [f"  {PLACES[region]}"])
    return page.made


def a_table_an_item() -> Made:
    """A table an industry, named in its title alone, with regions in rows."""
    page = Page()
    for number, item in enumerate(MAIN, 1):
        named = f"Kategori {two(item)[0]} {one(item)[0]} " if item != TOTAL else ""
        page.say(f"Tabel {number}. PDRB Kabupaten/Kota ADHB {named}(Miliar Rupiah)").line("Kabupaten/Kota", *YEARS)
        of_regions(page, (item,), lambda item, region: [PLACES[region]]).say("")
    return page.made


def prices_in_rows(alone: bool) -> Callable[[], Made]:
    """Under each item a row a price basis; the item in a row of its own, or once in a column of its own."""

    def make() -> Made:
        page = Page().say(BOTH, "").line("Lapangan Usaha", *([] if alone else ["Harga"]), *YEARS)
        for item in MAIN:
            if alone:
                page.line(*one(item))
            for basis, word in ((ADHB, "Harga Berlaku"), (ADHK, "Harga Konstan 2010")):
                page.line(*([f"- {word}"] if alone else [one(item)[0] if basis == ADHB else None, word]))
                for at, period in enumerate(ANNUAL, 1 if alone else 2):
                    page.level(page.row - 1, at, item, basis, period, "1275")
        return page.made

    return make


def years_as_headings() -> Made:
    """Regions across, a year alone in a row over the industries of that year."""
    page = Page().say(OF_REGIONS, "").line("Lapangan Usaha", *(PLACES[region] for region in CITIES))
    for period in ANNUAL:
        page.line(f"Tahun {period.year}")
        page.rows(ADHB, [period] * 3, labels=one, region=CITIES)
    return page.made


def lettered_headings() -> Made:
    """Price bases as headings that are counted A and B like industries."""
    page = Page().say(BOTH, "").line("Lapangan Usaha", *YEARS).say("A. Atas Dasar Harga Berlaku")
    page.rows(ADHB, ANNUAL, labels=one).say("B. Atas Dasar Harga Konstan 2010")
    return page.rows(ADHK, ANNUAL, labels=one).made


def head_again() -> Made:
    """The head comes again in the middle of the table, as on a new page."""
    page = Page().say(TITLE, "").line(*HEAD).rows(ADHB, ANNUAL, items=MAIN[:9])
    return page.say("Sumber: data sintetis").line(*HEAD).rows(ADHB, ANNUAL, items=MAIN[9:]).made


def marks_beside() -> Made:
    """A narrow column of marks behind each column of figures."""
    page = Page().say(TITLE, "").line("Lapangan Usaha", 2023, None, 2024, None)
    page.status = lambda period: "revised" if period.year == 2023 else "preliminary"
    page.rows(ADHB, (ANNUAL[0], None, ANNUAL[1], None), labels=one)
    for row in range(3, page.row):
        page.made.put(page.sheet, row, 2, "r")
        page.made.put(page.sheet, row, 4, "*")
    return page.made


def facts_at_the_right() -> Made:
    """Prices and unit at the right end, above the table and beyond its columns."""
    page = Page().line("PDRB Kota Medan", None, None, None, "Harga Berlaku").line(None, None, None, None, "Juta Rupiah")
    return page.line(*HEAD).rows(ADHB, ANNUAL, value=JUTA).made


def values_over_units() -> Made:
    """Under each year value and share, under the values their unit, in three rows."""
    page = Page().say("PDRB Kota Medan ADHB, data sintetis", "").line("Lapangan Usaha", 2023, None, 2024, None)
    page.merge(1, 1, 1, 2).merge(1, 3, 1, 4).line(None, *("Nilai", "%") * 2).line(None, *("(Juta Rp)", None) * 2)
    page.rows(ADHB, (ANNUAL[0], None, ANNUAL[1], None), labels=one, value=JUTA)
    levels = page.levels(ADHB)
    for row, item in enumerate(MAIN, page.row - len(MAIN)):
        for at, period in zip((2, 4), ANNUAL, strict=True):
            share = (100 * levels[item, period] / levels[TOTAL, period]).quantize(Decimal("0.01"))
            page.made.put(page.sheet, row, at, share)
    return page.made


def indicators(units: bool) -> Callable[[], Made]:
    """A summary: the product at both prices, its growth, a rate that is none of it; units in labels or a column."""

    def make() -> Made:
        page = Page().say("Indikator Ekonomi Kota Medan, data sintetis", "")
        page.line("Indikator", *(["Satuan"] if units else []), *YEARS)
        for basis, word in ((ADHB, "PDRB ADHB"), (ADHK, "PDRB ADHK 2010")):
            page.line(*([word, "Miliar Rp"] if units else [f"{word} (Miliar Rp)"]))
            for at, period in enumerate(ANNUAL, 2 if units else 1):
                page.level(page.row - 1, at, TOTAL, basis, period, "1275")
        rates = {
            "Laju Pertumbuhan Ekonomi": "persen",
            "Tingkat Pengangguran Terbuka": "persen",
            "PDRB per Kapita": "Rp",
        }
        for label, unit in rates.items():
            page.line(*([label, unit] if units else [f"{label} ({unit})"]), Decimal("5.04"), Decimal("5.11"))
        return page.made

    return make


def indicator_column() -> Made:
    """A row a figure, levels and rates told apart by a column that says PDRB beside the code of an industry."""
    page = Page(sheet="", form="csv").line("region", "year", "industry", "indicator", "value", "unit")
    for period in ANNUAL:
        for item in MAIN:
            code = two(item)[0] or "TOTAL"
            page.line("1275", period.year, code, "GRDP at current prices", None, "billion rupiah")
            page.level(page.row - 1, 4, item, ADHB, period, "1275")
            page.line("1275", period.year, code, "Growth rate", Decimal("5.1"), "percent")
    return page.made


def parts_in_capitals() -> Made:
    """Parts counted by letters, all in capitals: B. is a part of A there, and no mining."""
    page = Page()
    page.recipe = Recipe(family="publication", years=YEARS)

    def labels(item: str) -> list[Any]:
        *_, last = steps = item.split(".")
        return [f"{last}. {one(item)[0]}".upper() if len(steps) > 1 else one(item)[0].upper()]

    items = items_of(page.levels(ADHB))
    return page.say(TITLE.upper(), "").line("LAPANGAN USAHA", *YEARS).rows(ADHB, ANNUAL, items, labels).made


def parts_by_place() -> Made:
    """Industries and parts numbered by their places, 1. 1.1 1.1.1, with words and numbers in one cell."""
    page = Page()
    page.recipe = Recipe(family="publication", years=YEARS)

    def labels(item: str) -> list[Any]:
        head, *steps = item.split(".")
        places = [MAIN.index(head) + 1, *(ord(step) - 96 if step.isalpha() else step for step in steps)]
        return [one(item)[0] if item == TOTAL else f"{'.'.join(map(str, places))} {one(item)[0]}"]

    items = items_of(page.levels(ADHB))
    return page.say(TITLE, "").line("Lapangan Usaha", *YEARS).rows(ADHB, ANNUAL, items, labels).made


def legend_between() -> Made:
    """A legend of marks between a title and its table, of which no year has one."""
    page = Page().say(f"Tabel 1. {TITLE}", "* Angka sementara, ** Angka sangat sementara").line(*HEAD)
    page.rows(ADHB, ANNUAL).say("Sumber: data sintetis", "PDRB Kota Medan ADHK 2010 (Miliar Rupiah)")
    return page.say("Keterangan: 2010=100").line(*HEAD).rows(ADHK, ANNUAL).made


def an_empty_column() -> Made:
    """An empty column between the codes, under the title, and the rest."""
    page = Page().say(TITLE, "").line("Kategori", None, "Lapangan Usaha", *YEARS)
    return page.rows(ADHB, ANNUAL, labels=lambda item: [two(item)[0], None, two(item)[1]]).made


def two_languages() -> Made:
    """Both languages of a label with nothing but a space between them."""
    both = lambda item: [" ".join(spelling.INDUSTRY[item])]  # noqa: E731
    return Page().say(TITLE, "").line("Lapangan Usaha Industry", *YEARS).rows(ADHB, ANNUAL, labels=both).made


def planned_year() -> Made:
    """A column of a target, which is no figure of the year."""
    page = Page().say(TITLE, "").line(*HEAD, "2025 (target)")
    return page.rows(ADHB, ANNUAL, more=lambda item: [Decimal("12.5")]).made


def growth_over_items() -> Made:
    """Items across, level and growth under each."""
    page = Page().say(TITLE.replace("Berlaku", "Konstan 2010"), "")
    page.line("Tahun", *(x for item in MAIN for x in (SHORT[item], None))).line(None, *("Nilai", "Growth (%)") * 18)
    levels = page.levels(ADHK)
    for period in ANNUAL:
        page.line(period.year)
        for at, item in enumerate(MAIN):
            page.level(page.row - 1, 1 + 2 * at, item, ADHK, period, "1275")
            rate = growth(levels[item, period], levels[item, Period(2023)])
            page.made.put(page.sheet, page.row - 1, 2 + 2 * at, rate)
    return page.made


WAYS = (
    regions_below_items, a_table_an_item, years_as_headings, lettered_headings, head_again, marks_beside,
    facts_at_the_right, values_over_units, indicator_column, parts_in_capitals, parts_by_place,
    legend_between, an_empty_column, two_languages,
    planned_year, growth_over_items,
)  # fmt: skip
ALTERED: dict[str, Callable[[], Made]] = {
    **{way.__name__.replace("_", " "): way for way in WAYS},
    "prices in rows below items": prices_in_rows(alone=True),
    "prices in rows beside items": prices_in_rows(alone=False),
    "indicators, units in labels": indicators(units=False),
    "indicators, units in a column": indicators(units=True),
}
