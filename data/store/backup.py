"""A copy of the whole store in one folder, and a store made from it.

The copy is an SQLite file whatever engine it comes from, with its SHA-256, the version and the end of the audit chain
beside it. Files of editions are not copied: they are made again when they are asked for.
"""

import errno
import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, replace
from hashlib import file_digest
from pathlib import Path

from sqlalchemy import Connection, Table, insert, select

from data.store import audit, tables
from data.store.engine import engine, reading, writing
from data.store.errors import StoreDamaged, StoreFaulty, StoreFull, StoreUnreachable
from data.store.files import on_disk
from data.store.migrate import build, migrate, version
from data.store.opened import here
from data.store.place import Place, place, prepare

STATED = "backup.json"
"""The file in which a backup states what it is."""
_BATCH = 5_000
_LONG = 60.0


@dataclass(frozen=True)
class Backup:
    """What a backup states of itself: the version of the database, its SHA-256, and the end of the audit chain."""

    version: int
    sha256: str
    acts: int
    head: str


def backup(folder: Path) -> Backup:
    """Copies the store into a folder that is empty or not there, as it stands at one moment.

    StoreUnreachable where the folder holds something or cannot be written; StoreFull.
    """
    source, copy = here(), _new(folder)
    with _told():
        if source.url:
            with reading(source) as conn:
                _copy(conn, copy)
        else:
            with closing(sqlite3.connect(source.file)) as one, closing(sqlite3.connect(copy.file)) as other:
                one.backup(other)
        stated = replace(_end(copy), sha256=_sha256(copy.file))
        path = copy.home / STATED
        path.write_text(json.dumps(asdict(stated), indent=2) + "\n", encoding="utf-8")
        on_disk(copy.file, path, copy.home)
    return stated


def restore(folder: Path, to: Path) -> Backup:
    """Makes a store in a new home from a backup; in the database of PDRB_DATABASE_URL, which must be empty, where set.

    StoreDamaged where the backup is not what it states; StoreUnreachable where there is none, or the place is taken.
    """
    try:
        stated = Backup(**json.loads((folder / STATED).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise StoreUnreachable(f"{folder / STATED}: {error}") from error
    kept = Place(folder)
    if not kept.file.is_file() or _sha256(kept.file) != stated.sha256:
        raise StoreDamaged(f"{kept.file}: SHA-256 is not {stated.sha256}, as {STATED} states")
    target = replace(_new(to), url=place().url)
    with _told():
        copied = target.file.with_suffix(".part")
        shutil.copyfile(kept.file, copied)
        on_disk(copied)
        copied.replace(target.file)
        on_disk(target.home)
        found = _end(Place(target.home))
        if (found.acts, found.head) != (stated.acts, stated.head):
            raise StoreDamaged(f"{target.home}: the audit chain ends in {found.head}, expected {stated.head}")
        if target.url:
            _into(target)
    return stated


def _into(target: Place) -> None:
    """Moves a restored file into the database of the target."""
    file = Place(target.home)
    with writing(file) as conn:
        migrate(conn)
    with reading(file) as conn:
        _copy(conn, target)
    file.file.unlink()


def _copy(source: Connection, target: Place) -> None:
    """Every row of every table, into a database that holds nothing."""
    with writing(target, _LONG) as conn:
        if version(conn):
            raise StoreUnreachable("the database to copy into is not empty")
        build(conn)
        for table in _in_order():
            rows = source.execution_options(yield_per=_BATCH).execute(select(table)).mappings()
            for batch in rows.partitions():
                conn.execute(insert(table), [dict(row) for row in batch])


def _in_order() -> Iterator[Table]:
    """The tables so that what a row names is there before it."""
    first = ("raw_file", "submission", "release")
    for name in (*first, *(name for name in tables.METADATA.tables if name not in first)):
        yield tables.METADATA.tables[name]


def _end(copy: Place) -> Backup:
    """What a copy holds."""
    with reading(copy) as conn:
        last = audit.chain(conn, last=1)[-1]
        found = Backup(version(conn), "", last.number, last.hash)
    engine(copy).dispose()
    return found


def _new(folder: Path) -> Place:
    """A home that holds nothing yet."""
    made = Place(folder.absolute())
    prepare(made)
    if any(made.home.iterdir()):
        raise StoreUnreachable(f"{folder}: not empty")
    return made


def _sha256(path: Path) -> str:
    with path.open("rb") as opened:
        return file_digest(opened, "sha256").hexdigest()


@contextmanager
def _told() -> Iterator[None]:
    """What the system says of a file, as one of our errors."""
    try:
        yield
    except (OSError, sqlite3.Error) as error:
        full = isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
        full |= getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL
        raise (StoreFull if full else StoreFaulty)(str(error)) from error
