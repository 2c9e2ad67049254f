"""Releases, editions and the embargo, under both engines."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Event

import pytest
from sqlalchemy import Connection

from data import store
from data.store import known, moment
from data.store.engine import reading, writing
from data.store.enter import recall
from data.store.errors import StoreFull
from data.store.place import Place
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, SEEDED, approved, published, said, submitted, table

FIRST = {("TOTAL", "2023"): (100.0, "final"), ("A", "2023"): (40.5, "preliminary")}
SECOND = FIRST | {("TOTAL", "2024"): (110.25, "preliminary"), ("A", "2023"): (41.0, "unknown")}
NEW = table(("TOTAL", "2025", 120.0, "very_preliminary"), ("A", "2023", 42.0, "final"))


def test_an_empty_store_is_seeded_with_what_ships(empty: Place, clock: Clock) -> None:
    assert said(1) == FIRST
    assert said() == said(2) == SECOND
    assert [release.id for release in store.releases()] == ["01-made", "02-made"]
    assert {release.effective_at for release in store.releases()} == {SEEDED}
    assert store.edition().release_of.tolist() == ["02-made", "01-made", "02-made"]


def test_a_release_published_now_is_the_next_edition(where: Place, clock: Clock) -> None:
    assert published(NEW) == store.Published("submission-1", NOON, 3)
    assert said() == SECOND | {("TOTAL", "2025"): (120.0, "very_preliminary"), ("A", "2023"): (42.0, "final")}
    assert said(2) == SECOND
    last = store.edition().releases[-1]
    assert (last.created_by, last.approved_by, last.mode, last.kind, last.rows) == ("ani", "budi", "office", "table", 2)


def test_an_embargoed_release_is_in_no_edition_before_its_moment(where: Place, clock: Clock) -> None:
    soon = NOON + timedelta(days=1)
    assert published(NEW, soon) == store.Published("submission-1", soon, None)
    clock.now = soon - timedelta(microseconds=1)
    assert said() == SECOND and store.submission(1).state == "scheduled"
    with pytest.raises(store.NoEdition) as caught:
        store.edition(3)
    assert caught.value.newest == 2
    with pytest.raises(store.NoEdition):
        store.diff(2, 3)
    with pytest.raises(store.Unknown):
        store.rows_of("submission-1")
    assert "submission-1" not in set(store.history()["release"])
    clock.now = soon
    assert store.edition().number == 3 and store.submission(1).state == "published"
    assert said()[("A", "2023")] == (42.0, "final")
    assert len(store.rows_of("submission-1")) == 2 and "submission-1" in set(store.history()["release"])


@pytest.mark.parametrize("writable", [True, False])
def test_what_another_process_called_back_at_the_last_moment_is_never_seen(
    where: Place, clock: Clock, monkeypatch: pytest.MonkeyPatch, writable: bool
) -> None:
    published(NEW, NOON + timedelta(hours=1))
    monkeypatch.setattr(known, "FRESH", 1e9)
    assert store.releases()[-1].id == "submission-1"
    with writing(where) as conn:  # as another process does, of which this one hears nothing
        recall(conn, 3, "budi", moment.of(conn), "salah kolom")
    clock.pass_by(hours=1)
    if not writable:
        monkeypatch.setattr("data.store.editions.record_due", full)
    assert "submission-1" not in set(store.history()["release"])
    assert store.edition().number == 2 and said() == SECOND


def full(*_: object) -> None:
    raise StoreFull("no room")


def test_a_process_sees_at_once_what_it_wrote_while_others_ask(
    where: Place, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = approved(submitted(NEW))
    begun, written, go_on = Event(), Event(), Event()

    @contextmanager
    def slow(place: Place) -> Iterator[Connection]:
        with reading(place) as conn:
            yield conn
        begun.set()
        assert go_on.wait(30)

    def forget(place: Place) -> None:
        written.set()
        known.forget(place)

    monkeypatch.setattr(known, "FRESH", 1e9)
    monkeypatch.setattr(known, "reading", slow)
    monkeypatch.setattr(sys.modules["data.store.publish"], "forget", forget)
    known.forget(where)
    with ThreadPoolExecutor(2) as people:
        reader = people.submit(store.edition)
        assert begun.wait(30)
        publisher = people.submit(store.publish, made.id, "budi")
        assert written.wait(30)
        go_on.set()
        assert publisher.result(30).edition == 3
        assert store.edition().number == 3
        assert reader.result(30).number == 2


def test_looking_ahead_records_nothing(where: Place, clock: Clock) -> None:
    soon = NOON + timedelta(days=1)
    published(NEW, soon)
    assert store.edition(now=soon).number == 3
    assert [act.action for act in store.acts()].count("took_effect") == 2
    assert len(list(where.editions.glob("*.parquet"))) == 1


def test_other_keys_leave_a_scheduled_release_its_approval(where: Place, clock: Clock) -> None:
    published(NEW, NOON + timedelta(hours=2))
    clock.pass_by(hours=1)
    assert published(table(("C", "2025", 5.0, "final"))).edition == 3
    clock.pass_by(hours=1)
    assert store.edition().number == 4 and store.submission(1).state == "published"
    assert [release.id for release in store.edition().releases] == [
        "01-made", "02-made", "submission-2", "submission-1",
    ]  # fmt: skip


def test_the_same_keys_send_a_scheduled_release_back(where: Place, clock: Clock) -> None:
    moment = NOON + timedelta(hours=2)
    published(NEW, moment)
    clock.pass_by(hours=1)
    published(table(("A", "2023", 43.0, "final")))
    back = store.submission(1)
    assert (back.state, back.note) == ("returned", "collides: submission-2")
    clock.now = moment
    assert store.edition().number == 3 and said()[("A", "2023")] == (43.0, "final")
    again = store.publish(approved(back).id, "budi")
    assert (again.release, again.edition) == ("submission-1.2", 4)
    assert said()[("A", "2023")] == (42.0, "final")


def test_what_takes_effect_before_with_the_same_keys_stands_in_the_way(where: Place, clock: Clock) -> None:
    published(NEW, NOON + timedelta(hours=1))
    later = approved(submitted(table(("A", "2023", 43.0, "final"))))
    with pytest.raises(store.Collides) as caught:
        store.publish(later.id, "budi", NOON + timedelta(hours=2))
    assert caught.value.release == "submission-1"
    assert store.submission(2).state == "approved" and store.submission(1).state == "scheduled"


def test_a_release_that_was_compared_with_an_older_edition_loses(where: Place, clock: Clock) -> None:
    first, second = (approved(submitted(table(("A", "2023", value, "final")))) for value in (50.0, 60.0))
    store.publish(first.id, "budi")
    before = store.acts()
    with pytest.raises(store.Changed) as caught:
        store.publish(second.id, "budi")
    assert (caught.value.base, caught.value.newest) == (2, 3)
    assert store.acts() == before and store.submission(second.id).state == "approved"
    assert store.publish(approved(second).id, "budi").edition == 4


@pytest.mark.parametrize("hours", [-1, 0])
def test_no_release_takes_effect_in_the_past(where: Place, clock: Clock, hours: int) -> None:
    made = approved(submitted(NEW))
    with pytest.raises(store.PastMoment):
        store.publish(made.id, "budi", NOON + timedelta(hours=hours))
    with pytest.raises(TypeError):
        store.publish(made.id, "budi", (NOON + timedelta(hours=1)).replace(tzinfo=None))
    assert store.submission(made.id).state == "approved"


def test_an_approval_is_taken_back_before_its_moment(where: Place, clock: Clock) -> None:
    published(NEW, NOON + timedelta(hours=1))
    assert store.send_back(1, "budi", "salah kolom").state == "returned"
    clock.pass_by(hours=2)
    assert store.edition().number == 2
    assert store.publish(approved(store.submission(1)).id, "budi").edition == 3
    with pytest.raises(store.WrongState):
        store.send_back(1, "budi", "terlambat")


def test_as_of_is_what_was_known_then(where: Place, clock: Clock) -> None:
    clock.pass_by(hours=1)
    published(NEW)
    clock.pass_by(days=1)
    assert store.as_of(NOON).number == 2
    assert store.as_of(NOON + timedelta(hours=1)).number == 3
    assert store.as_of(NOON + timedelta(days=900)).number == 3
    with pytest.raises(store.NoEdition):
        store.as_of(SEEDED - timedelta(seconds=1))
