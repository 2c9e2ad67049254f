"""From an analyst's file to the official's open page, with real sign-in: three browsers, made-up figures."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest

from data import store
from desk import workflow
from desk.proposal import propose
from desk.rights import Person, Role
from tests.browser.conftest import PATIENCE, settle
from tests.browser.test_identity import expect, sign_in
from tests.browser.test_upload import choose
from tests.office import Office, office
from tests.workbooks import handed_in as made

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
OFFERED_WITHIN = 5
"""Seconds after a publication within which an open page offers it."""


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office(tmp_path_factory.mktemp("office")) as opened:
        for subject, role in (("ana", "analyst"), ("budi", "approver"), ("beni", "approver")):
            opened.open_account(subject)
            opened.give(subject, role)
        yield opened


@pytest.fixture
def windows(chromium: Browser) -> Iterator[list[BrowserContext]]:
    """Browsers of three people."""
    contexts = [chromium.new_context(viewport={"width": 1440, "height": 900}, locale="id-ID") for _ in range(3)]
    for context in contexts:
        context.set_default_timeout(PATIENCE)
    yield contexts
    for context in contexts:
        context.close()


def submitted(here: Office, window: BrowserContext) -> None:
    """An analyst uploads a made-up table of 2026-Q3, sees what it changes, and hands it in: submission 1."""
    known = made.levels(store.edition(18).observations, frequency="Q")
    analyst = sign_in(here, window, "ana")
    analyst.get_by_role("link", name="Unggah", exact=True).click()
    analyst.get_by_text("Pengajuan Anda").wait_for()
    settle(analyst)
    choose(analyst, "SINTETIS-2026-Q3.xlsx", made.workbook(made.next_period(known)))
    analyst.locator("h1", has_text="Berkas siap diajukan. 18 angka baru").wait_for()
    analyst.locator(".js-plotly-plot .hm").first.wait_for()
    settle(analyst)
    analyst.get_by_role("button", name="Ajukan untuk disetujui").click()
    analyst.get_by_text("diajukan sebagai pengajuan 1").wait_for()


def opened(here: Office, window: BrowserContext, path: str) -> Page:
    page = window.new_page()
    page.goto(f"{here.server}/{path}")
    settle(page)
    page.locator("h1").wait_for()
    return page


def released(page: Page) -> None:
    page.get_by_role("link", name="Rilis", exact=True).click()
    expect(page.get_by_role("heading", name="Keputusan")).to_be_visible(timeout=PATIENCE)


def test_what_an_analyst_uploads_and_an_approver_publishes_is_offered_on_the_open_page_of_an_official(
    here: Office, windows: list[BrowserContext]
) -> None:
    official, id = opened(here, windows[0], ""), 1
    submitted(here, windows[2])
    expect(official.get_by_text("Edisi 18,")).to_be_visible()
    approver = sign_in(here, windows[1], "budi")
    released(approver)
    expect(approver.get_by_text("SINTETIS-2026-Q3.xlsx").first).to_be_visible()
    approver.get_by_role("button", name="Setujui").click()
    expect(approver.get_by_text(f"Pengajuan {id} disetujui.")).to_be_visible(timeout=PATIENCE)
    assert official.get_by_text("Edisi 19").count() == 0

    approver.get_by_role("button", name="Terbitkan sekarang").dblclick()
    offer = official.get_by_role("button", name="Tampilkan edisi 19")
    began = _published(here, 19)
    offer.wait_for(timeout=4 * OFFERED_WITHIN * 1000)
    assert time.monotonic() - began < 4 * OFFERED_WITHIN
    expect(official.get_by_text("Edisi 18,")).to_be_visible()
    offer.click()
    expect(official.get_by_text("Edisi 19,")).to_be_visible(timeout=PATIENCE)
    expect(offer).to_have_count(0)
    expect(approver.get_by_text(f"Pengajuan {id} terbit sebagai edisi 19.")).to_be_visible(timeout=PATIENCE)
    assert _newest(here) == 19, "a double click publishes once"


def test_a_click_reaches_the_submission_that_is_looked_at_also_once_its_state_has_changed(
    here: Office, windows: list[BrowserContext]
) -> None:
    with _in_store(here):
        known = made.levels(store.edition(18).observations)
        ana, beni = Person("ana", Role.ANALYST), Person("beni", Role.APPROVER)
        one, other = (
            workflow.submit(ana, propose(made.workbook(made.next_period(known, growth=growth)), "SINTETIS.xlsx"))[0]
            for growth in (0.02, 0.03)
        )
        workflow.approve(beni, one.id, one.content_hash, store.edition().number)
    approver = sign_in(here, windows[1], "budi")
    released(approver)
    approver.get_by_role("combobox", name="Pengajuan yang menunggu").click()
    approver.get_by_role("option", name=f"{other.id}: ").click()
    expect(approver.get_by_role("heading", name=f"Pengajuan {other.id}: ")).to_be_visible(timeout=PATIENCE)
    settle(approver)
    approver.get_by_role("button", name="Setujui").click()
    expect(approver.get_by_text(f"Pengajuan {other.id} disetujui.")).to_be_visible(timeout=PATIENCE)
    settle(approver)
    approver.get_by_role("button", name="Terbitkan sekarang").click()
    expect(approver.get_by_text(f"Pengajuan {other.id} terbit sebagai edisi")).to_be_visible(timeout=PATIENCE)
    with _in_store(here):
        assert [store.submission(id).state for id in (one.id, other.id)] == ["approved", "published"]


@contextmanager
def _in_store(here: Office) -> Iterator[None]:
    """The store of the office."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PDRB_HOME", str(here.home))
        yield


def _newest(here: Office) -> int:
    with _in_store(here):
        return store.edition().number


def _published(here: Office, number: int) -> float:
    """The moment at which the store had the edition."""
    until = time.monotonic() + PATIENCE / 1000
    while _newest(here) < number:
        assert time.monotonic() < until
        time.sleep(0.05)
    return time.monotonic()


def test_who_has_no_role_sees_no_button_and_an_older_edition_leads_to_what_was_revised(
    here: Office, windows: list[BrowserContext]
) -> None:
    page = opened(here, windows[0], "rilis?section=waiting")
    expect(page.get_by_text("tidak terbuka bagi Anda")).to_be_visible()
    for name in ("Setujui", "Terbitkan sekarang", "Tolak", "Ajukan pengembalian"):
        assert page.get_by_role("button", name=name).count() == 0
    page.goto(f"{here.server}/pertumbuhan?edition=9")
    settle(page)
    expect(page.get_by_text("Anda membuka edisi 9;")).to_be_visible(timeout=PATIENCE)
    with windows[0].expect_page() as popup:
        page.get_by_role("link", name="Bandingkan").click()
    expect(popup.value.get_by_role("combobox", name="Edisi pembanding")).to_be_visible(timeout=PATIENCE)


def test_a_reader_reports_an_error_from_the_page_where_it_is(here: Office, windows: list[BrowserContext]) -> None:
    page = opened(here, windows[0], "pertumbuhan?period=2024")
    page.get_by_role("button", name="Laporkan kesalahan di halaman ini").click()
    page.get_by_role("textbox", name="Apa yang keliru?").fill("Angka SINTETIS keliru.")
    page.get_by_role("button", name="Kirim").dblclick()
    expect(page.get_by_text("Laporan 1 diterima.")).to_be_visible(timeout=PATIENCE)
    approver = sign_in(here, windows[1], "beni")
    approver.goto(f"{here.server}/rilis?section=reports")
    settle(approver)
    expect(approver.get_by_text("Angka SINTETIS keliru.")).to_have_count(1, timeout=PATIENCE)
    address = approver.get_by_role("link", name="Pertumbuhan").last.get_attribute("href")
    assert address is not None and address.startswith("./pertumbuhan?region=1275") and "period=2024" in address
