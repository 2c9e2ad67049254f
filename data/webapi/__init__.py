"""The WebAPI of BPS (webapi.bps.go.id): which tables it has, and one of them fetched.

question ─ ask ─► reply ─ cache ─► fetch (years of one vintage) ─► one file ─► data.workbook.read, as any upload
"""

from data.webapi.address import base
from data.webapi.ask import Asker, asker
from data.webapi.envelope import Wanted
from data.webapi.errors import KeyRefused, NothingThere, NotSetUp, SourceFailed, Unreachable, Unsound, WebApiError
from data.webapi.fetch import Fetched, Progress, fetch
from data.webapi.key import key, there_is_one
from data.webapi.listing import Listed, tables, years
from data.webapi.tables import Kind, SourceTable, declared, table

__all__ = [
    "Asker",
    "Fetched",
    "KeyRefused",
    "Kind",
    "Listed",
    "NotSetUp",
    "NothingThere",
    "Progress",
    "SourceFailed",
    "SourceTable",
    "Unreachable",
    "Unsound",
    "Wanted",
    "WebApiError",
    "asker",
    "base",
    "declared",
    "fetch",
    "key",
    "table",
    "tables",
    "there_is_one",
    "years",
]
