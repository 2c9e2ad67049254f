"""Days and moments as a reader of the language writes them, and as an address states them: in WIB, Medan's time."""

import re
from datetime import date, datetime, time, timedelta, timezone

from babel.dates import format_date

from text.lookup import say

WIB = timezone(timedelta(hours=7), "WIB")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_MOMENT = re.compile(rf"({_DAY.pattern})[T ]([0-9]{{2}}:[0-9]{{2}}(?::[0-9]{{2}})?)(Z|[ +-][0-9]{{2}}:[0-9]{{2}})?")


def day(moment: date | datetime, lang: str, long: bool = False) -> str:
    """The day of a moment in WIB; a plain date, or a moment without zone, stays as it is.

    >>> day(date(2026, 11, 24), "id"), day(date(2026, 8, 5), "id", long=True), day(date(2026, 8, 5), "en")
    ('24 Nov 2026', '5 Agustus 2026', '5 Aug 2026')
    """
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(WIB)
    return str(format_date(moment, "d MMMM y" if long else "d MMM y", locale=lang))


def clock(moment: datetime, lang: str) -> str:
    """The day and minute of a moment in WIB.

    >>> noon = datetime(2026, 11, 24, 12, tzinfo=WIB)
    >>> clock(noon, "id"), clock(noon, "en")
    ('24 Nov 2026 pukul 12.00 WIB', '24 Nov 2026, 12:00 WIB')
    """
    here = moment.astimezone(WIB)
    return say("dates.clock", lang, day=day(here, lang), hour=f"{here.hour:02}", minute=f"{here.minute:02}")


def is_day(stated: str) -> bool:
    """Whether a text states a day, not a moment of one."""
    return _DAY.fullmatch(stated) is not None


def stated_moment(stated: str) -> datetime:
    """The moment that a text states: of a day its end; a date-time as it stands, in WIB where it has no zone.

    A `+` that an address turned into a space is understood. ValueError where it states none.

    >>> stated_moment("2026-11-24").isoformat(), stated_moment("2026-11-24T11:00 07:00").isoformat()
    ('2026-11-24T23:59:59.999999+07:00', '2026-11-24T11:00:00+07:00')
    """
    if is_day(stated):
        return datetime.combine(date.fromisoformat(stated), time.max, WIB)
    found = _MOMENT.fullmatch(stated)
    if found is None:
        raise ValueError(f"{stated!r} is neither a day nor a date-time")
    day_, time_, zone = found.groups(default="")
    moment = datetime.fromisoformat(f"{day_}T{time_}{zone.replace(' ', '+')}")
    try:
        return moment.replace(tzinfo=WIB) if moment.tzinfo is None else moment.astimezone(WIB)
    except OverflowError as error:
        raise ValueError(f"{stated!r} has no moment in WIB") from error
