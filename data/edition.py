"""From releases to editions: which row of each key stands with the first so many releases.

A *stack* is the one table with two more columns: `release`, the id of the release whose origin a row has, and `firm`,
true for a row that stands whatever stood before it (a rollback gives back exactly an older edition). Its rows lie in
the order of their releases. A row of status `WITHDRAWN` has no value and takes its key out.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol, TypeVar

import numpy as np
import pandas as pd

from data.canonical import in_key_order
from model.dimensions import Status
from model.observations import COLUMNS, KEY, WITHDRAWN
from model.release import Edition, Release


class Timed(Protocol):
    """What takes effect: a release, shipped or stored."""

    @property
    def effective_at(self) -> datetime: ...
    @property
    def order(self) -> int: ...


T = TypeVar("T", bound=Timed)


def in_order(releases: Iterable[T]) -> tuple[T, ...]:
    """The releases in the order in which they take effect: by moment, then order."""
    return tuple(sorted(releases, key=lambda release: (release.effective_at, release.order)))


def in_effect(releases: Iterable[T], now: datetime) -> tuple[T, ...]:
    """The releases that have taken effect at `now`, in order; one whose moment lies ahead is never among them."""
    return tuple(release for release in in_order(releases) if release.effective_at <= now)


def stack(obs: pd.DataFrame, release: str | pd.Series, firm: bool = False) -> pd.DataFrame:
    """The one table as a stack: `release` is its id, or the ids of the releases whose origin the rows have."""
    named = release if isinstance(release, pd.Series) else pd.Series(release, index=obs.index, dtype="str")
    return obs[list(COLUMNS)].assign(release=named, firm=firm)


def stand(stacks: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """The rows that stand of these stacks, given in order, as one stack in key order, none firm, none withdrawn.

    So `stand([stand(first), *rest])` is `stand([*first, *rest])`.
    """
    rows = pd.concat(stacks, ignore_index=True) if len(stacks) > 1 else stacks[0].reset_index(drop=True)
    again = rows.duplicated(list(KEY), keep=False).to_numpy()
    keep = ~again
    if again.any():
        keep[_standing(rows.loc[again])] = True
    keep &= (rows["status"] != WITHDRAWN).to_numpy()
    return in_key_order(rows.loc[keep].assign(firm=False))


def _standing(rows: pd.DataFrame) -> np.ndarray:
    """The index of the row that stands of each key; every key has more than one row.

    The last of each key, but an `unknown` status gives way to a known one before an equal value: among the rows at the
    end of a key that repeat its last value, down to a firm one, the last with a known status stands, else the last.
    """
    keys = rows.groupby(list(KEY), sort=False).ngroup().to_numpy()
    by_key = np.argsort(keys, kind="stable")[::-1]  # each key's rows together, the newest first
    keys, value = keys[by_key], rows["value"].to_numpy()[by_key]
    firm, known = rows["firm"].to_numpy()[by_key], (rows["status"] != Status.UNKNOWN).to_numpy()[by_key]
    first = np.r_[True, keys[1:] != keys[:-1]]
    start = np.maximum.accumulate(np.where(first, np.arange(len(keys)), 0))
    broken = (value != value[start]) | np.r_[False, firm[:-1] & ~first[1:]]
    breaks = np.cumsum(broken)
    repeats = breaks == breaks[start] - broken[start]
    place = np.where(repeats & known, np.arange(len(keys)), len(keys))
    best = np.minimum.reduceat(place, np.flatnonzero(first))
    return rows.index.to_numpy()[by_key[np.where(best < len(keys), best, np.flatnonzero(first))]]


def of_standing(releases: Sequence[Release], standing: pd.DataFrame, content: str) -> Edition:
    """The edition of these releases whose rows and content hash are known."""
    return Edition(
        number=len(releases),
        effective_at=releases[-1].effective_at,
        content_hash=content,
        releases=tuple(releases),
        observations=standing[list(COLUMNS)],
        release_of=standing["release"],
    )
