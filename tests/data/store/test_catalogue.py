"""The list of editions, and whether there is a store to look at; under both engines."""

from datetime import timedelta
from pathlib import Path

import pytest

from data import store
from data.store import editions, errors
from data.store.place import Place
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, SEEDED, published, table


def test_the_catalogue_says_of_each_edition_what_the_edition_says(where: Place, clock: Clock) -> None:
    published(table(("A", "2023", 42.0, "final")))
    published(table(("C", "2023", 43.0, "final")), NOON + timedelta(hours=1))
    for hours, count in ((0, 3), (2, 4)):
        clock.pass_by(hours=hours)
        listed = store.catalogue()
        assert [entry.number for entry in listed] == list(range(1, count + 1))
        for number, release, content_hash in listed:
            known = store.edition(number)
            assert (release, content_hash) == (known.releases[-1], known.content_hash)


def test_the_catalogue_of_an_earlier_moment_ends_there(where: Place, clock: Clock) -> None:
    clock.pass_by(hours=1)
    published(table(("A", "2023", 42.0, "final")))
    assert len(store.catalogue()) == 3 and len(store.catalogue(NOON)) == 2
    assert store.catalogue(SEEDED - timedelta(seconds=1)) == ()


def test_an_edition_that_cannot_be_recorded_yet_is_listed_all_the_same(
    where: Place, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(table(("A", "2023", 42.0, "final")), NOON + timedelta(hours=1))
    clock.pass_by(hours=2)

    def full(*_: object) -> None:
        raise errors.StoreFull("no room")

    monkeypatch.setattr(editions, "record_due", full)
    entry = store.catalogue()[-1]
    assert (entry.number, entry.content_hash) == (3, store.edition(3).content_hash)


def test_a_store_is_reached_also_where_it_is_damaged(where: Place) -> None:
    store.reach()
    if not where.url:
        where.file.write_bytes(b"no database" * 1000)
        store.reach()
        assert store.verify()


def test_a_place_that_cannot_be_is_not_reached(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    monkeypatch.setenv("PDRB_HOME", str(tmp_path / "berkas" / "rumah"))
    with pytest.raises(errors.StoreUnreachable):
        store.reach()
    monkeypatch.setenv("PDRB_HOME", str(tmp_path))
    monkeypatch.setenv("PDRB_DATABASE_URL", "postgresql://127.0.0.1:1/tidak-ada")
    with pytest.raises(errors.StoreUnreachable):
        store.reach()
