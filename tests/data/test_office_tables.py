"""Tables as offices alter them: every level is read with its key, value and status, and nothing grave is told."""

import html
import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from data.workbook import read_here
from model.items import INDUSTRIES, TOTAL
from tests.workbooks import office_family as office
from tests.workbooks import spelling
from tests.workbooks.make import Recipe, make
from tests.workbooks.read_back import is_read


@pytest.mark.parametrize("head", office.HEADS)
def test_heads_of_periods(head: str) -> None:
    is_read(office.headed(head))


@pytest.mark.parametrize(
    "heads",
    [("2023 *", "2024 **"), ("*2023", "**2024"), ("2023*)", "2024**)"), ("2023\u2217", "2024\u2217\u2217"),
     ("2023 (*)", "2024 (**)"), ("Tahun 2023*", "Th. 2024***")],
)  # fmt: skip
def test_marks_of_years(heads: tuple[str, str]) -> None:
    made = office.table(heads=heads)
    made.expected = {
        key: (value, "preliminary" if key[4].year == 2023 else "very_preliminary")
        for key, (value, _) in made.expected.items()
    }
    is_read(made)


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        (("PDRB KOTA MEDAN ATAS DASAR HARGA KONSTAN 2010 MENURUT LAPANGAN USAHA (JUTA RUPIAH)",), "million_idr"),
        (("Tabel\n12.1", "PDRB Kota Medan\nAtas Dasar Harga Konstan 2010", "(miliar rupiah)"), "billion_idr"),
        (("Gross Regional Domestic Product of Medan Municipality at 2010 Constant Market Prices (billion rupiahs)",),
         "billion_idr"),
        (("PDRB a.d.h. Konstan 2010 Kota Medan (dalam jutaan Rp)",), "million_idr"),
        (("1275 Kota Medan", "PDRB ADHK, Tahun Dasar 2010", "Satuan: Ribu Rupiah"), "thousand_idr"),
        (("Nilai PDRB Seri 2010 Atas Dasar Harga Konstan, Kota Medan [Triliun Rp]",), "trillion_idr"),
    ],
)  # fmt: skip
def test_titles_and_units(title: tuple[str, ...], unit: str) -> None:
    is_read(office.table(title, unit=unit))


@pytest.mark.parametrize("name", ["Current", "HB", "Harga Berlaku", "PDRB_ADHB"])
def test_a_sheet_that_names_the_price_basis(name: str) -> None:
    made = office.table(("PDRB Kota Medan (miliar rupiah), data sintetis",), basis="current")
    made.sheets = {name: made.sheets["Lembar"]}
    is_read(made)


CODES: dict[str, Callable[[str], list[Any]]] = {
    "a word for the code": lambda item: [office.coded(item, "Kategori {}"), office.text(item)],
    "round brackets": lambda item: [office.coded(item, "({})"), office.text(item)],
    "square brackets": lambda item: [office.coded(item, "[{}]"), office.text(item)],
    "in the label": lambda item: [None, f"{office.coded(item, '{}) ')}{office.text(item)}"],
    "behind the label": lambda item: [None, f"{office.text(item)}{office.coded(item, ' ({})')}"],
    "numbers": lambda item: [INDUSTRIES.index(item) + 1 if item in INDUSTRIES else None, office.text(item)],
    "both languages, English first": lambda item: [
        office.coded(item, "{}."),
        "\n".join(reversed(spelling.INDUSTRY[item])),
    ],
    "total in the first column": lambda item: [office.coded(item, "{}"), office.text(item)][:: 1 - 2 * (item == TOTAL)],
    "spelt otherwise": lambda item: [office.coded(item, "{}"), office.text(item).replace("atan Sosial", "atan Lain")],
    "letter-spaced": lambda item: [office.coded(item, "{}"), " ".join(office.text(item))],
}  # fmt: skip


@pytest.mark.parametrize("form", CODES)
def test_codes_and_labels(form: str) -> None:
    is_read(office.table(spelt=CODES[form]))


def indonesian(level: Decimal) -> str:
    return spelling.number(level, "id")


@pytest.mark.parametrize(
    "form", ["Rp {}", "'{}", "{}\u200b", "\u00a0{} ", "{}\u00b9\u207e", "{} 1)", "\u202a{}"], ids=ascii
)
def test_numbers_with_something_around_them(form: str) -> None:
    is_read(office.table(typed=lambda level: form.format(indonesian(level))))


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u2009", "\u202f"], ids=ascii)
def test_spaces_between_thousands(space: str) -> None:
    is_read(office.table(typed=lambda level: indonesian(level).replace(".", space)))


@pytest.mark.parametrize("code", ["E", "R,S,T,U"])
def test_an_unknown_label_behind_a_code_that_begins_a_legend_is_told(code: str) -> None:
    def spelt(item: str) -> list[Any]:
        printed = office.coded(item, "{}")
        return [printed[:1] if printed == code else printed, "Wisata Angkasa" if printed == code else office.text(item)]

    reading = read_here(office.table(spelt=spelt).content(), "", office.Answers())
    told = {problem.code for problem in reading.problems}
    assert "unknown_industry" in told


@pytest.mark.parametrize("second", ["Atas Dasar Harga Konstan 2010", "PDRB Atas Dasar Harga Konstan (2010=100)"])
def test_a_heading_inside_a_table_keeps_its_unit_and_region(second: str) -> None:
    is_read(office.stacked(second))


@pytest.mark.parametrize("line", ["Lanjutan Tabel", "Tabel 1 (lanjutan)", "Sambungan", "Continued Table 1"])
def test_a_page_that_goes_on(line: str) -> None:
    is_read(office.continued(line))


def test_tables_side_by_side_with_no_column_between_them() -> None:
    is_read(office.side_by_side())


@pytest.mark.parametrize("form", office.LONG)
def test_long_tables(form: str) -> None:
    is_read(office.long(form))


def test_the_quarter_of_a_title_holds_for_columns_without_period() -> None:
    made = make(Recipe(family="website", unit="billion_idr", years=(2024,)))
    rows = made.sheets[""]
    places = [row for row in rows[4:8]]
    title = "PDRB Kabupaten/Kota Atas Dasar Harga Konstan 2010 Triwulan I-2024 (miliar rupiah), data sintetis"
    heads = [office.text(item) for item in (*INDUSTRIES, TOTAL)]
    made.sheets[""] = [[title], [], ["Kabupaten/Kota", *heads], *[[row[0], *row[1::5]] for row in places]]
    made.expected = {key: level for key, level in made.expected.items() if key[4].quarter == 1}
    is_read(made)


@pytest.mark.parametrize("title", ["Sumber Pertumbuhan PDRB Kota Medan (miliar rupiah)", "Sources of Growth of GRDP"])
def test_a_source_of_growth_is_no_source_of_data(title: str) -> None:
    reading = read_here(office.table((title,)).content(), "", office.Answers(region="1275", unit="juta"))
    assert [problem.code for problem in reading.problems] == ["no_data_found"] and reading.observations.empty


def test_simdasi_columns_that_name_a_base_year_and_their_own() -> None:
    made = make(Recipe(family="simdasi", years=(2023, 2024), marks=((2024, "*"),)))
    body = made.json["data"][1]
    body["kolom"] = {"a1": {"nama_variabel": "PDRB ADHB Seri 2010, 2024", "satuan": "Juta Rupiah"}}
    body["tahun_data"] = "2025"
    is_read(made)


def test_a_static_table_that_is_escaped_twice() -> None:
    made = make(Recipe(family="statictable", number_format="id"))
    made.json["data"]["table"] = html.escape(made.json["data"]["table"])
    is_read(made, json.dumps(made.json).encode())


@pytest.mark.parametrize(
    ("number", "level"), [("1e-07", [1e-10]), ("-2.5e-05", [-2.5e-08]), ("1e+22", []), ("1e400", []), ("9" * 30, [])]
)
def test_numbers_of_an_answer_that_are_written_with_an_exponent(number: str, level: list[float]) -> None:
    made = make(Recipe(family="webapi"))
    place = next(iter(made.json["datacontent"]))
    whole = len(read_here(json.dumps(made.json).encode(), made.name, made.answers).observations)
    made.json["datacontent"][place] = "here"
    reading = read_here(json.dumps(made.json).replace('"here"', number).encode(), made.name, made.answers)
    own = reading.observations[reading.cells["cell"] == f"datacontent {place}"]
    assert own["value"].tolist() == level and len(reading.observations) == whole - 1 + len(level)
    assert ("not_a_number" in {problem.code for problem in reading.problems}) == (not level)
