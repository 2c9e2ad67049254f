"""Moments as they are typed at the terminal, and as it writes them: ISO 8601 on the clock of Medan (Asia/Jakarta)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from views.argument import WrongArgument

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = "now"


def known_at(found: str) -> datetime:
    """The moment of --as-of: of a day its last microsecond, a date-time as it stands; in Medan where no zone is stated.

    >>> known_at("2026-11-24").isoformat(), known_at("2026-11-24T11:00").isoformat()
    ('2026-11-24T23:59:59.999999+07:00', '2026-11-24T11:00:00+07:00')
    """
    try:
        return datetime.combine(date.fromisoformat(found), time.max, JAKARTA)
    except ValueError:
        return _moment(found, "cli.wrong.as_of", JAKARTA)


def takes_effect(found: str) -> datetime | None:
    """The moment of --effective-at, None for `now`; WrongArgument for one without a time zone."""
    return None if found == NOW else _moment(found, "cli.wrong.effective_at")


def written(moment: datetime) -> str:
    """A moment on the clock of Medan, to the second unless it says more.

    >>> written(datetime.fromisoformat("2026-11-25T04:00Z"))
    '2026-11-25T11:00:00+07:00'
    """
    return moment.astimezone(JAKARTA).isoformat()


def told(slot: object) -> object:
    """What a sentence names, moments as the terminal writes them, to the second."""
    return written(slot.replace(microsecond=0)) if isinstance(slot, datetime) else slot


def _moment(found: str, key: str, zone: ZoneInfo | None = None) -> datetime:
    """A moment with its zone, on the clock of Medan; also UTC has to be able to show it, which the store writes.

    `zone` is that of a moment that states none; without it such a moment is refused.
    """
    try:
        moment = datetime.fromisoformat(found)
        moment = moment if moment.tzinfo or zone is None else moment.replace(tzinfo=zone)
        shown = [moment.astimezone(clock) for clock in (UTC, JAKARTA)]
    except (ValueError, OverflowError):
        raise WrongArgument(key, found=found) from None
    if moment.tzinfo is None:
        raise WrongArgument(key, found=found)
    return shown[1]
