"""Recomputes all that the store states, and names what does not fit.

What is compared with what: every row of an audited table with the SHA-256 in its last act; the acts with each other;
the bytes of a file with their name; the observations of a release with its hash and, row by row, with the file that
shipped or the rows that were submitted; each edition with its releases; each Parquet file with its edition.
"""

import logging
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Table, select

from data.edition import stack, stand
from data.store import audit, files, tables
from data.store.engine import reading
from data.store.enter import file_hash
from data.store.errors import StoreDamaged, Unavailable
from data.store.opened import here
from data.store.place import Place, place, prepare
from data.store.shape import strange
from data.store.verify_rows import hash_of, misfits, observations, stated_rows

STRANGE = "is not as it was made"
log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Misfit:
    """What does not fit: a row (`observation 12`, `audit 3`), the database or a file; and what was found."""

    where: str
    what: str
    expected: str = ""
    found: str = ""


def reach() -> None:
    """StoreUnreachable where there is nothing that could be verified: no right to the place, no answer."""
    where = place()
    prepare(where)
    try:
        with reading(where):
            pass
    except StoreDamaged as damaged:
        log.debug("The store is damaged, which verification names: %s", damaged)


def verify() -> tuple[Misfit, ...]:
    """All that does not fit in the store, its own tables first; nothing is repaired."""
    try:
        where = here()
    except Unavailable as damaged:
        where, unfit = place(), [Misfit("database", str(damaged))]
    else:
        unfit = _tried(_shape, where)
    if not unfit or unfit[0].what != STRANGE:
        for check in (_database, _chain, _audited, _raw_files, _workbench, _figures):
            unfit += _tried(check, where)
    return tuple(dict.fromkeys(unfit))


def _tried(check: Callable[[Connection, Place], Iterator[Misfit]], where: Place) -> list[Misfit]:
    """What a check finds; where it cannot go on, that too."""
    unfit: list[Misfit] = []
    for tolerant in (False, True):
        try:
            with reading(where) as conn:
                if tolerant:
                    _tolerate(conn)
                unfit += check(conn, where)
            return unfit
        except Unavailable as damaged:
            if tolerant:
                unfit.append(Misfit("database", f"{check.__name__.strip('_')}: {damaged}"))
    return unfit


def _tolerate(conn: Connection) -> None:
    """Gives the bytes of text that is no UTF-8 as `\\xff`, so that it can be named; this takes twice as long."""
    if conn.dialect.name == "sqlite":
        connection: Any = conn.connection.dbapi_connection
        connection.text_factory = lambda stored: stored.decode(errors="backslashreplace")


def _shape(conn: Connection, where: Place) -> Iterator[Misfit]:
    """What an SQLite file says of its tables; the rows of one that is not as it was made cannot be checked."""
    if not where.url:
        for table, expected, found in strange(conn):
            yield Misfit(f"table {table}", STRANGE, expected, found)


def _database(conn: Connection, where: Place) -> Iterator[Misfit]:
    """What the engine says of itself."""
    if where.url:
        return
    for (said,) in conn.exec_driver_sql("PRAGMA integrity_check"):
        if said != "ok":
            yield Misfit("database", str(said))
    for table, rowid, parent, _ in conn.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Misfit(f"{table} {rowid}", f"names no row of {parent}")


def _chain(conn: Connection, where: Place) -> Iterator[Misfit]:
    """Each act follows the one before it and says what its hash says."""
    previous = audit.START
    for number, act in enumerate(audit.chain(conn), start=1):
        if act.number != number:
            yield Misfit(f"audit {act.number}", "number", str(number), str(act.number))
        if act.previous != previous:
            yield Misfit(f"audit {act.number}", "previous", previous, act.previous)
        if act.recomputed() != act.hash:
            yield Misfit(f"audit {act.number}", "hash", act.recomputed(), act.hash)
        previous = act.hash


def _audited(conn: Connection, where: Place) -> Iterator[Misfit]:
    """Each row of an audited table is as its last act left it."""
    stated = {act.subject: act.digest for act in audit.chain(conn)}
    for name, key in audit.KEYS.items():
        table = tables.METADATA.tables[name]
        for row in _each(conn, table, key):
            subject = f"{name} {row[key]}"
            found, expected = audit.digest(row), stated.pop(subject, None)
            if found != expected:
                yield Misfit(_named(row, subject), "is not as its last act left it", expected or "no act", found)
    for subject in stated:
        yield Misfit(subject, "is missing")


def _each(conn: Connection, table: Table, key: str) -> Iterator[dict[str, Any]]:
    """The rows of a table one by one, as bytes may be large."""
    for value in conn.execute(select(table.c[key]).order_by(table.c[key])).scalars().all():
        row = conn.execute(select(table).where(table.c[key] == value)).mappings().first()
        if row is not None:
            yield dict(row)


def _named(row: dict[str, Any], subject: str) -> str:
    """A release is named by its id, too."""
    return f"{subject} ({row['id']})" if subject.startswith("release ") else subject


def _raw_files(conn: Connection, where: Place) -> Iterator[Misfit]:
    for row in _each(conn, tables.raw_file, "sha256"):
        found = sha256(row["content"]).hexdigest() if isinstance(row["content"], bytes) else "no bytes"
        if found != row["sha256"]:
            yield Misfit(f"raw_file {row['sha256']}", "content", row["sha256"], found)


def _workbench(conn: Connection, where: Place) -> Iterator[Misfit]:
    """Drafts and decks are as they were saved."""
    for table in (tables.draft, tables.deck):
        for row in _each(conn, table, "id"):
            stated, found = row.pop("digest"), audit.digest(row)
            if stated and found != stated:
                yield Misfit(f"{table.name} {row['id']}", "is not as it was saved", stated, found)


def _figures(conn: Connection, where: Place) -> Iterator[Misfit]:
    """The observations of each release, each edition again from its releases, and the observations of none.

    Each row is read once: there may be millions.
    """
    releases = {row["number"]: row for row in _each(conn, tables.release, "number")}
    recalled = set(conn.execute(select(tables.recall.c.release)).scalars())
    ordered = _ordered(row for number, row in releases.items() if number not in recalled)
    editions = _Editions(where, releases, list(_each(conn, tables.edition, "number")))
    for number in [*ordered, *sorted(recalled & set(releases))]:
        row, rows = releases[number], observations(conn, number)
        yield from (Misfit(*found) for found in misfits(rows, row, partial(stated_rows, conn, row)))
        yield from editions.follow(row, rows)
    yield from editions.left()
    column = tables.observation.c
    for rowid, release in conn.execute(
        select(column.rowid, column.release).where(column.release.not_in(list(releases)))
    ):
        yield Misfit(f"observation {rowid}", "belongs to no release", found=str(release))


def _ordered(rows: Iterator[dict[str, Any]]) -> list[int]:
    """The numbers of releases in the order in which they take effect."""
    return [number for _, number in sorted((str(row["effective_at"]), row["number"]) for row in rows)]


class _Editions:
    """The editions as they are stated, followed release by release."""

    def __init__(self, where: Place, releases: dict[int, dict[str, Any]], stated: list[dict[str, Any]]) -> None:
        self.where = where
        self.ids = {number: row["id"] for number, row in releases.items()}
        self.stated = stated
        self.passed = 0
        self.in_order = True
        self.standing: pd.DataFrame | None = None

    def follow(self, release: dict[str, Any], rows: pd.DataFrame) -> Iterator[Misfit]:
        """The edition that this release made, where one is stated: its content, its releases, its file."""
        if not self.in_order or self.passed == len(self.stated):
            return
        row = self.stated[self.passed]
        self.in_order = (row["release"], row["number"]) == (release["number"], self.passed + 1)
        if not self.in_order:
            return
        self.passed += 1
        name = f"edition {row['number']}"
        sources = rows["source"].fillna(release["number"])
        named = sources.map(lambda order: self.ids.get(int(order), "")).astype("str")
        new = stack(rows, named, firm=release["kind"] == "rollback")
        self.standing = stand([new] if self.standing is None else [self.standing, new])
        content, sound = hash_of(self.standing), None
        if content != row["content_hash"]:
            yield Misfit(name, "content_hash", row["content_hash"], content)
        elif file_hash(content, self.standing) != row["file_hash"]:
            yield Misfit(name, "the releases of its rows", row["file_hash"], file_hash(content, self.standing))
        else:
            sound = self.standing
        yield from _file(self.where, row, name, sound)

    def left(self) -> Iterator[Misfit]:
        """The first edition that no release made in its place."""
        for row in self.stated[self.passed : self.passed + 1]:
            yield Misfit(
                f"edition {row['number']}",
                "is not the next in the order of the releases",
                found=f"release {row['release']}",
            )


def _file(where: Place, row: dict[str, Any], name: str, sound: pd.DataFrame | None) -> Iterator[Misfit]:
    """The file of an edition, where there is one; a missing one is made again when it is asked for.

    `sound` are the rows whose hashes are those of the edition: a file that holds them need not be hashed again.
    """
    path = files.find(where.editions, row["file_hash"])
    if path is None:
        return
    found = files.load(where.editions, row["file_hash"])
    if found is None:
        yield Misfit(f"{path.name} ({name})", "does not hold what its name says")
    elif sound is not None and found.equals(sound[found.columns]):
        return
    elif file_hash(hash_of(found), found) != row["file_hash"]:
        yield Misfit(f"{path.name} ({name})", "content", row["content_hash"], hash_of(found))
