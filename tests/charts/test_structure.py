"""Shares of a whole."""

from charts import tokens
from charts.structure import bar, columns, ranked


def plain(text: str) -> str:
    return text.replace('<span style="font-weight:600">', "").replace("</span>", "").replace("<br>", " ")


def shares(result, years=("2025",)):
    parts = (("PRIMARY", 0.91), ("SECONDARY", 31.71), ("TERTIARY", 67.38))
    return result([("1275", code, year, value, value) for code, value in parts for year in years], "share")


def test_three_groups_carry_name_and_number(result) -> None:
    figure = bar(shares(result), "id")
    notes = {plain(note.text): note for note in figure.layout.annotations}
    assert set(notes) == {"Primer 0,91", "Sekunder 31,71", "Tersier 67,38"}
    assert notes["Primer 0,91"].y == 0.5 and notes["Tersier 67,38"].y == 0
    assert notes["Primer 0,91"].font.color == tokens.colour("PRIMARY", "light").line
    assert notes["Tersier 67,38"].font.color == tokens.colour("TERTIARY", "light").on


def test_the_bar_is_hatched_and_begins_at_zero(result) -> None:
    figure = bar(shares(result), "id")
    assert {trace.marker.pattern.shape for trace in figure.data} == {"x"}
    assert figure.layout.xaxis.range[0] == 0


def test_shares_over_years_stack_to_the_whole(result) -> None:
    figure = columns(shares(result, ("2023", "2024", "2025")), "en")
    assert [trace.name for trace in figure.data] == ["PRIMARY", "SECONDARY", "TERTIARY"]
    assert list(figure.layout.xaxis.ticktext) == ["2023", "2024*", "2025**"]
    assert 100 <= figure.layout.yaxis.range[1] < 100.2
    assert "Primary 0.91" in [plain(note.text) for note in figure.layout.annotations]


def test_industries_by_rank(result) -> None:
    frame = result([("12", "A", "2024", 24.39, 24.39), ("12", "G", "2024", 18.81, 18.81)], "share")
    assert list(ranked(frame, "id").layout.yaxis.categoryarray) == ["A", "G"]


def test_five_years_on_a_phone_carry_every_label_and_number(result) -> None:
    years = [str(year) for year in range(2021, 2026)]
    parts = (("TRADE", 26.54), ("SERVICES", 41.9), ("OTHERS", 31.56))
    rows = [("1275", code, year, value, value) for code, value in parts for year in years]
    figure = columns(result(rows, "share"), "id", parts=[code for code, _ in parts])
    assert list(figure.layout.xaxis.ticktext) == ["2021", "2022", "2023", "2024*", "2025**"]
    inside = [note for note in figure.layout.annotations if note.xref != "paper"]
    assert [note.font.size for note in inside] == [11] * 15
