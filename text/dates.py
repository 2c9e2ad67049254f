"""Days as a reader of the language writes them, on the clock of Medan (WIB, UTC+7)."""

from datetime import date, datetime, timedelta, timezone

from babel.dates import format_date

WIB = timezone(timedelta(hours=7), "WIB")


def day(moment: date | datetime, lang: str, long: bool = False) -> str:
    """The day of a moment in WIB; a plain date, or a moment without zone, stays as it is.

    >>> day(date(2026, 11, 24), "id"), day(date(2026, 8, 5), "id", long=True), day(date(2026, 8, 5), "en")
    ('24 Nov 2026', '5 Agustus 2026', '5 Aug 2026')
    """
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        moment = moment.astimezone(WIB)
    return str(format_date(moment, "d MMMM y" if long else "d MMM y", locale=lang))
