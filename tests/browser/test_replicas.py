"""A replica dies under a real browser, behind a real nginx: the page goes on with the other one, nothing is lost."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest

from data import store
from tests.browser.conftest import PATIENCE, settle
from tests.browser.test_upload import choose, heading
from tests.replicas import SEAT, Two, reported, two_replicas
from tests.workbooks import handed_in
from text.lookup import say

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
BACK_WITHIN, SLACK = 10, 4
"""Seconds promised, and how many times as much a test allows."""
STANDS = "[data-testid=stApp][data-test-connection-state=CONNECTED][data-test-script-state=notRunning]"
BROKEN = "[data-testid=stApp]:not([data-test-connection-state=CONNECTED])"


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with two_replicas(tmp_path_factory.mktemp("two")) as made:
        made.office.open_account("ana")
        made.office.give("ana", "analyst")
        yield made


@pytest.fixture(scope="module")
def table() -> Callable[[float], bytes]:
    """Medan in 2026-Q3, made up; its sheet says `data sintetis`."""
    known = handed_in.levels(store.edition().observations, frequency="Q")
    return lambda growth: handed_in.workbook(handed_in.next_period(known, 1, growth))


@pytest.fixture
def page(two: Two, chromium: Browser) -> Iterator[Page]:
    """The window of a visitor."""
    context = chromium.new_context(viewport={"width": 1440, "height": 900}, ignore_https_errors=True)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def kill(two: Two, page: Page) -> str:
    """Kills the replica that a page is open on; gives its name."""
    (seat,) = [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == SEAT]
    name = two.at(seat)
    two.replicas[name].kill()
    return name


def back(two: Two, page: Page, left: str) -> float:
    """Waits until a page stands on another replica; gives the seconds."""
    began = time.monotonic()
    page.wait_for_selector(BROKEN)
    page.wait_for_selector(STANDS, timeout=SLACK * BACK_WITHIN * 1000)
    taken = time.monotonic() - began
    (seat,) = [cookie["value"] for cookie in page.context.cookies() if cookie["name"] == SEAT]
    assert two.at(seat) != left
    settle(page)
    return taken


def in_store(two: Two, call: Callable[..., Any]) -> Any:
    """What the store says."""
    with pytest.MonkeyPatch.context() as environment:
        for variable, value in two.in_store().items():
            environment.setenv(variable, value)
        return call()


def sign_in(two: Two, page: Page) -> None:
    """Opens *Unggah* as the analyst who signs in."""
    page.goto(two.site)
    settle(page)
    page.get_by_role("button", name="Masuk").click()
    page.wait_for_url(f"{two.office.provider}/**")
    page.get_by_placeholder("sub").fill("ana")
    page.get_by_role("button", name="Authorize").click()
    page.wait_for_url(f"{two.site}/**")
    settle(page)
    page.goto(f"{two.site}/unggah")
    heading(page, say("upload.title.none", "id"))


def test_a_page_goes_on_with_the_other_replica(two: Two, page: Page) -> None:
    page.goto(f"{two.site}/pertumbuhan?region=1212&lang=id")
    page.locator("[data-testid=stMain] h1").wait_for()
    settle(page)
    address, finding = page.url, page.locator("[data-testid=stMain] h1").inner_text()
    left = kill(two, page)
    try:
        back(two, page, left)
        assert (page.url, page.locator("[data-testid=stMain] h1").inner_text()) == (address, finding)
        page.get_by_role("radio", name="EN").click()
        page.locator("[data-testid=stMain] h1", has_text="grew").wait_for()
    finally:
        two.replicas[left].start()


def handed_in_once(two: Two, page: Page, content: bytes, delay: float) -> tuple[float, bool]:
    """Submits a table, the replica dying so many seconds after the click; in the end it was submitted once.

    Gives the seconds until the page stood again, and whether it had been submitted already.
    """
    before = len(in_store(two, store.submissions))
    choose(page, "SINTETIS.xlsx", content)
    heading(page, "Berkas siap diajukan.")
    page.get_by_role("button", name=say("upload.submit", "id")).click()
    time.sleep(delay)
    left = kill(two, page)
    try:
        taken = back(two, page, left)
        made = len(in_store(two, store.submissions)) - before
        drafts = len(in_store(two, lambda: store.drafts("ana")))
        assert made == 1 or (made, drafts) == (0, 1), "neither handed in nor kept"
        if drafts:
            page.get_by_role("button", name=say("upload.submit", "id")).click()
        heading(page, say("upload.title.none", "id"))
        assert len(in_store(two, store.submissions)) == before + 1
        return taken, made == 1
    finally:
        two.replicas[left].start()


def test_a_submission_whose_replica_dies_is_made_once(two: Two, page: Page, table: Callable[[float], bytes]) -> None:
    sign_in(two, page)
    handed_in_once(two, page, table(0.05), 0.0)


@pytest.mark.campaign
def test_ten_submissions_whose_replicas_die_at_any_moment_are_made_once(
    two: Two, page: Page, table: Callable[[float], bytes]
) -> None:
    sign_in(two, page)
    chance = random.Random(12)
    took = [handed_in_once(two, page, table(0.051 + turn / 1000), chance.uniform(0, 1.5)) for turn in range(10)]
    counted = {
        "replicas killed after the click on submit": len(took),
        "submitted before the kill": sum(made for _, made in took),
        "submitted from the draft afterwards": sum(not made for _, made in took),
        "page back in Chromium, longest s": round(max(taken for taken, _ in took), 2),
    }
    reported("submissions", counted)
