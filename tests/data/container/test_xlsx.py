"""What stands in an xlsx comes out as it stands, whichever program wrote it and by whichever road it is read."""

import io
from datetime import date

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from data.container import open_book
from data.container.canvas import Tally
from data.container.number import shortest
from data.container.package import Package
from data.container.xlsx import read
from data.container.xlsx_cell import Cells
from data.grid import Book, Cell, Kind, Sheet
from model.problems import Refusal
from tests.data.container import making

NUMBER, TEXT = Kind.NUMBER, Kind.TEXT


def opened(content: bytes) -> Book:
    book = open_book(content, "figures.xlsx")
    assert isinstance(book, Book)
    return book


def first(rows: str, **others: object) -> Sheet:
    return opened(making.xlsx(rows, **others)).sheets[0]  # type: ignore[arg-type]


def cell(inner: str, attributes: str = "") -> Cell:
    return first(f'<row r="1"><c r="A1"{attributes}>{inner}</c></row>').at(0, 0)


@pytest.mark.parametrize(
    ("stored", "text"),
    [
        ("22616.04", "22616.04"),
        ("2024", "2024"),
        ("2024.0", "2024"),
        ("22616.040000000001", "22616.04"),
        ("1.3684600000000001E6", "1368460"),
        ("1E-7", "0.0000001"),
        ("-83", "-83"),
        ("-0", "0"),
        ("007", "7"),
        ("1.10", "1.1"),
        ("123456789012345678", "123456789012345680"),
        ("0.1", "0.1"),
    ],
)
def test_a_number_is_its_shortest_decimal(stored: str, text: str) -> None:
    assert cell(f"<v>{stored}</v>") == Cell(NUMBER, text)


@pytest.mark.parametrize("stored", ["nan", "inf", "1_000", "1e999", "1,5"])
def test_what_is_no_finite_number_stays_text(stored: str) -> None:
    assert cell(f"<v>{stored}</v>") == Cell(TEXT, stored)


@pytest.mark.parametrize(
    ("style", "stored", "expected"),
    [
        (0, "1.5", Cell(NUMBER, "1.5")),
        (1, "1.5", Cell(NUMBER, "1.5", 2)),
        (2, "1368460", Cell(NUMBER, "1368460", 0)),
        (3, "45292", Cell(TEXT, "2024-01-01")),
        (4, "0.0516", Cell(NUMBER, "0.0516", 4)),
        (5, "2024", Cell(NUMBER, "2024")),
        (99, "1.5", Cell(NUMBER, "1.5")),
    ],
)
def test_the_format_tells_digits_and_dates(style: int, stored: str, expected: Cell) -> None:
    assert cell(f"<v>{stored}</v>", f' s="{style}"') == expected


@pytest.mark.parametrize(
    ("attributes", "inner", "expected"),
    [
        (' t="e"', "<v>#N/A</v>", Cell(Kind.ERROR, "#N/A")),
        (' t="e"', "<f>A2</f><v>#REF!</v>", Cell(Kind.ERROR, "#REF!")),
        (' t="b"', "<v>1</v>", Cell(TEXT, "TRUE")),
        (' t="b"', "<v>0</v>", Cell(TEXT, "FALSE")),
        (' t="str"', "<f>A2&amp;B2</f><v>P D R B</v>", Cell(TEXT, "P D R B")),
        (' t="str"', '<f>""</f><v></v>', Cell()),
        (' t="d"', "<v>2024-03-31</v>", Cell(TEXT, "2024-03-31")),
        ("", "<f>SUM(A2:A3)</f><v>5.25</v>", Cell(NUMBER, "5.25")),
        ("", '<f t="shared" si="0"/><v>5.25</v>', Cell(NUMBER, "5.25")),
        ("", "<f>SUM(A2:A3)</f><v></v>", Cell(Kind.FORMULA_WITHOUT_VALUE)),
        ("", "<f>SUM(A2:A3)</f><v/>", Cell(Kind.FORMULA_WITHOUT_VALUE)),
        ("", "<f>SUM(A2:A3)</f>", Cell(Kind.FORMULA_WITHOUT_VALUE)),
        (' t="inlineStr"', "<is><t>Kota Medan</t></is>", Cell(TEXT, "Kota Medan")),
        (' t="inlineStr"', "<is><r><t>Kota </t></r><r><t>Medan</t></r></is>", Cell(TEXT, "Kota Medan")),
        (' t="inlineStr"', "<is><t>A &amp; B &#60;</t></is>", Cell(TEXT, "A & B <")),
        (' t="inlineStr"', "<is><t><![CDATA[A < B]]></t></is>", Cell(TEXT, "A < B")),
        (' t="inlineStr"', "<is><t>=cmd|' /C calc'!A0</t></is>", Cell(TEXT, "=cmd|' /C calc'!A0")),
        (' t="inlineStr"', "<is><t> \u00a0 </t></is>", Cell()),
        (' s="1"', "", Cell()),
    ],
)
def test_each_type_of_cell(attributes: str, inner: str, expected: Cell) -> None:
    assert cell(inner, attributes) == expected


def test_shared_texts_join_their_runs_and_leave_out_hints() -> None:
    strings = (
        "<t>Pertanian</t>",
        "<r><t>2024</t></r><r><rPr/><t>*</t></r>",
        "<t>one</t><rPh sb='0' eb='1'><t>two</t></rPh>",
        "<t>line_x000D_end</t>",
    )
    rows = '<row r="1">' + "".join(f'<c r="{c}1" t="s"><v>{n}</v></c>' for n, c in enumerate("ABCD")) + "</row>"
    texts = [held.text for held in first(rows, strings=strings).rows[0]]
    assert texts == ["Pertanian", "2024*", "one", "line\rend"]


def test_places_are_kept_and_missing_references_counted() -> None:
    sheet = first('<row r="3"><c r="C3"><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>')
    assert (sheet.at(2, 2).text, sheet.at(3, 0).text, sheet.at(3, 1).text) == ("1", "2", "3")
    assert sheet.rows[:2] == ((), ())


def test_a_merged_range_holds_its_value_everywhere_but_not_beyond_the_filled_sheet() -> None:
    rows = '<row r="1"><c r="A1" t="str"><v>Title</v></c></row>'
    rows += '<row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>2</v></c></row>'
    merges = '<mergeCells><mergeCell ref="A1:XFD1"/></mergeCells>'
    assert [held.text for held in first(rows, after=merges).rows[0]] == ["Title", "Title", "Title"]
    tall = '<mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>'
    assert [row[0].text for row in first(rows, after=tall).rows] == ["Title", "Title"]


def test_what_is_hidden_is_read() -> None:
    rows = '<row r="1" hidden="1"><c r="A1"><v>7</v></c></row>'
    parts = making.xlsx_parts(making.sheet_xml(rows, before='<cols><col min="1" max="1" hidden="1"/></cols>'))
    parts["xl/workbook.xml"] = str(parts["xl/workbook.xml"]).replace("<sheet ", '<sheet state="veryHidden" ')
    assert opened(making.zipped(parts)).sheets[0].at(0, 0) == Cell(NUMBER, "7")


def test_zeros_of_formulas_that_were_never_calculated_are_no_figures() -> None:
    rows = '<row r="1"><c r="A1"><v>0</v></c><c r="B1"><f>A1</f><v>0</v></c></row>'
    recalculated = '<calcPr fullCalcOnLoad="1"/>'
    assert first(rows).at(0, 1) == Cell(NUMBER, "0")
    assert first(rows, properties=recalculated).at(0, 0) == Cell(NUMBER, "0")
    assert first(rows, properties=recalculated).at(0, 1).kind is Kind.FORMULA_WITHOUT_VALUE
    one = '<row r="2"><c r="A2"><f>A1</f><v>5</v></c></row>'
    assert first(rows + one, properties=recalculated).at(0, 1) == Cell(NUMBER, "0")


def test_a_merged_range_of_a_formula_that_was_never_calculated_holds_no_figure_anywhere() -> None:
    rows = '<row r="1"><c r="A1"><f>1</f><v>0</v></c></row><row r="2"><c r="B2"><v>3</v></c></row>'
    merge = '<mergeCells><mergeCell ref="A1:A2"/></mergeCells>'
    sheet = first(rows, after=merge, properties='<calcPr fullCalcOnLoad="1"/>')
    assert [sheet.at(row, 0).kind for row in (0, 1)] == [Kind.FORMULA_WITHOUT_VALUE] * 2
    assert first(rows, after=merge).at(1, 0) == Cell(NUMBER, "0")


def test_a_text_too_long_for_a_label_is_passed_over_with_a_notice() -> None:
    book = opened(making.xlsx(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{"x" * 1001}</t></is></c></row>'))
    assert book.sheets[0].at(0, 0).kind is Kind.EMPTY
    assert book.sheets[0].at(0, 0).passed_over == 1001


@pytest.mark.parametrize("between", ["", "<!-- not plain -->"])
@pytest.mark.parametrize("stored", ["9", "a"])
def test_what_is_stored_as_a_number_is_no_longer_than_a_text_may_be(stored: str, between: str) -> None:
    rows = '<row r="1"><c r="A1"><v>{}</v></c></row>' + between
    assert first(rows.format(stored * 1001)).at(0, 0) == Cell(passed_over=1001)
    with pytest.raises(Refusal) as caught:
        first(rows.format(stored * 40_000))
    assert caught.value.problem.code == "too_large"


@pytest.mark.parametrize("index", ["5", "-1", "x", ""])
def test_a_shared_text_that_does_not_exist_is_refused(index: str) -> None:
    with pytest.raises(Refusal) as refused:
        first(f'<row r="1"><c r="A1" t="s"><v>{index}</v></c></row>', strings=["<t>a</t>"])
    assert refused.value.problem.code == "not_a_workbook"


def test_workbooks_of_other_writers() -> None:
    held = io.BytesIO()
    book = xlsxwriter.Workbook(held)
    sheet = book.add_worksheet("Lampiran")
    sheet.write(0, 0, "Kota Medan")
    sheet.write(1, 1, 1368.46, book.add_format({"num_format": "#,##0.00"}))
    sheet.write(2, 2, date(2024, 3, 31), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.merge_range(3, 0, 3, 2, "Tahun")
    book.close()
    rows = opened(held.getvalue()).sheets[0].rows
    assert (rows[0][0].text, rows[1][1], rows[2][2].text) == ("Kota Medan", Cell(NUMBER, "1368.46", 2), "2024-03-31")
    assert [found.text for found in rows[3]] == ["Tahun"] * 3
    other, held = openpyxl.Workbook(), io.BytesIO()
    other.active.append(["Medan", 1.5, None, "=SUM(B1)", True])  # type: ignore[union-attr]
    other.save(held)
    kinds = [found.kind for found in opened(held.getvalue()).sheets[0].rows[0]]
    assert kinds == [TEXT, NUMBER, Kind.EMPTY, Kind.FORMULA_WITHOUT_VALUE, TEXT]


plain = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False).map(lambda x: ("", f"<v>{x!r}</v>")),
    st.integers(-(10**17), 10**17).map(lambda x: ("", f"<v>{x}</v>")),
    st.integers(0, 2).map(lambda x: (' t="s"', f"<v>{x}</v>")),
    st.sampled_from(["#N/A", "#REF!"]).map(lambda x: (' t="e"', f"<v>{x}</v>")),
    st.sampled_from(["", "<v/>", "<v>0</v>", "<v>3.5</v>"]).map(lambda x: ("", f"<f>A1+1</f>{x}")),
    st.text("ab \u00a0é\"'", max_size=5).map(lambda x: (' t="inlineStr"', f"<is><t>{x}</t></is>")),
    st.just(("", "")),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 30), st.integers(0, 6), plain), max_size=25))
def test_both_roads_make_the_same_sheet(cells: list[tuple[int, int, int, tuple[str, str]]]) -> None:
    kept = {(row, column): (style, held) for row, column, style, held in cells}
    rows: dict[int, str] = {}
    for (row, column), (style, (attributes, inner)) in sorted(kept.items()):
        name = f"{chr(65 + column) if column < 26 else 'A' + chr(39 + column)}{row + 1}"
        rows[row] = rows.get(row, "") + f'<c r="{name}" s="{style}"{attributes}>{inner}</c>'
    body = "".join(f'<row r="{row + 1}">{inner}</row>' for row, inner in rows.items())
    strings = ["<t>a</t>", "<t>b</t>", "<t>2024*</t>"]
    slow = making.xlsx("<!-- this comment sends the sheet through the XML parser -->" + body, strings=strings)
    fast = making.xlsx(body, strings=strings)
    assert read(Package(fast)) == read(Package(slow))


@given(numbers=st.lists(st.floats(1e-3, 1e14), min_size=1, max_size=40), digits=st.sampled_from((15, 16, 17)))
def test_many_numbers_are_the_shortest_decimals_of_their_floats(numbers: list[float], digits: int) -> None:
    stored = [f"{number:.{digits}g}" for number in numbers]
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>{text}</v></c></row>' for row, text in enumerate(stored, 1))
    sheet = first(rows)
    assert [sheet.at(row, 0) for row in range(len(stored))] == [cell(f"<v>{text}</v>") for text in stored]
    shown = [shortest(float(text)) for text in stored]
    assert [sheet.at(row, 0).text for row in range(len(stored))] == shown


def test_a_column_of_which_no_row_of_a_stretch_has_a_cell_has_no_codes() -> None:
    cells = Cells([], [""], epoch_1904=False, tally=Tally())
    assert [
        len(cells.column("0", kind, formula, [])) for kind in ("", "n", "s", "str") for formula in (False, True)
    ] == [0] * 8
