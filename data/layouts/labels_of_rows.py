"""The label columns of the rows of a block: which text stands where, and which different ones there are."""

import re
from collections.abc import Mapping, Sequence
from copy import copy

import numpy as np
from numpy.typing import NDArray

from data import labels
from data.grid import Codes
from data.layouts.cell_word import text_of
from data.layouts.figure import SILENT, UNSAID, FactArray, coded, over
from data.layouts.label import head_of, under
from data.layouts.traits import Flags, Rows, distinct, traits

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
