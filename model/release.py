"""Releases and editions: where figures come from, and what was known when.

A release is a set of observations published together. Edition *k* is the first *k* releases in effect, in the order
(`effective_at`, id), with the newest value of each key. An edition never changes: its content hash names it for ever.
"""

from dataclasses import dataclass, field
from datetime import date, datetime

import pandas as pd


@dataclass(frozen=True)
class Origin:
    """Where the figures of a release come from, in the words of its `origin.toml`.

    What a person reads stands twice, in Indonesian (`_id`) and in English (`_en`); `words` picks one.
    """

    publisher_id: str
    publisher_en: str
    table: str
    """The number by which the publisher knows the table, e.g. `2194`; empty where none is named."""
    title_id: str
    title_en: str
    url: str
    repository: str
    path: str
    commit: str
    dated: str
    """The day, month or year for which the publisher states the figures, as far as known (`2026-02-19`); else empty."""
    copied: str
    """When the copy that we read was taken from the publisher or laid down, as far as known; else empty."""
    retrieved: date
    licence_id: str
    licence_en: str
    caveat_id: str
    caveat_en: str
    short_id: str
    """The words for a source line under a chart."""
    short_en: str

    @property
    def reached_us(self) -> str:
        """The repository, path and commit by which the file reached us; empty where it came from the publisher."""
        return ", ".join(part for part in (self.repository, self.path, self.commit) if part)

    def words(self, name: str, lang: str) -> str:
        """`publisher`, `title`, `licence`, `caveat` or `short` in a language, `id` or `en`."""
        return str(getattr(self, f"{name}_{lang}"))


@dataclass(frozen=True)
class Release:
    """A set of observations that came into effect together; the store gives its rows (`data.store.rows_of`)."""

    id: str
    order: int
    """Its place among the releases by when they entered the store, from 1; decides between equal moments."""
    effective_at: datetime
    sha256: str
    """Of the file that it came from; empty where there was none."""
    origin: Origin
    rows: int
    kind: str = "shipped"
    """`shipped` with the program, `table`, `correction` (of what was wrong), or `rollback` to an older edition."""
    created_by: str = ""
    approved_by: str = ""
    mode: str = "office"
    """`local` where one person may have done everything."""
    reason: str = ""


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
