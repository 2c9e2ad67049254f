"""Lines over time."""

import pytest

from charts import tokens
from charts.lines import items, regions, span


def plain(text: str) -> str:
    return text.replace('<span style="font-weight:600">', "").replace("</span>", "")


def ends(figure) -> dict[str, object]:
    return {plain(note.text): note for note in figure.layout.annotations if note.xref == "paper"}


@pytest.fixture
def several(result):
    """Three industries and the total over four years, one year missing."""
    table = {
        "G": (3.2, 4.7, 2.9, 7.39),
        "I": (10.8, None, 14.5, 3.2),
        "C": (2.2, 2.6, 3.2, 2.9),
        "TOTAL": (4.7, 5.0, 5.1, 5.1),
    }
    years = ("2022", "2023", "2024", "2025")
    return result(
        [("1275", code, year, v, v) for code, values in table.items() for year, v in zip(years, values, strict=True)]
    )


@pytest.fixture
def two(result):
    rows = [
        ("1275", "TOTAL", "2019", 5.93, 5.93),
        ("1275", "TOTAL", "2020", -1.98, -1.98),
        ("1275", "TOTAL", "2021", 2.62, 2.62),
    ]
    return result(
        rows
        + [
            ("12", "TOTAL", "2019", 5.22, 5.22),
            ("12", "TOTAL", "2020", -1.07, -1.07),
            ("12", "TOTAL", "2021", 2.61, 2.61),
        ]
    )


def test_chosen_items_are_named_at_the_end_with_the_number_shown(several) -> None:
    figure = items(several, "id", chosen=("TOTAL", "G"))
    assert set(ends(figure)) == {"PDRB 5,10", "Perdagangan 7,39"}
    assert ends(figure)["Perdagangan 7,39"].font.color == tokens.colour("G", "light").line


def test_the_others_are_thin_and_named_on_hover(several) -> None:
    thin = [trace for trace in items(several, "id", chosen=("TOTAL",)).data if trace.line.width == 1]
    assert {trace.line.color for trace in thin} == {tokens.ui("rule", "light")}
    assert "Industri Pengolahan" in {text for trace in thin for text in trace.text}


def test_a_gap_stays_a_gap(several) -> None:
    figure = items(several, "id", chosen=("I",))
    lines = [trace for trace in figure.data if trace.mode == "lines"]
    assert all(trace.connectgaps is False for trace in lines)
    own = [trace for trace in lines if trace.line.color == tokens.colour("I", "light").line]
    assert [list(trace.x) for trace in own] == [["2024", "2025"]]


def test_dashes_by_status(several) -> None:
    figure = items(several, "id", chosen=("TOTAL",))
    ink = tokens.colour("TOTAL", "light").line
    assert [trace.line.dash for trace in figure.data if trace.line.color == ink] == ["solid", "6px,3px", "2px,3px"]


def test_end_labels_keep_their_distance(several) -> None:
    figure = items(several, "id", chosen=("I", "C"), y_range=(-500, 500))
    one, other = (note.y for note in ends(figure).values())
    assert abs(one - other) * (figure.layout.height - 38) / 1000 >= 14.9


def test_the_chosen_region_is_inked_and_the_other_grey(two) -> None:
    found = ends(regions(two, "id", chosen="1275"))
    assert found["Medan 2,62"].font.color == tokens.ui("ink", "light")
    assert found["Sumut 2,61"].font.color == tokens.colour("REFERENCE", "light").line


def test_a_contraction_is_told(two) -> None:
    figure = regions(two, "id", chosen="1275")
    note = next(note for note in figure.layout.annotations if note.xref != "paper")
    assert (note.text, note.x, note.font.color) == ("−1,98", 1, tokens.ui("negative", "light"))


def test_many_regions_leave_only_the_chosen_one_named(result) -> None:
    codes = ("1275", "12", "1201", "1202", "1203", "1204", "1205")
    frame = result(
        [(code, "TOTAL", year, place, place) for place, code in enumerate(codes) for year in ("2022", "2023")]
    )
    assert list(ends(regions(frame, "id", chosen="1275"))) == ["Medan 0,00"]


def test_panels_share_a_range(several, two) -> None:
    common = span(several, two)
    assert common[0] < -1.98 and common[1] > 14.5
    panel = regions(two, "id", chosen="1275", small=True, y_range=common)
    assert tuple(panel.layout.yaxis.range) == common
    assert panel.layout.height == tokens.HEIGHT["small"]
    assert {note.font.size for note in panel.layout.annotations} == {11}


def test_an_index_has_its_line_at_100(result) -> None:
    frame = result([("1275", "G", "2020", 100, 100), ("1275", "G", "2021", 104, 104)], "index")
    figure = items(frame, "id", chosen=("G",))
    assert [(shape.y0, shape.layer, shape.line.dash) for shape in figure.layout.shapes] == [(100, "between", "4px,3px")]


def test_a_year_without_any_figure_is_a_band_with_its_name_and_a_dash(result) -> None:
    rows = [("1221", "A", str(year), 100.0 + year, 100.0 + year) for year in (2021, 2022, 2024)]
    figure = items(result(rows, "level"), "id", chosen=("A",))
    assert list(figure.layout.xaxis.categoryarray) == ["2021", "2022", "2023", "2024"]
    assert "2023" in figure.layout.xaxis.ticktext
    (band,) = [shape for shape in figure.layout.shapes if shape.type == "rect"]
    assert (band.x0, band.x1, band.fillcolor) == (1.5, 2.5, tokens.ui("surface", "light"))
    assert [note.x for note in figure.layout.annotations if note.text == "–"] == [2]
    assert [list(trace.x) for trace in figure.data if trace.mode == "lines"] == [["2021", "2022"]]


def test_one_year_alone_still_draws(result) -> None:
    figure = items(result([("1275", "G", "2023", 1.0, 1.0)]), "id", chosen=("G",))
    assert list(ends(figure)) == ["Perdagangan 1,00"]


def test_a_line_that_ends_early_says_when(several) -> None:
    early = several[(several["item"] != "G") | (several["period"] < "2025")]
    assert "Perdagangan 2,90 (2024*)" in ends(items(early, "id", chosen=("G", "TOTAL")))


@pytest.mark.parametrize(("other", "told"), [(-1.98, 0), (-9.0, 1), (1.0, 1)])
def test_a_contraction_is_not_written_over_another_line(result, other: float, told: int) -> None:
    rows = [("12", "TOTAL", str(year), value, value) for year, value in ((2019, 5.2), (2020, -1.07), (2021, 2.6))]
    rows += [("1275", "TOTAL", str(year), value, value) for year, value in ((2019, 5.9), (2020, other), (2021, 2.6))]
    figure = regions(result(rows), "id", chosen="12")
    assert sum(note.text == "−1,07" for note in figure.layout.annotations) == told
