"""One byte changed inside what the store holds, whatever the database says to it."""

import random
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from data.store import audit, tables
from data.store.engine import engine
from data.store.place import Place

PLACES: dict[str, tuple[str, ...]] = {
    "observation": ("value", "status", "unit", "item", "region", "period"),
    "release": ("origin", "sha256", "content_hash", "effective_at", "reason", "id"),
    "edition": ("content_hash", "file_hash", "recorded_at"),
    "audit": ("at", "actor", "action", "subject", "digest", "details", "previous", "hash"),
    "raw_file": ("content",),
    "submission": ("origin", "file_name", "note", "created_by", "state"),
    "user": ("role",),
}
"""What is changed, by table."""

KEYS = audit.KEYS | {"observation": "rowid", "audit": "number"}


@dataclass(frozen=True)
class Change:
    """One byte of one value."""

    table: str
    key: Any
    column: str
    old: Any
    new: Any

    def write(self, conn: Connection, value: Any) -> None:
        table = tables.METADATA.tables[self.table]
        conn.execute(update(table).where(table.c[KEYS[self.table]] == self.key).values({self.column: value}))

    def named(self, where: str) -> bool:
        """Whether `where` names the row."""
        return f"{where} ".startswith(f"{self.table} {self.key} ")


@contextmanager
def unguarded(where: Place) -> Iterator[Connection]:
    """A connection for which no trigger, key or check stands in the way."""
    with engine(where).connect() as conn:
        if not where.url:
            conn.connection.dbapi_connection.execute("PRAGMA foreign_keys = OFF")
            conn.connection.dbapi_connection.execute("PRAGMA ignore_check_constraints = ON")
        with conn.begin():
            if where.url:
                conn.exec_driver_sql("SET LOCAL session_replication_role = replica")
                checks = "SELECT conrelid::regclass::text, conname FROM pg_constraint WHERE contype = 'c'"
                for table, name in conn.exec_driver_sql(f"{checks} AND connamespace = 'public'::regnamespace").all():
                    conn.exec_driver_sql(f'ALTER TABLE {table} DROP CONSTRAINT "{name}"')
            else:
                triggers = conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'trigger'")
                for name in triggers.scalars().all():
                    conn.exec_driver_sql(f'DROP TRIGGER "{name}"')
            yield conn


def by_chance(conn: Connection, chance: random.Random) -> Change:
    """A change of one byte in a value chosen by chance."""
    name = chance.choice(list(PLACES))
    column = chance.choice(PLACES[name])
    table = tables.METADATA.tables[name]
    key = table.c[KEYS[name]]
    rows = conn.execute(select(key, table.c[column]).order_by(key)).all()
    chosen, old = chance.choice([(found, value) for found, value in rows if value not in (None, "", b"")] or [(0, "")])
    return Change(name, chosen, column, old, other(old, chance)) if old else by_chance(conn, chance)


def other(old: Any, chance: random.Random) -> Any:
    """The same with one byte changed."""
    if isinstance(old, float):
        packed = bytearray(struct.pack("<d", old))
        packed[chance.randrange(8)] ^= 1 << chance.randrange(8)
        (new,) = struct.unpack("<d", packed)
        return new if new == new else None
    if isinstance(old, bytes):
        changed = bytearray(old)
        changed[chance.randrange(len(old))] ^= 1 << chance.randrange(8)
        return bytes(changed)
    place = chance.randrange(len(old))
    letter = chance.choice([char for char in "0123456789abcdefxyz" if char != old[place]])
    return f"{old[:place]}{letter}{old[place + 1 :]}"
