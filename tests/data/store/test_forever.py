"""What has been written stays: the database itself refuses to change, delete or replace it."""

import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from data import store
from data.store import tables
from data.store.engine import reading, writing
from data.store.opened import here
from data.store.place import Place
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, ORIGIN, published, table

KEPT = {
    "schema_version": "applied_at",
    "raw_file": "content",
    "release": "origin",
    "observation": "value",
    "edition": "content_hash",
    "recall": "reason",
    "fenomena": "text",
    "audit": "hash",
}
FIXED = {"submission": "origin", "error_report": "text", "user": "since", "announcement": "region"}


@pytest.fixture
def full(where: Place, clock: Clock) -> Place:
    """A store with a row in every table that is append-only or fixed."""
    obs = table(("A", "2023", 42.0, "final"))
    store.submit(obs, "ani", ORIGIN, b"a", "a.csv", fenomena=[store.Fenomena("large_revision", "A 2023", "panen raya")])
    store.approve(1, "budi", store.submission(1).content_hash, 2)
    store.publish(1, "budi", NOON.replace(hour=20))
    store.send_back(1, "budi", "salah")
    store.set_user("ani", "analyst")
    store.report_error("angka keliru")
    store.announce(NOON.replace(hour=20), "1275", "production", "2026-Q3", "budi")
    return where


def test_no_row_is_changed_or_deleted(full: Place) -> None:
    for name, column in (KEPT | FIXED).items():
        for statement in (f'UPDATE "{name}" SET {column} = {column}', f'DELETE FROM "{name}"'):
            with pytest.raises(DBAPIError, match=f"a row of {name} is never"), writing(here()) as conn:
                conn.execute(text(statement))
    assert store.verify() == ()


def test_no_row_is_replaced_on_any_connection(full: Place) -> None:
    for name in KEPT | FIXED:
        statement = f'INSERT {"" if full.url else "OR REPLACE "}INTO "{name}" SELECT * FROM "{name}"'
        with pytest.raises(DBAPIError, match="is never|duplicate key"), writing(here()) as conn:
            conn.execute(text(statement))
        if not full.url:
            refused = pytest.raises(sqlite3.IntegrityError, match=f"a row of {name} is never")
            with refused, closing(sqlite3.connect(full.file)) as foreign:  # recursive_triggers are off as SQLite comes
                foreign.execute(statement)
    assert store.verify() == ()


def test_no_table_is_emptied(full: Place) -> None:
    for name in KEPT:
        statement = f'TRUNCATE "{name}" CASCADE' if full.url else f'DELETE FROM "{name}"'
        with pytest.raises(DBAPIError, match="is never"), writing(here()) as conn:
            conn.execute(text(statement))


def test_the_tables_are_as_the_program_knows_them(empty: Place) -> None:
    store.releases()
    with reading(here()) as conn:
        found = inspect(conn)
        there = {name: {column["name"] for column in found.get_columns(name)} for name in found.get_table_names()}
    assert there == {name: set(known.columns.keys()) for name, known in tables.METADATA.tables.items()}


def test_sqlite_is_opened_as_it_should_be(where: Place, clock: Clock) -> None:
    published(table(("A", "2023", 42.0, "final")))
    if where.url:
        return
    names = ("journal_mode", "synchronous", "foreign_keys", "recursive_triggers", "busy_timeout", "trusted_schema")
    with reading(here()) as conn:
        found = [conn.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in names]
        kinds = conn.exec_driver_sql("SELECT DISTINCT typeof(value) FROM observation").scalars().all()
    assert found == ["delete", 3, 1, 1, 5000, 0]
    assert kinds == ["real"]
