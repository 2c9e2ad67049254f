"""The words of Streamlit's own interface in the visitor's language; they change with its version, so they are held."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import PATIENCE
from text.lookup import texts

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser
WORDS = {key: leaf for key, leaf in texts().items() if key.startswith("interface.")}
EVERYTHING = """() => {
    const found = new Set();
    for (const element of document.querySelectorAll('body *:not(script, style, noscript)')) {
        if (element.closest('.js-plotly-plot, noscript')) continue;
        for (const name of ['aria-label', 'title', 'placeholder', 'alt']) found.add(element.getAttribute(name));
        for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE) found.add(node.data.trim());
    }
    return [...found];
}"""


def english_left(page: Page) -> set[str]:
    """What Streamlit says in English on this page, though we have Indonesian for it."""
    ours = {leaf["en"] for leaf in WORDS.values() if leaf["en"] != leaf["id"]}
    return ours & set(page.evaluate(EVERYTHING))


def test_an_indonesian_page_has_none_of_the_english_words(visit: Callable[..., Page]) -> None:
    page = visit("pertumbuhan")
    assert english_left(page) == set()
    assert page.get_by_label("Halaman", exact=True).count() == 1
    page.get_by_role("combobox").first.click()
    page.keyboard.type("zzzz")
    page.get_by_text("Tidak ada hasil").first.wait_for()
    assert english_left(page) == set()


def test_an_address_that_does_not_exist_is_told_in_indonesian(server: str, chromium) -> None:
    page = chromium.new_page()
    page.goto(f"{server}/tidak-ada")
    page.get_by_text("Halaman yang Anda minta tidak ada").wait_for(timeout=PATIENCE)
    page.get_by_text("Halaman tidak ditemukan").wait_for()
    page.close()


def test_english_comes_and_goes_with_the_address(visit: Callable[..., Page]) -> None:
    page = visit("pertumbuhan?lang=en")
    assert page.get_by_label("App pages", exact=True).count() == 1
    page.evaluate("history.replaceState(null, '', '?lang=id'); document.body.append(document.createElement('i'))")
    page.get_by_label("Halaman", exact=True).wait_for()
    assert page.evaluate("document.documentElement.lang") == "id"
