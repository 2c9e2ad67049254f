"""Publishing: one transaction, all or nothing, that wins only against the edition it was compared with."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, func, select

from data.edition import stack
from data.store import files, moment, tables
from data.store.engine import reading, writing
from data.store.enter import enter, recall, record_due
from data.store.errors import Changed, PastMoment, StoreDamaged, WrongState
from data.store.known import forget, read_known
from data.store.opened import here
from data.store.rows import origin_text, raw_file, table_of
from data.store.steps import rows_back
from data.store.submissions import Submission, read, step


@dataclass(frozen=True)
class Published:
    """What became of a submission: its release, when that takes effect, and the edition, None where that lies ahead."""

    release: str
    effective_at: datetime
    edition: int | None


def publish(
    id: int, by: str, effective_at: datetime | None = None, mode: str = "office", correction: str = ""
) -> Published:
    """Publishes an approved submission, now or at a later moment (with a time zone).

    `correction` says to everybody what was wrong; the release is then one of kind correction (a rollback stays one).
    Changed where the edition that it was approved against is no longer the newest; PastMoment; Collides; WrongState.
    """
    where = here()
    if effective_at is not None:
        moment.written(effective_at)  # a moment without a time zone is refused
    with writing(where) as conn:
        now = moment.of(conn)
        newest = record_due(conn, now).newest
        found = read(conn, id)
        if found.state != "approved":
            raise WrongState(id, found.state, ("approved",))
        if found.base != newest:
            raise Changed(found.base, newest)
        if effective_at is not None and effective_at <= now:
            raise PastMoment(effective_at, now)
        made = _enter(conn, by, found, effective_at, now, mode, correction)
        due = record_due(conn, now)
    forget(where)
    if due.standing is not None:
        files.save(where.editions, due.file_hash, due.standing)
    return made if due.newest == newest else Published(made.release, made.effective_at, due.newest)


def send_back(id: int, by: str, reason: str) -> Submission:
    """Takes an approval back, also of what is scheduled and has not taken effect."""
    where = here()
    with writing(where) as conn:
        now = moment.of(conn)
        record_due(conn, now)
        found = read(conn, id)
        if found.state == "scheduled":
            recall(conn, _release_of(conn, id) or 0, by, now, reason)
        elif found.state == "approved":
            step(conn, by, "returned", id, {"state": "returned", "note": reason})
        else:
            raise WrongState(id, found.state, ("approved", "scheduled"))
        made = read(conn, id)
    forget(where)
    return made


def release_of(id: int) -> str | None:
    """The id of the newest release of a submission, None where it has none."""
    with reading(here()) as conn:
        number = _release_of(conn, id)
        query = select(tables.release.c.id).where(tables.release.c.number == number)
        return conn.execute(query).scalar_one_or_none()


def _release_of(conn: Connection, id: int) -> int | None:
    query = select(func.max(tables.release.c.number)).where(tables.release.c.submission == id)
    number: int | None = conn.execute(query).scalar_one()
    return number


def _enter(
    conn: Connection,
    by: str,
    found: Submission,
    effective_at: datetime | None,
    now: datetime,
    mode: str,
    correction: str,
) -> Published:
    state = read_known(conn)
    last = state.releases[found.base - 1].effective_at
    when = max(now, last) if effective_at is None else effective_at
    if found.kind == "rollback":
        rows = rows_back(conn, state, found.base, found.restores or 0)
    else:
        rows = stack(table_of(raw_file(conn, found.content_hash)), "")
    orders = {release.id: release.order for release in state.releases}
    earlier = conn.execute(
        select(func.count()).select_from(tables.release).where(tables.release.c.submission == found.id)
    ).scalar_one()
    name = f"submission-{found.id}" + (f".{earlier + 1}" if earlier else "")
    kind = "correction" if correction and found.kind == "table" else found.kind
    columns: dict[str, Any] = {"id": name, "kind": kind, "restores": found.restores, "submission": found.id}
    columns |= {"mode": "local" if "local" in (mode, found.mode) else "office", "origin": origin_text(found.origin)}
    columns |= {"sha256": found.sha256 or None, "base": found.base, "published_by": by}
    columns["reason"] = correction or found.reason
    columns |= {"created_by": found.created_by, "approved_by": found.approved_by}
    number = enter(conn, by, columns, rows, when, now, [orders.get(release) for release in rows["release"]])
    stated = conn.execute(select(tables.release.c.content_hash).where(tables.release.c.number == number)).scalar_one()
    if stated != found.content_hash:
        raise StoreDamaged(f"submission {found.id}: its rows have {stated}, expected {found.content_hash}")
    became = "published" if when <= now else "scheduled"
    step(conn, by, became, found.id, {"state": became})
    return Published(name, when, None)
