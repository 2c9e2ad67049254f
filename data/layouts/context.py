"""The lines around a table: region, price basis, measure, unit and year from its title, its sheet, its notes."""

import re
from typing import NamedTuple

from data import labels, places
from data.layouts.cell_word import is_note, says_product
from data.layouts.figure import SILENT, Facts
from data.layouts.period_word import when
from data.layouts.row_kind import is_title
from data.layouts.words import Words, base_years, words

_YEARS = re.compile(r"(?<!\d)(?:19[5-9]|20\d)\d(?!\d)")
_COMPOUND = re.compile(
    r"(?:pdrb|bruto|grdp|product)\b.{0,80}\b(?:dan|serta|and)\s+(?:laju|pertumbuhan|distribusi|growth|struktur|share)",
    re.IGNORECASE,
)
"""A title of levels beside derived figures; its columns tell which is which."""
_SPENDING = re.compile(r"pengeluaran|expenditure|penggunaan", re.IGNORECASE)
_SENTENCE = 8
"""Words of a sentence at least."""
_CODED = re.compile(r"[\[(]\s*(?P<bare>\d{4})\s*[\])]|\b(?:kode|code|wilayah|region)\W+(?P<led>\d{4})\b", re.IGNORECASE)
_UNIT_LINE = re.compile(r"satuan|unit|dalam|in\b|\(", re.IGNORECASE)


class Line(NamedTuple):
    """A row of text: its number, its first column, and its cells as one text."""

    row: int
    column: int
    text: str


def own_lines(lines: list[Line]) -> list[Line]:
    """The lines that belong to the table below them: after the notes of the table above, from its own number on.

    A legend may stand between a title and its table: the title is the last that tells something.
    """
    notes = [at for at, line in enumerate(lines) if is_note(line.text) and not words(line.text).basis]
    starts = [at + 1 for at in reversed(notes)] + [0]
    telling = {at for at, line in enumerate(lines) if at not in notes and _tells(line.text)}
    mine = lines[next((start for start in starts if any(at >= start for at in telling)), starts[0]) :]
    numbered = [at for at, line in enumerate(mine) if is_title(line.text)]
    return mine[_pair(mine, numbered) :] if numbered else mine


def is_sentence(text: str) -> bool:
    """Whether a line is a sentence of prose, as in a press release, and no title."""
    return text.rstrip().endswith(".") and len(text.split()) >= _SENTENCE


def _tells(text: str) -> bool:
    """Whether a line can be a title: it names prices, a measure, a unit, a region, the product, or is numbered."""
    said = words(text)
    return bool(said.basis or said.measure or said.unit or places.named(text)) or is_title(text) or says_product(text)


def _pair(mine: list[Line], numbered: list[int]) -> int:
    """Where the title begins: two numbered lines in a row are one title in two languages."""
    last = numbered[-1]
    return last - 1 if last - 1 in numbered and mine[last].row - mine[last - 1].row == 1 else last


def title_facts(lines: list[Line], sheet_name: str) -> Facts:
    """What the title lines of a table, and else the name of its sheet, say about all its figures."""
    texts = [line.text for line in lines]
    joined = " ".join(texts)
    said = _said(texts, joined)
    named = words(sheet_name)
    plain = said.measure or ("" if said.unit or _COMPOUND.search(joined) else named.measure)
    region, _ = region_in(texts)
    year, quarter = dated(texts, sheet_name)
    return Facts(None, region, year, quarter, "", said.basis or named.basis, plain, said.unit or named.unit)


def _said(texts: list[str], joined: str) -> Words:
    """Price basis and unit from the line nearest to the table, the measure from the title as a whole."""
    basis = next((words(text).basis for text in reversed(texts) if words(text).basis), "")
    unit = next((words(text).unit for text in reversed(texts) if words(text).unit), "")
    whole = words(joined)
    titles = words(" ".join(text for text in texts if not is_sentence(text)))
    measure = "" if _COMPOUND.search(joined) else titles.measure
    return Words(basis or whole.basis, measure, titles.kind, unit)


def region_in(texts: list[str]) -> tuple[str | None, str]:
    """The one region that some lines name, with the Kemendagri code by which it was named, if it was."""
    found: list[str] = []
    kemendagri = ""
    for text in texts:
        if is_note(text):
            continue
        found += places.named(text)
        coded = (places.of_code(code["bare"] or code["led"]) for code in _CODED.finditer(text))
        found += [place.region for place in coded if place]
        for code in re.findall(r"(?<!\d)\d\d\.\d\d(?![\d,])", text):
            place = places.of_code(code)
            if place:
                found.append(place.region)
                kemendagri = code
    return places.most_specific(tuple(found)), kemendagri


def dated(texts: list[str], sheet_name: str) -> tuple[int | None, int | None]:
    """The one year, and quarter, that a title or else a sheet name is about."""
    for text in (" ".join(texts), sheet_name):
        bare = labels.clean(text)
        bases = base_years(bare)
        years = set(_YEARS.findall(bare)) - bases
        if len(years) == 1:
            near = re.search(rf"[^,;()]*{min(years)}[^,;()]*", bare)
            said = when(_without(bases, near[0])[-40:].strip()) if near else None
            return int(min(years)), (said.quarter if said and said.quarter else None)
    return None, None


def _without(years: set[str], text: str) -> str:
    return _YEARS.sub(lambda found: "" if found[0] in years else found[0], text)


def note_facts(lines: list[Line]) -> Facts:
    """What the notes of a table say: a unit."""
    unit = next((words(line.text).unit for line in lines if words(line.text).unit and _UNIT_LINE.search(line.text)), "")
    return Facts(unit=unit) if unit else SILENT


def spending(lines: list[Line]) -> bool:
    """Whether a title says that the table is by expenditure."""
    return any(_SPENDING.search(line.text) for line in lines)
