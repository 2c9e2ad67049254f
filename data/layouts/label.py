"""Labels of a row: what they say together, and what one tells by itself or under the head of its column."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data import labels
from data.layouts.cell_word import is_note, is_numbering, is_sum, meaning
from data.layouts.figure import SILENT, Facts
from data.layouts.period_word import when
from data.layouts.words import words as words_of
from data.places import of_code, with_code
from model.items import INDUSTRIES, TOTAL

_HEAD = re.compile(
    r"(?P<year>tahun|thn|year|periode|period|waktu|time)|(?P<quarter>triwulan|triw|trw|tw|quarter|kuartal|qtr)"
    r"|(?P<region>(?:kode|kd|code)?\s*(?:wilayah|region|kabupaten|kab|prov|provinsi|daerah).*)|(?P<unit>satuan|units?)",
    re.IGNORECASE,
)
NOTHING, REST, TIME, PLACE, WORDS, FIGURE = range(6)
"""What a label tells: nothing, an item or something unknown, a period, a region, prices or units, or it is a figure."""


def item_of(texts: Sequence[str], approach: str) -> str | None:
    """The item that the labels of a row name together; None where none does, or two disagree.

    A code in a cell of its own must agree with the words beside it, and stands for words that are cut off. Beside an
    industry, `PDRB` says what is counted.
    """
    codes = [code for code in map(labels.item_of_code, texts) if code] if approach == "production" else []
    words = [text for text in texts if not labels.item_of_code(text) and not is_numbering(text) and not _about(text)]
    named = {text: meaning(text).item(approach) for text in words}
    if codes or len({*named.values(), TOTAL, None}) > 2:
        words = [text for text in words if named[text] != TOTAL]
    spelled = {item for text in words if (item := named[text])}
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


@dataclass(frozen=True)
class Reader:
    """How the labels of one table are read: its approach, and whether items and periods stand in its header."""

    approach: str
    items_across: bool
    dated: bool

    def kind(self, text: str) -> int:
        """What a label tells by itself."""
        said = meaning(text)
        if said.item(self.approach) or self.approach == "production" and labels.item_of_code(text):
            return REST
        if said.when.whole:
            return TIME if not self.dated else NOTHING if is_numbering(text) else REST if is_sum(text) else TIME
        if said.place:
            return PLACE
        if is_numbering(text):
            return NOTHING
        if any(said.words):
            return WORDS
        return REST

    def names_item(self, text: str) -> bool:
        """Whether a label by itself names an item, and is no sum."""
        return item_of([text], self.approach) is not None and not is_sum(text)

    def facts(self, texts: Sequence[str]) -> tuple[Facts, str, list[str]]:
        """The facts of the labels of a row, a Kemendagri code that was used, and what was not understood."""
        item = None if self.items_across else item_of(texts, self.approach)
        facts = Facts(item=item)
        left: list[str] = []
        kemendagri, code = "", ""
        for text in texts:
            said = meaning(text)
            if item and (said.item(self.approach) or is_numbering(text)):
                measure = said.words.measure if item == TOTAL else ""
                facts = facts.over(Facts(basis=said.words.basis, measure=measure, unit=said.words.unit))
                continue
            if said.when.whole and not (self.dated and (is_numbering(text) or is_sum(text))):
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


def head_of(text: str) -> str:
    """What the head of a column of labels announces: `year`, `quarter`, `region`, `unit` or nothing of these."""
    match = _HEAD.fullmatch(labels.clean(text).replace("_", " "))
    return match.lastgroup or "" if match else ""


def under(head: str, text: str) -> Facts:
    """What a text says under the head of a column of periods, regions or units."""
    if head == "region":
        found = of_code(text)
        return Facts(region=found.region) if found else SILENT
    if head == "unit":
        return Facts(unit=words_of(f"({text})").unit, measure=words_of(text).measure)
    said = when(f"Triwulan {text}" if head == "quarter" and text in ("1", "2", "3", "4") else text)
    return Facts(year=said.year, quarter=said.quarter, mark=said.mark) if said.whole else SILENT
