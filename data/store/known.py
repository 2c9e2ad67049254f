"""What a process knows of releases and editions; asked of the database again when it is a second old."""

import logging
import threading
import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlalchemy import Connection, func, select

from data.edition import in_order
from data.store import moment, tables
from data.store.engine import reading
from data.store.errors import Unavailable
from data.store.place import Place
from data.store.rows import release_of
from model.release import Release

FRESH = 1.0
"""Seconds for which what is known is not asked again."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Recorded:
    """An edition that has taken effect: which release it is the last of, and its hashes."""

    number: int
    release: int
    content_hash: str
    file_hash: str


@dataclass(frozen=True)
class Known:
    """Releases in order, without those recalled before their moment, scheduled ones last; the recorded editions."""

    mark: int
    releases: tuple[Release, ...] = field(repr=False)
    recorded: tuple[Recorded, ...] = field(repr=False)
    ahead: timedelta

    def now(self) -> datetime:
        """The moment by the store's clock."""
        return moment.local() + self.ahead


def read_known(conn: Connection, old: Known | None = None) -> Known:
    """What stands in the database; no more than a look where nothing was written since `old`."""
    ahead = moment.of(conn) - moment.local()
    ahead = timedelta(0) if abs(ahead) < timedelta(milliseconds=1) else ahead
    mark: int = conn.execute(select(func.coalesce(func.max(tables.audit.c.number), 0))).scalar_one()
    if old is not None and old.mark == mark:
        return Known(mark, old.releases, old.recorded, ahead)
    recalled = select(tables.recall.c.release)
    releases = conn.execute(select(tables.release).where(tables.release.c.number.not_in(recalled))).mappings()
    column = tables.edition.c
    recorded = conn.execute(
        select(column.number, column.release, column.content_hash, column.file_hash).order_by(column.number)
    )
    return Known(
        mark, in_order(release_of(dict(row)) for row in releases), tuple(Recorded(*row) for row in recorded), ahead
    )


_known: dict[Place, tuple[float, Known]] = {}
_asking = threading.Lock()
_NEVER = float("-inf")


def known(where: Place) -> Known:
    """What is known of a place, at most `FRESH` seconds old; older where the database does not answer now.

    Recorded editions never change, so what was known of them stays true; whether a release that was scheduled then was
    called back since is asked before it counts (`editions.effective`).
    """
    at, found = _known.get(where, (_NEVER, None))
    if found is not None and time.monotonic() - at < FRESH:
        return found
    if not _asking.acquire(blocking=at == _NEVER):
        assert found is not None
        return found
    try:
        return _ask(where)
    finally:
        _asking.release()


def _ask(where: Place) -> Known:
    at, old = _known.get(where, (_NEVER, None))
    if old is not None and time.monotonic() - at < FRESH:
        return old
    try:
        with reading(where) as conn:
            new = read_known(conn, old)
    except Unavailable as error:
        if old is None:
            raise
        log.warning("The store does not answer, what was known stands: %s", error)
        new = old
    _known[where] = (time.monotonic(), new)
    return new


def forget(where: Place) -> None:
    """Asks again at the next call; after a write of this process, which an answer on its way need not hold yet."""
    with _asking:
        _, old = _known.get(where, (_NEVER, None))
        if old is not None:
            _known[where] = (_NEVER, old)
