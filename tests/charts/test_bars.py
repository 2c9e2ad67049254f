"""Bars of industries, and pairs of periods."""

from charts import tokens
from charts.bars import contribution, growth, ranked
from charts.pairs import pairs
from model.items import INDUSTRIES


def plain(text: str) -> str:
    return text.replace('<span style="font-weight:600">', "").replace("</span>", "")


def labels(figure) -> dict[str, str]:
    """The number beside each name."""
    axis = figure.layout.yaxis
    found = {note.y: plain(note.text) for note in figure.layout.annotations if note.yref != "paper"}
    return {plain(name): found[place] for place, name in enumerate(axis.ticktext)}


def test_industries_stand_by_size_and_the_missing_last(industries) -> None:
    figure = growth(industries, "id")
    order = list(figure.layout.yaxis.categoryarray)
    assert order[0] == "RSTU" and order[-2:] == ["F", "K"]
    assert set(order) == set(INDUSTRIES)
    assert figure.layout.yaxis.range == (16.5, -0.5)


def test_a_missing_industry_is_named_and_not_zero(industries) -> None:
    figure = growth(industries, "id")
    assert labels(figure)["Keuangan"] == "–"
    assert "K" not in figure.data[0].y
    assert figure.layout.annotations[16].hovertext


def test_numbers_are_those_shown(industries) -> None:
    industries.loc[industries["item"] == "G", ["value", "shown"]] = [7.385, 7.39]
    figure = growth(industries, "en")
    assert labels(figure)["Trade"] == "7.39"
    assert figure.data[0].x[list(figure.data[0].y).index("G")] == 7.385


def test_colours_are_those_of_the_groups(industries) -> None:
    bar = growth(industries, "id").data[0]
    fills = dict(zip(bar.y, bar.marker.color, strict=True))
    groups = {code: tokens.colour(code, "light").fill for code in ("TRADE", "SERVICES", "OTHERS")}
    assert (fills["G"], fills["H"], fills["C"]) == (groups["TRADE"], groups["SERVICES"], groups["OTHERS"])


def test_the_total_is_a_dashed_line_with_its_number(industries) -> None:
    figure = growth(industries, "id")
    line = figure.layout.shapes[0]
    assert line.x0 == line.x1 == 5.10 and line.line.dash != "solid"
    assert plain(figure.layout.annotations[-1].text) == "PDRB 5,10"
    assert "TOTAL" not in figure.layout.yaxis.categoryarray


def test_without_reference_the_total_is_a_bar(industries) -> None:
    figure = growth(industries, "id", reference=None)
    assert not figure.layout.shapes and "TOTAL" in figure.layout.yaxis.categoryarray


def test_a_small_base_has_a_dagger(industries) -> None:
    names = growth(industries, "id").layout.yaxis.ticktext
    assert [name for name in names if "†" in name] == ["Pertambangan†"]


def test_bars_start_at_zero(industries) -> None:
    low, high = growth(industries, "id").layout.xaxis.range
    assert low < -0.21 and low > -0.6 and 17.0 <= high < 17.1
    assert growth(industries, "id").layout.xaxis.zeroline


def test_a_negative_number_stands_right_of_zero(industries) -> None:
    note = next(note for note in growth(industries, "id").layout.annotations if note.text == "−0,21")
    assert (note.x, note.font.color) == (0, tokens.ui("negative", "light"))


def test_contributions_put_the_total_first(result) -> None:
    rows = [("1275", "A", "2023", 0.04, 0.04), ("1275", "G", "2023", 1.40, 1.40), ("1275", "TOTAL", "2023", 5.04, 5.04)]
    figure = contribution(result(rows, "contribution_yoy"), "id")
    assert list(figure.layout.yaxis.categoryarray) == ["TOTAL", "G", "A"]
    assert figure.data[0].marker.color[0] == tokens.ui("bar", "light")


def test_the_residual_is_drawn_only_if_it_prints(result) -> None:
    def order(shown: float) -> list[str]:
        rows = [("1275", "RESIDUAL", "2023", 0.004, shown), ("1275", "TOTAL", "2023", 5.04, 5.04)]
        return list(contribution(result(rows, "contribution_yoy"), "id").layout.yaxis.categoryarray)

    assert order(0.0) == ["TOTAL"] and order(0.01) == ["TOTAL", "RESIDUAL"]


def test_height_grows_with_the_bars(industries) -> None:
    assert growth(industries, "id").layout.height > ranked(industries.head(5), "id").layout.height


def test_pairs_show_both_periods_in_columns(result) -> None:
    rows = [("1275", "H", "2025", 0.69, 0.69), ("1275", "H", "2024", 0.56, 0.56), ("1275", "O", "2025", 0.03, 0.03)]
    figure = pairs(result(rows, "contribution_yoy"), "2025", "2024", "id")
    now = [plain(note.text) for note in figure.layout.annotations]
    assert now == ["0,69", "0,03", "0,56", "2025**", "2024*"]
    bars, circles = figure.data
    assert (list(bars.y), list(circles.y), list(circles.x)) == (["H", "O"], ["H"], [0.56])
    assert bars.marker.color[1] == tokens.colour("SERVICES_PUBLIC", "light").fill
    assert circles.marker.color == tokens.ui("background", "light")


def test_what_prints_as_zero_is_not_marked_as_negative(result) -> None:
    rows = [("1275", "D", "2023", -0.001, 0.0), ("1275", "TOTAL", "2023", 5.04, 5.04)]
    figure = contribution(result(rows, "contribution_yoy"), "id")
    assert [note.font.color for note in figure.layout.annotations if note.text == "0,00"] == [None]


def test_an_index_has_a_named_line_at_100_above_its_bars(result) -> None:
    frame = result([("1275", "G", "2025", 121.99, 121.99), ("1275", "O", "2025", 98.67, 98.67)], "index")
    figure = ranked(frame, "id")
    (line,) = figure.layout.shapes
    assert (line.x0, line.x1, line.yref, line.line.dash) == (100, 100, "paper", "4px,3px")
    (head,) = [note for note in figure.layout.annotations if note.yref == "paper"]
    assert (plain(head.text), head.x) == ("100", 100)
    assert figure.layout.xaxis.range[0] <= 0


def test_what_is_no_index_has_no_line(industries) -> None:
    assert not ranked(industries, "id").layout.shapes
