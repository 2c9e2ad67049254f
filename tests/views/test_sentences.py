"""The form of what the pages say: no slip of the pen, one language at a time, stops where they belong."""

import re

import pytest

from tests.text.test_keys import ENGLISH, INDONESIAN, words
from tests.views.walk import Seen

SLIPS = (
    r"  |^\s|\s$|\s[,.;:](?:\s|$)|[,;:]{2}|\.\.|\(\s|\s\)",
    r"[{}]|\bnan\b|\bNone\b|\bNaN\b|\binf\b",
    r"(?:tumbuh|pertumbuhan|grew|growth) [-−]|(?:tumbuh|kontraksi|grew|contracted) 0[,.]00\b",
    r"[-−]0[,.]00(?!\d)|\d-\d\d?[,.]\d",
    r"(?:menyumbang|mengurangi|contributed|subtracted) 0[,.]00\b",
    r"\b(?:menyumbang|mengurangi|contributed|subtracted) [-−]",
)


def every(walk: tuple[Seen, ...], lang: str | None = None) -> list[tuple[Seen, str]]:
    return [(seen, said) for seen in walk if lang in (None, seen.state.lang) for said in seen.sentences]


@pytest.mark.parametrize("slip", SLIPS)
def test_no_sentence_has_a_slip(walk: tuple[Seen, ...], slip: str) -> None:
    assert {said: seen for seen, said in every(walk) if re.search(slip, said)} == {}


def test_a_slip_would_be_found() -> None:
    for slip, said in zip(
        SLIPS, ("a  b", "{region}", "tumbuh −0,20", "−0,00", "contributed 0.00", "menyumbang −1"), strict=True
    ):
        assert re.search(slip, said)


@pytest.mark.parametrize(("lang", "foreign"), [("id", ENGLISH), ("en", INDONESIAN)])
def test_a_page_speaks_one_language(walk: tuple[Seen, ...], lang: str, foreign: set[str]) -> None:
    assert {said: found for _, said in every(walk, lang) if (found := words(said) & foreign)} == {}


@pytest.mark.parametrize(("lang", "point"), [("id", r"\d\.\d\d(?!\d)"), ("en", r"\d,\d\d(?!\d)")])
def test_a_page_writes_numbers_in_its_language(walk: tuple[Seen, ...], lang: str, point: str) -> None:
    assert [said for _, said in every(walk, lang) if re.search(point, said)] == []


def test_sentences_end_with_a_stop_and_titles_do_not(walk: tuple[Seen, ...]) -> None:
    for seen in walk:
        notes = [note for panel in seen.view.panels for note in panel.notes]
        full = [seen.view.finding, *([seen.view.remark] if seen.view.remark else []), *notes, *seen.view.missing]
        assert [said for said in full if not said.endswith(".")] == [], seen
        heads = [word for panel in seen.view.panels for word in (panel.title, panel.subtitle)]
        heads += [word for card in seen.view.cards for word in (card.label, card.value)]
        assert [said for said in heads if not said or said.endswith(".")] == [], seen


def test_every_sentence_begins_with_a_capital(walk: tuple[Seen, ...]) -> None:
    panels = [panel for seen in walk for panel in seen.view.panels]
    heads = {word for panel in panels for word in (panel.title, panel.subtitle, *panel.notes)}
    heads |= {word for seen in walk for word in (seen.view.finding, *seen.view.missing)}
    assert [word for word in heads if not re.match(r"[A-Z0-9†]", word)] == []


def test_a_page_has_something_to_say(walk: tuple[Seen, ...]) -> None:
    assert all(seen.view.finding for seen in walk)
    assert all(len({panel.key for panel in seen.view.panels}) == len(seen.view.panels) for seen in walk)
