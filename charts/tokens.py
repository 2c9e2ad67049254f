"""Colours by item code, and how a status looks; the values stand in `tokens.toml`."""

import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, Literal, NamedTuple

from model.dimensions import Status
from model.items import COMPONENTS, GROUPS, INDUSTRIES, SERVICES, SERVICES_PUBLIC

Theme = Literal["light", "dark"]
THEMES: tuple[Theme, ...] = ("light", "dark")

_TOML: dict[str, Any] = tomllib.loads(Path(__file__).with_name("tokens.toml").read_text("utf-8"))

HEIGHT: dict[str, int] = _TOML["height"]


class Colour(NamedTuple):
    """The three colours of a code: for bars, for text on that bar, for lines and labels on the ground."""

    fill: str
    on: str
    line: str


class Look(NamedTuple):
    """How a status looks: hatch of a bar, dash of a line, form of a point."""

    pattern: str
    size: float
    solidity: float
    dash: str
    symbol: str
    hollow: bool


def ui(name: str, theme: Theme) -> str:
    """A colour of ground, ink, rules and signs."""
    return str(_TOML[theme]["ui"][name])


def heat(name: str, theme: Theme) -> str:
    """The ground of a class of the map of changes."""
    return str(_TOML[theme]["heat"][name])


@cache
def colour(code: str, theme: Theme) -> Colour:
    """The colour of an item: its own for groups, industries and components, its category's for a part (`C.1`).

    RESIDUAL, TOTAL_NONMIGAS and sets named by a caller have none of their own: grey, as the rest.
    """
    head = code.split(".")[0]
    for level in ("groups", "industries", "components"):
        if head in _TOML[theme][level]:
            return Colour(*_TOML[theme][level][head])
    return Colour(*_TOML[theme]["groups"]["OTHERS"])


@cache
def group_colour(code: str, theme: Theme, public: bool = False) -> Colour:
    """The colour of the group an item belongs to: trade, services, the rest; public services apart when asked for."""
    head = code.split(".")[0]
    if head in GROUPS or head in ("TOTAL", "OTHERS"):
        return colour(head, theme)
    if public and head in SERVICES_PUBLIC:
        return colour("SERVICES_PUBLIC", theme)
    if head in SERVICES:
        return colour("SERVICES", theme)
    return colour("TRADE" if head == "G" else "OTHERS", theme)


@cache
def look(status: str) -> Look:
    """Hatch, dash and point of a status."""
    row = _TOML["status"][Status(status).value]
    return Look(row["pattern"], row.get("size", 0), row.get("solidity", 0), row["dash"], row["symbol"], row["hollow"])


def one_level(codes: Iterable[str]) -> None:
    """Refuse groups and industries in one stack: their colours do not tell them apart, and their parts overlap."""
    named = [code.split(".")[0] for code in codes]
    groups = [code for code in named if code in GROUPS]
    single = [code for code in named if code in INDUSTRIES or code in COMPONENTS]
    if groups and single:
        raise ValueError(f"groups {groups} and industries {single} in one chart")
