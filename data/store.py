"""Releases and editions: the one door through which figures are asked for.

The clock is asked at the call, never before, in the time of Jakarta. What comes back is shared by all callers: read it,
derive from it, never change it in place.
"""

from datetime import datetime
from zoneinfo import ZoneInfo

from data.edition import assemble, in_effect, in_order
from data.kept import kept
from data.shipped import read_all
from model.release import Edition, Release

JAKARTA = ZoneInfo("Asia/Jakarta")


class NoEdition(LookupError):
    """There is no edition of that number; `newest` is the last there is, 0 when none is in effect."""

    def __init__(self, number: int | None, newest: int) -> None:
        super().__init__(f"no edition {number}; the newest is {newest}" if newest else "no edition is in effect yet")
        self.number = number
        self.newest = newest


@kept(1)
def releases() -> tuple[Release, ...]:
    """All releases in the order in which they take effect, those that have not yet taken effect at the end."""
    return in_order(read_all())


def edition(number: int | None = None, now: datetime | None = None) -> Edition:
    """Edition `number` (the newest in effect when None) as known at `now` (the clock when None; else with a time zone).

    Edition k holds the first k releases in effect. NoEdition when there is none of that number.
    """
    moment = datetime.now(JAKARTA) if now is None else now
    newest = len(in_effect(releases(), moment))
    asked = newest if number is None else number
    if not 1 <= asked <= newest:
        raise NoEdition(number, newest)
    return _edition(asked)


@kept(8)
def _edition(number: int) -> Edition:
    """The edition of the first `number` releases; a release in effect keeps its place, so it never changes."""
    return assemble(releases()[:number])
