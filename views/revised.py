"""What a newer edition says otherwise of a region: how many figures, and the one that changed most, in a sentence."""

from dataclasses import dataclass, field

import pandas as pd

from model.dimensions import Unit
from stats.revision import Kind, revision
from text import lookup
from text.lookup import say
from text.numbers import number


@dataclass(frozen=True)
class Revised:
    """How many figures of a region a newer edition has otherwise (`count`), and how many it has besides (`added`).

    `largest` is the revised row (`stats.revision.COLUMNS`) with the largest change in billion rupiah, in another unit
    where none is in that; None where no figure was revised.
    """

    count: int
    added: int
    largest: pd.Series | None = field(compare=False)


def revised(older: pd.DataFrame, newer: pd.DataFrame, region: str) -> Revised:
    """What `newer`, the one table of an edition, says of a region otherwise than `older`."""
    rows = revision(older, newer[newer["region"] == region])
    changed = rows[rows["kind"] == Kind.REVISED]
    in_rupiah = changed[changed["unit"] == Unit.BILLION_IDR]
    told = changed if in_rupiah.empty else in_rupiah
    largest = None if told.empty else told.iloc[int(told["size"].abs().to_numpy().argmax())]
    return Revised(len(changed), int((rows["kind"] == Kind.NEW).sum()), largest)


def sentence(found: Revised, region: str, lang: str) -> str:
    """What became of the figures of the region since the older edition."""
    name = lookup.region_in_sentence(region, lang)
    if found.largest is not None:
        return say("revised.some", lang, count=number(found.count, lang, 0), region=name, largest=figure(found, lang))
    if found.added:
        return say("revised.added", lang, count=number(found.added, lang, 0), region=name)
    return say("revised.none", lang, region=name)


def figure(found: Revised, lang: str) -> str:
    """The largest revision: which figure, from what to what, in which unit."""
    row = found.largest
    assert row is not None
    return say(
        "revised.largest",
        lang,
        item=lookup.item_in_sentence(row["item"], lang),
        period=lookup.period(row["period"], lang, row["status_after"] or None),
        approach=say(f"approach.{row['approach']}.name", lang),
        basis=lookup.basis(row["price_basis"], lang),
        before=number(row["before"], lang),
        after=number(row["after"], lang),
        unit=lookup.unit(row["unit"], lang),
    )
