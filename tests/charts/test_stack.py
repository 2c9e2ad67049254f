"""Stacks around zero, by period and by region."""

import pytest

from charts import tokens
from charts.stack import columns, regions


def plain(text: str) -> str:
    return text.replace('<span style="font-weight:600">', "").replace("</span>", "")


def notes(figure) -> list[str]:
    return [plain(note.text) for note in figure.layout.annotations]


def test_parts_pile_in_the_order_given_with_the_total_above(contributions) -> None:
    figure = columns(contributions, "id")
    assert [trace.type for trace in figure.data] == ["bar", "bar", "bar", "scatter"]
    assert [trace.name for trace in figure.data[:3]] == ["TRADE", "SERVICES", "OTHERS"]
    total = figure.data[3]
    assert total.marker.symbol == "diamond" and list(total.y) == [4.71, 5.04, 5.07, 5.10]
    assert figure.layout.template.layout.barmode == "relative"


def test_numbers_are_those_shown_even_where_the_value_rounds_otherwise(contributions) -> None:
    told = notes(columns(contributions, "id"))
    assert {"1,26", "2,61", "0,84", "4,71", "5,10"} <= set(told)
    assert any("0,37" in text for text in told) and not any("0,36" in text for text in told)


def test_names_stand_at_the_end_in_their_colours(contributions) -> None:
    figure = columns(contributions, "id")
    ends = {plain(note.text).split()[0]: note for note in figure.layout.annotations if note.xref == "paper"}
    assert ends["Perdagangan"].font.color == tokens.colour("TRADE", "light").line
    assert list(ends) == ["Perdagangan", "Jasa", "Lainnya", "PDRB"]
    assert ends["Jasa"].y < ends["Lainnya"].y < ends["PDRB"].y


def test_a_number_on_a_hatch_has_the_fill_behind_it(contributions) -> None:
    figure = columns(contributions, "id")
    note = next(note for note in figure.layout.annotations if note.text == "2,84")
    assert note.bgcolor == tokens.colour("SERVICES", "light").fill
    assert next(note for note in figure.layout.annotations if note.text == "2,42").bgcolor is None


def test_hatching_by_status(contributions) -> None:
    assert list(columns(contributions, "id").data[0].marker.pattern.shape) == ["", "", "/", "x"]


def test_negative_parts_pile_below_zero(result) -> None:
    rows = [("12", "TRADE", "2020", -0.5, -0.5), ("12", "SERVICES", "2020", -1.0, -1.0)]
    rows += [("12", "OTHERS", "2020", 0.43, 0.43), ("12", "TOTAL", "2020", -1.07, -1.07)]
    figure = columns(result(rows, "contribution_yoy"), "id")
    number = next(note for note in figure.layout.annotations if plain(note.text) == "−1,07" and note.xref != "paper")
    assert (number.y, number.yanchor) == (-1.5, "top")
    assert figure.layout.yaxis.range[0] < -1.5
    middle = {note.text: note.y for note in figure.layout.annotations if note.xref != "paper"}
    assert (middle["−0,50"], middle["−1,00"]) == (-0.25, -1.0)


def test_many_quarters_carry_no_numbers_but_the_latest(result) -> None:
    rows = []
    for year in range(2019, 2026):
        for quarter in (1, 2, 3, 4):
            period = f"{year}-Q{quarter}"
            rows += [
                ("12", code, period, value, value)
                for code, value in (("TRADE", 1.0), ("SERVICES", 1.5), ("TOTAL", 2.5))
            ]
    figure = columns(result(rows, "contribution_yoy"), "en", parts=("TRADE", "SERVICES"))
    assert notes(figure) == ["Trade 1.00", "Services 1.50", "GRDP 2.50"]
    assert [text for text in figure.layout.xaxis.ticktext if "*" in text] == ["<br>Q1 2024*", "Q4 2025**"]
    assert len(figure.layout.xaxis.tickvals) <= 5
    assert {trace.mode for trace in figure.data if trace.type == "scatter"} == {"lines", "markers"}


def test_levels_are_not_mixed(contributions) -> None:
    with pytest.raises(ValueError, match="one chart"):
        columns(contributions, "id", parts=("TRADE", "C"))


def two_regions(result, sign: float = 1):
    rows = [
        ("1275", "TRADE", "2025", 1.92, 1.92),
        ("1275", "SERVICES", "2025", 2.81, 2.81),
        ("1275", "TOTAL", "2025", 5.10, 5.10),
    ]
    rows += [("1275", "OTHERS", "2025", 0.37, 0.37), ("12", "OTHERS", "2025", sign * 1.85, sign * 1.85)]
    rows += [
        ("12", "TRADE", "2025", 1.13, 1.13),
        ("12", "SERVICES", "2025", 1.55, 1.55),
        ("12", "TOTAL", "2025", 4.53, 4.53),
    ]
    return result(rows, "contribution_yoy")


def test_regions_stand_in_the_order_given(result) -> None:
    frame = two_regions(result)
    assert list(regions(frame, "id").layout.yaxis.ticktext) == ["Medan", "Sumut"]
    assert list(regions(frame, "id", order=("12", "1275")).layout.yaxis.ticktext) == ["Sumut", "Medan"]


def test_regions_name_their_parts_above_and_totals_at_the_end(result) -> None:
    figure = regions(two_regions(result), "id")
    assert notes(figure)[:3] == ["Perdagangan", "Jasa", "Lainnya 0,37"]
    assert notes(figure)[-2:] == ["5,10", "4,53"]
    assert all(trace.orientation == "h" for trace in figure.data)


def test_a_diamond_marks_the_total_where_parts_are_negative(result) -> None:
    assert regions(two_regions(result, -1), "id").data[-1].marker.symbol == "diamond"
    assert regions(two_regions(result), "id").data[-1].type == "bar"
