"""What a person works on before it is submitted: drafts of uploads, and decks of slides. Seen by their owner only."""

from collections.abc import Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any

from sqlalchemy import Column, ColumnElement, Table, delete, select, update

from data.store import audit, moment, tables
from data.store.engine import reading, writing
from data.store.errors import Unknown
from data.store.opened import here


@dataclass(frozen=True)
class Draft:
    """An upload not yet submitted: the file as it came, and what was answered about it (JSON of the caller)."""

    id: str
    owner: str
    name: str
    content: bytes
    answers: str
    updated_at: str


@dataclass(frozen=True)
class DraftName:
    """A draft without its file, for a list."""

    id: str
    name: str
    answers: str
    updated_at: str


@dataclass(frozen=True)
class Deck:
    """A set of slides; `content` is JSON of the caller."""

    id: str
    owner: str
    title: str
    content: str
    updated_at: str


def save_draft(owner: str, name: str, content: bytes, answers: str = "", id: str | None = None) -> str:
    """Keeps a draft, a new one when `id` is None, else the one of that id and owner; gives its id."""
    return _save(tables.draft, owner, id, {"name": name, "content": content, "answers": answers})


def drafts(owner: str) -> tuple[Draft, ...]:
    """The drafts of a person, the latest first."""
    return tuple(Draft(**row) for row in _of(tables.draft, owner))


def draft_names(owner: str) -> tuple[DraftName, ...]:
    """The drafts of a person without their files, the latest first."""
    table = tables.draft
    return tuple(DraftName(**row) for row in _of(table, owner, *(table.c[name] for name in DraftName.__annotations__)))


def draft(owner: str, id: str) -> Draft:
    """A draft by its id; Unknown where this person has none of that id."""
    found = _of(tables.draft, owner, where=(tables.draft.c.id == id,))
    if not found:
        raise Unknown("draft", id)
    return Draft(**found[0])


def drop_draft(owner: str, id: str) -> None:
    """Removes a draft; no matter whether it is there."""
    _drop(tables.draft, owner, id)


def save_deck(owner: str, title: str, content: str, id: str | None = None) -> str:
    """Keeps a deck, a new one when `id` is None, else the one of that id and owner; gives its id."""
    return _save(tables.deck, owner, id, {"title": title, "content": content})


def decks(owner: str) -> tuple[Deck, ...]:
    """The decks of a person, the latest first."""
    return tuple(Deck(**row) for row in _of(tables.deck, owner))


def drop_deck(owner: str, id: str) -> None:
    """Removes a deck; no matter whether it is there."""
    _drop(tables.deck, owner, id)


def _save(table: Table, owner: str, id: str | None, content: dict[str, Any]) -> str:
    with writing(here()) as conn:
        row = {"id": id or token_hex(16), "owner": owner} | content
        row["updated_at"] = moment.written(moment.of(conn))
        row["digest"] = audit.digest(row)
        mine = (table.c.id == id, table.c.owner == owner)
        if id is None:
            conn.execute(table.insert(), row)
        elif not conn.execute(update(table).where(*mine).values(row)).rowcount:
            raise Unknown(table.name, id)
    return str(row["id"])


def _of(
    table: Table, owner: str, *columns: Column[Any], where: Sequence[ColumnElement[bool]] = ()
) -> list[dict[str, Any]]:
    """The rows of a person, the latest first; all columns but the digest where none is named."""
    wanted = columns or tuple(column for column in table.c if column.name != "digest")
    query = select(*wanted).where(table.c.owner == owner, *where).order_by(table.c.updated_at.desc(), table.c.id)
    with reading(here()) as conn:
        return [dict(row) for row in conn.execute(query).mappings()]


def _drop(table: Table, owner: str, id: str) -> None:
    with writing(here()) as conn:
        conn.execute(delete(table).where(table.c.id == id, table.c.owner == owner))
