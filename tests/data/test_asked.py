"""What a file leaves open is asked and, once answered, read; what contests, or is no figure, is told by its code."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from data.workbook import Answers, read_here
from tests.workbooks.altered import ADHB, ADHK, ALL, ANNUAL, MAIN, ROMAN, YEARS, Page, in_unit, one, two
from tests.workbooks.made import Made
from tests.workbooks.read_back import is_read

HEAD = ("Kategori", "Lapangan Usaha", *YEARS)
FULL = "PDRB Kota Medan ADHB (Miliar Rupiah)"


def annual(title: str, form: str = "") -> Made:
    """A table of years under a title, as numbers or as text in a format."""
    return Page().say(title, "").line(*HEAD).rows(ADHB, ANNUAL, value=in_unit("billion_idr", form)).made


def quarters() -> Made:
    """Quarters of a year that is not named."""
    return Page().say(FULL, "").line("Uraian", *map("Triwulan {}".format, ROMAN)).rows(ADHB, ALL[:4], labels=one).made


def thousands() -> Made:
    """Text with one separator each, which is thousands or decimals, and no total that decides."""
    page = Page().say(FULL, "").line(*HEAD)
    return page.rows(
        ADHB, ANNUAL, items=MAIN[:8], value=lambda level: f"{int(level) % 900 + 1}.{int(level) % 899:03}"
    ).made


ASKED: dict[str, tuple[Callable[[], Made], Answers]] = {
    "unit_missing": (lambda: annual("PDRB Kota Medan ADHB"), Answers(unit="miliar")),
    "region_missing": (lambda: annual("PDRB ADHB (Miliar Rupiah)"), Answers(region="1275")),
    "price_basis_missing": (lambda: annual("PDRB Kota Medan (Miliar Rupiah)"), Answers(price_basis="current")),
    "year_missing": (quarters, Answers(year="2023")),
}


@pytest.mark.parametrize("code", ASKED)
def test_what_a_file_does_not_say_is_asked_and_holds_its_table_back(code: str) -> None:
    make, answers = ASKED[code]
    made = make()
    reading = read_here(made.content(), made.name)
    assert reading.observations.empty
    assert [problem.code for problem in reading.problems if problem.severity in ("needs_answer", "block")] == [code]
    made.answers = answers
    is_read(made)


def test_a_number_format_that_nothing_decides_is_asked() -> None:
    made = thousands()
    found = {}
    for form in (None, "id", "en"):
        reading = read_here(made.content(), made.name, Answers(number_format=form))
        found[form] = reading.observations["value"].max() if len(reading.observations) else None
        assert ("ambiguous_number_format" in {problem.code for problem in reading.problems}) == (form is None)
    assert found[None] is None
    assert found["id"] > 1000 > found["en"]


def codes(made: Made) -> dict[str, str]:
    """The codes that are told, each with what was found."""
    return {problem.code: problem.found for problem in read_here(made.content(), made.name, made.answers).problems}


def test_constant_prices_of_another_year_are_asked_about() -> None:
    assert "base_year_unknown" in codes(annual("PDRB Kota Medan ADHK 2000 (Miliar Rupiah)"))
    assert "base_year_unknown" not in codes(annual("PDRB Kota Medan ADHK 2010 (Miliar Rupiah)"))


def test_a_region_by_the_code_of_the_ministry_is_read_and_told() -> None:
    page = Page(sheet="12.71").say("PDRB ADHB (Miliar Rupiah)", "").line(*HEAD).rows(ADHB, ANNUAL)
    assert codes(page.made)["kemendagri_region_code"] == "12.71"
    is_read(page.made)


@pytest.mark.parametrize("nothing", [Decimal(0), "…", "--", "", None])
def test_a_period_without_a_figure_is_not_released(nothing: object) -> None:
    page = Page().say(FULL, "").line(*HEAD, 2025).rows(ADHB, ANNUAL, more=lambda item: [nothing])
    assert codes(page.made)["unreleased_period"] == "2025"
    is_read(page.made)


def test_a_zero_in_a_released_period_is_one() -> None:
    page = Page().say(FULL, "").line(*HEAD).rows(ADHB, ANNUAL)
    key = ("1275", "production", "B", ADHB, ANNUAL[1])
    sheet, row, column = page.made.where[key]
    page.made.put(sheet, row, column, Decimal(0))
    page.made.expected[key] = (0.0, "unknown")
    assert "unreleased_period" not in codes(page.made)
    is_read(page.made)


def test_two_values_of_one_key_drop_that_key_alone() -> None:
    again = Page().say(f"Tabel 1 {FULL}", "").line(*HEAD).rows(ADHB, ANNUAL)
    again.say("", f"Tabel 2 {FULL}").line(*HEAD).rows(ADHB, ANNUAL)
    is_read(again.made)
    again.made.put(again.sheet, again.row - 1, 2, Decimal("1.5"))
    reading = read_here(again.made.content(), again.made.name)
    gone = again.made.expected.keys() - {
        (row.region, row.approach, row.item, row.price_basis, ANNUAL[YEARS.index(int(row.period))])
        for row in reading.observations.itertuples()
    }
    assert {key[2:] for key in gone} == {("TOTAL", ADHB, ANNUAL[0])}
    assert "conflicting_values" in {problem.code for problem in reading.problems}
    within = Page().say(FULL, "").line(*HEAD).rows(ADHB, ANNUAL).line(*two("C"), Decimal("1.5"), Decimal("2.5"))
    assert codes(within.made)["duplicate_industry"].startswith("C: ")


def test_an_unknown_label_and_a_cell_that_is_no_number_are_told_where_they_stand() -> None:
    page = Page().say(FULL, "").line(*HEAD).rows(ADHB, ANNUAL).line(None, "Konstruksy", Decimal("1.5"), Decimal("2.5"))
    page.made.put(page.sheet, 3, 2, "12,3,4")
    told = {one.code: one for one in read_here(page.made.content(), page.made.name).problems}
    assert (told["unknown_industry"].where, told["unknown_industry"].expected.split(", ")[0]) == ("C22", "F")
    assert (told["not_a_number"].where, told["not_a_number"].found) == ("C4", "12,3,4")


def test_answers_are_frozen_and_all_texts_or_none() -> None:
    answers = Answers()
    assert (answers.region, answers.year, answers.price_basis, answers.unit, answers.number_format) == (None,) * 5
    with pytest.raises(AttributeError):
        answers.region = "1275"  # type: ignore[misc]
    assert replace(answers, unit="juta").unit == "juta"


def test_derived_tables_come_back_as_printed_and_never_as_levels() -> None:
    page = Page().say("Tabel 1 PDRB Kota Medan ADHK 2010 (Miliar Rupiah)").line(*HEAD).rows(ADHK, ANNUAL).say("")
    page.say("Tabel 2 Laju Pertumbuhan PDRB Kota Medan (persen)").line("Kategori", "Lapangan Usaha", 2024)
    for item in MAIN:
        page.line(*two(item), Decimal("5.04"))
    reading = read_here(page.made.content(), page.made.name)
    assert list(reading.printed.columns) == list(reading.observations.columns)
    assert set(reading.observations["measure"]) == {"level"}
    assert (set(reading.printed["measure"]), set(reading.printed["period"])) == ({"yoy"}, {"2024"})
    assert len(reading.printed) == len(MAIN)
