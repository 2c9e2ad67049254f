"""Dates of releases to come, announced and taken back, under both engines."""

from datetime import timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from data import store
from data.store.engine import writing
from data.store.opened import here
from data.store.place import Place
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, approved, submitted, table

LATER = NOON + timedelta(days=9)


def announced() -> list[tuple[str, str, str]]:
    return [(one.region, one.approach, one.period) for one in store.announcements()]


def test_what_is_announced_stands_until_its_moment(where: Place, clock: Clock) -> None:
    store.announce(LATER, "1275", "production", "2026-Q3", "budi")
    store.announce(NOON + timedelta(days=2), "12", "expenditure", "2026", "budi")
    assert announced() == [("12", "expenditure", "2026"), ("1275", "production", "2026-Q3")]
    clock.pass_by(days=2)
    assert announced() == [("1275", "production", "2026-Q3")]
    clock.pass_by(days=7)
    assert announced() == [] and store.verify() == ()


def test_the_same_announced_twice_is_one(where: Place, clock: Clock) -> None:
    first = store.announce(LATER, "1275", "production", "2026-Q3", "budi")
    before = store.acts()
    assert store.announce(LATER, "1275", "production", "2026-Q3", "beni") == first
    assert store.acts() == before and len(store.announcements()) == 1


def test_an_announcement_is_taken_back_once(where: Place, clock: Clock) -> None:
    made = store.announce(LATER, "1275", "production", "2026-Q3", "budi")
    assert store.withdraw_announcement(made.id, "beni").state == "withdrawn"
    assert announced() == []
    for id in (made.id, 9):
        with pytest.raises(store.Unknown):
            store.withdraw_announcement(id, "beni")
    assert [act.action for act in store.acts(last=2)] == ["announced", "withdrew"] and store.verify() == ()
    assert store.announce(LATER, "1275", "production", "2026-Q3", "budi").id == made.id + 1


@pytest.mark.parametrize("hours", [-1, 0])
def test_no_date_of_the_past_is_announced(where: Place, clock: Clock, hours: int) -> None:
    with pytest.raises(store.PastMoment):
        store.announce(NOON + timedelta(hours=hours), "1275", "production", "2026-Q3", "budi")
    with pytest.raises(TypeError):
        store.announce(LATER.replace(tzinfo=None), "1275", "production", "2026-Q3", "budi")
    assert announced() == []


def test_a_scheduled_release_announces_nothing(where: Place, clock: Clock) -> None:
    made = approved(submitted(table(("A", "2023", 42.0, "final"))))
    store.publish(made.id, "budi", LATER)
    assert announced() == []


def test_the_database_holds_what_an_announcement_is(where: Place, clock: Clock) -> None:
    store.announce(LATER, "1275", "production", "2026-Q3", "budi")
    for change in ("state = 'withdrawn'", "state = 'gone'", "period = '2027'"):
        with pytest.raises(IntegrityError), writing(here()) as conn:
            conn.execute(text(f"UPDATE announcement SET {change}"))
    assert announced() == [("1275", "production", "2026-Q3")]
