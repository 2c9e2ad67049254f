"""What became of logins: when each was last active, and whether it has ended. For every replica, not for ever."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select, update

from data.store import moment, tables
from data.store.engine import reading, writing
from data.store.opened import here

BRIEFLY = 2.0
"""Seconds that noting a login waits for other writers."""


@dataclass(frozen=True)
class LoginState:
    """When a login was last active, or ended."""

    at: datetime
    ended: bool


def login(id: str) -> LoginState | None:
    """What is known of a login; None where nothing was noted, or it was long ago."""
    table = tables.login
    with reading(here()) as conn:
        row = conn.execute(select(table.c.at, table.c.ended).where(table.c.id == id)).first()
    return LoginState(moment.read(row.at), bool(row.ended)) if row else None


def note_login(id: str, at: datetime, ended: bool, forget: datetime) -> None:
    """Notes that a login was active at a moment, or ended then, for good; drops what was noted before `forget`."""
    table = tables.login
    with writing(here(), BRIEFLY) as conn:
        known = conn.execute(select(table.c.at, table.c.ended).where(table.c.id == id)).first()
        row = {"at": moment.written(at), "ended": int(ended)}
        if known is None:
            conn.execute(table.insert(), row | {"id": id})
        elif not known.ended:
            conn.execute(update(table).where(table.c.id == id).values(row | {"at": max(known.at, row["at"])}))
        conn.execute(delete(table).where(table.c.at < moment.written(forget)))
