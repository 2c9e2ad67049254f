"""*Unggah* in a real browser: a made-up table through the file chooser, what it would change, and its submission."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from data import store
from tests.browser.conftest import PATIENCE, Seen, settle
from tests.browser.test_interface import english_left
from tests.conftest import serving
from tests.workbooks import handed_in
from text.lookup import say

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser
NAME = "SINTETIS-2026-Q3.xlsx"
SIDEWAYS = "document.documentElement.scrollWidth > window.innerWidth"


@pytest.fixture(scope="module")
def table() -> bytes:
    """Medan in 2026-Q3, made up; its sheet says `data sintetis`."""
    known = handed_in.levels(store.edition().observations, frequency="Q")
    return handed_in.workbook(handed_in.next_period(known))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path


def alone(home: Path) -> dict[str, str]:
    return {"PDRB_MODE": "local", "PDRB_HOME": str(home)}


@pytest.fixture
def desk(home: Path) -> Iterator[str]:
    """The address of a server where one person may do everything."""
    with serving(home, environment=alone(home)) as address:
        yield address


def visit(server: str, chromium: Browser, width: int = 1440, lang: str = "id", theme: str = "light") -> Page:
    """The page, opened by somebody who never came before."""
    context = chromium.new_context(viewport={"width": width, "height": 900}, color_scheme=theme, locale="en-US")
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.goto(f"{server}/unggah?lang={lang}")
    page.locator("[data-testid=stMain] h1").wait_for()
    settle(page)
    return page


def choose(page: Page, name: str, content: bytes) -> None:
    """Hands a file in through the chooser of the browser."""
    with page.expect_file_chooser() as chooser:
        page.locator("[data-testid=stFileUploader] button").first.click()
    chooser.value.set_files([{"name": name, "mimeType": "application/octet-stream", "buffer": content}])


def in_store(home: Path, call: Callable[..., Any], *given: object) -> Any:
    """What the store of a server says."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PDRB_HOME", str(home))
        return call(*given)


def until(done: Callable[[], bool]) -> None:
    """Waits for what a busy machine may take a while for."""
    last = time.monotonic() + PATIENCE / 1000
    while not done():
        assert time.monotonic() < last, "it did not come about"
        time.sleep(0.2)


def heading(page: Page, words: str) -> None:
    page.locator("[data-testid=stMain] h1", has_text=words).wait_for()
    settle(page)


def test_a_table_goes_from_the_chooser_to_one_submission(
    desk: str, home: Path, chromium: Browser, table: bytes
) -> None:
    seen, page = Seen(desk), visit(desk, chromium)
    seen.watch(page)
    choose(page, NAME, table)
    heading(page, "Berkas siap diajukan. 18 angka baru")
    assert page.locator("[data-testid=stMetricValue]").all_inner_texts() == ["18", "1", "17"]
    page.locator(".js-plotly-plot .hm").first.wait_for()
    assert page.locator(".js-plotly-plot text", has_text="baru").count() == 18
    page.get_by_role("button", name=say("upload.submit", "id")).dblclick()
    heading(page, say("upload.title.none", "id"))
    page.get_by_text(say("upload.submitted", "id", file=NAME, id=1)).wait_for()
    settle(page)
    (made,) = in_store(home, store.submissions)
    assert (made.id, made.file_name, made.rows, made.state) == (1, NAME, 36, "waiting")
    assert seen.foreign() == [] and seen.complaints == []
    page.context.close()


def test_a_draft_survives_a_restart_of_the_server(home: Path, chromium: Browser, table: bytes) -> None:
    with serving(home, environment=alone(home)) as server:
        page = visit(server, chromium)
        choose(page, NAME, table)
        heading(page, "Berkas siap diajukan.")
        page.get_by_label(say("upload.source.publisher", "id")).fill("BPS Kota Medan")
        page.keyboard.press("Tab")
        until(lambda: any("BPS Kota Medan" in draft.answers for draft in in_store(home, store.drafts, "lokal")))
        page.context.close()
    with serving(home, environment=alone(home)) as server:
        page = visit(server, chromium)
        heading(page, "Berkas siap diajukan.")
        assert page.get_by_label(say("upload.source.publisher", "id")).input_value() == "BPS Kota Medan"
        page.context.close()


def test_the_page_is_indonesian_fits_a_phone_and_tells_of_a_file_that_is_none(
    desk: str, chromium: Browser, table: bytes
) -> None:
    page = visit(desk, chromium, width=390)
    page.get_by_text("Pilih berkas").wait_for()
    assert english_left(page) == set()
    choose(page, "foto.xlsx", b"\x89PNG\r\n\x1a\n")
    page.get_by_text("Isi berkas bukan buku kerja").wait_for()
    choose(page, NAME, table)
    heading(page, "Berkas siap diajukan.")
    page.locator(".js-plotly-plot .hm").first.wait_for()
    assert page.evaluate(SIDEWAYS) is False
    assert english_left(page) == set()
    page.context.close()


def test_a_file_beyond_every_limit_is_refused_in_words(desk: str, chromium: Browser) -> None:
    page = visit(desk, chromium)
    choose(page, "besar.csv", b"1;2\n" * (21 * 1024 * 1024 // 4))
    page.get_by_text("Berkas paling besar 20").first.wait_for()
    assert page.locator("[data-testid=stMain] h1").inner_text() == say("upload.title.none", "id")
    page.context.close()


def test_the_workbook_to_fill_in_is_saved(desk: str, chromium: Browser) -> None:
    page = visit(desk, chromium, lang="en")
    page.get_by_role("button", name=say("upload.template.head", "en")).click()
    with page.expect_download() as saved:
        page.get_by_role("button", name=say("upload.template.save", "en")).click()
    assert saved.value.suggested_filename == "pdrb-1275-production-2025-2026.xlsx"
    assert Path(saved.value.path()).read_bytes().startswith(b"PK")
    page.context.close()
