"""Releases and editions: where figures come from, and what was known when.

A release is a set of observations published together. Edition *k* is the first *k* releases in effect, in the order
(`effective_at`, id), with the newest value of each key. An edition never changes, so its content hash names it for ever.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd


@dataclass(frozen=True)
class Origin:
    """Where the figures of a release come from, in the words of its `origin.toml`."""

    publisher: str
    table: str
    title: str
    url: str
    retrieved: date
    reached_us: str
    licence: str
    caveat: str
    short_id: str
    short_en: str


@dataclass(frozen=True)
class Release:
    """A set of observations that came into effect together."""

    id: str
    order: int
    effective_at: datetime
    sha256: str
    origin: Origin
    observations: pd.DataFrame = field(repr=False, compare=False)


@dataclass(frozen=True)
class Edition:
    """What is known with the first `number` releases in effect.

    `observations` is the one table; `release_of` gives the id of the release of each of its rows, by the same index.
    """

    number: int
    effective_at: datetime
    content_hash: str
    releases: tuple[Release, ...] = field(repr=False, compare=False)
    observations: pd.DataFrame = field(repr=False, compare=False)
    release_of: pd.Series = field(repr=False, compare=False)

    def origins(self, rows: pd.Index) -> tuple[Origin, ...]:
        """The origins of these rows of `observations`, in the order of the releases."""
        used = set(self.release_of.loc[rows].unique())
        return tuple(release.origin for release in self.releases if release.id in used)
