"""Which value of a key stands in an edition, and when a release counts."""

from datetime import UTC, date, datetime, timedelta

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.canonical import content_hash
from data.edition import WITHDRAWN, in_effect, in_order, of_standing, stack, stand
from model.observations import COLUMNS, KEY, check
from model.release import Edition, Origin, Release

START = datetime(2026, 11, 24, tzinfo=UTC)
ORIGIN = Origin(
    **{
        name: date(2026, 11, 24) if name == "retrieved" else name
        for name in Origin.__dataclass_fields__  # every word stands for itself
    }
)


class Made(Release):
    """A release that has its rows with it, and may be a rollback."""

    observations: pd.DataFrame


def release(order: int, *rows: tuple[str, float, str], hours: int = 0, kind: str = "table") -> Made:
    """A release of totals of 1275: (year, value, status)."""
    table = [
        ("1275", "production", "TOTAL", "current", "A", year, "level", value, "billion_idr", status, "")
        for year, value, status in rows
    ]
    obs = pd.DataFrame(table, columns=list(COLUMNS))
    made = Made(f"{order:02d}-made-up", order, START + timedelta(hours=hours), "", ORIGIN, len(obs), kind)
    object.__setattr__(made, "observations", obs)
    return made


def edition(*releases: Made) -> Edition:
    stacks = [stack(one.observations, one.id, one.kind == "rollback") for one in releases]
    standing = stand(stacks)
    return of_standing(releases, standing, content_hash(standing))


def said(*releases: Made) -> list[tuple]:
    """(year, value, status, order of its release) of each row of the edition of these releases."""
    made = edition(*releases)
    rows = made.observations[["period", "value", "status"]].assign(order=made.release_of.str[:2].astype(int))
    return list(rows.itertuples(index=False, name=None))


def test_the_newest_value_of_each_key_stands():
    first = release(1, ("2023", 10.0, "preliminary"), ("2024", 11.0, "very_preliminary"))
    second = release(2, ("2024", 11.5, "preliminary"), ("2025", 12.0, "very_preliminary"))
    assert said(first) == [("2023", 10.0, "preliminary", 1), ("2024", 11.0, "very_preliminary", 1)]
    assert said(first, second) == [
        ("2023", 10.0, "preliminary", 1),
        ("2024", 11.5, "preliminary", 2),
        ("2025", 12.0, "very_preliminary", 2),
    ]


@pytest.mark.parametrize(
    ("later", "stands"),
    [
        ((10.0, "unknown"), ("2023", 10.0, "final", 1)),
        ((10.5, "unknown"), ("2023", 10.5, "unknown", 2)),
        ((10.0, "preliminary"), ("2023", 10.0, "preliminary", 2)),
    ],
)
def test_an_unknown_status_never_replaces_a_known_one_for_an_equal_value(later, stands):
    assert said(release(1, ("2023", 10.0, "final")), release(2, ("2023", *later))) == [stands]


def test_a_known_status_replaces_an_unknown_one():
    assert said(release(1, ("2023", 10.0, "unknown")), release(2, ("2023", 10.0, "final"))) == [
        ("2023", 10.0, "final", 2)
    ]


def test_a_rollback_stands_whatever_stood_before_it():
    back = release(2, ("2023", 10.0, "unknown"), kind="rollback")
    assert said(release(1, ("2023", 10.0, "final")), back) == [("2023", 10.0, "unknown", 2)]
    assert said(release(1, ("2023", 10.0, "final")), back, release(3, ("2023", 10.0, "unknown"))) == [
        ("2023", 10.0, "unknown", 3)
    ]


def test_a_withdrawn_row_takes_its_key_out_until_it_comes_again():
    gone = release(2, ("2023", float("nan"), WITHDRAWN))
    first = release(1, ("2023", 10.0, "final"), ("2024", 11.0, "final"))
    assert said(first, gone) == [("2024", 11.0, "final", 1)]
    again = said(first, gone, release(3, ("2023", 10.0, "unknown")))
    assert again == [("2023", 10.0, "unknown", 3), ("2024", 11.0, "final", 1)]


def step_by_step(releases: list[Made]) -> dict[str, tuple]:
    """The rule as it is worded, one row after another."""
    stands: dict[str, tuple] = {}
    for one in releases:
        for period, value, status in one.observations[["period", "value", "status"]].itertuples(index=False, name=None):
            known = stands.get(period)
            weaker = known and status == "unknown" and known[1] != "unknown" and known[0] == value
            if status == WITHDRAWN:
                stands.pop(period, None)
            elif one.kind == "rollback" or not weaker:
                stands[period] = (value, status, one.order)
    return stands


ROWS = st.dictionaries(
    st.sampled_from(["2023", "2024", "2025"]),
    st.tuples(st.sampled_from([1.0, 2.0]), st.sampled_from(["final", "preliminary", "unknown"]))
    | st.just((float("nan"), WITHDRAWN)),
)


@settings(deadline=None)
@given(
    st.lists(st.tuples(ROWS.filter(bool), st.sampled_from(["table", "rollback"])), min_size=1, max_size=6), st.data()
)
def test_any_history_ends_as_step_by_step(history, data):
    releases = [
        release(order, *((period, *row) for period, row in rows.items()), kind=kind)
        for order, (rows, kind) in enumerate(history, start=1)
    ]
    assert {period: tuple(rest) for period, *rest in said(*releases)} == step_by_step(releases)
    cut = data.draw(st.integers(0, len(releases)))
    stacks = [stack(one.observations, one.id, one.kind == "rollback") for one in releases]
    whole = stand(stacks)
    assert whole.equals(stand([stand(stacks[:cut]), *stacks[cut:]]) if cut else whole)


def test_an_edition_is_a_sound_table_with_a_release_for_each_row():
    made = edition(release(1, ("2024", 1.0, "final"), ("2023", 1.0, "final")), release(2, ("2024", 2.0, "final")))
    obs = check(made.observations)
    assert obs.index.equals(pd.RangeIndex(2)) and made.release_of.index.equals(obs.index)
    assert list(obs["period"]) == ["2023", "2024"] and not obs.duplicated(list(KEY)).any()
    assert made.release_of.tolist() == ["01-made-up", "02-made-up"]
    assert made.number == 2 and made.effective_at == START


def test_giving_back_an_older_state_gives_its_hash():
    first, other = release(1, ("2023", 10.0, "final")), release(2, ("2023", 11.0, "final"))
    again = release(3, ("2023", 10.0, "final"))
    hashes = [edition(*[first, other, again][:count]).content_hash for count in (1, 2, 3)]
    assert hashes[0] == hashes[2] != hashes[1]


def test_a_release_counts_from_its_moment_and_never_before():
    now, soon = release(1), release(2, hours=5)
    assert in_effect([soon, now], START - timedelta(seconds=1)) == ()
    assert in_effect([soon, now], START + timedelta(hours=4, minutes=59)) == (now,)
    assert in_effect([soon, now], START + timedelta(hours=5)) == (now, soon)


def test_order_is_by_moment_then_by_order():
    late, second, first = release(1, hours=1), release(3), release(2)
    assert in_order([late, second, first]) == (first, second, late)
