"""Brings a database to the newest version, step by step, within the transaction of the caller."""

from typing import Protocol

from sqlalchemy import Connection, func, inspect, select

from data.store import audit, moment
from data.store.errors import StoreNewer
from data.store.migrations import first, fourth, second, third
from data.store.tables import schema_version


class Step(Protocol):
    """A module of `migrations/`."""

    NUMBER: int

    def statements(self, dialect: str) -> list[str]:
        """The SQL of the step, for `sqlite` or `postgresql`."""


STEPS: tuple[Step, ...] = (first, second, third, fourth)


def version(conn: Connection) -> int:
    """The version of the database, 0 where it holds nothing; StoreNewer where this program does not know it."""
    if not inspect(conn).has_table(schema_version.name):
        return 0
    found: int = conn.execute(select(func.coalesce(func.max(schema_version.c.version), 0))).scalar_one()
    if found > STEPS[-1].NUMBER:
        raise StoreNewer(f"version {found}, this program knows up to {STEPS[-1].NUMBER}")
    return found


def migrate(conn: Connection) -> None:
    """Takes every step after the version of the database, and says so in the audit chain."""
    for number in build(conn):
        conn.execute(schema_version.insert(), {"version": number, "applied_at": moment.written(moment.of(conn))})
        audit.record(conn, "", "migrated", schema_version, number)


def build(conn: Connection, last: int | None = None) -> list[int]:
    """Makes the tables of every step after the database's version, up to `last`, without a row; gives the steps."""
    found = version(conn)
    taken = [step for step in STEPS if found < step.NUMBER <= (last or STEPS[-1].NUMBER)]
    for step in taken:
        for statement in step.statements(conn.dialect.name):
            conn.exec_driver_sql(statement)
    return [step.NUMBER for step in taken]
