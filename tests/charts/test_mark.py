"""Lines break at gaps and take the dash of their later end."""

from charts.mark import hatched, line, runs, series
from charts.point import Point, points


def rows_of(frame) -> list[Point]:
    return points(frame)


def test_a_segment_takes_the_status_of_its_later_end(growth) -> None:
    found = runs(rows_of(growth))
    periods = {status: [row and row.period for row in run] for status, run in found.items()}
    assert periods["final"] == ["2018", "2019", "2020", None, "2022", "2023"]
    assert periods["preliminary"] == ["2023", "2024"]
    assert periods["very_preliminary"] == ["2024", "2025"]


def test_a_period_without_row_is_a_gap_too(growth) -> None:
    rows = rows_of(growth)
    found = runs([rows[0], None, rows[2]])
    assert found == {}


def test_gaps_are_never_bridged(growth) -> None:
    rows = rows_of(growth)
    traces = series(rows, [["", ""]] * 7, "#000000", 2, "light")
    lines = [trace for trace in traces if trace["mode"] == "lines"]
    assert all(trace["connectgaps"] is False for trace in lines)
    assert {trace["line"]["dash"] for trace in lines} == {"solid", "6px,3px", "2px,3px"}
    dots = traces[-1]["marker"]
    assert dots["symbol"] == ["circle"] * 6 + ["diamond"]
    assert dots["color"] == ["#000000"] * 5 + ["#FFFFFF"] * 2


def test_a_missing_point_is_no_point(growth) -> None:
    traces = series(rows_of(growth), [["", ""]] * 7, "#000000", 2, "light")
    assert "2021" not in traces[-1]["x"]


def test_hatch_follows_the_status() -> None:
    marker = hatched(["#111111", "#222222"], ["final", "preliminary"], "light")
    assert marker["pattern"]["shape"] == ["", "/"] and marker["color"] == ["#111111", "#222222"]
    assert "pattern" not in hatched(["#111111"], ["final"], "light")
    assert hatched(["#111111"] * 2, ["very_preliminary"] * 2, "dark")["pattern"]["shape"] == "x"


def test_a_line_parts_its_runs_with_none() -> None:
    assert line("final", [None], "#000000", 1)["y"] == [None]
