"""How a release enters the store, takes effect, or is called back before its moment, within a writing transaction."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

import pandas as pd
from sqlalchemy import Connection, select, update

from data.canonical import content_hash
from data.edition import stand
from data.store import audit, moment, tables
from data.store.errors import Collides, StoreDamaged
from data.store.known import Known, read_known
from data.store.rows import insert, keys_of, next_number, stack_of
from model.observations import KEY
from model.release import Release


@dataclass(frozen=True)
class Due:
    """What is in effect: the newest edition; its rows as a stack and its file's name where it was just recorded."""

    newest: int
    standing: pd.DataFrame | None = None
    file_hash: str = ""


def file_hash(content: str, standing: pd.DataFrame) -> str:
    """The name of an edition's file: what it says and the release of each row."""
    return sha256("\n".join((content, *standing["release"].tolist())).encode(errors="surrogateescape")).hexdigest()


def record_due(conn: Connection, now: datetime) -> Due:
    """Records every edition that has taken effect by `now` and is not recorded, in order."""
    known = read_known(conn)
    due, done = _in_effect(known, now), len(known.recorded)
    if len(due) == done:
        return Due(done)
    standing = stand([stack_of(conn, due[:done])]) if done else None
    named = ""
    for number, release in enumerate(due[done:], start=done + 1):
        new = stack_of(conn, [release])
        standing = stand([new] if standing is None else [standing, new])
        says = content_hash(standing)
        row = {"number": number, "release": release.order, "content_hash": says}
        named = file_hash(says, standing)
        row |= {"file_hash": named, "recorded_at": moment.written(now)}
        conn.execute(tables.edition.insert(), row)
        audit.record(conn, "", "took_effect", tables.edition, number, release=release.id, content_hash=says)
        _published(conn, release)
    return Due(len(due), standing, named)


def _in_effect(known: Known, now: datetime) -> list[Release]:
    """The releases of the recorded editions, whatever the clock says now, then those whose moment has come."""
    done = [recorded.release for recorded in known.recorded]
    if [release.order for release in known.releases[: len(done)]] != done:
        raise StoreDamaged(f"the recorded editions are {done}, not in the order of their releases")
    return [release for place, release in enumerate(known.releases) if place < len(done) or release.effective_at <= now]


def _published(conn: Connection, release: Release) -> None:
    """A submission whose release was scheduled is published from now on."""
    table, number = tables.submission, _submission_of(conn, release.order)
    scheduled = update(table).where(table.c.id == number, table.c.state == "scheduled").values(state="published")
    if number is not None and conn.execute(scheduled).rowcount:
        audit.record(conn, "", "took_effect", table, number)


def _submission_of(conn: Connection, number: int) -> int | None:
    """The submission of release `number`; None where it shipped."""
    query = select(tables.release.c.submission).where(tables.release.c.number == number)
    submission: int | None = conn.execute(query).scalar_one()
    return submission


def enter(
    conn: Connection,
    actor: str,
    columns: Mapping[str, Any],
    obs: pd.DataFrame,
    effective_at: datetime,
    now: datetime,
    source: Iterable[int | None] | None = None,
) -> int:
    """Writes a release with its observations, after what is due was recorded; gives its number.

    A release scheduled later with some of its keys goes back; Collides where one takes effect before it does.
    """
    _clear_the_way(conn, actor, columns, obs, effective_at, now)
    number = next_number(conn, tables.release, "number")
    row = {"number": number, "rows": len(obs), "content_hash": content_hash(obs), "submission": None, "base": None}
    row |= {"restores": None, "created_by": None, "approved_by": None, "published_by": None}
    row |= {"effective_at": moment.written(effective_at), "published_at": moment.written(now)} | dict(columns)
    conn.execute(tables.release.insert(), row)
    insert(conn, number, obs, source)
    audit.record(conn, actor, "published", tables.release, number, content_hash=row["content_hash"])
    return number


def _clear_the_way(
    conn: Connection, actor: str, columns: Mapping[str, Any], obs: pd.DataFrame, effective_at: datetime, now: datetime
) -> None:
    """Calls back what was approved in the belief that these keys stay as they are."""
    keys = set(obs[list(KEY)].itertuples(index=False, name=None))
    for waiting in read_known(conn).releases:
        if waiting.effective_at <= now or waiting.kind == "shipped":
            continue
        whole = "rollback" in (waiting.kind, columns["kind"])  # gives back all, so nothing may come between
        if not whole and keys.isdisjoint(keys_of(conn, waiting.order)):
            continue
        if waiting.effective_at <= effective_at:
            raise Collides(waiting.id, waiting.effective_at)
        recall(conn, waiting.order, actor, now, f"collides: {columns['id']}")


def recall(conn: Connection, number: int, actor: str, now: datetime, reason: str) -> None:
    """Takes a release that has not taken effect out of all editions to come; its submission goes back."""
    row = {"release": number, "at": moment.written(now), "actor": actor, "reason": reason}
    conn.execute(tables.recall.insert(), row)
    audit.record(conn, actor, "recalled", tables.recall, number, reason=reason)
    submission = _submission_of(conn, number)
    back = update(tables.submission).where(tables.submission.c.id == submission).values(state="returned", note=reason)
    conn.execute(back)
    audit.record(conn, actor, "returned", tables.submission, submission, reason=reason)
