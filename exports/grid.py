"""A result as people read it: items down in BPS order, periods across, the chosen region first."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isnan

import pandas as pd

from model.dimensions import STATUSES, weakest
from model.items import order
from text import lookup
from text.lookup import say
from text.numbers import MISSING
from text.phrase import capital


@dataclass(frozen=True)
class Figure:
    """One cell: the figure as printed, NaN where there is none, and the sign beside it (`†` for a small base)."""

    shown: float
    sign: str = ""


@dataclass(frozen=True)
class Grid:
    """Headings of periods with their marks; a line for each region and item, both as codes."""

    periods: tuple[str, ...]
    lines: Mapping[tuple[str, str], tuple[Figure, ...]]

    @property
    def regions(self) -> tuple[str, ...]:
        """The regions, in the order of the lines."""
        return tuple(dict.fromkeys(region for region, _ in self.lines))


NOTHING = Figure(float("nan"))


def grid(result: pd.DataFrame, lang: str, chosen: str = "") -> Grid:
    """The figures of one measure at one price basis as a grid, the lines of the region `chosen` first."""
    periods = sorted(set(result["period"]))
    keys = zip(result["region"], result["item"], result["period"], strict=True)
    signs = map(lookup.sign, result["reason"])
    figures = dict(zip(keys, map(Figure, result["shown"].tolist(), signs), strict=True))
    regions = sorted(set(result["region"]), key=lambda region: (region != chosen, region))
    items = sorted(set(result["item"]), key=order)
    return Grid(
        tuple(lookup.period(period, lang, _status(result, period)) for period in periods),
        {
            (region, item): tuple(figures.get((region, item, period), NOTHING) for period in periods)
            for region in regions
            for item in items
        },
    )


def chosen_first(result: pd.DataFrame, chosen: str) -> pd.DataFrame:
    """The rows as they are, those of the region `chosen` before the others."""
    return result.sort_values("region", key=lambda region: region != chosen, kind="stable", ignore_index=True)


def footnotes(result: pd.DataFrame, lang: str) -> list[str]:
    """What the dashes and signs of a table stand for: each reason for a gap, and what is special of a figure, once."""
    found: dict[str, None] = {}
    for value, code in zip(result["value"], result["reason"], strict=True):
        if code and isnan(value):
            found[say("block.why", lang, missing=MISSING, reason=lookup.reason(code, lang))] = None
        elif code:
            found[say(f"note.{code}", lang) if lookup.sign(code) else f"{capital(lookup.reason(code, lang))}."] = None
    return list(found)


def legend(result: pd.DataFrame, lang: str) -> Iterator[str]:
    """The marks that stand in a table, each with its meaning."""
    present = set(result.loc[result["value"].notna(), "status"])
    return (say(f"legend.{status}.table", lang) for status in STATUSES if status in present and lookup.mark(status))


def _status(result: pd.DataFrame, period: str) -> str | None:
    """The weakest status of the figures of a period; None where there are none."""
    present = set(result.loc[(result["period"] == period) & result["value"].notna(), "status"])
    return weakest(present) if present else None
