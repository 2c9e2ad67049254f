"""The tables of an SQLite file as they describe themselves, against those that the migrations make."""

from collections.abc import Iterator
from functools import cache

from sqlalchemy import Connection, create_engine

from data.store import tables
from data.store.migrate import build

Column = tuple[object, ...]
"""Name, type, whether it must be there, what it is else, place in the primary key, whether it is hidden."""


def strange(conn: Connection) -> Iterator[tuple[str, str, str]]:
    """Each table whose columns are others than they should be: its name, the columns expected and found.

    Nothing that such a table says can be relied on.
    """
    for name, expected in _made().items():
        found = _columns(conn, name)
        if found != expected:
            yield name, _told(expected, found), _told(found, expected)


def _told(one: tuple[Column, ...], other: tuple[Column, ...]) -> str:
    """The columns of one that the other lacks."""
    return " ".join(" ".join(map(str, column)) for column in one if column not in other)


@cache
def _made() -> dict[str, tuple[Column, ...]]:
    engine = create_engine("sqlite://")
    with engine.connect() as conn:
        build(conn)
        made = {name: _columns(conn, name) for name in tables.METADATA.tables}
    engine.dispose()
    return made


def _columns(conn: Connection, name: str) -> tuple[Column, ...]:
    return tuple(tuple(row)[1:] for row in conn.exec_driver_sql(f'PRAGMA table_xinfo("{name}")'))
