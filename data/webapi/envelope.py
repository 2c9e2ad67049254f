"""The one file that a fetch hands on: what was wanted and the answers as they came; and what is told of them."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from data import labels
from data.webapi.reply import Reply
from data.webapi.tables import SourceTable


@dataclass(frozen=True)
class Wanted:
    """What to fetch: a table, whose figures, and of which years; no years are all that the table has."""

    table: SourceTable
    regions: tuple[str, ...]
    years: tuple[int, ...] = ()


def envelope(wanted: Wanted, replies: Sequence[Reply]) -> bytes:
    """The file of a fetch: what was wanted, and the answers as they came, oldest year first.

    The same answers to the same wish are the same bytes, so that a table that did not change is recognised.
    """
    table = wanted.table
    wish = {"kind": table.kind.value, "table": table.number, "domain": table.domain, "regions": list(wanted.regions)}
    head = json.dumps(wish | {"years": list(wanted.years)}, ensure_ascii=False)
    bodies = ",\n".join(reply.body.decode().strip() for reply in replies)
    return f'{{"bps_webapi": {head},\n"replies": [\n{bodies}\n]}}\n'.encode()


def span(numbers: Sequence[object]) -> tuple[str, ...]:
    """The first and the last of some codes or years."""
    return tuple(dict.fromkeys(str(one) for one in (*numbers[:1], *numbers[-1:])))


def title(reply: Reply) -> str:
    """What BPS calls the table."""
    for held in _objects(reply.content):
        for name in ("judul_tabel", "title"):
            title = held.get(name)
            if isinstance(title, str):
                return labels.clean(title)
    rows = reply.content.get("var")
    named = rows[0].get("label", "") if isinstance(rows, list) and rows and isinstance(rows[0], dict) else ""
    return labels.clean(str(named))


def _objects(content: object) -> list[Mapping[str, object]]:
    """The object that an answer is, and those in its `data`."""
    if not isinstance(content, Mapping):
        return []
    inner = content.get("data")
    nested = inner if isinstance(inner, list) else [inner]
    return [content, *(part for part in nested if isinstance(part, Mapping))]


def day(stated: str) -> str:
    """The day of a moment such as `2026-05-05 11:00:00`; empty where it states none."""
    day = stated[:10]
    try:
        return datetime.strptime(day, "%Y-%m-%d").date().isoformat()
    except ValueError:
        return ""
