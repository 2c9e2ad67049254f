"""Several regions, several tables beside one another, long tables, other containers. All synthetic."""

from collections.abc import Callable, Sequence
from typing import Any

from model.items import INDUSTRIES, TOTAL
from model.period import Period
from tests.workbooks import spelling
from tests.workbooks.altered import ADHB, ADHK, ALL, ANNUAL, MAIN, PLACES, ROMAN, YEARS, Page, in_unit, one, two
from tests.workbooks.altered_rows import SHORT
from tests.workbooks.made import Made

CITIES = ("1275", "1276", "1212")
HEAD = ("Kategori", "Lapangan Usaha", *YEARS)
TITLE = "PDRB Kota Medan Menurut Lapangan Usaha Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis"


def headed_by_region() -> Made:
    """One title, then a heading for each region over its rows, the head of columns once."""
    page = (
        Page()
        .say("PDRB Menurut Lapangan Usaha Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis", "")
        .line(*HEAD)
    )
    for region in CITIES:
        page.say(PLACES[region], at=1).rows(ADHB, ANNUAL, region=region)
    return page.made


def tables_of_regions() -> Made:
    """A table a region below one another, the region in a line above each head."""
    page = Page().say("PDRB Menurut Lapangan Usaha ADHB (Miliar Rupiah), data sintetis", "")
    for region in CITIES:
        page.say(PLACES[region].upper()).line(*HEAD).rows(ADHB, ANNUAL, region=region).say("")
    return page.made


def regions_over_years() -> Made:
    """Regions side by side, each merged over its years."""
    page = Page().say("PDRB Menurut Lapangan Usaha ADHK 2010 (Miliar Rupiah), data sintetis", "")
    page.line("Lapangan Usaha", "Kota Medan", None, "Kota Binjai", None).merge(1, 1, 1, 2).merge(1, 3, 1, 4)
    page.line(None, *YEARS, *YEARS)
    return page.rows(ADHK, ANNUAL * 2, labels=one, region=("1275", "1275", "1276", "1276")).made


def years_over_regions() -> Made:
    """Under each year the regions."""
    page = Page().say("PDRB Menurut Lapangan Usaha ADHK 2010 (Miliar Rupiah), data sintetis", "")
    page.line("Lapangan Usaha", 2023, None, 2024, None).merge(1, 1, 1, 2).merge(1, 3, 1, 4)
    page.line(None, "Medan", "Binjai", "Medan", "Binjai")
    columns = [Period(year) for year in YEARS for _ in range(2)]
    return page.rows(ADHK, columns, labels=one, region=("1275", "1276") * 2).made


def totals_of_regions(words: Sequence[str], codes: bool) -> Callable[[], Made]:
    """The total of each region, a row a region."""

    def make() -> Made:
        page = Page().say("PDRB Kabupaten/Kota di Sumatera Utara Atas Dasar Harga Berlaku (Miliar Rupiah)", "")
        page.line(*words, *YEARS)
        for number, region in enumerate((*CITIES, "12"), 1):
            page.line(*([number, region] if codes else []), PLACES[region] if region != "12" else "SUMATERA UTARA")
            for at, period in enumerate(ANNUAL, len(words)):
                page.level(page.row - 1, at, TOTAL, ADHB, period, region)
        return page.made

    return make


def industries_across() -> Made:
    """Regions in rows, codes of industries across, one year and price basis in the title."""
    page = Page().say("PDRB Kabupaten/Kota Menurut Lapangan Usaha ADHB Tahun 2024 (Miliar Rupiah), data sintetis", "")
    page.line("Kabupaten/Kota", *(spelling.code(item) for item in INDUSTRIES), "PDRB")
    for region in CITIES:
        page.line(PLACES[region])
        for at, item in enumerate(MAIN, 1):
            page.level(page.row - 1, at, item, ADHB, ANNUAL[1], region)
    return page.made


def side_by_side(gap: int, own_labels: bool) -> Callable[[], Made]:
    """Current and constant prices side by side, each with a title above."""

    def make() -> Made:
        left = Page().say("Tabel 1. PDRB Kota Medan ADHB (Miliar Rupiah)", "").line(*HEAD).rows(ADHB, ANNUAL)
        right = Page(left.made)
        right.left = len(HEAD) + gap
        head = HEAD if own_labels else YEARS
        right.say("Tabel 2. PDRB Kota Medan ADHK 2010 (Miliar Rupiah)", "").line(*head)
        return right.rows(ADHK, ANNUAL, labels=two if own_labels else lambda item: []).made

    return make


def regions_side_by_side() -> Made:
    """Two tables side by side with an empty column between, each of its own region."""
    left = Page().say("PDRB Kota Medan ADHB, 2023-2024 (Juta Rp)", "").line(*HEAD)
    left.rows(ADHB, ANNUAL, value=in_unit("million_idr"))
    right = Page(left.made)
    right.left = len(HEAD) + 1
    right.say("PDRB Kota Binjai ADHB, 2023-2024 (Juta Rp)", "").line(*HEAD)
    return right.rows(ADHB, ANNUAL, value=in_unit("million_idr"), region="1276").made


def sheets_of_regions(names: dict[str, str]) -> Callable[[], Made]:
    """A sheet a region, named by it; titles silent."""

    def make() -> Made:
        made = None
        for region, name in names.items():
            page = Page(made, sheet=name).say("PDRB ADHB Menurut Lapangan Usaha (Miliar Rupiah)", "").line(*HEAD)
            made = page.rows(ADHB, ANNUAL, region=region).made
        assert made
        return made

    return make


def long(heads: Sequence[str], cells: Callable[[str, str, Period], list[Any]], form: str = "csv") -> Callable[[], Made]:
    """A row a figure."""

    def make() -> Made:
        page = Page(sheet="", form=form).line(*heads)
        for basis in (ADHB, ADHK):
            for item in MAIN:
                for period in ALL:
                    row = cells(basis, item, period)
                    at = row.index("?")
                    page.line(*(cell if cell != "?" else None for cell in row))
                    page.level(page.row - 1, at, item, basis, period, "1275")
        page.made.separator = ";"
        return page.made

    return make


def form(kind: str, text: str = "") -> Callable[[], Made]:
    """A plain table in another container."""

    def make() -> Made:
        page = Page(form=kind, sheet="" if kind in ("csv", "html") else "Lembar1")
        page.made.separator = "\t"
        return page.say(TITLE, "").line(*HEAD).rows(ADHB, ANNUAL, value=in_unit("billion_idr", text)).made

    return make


ALTERED: dict[str, Callable[[], Made]] = {
    "headed by region": headed_by_region,
    "a table a region": tables_of_regions,
    "regions over years": regions_over_years,
    "years over regions": years_over_regions,
    "totals of regions": totals_of_regions(("Kabupaten/Kota",), codes=False),
    "totals of regions with codes": totals_of_regions(("No", "Kode", "Kabupaten/Kota"), codes=True),
    "industries across": industries_across,
    "side by side, own labels": side_by_side(1, own_labels=True),
    "side by side, two columns apart": side_by_side(2, own_labels=True),
    "side by side, labels once": side_by_side(0, own_labels=False),
    "side by side, labels once, a gap": side_by_side(1, own_labels=False),
    "regions side by side": regions_side_by_side,
    "sheets named by regions": sheets_of_regions({"1275": "Medan", "1276": "Binjai", "1212": "Deli Serdang"}),
    "sheets named by codes": sheets_of_regions({"1275": "1275", "1276": "1276"}),
    "sheets named by codes and names": sheets_of_regions({"1275": "1275_Medan", "1276": "1276_Binjai"}),
    "long, English codes": long(
        ("region", "price_basis", "item", "period", "value", "unit"),
        lambda b, i, p: ["1275", b, spelling.code(i) if i != TOTAL else "TOTAL", str(p), "?", "billion_idr"],
    ),
    "long, year and quarter": long(
        ("Kode Kab/Kota", "Tahun", "Triwulan", "Kategori", "Jenis Harga", "Nilai (Miliar Rp)"),
        lambda b, i, p: [
            "1275", p.year, ROMAN[p.quarter - 1] if p.quarter else "Tahunan",
            spelling.code(i) if i != TOTAL else "PDRB", "Berlaku" if b == ADHB else "Konstan", "?",
        ],
    ),
    "long, xlsx, labels": long(
        ("Wilayah", "Periode", "Lapangan Usaha", "Harga", "Satuan", "PDRB"),
        lambda b, i, p: [
            "Kota Medan", f"Triwulan {ROMAN[p.quarter - 1]}-{p.year}" if p.quarter else p.year, SHORT[i],
            "ADHB" if b == ADHB else "ADHK", "Miliar Rupiah", "?",
        ],
        "xlsx",
    ),
    "tabs, Indonesian numbers": form("csv", "id"),
    "HTML, English numbers": form("html", "en"),
    "xls": form("xls"),
    "ods": form("ods"),
}  # fmt: skip
