"""The two engines behind one way of reading and one way of writing.

Every write takes the one lock of the store first (SQLite BEGIN IMMEDIATE, PostgreSQL an advisory lock), so what a
writer reads within its transaction is the newest, numbers have no gaps, and the audit chain has one end.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, event, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoneFree

from data.store import errors
from data.store.place import Place

PATIENCE = 20.0
"""Seconds that a writer waits for others: forty publishers at one moment on a busy machine need more than five."""

_LOCK = 1275_2010
_PRAGMAS = (
    "busy_timeout = 5000",
    "journal_mode = DELETE",
    "synchronous = EXTRA",
    "foreign_keys = ON",
    "recursive_triggers = ON",
    "trusted_schema = OFF",
)
_SQLITE: dict[int, type[errors.Unavailable]] = {
    1: errors.StoreDamaged,  # our statements are sound, so the tables are not
    5: errors.StoreBusy,
    6: errors.StoreBusy,
    8: errors.StoreUnreachable,
    10: errors.StoreFaulty,
    11: errors.StoreDamaged,
    13: errors.StoreFull,
    14: errors.StoreUnreachable,
    20: errors.StoreDamaged,
    23: errors.StoreUnreachable,
    26: errors.StoreDamaged,
}
_POSTGRESQL: dict[str, type[errors.Unavailable]] = {
    "53100": errors.StoreFull,
    "55P03": errors.StoreBusy,
    "40001": errors.StoreBusy,
    "40P01": errors.StoreBusy,
    "53": errors.StoreUnreachable,
    "08": errors.StoreUnreachable,
    "28": errors.StoreUnreachable,
    "3D": errors.StoreUnreachable,
    "57": errors.StoreUnreachable,
    "58": errors.StoreFaulty,
    "XX": errors.StoreDamaged,
}


@lru_cache(maxsize=16)
def engine(where: Place) -> Engine:
    """The engine of a place; SQLite opens a connection for each operation, PostgreSQL keeps a few."""
    if where.url:
        return create_engine(
            where.url, pool_size=4, max_overflow=16, pool_pre_ping=True, connect_args={"connect_timeout": 5}
        )
    made = create_engine(URL.create("sqlite", database=str(where.file)), poolclass=NullPool)

    @event.listens_for(made, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None  # the transaction begins where we say so
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(made, "begin")
    def _begin(conn: Connection) -> None:
        patience = conn.get_execution_options().get("patience")
        if patience is not None:
            conn.exec_driver_sql(f"PRAGMA busy_timeout = {patience * 1000:.0f}")
        conn.exec_driver_sql("BEGIN" if patience is None else "BEGIN IMMEDIATE")

    return made


@contextmanager
def reading(where: Place) -> Iterator[Connection]:
    """A transaction that reads one state of the store."""
    with _translated(), engine(where).connect() as conn:
        if where.url:
            conn.execution_options(isolation_level="REPEATABLE READ")
        with conn.begin():
            yield conn


@contextmanager
def writing(where: Place, patience: float | None = None) -> Iterator[Connection]:
    """The one transaction that writes, all or nothing; StoreBusy after `patience` seconds (PATIENCE when None)."""
    wait = PATIENCE if patience is None else patience
    with _translated(), engine(where).connect().execution_options(patience=wait) as conn, conn.begin():
        if where.url:
            conn.execute(text(f"SET LOCAL lock_timeout = {wait * 1000:.0f}"))
            conn.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
        yield conn


@contextmanager
def _translated() -> Iterator[None]:
    """What an engine says of itself, as one of our errors; a broken constraint stays what it is."""
    try:
        yield
    except NoneFree as error:
        raise errors.StoreBusy(str(error)) from error
    except UnicodeDecodeError as error:  # SQLite quotes the spoilt bytes in what it says of them
        raise errors.StoreDamaged(str(error)) from error
    except DBAPIError as error:
        kind = _kind(error.orig)
        if kind is None:
            raise
        raise kind(str(error.orig).strip()) from error


def _kind(cause: BaseException | None) -> type[errors.Unavailable] | None:
    code = getattr(cause, "sqlite_errorcode", None)
    if code is not None:
        return _SQLITE.get(code & 0xFF)
    state = getattr(cause, "sqlstate", None)
    if state:
        return _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:2])
    return errors.StoreUnreachable if type(cause).__name__ == "OperationalError" else None
