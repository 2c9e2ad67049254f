"""Other heads and columns: merged, marked, split over rows, with foreign columns between. All synthetic."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from model.items import TOTAL
from model.period import Period
from tests.workbooks.altered import ADHB, ADHK, ALL, ANNUAL, ROMAN, YEARS, Page, growth, in_unit, one, two
from tests.workbooks.made import Made

TITLE = "PDRB Kota Medan Menurut Lapangan Usaha Atas Dasar Harga Berlaku (Miliar Rupiah), data sintetis"
BOTH = "PDRB Kota Medan Menurut Lapangan Usaha (Miliar Rupiah), data sintetis"
QUARTERS = (1, 2, 3, 4)


def quarters(words: tuple[str, ...], years: tuple[Any, ...] = YEARS) -> Callable[[], Made]:
    """Years over quarters, each year merged over its five columns."""

    def make() -> Made:
        page = Page().say(TITLE, "").line("Kategori", "Uraian", *(x for year in years for x in (year, *[None] * 4)))
        page.merge(1, 2, 1, 6).merge(1, 7, 1, 11).line(None, None, *(words * 2))
        return page.rows(ADHB, ALL).made

    return make


def one_row(words: Callable[[Period], str]) -> Callable[[], Made]:
    """One row of heads, a text for each period."""

    def make() -> Made:
        return Page().say(TITLE, "").line("Kode", "Lapangan Usaha", *map(words, ALL)).rows(ADHB, ALL).made

    return make


def named(form: str, whole: str) -> Callable[[], Made]:
    """One row of heads: `{r}`, `{q}`, `{y}` are the Roman quarter, the quarter and the year."""

    def words(period: Period) -> str:
        number = period.quarter or 1
        return (form if period.quarter else whole).format(r=ROMAN[number - 1], q=number, y=period.year)

    return one_row(words)


def prices_over_years() -> Made:
    """Both price bases side by side, each merged over its years."""
    page = Page().say(BOTH, "").line("Kategori", "Lapangan Usaha", "Harga Berlaku", None, "Harga Konstan 2010", None)
    page.merge(1, 2, 1, 3).merge(1, 4, 1, 5).line(None, None, *YEARS, *YEARS)
    return page.rows((ADHB, ADHB, ADHK, ADHK), ANNUAL * 2).made


def years_over_prices() -> Made:
    """Under each year the two price bases."""
    page = Page().say(BOTH, "").line("Lapangan Usaha", 2023, None, 2024, None).merge(1, 1, 1, 2).merge(1, 3, 1, 4)
    page.line(None, "ADHB", "ADHK", "ADHB", "ADHK")
    columns = [Period(year) for year in YEARS for _ in range(2)]
    return page.rows((ADHB, ADHK) * 2, columns, labels=one).made


def growth_and_share_behind() -> Made:
    """Levels, then growth and share of the last year."""
    page = (
        Page().say(TITLE, "").line("Kategori", "Lapangan Usaha", *YEARS, "Pertumbuhan 2024 (%)", "Distribusi 2024 (%)")
    )
    levels = page.levels(ADHB)
    total = levels[TOTAL, ANNUAL[1]]

    def derived(item: str) -> list[Decimal]:
        before, now = (levels[item, period] for period in ANNUAL)
        return [growth(now, before), (100 * now / total).quantize(Decimal("0.01"))]

    return page.rows(ADHB, ANNUAL, more=derived).made


def number_and_unit_columns() -> Made:
    """A number in front, the unit behind the label, remarks at the end."""
    page = Page().say("PDRB Kota Medan Menurut Lapangan Usaha Atas Dasar Harga Berlaku, data sintetis", "")
    page.line("No.", "Uraian", "Satuan", *YEARS, "Keterangan")
    numbers = iter(range(1, 100))
    labels = lambda item: [next(numbers), one(item)[0], "Miliar Rp"]  # noqa: E731
    return page.rows(ADHB, ANNUAL, labels=labels, more=lambda item: ["sementara"]).made


def letters_below(row: tuple[Any, ...]) -> Callable[[], Made]:
    """A row that numbers the columns."""

    def make() -> Made:
        page = Page().say(TITLE, "").line("Kategori", "Lapangan Usaha", *YEARS).line(*row)
        return page.rows(ADHB, ANNUAL).made

    return make


def marks_below() -> Made:
    """The marks in a row of their own under the years."""
    page = Page().say(TITLE, "").line("Kategori", "Lapangan Usaha", *YEARS).line(None, None, "*", "**")
    page.status = lambda period: "preliminary" if period.year == 2023 else "very_preliminary"
    page.rows(ADHB, ANNUAL)
    return page.say("* Angka sementara", "** Angka sangat sementara").made


def marked(first: str, second: str, statuses: tuple[str, str]) -> Callable[[], Made]:
    """Marks behind the years."""

    def make() -> Made:
        page = Page().say(TITLE, "").line("Kategori", "Lapangan Usaha", first, second)
        page.status = lambda period: statuses[period.year - 2023]
        return page.rows(ADHB, ANNUAL).made

    return make


def year_word_above() -> Made:
    """`Tahun / Year` merged over the years."""
    page = Page().say(TITLE, "").line("Lapangan Usaha", "Tahun / Year", None).merge(1, 1, 1, 2).line(None, *YEARS)
    return page.merge(2, 0, 1, 0).rows(ADHB, ANNUAL, labels=one).made


def years_as_text() -> Made:
    """Years as text with spaces around them, numbers as text."""
    page = Page().say(TITLE, "").line("LAPANGAN USAHA", " 2023 ", "\u00a02024")
    return page.rows(ADHB, ANNUAL, labels=one, value=in_unit("billion_idr", "id")).made


def last_quarter_missing() -> Made:
    """A year that has only two quarters yet, without a year."""
    columns = [*ALL[:5], *ALL[5:7]]
    page = Page().say(TITLE, "").line("Kategori", "Uraian", 2023, *[None] * 4, 2024, None)
    page.line(None, None, *(f"Tw {roman}" for roman in ROMAN), "Total", "Tw I", "Tw II")
    return page.rows(ADHB, columns).made


def empty_columns() -> Made:
    """An empty narrow column before each year."""
    page = Page().say(TITLE, "").line("Kategori", "Lapangan Usaha", None, 2023, None, 2024)
    return page.rows(ADHB, (None, ANNUAL[0], None, ANNUAL[1])).made


def quarters_of_the_title() -> Made:
    """The year stands in the title alone, the columns are quarters."""
    page = Page().say(TITLE.replace(" (Miliar", " Tahun 2024 (Miliar"), "").line("Kategori", "Uraian", *ROMAN, "Jumlah")
    return page.rows(ADHB, ALL[5:], labels=two).made


ALTERED: dict[str, Callable[[], Made]] = {
    "merged years, I to IV": quarters((*ROMAN, "Jumlah")),
    "merged years, Triw. I": quarters((*(f"Triw. {roman}" for roman in ROMAN), "Setahun")),
    "merged years, TRIWULAN 1": quarters((*(f"TRIWULAN {number}" for number in QUARTERS), "TAHUNAN")),
    "merged years, Q-I": quarters((*(f"Q-{roman}" for roman in ROMAN), "Q-I s.d. Q-IV")),
    "merged years, Kuartal 1": quarters((*(f"Kuartal {number}" for number in QUARTERS), "Total")),
    "merged years, months": quarters(("Jan - Mar", "Apr - Jun", "Jul - Sep", "Okt - Des", "Jan - Des")),
    "merged years, both languages": quarters((*(f"Triwulan {r}/\nQuarter {r}" for r in ROMAN), "Jumlah/\nTotal")),
    "merged years as text": quarters((*ROMAN, "Total"), ("Tahun 2023", "Tahun 2024")),
    "2024-I": named("{y}-{r}", "{y}"),
    "2024 Q1": named("{y} Q{q}", "{y}"),
    "Q1/2024": named("Q{q}/{y}", "Total {y}"),
    "TW.I 2024": named("TW.{r} {y}", "TAHUN {y}"),
    "Triwulan I - 2024": named("Triwulan {r} - {y}", "Tahun {y}"),
    "2024_1": named("{y}_{q}", "{y}"),
    "prices over years": prices_over_years,
    "years over prices": years_over_prices,
    "growth and share behind": growth_and_share_behind,
    "number, unit and remarks": number_and_unit_columns,
    "[1] [2] [3]": letters_below(("[1]", "[2]", "[3]", "[4]")),
    "a b c": letters_below(("a", "b", "c", "d")),
    "1 2 3 4": letters_below((1, 2, 3, 4)),
    "marks in a row below": marks_below,
    "2023r 2024*": marked("2023r", "2024*", ("revised", "preliminary")),
    "2023 (r) 2024 (*)": marked("2023 (r)", "2024 (*)", ("revised", "preliminary")),
    "2023 2024**)": marked("2023", "2024**)", ("final", "very_preliminary")),
    "Tahun / Year above": year_word_above,
    "years as text": years_as_text,
    "two quarters of the last year": last_quarter_missing,
    "an empty column before each year": empty_columns,
    "the year in the title alone": quarters_of_the_title,
}
