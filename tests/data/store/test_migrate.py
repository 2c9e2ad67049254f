"""Stores of earlier versions are brought up to date, and nothing is lost; under both engines."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Connection, insert, inspect, select
from sqlalchemy.exc import ProgrammingError

from data import store
from data.store import errors, migrate, opened, tables
from data.store.engine import reading, writing
from data.store.place import Place
from tests.data.store import made
from tests.data.store.conftest import Clock
from tests.data.store.made import published, said, table

VERSIONS = sorted(Path(__file__).with_name("versions").glob("*.sql"))
NEWEST = migrate.STEPS[-1].NUMBER


@pytest.fixture(params=VERSIONS, ids=lambda path: path.stem)
def old(empty: Place, clock: Clock, request: pytest.FixtureRequest, tmp_path: Path) -> int:
    """A stored database of an earlier version, under either engine; gives its version."""
    number = int(request.param.stem)
    stored = Place(tmp_path) if empty.url else empty
    stored.home.mkdir(exist_ok=True)
    with sqlite3.connect(stored.file) as connection:
        connection.executescript(request.param.read_text(encoding="utf-8"))
    connection.close()
    if empty.url:
        with reading(stored) as source, writing(empty) as conn:
            migrate.build(conn, number)
            for name in ("raw_file", "submission", "release", *tables.METADATA.tables):
                _copy(source, conn, name)
    return number


def _copy(source: Connection, conn: Connection, name: str) -> None:
    """The rows of a table, with the columns that it had in that version; once, and none where it had no such table."""
    table = tables.METADATA.tables[name]
    there = {column[1] for column in source.exec_driver_sql(f'PRAGMA table_info("{name}")')}
    columns = [column for column in table.c if column.name in there]
    if not columns:
        return
    rows = [dict(row) for row in source.execute(select(*columns)).mappings()]
    if rows and conn.execute(select(columns[0])).first() is None:
        conn.execute(insert(table), rows)


def test_there_is_a_stored_database_of_every_earlier_version() -> None:
    assert [int(path.stem) for path in VERSIONS] == [step.NUMBER for step in migrate.STEPS[:-1]]


def test_an_old_store_is_brought_up_to_date_and_nothing_is_lost(old: int, empty: Place) -> None:
    assert [store.edition(number).content_hash[:8] for number in range(1, 5)] == [
        "fbae5d10", "21184270", "72bc4732", "21184270",
    ]  # fmt: skip
    assert [one.state for one in store.submissions()] == ["published", "published", "scheduled", "waiting"]
    assert store.file_of(4) == b"\x00\xffraw" and [user.name for user in store.users()] == ["ani"]
    assert [draft.content for draft in store.drafts("ani")] == [b"\x00"] and len(store.decks("ani")) == 1
    with reading(empty) as conn:
        assert migrate.version(conn) == NEWEST
    migrated = [act.subject for act in store.acts() if act.action == "migrated"]
    assert migrated == [f"schema_version {number}" for number in range(1, NEWEST + 1)]
    assert store.verify() == ()


def test_an_old_store_goes_on(old: int, clock: Clock) -> None:
    assert published(table(("A", "2023", 50.0, "final"))).edition == 5
    clock.pass_by(days=1)
    assert store.edition().number == 6 and said()[("C", "2025")] == (5.0, "final")
    assert store.verify() == ()


def test_a_store_of_a_newer_program_is_refused(empty: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    empty.home.mkdir(exist_ok=True)
    with writing(empty) as conn:
        migrate.migrate(conn)
        conn.execute(insert(tables.schema_version), {"version": NEWEST + 1, "applied_at": ""})
    with pytest.raises(errors.StoreNewer):
        store.releases()


def test_a_step_that_fails_leaves_the_old_version(old: int, empty: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        NUMBER = NEWEST + 1

        @staticmethod
        def statements(dialect: str) -> list[str]:
            return ["CREATE TABLE half (id INTEGER)", "INSERT INTO nowhere VALUES (1)"]

    monkeypatch.setattr(migrate, "STEPS", (*migrate.STEPS, Broken))
    with pytest.raises((errors.StoreDamaged, ProgrammingError)):
        store.releases()
    monkeypatch.undo()
    with reading(empty) as conn:
        assert migrate.version(conn) == old
        assert not inspect(conn).has_table("half")


def test_what_a_later_version_ships_takes_effect_at_that_moment(
    where: Place, clock: Clock, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(table(("A", "2023", 50.0, "final")))
    clock.pass_by(days=1)
    made.ship(tables, (*made.SHIPPED, ("03-made", (("A", "2023", 51.0, "final"),))))
    monkeypatch.setattr(opened, "_ready", set())
    assert store.releases()[-1].effective_at == clock.now and store.releases()[-1].order == 4
    assert said()[("A", "2023")] == (51.0, "final") and said(3)[("A", "2023")] == (50.0, "final")
    assert store.verify() == ()
