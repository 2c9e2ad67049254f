"""Other labels, other orders of rows, more rows than expected, expenditure as offices spell it. All synthetic."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from model.items import GROUPS, INDUSTRIES, THREE_GROUPS, TOTAL
from tests.workbooks import spelling
from tests.workbooks.altered import ADHB, ADHK, ALL, ANNUAL, MAIN, YEARS, Page, in_unit, one, two
from tests.workbooks.made import Made

TITLE = "PDRB Kota Medan Menurut Lapangan Usaha Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis"
SPENT = "PDRB Kota Medan Menurut Pengeluaran Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis"
HEAD = ("Kategori", "Lapangan Usaha", *YEARS)
SHORT = {
    "A": "Pertanian", "B": "Pertambangan", "C": "Industri", "D": "Listrik dan Gas", "E": "Pengadaan Air",
    "F": "Bangunan/Konstruksi", "G": "Perdagangan", "H": "Transportasi", "I": "Akomodasi dan Makan Minum",
    "J": "Infokom", "K": "Jasa Keuangan", "L": "Real Estate", "MN": "Jasa Perusahaan", "O": "Adm. Pemerintahan",
    "P": "Pendidikan", "Q": "Kesehatan", "RSTU": "Jasa Lainnya", "TOTAL": "PDRB",
}  # fmt: skip


def labelled(labels: Callable[[str], list[Any]], head: tuple[Any, ...] = HEAD) -> Callable[[], Made]:
    """A table of years with labels of some spelling."""
    return lambda: Page().say(TITLE, "").line(*head).rows(ADHB, ANNUAL, labels=labels).made


def coded(**codes: str) -> Callable[[str], list[Any]]:
    """Some codes spelt otherwise."""
    return lambda item: [codes.get(item, two(item)[0]), two(item)[1]]


def total(text: str) -> Callable[[str], list[Any]]:
    """The total spelt otherwise."""
    return lambda item: [two(item)[0], text if item == TOTAL else two(item)[1]]


def numbers(roman: bool) -> Callable[[str], list[Any]]:
    """Industries numbered 1 to 17."""
    tens = ("", "X", "XX")
    ones = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")

    def labels(item: str) -> list[Any]:
        number = INDUSTRIES.index(item) + 1 if item in INDUSTRIES else 0
        return [(tens[number // 10] + ones[number % 10] if roman else f"{number}.") if number else None, two(item)[1]]

    return labels


def groups_between() -> Made:
    """The three groups stand above their industries, as headings with sums."""
    page = Page().say(TITLE, "").line(*HEAD)
    levels = page.levels(ADHB)
    names = {"PRIMARY": "Primer", "SECONDARY": "Sekunder", "TERTIARY": "Tersier"}
    for group in THREE_GROUPS:
        sums = [sum((levels[item, period] for item in GROUPS[group]), Decimal(0)) for period in ANNUAL]
        page.line(None, names[group], *sums)
        for at, period in enumerate(ANNUAL):
            page.made.expected["1275", "production", group, ADHB, period] = (float(sums[at]), "unknown")
        page.rows(ADHB, ANNUAL, items=GROUPS[group])
    return page.rows(ADHB, ANNUAL, items=(TOTAL,)).made


def headings_without_figures() -> Made:
    """Headings of groups without figures."""
    page = Page().say(TITLE, "").line(*HEAD)
    for group, name in zip(THREE_GROUPS, ("SEKTOR PRIMER", "SEKTOR SEKUNDER", "SEKTOR TERSIER"), strict=True):
        page.say(name, at=1).rows(ADHB, ANNUAL, items=GROUPS[group])
    return page.rows(ADHB, ANNUAL, items=(TOTAL,)).made


def population_below() -> Made:
    """Population and product per head under the total."""
    page = Page().say(TITLE, "").line(*HEAD).rows(ADHB, ANNUAL)
    page.line(None, "Jumlah Penduduk (ribu jiwa)", Decimal("2486.3"), Decimal("2498.3"))
    return page.line(None, "PDRB per Kapita (ribu rupiah)", Decimal("25000.1"), Decimal("26000.2")).made


def spent(labels: Callable[[str], list[Any]], head: str = "Komponen") -> Callable[[], Made]:
    """Expenditure by years."""

    def make() -> Made:
        page = Page(family="exp_sheet").say(SPENT, "").line(head, *YEARS)
        return page.rows(ADHB, ANNUAL, labels=labels).made

    return make


EXPENDITURE = {
    "HH": "Konsumsi Rumah Tangga", "NPISH": "Konsumsi LNPRT", "GOV": "Konsumsi Pemerintah", "GFCF": "PMTB",
    "INV": "Perubahan Inventori", "EXP": "Ekspor Barang & Jasa", "IMP": "Dikurangi Impor Barang & Jasa",
    "TOTAL": "PDRB",
}  # fmt: skip
FULL = {
    "HH": "Pengeluaran Konsumsi Rumahtangga",
    "NPISH": "Pengeluaran Konsumsi Lembaga Non Profit yang Melayani Rumah Tangga",
    "GOV": "Pengeluaran Konsumsi Pemerintah", "GFCF": "Pembentukan Modal Tetap Domestik Bruto",
    "INV": "Perubahan Inventori/Changes in Inventories", "EXP": "Ekspor Luar Negeri dan Antar Daerah",
    "IMP": "Impor Luar Negeri dan Antar Daerah", "TOTAL": "Produk Domestik Regional Bruto",
}  # fmt: skip


def expenditure_across() -> Made:
    """Years in rows, components across."""
    page = Page(family="exp_sheet").say(SPENT, "")
    items = ["HH", "NPISH", "GOV", "GFCF", "INV", "EXP", "IMP", "TOTAL"]
    page.line("Tahun", *(EXPENDITURE[item] for item in items))
    for period in ANNUAL:
        page.line(period.year)
        for at, item in enumerate(items, 1):
            page.level(page.row - 1, at, item, ADHB, period, "1275")
    return page.made


def typed(form: Callable[[str], str]) -> Callable[[], Made]:
    """Numbers as Indonesian text with something around."""

    def make() -> Made:
        text = in_unit("billion_idr", "id")
        return Page().say(TITLE, "").line(*HEAD).rows(ADHB, ANNUAL, value=lambda level: form(text(level))).made

    return make


def both_sides() -> Made:
    """By industry and by expenditure below one another in one sheet, the second title short."""
    page = Page().say(TITLE, "").line(*HEAD).rows(ADHB, ANNUAL).say("")
    below = Page(page.made, family="exp_sheet")
    below.row = page.row
    below.say(SPENT, "").line("Jenis Pengeluaran", None, *YEARS)
    return below.rows(ADHB, ANNUAL, labels=lambda item: [f"{item[0].lower()}.", *one(item)]).made


def quarters_in_rows() -> Made:
    """Items across, years and quarters in two columns of labels."""
    page = Page().say(TITLE.replace("Berlaku", "Konstan 2010"), "").line("Tahun", "Triwulan", *map(short, MAIN))
    for period in ALL:
        page.line(
            period.year if period.quarter == 1 else None,
            spelling.ROMAN[period.quarter - 1] if period.quarter else "Jumlah",
        )
        for at, item in enumerate(MAIN, 2):
            page.level(page.row - 1, at, item, ADHK, period, "1275")
    return page.made


def short(item: str) -> str:
    """A short label."""
    return SHORT[item]


ALTERED: dict[str, Callable[[], Made]] = {
    "short labels": labelled(lambda item: [two(item)[0], SHORT[item]]),
    "short labels without codes": labelled(lambda item: [SHORT[item]], ("Lapangan Usaha", *YEARS)),
    "labels in capitals": labelled(lambda item: [two(item)[0], two(item)[1].upper()]),
    "codes M-N and R-U": labelled(coded(MN="M-N", RSTU="R-U")),
    "codes M/N and R/S/T/U": labelled(coded(MN="M/N", RSTU="R/S/T/U")),
    "codes M, N and R, S, T, U": labelled(coded(MN="M, N", RSTU="R, S, T, U")),
    "codes with full stops": labelled(lambda item: [f"{two(item)[0]}." if two(item)[0] else None, two(item)[1]]),
    "numbers 1. to 17.": labelled(numbers(roman=False)),
    "numbers I to XVII": labelled(numbers(roman=True)),
    "Jumlah/Total": labelled(total("Jumlah/Total")),
    "PDRB/GRDP": labelled(total("PDRB/GRDP")),
    "Total PDRB": labelled(total("Total PDRB")),
    "PDRB Kota Medan": labelled(total("PDRB Kota Medan")),
    "PRODUK DOMESTIK REGIONAL BRUTO (PDRB)": labelled(total("PRODUK DOMESTIK REGIONAL BRUTO (PDRB)")),
    "P D R B": labelled(total("P D R B")),
    "groups between": groups_between,
    "headings without figures": headings_without_figures,
    "population below": population_below,
    "expenditure, short": spent(lambda item: [EXPENDITURE[item.split(".")[0]]]),
    "expenditure, in full": spent(lambda item: [FULL[item.split(".")[0]]], "Jenis Pengeluaran/Type of Expenditure"),
    "expenditure, numbered": spent(lambda item: [f"{list(FULL).index(item) + 1}. {EXPENDITURE[item]}"], "Uraian"),
    "expenditure across": expenditure_across,
    "both sides": both_sides,
    "quarters in rows": quarters_in_rows,
    "numbers with Rp": typed(lambda text: f"Rp{text}"),
    "numbers with a star": typed(lambda text: f"{text} "),
}
