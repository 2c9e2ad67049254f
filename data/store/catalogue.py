"""The editions in a list, without their figures."""

from datetime import datetime
from typing import NamedTuple

from data.store.editions import edition, effective
from data.store.opened import here
from model.release import Release


class Entry(NamedTuple):
    """An edition: its number, the release that made it, and its content hash."""

    number: int
    release: Release
    content_hash: str


def catalogue(now: datetime | None = None) -> tuple[Entry, ...]:
    """Every edition in effect at `now` (the store's clock when None), oldest first."""
    found, due = effective(here(), now)
    hashes = [recorded.content_hash for recorded in found.recorded[: len(due)]]
    hashes += [edition(number, now).content_hash for number in range(len(hashes) + 1, len(due) + 1)]
    return tuple(map(Entry, range(1, len(due) + 1), due, hashes))
