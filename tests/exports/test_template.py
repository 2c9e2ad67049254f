"""The workbook to fill in: filled, it reads back to exactly its figures without a question. The figures are made up."""

import io
from decimal import Decimal
from itertools import product

import openpyxl
import pytest

from data.workbook import read_here
from desk.examine import examine
from exports.template import QUARTERS, Template, template, title
from model.dimensions import Approach, PriceBasis, Status
from model.items import INDUSTRIES
from model.period import Period
from tests.workbooks import figures
from text.lookup import LANGUAGES, regions

YEARS = (2024, 2025, 2026)
STATUS = {2025: Status.PRELIMINARY, 2026: Status.VERY_PRELIMINARY}
Levels = dict[tuple[str, Period], Decimal]


def levels(wanted: Template, basis: PriceBasis, net: bool = False) -> Levels:
    current = basis == PriceBasis.CURRENT
    if wanted.approach == Approach.PRODUCTION:
        return figures.production(wanted.years, 7, current, parts=False, groups=False)
    return figures.expenditure(wanted.years, 7, current, parts=False, net=net)


def periods(wanted: Template) -> list[Period]:
    """The columns of a table, from the left."""
    of_a_year = (*QUARTERS, None) if wanted.quarters else (None,)
    return [Period(year, quarter) for year, quarter in product(wanted.years, of_a_year)]


def filled(wanted: Template, last: str = "9999", net: bool = False, lang: str = "id") -> tuple[bytes, dict]:
    """The template with figures up to a period, and what must be read of it."""
    book, expected = openpyxl.load_workbook(io.BytesIO(template(wanted, lang))), {}
    for sheet, basis in zip(book.worksheets, wanted.bases, strict=False):
        values = levels(wanted, basis, net)
        for (row, item), (column, period) in product(enumerate(wanted.items, 5), enumerate(periods(wanted), 3)):
            if (item, period) in values and str(period) <= last and str(period) != last[:4]:
                sheet.cell(row, column).value = float(values[item, period])
                key = (wanted.region, wanted.approach, item, basis, str(period))
                expected[key] = (float(values[item, period]), wanted.status.get(period.year, Status.FINAL))
    written = io.BytesIO()
    book.save(written)
    return written.getvalue(), expected


def read_back(content: bytes) -> dict:
    obs = read_here(content, "isian.xlsx").observations
    keys = zip(obs["region"], obs["approach"], obs["item"], obs["price_basis"], obs["period"], strict=True)
    return dict(zip(keys, zip(obs["value"], obs["status"], strict=True), strict=True))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("quarters", [True, False])
@pytest.mark.parametrize("approach", Approach)
def test_a_filled_template_reads_back_without_a_question(approach: Approach, quarters: bool, lang: str) -> None:
    wanted = Template("1275", YEARS, approach=approach, quarters=quarters, status=STATUS)
    content, expected = filled(wanted, lang=lang)
    assert len(expected) >= 2 * 8 * len(YEARS)
    assert read_back(content) == expected
    assert examine(content, "isian.xlsx").problems == ()


@pytest.mark.parametrize("basis", [PriceBasis.CURRENT, PriceBasis.CONSTANT_2010])
@pytest.mark.parametrize("region", regions()[::7])
def test_each_region_and_price_basis_is_recognised(region: str, basis: PriceBasis) -> None:
    content, expected = filled(Template(region, (2025,), (basis,), status={2025: Status.PRELIMINARY}))
    assert read_back(content) == expected and {key[0] for key in expected} == {region}


def test_a_running_year_is_filled_as_far_as_it_goes() -> None:
    content, expected = filled(Template("1275", (2025, 2026), status=STATUS), last="2026-Q3")
    told = examine(content, "isian.xlsx")
    assert told.clear and not told.refused
    assert read_back(content) == expected
    assert max(key[4] for key in expected) == "2026-Q3"


def test_net_exports_stand_in_for_exports_and_imports() -> None:
    content, expected = filled(Template("12", (2025,), approach=Approach.EXPENDITURE, status=STATUS), net=True)
    assert read_back(content) == expected
    assert examine(content, "isian.xlsx").clear


def test_an_empty_template_holds_no_figure() -> None:
    told = examine(template(Template("1275", (2026,)), "id"), "isian.xlsx")
    assert [problem.code for problem in told.problems] == ["no_data_found"]


def test_the_rows_stand_in_the_order_of_print_under_marked_years() -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(Template("1275", YEARS, status=STATUS), "en")))
    assert book.sheetnames == ["ADHB", "ADHK", "Guide"]
    sheet = book["ADHK"]
    assert sheet["A1"].value == title(Template("1275", YEARS), PriceBasis.CONSTANT_2010)
    assert "Kota Medan Atas Dasar Harga Konstan 2010" in sheet["A1"].value and "2024–2026" in sheet["A1"].value
    printed = [code.replace("MN", "M,N").replace("RSTU", "R,S,T,U") for code in INDUSTRIES]
    assert [sheet.cell(row, 1).value for row in range(5, 22)] == printed
    assert sheet.cell(22, 2).value == "Produk Domestik Regional Bruto"
    assert [sheet.cell(3, column).value for column in (3, 8, 13)] == ["2024", "2025*", "2026**"]
    assert [sheet.cell(4, column).value for column in range(3, 8)] == ["I", "II", "III", "IV", "Jumlah"]
    assert not [cell for row in sheet.iter_rows(5, 22, 3) for cell in row if cell.value is not None]
