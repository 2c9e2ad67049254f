"""What waits for approval, read."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

import pandas as pd
from sqlalchemy import Connection, select, update

from data.store import audit, tables
from data.store.editions import effective
from data.store.engine import reading
from data.store.errors import Unknown
from data.store.opened import here
from data.store.place import Place
from data.store.rows import origin_of, raw_file, table_of
from model.release import Origin

OPEN = ("waiting", "returned", "approved", "scheduled")
"""The states of a submission that may still be published."""


class Fenomena(NamedTuple):
    """A reason that a rule asked for: the problem's code, what it is about (`views.fenomena`), and their words."""

    code: str
    subject: str
    text: str


@dataclass(frozen=True)
class Submission:
    """A table that waits, and how far it has come."""

    id: int
    kind: str
    state: str
    mode: str
    base: int
    """The edition that it was last compared with."""
    restores: int | None
    """The edition that a rollback gives back."""
    content_hash: str
    """Of its rows (`data.canonical`); an approval is bound to it."""
    sha256: str
    """Of the file; empty for a rollback."""
    file_name: str
    answers: Mapping[str, Any]
    origin: Origin
    rows: int
    created_by: str
    created_at: str
    reason: str
    approved_by: str
    approved_at: str
    note: str
    """Why it was rejected or went back."""


def submission(id: int) -> Submission:
    """A submission by its id; Unknown where there is none."""
    with reading(_settled()) as conn:
        return read(conn, id)


def submissions(*states: str) -> tuple[Submission, ...]:
    """The submissions in these states (in any when none is named), oldest first."""
    table = tables.submission
    query = select(table).order_by(table.c.id)
    with reading(_settled()) as conn:
        found = conn.execute(query.where(table.c.state.in_(states)) if states else query).mappings().all()
    return tuple(_submission(dict(row)) for row in found)


def observations_of(id: int) -> pd.DataFrame:
    """The one table of a submission; a row that takes its key out has status `withdrawn` and no value."""
    with reading(here()) as conn:
        return table_of(raw_file(conn, read(conn, id).content_hash))


def file_of(id: int) -> bytes:
    """The file of a submission as it was uploaded; empty for a rollback."""
    with reading(here()) as conn:
        found = read(conn, id)
        return raw_file(conn, found.sha256) if found.sha256 else b""


def fenomena_of(id: int) -> tuple[Fenomena, ...]:
    """The reasons given with a submission."""
    table = tables.fenomena
    query = select(table.c.code, table.c.subject, table.c.text).where(table.c.submission == id).order_by(table.c.id)
    with reading(here()) as conn:
        return tuple(Fenomena(*row) for row in conn.execute(query))


def read(conn: Connection, id: int) -> Submission:
    """A submission as it stands; Unknown where there is none."""
    row = conn.execute(select(tables.submission).where(tables.submission.c.id == id)).mappings().first()
    if row is None:
        raise Unknown("submission", id)
    return _submission(dict(row))


def step(conn: Connection, by: str, action: str, id: int, change: Mapping[str, Any]) -> Submission:
    """Takes a submission a step on."""
    conn.execute(update(tables.submission).where(tables.submission.c.id == id).values(change))
    audit.record(conn, by, action, tables.submission, id, **{k: v for k, v in change.items() if k in ("note", "base")})
    return read(conn, id)


def _submission(row: Mapping[str, Any]) -> Submission:
    columns = {name: row[name] for name in Submission.__dataclass_fields__}
    for name in ("sha256", "approved_by", "approved_at"):
        columns[name] = columns[name] or ""
    return Submission(**columns | {"answers": json.loads(row["answers"]), "origin": origin_of(row["origin"])})


def _settled() -> Place:
    """The place, after what has taken effect was recorded, so that its submission is seen as published."""
    where = here()
    effective(where)
    return where
