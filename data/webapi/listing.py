"""Lists of the WebAPI, page by page: which tables there are, and for which years.

A page that repeats an earlier one, and a list that changes between two pages, are asked for again from the first page;
a list that does not come to the number that it states is refused.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol
from urllib.parse import quote

from data import labels
from data.webapi.ask import Asker
from data.webapi.errors import NothingThere, Unsound
from data.webapi.reply import Reply
from data.webapi.tables import Kind, SourceTable

ROUNDS = 3
"""How often a list is begun anew before it is given up."""
MOST_PAGES = 500
_SYNONYMS = {"pdrb": ("pdrb", "produk domestik regional bruto", "grdp", "gross regional domestic product")}
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")

Progress = Callable[[int, int], None]


class Ask(Protocol):
    """Gives the sound answer to a question: one that came before, or a fresh one where it is asked for."""

    def __call__(self, question: str, sound: Callable[[Reply], bool], fresh: bool) -> Reply: ...


@dataclass(frozen=True)
class Listed:
    """A table in a list: how it is named here, its title and unit as BPS has them, and its years as far as told."""

    name: str
    title: str
    unit: str
    updated: str
    years: str


class _Changed(Exception):
    """The list is not the one of the page before."""


def tables(asker: Asker, kind: Kind, domain: str, search: str, told: Progress) -> tuple[Listed, ...]:
    """The tables of a domain whose title, subject or unit has these words, in any order of pages, each once."""
    word = quote(search, safe="")
    match kind:
        case Kind.SIMDASI:
            rows = _simdasi(asker, domain)
        case Kind.STATIC:
            rows = _pages(
                _of(asker), f"list/model/statictable/lang/ind/domain/{domain}{f'/keyword/{word}' if word else ''}", told
            )
        case Kind.DYNAMIC:
            rows = _pages(
                _of(asker), f"list/model/var/lang/ind/domain/{domain}{f'/keyword/{word}' if word else ''}", told
            )
    found = [listed for row in rows if (listed := _listed(row, kind)) and _matches(row, listed, search)]
    return tuple(dict.fromkeys(found))


def years(asker: Asker, table: SourceTable, ask: Ask | None = None) -> dict[int, str]:
    """The years of a dynamic table and the ids by which they are asked for; NothingThere where it has none.

    `ask` may give what was asked for before.
    """
    rows = _pages(
        ask or _of(asker), f"list/model/th/lang/ind/domain/{table.domain}/var/{table.number}", lambda done, of: None
    )
    found: dict[int, str] = {}
    for row in rows:
        number, label = str(row.get("th_id", "")), labels.clean(str(row.get("th", "")))
        if number.isdigit():
            named = _YEAR.match(label)
            found[int(named[0]) if named else int(number) + 1900] = number
    if not found:
        raise NothingThere("nothing", table=table.name, domain=table.domain)
    return found


def _of(asker: Asker) -> Ask:
    def ask(question: str, sound: Callable[[Reply], bool], fresh: bool) -> Reply:
        return asker.ask(question, sound)

    return ask


def _pages(ask: Ask, question: str, told: Progress) -> list[Mapping[str, Any]]:
    """The rows of all pages of a list."""
    for begun in range(ROUNDS):
        try:
            return list(_each_page(partial(ask, fresh=begun > 0), question, told))
        except _Changed:
            continue
    raise Unsound("pages")


def _each_page(ask: Callable[..., Reply], question: str, told: Progress) -> Iterator[Mapping[str, Any]]:
    first = ask(question, _is_page)
    if not first.available:
        return
    about, rows = _page(first)
    pages, total = _number(about, "pages", 1), _number(about, "total", -1)
    if pages > MOST_PAGES:
        raise Unsound("pages")
    came: dict[str, Mapping[str, Any]] = {}
    for page in range(1, pages + 1):
        if page > 1:
            reply = ask(f"{question}/page/{page}", _is_page)
            about, rows = _page(reply) if reply.available else ({}, [])
            if (_number(about, "pages", 1), _number(about, "total", -1)) != (pages, total):
                raise _Changed
            if _number(about, "page", page) != page or (rows and all(str(row) in came for row in rows)):
                raise _Changed
        came |= {str(row): row for row in rows}
        told(page, pages)
    if total >= 0 and len(came) != total:
        raise _Changed
    yield from came.values()


def _is_page(reply: Reply) -> bool:
    data = reply.content.get("data")
    return isinstance(data, list) and len(data) >= 2 and isinstance(data[0], dict) and isinstance(data[1], list)


def _page(reply: Reply) -> tuple[Mapping[str, Any], list[Mapping[str, Any]]]:
    about, rows = reply.content["data"][:2]
    return about, [row for row in rows if isinstance(row, dict)]


def _number(about: Mapping[str, Any], name: str, default: int) -> int:
    found = str(about.get(name, default)).strip()
    return int(found) if found.isdigit() else default


def _simdasi(asker: Asker, domain: str) -> list[Mapping[str, Any]]:
    """The tables of SIMDASI for a region; its code has seven digits."""
    question = f"interoperabilitas/datasource/simdasi/id/23/wilayah/{domain}000"
    reply = asker.ask(question, lambda reply: isinstance(reply.content.get("data"), list))
    return [row for row in _below(reply.content.get("data")) if "id_tabel" in row] if reply.available else []


def _below(held: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(held, dict):
        yield held
        yield from _below(held.get("data"))
    for part in held if isinstance(held, list) else []:
        yield from _below(part)


def _listed(row: Mapping[str, Any], kind: Kind) -> Listed | None:
    """A row of a list; None where it names no table."""
    field, title = {"dynamic": ("var_id", "title"), "static": ("table_id", "title"), "simdasi": ("id_tabel", "judul")}[
        kind
    ]
    number = str(row.get(field, "")).strip()
    if not number:
        return None
    of_years = row.get("ketersediaan_tahun")
    told = ";".join(str(year) for year in of_years) if isinstance(of_years, list) else ""
    name = number if kind is Kind.DYNAMIC else f"{kind}/{number}"
    words = [labels.clean(str(row.get(part) or "")) for part in (title, "unit", "updt_date")]
    return Listed(name, words[0], words[1], words[2], told)


def _matches(row: Mapping[str, Any], listed: Listed, search: str) -> bool:
    """Whether a row has all words of a search, `pdrb` also spelt out."""
    text = " ".join(
        (listed.title, *(str(row.get(name) or "") for name in ("sub_name", "subj", "subject", "bab", "mms_subject")))
    )
    words = search.lower().split()
    return all(any(form in text.lower() for form in _SYNONYMS.get(word, (word,))) for word in words)
