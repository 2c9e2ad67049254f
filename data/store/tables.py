"""The tables as SQLAlchemy Core knows them; what the database enforces stands in `migrations/`.

A test holds both against each other.
"""

from typing import Any

from sqlalchemy import Column, Double, Integer, LargeBinary, MetaData, Table, Text

from model.observations import COLUMNS

METADATA = MetaData()


def _table(name: str, *text: str, **others: type[Any]) -> Table:
    """A table whose columns are text unless named otherwise; the database holds the constraints."""
    kinds: dict[str, type[Any]] = {column: Text for column in text} | others
    return Table(name, METADATA, *(Column(column, kind) for column, kind in kinds.items()))


schema_version = _table("schema_version", "applied_at", version=Integer)
raw_file = _table("raw_file", "sha256", content=LargeBinary)
submission = _table(
    "submission",
    *("kind", "state", "mode", "content_hash", "sha256", "file_name", "answers", "origin", "created_by", "created_at"),
    *("reason", "approved_by", "approved_at", "approved_hash", "note"),
    id=Integer,
    base=Integer,
    restores=Integer,
    rows=Integer,
)
release = _table(
    "release",
    *("id", "kind", "mode", "effective_at", "published_at", "sha256", "content_hash", "origin"),
    *("created_by", "approved_by", "published_by", "reason"),
    number=Integer,
    submission=Integer,
    base=Integer,
    restores=Integer,
    rows=Integer,
)
observation = _table("observation", *COLUMNS, rowid=Integer, release=Integer, value=Double, source=Integer)
edition = _table("edition", "content_hash", "file_hash", "recorded_at", number=Integer, release=Integer)
recall = _table("recall", "at", "actor", "reason", release=Integer)
fenomena = _table("fenomena", "code", "subject", "text", id=Integer, submission=Integer)
audit = _table("audit", "at", "actor", "action", "subject", "digest", "details", "previous", "hash", number=Integer)
user = _table("user", "name", "role", "since", "revoked_at", active=Integer)
error_report = _table(
    "error_report", "at", "text", "contact", "about", "state", "answered_by", "answered_at", "answer", id=Integer
)
announcement = _table(
    "announcement",
    *("at", "region", "approach", "period", "state", "announced_by", "announced_at", "withdrawn_by"),
    id=Integer,
)
draft = _table("draft", "id", "owner", "name", "answers", "updated_at", "digest", content=LargeBinary)
deck = _table("deck", "id", "owner", "title", "content", "updated_at", "digest")
login = _table("login", "id", "at", ended=Integer)
