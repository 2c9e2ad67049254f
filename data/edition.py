"""From releases to editions: the newest value of each key, as known with the first so many releases."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import pandas as pd

from data.canonical import content_hash, in_key_order
from model.dimensions import Status
from model.observations import KEY
from model.release import Edition, Release


def in_order(releases: Iterable[Release]) -> tuple[Release, ...]:
    """The releases in the order in which they take effect: by moment, then order, then id."""
    return tuple(sorted(releases, key=lambda release: (release.effective_at, release.order, release.id)))


def in_effect(releases: Iterable[Release], now: datetime) -> tuple[Release, ...]:
    """The releases that have taken effect at `now`, in order; one whose moment lies ahead is never among them."""
    return tuple(release for release in in_order(releases) if release.effective_at <= now)


def assemble(releases: Sequence[Release]) -> Edition:
    """The edition of these releases, given in order; at least one."""
    stacked = pd.concat([release.observations for release in releases], ignore_index=True)
    source = pd.Series(
        [release.id for release in releases for _ in range(len(release.observations))], index=stacked.index, dtype="str"
    )
    kept = in_key_order(stacked.assign(release=source).loc[_newest(stacked)])
    obs = kept.drop(columns="release")
    return Edition(
        number=len(releases),
        effective_at=releases[-1].effective_at,
        content_hash=content_hash(obs),
        releases=tuple(releases),
        observations=obs,
        release_of=kept["release"],
    )


def _newest(stacked: pd.DataFrame) -> pd.Series:
    """Which rows stand: the last of each key, but an `unknown` status gives way to a known one before an equal value.

    Among the rows at the end of a key that repeat its last value, the last with a known status stands, else the last.
    """
    again = stacked.duplicated(list(KEY), keep=False)
    stands = ~again
    for _, rows in stacked.loc[again].groupby(list(KEY), sort=False):
        equal = (rows["value"] == rows["value"].iloc[-1]).iloc[::-1].cummin()
        known = (rows["status"] != Status.UNKNOWN).iloc[::-1] & equal
        stands[known.idxmax() if known.any() else rows.index[-1]] = True
    return stands
