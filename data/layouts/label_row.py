"""Rows of a table: what their labels say, labels over two rows, labels that hold for the rows below.

The labels of a row fall into what they tell: when, where, at which prices, and the rest, among which is the item. Each
different combination of one kind is looked at once, however many rows have it.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data import labels
from data.grid import Codes
from data.layouts.cell_word import is_note, text_of
from data.layouts.figure import ITEM, REGION, STRANGER, UNSAID, FactArray, coded, name_code, over
from data.layouts.heading import carry, hold_items, join, leads
from data.layouts.label import FIGURE, PLACE, REST, TIME, WORDS, Reader
from data.layouts.labels_of_rows import Labels
from data.layouts.traits import Flags, distinct
from data.numbers import looks
from data.places import of_code


@dataclass
class Read:
    """What the labels say of each row.

    facts       what its labels say, completed by rows above
    row         it has labels, and is no heading
    known       every label of it was understood
    kemendagri  the number of the Kemendagri code that it was named by, among `codes`; 0 for none
    left        the number of the words that were not understood, among `strangers`
    lost        it is about a region that is in no list, or a period that is none
    named       the cell that names such a region in its row, 0 where it stands in a heading above; `headings` are those
    dated       the cell that stands where a period should, and is none
    """

    facts: FactArray
    row: Flags
    known: Flags
    kemendagri: NDArray[np.int64]
    codes: list[str]
    left: NDArray[np.int64]
    strangers: list[str]
    lost: Flags
    named: Codes
    dated: Codes
    headings: dict[int, str]


def read_labels(told: Labels, reader: Reader, bare: Flags) -> Read:
    """What the labels of each row say, with what rows above and below say about it.

    `bare` rows hold no figure: they are headings for the rows below, or halves of labels.
    """
    facts, rest = told.under_heads()
    kinds = np.zeros(len(told.pool), np.int8)
    for code in rest.codes():
        cell = told.pool[code]
        kind = reader.kind(text_of(cell).strip())
        kinds[code] = FIGURE if kind == REST and looks(cell) else kind
    left, codes, strangers = np.zeros(told.count, bool), [""], [""]
    kemendagri = words = np.zeros(told.count, np.int64)
    for kind in (REST, TIME, PLACE, WORDS):
        texts, index = rest.combinations(kinds == kind)
        found = [reader.facts(some) for some in texts]
        facts = over(facts, coded([said for said, _, _ in found])[:, index])
        left |= np.array([bool(strange) for _, _, strange in found])[index]
        if kind == PLACE:
            kemendagri, codes = index, [code for _, code, _ in found]
        if kind == REST:
            words, strangers = index, [" ".join(map(labels.clean, strange)) for _, _, strange in found]
    for dense in rest.columns:
        left |= kinds[dense] == FIGURE
    above = leads(told, reader, bare)
    row = told.any & ~above.lead
    named = np.where(row & (facts[REGION] == UNSAID), _unknown_regions(told, reader, bare, kinds), 0)
    facts[REGION, named > 0] = name_code(STRANGER)
    facts[:, ~row] = UNSAID
    join(told, rest, reader, facts, left & row, above.halves, bare)
    if not reader.items_across:
        hold_items(facts, rest, reader, bare)
    carry(facts, above.headings)
    dated = np.where(row, _unknown_periods(told, rest, reader, bare), 0)
    lost = (facts[REGION] == name_code(STRANGER)) | (dated > 0)
    known = (facts[ITEM] != UNSAID) | reader.items_across | ~left
    kemendagri = np.where(row, kemendagri, 0)
    return Read(facts, row, known & row, kemendagri, codes, words, strangers, lost, named, dated, above.strangers)


def _unknown_regions(told: Labels, reader: Reader, bare: Flags, kinds: NDArray[np.int8]) -> Codes:
    """For each row the cell that stands in a column of regions but names none that is known; 0 where there is none."""
    found = np.zeros(told.count, np.int32)
    for head, dense in zip(told.heads, told.columns, strict=True):
        texts = {code: text_of(told.pool[code]).strip() for code in distinct(dense[~bare], told.pool) if code}
        known = {code for code, text in texts.items() if kinds[code] == PLACE or of_code(text)}
        items = {code for code in texts.keys() - known if reader.names_item(texts[code])}
        if len(known) > len(items) or head == "region" and not items:
            others = [code for code in texts.keys() - known if _can_be_a_region(int(kinds[code]), texts[code])]
            found = np.where(found == 0, np.where(np.isin(dense, others) & ~bare, dense, 0), found)
    return found


def _can_be_a_region(kind: int, text: str) -> bool:
    """Whether a label among regions can be a name or a code of one: a word, or a number of four digits or more."""
    return len(text) > 3 if kind == FIGURE else kind == REST and not is_note(text)


def _unknown_periods(told: Labels, rest: Labels, reader: Reader, bare: Flags) -> Codes:
    """For each row the cell that stands under the head of years or quarters but names none; 0 where there is none."""
    found = np.zeros(told.count, np.int32)
    for head, dense, left in zip(told.heads, told.columns, rest.columns, strict=True):
        others = [code for code in distinct(left[~bare], told.pool) if code]
        items = [code for code in others if reader.names_item(text_of(told.pool[code]).strip())]
        if head in ("year", "quarter") and len(distinct(dense, told.pool)) - len(others) > len(items):
            found = np.where(found == 0, np.where(bare, 0, left), found)
    return found
