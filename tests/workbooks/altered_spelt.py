"""Quarters, marks, units and titles in other words. All synthetic."""

from collections.abc import Callable, Sequence
from typing import Any

from tests.workbooks.altered import ADHB, ADHK, ALL, ANNUAL, ROMAN, YEARS, Page, in_unit, one
from tests.workbooks.altered_heads import marked
from tests.workbooks.made import Made

TITLE = "PDRB Kota Medan Menurut Lapangan Usaha Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis"
HEAD = ("Kategori", "Lapangan Usaha", *YEARS)


def quarters(words: Sequence[Any]) -> Callable[[], Made]:
    """Years merged over their quarters, which are spelt in some way."""

    def make() -> Made:
        page = Page().say(TITLE, "").line("Uraian", *(x for year in YEARS for x in (year, *[None] * 4)))
        return page.merge(1, 1, 1, 5).merge(1, 6, 1, 10).line(None, *words, *words).rows(ADHB, ALL, labels=one).made

    return make


def unit_of(text: str, unit: str) -> Callable[[], Made]:
    """A unit spelt in some way."""
    title = f"PDRB Kota Medan ADHB Menurut Lapangan Usaha {text}"
    return lambda: Page().say(title, "").line(*HEAD).rows(ADHB, ANNUAL, value=in_unit(unit)).made


def titled(title: str, basis: str) -> Callable[[], Made]:
    """A title in other words."""
    return lambda: Page().say(title, "").line(*HEAD).rows(basis, ANNUAL).made


QUARTERS: dict[str, Sequence[Any]] = {
    "1 2 3 4": (1, 2, 3, 4, "Jumlah"),
    "Triwulan Pertama": (*(f"Triwulan {word}" for word in ("Pertama", "Kedua", "Ketiga", "Keempat")), "Setahun"),
    "First Quarter": (*(f"{word} Quarter" for word in ("First", "Second", "Third", "Fourth")), "Full Year"),
    "Tw ke-1": (*(f"Tw ke-{number}" for number in range(1, 5)), "Total"),
    "Kuartal I": (*(f"Kuartal {roman}" for roman in ROMAN), "Jumlah"),
}
MARKS = {
    ("2023^r", "2024^*"): ("revised", "preliminary"),
    ("2023x", "2024xx)"): ("preliminary", "very_preliminary"),
    ("2023", "2024 [*]"): ("final", "preliminary"),
    ("2 0 2 3", "2 0 2 4"): ("unknown", "unknown"),
    ("2023 (angka sementara)", "2024 (sangat sementara)"): ("preliminary", "very_preliminary"),
}
UNITS = {
    "(Rp Jt)": "million_idr", "(jt Rp)": "million_idr", "(Rp 1.000.000)": "million_idr",
    "(x 1.000.000 rupiah)": "million_idr",
    "(Rp 000,-)": "thousand_idr", "(IDR bn)": "billion_idr", "(Milyard Rupiah)": "billion_idr", "(Rupiah penuh)": "idr",
}  # fmt: skip
TITLES = {
    "PDRB Riil Kota Medan, Tahun Dasar 2010 (Miliar Rupiah)": ADHK,
    "GRDP of Medan, real terms, base year 2010 (Rp billion)": ADHK,
    "PDRB KOTA MEDAN ADHK2010 (MILIAR RUPIAH)": ADHK,
    "PDRB [1275] Menurut Lapangan Usaha ADHB (Miliar Rupiah)": ADHB,
}
ALTERED: dict[str, Callable[[], Made]] = {
    **{f"quarters {name}": quarters(words) for name, words in QUARTERS.items()},
    **{f"{first}, {second}": marked(first, second, statuses) for (first, second), statuses in MARKS.items()},
    **{text: unit_of(text, unit) for text, unit in UNITS.items()},
    **{title: titled(title, basis) for title, basis in TITLES.items()},
}
