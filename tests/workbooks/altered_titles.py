"""Other titles, other places for region, prices and unit, notes and derived tables between tables. All synthetic."""

from collections.abc import Callable
from decimal import Decimal

from model.items import INDUSTRIES
from model.period import Period
from tests.workbooks import spelling
from tests.workbooks.altered import ADHB, ADHK, ALL, ANNUAL, MAIN, ROMAN, YEARS, Page, growth, in_unit, one, two
from tests.workbooks.made import Made

JUTA = in_unit("million_idr")
HEAD = ("Kategori", "Lapangan Usaha", *YEARS)


def a_line_each() -> Made:
    """Region, title, prices, years and unit in rows of their own, in capitals."""
    page = Page().say("BADAN PUSAT STATISTIK", "KOTA BINJAI", "", "PRODUK DOMESTIK REGIONAL BRUTO")
    page.say("ATAS DASAR HARGA BERLAKU MENURUT LAPANGAN USAHA", "TAHUN 2023-2024", "(JUTA RUPIAH)", "")
    return page.line(*HEAD).rows(ADHB, ANNUAL, value=JUTA, region="1276").made


def constant_first_growth_between() -> Made:
    """Constant prices, growth, then current prices; notes below each table."""
    page = Page().say("Tabel 1. PDRB Kota Medan ADHK 2010 Menurut Lapangan Usaha (Miliar Rp)").line(*HEAD)
    page.rows(ADHK, ANNUAL).say("Sumber: BPS Kota Medan", "Catatan: data sintetis", "")
    page.say("Tabel 2. Laju Pertumbuhan PDRB Kota Medan Menurut Lapangan Usaha (persen)").line(*HEAD)
    levels = page.levels(ADHK)
    for item in MAIN:
        page.line(*two(item), None, growth(levels[item, ANNUAL[1]], levels[item, ANNUAL[0]]))
    page.say("Sumber: BPS Kota Medan", "", "Tabel 3. PDRB Kota Medan ADHB Menurut Lapangan Usaha (Miliar Rp)")
    return page.line(*HEAD).rows(ADHB, ANNUAL).say("*) Angka sementara, bila ditandai").made


def english_alone() -> Made:
    """English throughout, thousands with commas, as text."""
    page = Page().say("Table 12.1.2 GRDP of Medan Municipality at Current Market Prices by Industry")
    page.say("(million rupiahs), 2023-2024", "").line("Code", "Industry", *YEARS).line("(1)", "(2)", "(3)", "(4)")
    english = lambda item: [two(item)[0], spelling.INDUSTRY[item][1]]  # noqa: E731
    page.rows(ADHB, ANNUAL, labels=english, value=in_unit("million_idr", "en"))
    return page.say("Source: BPS-Statistics of Medan Municipality", "Note: synthetic data").made


def english_quarters() -> Made:
    """English quarters under merged years, constant prices in brackets."""
    page = Page().say("Quarterly GRDP by Industrial Origin, Medan City, 2010 Constant Prices [Billion IDR]", "")
    page.line("Industry", *(x for year in YEARS for x in (year, None, None, None, None)))
    page.merge(1, 1, 1, 5).merge(1, 6, 1, 10)
    page.line(None, *(("1st Quarter", "2nd Quarter", "3rd Quarter", "4th Quarter", "Annual") * 2))
    return page.rows(ADHK, ALL, labels=lambda item: [spelling.INDUSTRY[item][1]]).made


def both_languages_above() -> Made:
    """The title in two rows of two languages, the unit between brackets at the right end."""
    page = Page().say("Tabel 5.2 Produk Domestik Regional Bruto Kota Medan Atas Dasar Harga Konstan 2010, 2023-2024")
    page.say(
        "Table 5.2 Gross Regional Domestic Product of Medan Municipality at 2010 Constant Market Prices, 2023-2024"
    )
    page.line(None, None, None, "(miliar rupiah/billion rupiahs)").line("Lapangan Usaha/Industry", None, *YEARS)
    page.merge(1, 0, 1, 1)
    return page.rows(ADHK, ANNUAL).made


def prices_in_the_corner() -> Made:
    """The corner of the head names prices and unit, the sheet the region."""
    page = Page(sheet="Kab. Deli Serdang").say("Nilai PDRB menurut lapangan usaha, data sintetis", "")
    page.line("Harga Konstan 2010\n(Juta Rp)", *YEARS)
    return page.rows(ADHK, ANNUAL, labels=one, value=JUTA, region="1212").made


def facts_beside_the_title() -> Made:
    """`Wilayah : …`, `Harga : …`, `Satuan : …` in two columns above the table."""
    page = Page().line("Wilayah", ":", "Kota Medan").line("Harga", ":", "Berlaku").line("Satuan", ":", "Juta Rupiah")
    page.line("Tahun", ":", "2023-2024").line().line(*HEAD)
    return page.rows(ADHB, ANNUAL, value=JUTA).made


def unit_below() -> Made:
    """Only a note under the table tells the unit."""
    page = Page().say("PDRB Kota Medan Atas Dasar Harga Berlaku", "").line(*HEAD).rows(ADHB, ANNUAL, value=JUTA)
    return page.say("Keterangan: nilai dalam juta rupiah", "Sumber: data sintetis").made


def sheets_of_years() -> Made:
    """A sheet a year, named by it; its columns are quarters."""
    made = None
    for year in YEARS:
        page = Page(made, sheet=str(year)).say("PDRB Kota Medan Atas Dasar Harga Berlaku (Miliar Rupiah)", "")
        page.line("Kategori", "Uraian", *(f"Triwulan {roman}" for roman in ROMAN), "Jumlah")
        made = page.rows(ADHB, [Period(year, quarter) for quarter in (1, 2, 3, 4, None)]).made
    assert made
    return made


def sheets_of_prices() -> Made:
    """A sheet for each price basis, named by it; the titles are silent about it."""
    made = None
    for basis, name in ((ADHB, "ADHB"), (ADHK, "ADHK")):
        page = Page(made, sheet=name).say("PDRB Menurut Lapangan Usaha Kota Medan (juta rupiah)", "").line(*HEAD)
        made = page.rows(basis, ANNUAL, value=JUTA).made
    assert made
    return made


def cover_and_contents() -> Made:
    """A cover with the region, a list of tables, then a sheet that says neither."""
    cover = Page(sheet="Sampul").say(
        "PDRB KABUPATEN DELI SERDANG MENURUT LAPANGAN USAHA", "2023-2024", "Katalog: 9302021.1212"
    )
    cover = Page(cover.made, sheet="Daftar Tabel").say("Daftar Tabel", "1. PDRB ADHB ..... 10", "2. PDRB ADHK ..... 12")
    page = Page(cover.made, sheet="T1").say("1. PDRB Atas Dasar Harga Berlaku (Miliar Rupiah)", "").line(*HEAD)
    page.rows(ADHB, ANNUAL, region="1212")
    page = Page(page.made, sheet="T2").say("2. PDRB Atas Dasar Harga Konstan 2010 (Miliar Rupiah)", "").line(*HEAD)
    return page.rows(ADHK, ANNUAL, region="1212").made


def sentences_above() -> Made:
    """Paragraphs of a press release above the table."""
    page = Page().say("Perekonomian Kota Medan Tahun 2024 (Data Sintetis)", "")
    page.say("Ekonomi Kota Medan tahun 2024 tumbuh dibandingkan tahun 2023, pertumbuhan tertinggi pada jasa.")
    page.say("Struktur ekonomi didominasi oleh perdagangan, diikuti industri pengolahan dan konstruksi.", "")
    page.say("Tabel 1", "PDRB Kota Medan Menurut Lapangan Usaha Atas Dasar Harga Konstan 2010 (triliun rupiah)").line(
        *HEAD
    )
    return page.rows(ADHK, ANNUAL, value=in_unit("trillion_idr")).made


def prose_above() -> Made:
    """A sentence about growth and investment above a title that is not numbered, and an office of employment."""
    page = Page().say("Dinas Tenaga Kerja Kota Medan (data sintetis)")
    page.say("Pertumbuhan ekonomi ditopang investasi dan belanja pemerintah sepanjang tahun.", "")
    page.say("Kota Medan, Atas Dasar Harga Berlaku (Miliar Rupiah)").line(*HEAD)
    return page.rows(ADHB, ANNUAL).made


def units(text: str, unit: str) -> Callable[[], Made]:
    """A title with the unit spelt in some way."""

    def make() -> Made:
        page = Page().say(f"PDRB Kota Medan ADHB Menurut Lapangan Usaha, 2023-2024 {text}", "").line(*HEAD)
        return page.rows(ADHB, ANNUAL, value=in_unit(unit)).made

    return make


def between_sums() -> Made:
    """A check row and blank rows between, the total above the industries."""
    page = Page().say("PDRB Kota Medan Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis", "").line(*HEAD)
    page.rows(ADHB, ANNUAL, items=(MAIN[-1], *INDUSTRIES), gap=1)
    return page.line("Cek", None, Decimal(0), Decimal(0)).made


ALTERED: dict[str, Callable[[], Made]] = {
    "a line each": a_line_each,
    "constant first, growth between": constant_first_growth_between,
    "English alone": english_alone,
    "English quarters under merged years": english_quarters,
    "both languages above, unit at the right": both_languages_above,
    "prices and unit in the corner, region as sheet": prices_in_the_corner,
    "facts beside the title": facts_beside_the_title,
    "unit below the table": unit_below,
    "sheets of years": sheets_of_years,
    "sheets of prices": sheets_of_prices,
    "cover and contents": cover_and_contents,
    "sentences above": sentences_above,
    "prose above": prose_above,
    "total first, a blank row after each": between_sums,
    "(Rp Juta)": units("(Rp Juta)", "million_idr"),
    "Rp. Milyar": units("- Rp. Milyar", "billion_idr"),
    "(dalam ribuan rupiah)": units("(dalam ribuan rupiah)", "thousand_idr"),
    "(000 Rp)": units("(000 Rp)", "thousand_idr"),
    "(Rp)": units("(Rp)", "idr"),
    "(IDR billion)": units("(IDR billion)", "billion_idr"),
}
