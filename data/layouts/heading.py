"""What rows of labels without figures say: headings that hold for the rows below, and labels that run over rows."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data import labels, places
from data.layouts.cell_word import meaning, text_of
from data.layouts.figure import (
    BASIS,
    ITEM,
    QUARTER,
    REGION,
    SILENT,
    STRANGER,
    UNIT,
    UNSAID,
    YEAR,
    FactArray,
    Facts,
    coded,
    name_code,
)
from data.layouts.label import Reader
from data.layouts.labels_of_rows import Labels
from data.layouts.traits import Flags, distinct


@dataclass
class Leads:
    """Rows of labels without figures that name no item: headings that hold below, and halves of labels by their row.

    `strangers` are headings that name a region which is in no list.
    """

    lead: Flags
    headings: FactArray
    halves: dict[int, str]
    strangers: dict[int, str]


def leads(told: Labels, reader: Reader, bare: Flags) -> Leads:
    found = Leads(np.zeros(told.count, bool), np.full((len(SILENT), told.count), UNSAID, np.int16), {}, {})
    for row in np.flatnonzero(bare & told.any & (not reader.items_across)).tolist():
        text = told.of_row(row)[-1]
        said = meaning(text)
        if said.item(reader.approach) is not None:
            continue
        found.lead[row] = True
        stranger = None if said.place else places.unknown(text)
        if stranger:
            found.strangers[row] = text
        if said.place or stranger or any(said.words) or said.when.whole:
            region = said.place.region if said.place else STRANGER if stranger else None
            words, when = said.words, said.when
            heading = Facts(None, region, when.year, when.quarter, when.mark, words.basis, unit=words.unit)
            found.headings[:, row] = coded([heading])[:, 0]
        else:
            found.halves[row] = text
    return found


def join(
    told: Labels, rest: Labels, reader: Reader, facts: FactArray, left: Flags, halves: dict[int, str], bare: Flags
) -> None:
    """Finds the items of labels that run on over rows without figures, below or above."""
    read = told.any.copy()
    read[list(halves)] = False
    begun = np.full(told.count, -1)
    begun[list(halves)] = list(halves)
    half = _before(np.maximum.accumulate(begun)) if told.count else begun
    last = _before(np.maximum.accumulate(np.where(read, np.arange(told.count), -1))) if told.count else begun
    below = np.append(bare[1:], False)
    open_ = (
        left
        & (facts[ITEM] == UNSAID)
        & (not reader.items_across)
        & (below | (half > last) | np.append(False, bare[:-1]))
    )
    for row in np.flatnonzero(open_).tolist():
        following = []
        for at in range(row + 1, min(row + 3, told.count)):
            if not bare[at]:
                break
            following.append(" ".join(told.of_row(at)))
        above = [halves[int(half[row])]] if half[row] > last[row] else []
        if not above and row and bare[row - 1] and told.any[row - 1]:
            above = told.of_row(row - 1)[-1:]
        facts[ITEM, row] = name_code(_joined(reader, rest.of_row(row), above, following))


def _before(values: NDArray[np.int64]) -> NDArray[np.int64]:
    """Each value one place later."""
    return np.append(-1, values[:-1])


def _joined(reader: Reader, texts: list[str], above: list[str], below: list[str]) -> str | None:
    """The item of a label with its rows above and below; None where there is none."""
    _, _, left = reader.facts(texts)
    if not left:
        return None
    *codes, own = left
    code = " ".join(code for code in codes if labels.item_of_code(code))
    for words in ([own, *below[:1]], [own, *below], [*above, own], [*above, own, *below[:1]]):
        text = " ".join([*([code + "."] if code else []), *words])
        found = labels.find(text, reader.approach) if len(words) > 1 else None
        if found:
            return found
    return None


def hold_items(facts: FactArray, rest: Labels, reader: Reader, bare: Flags) -> None:
    """An item holds for the rows below that name only a region, a price basis or a period.

    It stands above them in a row without figures, or in a column of its own that is blank beside them.
    """
    named = facts[ITEM] != UNSAID
    about = ~named & ~bare & (facts[[REGION, BASIS, YEAR, QUARTER]] != UNSAID).any(axis=0)
    beside = np.zeros(rest.count, bool)
    for dense in rest.columns:
        codes = [code for code in distinct(dense[named], rest.pool) if code]
        items = [code for code in codes if reader.names_item(text_of(rest.pool[code]).strip())]
        beside |= (dense > 0) & bool(items)
    last = np.maximum.accumulate(np.where(named, np.arange(rest.count), -1)) if rest.count else beside.astype(int)
    blank = about & ~beside & (last >= 0)
    regular = int(blank.sum()) >= int((named & ~bare).sum()) > 0
    held = about & (last >= 0) & (bare[last] | (blank & regular))
    facts[ITEM, held] = facts[ITEM, last[held]]


def carry(facts: FactArray, headings: FactArray) -> None:
    """Regions and years hold for the rows below until another is named, what else a heading says too."""
    for field in (REGION, YEAR, QUARTER, BASIS, UNIT):
        source = facts[field] if field in (REGION, YEAR) else headings[field]
        source = np.where(headings[field] != UNSAID, headings[field], source)
        carried = _last_said(source)
        facts[field] = np.where(facts[field] != UNSAID, facts[field], carried)


def _last_said(values: NDArray[np.int16]) -> NDArray[np.int16]:
    """Each value that is said, and where none is, the last one before it."""
    said = np.maximum.accumulate(np.where(values != UNSAID, np.arange(len(values)), -1)) if len(values) else values
    found: NDArray[np.int16] = np.where(said >= 0, values[said], UNSAID).astype(np.int16)
    return found
