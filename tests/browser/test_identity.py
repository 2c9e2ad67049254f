"""People sign in with a real provider in a real browser, see what their role allows, and are signed out in time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import settle
from tests.office import Office, office

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Locator, LocatorAssertions, Page

pytestmark = pytest.mark.browser
IDLE = 16
"""Seconds of idling after which this office signs people out."""
LOOKS = 5
"""Seconds within which an open page notices."""
REFUSED = "Hanya admin yang boleh mengelola pengguna."


def expect(located: Locator) -> LocatorAssertions:
    """What Playwright expects of an element; loaded here, since plain tests are collected where it is not installed."""
    from playwright.sync_api import expect as expected

    return expected(located)


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office(tmp_path_factory.mktemp("office"), PDRB_IDLE_MINUTES=str(IDLE / 60)) as opened:
        for subject in ("ana", "adi", "citra"):
            opened.open_account(subject)
        opened.give("ana@bps.example", "analyst")
        opened.give("adi", "admin")
        yield opened


@pytest.fixture
def window(chromium: Browser) -> Iterator[BrowserContext]:
    """The browser of one person."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, locale="id-ID")
    yield context
    context.close()


def sign_in(here: Office, window: BrowserContext, subject: str) -> Page:
    """Opens the dashboard and signs in by way of the provider's form."""
    page = window.new_page()
    page.goto(here.server)
    settle(page)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(f"{here.provider}/**")
    page.get_by_placeholder("sub").fill(subject)
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{here.server}/**")
    settle(page)
    return page


def test_a_stranger_is_not_shown_what_needs_a_role_and_told_why_by_its_address(
    here: Office, window: BrowserContext
) -> None:
    page = window.new_page()
    page.goto(f"{here.server}/pengguna")
    expect(page.get_by_text(REFUSED)).to_be_visible(timeout=30_000)
    assert page.get_by_role("link", name="Pengguna").count() == 0
    assert page.get_by_role("textbox").count() == 0
    page.goto(f"{here.server}/admin")
    settle(page)
    assert page.get_by_role("heading", name="Pengguna").count() == page.get_by_role("textbox").count() == 0


def test_an_analyst_signs_in_stays_while_active_and_is_signed_out_when_idle(
    here: Office, window: BrowserContext
) -> None:
    page = sign_in(here, window, "ana")
    began = time.monotonic()
    page.get_by_role("button", name="Ana", exact=False).click()
    expect(page.get_by_text("Analis", exact=True)).to_be_visible()
    page.keyboard.press("Escape")
    page.wait_for_timeout(IDLE * 700 - 1000 * (time.monotonic() - began))
    page.get_by_role("radio", name="EN").click()
    page.wait_for_timeout(IDLE * 500)
    expect(page.get_by_role("button", name="Ana", exact=False)).to_be_visible()
    page.wait_for_url(f"{here.provider}/oauth2/end_session**", timeout=1000 * (IDLE + 4 * LOOKS))
    assert [cookie["name"] for cookie in window.cookies() if "_streamlit_user" in cookie["name"]] == []
    page.goto(here.server)
    expect(page.get_by_role("button", name="Masuk")).to_be_visible(timeout=30_000)


def test_a_role_that_is_taken_away_ends_what_is_open(here: Office, window: BrowserContext) -> None:
    here.give("citra@bps.example", "approver")
    page = sign_in(here, window, "citra")
    expect(page.get_by_role("button", name="Citra", exact=False)).to_be_visible()
    here.take("citra@bps.example")
    began = time.monotonic()
    page.wait_for_url(f"{here.provider}/oauth2/end_session**", timeout=4 * LOOKS * 1000)
    assert time.monotonic() - began < 4 * LOOKS
    again = sign_in(here, window, "citra")
    expect(again.get_by_text("akun ini tidak punya peran")).to_be_visible(timeout=30_000)
    expect(again.get_by_role("code").get_by_text("citra", exact=True)).to_be_visible()


def test_an_admin_gives_a_role_and_may_not_be_the_last_to_go(here: Office, window: BrowserContext) -> None:
    page = sign_in(here, window, "adi")
    page.get_by_role("link", name="Pengguna").click()
    page.get_by_role("textbox", name="Nama").fill("eko@bps.example")
    page.get_by_role("button", name="Tambah").click()
    expect(page.get_by_text("ditambahkan sebagai Analis.")).to_be_visible(timeout=30_000)
    assert here.role("eko@bps.example") == "analyst"
    page.get_by_role("button", name="Cabut").click()
    expect(page.get_by_text("adalah admin terakhir")).to_be_visible(timeout=30_000)
    assert here.role("adi") == "admin"


@pytest.mark.parametrize("path", ["", "tentang", "pengguna"])
def test_in_local_mode_every_screen_says_so(local_server: str, window: BrowserContext, path: str) -> None:
    page = window.new_page()
    page.goto(f"{local_server}/{path}")
    expect(page.get_by_text("Mode lokal: tanpa orang kedua")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("link", name="Pengguna")).to_be_visible()
    assert page.get_by_role("button", name="Masuk").count() == 0
    page.goto(f"{local_server}/{path}?lang=en")
    expect(page.get_by_text("Local mode: no second person")).to_be_visible(timeout=60_000)
