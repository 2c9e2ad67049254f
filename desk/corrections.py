"""The corrections in effect: releases that say what was wrong, and returns to an older edition."""

from dataclasses import dataclass, field

import pandas as pd

from data import store
from data.kept import kept
from views.corrected import corrected

KINDS = ("correction", "rollback")
KEPT = 64


@dataclass(frozen=True)
class Correction:
    """One of them: the edition that it made, and its figures (`views.corrected`)."""

    entry: store.Entry
    figures: pd.DataFrame = field(repr=False, compare=False)


def corrections() -> tuple[Correction, ...]:
    """All that are in effect, the newest first; published figures only."""
    entries = store.catalogue()
    return tuple(
        Correction(entry, _figures(entry.number, before.content_hash, entry.content_hash))
        for before, entry in reversed(list(zip(entries, entries[1:], strict=False)))
        if entry.release.kind in KINDS
    )


@kept(KEPT)
def _figures(number: int, before: str, content_hash: str) -> pd.DataFrame:
    """What edition `number` corrected, looked up once; the content hashes keep editions of one number apart."""
    differ = store.diff(number - 1, number)
    named = {name: sorted(differ[name].unique()) for name in ("region", "item")}
    history = store.history(None, **named) if len(differ) else store.history(None, region="")
    return corrected(differ, history, number)
