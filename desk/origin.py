"""Where an uploaded table comes from, as its analyst states it."""

from dataclasses import dataclass
from datetime import date

from model.release import Origin
from views.source import origin_words


@dataclass(frozen=True)
class Source:
    """What an analyst says of the source of a file; nothing has to be known.

    `dated` is the day, month or year for which the publisher states the figures (`2026-02-19`). `fetched` is the moment
    at which the file came from the WebAPI of BPS (`2026-11-24T19:05:00+07:00`); empty where a person handed it in.
    """

    publisher: str = ""
    table: str = ""
    title: str = ""
    url: str = ""
    dated: str = ""
    fetched: str = ""


def origin(source: Source, file_name: str, retrieved: date) -> Origin:
    """The origin of a file that came in on a day."""
    words = origin_words(source.publisher, source.table, source.title, file_name, source.fetched)
    return Origin(
        table=source.table,
        url=source.url,
        repository="",
        path="",
        commit="",
        dated=source.dated,
        copied="",
        retrieved=retrieved,
        **words,
    )
