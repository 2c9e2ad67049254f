"""The published sentences that a table would change: the finding of a region and period, before and after."""

from typing import NamedTuple

import pandas as pd

from model.dimensions import Approach, Frequency, Measure
from model.period import parse, shift
from stats.revision import Kind, applied
from text import lookup
from views.headline import finding
from views.period import opening, periods
from views.view import MEDAN

MOST = 60
"""Regions and periods whose sentences are compared, the newest of each region first."""


class Told(NamedTuple):
    """A sentence before and after; empty where there is none. `opening`: the one that *Ringkasan* opens with."""

    region: str
    period: str
    before: str
    after: str
    opening: bool = False


def told(
    edition: pd.DataFrame, submitted: pd.DataFrame, values: pd.DataFrame, lang: str
) -> tuple[tuple[Told, ...], int]:
    """The sentences that would read otherwise, and how many regions and periods were not looked at.

    `values` says what becomes of each submitted row (`stats.revision.revision`).
    """
    affected = _affected(values)
    before = _production(edition)
    after = _production(applied(edition[edition["region"].isin(list(affected))], submitted)) if affected else before
    found: list[Told] = []
    read = unread = 0
    for region in sorted(affected, key=lambda code: (code != MEDAN, code)):
        old, new = (obs[obs["region"] == region] for obs in (before, after))
        here = _here(old, new, region, affected[region])
        room = here[: max(MOST - read, 0)]
        read, unread = read + len(room), unread + len(here) - len(room)
        opened = _opening(old, new, region, lang) if room else []
        pairs = (Told(region, period, *_pair(old, new, region, period, lang)) for period in room)
        said = {pair.after for pair in opened}
        found += opened + [
            pair for pair in pairs if pair.before != pair.after and (pair.before or pair.after not in said)
        ]
    return tuple(found), unread


def _affected(values: pd.DataFrame) -> dict[str, set[str]]:
    """By region the periods whose sentence may change: those of changed rows, a year and a quarter later."""
    known = set(lookup.regions())
    changed = (values["kind"] != Kind.EQUAL) | (values["status_before"] != values["status_after"])
    rows = values[changed & (values["approach"] == Approach.PRODUCTION) & (values["measure"] == Measure.LEVEL)]
    found: dict[str, set[str]] = {}
    for region, period in rows[["region", "period"]].drop_duplicates().itertuples(index=False):
        if region in known:
            found.setdefault(region, set()).update(_later(period))
    return found


def _later(period: str) -> set[str]:
    at = parse(period)
    year = str(at._replace(year=at.year + 1))
    return {period, year} | ({shift(period, 1)} if at.frequency == Frequency.Q else set())


def _here(old: pd.DataFrame, new: pd.DataFrame, region: str, affected: set[str]) -> list[str]:
    """The affected periods that the region has, the newest first, years before quarters."""
    known = {**periods(old, region), **periods(new, region)}
    return sorted(sorted(affected & set(known), reverse=True), key=len)


def _pair(old: pd.DataFrame, new: pd.DataFrame, region: str, period: str, lang: str) -> tuple[str, str]:
    before, after = (finding(obs, region, period, lang) if period in periods(obs, region) else "" for obs in (old, new))
    return before, after


def _opening(old: pd.DataFrame, new: pd.DataFrame, region: str, lang: str) -> list[Told]:
    """The sentences that the overview opens with, where it opens with another period."""
    was, will_be = opening(old, region), opening(new, region)
    if was == will_be:
        return []
    before, after = (finding(obs, region, at, lang) if at else "" for obs, at in ((old, was), (new, will_be)))
    return [Told(region, will_be, before, after, opening=True)]


def _production(obs: pd.DataFrame) -> pd.DataFrame:
    return obs[(obs["approach"] == Approach.PRODUCTION) & (obs["measure"] == Measure.LEVEL)]
