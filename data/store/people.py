"""Users and their roles. A name is what the identity provider or the terminal calls a person."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Row, select, update

from data.store import audit, moment, tables
from data.store.engine import reading, writing
from data.store.errors import Unknown
from data.store.opened import here

ROLES = ("viewer", "analyst", "approver", "admin")


@dataclass(frozen=True)
class User:
    """A person with a role."""

    name: str
    role: str
    active: bool
    since: str
    revoked_at: datetime | None
    """Sessions that began before this moment are over."""


def users() -> tuple[User, ...]:
    """All users, by name."""
    with reading(here()) as conn:
        return tuple(sorted((_user(row) for row in conn.execute(select(tables.user))), key=lambda user: user.name))


def user(name: str) -> User:
    """A user by name; Unknown where there is none."""
    with reading(here()) as conn:
        row = conn.execute(select(tables.user).where(tables.user.c.name == name)).first()
    if row is None:
        raise Unknown("user", name)
    return _user(row)


def set_user(name: str, role: str, by: str = "", active: bool = True) -> User:
    """Adds a user or changes role and activity; a person whose rights change has to sign in again."""
    if role not in ROLES or not name.strip():
        raise ValueError(f"role {role!r} of {name!r}, expected a name and one of {ROLES}")
    table = tables.user
    with writing(here()) as conn:
        now = moment.written(moment.of(conn))
        change = {"role": role, "active": int(active), "revoked_at": now}
        if not conn.execute(update(table).where(table.c.name == name).values(change)).rowcount:
            conn.execute(table.insert(), {"name": name, "since": now} | change | {"revoked_at": ""})
        audit.record(conn, by, "set_user", table, name, role=role, active=active)
    return user(name)


def revoke(name: str, by: str = "") -> User:
    """Ends all sessions of a user that began before now."""
    table = tables.user
    with writing(here()) as conn:
        change = {"revoked_at": moment.written(moment.of(conn))}
        if not conn.execute(update(table).where(table.c.name == name).values(change)).rowcount:
            raise Unknown("user", name)
        audit.record(conn, by, "revoked", table, name)
    return user(name)


def _user(row: Row) -> User:
    ended = moment.read(row.revoked_at) if row.revoked_at else None
    return User(row.name, row.role, bool(row.active), row.since, ended)
