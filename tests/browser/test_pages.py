"""Every page as a visitor opens it for the first time: by its address, in both languages, on a desk and on a phone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import PATIENCE, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
PAGES = ("", "pertumbuhan", "perdagangan-jasa", "struktur", "tentang")
SIDEWAYS = """() => Math.max(...[document.scrollingElement, ...document.querySelectorAll('[data-testid=stMain]')]
    .map(element => element.scrollWidth - Math.min(element.clientWidth, window.innerWidth)))"""
DARK = "getComputedStyle(document.querySelector('[data-testid=stApp]')).colorScheme === 'dark'"


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("path", PAGES)
def test_a_deep_link_opens_its_page_in_our_type(visit: Callable[..., Page], path: str, lang: str) -> None:
    page = visit(f"{path}?lang={lang}")
    assert page.evaluate("document.documentElement.lang") == lang
    assert page.locator("h1").count() == 1
    assert page.locator("[data-testid=stException], [data-testid=stAlertContentError]").count() == 0
    assert page.url.split("?")[0].endswith(f"/{path}")
    loaded = page.evaluate("[...document.fonts].filter(f => f.status === 'loaded').map(f => f.family)")
    assert any("IBM Plex Sans" in family for family in loaded)
    assert page.locator("h1").evaluate("e => getComputedStyle(e).fontFamily").startswith('"IBM Plex Sans"')
    nothing_scrolls_sideways(page)


@pytest.mark.parametrize("path", PAGES)
def test_nothing_scrolls_sideways_on_a_phone_or_at_twice_the_size(visit: Callable[..., Page], path: str) -> None:
    page = visit(path, width=390)
    for width, height in ((720, 450), (360, 450), (390, 900)):  # 200 % of a small desk, and the narrowest phone
        page.set_viewport_size({"width": width, "height": height})
        settle(page)
        assert page.evaluate(SIDEWAYS) <= 0
    nothing_scrolls_sideways(page)


def nothing_scrolls_sideways(page: Page) -> None:
    """Neither in the light nor in the dark, whose charts are others."""
    assert page.evaluate(SIDEWAYS) <= 0
    page.emulate_media(color_scheme="dark")
    until = time.monotonic() + PATIENCE / 1000
    while not page.evaluate(DARK) and time.monotonic() < until:
        page.wait_for_timeout(50)
    settle(page)
    assert page.evaluate(DARK)
    assert page.evaluate(SIDEWAYS) <= 0


@pytest.mark.parametrize("path", PAGES)
def test_the_first_visitor_of_a_server_may_come_by_any_address(cold_server: str, chromium: Browser, path: str) -> None:
    page = chromium.new_page()
    page.goto(f"{cold_server}/{path}")
    page.locator("h1").wait_for(timeout=PATIENCE)
    settle(page)
    assert page.get_by_role("dialog").count() == 0
    assert page.url.split("?")[0] == f"{cold_server}/{path}"
    page.close()


def test_the_first_visitor_of_the_plain_way_may_come_by_any_address(plain_server: str, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(f"{plain_server}/pertumbuhan?lang=en")
    page.locator("h1").wait_for(timeout=PATIENCE)
    settle(page)
    assert page.get_by_role("dialog").count() == 0
    assert page.url.split("?")[0] == f"{plain_server}/pertumbuhan"
    assert page.evaluate("document.documentElement.lang") == "en"
    page.close()


def test_no_answer_is_asked_of_another_host(visit: Callable[..., Page], seen) -> None:
    visit("")
    assert len(seen.requests) > 20
    assert seen.foreign() == []


@pytest.mark.parametrize(("address", "across"), [("", False), ("?region=12&period=2024-Q4", True)])
def test_a_chart_whose_neighbour_is_missing_takes_the_width(
    visit: Callable[..., Page], address: str, across: bool
) -> None:
    page = visit(f"perdagangan-jasa{address}")
    block = page.locator("[class*='st-key-block-trade_services-weight']")
    block.wait_for()
    box = block.bounding_box()
    assert box is not None and (box["width"] > 1000) == across
