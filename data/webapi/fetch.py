"""A table fetched from the WebAPI: asked for year by year, of one vintage, handed on as one file.

BPS allows two or three years a question; we ask for one, so that each answer can be kept and gone on from. The newest
year that is asked for always comes from BPS itself, and so do all that BPS may still revise; an older one is taken
from an earlier fetch while BPS states the same last update of the table.

Answers of one fetch have to fit together. Where BPS states another update in one of them, or two of them give another
value for the same key, those that are older are asked for again; a table that keeps changing is refused.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from urllib.parse import quote
from zoneinfo import ZoneInfo

from data.guard import MAX_BYTES
from data.webapi import listing
from data.webapi.ask import Asker
from data.webapi.cache import Cache, Entry
from data.webapi.envelope import Wanted, day, envelope, span, title
from data.webapi.errors import NothingThere, Unsound
from data.webapi.reply import Reply, is_dynamic
from data.webapi.tables import Kind, SourceTable

JAKARTA = ZoneInfo("Asia/Jakarta")
ROUNDS = 3
"""How often answers that do not fit together are asked for again."""
REVISED = 3
"""Years, the running one included, that BPS may still revise: they are always asked for."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Fetched:
    """A table as it came, as one file for the reader (`data.layouts.fetched`), and where it is from.

    `url` is the address that asks for the same, without a key; `dated` the day of BPS's last update of the table, where
    it says; `at` when the fetch was done. `asked` counts the requests that were sent, `kept` the years that were not
    asked for again. `settle` ends the fetch: until then the next one goes on from what this one has.
    """

    content: bytes = field(repr=False)
    name: str
    table: SourceTable
    title: str
    url: str
    dated: str
    at: datetime
    years: tuple[int, ...]
    asked: int
    kept: tuple[int, ...]
    settle: Callable[[], None] = field(repr=False, compare=False)


@dataclass(frozen=True)
class _Part:
    """The answer to one question of a fetch; `earlier` where it is from a fetch before this one."""

    question: str
    entry: Entry
    reply: Reply
    earlier: bool = False


def fetch(asker: Asker, wanted: Wanted, told: Progress = lambda done, of: None) -> Fetched:
    """The table that is wanted; a WebApiError where it does not arrive whole. `told` hears how far it is."""
    cache = Cache(f"{asker.base} {wanted.table}", asker.key)
    questions = _questions(asker, cache, wanted)
    told(0, len(questions))
    parts: dict[int, _Part] = {}
    for place, (at, question) in enumerate(sorted(questions.items(), reverse=True)):
        parts[at] = _part(asker, cache, wanted.table, question, parts, _year(at))
        told(place + 1, len(questions))
    parts = _of_one_vintage(asker, cache, wanted.table, parts)
    there = {at: part for at, part in sorted(parts.items()) if part.reply.available}
    if not there:
        cache.settle("")
        raise NothingThere("nothing", table=wanted.table.name, domain=wanted.table.domain)
    return _fetched(asker, cache, wanted, there)


def _questions(asker: Asker, cache: Cache, wanted: Wanted) -> dict[int, str]:
    """The questions of a fetch by a number that sorts them by year."""
    table = wanted.table
    if table.kind is Kind.STATIC:
        return {0: f"view/domain/{table.domain}/model/statictable/lang/ind/id/{table.number}"}
    if table.kind is Kind.SIMDASI:
        return {
            year * 100 + place: f"interoperabilitas/datasource/simdasi/id/25/tahun/{year}"
            f"/id_tabel/{quote(table.number, safe='')}/wilayah/{region.ljust(7, '0')}"
            for year in wanted.years or _years_of_simdasi(asker, table)
            for place, region in enumerate(wanted.regions)
        }
    ids = {year: str(year - 1900) for year in wanted.years}
    ids = ids or listing.years(asker, table, partial(_page, asker, cache))
    return {
        year: f"list/model/data/lang/ind/domain/{table.domain}/var/{table.number}/th/{id}" for year, id in ids.items()
    }


def _page(asker: Asker, cache: Cache, question: str, sound: Callable[[Reply], bool], fresh: bool) -> Reply:
    """A page of the list of years: one that this fetch has, unless it has to be a fresh one, or a new one."""
    got = None if fresh else cache.got(question)
    if got is not None:
        return got[1]
    reply = asker.ask(question, sound)
    cache.keep(question, reply)
    return reply


def _years_of_simdasi(asker: Asker, table: SourceTable) -> list[int]:
    rows = listing.tables(asker, Kind.SIMDASI, table.domain, "", lambda done, of: None)
    told = next((row.years for row in rows if row.name == table.name), "")
    return [int(year) for year in told.split(";") if year.isdigit()]


def _year(at: int) -> int:
    return at // 100 if at > 9999 else at


def _part(
    asker: Asker, cache: Cache, table: SourceTable, question: str, parts: Mapping[int, _Part], year: int
) -> _Part:
    """The answer to a question: one that this fetch has, one of an earlier fetch that still holds, or a new one."""
    got = cache.got(question)
    if got is not None:
        return _Part(question, *got)
    known = cache.known(question)
    state = _newest(parts)
    finished = year and year <= datetime.now(JAKARTA).year - REVISED
    if known is not None and parts and finished and known[0].state == state:
        return _Part(question, *known, earlier=True)
    return _asked(asker, cache, table, question, known[1] if known else None)


def _asked(asker: Asker, cache: Cache, table: SourceTable, question: str, known: Reply | None = None) -> _Part:
    """A new answer, kept."""
    reply = asker.ask(question, lambda reply: _is_of(reply, table), known)
    return _Part(question, cache.keep(question, reply), reply)


def _is_of(reply: Reply, table: SourceTable) -> bool:
    return table.kind is not Kind.DYNAMIC or is_dynamic(reply, table.number)


def _newest(parts: Mapping[int, _Part]) -> str:
    """The last update that any of the answers states; empty where none does."""
    return max((part.reply.last_update for part in parts.values()), default="")


def _of_one_vintage(asker: Asker, cache: Cache, table: SourceTable, parts: Mapping[int, _Part]) -> dict[int, _Part]:
    """The answers, those that may be older than the others asked for again until all fit together."""
    fitting = dict(parts)
    for _ in range(ROUNDS):
        state = _newest(fitting)
        doubtful = sorted(_overtaken(fitting, state) | _contradicting(fitting))
        if not doubtful:
            return fitting
        again = {at: _asked(asker, cache, table, fitting[at].question) for at in doubtful}
        changed = any(again[at].reply.datacontent != fitting[at].reply.datacontent for at in again)
        fitting |= {at: replace(part, entry=cache.confirm(part.entry, state)) for at, part in again.items()}
        if not changed and not _contradicting(fitting):
            return fitting
    raise Unsound("changing", table=table.name)


def _overtaken(parts: Mapping[int, _Part], state: str) -> set[int]:
    """The answers after which BPS stated a newer update of the table in another one."""
    since = max((part.entry.at for part in parts.values() if part.reply.last_update == state), default=0.0)
    return {at for at, part in parts.items() if part.entry.state < state and part.entry.at < since}


def _contradicting(parts: Mapping[int, _Part]) -> set[int]:
    """The answers that give a value for a key for which another one gives another value."""
    first: dict[str, tuple[int, str]] = {}
    found: set[int] = set()
    for at, part in parts.items():
        for key, value in part.reply.datacontent.items():
            other, said = first.setdefault(key, (at, value))
            if said != value:
                found |= {at, other}
    return found


def _fetched(asker: Asker, cache: Cache, wanted: Wanted, there: Mapping[int, _Part]) -> Fetched:
    replies = [part.reply for part in there.values()]
    table, first = wanted.table, next(iter(there.values()))
    years = tuple(dict.fromkeys(_year(at) for at in there if at))
    content = envelope(wanted, replies)
    if len(content) > MAX_BYTES:
        raise Unsound("too_large", most=MAX_BYTES // 2**20)
    url = asker.url(first.question)
    if table.kind is Kind.DYNAMIC:
        url = f"{url.rpartition('/')[0]}/{';'.join(part.question.rpartition('/')[2] for part in there.values())}"
    named = "-".join(("bps", table.number[:20].replace("/", "_"), *span(wanted.regions), *span(years)))
    return Fetched(
        content, f"{named}.json", table, title(replies[-1]), url, day(max(reply.last_update for reply in replies)),
        datetime.now(JAKARTA).replace(microsecond=0), years, asker.asked,
        tuple(sorted(_year(at) for at, part in there.items() if part.earlier)), partial(cache.settle, _newest(there)),
    )  # fmt: skip
