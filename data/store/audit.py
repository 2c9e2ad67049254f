"""The audit chain: what was done, by whom, when; each row bound to the one before it by SHA-256.

`digest` is the SHA-256 of the row that `subject` names (a table and its key) as it stood after the act. So the chain
also vouches for rows that lie outside it.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, Table, select

from data.store import moment, tables

START = "0" * 64
"""What the first row follows."""

KEYS: dict[str, str] = {
    "schema_version": "version",
    "raw_file": "sha256",
    "submission": "id",
    "release": "number",
    "edition": "number",
    "recall": "release",
    "fenomena": "id",
    "user": "name",
    "error_report": "id",
    "announcement": "id",
}
"""The audited tables and the column that names a row."""


@dataclass(frozen=True)
class Act:
    """A row of the chain."""

    number: int
    at: str
    actor: str
    action: str
    subject: str
    digest: str
    details: str
    previous: str
    hash: str

    def recomputed(self) -> str:
        """What `hash` has to be."""
        stated = (self.number, self.at, self.actor, self.action, self.subject, self.digest, self.details, self.previous)
        return sha256(plain(stated).encode(errors="surrogateescape")).hexdigest()


def plain(value: object) -> str:
    """A value as the one JSON text that is hashed: keys in order, no spaces, no escapes."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, default=repr)


def digest(row: Mapping[str, Any]) -> str:
    """SHA-256 of a row; bytes count by their own hash."""
    hashed = {name: sha256(value).hexdigest() if isinstance(value, bytes) else value for name, value in row.items()}
    return sha256(plain(hashed).encode(errors="surrogateescape")).hexdigest()


def record(conn: Connection, actor: str, action: str, table: Table, key: object, **details: object) -> None:
    """Adds an act on the row `key` of an audited table, after it was written, within a writing transaction."""
    column = table.c[KEYS[table.name]]
    row = conn.execute(select(table).where(column == key)).mappings().one()
    last = next(iter(chain(conn, last=1)), None)
    act = Act(
        number=last.number + 1 if last else 1,
        at=moment.written(moment.of(conn)),
        actor=actor,
        action=action,
        subject=f"{table.name} {key}",
        digest=digest(dict(row)),
        details=plain(details),
        previous=last.hash if last else START,
        hash="",
    )
    conn.execute(tables.audit.insert(), vars(act) | {"hash": act.recomputed()})


def chain(conn: Connection, last: int | None = None) -> tuple[Act, ...]:
    """The acts, oldest first; only the last so many where asked."""
    newest = select(tables.audit).order_by(tables.audit.c.number.desc()).limit(last)
    return tuple(Act(**row) for row in reversed(conn.execute(newest).mappings().all()))
