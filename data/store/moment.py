"""Moments: the store's clock, and how a moment is written down.

Written as text in UTC with six decimals, so that text sorts as time does and both engines hold the same.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, text

JAKARTA = ZoneInfo("Asia/Jakarta")


def local() -> datetime:
    """This machine's clock."""
    return datetime.now(JAKARTA)


def of(conn: Connection) -> datetime:
    """The clock that decides what is in effect: PostgreSQL's own, so that replicas agree, else this machine's."""
    if conn.dialect.name == "sqlite":
        return local()
    told: datetime = conn.execute(text("SELECT clock_timestamp()")).scalar_one()
    return told.astimezone(JAKARTA)


def written(moment: datetime) -> str:
    """A moment as the store keeps it; TypeError where it has no time zone.

    >>> written(datetime.fromisoformat("2026-11-24T00:00:00+07:00"))
    '2026-11-23T17:00:00.000000Z'
    """
    if moment.tzinfo is None:
        raise TypeError(f"{moment} has no time zone")
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def read(stored: str) -> datetime:
    """A stored moment, in the time of Jakarta.

    >>> read("2026-11-23T17:00:00.000000Z").isoformat()
    '2026-11-24T00:00:00+07:00'
    """
    return datetime.fromisoformat(stored).astimezone(JAKARTA)
