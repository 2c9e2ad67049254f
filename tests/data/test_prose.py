"""What a file says beside its tables: cells passed over, text that runs elsewhere, sentences, unknown regions."""

import pytest

from data.grid import Book, Cell, Kind, Sheet
from data.layouts.prose import notices, sentences
from data.workbook import Answers, read_here
from tests.desk.office import book as office

ANNUAL = 1


def spoken(*texts: str) -> Book:
    return Book("csv", (Sheet.of("Lampiran", [[Cell(Kind.TEXT, text)] for text in texts]),))


def annual(*lines: str, title: str | None = None) -> bytes:
    """A made-up table of years as CSV, with lines below it."""
    made = office(ANNUAL)
    made.form = "csv"
    if title is not None:
        made.tables[0].title = title
    return made.content()[0] + "".join(f"{line}\n" for line in lines).encode()


@pytest.mark.parametrize(
    "text",
    ["=HYPERLINK(\"http://a.id\")", "=cmd|' /C calc'!A0", "+cmd(x)", "@SUM(A1)", "A <script>x</script>",
     "<img src=x>", "[klik](javascript:x)", "B <a href=x>"],
)  # fmt: skip
def test_text_that_another_program_would_run_is_told(text: str) -> None:
    (told,) = notices(spoken("Lapangan Usaha", text))
    assert (told.code, told.severity, told.sheet, told.where) == ("unsafe_content", "info", "Lampiran", "A2")


@pytest.mark.parametrize(
    "text",
    ["Industri <b>Pengolahan</b>", "- Perikanan", "(1)", "= 100", "PDRB (2010=100)", "+ 5,16", "2024<sup>*</sup>", "@"],
)
def test_labels_and_numbers_are_not_taken_for_it(text: str) -> None:
    assert notices(spoken(text)) == []


def test_many_of_a_kind_are_told_once_a_sheet() -> None:
    (told,) = notices(spoken(*["=cmd|x"] * 20))
    assert (told.where, told.found) == ("A1, A2, A3, A4, A5, A6, A7, A8 … (+12)", "=cmd|x (+19)")


def test_a_cell_too_long_for_a_label_is_told_with_its_place() -> None:
    reading = read_here(annual("x" * 1001), "tabel.csv")
    (told,) = [problem for problem in reading.problems if problem.code == "long_text"]
    assert (told.severity, told.found, told.where[0]) == ("warning", "1,001 characters", "A")
    assert len(reading.observations)


def test_sentences_that_name_figures_are_handed_on_with_their_place() -> None:
    said = "Ekonomi Kota Binjai tahun 2025 tumbuh sebesar 5,07 persen dibanding 2024."
    found = sentences(spoken("Lapangan Usaha", said, "Catatan: angka sementara, tahun 2025, dalam miliar rupiah"))
    assert found == (("Lampiran", "A2", said),)


def test_a_region_that_is_in_no_list_is_not_asked_for_as_well() -> None:
    table = annual(title="PDRB Kota Antah Atas Dasar Harga Konstan 2010 Menurut Lapangan Usaha (miliar rupiah)")
    reading = read_here(table, "tabel.csv")
    codes = [problem.code for problem in reading.problems]
    assert ("region_unknown" in codes, "region_missing" in codes, len(reading.observations)) == (True, False, 0)
    answered = read_here(table, "tabel.csv", Answers(region="1276"))
    assert set(answered.observations["region"]) == {"1276"}


def test_a_file_that_names_no_region_asks_for_it() -> None:
    reading = read_here(annual(title="PDRB Atas Dasar Harga Konstan 2010 (miliar rupiah)"), "tabel.csv")
    codes = [problem.code for problem in reading.problems]
    assert ("region_unknown" in codes, "region_missing" in codes) == (False, True)
