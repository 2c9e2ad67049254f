"""The tables that ship become releases: at their stated moments in an empty store, from now on in any other."""

from sqlalchemy import Connection, select

from data import shipped
from data.store import moment, tables
from data.store.enter import enter, record_due
from data.store.rows import origin_text


def missing(conn: Connection) -> list[str]:
    """The ids of shipped tables that are not in the store, without opening one."""
    there = set(conn.execute(select(tables.release.c.id).where(tables.release.c.kind == "shipped")).scalars())
    return [name for name in shipped.names() if name not in there]


def seed(conn: Connection) -> None:
    """Enters the shipped tables that are not in the store, in their order."""
    absent = missing(conn)
    if not absent:
        return
    now = moment.of(conn)
    empty = not record_due(conn, now).newest and not conn.execute(select(tables.release.c.number).limit(1)).first()
    for table in shipped.read_all():
        if table.id in absent:
            columns = {"id": table.id, "kind": "shipped", "mode": "office", "sha256": table.sha256, "reason": ""}
            columns["origin"] = origin_text(table.origin)
            effective_at = table.effective_at if empty else max(now, table.effective_at)
            enter(conn, "", columns, table.observations, effective_at, now)
    record_due(conn, now)
