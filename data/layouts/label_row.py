"""Rows of a table: what the label cells of a row say, labels over two rows, labels that hold for the rows below."""

import re
from typing import NamedTuple

from data import labels
from data.grid import Cell, Kind, Sheet
from data.layouts.cell_word import is_note, is_numbering, is_sum, meaning, text_of
from data.layouts.figure import SILENT, Facts
from data.layouts.period_word import when
from data.layouts.row_kind import is_value
from data.layouts.words import words as words_of
from data.places import of_code, with_code
from model.items import INDUSTRIES

_HEAD = re.compile(
    r"(?P<year>tahun|thn|year|periode|period|waktu|time)|(?P<quarter>triwulan|triw|trw|tw|quarter|kuartal|qtr)"
    r"|(?P<region>(?:kode|kd|code)?\s*(?:wilayah|region|kabupaten|kab|prov|provinsi|daerah).*)|(?P<unit>satuan|units?)",
    re.IGNORECASE,
)


class Row(NamedTuple):
    """A row with figures: what its labels say, the label as it stands, whether a label was not understood."""

    row: int
    facts: Facts
    label: str = ""
    known: bool = True
    kemendagri: str = ""


def label_texts(sheet: Sheet, row: int, label_columns: list[int]) -> list[str]:
    """The label cells of a row, each text once (a merged label stands in several cells)."""
    texts = [text_of(sheet.at(row, column)).strip() for column in label_columns]
    return [text for text in dict.fromkeys(texts) if labels.clean(text)]


def item_of(texts: list[str], approach: str) -> str | None:
    """The item that the labels of a row name together; None where none does, or two disagree.

    A code in a cell of its own must agree with the words beside it, and stands for words that are cut off.
    """
    codes = [code for code in map(labels.item_of_code, texts) if code] if approach == "production" else []
    words = [text for text in texts if not labels.item_of_code(text) and not is_numbering(text) and not _about(text)]
    spelled = {named for named in (meaning(text).item(approach) for text in words) if named}
    if spelled:
        item = max(spelled, key=lambda named: named.count("."))
        return item if _one_line(item, spelled) and _agree(item, codes) else None
    if codes and words:
        return labels.find(f"{codes[0].split('.')[0]}. {words[-1]}", approach)
    return max(codes, key=lambda code: code.count(".")) if codes else None


def _about(text: str) -> bool:
    """Whether a text is about a region, a period or prices, and so no part of the name of an item."""
    said = meaning(text)
    return not said.any_item and bool(said.when.whole or said.place or said.words.basis)


def _one_line(item: str, spelled: set[str]) -> bool:
    """Whether the labels name one item, or an item and what it is part of."""
    return all(item == other or item.startswith(other + ".") for other in spelled)


def _agree(item: str, codes: list[str]) -> bool:
    return item not in INDUSTRIES and "." not in item or all(code.split(".")[0] == item.split(".")[0] for code in codes)


class Timed(NamedTuple):
    """What the columns of a row say whose head names a year, a quarter or a region, and the other columns."""

    facts: Facts
    rest: list[int]


class Labels:
    """The label columns of one table, read row by row from the top; `heads` is what stands over them."""

    def __init__(
        self,
        sheet: Sheet,
        label_columns: list[int],
        approach: str,
        items_across: bool,
        dated: bool,
        heads: dict[int, str],
    ) -> None:
        self.sheet, self.label_columns, self.approach = sheet, label_columns, approach
        matched = {column: _HEAD.fullmatch(labels.clean(text).replace("_", " ")) for column, text in heads.items()}
        self.roles = {column: match.lastgroup or "" for column, match in matched.items() if match}
        self.items_across, self.dated = items_across, dated
        self.carried = SILENT
        self.pending: list[str] = []

    def read(self, row: int, following: list[list[str]]) -> Row:
        """What a row with figures is about; `following` are the labels of the rows without figures below it."""
        texts = label_texts(self.sheet, row, self.label_columns)
        timed = self._timed(row)
        facts, kemendagri, left = self._facts(label_texts(self.sheet, row, timed.rest))
        facts = timed.facts.over(facts)
        label = " ".join(labels.clean(text) for text in texts)
        if not self.items_across and not facts.item:
            facts = facts._replace(item=self._joined(left, following))
        self.pending = []
        facts = facts.over(self.carried._replace(item=None, mark=""))
        kept = facts if facts.region or facts.year is not None else SILENT
        self.carried = self.carried._replace(region=kept.region or self.carried.region, year=self._year(kept))
        return Row(row, facts, label, bool(facts.item) or self.items_across or not left, kemendagri)

    def _timed(self, row: int) -> Timed:
        """Years, quarters and codes of regions, which a code of an item or a number of a row resembles.

        The head of the column tells them apart.
        """
        facts, rest = SILENT, []
        for column in self.label_columns if self.roles else ():
            text = labels.clean(text_of(self.sheet.at(row, column)))
            found = _under(self.roles[column], text) if text and column in self.roles else SILENT
            facts = facts.over(found)
            if found == SILENT:
                rest.append(column)
        return Timed(facts, rest if self.roles else self.label_columns)

    def _year(self, kept: Facts) -> int | None:
        return kept.year if kept.year is not None else self.carried.year

    def heading(self, facts: Facts) -> None:
        """A line inside the table that holds for the rows below it."""
        self.carried = facts.over(self.carried)

    def wait(self, texts: list[str]) -> None:
        """Labels of a row without figures, which may be the first half of the next label."""
        self.pending = [*self.pending, *texts][-3:]

    def _joined(self, left: list[str], following: list[list[str]]) -> str | None:
        """The item of a label that runs on over rows without figures, below or above."""
        if not left:
            return None
        *codes, own = left
        code = " ".join(code for code in codes if labels.item_of_code(code))
        below = [" ".join(texts) for texts in following[:2]]
        above = self.pending[-1:]
        for words in ([own, *below[:1]], [own, *below], [*above, own], [*above, own, *below[:1]]):
            text = " ".join([*([code + "."] if code else []), *words])
            found = labels.find(text, self.approach)
            if found and len(words) > 1:
                return found
        return None

    def _facts(self, texts: list[str]) -> tuple[Facts, str, list[str]]:
        """The facts of the labels of a row, a Kemendagri code that was used, and what was not understood."""
        item = None if self.items_across else item_of(texts, self.approach)
        facts = Facts(item=item)
        left: list[str] = []
        kemendagri, code = "", ""
        for text in texts:
            said = meaning(text)
            if item and (said.item(self.approach) or is_numbering(text)):
                continue
            if said.when.whole and not (self.dated and self._numbered(text)):
                facts = facts.over(Facts(year=said.when.year, quarter=said.when.quarter, mark=said.when.mark))
            elif said.place:
                place = with_code(said.place.region, code) if code and not facts.region else said.place
                kemendagri = text if place.kemendagri else kemendagri
                facts = facts.over(Facts(region=place.region))
                code = text if text.replace(".", "").isdigit() else code
            elif any(said.words) and not is_numbering(text):
                facts = facts.over(Facts(basis=said.words.basis, measure=said.words.measure, unit=said.words.unit))
            elif not (is_numbering(text) or is_note(text)):
                left.append(text)
        return facts, kemendagri, left if not item else []

    @staticmethod
    def _numbered(text: str) -> bool:
        return is_numbering(text) or is_sum(text)


def _under(head: str, text: str) -> Facts:
    """What a text says under the head of a column of periods, regions or units."""
    if head == "region":
        found = of_code(text)
        return Facts(region=found.region) if found else SILENT
    if head == "unit":
        return Facts(unit=words_of(f"({text})").unit, measure=words_of(text).measure)
    said = when(f"Triwulan {text}" if head == "quarter" and text in ("1", "2", "3", "4") else text)
    return Facts(year=said.year, quarter=said.quarter, mark=said.mark) if said.whole else SILENT


def has_figure(sheet: Sheet, row: int, columns: list[int]) -> bool:
    """Whether any of the columns of a row holds something that stands where figures stand."""
    return any(_occupied(sheet.at(row, column)) for column in columns)


def _occupied(cell: Cell) -> bool:
    if cell.kind == Kind.TEXT:
        return bool(labels.clean(cell.text)) and is_value(cell)
    return cell.kind != Kind.EMPTY
