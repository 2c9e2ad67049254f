"""A table fetched from the WebAPI (`data.webapi.fetch`): what was wanted, and the answers of BPS as they came.

    {"bps_webapi": {"kind": "dynamic", "table": "2775", "domain": "0000", "regions": ["1275"], "years": [2025, 2026]},
     "replies": [{…}, {…}]}

An answer may hold more than was wanted; what is not, is not read. A list of an answer that names regions is one of
regions, and keeps those that are wanted; a table that names none is about the region whose site it is on.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np

from data import labels, places
from data.layouts import simdasi, static_table, webapi
from data.layouts.book import tables_of_book
from data.layouts.figure import REGION, UNSAID, YEAR, Table, name_code
from data.layouts.period_word import when
from model.problems import Problem

NATION = "9999"
_LISTS = ("vervar", "turvar", "tahun", "turtahun")


def knows(content: Any) -> bool:
    """Whether a JSON file is of this family."""
    return (
        isinstance(content, dict)
        and isinstance(content.get("bps_webapi"), dict)
        and isinstance(content.get("replies"), list)
    )


def tables(content: dict[str, Any]) -> tuple[list[Table], list[Problem]]:
    """The tables of the answers, with what was wanted of them, and what is wrong with their sheets."""
    wish = content["bps_webapi"]
    regions = frozenset(str(region) for region in wish.get("regions") or ())
    years = frozenset(int(year) for year in wish.get("years") or () if str(year).isdigit())
    replies = [reply for reply in content["replies"] if isinstance(reply, dict)]
    found: list[Table] = []
    problems: list[Problem] = []
    for reply in _merged(_narrowed(reply, regions, years) for reply in replies if webapi.knows(reply)):
        found += webapi.tables(reply)
    for reply in replies:
        if simdasi.knows(reply):
            found += simdasi.tables(reply)
        elif not webapi.knows(reply) and static_table.knows(reply):
            more, told = tables_of_book(static_table.book(reply))
            found, problems = [*found, *more], [*problems, *told]
    home = _home(str(wish.get("domain", "")))
    kept = [_wanted(table, regions, years, home) for table in found]
    return [table for table in kept if len(table.figures)], problems


def _home(domain: str) -> str | None:
    """The region whose site a domain is."""
    if domain == "0000":
        return NATION
    place = places.of_code(domain)
    return place.region if place else None


def _narrowed(reply: dict[str, Any], regions: frozenset[str], years: frozenset[int]) -> dict[str, Any]:
    """An answer whose lists hold what is wanted and no other region or year."""
    narrow = dict(reply)
    for name in ("vervar", "turvar"):
        rows = _rows(reply, name)
        named = [_region(row, name) for row in rows]
        if regions and any(named):
            narrow[name] = [row for row, region in zip(rows, named, strict=True) if region in regions]
    if years:
        narrow["tahun"] = [row for row in _rows(reply, "tahun") if _year(row) in years]
    empty = any(not narrow.get(name) for name in _LISTS if reply.get(name))
    return narrow | {"datacontent": {}} if empty else narrow


def _region(row: dict[str, Any], name: str) -> str | None:
    number = str(row.get("val", ""))
    coded = places.of_code(number) if name == "vervar" and len(number) in (4, 7) else None
    place = places.of_label(labels.clean(str(row.get("label", "")))) or coded
    return place.region if place else None


def _year(row: dict[str, Any]) -> int | None:
    said, number = when(labels.clean(str(row.get("label", "")))).year, str(row.get("val", ""))
    return said if said is not None else int(number) + 1900 if number.isdigit() and len(number) == 3 else None


def _rows(reply: dict[str, Any], name: str) -> list[dict[str, Any]]:
    held = reply.get(name)
    return [row for row in held if isinstance(row, dict)] if isinstance(held, list) else []


def _merged(replies: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Answers about the same variable in the same unit as one; BPS gives few years at a time."""
    merged: dict[str, dict[str, Any]] = {}
    for reply in replies:
        about = str([(row.get("val"), row.get("label"), row.get("unit")) for row in _rows(reply, "var")])
        if not reply["datacontent"]:
            continue
        whole = merged.setdefault(about, {**reply, **{name: [] for name in _LISTS}, "datacontent": {}})
        for name in _LISTS:
            seen = {str(row.get("val")) for row in whole[name]}
            whole[name] += [row for row in _rows(reply, name) if str(row.get("val")) not in seen]
        whole["datacontent"].update(reply["datacontent"])
    return list(merged.values())


def _wanted(table: Table, regions: frozenset[str], years: frozenset[int], home: str | None) -> Table:
    """A table with the figures that are wanted."""
    facts = table.figures.facts
    if table.context.region is None and home and not (facts[REGION] != UNSAID).any():
        table.context = table.context._replace(region=home)
    near = (name_code(table.context.region), table.context.year if table.context.year is not None else UNSAID)
    where = np.where(facts[REGION] == UNSAID, near[0], facts[REGION])
    when_ = np.where(facts[YEAR] == UNSAID, near[1], facts[YEAR])
    keep = np.ones(len(table.figures), bool)
    if regions:
        keep &= np.isin(where, [*(name_code(region) for region in sorted(regions)), UNSAID])
    if years:
        keep &= np.isin(when_, [*sorted(years), UNSAID])
    table.figures = table.figures.only(keep)
    return table
