"""Editions by number or moment; what comes back is shared by all callers: read it, derive from it, never change it."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from data.canonical import content_hash
from data.edition import in_effect, of_standing, stand
from data.kept import kept
from data.store import files, moment
from data.store.engine import reading, writing
from data.store.enter import record_due
from data.store.errors import NoEdition, StoreDamaged, StoreError
from data.store.known import Known, Recorded, forget, known
from data.store.opened import here
from data.store.place import Place
from data.store.rows import stack_of
from model.release import Edition, Release

KEPT = 8
"""Editions kept in memory."""

BRIEFLY = 1.0
"""Seconds that a reader waits for writers to record what took effect; without, it goes on all the same."""

log = logging.getLogger(__name__)


def releases() -> tuple[Release, ...]:
    """All releases in the order in which they take effect; last the scheduled ones, which no reader may see."""
    return known(here()).releases


def edition(number: int | None = None, now: datetime | None = None, regions: Sequence[str] | None = None) -> Edition:
    """Edition `number` (the newest in effect when None) as known at `now` (the store's clock when None; a time zone).

    Edition k holds the first k releases in effect; with `regions` only their rows. NoEdition when there is none of that
    number.
    """
    where = here()
    found, due = effective(where, now)
    asked = len(due) if number is None else number
    if not 1 <= asked <= len(due):
        raise NoEdition(number, len(due))
    recorded = found.recorded[asked - 1] if asked <= len(found.recorded) else None
    name = recorded.file_hash if recorded else " ".join(release.id for release in due[:asked])
    limits = None if regions is None else tuple(sorted(set(regions)))
    return _edition(_Asked(where, asked, name, limits, due[:asked], recorded))


def as_of(at: datetime) -> Edition:
    """The newest edition that was in effect at a moment, at most now; NoEdition before the first."""
    return edition(now=min(at, known(here()).now()))


def now() -> datetime:
    """The moment by the clock that decides what is in effect."""
    return known(here()).now()


def effective(where: Place, now: datetime | None = None) -> tuple[Known, tuple[Release, ...]]:
    """What is known, and which releases are in effect at `now` (the store's clock when None), in order.

    What has just taken effect is recorded first, so that one that another process called back is not among them.
    """
    found = known(where)
    at = found.now()
    if any(release.effective_at <= at for release in found.releases[len(found.recorded) :]):
        found = _settle(where)
    return found, in_effect(found.releases, at if now is None else now)


def _settle(where: Place) -> Known:
    """Records what has taken effect; where the store cannot write now, readers go on without."""
    try:
        with writing(where, BRIEFLY) as conn:
            due = record_due(conn, moment.of(conn))
    except StoreError as error:
        log.warning("An edition took effect and cannot be recorded yet: %s", error)
    else:
        if due.standing is not None:
            files.save(where.editions, due.file_hash, due.standing)
    forget(where)
    return known(where)


@dataclass(frozen=True)
class _Asked:
    """An edition to be built, by what tells it from every other."""

    where: Place
    number: int
    name: str
    """Of its file where it is recorded, else the ids of its releases."""
    regions: tuple[str, ...] | None
    releases: tuple[Release, ...] = field(compare=False)
    recorded: Recorded | None = field(compare=False)


@kept(KEPT)
def _edition(asked: _Asked) -> Edition:
    """The edition, built once however many ask at the same time."""
    where, recorded = asked.where, asked.recorded
    rows = files.load(where.editions, recorded.file_hash, asked.regions) if recorded else None
    if rows is not None and recorded is not None:
        return of_standing(asked.releases, rows, recorded.content_hash)
    with reading(where) as conn:
        rows = stand([stack_of(conn, asked.releases)])
    content = content_hash(rows)
    if recorded:
        if content != recorded.content_hash:
            raise StoreDamaged(f"edition {recorded.number}: {content}, expected {recorded.content_hash}")
        files.save(where.editions, recorded.file_hash, rows)
    if asked.regions is not None:
        rows = rows.loc[rows["region"].isin(asked.regions)].reset_index(drop=True)
    return of_standing(asked.releases, rows, content)
