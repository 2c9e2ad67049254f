"""Brings a database to the newest version, step by step, within the transaction of the caller."""

from sqlalchemy import Connection, func, inspect, select

from data.store import moment
from data.store.errors import StoreNewer
from data.store.migrations import first
from data.store.tables import schema_version

STEPS = (first,)


def version(conn: Connection) -> int:
    """The version of the database, 0 where it holds nothing; StoreNewer where this program does not know it."""
    if not inspect(conn).has_table(schema_version.name):
        return 0
    found: int = conn.execute(select(func.coalesce(func.max(schema_version.c.version), 0))).scalar_one()
    if found > STEPS[-1].NUMBER:
        raise StoreNewer(f"version {found}, this program knows up to {STEPS[-1].NUMBER}")
    return found


def migrate(conn: Connection, last: int | None = None) -> None:
    """Takes every step after the version of the database, up to `last` (the newest when None)."""
    found = version(conn)
    for step in STEPS:
        if found < step.NUMBER <= (last or STEPS[-1].NUMBER):
            for statement in step.statements(conn.dialect.name):
                conn.exec_driver_sql(statement)
            conn.execute(
                schema_version.insert(), {"version": step.NUMBER, "applied_at": moment.written(moment.of(conn))}
            )
