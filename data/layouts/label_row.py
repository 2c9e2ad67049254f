"""Rows of a table: what their labels say, labels over two rows, labels that hold for the rows below.

The labels of a row fall into what they tell: when, where, at which prices, and the rest, among which is the item. Each
different combination of one kind is looked at once, however many rows have it.
"""

import re
from collections.abc import Mapping, Sequence
from copy import copy
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data import labels
from data.grid import Codes
from data.layouts.cell_word import meaning, text_of
from data.layouts.figure import (
    BASIS,
    ITEM,
    REGION,
    SILENT,
    UNIT,
    UNSAID,
    YEAR,
    FactArray,
    Facts,
    coded,
    name_code,
    over,
)
from data.layouts.label import FIGURE, PLACE, REST, TIME, WORDS, Reader, head_of, under
from data.layouts.traits import Flags, Rows, distinct, traits
from data.numbers import looks

_NUMERAL = re.compile(r"X{0,2}(?:IX|IV|V?I{0,3})")


class Labels:
    """The label columns of the rows of a block: which text stands where, and what heads a column."""

    def __init__(self, rows: Rows, columns: Sequence[int], heads: Mapping[int, str]) -> None:
        self.pool = rows.pool
        self.count = len(rows.numbers)
        blank = ~traits(rows.pool).text
        filled = {at: dense for at in columns if (dense := rows.column(at)).any() and not self._counts(dense)}
        self.columns = [np.where(blank[dense], 0, dense) for dense in filled.values()]
        self.heads = [head_of(heads.get(at, "")) for at in filled]
        self.any = np.any([dense > 0 for dense in self.columns], axis=0) if filled else np.zeros(self.count, bool)

    def _counts(self, dense: Codes) -> bool:
        """Whether a column numbers its rows I, II, III, IV, V …; I to IV alone would be quarters, and I an industry."""
        texts = {text_of(self.pool[code]).strip(" .)(") for code in distinct(dense, self.pool) if code}
        return {"III", "V"} <= texts and all(map(_NUMERAL.fullmatch, texts))

    def under_heads(self) -> tuple[FactArray, "Labels"]:
        """What years, quarters, regions and units say under a head of their kind, and the other labels.

        A code of an item or the number of a row may look the same; the head of the column tells them apart.
        """
        facts = np.full((len(SILENT), self.count), UNSAID, np.int16)
        rest = copy(self)
        rest.columns = list(self.columns)
        for at, (head, dense) in enumerate(zip(self.heads, self.columns, strict=True)):
            if not head:
                continue
            said = np.full((len(SILENT), len(self.pool)), UNSAID, np.int16)
            for code in distinct(dense, self.pool):
                if code:
                    said[:, code] = coded([under(head, labels.clean(text_of(self.pool[code])))])[:, 0]
            facts = over(facts, said[:, dense])
            rest.columns[at] = np.where((said != UNSAID).any(axis=0)[dense], 0, dense)
        return facts, rest

    def codes(self) -> list[int]:
        """The different cells of labels."""
        return [code for code in distinct(np.concatenate([*self.columns, np.zeros(1, np.int32)]), self.pool) if code]

    def of_row(self, row: int) -> list[str]:
        """The labels of a row, each once (a merged label stands in several cells)."""
        return self.texts([int(dense[row]) for dense in self.columns])

    def texts(self, codes: Sequence[int]) -> list[str]:
        """The texts of some cells, each once."""
        return list(dict.fromkeys(text_of(self.pool[code]).strip() for code in codes if code))

    def line(self, row: int) -> str:
        """The labels of a row as one text."""
        return " ".join(labels.clean(text) for text in self.of_row(row))

    def combinations(self, which: Flags) -> tuple[list[list[str]], NDArray[np.int64]]:
        """The different combinations of those labels of a row whose cells are flagged, and which one each row has."""
        columns = [np.where(which[dense], dense, 0) for dense in self.columns]
        columns = [dense for dense in columns if dense.any()]
        if not columns:
            return [[]], np.zeros(self.count, np.int64)
        index = np.zeros(self.count, np.int64)
        for dense in columns:
            index = _dense(index * len(self.pool) + dense)
        first = np.zeros(int(index.max()) + 1, np.int64)
        first[index[::-1]] = np.arange(self.count)[::-1]
        return [self.texts([int(dense[row]) for dense in columns]) for row in first.tolist()], index


def _dense(keys: NDArray[np.int64]) -> NDArray[np.int64]:
    return np.unique(keys, return_inverse=True)[1]


@dataclass
class Read:
    """What the labels say of each row.

    facts       what its labels say, completed by rows above
    row         it has labels, and is no heading
    known       every label of it was understood
    kemendagri  the number of the Kemendagri code that it was named by, among `codes`; 0 for none
    left        the number of the words that were not understood, among `strangers`
    """

    facts: FactArray
    row: Flags
    known: Flags
    kemendagri: NDArray[np.int64]
    codes: list[str]
    left: NDArray[np.int64]
    strangers: list[str]


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
    above = _leads(told, reader, bare)
    row = told.any & ~above.lead
    facts[:, ~row] = UNSAID
    _join(told, rest, reader, facts, left & row, above.halves, bare)
    _carry(facts, above.headings)
    known = (facts[ITEM] != UNSAID) | reader.items_across | ~left
    return Read(facts, row, known & row, np.where(row, kemendagri, 0), codes, words, strangers)


@dataclass
class _Leads:
    """Rows of labels without figures that name no item: headings that hold below, and halves of labels by their row."""

    lead: Flags
    headings: FactArray
    halves: dict[int, str]


def _leads(told: Labels, reader: Reader, bare: Flags) -> _Leads:
    found = _Leads(np.zeros(told.count, bool), np.full((len(SILENT), told.count), UNSAID, np.int16), {})
    for row in np.flatnonzero(bare & told.any & (not reader.items_across)).tolist():
        text = told.of_row(row)[-1]
        said = meaning(text)
        if said.item(reader.approach) is not None:
            continue
        found.lead[row] = True
        if said.place or any(said.words):
            heading = Facts(
                None, said.place.region if said.place else None, basis=said.words.basis, unit=said.words.unit
            )
            found.headings[:, row] = coded([heading])[:, 0]
        else:
            found.halves[row] = text
    return found


def _join(
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
    open_ = left & (facts[ITEM] == UNSAID) & (not reader.items_across) & (below | (half > last))
    for row in np.flatnonzero(open_).tolist():
        following = []
        for at in range(row + 1, min(row + 3, told.count)):
            if not bare[at]:
                break
            following.append(" ".join(told.of_row(at)))
        above = [halves[int(half[row])]] if half[row] > last[row] else []
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


def _carry(facts: FactArray, headings: FactArray) -> None:
    """Regions and years hold for the rows below until another is named, prices and units of a heading too."""
    for field in (REGION, YEAR, BASIS, UNIT):
        source = facts[field] if field in (REGION, YEAR) else headings[field]
        source = np.where(headings[field] != UNSAID, headings[field], source)
        carried = _last_said(source)
        facts[field] = np.where(facts[field] != UNSAID, facts[field], carried)


def _last_said(values: NDArray[np.int16]) -> NDArray[np.int16]:
    """Each value that is said, and where none is, the last one before it."""
    said = np.maximum.accumulate(np.where(values != UNSAID, np.arange(len(values)), -1)) if len(values) else values
    found: NDArray[np.int16] = np.where(said >= 0, values[said], UNSAID).astype(np.int16)
    return found
