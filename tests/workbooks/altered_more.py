"""Heads of three rows, periods and prices in rows, figures of other kinds beside levels, spellings. All synthetic."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

from model.items import TOTAL
from model.period import Period
from tests.workbooks import spelling
from tests.workbooks.altered import ADHB, ADHK, ALL, ANNUAL, MAIN, PLACES, ROMAN, YEARS, Page, growth, in_unit, one, two
from tests.workbooks.altered_rows import EXPENDITURE, SHORT
from tests.workbooks.made import Made
from tests.workbooks.make import Recipe, items_of

TITLE = "PDRB Kota Medan Menurut Lapangan Usaha Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis"
BOTH = "PDRB Kota Medan Menurut Lapangan Usaha (Miliar Rupiah), data sintetis"
HEAD = ("Kategori", "Lapangan Usaha", *YEARS)
JUTA = in_unit("million_idr")


def across(page: Page, basis: str, periods: tuple[Period, ...], label: Callable[[Period], Any]) -> Page:
    """A row a period, the industries across."""
    for period in periods:
        page.line(label(period))
        for at, item in enumerate(MAIN, 1):
            page.level(page.row - 1, at, item, basis, period, "1275")
    return page


def prices_as_headings() -> Made:
    """Years in rows, industries across, the price basis in a heading over its rows."""
    page = Page().say(BOTH, "").line("Tahun", *(SHORT[item] for item in MAIN))
    for basis, word in ((ADHB, "Atas Dasar Harga Berlaku"), (ADHK, "Atas Dasar Harga Konstan 2010")):
        across(page.say(word), basis, ANNUAL, lambda period: period.year)
    return page.made


def periods_in_one_column() -> Made:
    """Years and quarters in one column, industries across."""
    page = Page().say(TITLE.replace("Berlaku", "Konstan 2010"), "").line("Periode", *(SHORT[item] for item in MAIN))
    label = lambda p: f"{p.year} Tw {ROMAN[p.quarter - 1]}" if p.quarter else f"{p.year}"  # noqa: E731
    return across(page, ADHK, ALL, label).made


def three_rows() -> Made:
    """Prices merged over years, years over quarters."""
    page = Page().say(BOTH, "").line("Lapangan Usaha", "Harga Berlaku", *[None] * 9, "Harga Konstan 2010", *[None] * 9)
    page.merge(1, 1, 1, 10).merge(1, 11, 1, 20)
    page.line(None, *([x for year in YEARS for x in (year, *[None] * 4)] * 2)).line(None, *((*ROMAN, "Total") * 4))
    return page.rows((ADHB,) * 10 + (ADHK,) * 10, ALL * 2, labels=one).made


def quarters_over_prices() -> Made:
    """Quarters over the two price bases, the year in the title."""
    page = Page().say(BOTH.replace(" (Miliar", " Tahun 2024 (Miliar"), "")
    words = (*(f"Triwulan {roman}" for roman in ROMAN), "Jumlah")
    page.line("Lapangan Usaha", *(x for word in words for x in (word, None))).line(None, *(("Berlaku", "Konstan") * 5))
    return page.rows((ADHB, ADHK) * 5, [period for period in ALL[5:] for _ in range(2)], labels=one).made


def value_and_share() -> Made:
    """Under each year the value, with its unit, and the share."""
    page = Page().say("PDRB Kota Medan Menurut Lapangan Usaha ADHB, data sintetis", "")
    page.line("Lapangan Usaha", 2023, None, 2024, None).merge(1, 1, 1, 2).merge(1, 3, 1, 4)
    page.line(None, *("Nilai (Juta Rp)", "Distribusi (%)") * 2)
    levels = page.levels(ADHB)
    for item in MAIN:
        shares = [(100 * levels[item, at] / levels[TOTAL, at]).quantize(Decimal("0.01")) for at in ANNUAL]
        page.line(*one(item), None, shares[0], None, shares[1])
        for at, period in zip((1, 3), ANNUAL, strict=True):
            page.level(page.row - 1, at, item, ADHB, period, "1275", JUTA)
    return page.made


def unit_under_the_years() -> Made:
    """The unit in a row under the years."""
    page = Page().say("PDRB Kota Medan ADHB, data sintetis", "").line(*HEAD).line(None, None, "(Juta Rp)", "(Juta Rp)")
    return page.rows(ADHB, ANNUAL, value=JUTA).made


def units_of_tables() -> Made:
    """Two tables in two units."""
    page = Page().say("Tabel 1 PDRB Kota Medan ADHB (Triliun Rupiah)").line(*HEAD)
    page.rows(ADHB, ANNUAL, value=in_unit("trillion_idr")).say("")
    page.say("Tabel 2 PDRB Kota Medan ADHK 2010 (Juta Rupiah)").line(*HEAD)
    return page.rows(ADHK, ANNUAL, value=JUTA).made


def with_parts() -> Made:
    """Parts numbered and lettered in the column of labels."""
    page = Page()
    page.recipe = Recipe(family="publication", years=YEARS)

    def labels(item: str) -> list[Any]:
        *_, last = steps = item.split(".")
        return two(item) if len(steps) == 1 else [None, f"{'   ' * (len(steps) - 2)}{last}. {one(item)[0]}"]

    items = items_of(page.levels(ADHB))
    return page.say(TITLE, "").line(*HEAD).rows(ADHB, ANNUAL, items=items, labels=labels).made


def net_exports_with_parts() -> Made:
    """Net exports and their parts, a statistical discrepancy of nothing."""
    page = Page(family="exp_sheet").say("PDRB Kota Medan Menurut Pengeluaran ADHB (Miliar Rupiah)", "")
    page.line("Uraian", *YEARS)
    page.rows(ADHB, ANNUAL, items=("HH", "NPISH", "GOV", "GFCF", "INV"), labels=lambda item: [EXPENDITURE[item]])
    levels = page.levels(ADHB)
    net = {period: levels["EXP", period] - levels["IMP", period] for period in ANNUAL}
    page.line("Net Ekspor", *net.values())
    for period, value in net.items():
        page.made.expected["1275", "expenditure", "NX", ADHB, period] = (float(value), "unknown")
    parts = {"EXP": "   a. Ekspor", "IMP": "   b. Impor"}
    page.rows(ADHB, ANNUAL, items=tuple(parts), labels=lambda item: [parts[item]])
    page.line("Diskrepansi Statistik", Decimal(0), Decimal(0))
    return page.rows(ADHB, ANNUAL, items=("TOTAL",), labels=lambda item: ["PDRB"]).made


def labels_over_two_rows() -> Made:
    """Long labels over two rows, the figures in the second; the first may name a part by itself."""
    page = Page().say(TITLE, "").line(*HEAD)
    for item in MAIN:
        code, label = two(item)
        words = label.split()
        if len(words) > 4:
            page.line(code, " ".join(words[:3])).line(None, " ".join(words[3:]))
        else:
            page.line(code, label)
        for at, period in enumerate(ANNUAL, 2):
            page.level(page.row - 1, at, item, ADHB, period, "1275")
    return page.made


def growth_on_a_sheet() -> Made:
    """A second sheet of which only the unit tells that it holds rates, a third of the product per head."""
    page = Page().say(TITLE, "").line(*HEAD).rows(ADHB, ANNUAL)
    rates = Page(page.made, sheet="Lembar2").say("PDRB Kota Medan Menurut Lapangan Usaha (persen)", "").line(*HEAD)
    levels = page.levels(ADHB)
    for item in MAIN:
        rates.line(*two(item), None, growth(levels[item, ANNUAL[1]], levels[item, ANNUAL[0]]))
    head = (
        Page(page.made, sheet="Lembar3").say("PDRB per Kapita Kota Medan ADHB (Ribu Rupiah)", "").line("Uraian", *YEARS)
    )
    return head.line("PDRB per Kapita", Decimal("85000.1"), Decimal("91000.2")).made


def on_two_sheets() -> Made:
    """A table that goes on on the next sheet, behind a list of tables."""
    page = Page(sheet="Daftar Isi").say("DAFTAR TABEL").line("Tabel 1", "PDRB Kota Medan ADHB 2023-2024", 12)
    page = Page(page.made, sheet="T1a").say(TITLE, "").line(*HEAD).rows(ADHB, ANNUAL, items=MAIN[:9])
    page = Page(page.made, sheet="T1b").say(f"Lanjutan {TITLE}", "").line(*HEAD)
    return page.rows(ADHB, ANNUAL, items=MAIN[9:]).made


def english_behind() -> Made:
    """Codes and labels in English behind the figures."""
    more = lambda item: [two(item)[0], spelling.INDUSTRY[item][1]]  # noqa: E731
    return Page().say(TITLE, "").line(*HEAD, "Code", "Industry").rows(ADHB, ANNUAL, more=more).made


def of_region(text: str, region: str) -> Callable[[], Made]:
    """A region spelt in some way."""
    title = f"PDRB {text} Menurut Lapangan Usaha ADHB (Miliar Rupiah), data sintetis"
    return lambda: Page().say(title, "").line(*HEAD).rows(ADHB, ANNUAL, region=region).made


def at_prices(text: str, basis: str) -> Callable[[], Made]:
    """A price basis spelt in some way."""
    title = f"PDRB {PLACES['1275']} {text} Menurut Lapangan Usaha (Miliar Rupiah), data sintetis"
    return lambda: Page().say(title, "").line(*HEAD).rows(basis, ANNUAL).made


def beside_a_part(head: str) -> Callable[[], Made]:
    """A whole year, and a column of three quarters that is no level."""

    def make() -> Made:
        page = Page().say(TITLE, "").line("Kategori", "Lapangan Usaha", 2023, head)
        levels = page.levels(ADHB)
        part = lambda item: [sum((levels[item, Period(2024, at)] for at in (1, 2, 3)), Decimal(0))]  # noqa: E731
        return page.rows(ADHB, ANNUAL[:1], more=part).made

    return make


def dated() -> Made:
    """Years as dates that show their year."""
    head = [date(year, 12, 31) for year in YEARS]
    return Page().say(TITLE, "").line("Kategori", "Lapangan Usaha", *head).rows(ADHB, ANNUAL).made


WAYS = (
    prices_as_headings, periods_in_one_column, three_rows, quarters_over_prices, value_and_share, unit_under_the_years,
    units_of_tables, with_parts, net_exports_with_parts, labels_over_two_rows, growth_on_a_sheet, on_two_sheets,
    english_behind, dated,
)  # fmt: skip
REGIONS = {
    "Medan City": "1275", "KOTA  MEDAN": "1275", "K O T A  M E D A N": "1275", "Kab. Labuhanbatu Utara": "1223",
    "Prov. Sumut": "12", "Kota P. Siantar": "1273", "Kab. Humbahas": "1215", "Municipality of Medan": "1275",
}  # fmt: skip
PRICES = {
    "ADHK 2010=100": ADHK, "a.d.h. Berlaku": ADHB, "ADH Konstan": ADHK, "Harga Konstan (2010=100)": ADHK,
    "Atas Harga Berlaku": ADHB, "(HB)": ADHB, "Seri 2010 Atas Dasar Harga Konstan": ADHK,
}  # fmt: skip
PARTS = (
    "2024 (Q1-Q3)",
    "2024 s.d. Tw III",
    "Januari-September 2024",
    "Tw I-III 2024",
    "TW I s/d III 2024",
    "Tw II-IV 2024",
)
ALTERED: dict[str, Callable[[], Made]] = {
    **{way.__name__.replace("_", " "): way for way in WAYS},
    **{f"region {text}": of_region(text, region) for text, region in REGIONS.items()},
    **{f"prices {text}": at_prices(text, basis) for text, basis in PRICES.items()},
    **{f"beside {head}": beside_a_part(head) for head in PARTS},
}
