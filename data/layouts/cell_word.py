"""What the text of one cell says: the smallest step of recognition, kept in memory as labels repeat."""

import re
from functools import lru_cache
from typing import NamedTuple

from data import labels, places
from data.grid import Cell, Kind
from data.layouts.period_word import NEVER, When, when
from data.layouts.words import Words, words
from model.items import TOTAL

_SUM = re.compile(r"(?:jumlah|total|sum)(?:\s*/\s*(?:jumlah|total|sum))?", re.IGNORECASE)
_BASIS_WORDS = re.compile(
    r"\(?\b(?:atas dasar|at)?\s*(?:harga berlaku|harga konstan|adhb|adhk|hb|hk|current(?: market)? prices?"
    r"|constant(?: market)? prices?)(?:\s*\(?2010(?:\s*=\s*100)?\)?)?\)?",
    re.IGNORECASE,
)
_PRODUCT = re.compile(r"pdrb|grdp|produk\s+domestik|domestic\s+product|nilai\s+tambah|value\s+added", re.IGNORECASE)
_GRDP = re.compile(r"\b(?:pdrb|grdp|nilai|value)\b", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_ENUMERATED = re.compile(r"\s*[A-Z]\s*[.)]\s*")
"""`A.` before words that name no item counts headings, and is no code of an industry."""
_PARENTHESES = re.compile(r"\([^()]*\)")
_NUMBERING = re.compile(r"\(?\s*-?\d{1,3}(?:\.0)?\s*\)?|\[\d{1,2}\]")
_NOTE = re.compile(
    r"(?:sumber(?!\s+pertumbuhan)|source(?!\s+of\s+growth)|catatan|note|notes|keterangan|remark|ket|waktu akses|\*+\)?"
    r"|(?-i:[re])\)?(?=\s*[:=]|\s+(?:angka|figures?|revis|estima|perkiraan|diperbaiki)))(?:\s*[:/=.]|\s+\S|$)",
    re.IGNORECASE,
)
_FOREIGN = re.compile(r"\((?:orang|kg|ton|jiwa|unit|buah|ha|km|persen|%|rupiah per|kwh|m3)[^)]*\)", re.IGNORECASE)


def text_of(cell: Cell) -> str:
    """The text of a cell; of a whole number without its `.0`."""
    if cell.kind == Kind.NUMBER:
        return cell.text.removesuffix(".0")
    return cell.text if cell.kind == Kind.TEXT else ""


@lru_cache(maxsize=16384)
def item(text: str, approach: str) -> str | None:
    """The item that a label names, also beside a region or a price basis (`PDRB Kota Medan`, `LU (HB) - Jasa`)."""
    found = labels.find(text, approach)
    if found or len(text) > 200:
        return found
    rest, gone = _BASIS_WORDS.subn(" ", labels.clean(text))
    found = labels.find(rest, approach) if gone and not _ENUMERATED.fullmatch(rest) else None
    if found is None and places.named(rest):
        rest = _without_region(rest)
        found = labels.find(rest, approach)
        return found if found == TOTAL else None
    return found


def _without_region(text: str) -> str:
    region = places.named(text)[-1]
    gone = {*places.words_of(region), *places.TITLES}
    return " ".join(word for word in text.split() if word.lower().strip(",.()") not in gone)


@lru_cache(maxsize=16384)
def period(text: str) -> When:
    """The period that a text names and nothing beside it but a price basis (`Q1-adhb`)."""
    found = when(text)
    if found.whole or (found.year is None and found.quarter is None):
        return found
    bare = _BASIS_WORDS.sub(" ", labels.clean(text).replace("_", " "))
    return when(_PARENTHESES.sub(_but_words, _GRDP.sub(" ", bare)))


def _but_words(found: re.Match[str]) -> str:
    """A remark in parentheses, such as a target; nothing of prices, a unit or a number."""
    return " " if any(words(found[0])) or not _LETTER.search(found[0]) else found[0]


def says_product(text: str) -> bool:
    """Whether a text speaks of the product of a region."""
    return _PRODUCT.search(text) is not None


def is_sum(text: str) -> bool:
    """Whether a text is `Jumlah` or `Total` alone: of the year in a header, of the items in a label."""
    return _SUM.fullmatch(labels.clean(text)) is not None


def is_numbering(text: str) -> bool:
    """Whether a text can be the number of a column: (1), -83, 82."""
    return _NUMBERING.fullmatch(text.strip()) is not None


def is_note(text: str) -> bool:
    """Whether a text begins a note, a source or a legend of marks."""
    return _NOTE.match(labels.clean(text)) is not None


def is_foreign(text: str) -> bool:
    """Whether a header names a quantity that is no money: (Orang), (Kg)."""
    return _FOREIGN.search(labels.clean(text)) is not None


class Meaning(NamedTuple):
    """All that a short text can mean, as a label or as the head of a column."""

    production: str | None
    expenditure: str | None
    when: When
    place: places.Place | None
    words: Words

    def item(self, approach: str) -> str | None:
        """The item that it names in an approach."""
        return self.production if approach == "production" else self.expenditure

    @property
    def any_item(self) -> str | None:
        """The item that it names in either approach."""
        return self.production or self.expenditure


NOTHING = Meaning(None, None, NEVER, None, Words())
_FIGURE = re.compile(
    r"-?\d{5,}(?<!000)"
    r"|(?!-?(?:19|20)\d\d[.,])-?\d+(?:[.,]\d+)*[.,]\d+(?<!\.0)(?<!^\d\d\.\d\d)(?<!^\d\d\.\d\d\.00)"
)
"""Digits that are no year and no code of a region, in any form."""


def meaning(text: str) -> Meaning:
    """What a text says; a figure says nothing."""
    return NOTHING if _FIGURE.fullmatch(text) else _meaning(text)


@lru_cache(maxsize=16384)
def _meaning(text: str) -> Meaning:
    """The same of any text; long texts say nothing about places, for they are titles and notes."""
    bare = labels.clean(text)
    lettered = _LETTER.search(bare)
    production, expenditure = (item(text, approach) if lettered else None for approach in labels.APPROACHES)
    found = period(text)
    named = production or expenditure or found.whole or len(bare) > 60 or re.fullmatch(r"\d{1,3}", bare)
    where = None if named else places.of_label(bare)
    said = words(bare) if len(bare) <= 90 else Words()
    return Meaning(production, expenditure, found if found.whole else NEVER, where, said)
