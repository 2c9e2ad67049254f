"""The tables of BPS: those that are declared in `data/tables.toml`, and how any other is named.

    2775               a dynamic table, by its number
    static/1211        a static table, by its number
    simdasi/QkZ5…==    a table of SIMDASI, by its id

The domain is a site of BPS by four digits: `0000` the national one, `1275` that of Kota Medan.
"""

import re
import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from data.webapi.errors import NotSetUp

DECLARED = Path(__file__).resolve().parents[1] / "tables.toml"
NATIONAL, MEDAN = "0000", "1275"
_NUMBER = re.compile(r"[0-9]{1,7}")
_ID = re.compile(r"[A-Za-z0-9+/_-]{4,120}={0,2}")
_DOMAIN = re.compile(r"[0-9]{4}")


class Kind(StrEnum):
    """The families of tables that the WebAPI has."""

    DYNAMIC = "dynamic"
    STATIC = "static"
    SIMDASI = "simdasi"


@dataclass(frozen=True)
class SourceTable:
    """A table of BPS by its kind, number and domain; titles are empty where it is not declared.

    `regions` says whose figures it is known to hold: `regencies`, `province`, or nothing. `levels` is False where it is
    known to hold none of GRDP itself, so that it can be looked at and not handed in.
    """

    kind: Kind
    number: str
    domain: str
    regions: str = ""
    levels: bool = True
    title_id: str = ""
    title_en: str = ""

    @property
    def name(self) -> str:
        """As it is typed."""
        return self.number if self.kind is Kind.DYNAMIC else f"{self.kind}/{self.number}"

    def title(self, lang: str) -> str:
        """What it is called here, `id` or `en`; empty where it is not declared."""
        return self.title_en if lang == "en" else self.title_id


@cache
def declared() -> tuple[SourceTable, ...]:
    """The declared tables, in their order."""
    stated = tomllib.loads(DECLARED.read_text(encoding="utf-8"))["table"]
    return tuple(SourceTable(**{"kind": Kind(table.pop("kind", Kind.DYNAMIC))} | table) for table in map(dict, stated))


def table(name: str, domain: str | None = None) -> SourceTable:
    """The table of that name; NotSetUp where it is no name, or the domain is none.

    One that is not declared is looked for at the site of Kota Medan, unless a domain is named.

    >>> table("2775").domain, table("2775", "1275").domain, table("static/1211").domain
    ('0000', '1275', '1275')
    """
    kind, _, number = (
        name.rpartition("/") if name.startswith((*(f"{kind}/" for kind in Kind),)) else ("dynamic", "", name)
    )
    if name.startswith(f"{Kind.SIMDASI}/"):
        kind, number = Kind.SIMDASI, name.removeprefix(f"{Kind.SIMDASI}/")
    fit = _ID if kind == Kind.SIMDASI else _NUMBER
    if not fit.fullmatch(number):
        raise NotSetUp("table", found=name[:80])
    if domain is not None and not _DOMAIN.fullmatch(domain):
        raise NotSetUp("domain", found=domain[:80])
    known = next((one for one in declared() if (one.kind, one.number) == (kind, number)), None)
    if known and domain in (None, known.domain):
        return known
    return SourceTable(Kind(kind), number, domain or MEDAN)
