"""A table of BPS, fetched and examined: the same road as an upload, with what is known of its source.

wish ─ data.webapi.fetch ─► one file ─ desk.examine ─► as any file
"""

from collections.abc import Mapping
from dataclasses import dataclass

from data import webapi
from data.webapi import Fetched, Kind, NothingThere, NotSetUp, Progress, SourceTable, Wanted, WebApiError
from desk.examine import examine
from desk.origin import Source
from model.problems import Problem
from model.release import Edition

PUBLISHER = "Badan Pusat Statistik (BPS)"

FOUND: Mapping[str, str] = {
    "nothing": "data-availability",
    "too_many_years": "{said}",
    "timeout": "time-out ({seconds} s)",
    "connection": "TCP",
    "name": "DNS",
    "tls": "TLS",
    "key_refused": "HTTP 401/403 (key)",
    "blocked": "HTTP {status} (HTML)",
    "failing": "HTTP {status}",
    "moved": "HTTP {status} (Location)",
    "too_large": "{most} MiB +",
    "said": "{said}",
}
"""What is told as found of a failure, in words of the wire that need no language."""


@dataclass(frozen=True)
class Newer:
    """What BPS has of a table beside an edition, for one region.

    `year` is the newest year of the table, 0 where BPS has none, `updated` the day of its last update; `new` and
    `revised` count the figures of that year that the edition does not have, or has otherwise; `newest` is the newest
    period among them.
    """

    table: SourceTable
    year: int
    updated: str
    new: int
    revised: int
    newest: str

    @property
    def anything(self) -> bool:
        return bool(self.new or self.revised)


def fetch(wanted: Wanted, told: Progress = lambda done, of: None) -> Fetched:
    """The table that is wanted; a WebApiError where it does not arrive whole, and what came is gone on from."""
    with webapi.asker() as asker:
        return webapi.fetch(asker, wanted, told)


def listed(kind: Kind, domain: str, search: str, told: Progress) -> tuple[webapi.Listed, ...]:
    """The tables of a domain that have these words."""
    with webapi.asker() as asker:
        return webapi.tables(asker, kind, domain, search, told)


def source(fetched: Fetched) -> Source:
    """What is kept of where a fetched table is from."""
    return Source(
        PUBLISHER, fetched.table.number, fetched.title, fetched.url, fetched.dated, fetched.at.isoformat()
    )  # fmt: skip


def newer(table: SourceTable, region: str, edition: Edition) -> Newer:
    """What BPS has in the newest year of a dynamic table, beside an edition; in a table of provinces, of that one."""
    place = region[:2] if table.regions == "province" else region
    with webapi.asker() as asker:
        year = 0
        try:
            year = max(webapi.years(asker, table))
            fetched = webapi.fetch(asker, Wanted(table, (place,), (year,)))
        except NothingThere:
            return Newer(table, year, "", 0, 0, "")
    fetched.settle()
    examined = examine(fetched.content, fetched.name, None, edition)
    kinds = examined.comparison["kind"]
    news = examined.comparison[kinds.isin(("new", "revised"))]
    newest = str(news["period"].max()) if len(news) else ""
    return Newer(table, year, fetched.dated, int(kinds.eq("new").sum()), int(kinds.eq("revised").sum()), newest)


def problem(error: WebApiError, table: SourceTable) -> Problem | None:
    """What a fetch that failed tells of its table; None where nothing was asked, because something was wrong here."""
    if isinstance(error, NotSetUp):
        return None
    code = "no_data_found" if isinstance(error, NothingThere) else "source_unreachable"
    found = FOUND.get(error.kind, error.kind).format_map(error.slots)
    return Problem(code, "", f"WebAPI {table.name}", found, "JSON")
