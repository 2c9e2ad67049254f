"""A pinned address names the page, what was chosen, and the edition; it leads to the public address of the office."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from pages.parts import pinned as module
from pages.parts.address import NAMES
from pages.parts.navigation import ADDRESSES
from pages.parts.pinned import pinned

CHOSEN = {"region": "1275", "lang": "en", "measure": "yoy", "items": "G.H", "period": "2023"}


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> str:
    """An office with a public address."""
    monkeypatch.setenv("PDRB_PUBLIC_URL", "https://pdrb.example/")
    return "https://pdrb.example"


@pytest.mark.parametrize("page", ADDRESSES)
def test_the_address_holds_page_choices_and_edition(public: str, page: str) -> None:
    address = pinned(page, 17, CHOSEN)
    assert address.startswith(f"{public}/{ADDRESSES[page]}?")
    assert dict(parse_qsl(urlsplit(address).query)) == {**CHOSEN, "edition": "17"}


def test_a_day_becomes_the_edition_that_was_known_then(public: str) -> None:
    assert pinned("growth", 16, {"as_of": "2026-11-24"}) == f"{public}/pertumbuhan?edition=16"
    assert pinned("growth", 16, {"edition": "3"}) == f"{public}/pertumbuhan?edition=16"


def test_what_no_page_chooses_and_what_is_empty_stays_out(public: str) -> None:
    assert pinned("growth", 2, {"utm_source": "x", "items": ""}) == f"{public}/pertumbuhan?edition=2"


def test_no_choice_leaves_its_place_in_the_address(public: str) -> None:
    hostile = dict.fromkeys(NAMES, "a&edition=1#b c/é")
    asked = urlsplit(pinned("growth", 2, hostile))
    expected = {**hostile, "edition": "2"}
    del expected["as_of"]
    assert dict(parse_qsl(asked.query)) == expected
    assert (asked.fragment, asked.path) == ("", "/pertumbuhan")


@pytest.mark.parametrize(
    ("opened", "begins"),
    [("https://dasbor.example:8443/struktur?region=12", "https://dasbor.example:8443/"), ("", "./"), (None, "./")],
)
def test_without_a_public_address_it_begins_where_the_page_was_opened(
    monkeypatch: pytest.MonkeyPatch, opened: str | None, begins: str
) -> None:
    monkeypatch.setattr(module.st, "context", type("Context", (), {"url": opened}))
    assert pinned("structure", 5, {}) == f"{begins}struktur?edition=5"
