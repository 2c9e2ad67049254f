"""*Ambil dari BPS* in a real browser, before a fake BPS on this machine: what it fetches, and where that lands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from data import store
from tests.browser.conftest import PATIENCE, Seen, settle
from tests.browser.test_interface import english_left
from tests.browser.test_upload import SIDEWAYS, alone, heading, in_store
from tests.conftest import serving
from tests.webapi import fake
from text.lookup import say

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
YEAR = "2026"


@pytest.fixture
def bps() -> Iterator[fake.Bps]:
    """A fake BPS whose made-up table 2775 has Medan at the size that the edition has."""
    with fake.serving(fake.Bps(fake.Table({"1275": 180_000.0, "12": 600_000.0}, (2024, 2025, 2026)))) as served:
        yield served


@pytest.fixture
def desk(tmp_path: Path, bps: fake.Bps) -> Iterator[str]:
    """The address of a server where one person may do everything, with a key of that BPS."""
    there = {"BPS_WEBAPI_KEY": fake.KEY, "BPS_WEBAPI_URL": bps.address}
    with serving(tmp_path, environment={**alone(tmp_path), **there}) as address:
        yield address


def choose(page: Page, label: str, choice: str) -> None:
    """Chooses in one of the boxes of the page."""
    page.get_by_role("combobox", name=say(label, "id")).click()
    page.get_by_role("option", name=choice).click()
    page.keyboard.press("Escape")
    settle(page)


def test_what_bps_has_lands_in_the_comparison_and_the_key_nowhere(
    desk: str, bps: fake.Bps, tmp_path: Path, chromium: Browser
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 900}, locale="en-US")
    context.set_default_timeout(PATIENCE)
    page, seen = context.new_page(), Seen(desk)
    seen.watch(page)
    page.goto(f"{desk}/ambil-dari-bps?lang=id")
    heading(page, say("fetch.title", "id"))
    assert english_left(page) == set() and page.evaluate(SIDEWAYS) is False
    fetch = page.get_by_role("button", name=say("fetch.do", "id"))
    assert fetch.is_disabled() and bps.asked == []
    choose(page, "fetch.tables", "2775")
    choose(page, "fetch.first", YEAR)
    choose(page, "fetch.last", YEAR)
    fetch.click()
    page.get_by_text(say("fetch.came", "id", table="2775", years=YEAR)).wait_for()
    heading(page, say("upload.title.stopped", "id"))
    page.locator(".js-plotly-plot .hm").first.wait_for()
    assert page.evaluate(SIDEWAYS) is False and english_left(page) == set()
    (draft,) = in_store(tmp_path, store.drafts, "lokal")
    assert draft.name == f"bps-2775-1275-{YEAR}.json"
    assert bps.asked and all("/model/data/" in question for question in bps.asked)
    assert fake.KEY not in page.content() and fake.KEY not in (tmp_path / "log.txt").read_text(encoding="utf-8")
    assert seen.foreign() == [] and seen.complaints == []
    context.close()
