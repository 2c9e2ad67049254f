"""Columns of one series."""

import pytest

from charts.columns import columns


def texts(figure) -> dict[str, object]:
    return {note.text: note for note in figure.layout.annotations}


def test_numbers_stand_at_first_lowest_highest_and_latest(growth) -> None:
    told = [
        text.replace('<span style="font-weight:600">', "").replace("</span>", "")
        for text in texts(columns(growth, "id"))
    ]
    assert sorted(told) == sorted(["5,92", "5,10", "−1,98", "5,93", "–"])


def test_all_numbers_or_none(growth) -> None:
    assert len(columns(growth, "id", labels="all").layout.annotations) == 7 + 1
    assert list(texts(columns(growth, "id", labels="none"))) == ["–"]


def test_columns_start_at_zero_and_a_missing_year_keeps_its_place(growth) -> None:
    figure = columns(growth, "en")
    low, high = figure.layout.yaxis.range
    assert low < -1.98 and 5.93 <= high < 6
    assert figure.layout.shapes[0].y0 == 0
    assert figure.data[0].base is None
    assert list(figure.layout.xaxis.categoryarray) == [str(year) for year in range(2018, 2026)]
    assert (texts(figure)["–"].x, texts(figure)["–"].yref) == (3, "paper")
    assert "2021" in figure.layout.xaxis.ticktext
    assert list(figure.data[0].x) == ["2018", "2019", "2020", "2022", "2023", "2024", "2025"]


def test_a_contraction_is_told_below_in_its_colour(growth) -> None:
    note = texts(columns(growth, "id"))["−1,98"]
    assert (note.x, note.yanchor, note.font.color) == (2, "top", "#A61E2E")


def test_provisional_columns_are_hatched(growth) -> None:
    pattern = columns(growth, "id").data[0].marker.pattern
    assert list(pattern.shape) == ["", "", "", "", "", "/", "x"]
    assert pattern.fillmode == "overlay"


def test_the_mark_stands_beside_the_period(growth) -> None:
    assert columns(growth, "id").layout.xaxis.ticktext[-1] == "2025**"


def test_hover_is_ready_text(growth) -> None:
    figure = columns(growth, "id")
    assert list(figure.data[0].customdata[-1]) == ["Produk Domestik Regional Bruto, 2025**", "5,10 persen"]
    assert "customdata" in figure.layout.template.data.bar[0].hovertemplate


@pytest.mark.parametrize(("lang", "separators"), [("id", ",."), ("en", ".,")])
def test_separators_follow_the_language(growth, lang: str, separators: str) -> None:
    assert columns(growth, lang).layout.template.layout.separators == separators


def test_an_index_stands_on_zero_and_has_a_dashed_line_at_100(result) -> None:
    frame = result([("1275", "G", "2020", 100, 100), ("1275", "G", "2021", 104, 104)], "index")
    figure = columns(frame, "id")
    assert [(shape.y0, shape.line.dash) for shape in figure.layout.shapes] == [(0, None), (100, "4px,3px")]
    assert (texts(figure)["100"].y, texts(figure)["100"].xanchor) == (100, "right")
    assert figure.layout.yaxis.range[0] == 0


def test_a_wide_first_number_does_not_run_into_taller_columns(result) -> None:
    rows = [
        ("1275", "TOTAL", str(year), 90000.0 + 9000 * (year - 2010), 90000.0 + 9000 * (year - 2010))
        for year in range(2010, 2026)
    ]
    figure = columns(result(rows, "level"), "id")
    told = [note.x for note in figure.layout.annotations]
    assert len(told) == 1 and told[0] > 15


def test_nothing_to_draw_is_an_empty_figure(growth) -> None:
    assert not columns(growth.iloc[:0], "id").layout.annotations
    assert not columns(growth[growth["period"] == "2021"], "id").layout.annotations


def test_the_last_number_begins_with_its_column_and_does_not_stand_above_the_one_before(result) -> None:
    rows = [("1271", "TOTAL", str(year), 5.0, 5.0) for year in range(2011, 2025)]
    figure = columns(result([*rows, ("1271", "TOTAL", "2025", 3.03, 3.03)]), "id")
    (last,) = [note for note in figure.layout.annotations if "3,03" in note.text]
    assert (last.xanchor, last.y) == ("left", 3.03) and 13.5 < last.x < 14
    assert figure.layout.margin.r > 8
