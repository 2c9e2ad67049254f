"""Labels keep their distance, their order and their room."""

from hypothesis import given
from hypothesis import strategies as st

from charts.label import further, room, spread, ticks, width

YEARS = [str(year) for year in range(2011, 2026)]
QUARTERS = [f"{year}-Q{quarter}" for year in range(2020, 2026) for quarter in (1, 2, 3, 4)]
FINAL = dict.fromkeys([*YEARS, *QUARTERS], "final") | {"2025": "very_preliminary", "2025-Q4": "preliminary"}


@given(st.lists(st.floats(-1000, 1000), max_size=20), st.floats(0.1, 50))
def test_spread_keeps_gap_and_order(wanted: list[float], gap: float) -> None:
    placed = spread(wanted, gap)
    order = sorted(range(len(wanted)), key=lambda place: wanted[place])
    rising = [placed[index] for index in order]
    assert all(after - before >= gap - 1e-6 for before, after in zip(rising, rising[1:], strict=False))
    assert abs(sum(placed) - sum(wanted)) < 1e-6 * (1 + sum(map(abs, wanted)))


@given(st.lists(st.floats(0, 100), min_size=1, max_size=6))
def test_spread_stays_inside(wanted: list[float]) -> None:
    placed = spread(wanted, 15, 0, 100)
    assert min(placed) >= -1e-9 and max(placed) <= 100 + 1e-9


def test_spread_leaves_alone_what_does_not_collide() -> None:
    assert spread([50, 10, 90], 15) == [50, 10, 90]


def test_a_gap_for_each_pair() -> None:
    assert spread([0, 0, 0], [10, 20], low=0) == [0, 10, 30]


def test_years_on_a_phone() -> None:
    axis = ticks(YEARS, FINAL, "id", 12, 320)
    assert axis["tickvals"] == [0, 4, 9, 14]
    assert axis["ticktext"] == ["2011", "2015", "2020", "2025**"]
    assert axis["type"] == "category"
    assert further(axis) == 0


def test_a_marked_year_and_a_gap_keep_their_labels_below_the_others() -> None:
    axis = ticks(YEARS, FINAL | {"2024": "preliminary"}, "id", 12, 320, gaps=["2019"])
    assert axis["tickvals"] == [0, 4, 8, 9, 13, 14]
    assert axis["ticktext"] == ["2011", "2015", "<br>2019", "2020", "<br>2024*", "2025**"]
    assert further(axis) == 16


def test_a_few_years_that_do_not_fit_on_one_line_stand_on_two_in_turn() -> None:
    axis = ticks(YEARS[-5:], FINAL, "id", 12, 145)
    assert axis["ticktext"] == ["2021", "<br>2022", "2023", "<br>2024", "2025**"]


def test_each_mark_of_many_quarters_is_told_once() -> None:
    status = {text: "preliminary" if text < "2025" else "very_preliminary" for text in QUARTERS if text >= "2024"}
    told = [text.replace("<br>", "") for text in ticks(QUARTERS, FINAL | status, "en", 12, 260)["ticktext"]]
    assert [text for text in told if text.endswith("*")] == ["Q1 2024*", "Q4 2025**"]


def test_few_periods_carry_all_their_labels() -> None:
    assert ticks(YEARS[-4:], FINAL, "id", 12, 230)["ticktext"] == ["2022", "2023", "2024", "2025**"]


def test_quarters_are_thinned_to_what_fits() -> None:
    axis = ticks(QUARTERS, FINAL, "en", 12, 220)
    assert axis["ticktext"][-1].endswith("2025*") and axis["tickvals"][-1] == 23
    halves = [width(text, 12) / 2 for text in axis["ticktext"]]
    places = [place * 220 / 24 for place in axis["tickvals"]]
    assert 2 <= len(places) <= 4
    assert all(
        right - left >= one + other
        for left, right, one, other in zip(places, places[1:], halves, halves[1:], strict=False)
    )


def test_no_period_has_no_label() -> None:
    assert ticks([], {}, "id", 12, 300)["ticktext"] == []


def test_room_is_that_of_the_longest_visible_text() -> None:
    assert room(["5,10", "<b>5,10</b>"], 12) == room(["5,10"], 12)
    assert room([], 12, 5) == 5
