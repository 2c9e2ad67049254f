"""A backup holds all, and gives back a store that is the same; the drill, under both engines."""

import json
import sqlite3
from pathlib import Path

import pytest

from data import store
from data.store import engine, errors
from data.store.place import Place, place
from tests.data.store import postgres
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, approved, published, said, submitted, table


@pytest.fixture
def filled(where: Place, clock: Clock) -> Place:
    """A store with releases of each kind, one of them scheduled, and something in every other table."""
    published(table(("A", "2023", 42.0, "final")))
    store.publish(approved(store.roll_back(2, "ani", "salah")).id, "budi")
    published(table(("C", "2025", 5.0, "final")), NOON.replace(hour=20))
    submitted(table(("D", "2025", 6.0, "final")), file=b"\x00\xffraw")
    store.set_user("ani", "analyst")
    store.report_error("keliru")
    store.save_draft("ani", "a.xlsx", b"\x00")
    store.save_deck("ani", "Rapat", "[]")
    return where


def told() -> list[object]:
    """What a store says of itself."""
    editions = [store.edition(number).content_hash for number in range(1, 5)]
    others = (store.submissions(), store.users(), store.error_reports(), store.drafts("ani"), store.decks("ani"))
    return [editions, store.releases(), store.acts(), store.file_of(4), *others]


@pytest.mark.parametrize("into", ["sqlite", pytest.param("postgresql", marks=pytest.mark.server)])
def test_what_was_backed_up_is_restored(
    filled: Place, into: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    before = told()
    stated = store.backup(tmp_path / "backup")
    assert stated.head == store.head() and stated.acts == len(store.acts())
    published(table(("A", "2023", 99.0, "final")))  # comes too late for the backup
    monkeypatch.delenv("PDRB_DATABASE_URL", raising=False)
    if into == "postgresql":
        socket = request.getfixturevalue("postgresql")
        monkeypatch.setenv("PDRB_DATABASE_URL", postgres.database(socket, "restored"))
    assert store.restore(tmp_path / "backup", tmp_path / "new") == stated
    monkeypatch.setenv("PDRB_HOME", str(tmp_path / "new"))
    assert told() == before and store.verify() == ()
    assert published(table(("A", "2023", 50.0, "final"))).edition == 5
    assert said()[("A", "2023")] == (50.0, "final") and store.verify() == ()
    if into == "postgresql":
        engine.engine(place()).dispose()
        postgres.drop(socket, "restored")


def test_a_backup_takes_only_a_place_of_its_own(filled: Place, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup")
    with pytest.raises(errors.StoreUnreachable, match="not empty"):
        store.backup(tmp_path / "backup")
    with pytest.raises(errors.StoreUnreachable, match="not empty"):
        store.restore(tmp_path / "backup", filled.home)
    with pytest.raises(errors.StoreUnreachable):
        store.restore(tmp_path / "nowhere", tmp_path / "new")
    (tmp_path / "file").write_text("")
    with pytest.raises(errors.StoreUnreachable):
        store.backup(tmp_path / "file")


def test_a_changed_backup_is_not_restored(filled: Place, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup")
    path = tmp_path / "backup" / "pdrb.sqlite3"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(errors.StoreDamaged, match="SHA-256"):
        store.restore(tmp_path / "backup", tmp_path / "new")
    stated = tmp_path / "backup" / "backup.json"
    stated.write_text(json.dumps({"version": 1}))
    with pytest.raises(errors.StoreUnreachable):
        store.restore(tmp_path / "backup", tmp_path / "other")


def test_a_backup_is_a_plain_database(filled: Place, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup")
    with sqlite3.connect(tmp_path / "backup" / "pdrb.sqlite3") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT count(*) FROM observation").fetchone()[0] == 4 + 1 + 1 + 1
        with pytest.raises(sqlite3.IntegrityError):
            connection.execute("DELETE FROM release")
    connection.close()
