"""Dates of releases to come, as they were announced to everybody: a moment and codes, never a figure or a title.

What is announced is bound to no submission: a scheduled release says nothing of itself before its moment.
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update

from data.kept import kept
from data.store import audit, moment, tables
from data.store.engine import reading, writing
from data.store.errors import PastMoment, Unknown
from data.store.known import forget, known
from data.store.opened import here
from data.store.place import Place
from data.store.rows import next_number

KEPT = 4


@dataclass(frozen=True)
class Announcement:
    """What is to come: the figures of a region, by a side of the accounts, up to a period, at a moment."""

    id: int
    at: datetime
    region: str
    approach: str
    period: str
    state: str
    announced_by: str


def announce(at: datetime, region: str, approach: str, period: str, by: str) -> Announcement:
    """Announces a date (with a time zone) to everybody; gives the earlier one where the same was announced and stands.

    PastMoment where it does not lie ahead.
    """
    where, table = here(), tables.announcement
    row = {"at": moment.written(at), "region": region, "approach": approach, "period": period, "state": "announced"}
    with writing(where) as conn:
        now = moment.of(conn)
        if at <= now:
            raise PastMoment(at, now)
        twin = select(table.c.id).where(*(table.c[name] == value for name, value in row.items()))
        number = conn.execute(twin).scalar()
        if number is None:
            number = next_number(conn, table, "id")
            row |= {"announced_by": by, "announced_at": moment.written(now)}
            conn.execute(table.insert(), row | {"id": number, "withdrawn_by": None})
            audit.record(conn, by, "announced", table, number)
    forget(where)
    return _one(number)


def announcements() -> tuple[Announcement, ...]:
    """What was announced and stands and lies ahead, the next first."""
    where = here()
    found = known(where)
    now = found.now()
    return tuple(one for one in _standing(where, found.mark) if one.at > now)


def withdraw_announcement(id: int, by: str) -> Announcement:
    """Takes an announcement back; Unknown where none of that id stands."""
    where, table = here(), tables.announcement
    with writing(where) as conn:
        change = {"state": "withdrawn", "withdrawn_by": by}
        standing = update(table).where(table.c.id == id, table.c.state == "announced").values(change)
        if not conn.execute(standing).rowcount:
            raise Unknown("announcement", id)
        audit.record(conn, by, "withdrew", table, id)
    forget(where)
    return _one(id)


def _one(id: int) -> Announcement:
    table = tables.announcement
    with reading(here()) as conn:
        return _read(dict(conn.execute(select(table).where(table.c.id == id)).mappings().one()))


@kept(KEPT)
def _standing(where: Place, mark: int) -> tuple[Announcement, ...]:
    """What was announced and not withdrawn, by moment; asked once between two acts (`mark` counts them)."""
    table = tables.announcement
    query = select(table).where(table.c.state == "announced").order_by(table.c.at, table.c.id)
    with reading(where) as conn:
        return tuple(_read(dict(row)) for row in conn.execute(query).mappings())


def _read(row: dict) -> Announcement:
    columns = {name: row[name] for name in Announcement.__dataclass_fields__}
    return Announcement(**columns | {"at": moment.read(row["at"])})
