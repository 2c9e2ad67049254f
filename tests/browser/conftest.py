"""A real Chromium on the real server, and a guard that sees every request and every complaint of the browser."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-sync",
    "--no-first-run",
    "--no-proxy-server",
]
# How long a busy machine may take for what always comes: under six loops a first visit took 27 s. No claim of speed.
PATIENCE = 120_000
LOCAL = ("data:", "blob:", "about:", "chrome-error:")


@dataclass
class Seen:
    """What a browser asked for and complained of."""

    server: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def foreign(self) -> list[str]:
        """The requests that left the host."""
        own = (self.server, self.server.replace("http:", "ws:"), *LOCAL)
        return [address for address in self.requests if not address.startswith(own)]

    def watch(self, page: Page) -> None:
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("websocket", lambda socket: self.requests.append(socket.url))
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("console", lambda message: self._hear(message.type, message.text, message.location.get("url", "")))

    def _hear(self, kind: str, text: str, address: str) -> None:
        if kind == "error":
            self.complaints.append(f"{address}: {text}")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; `make test` sees to it that there is one."""
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "no Chromium: run `make test`, which installs or asks for it, or set CHROMIUM"
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def seen(server: str) -> Iterator[Seen]:
    """Fails the test when anything was asked of another host, or the browser complained."""
    watched = Seen(server)
    yield watched
    assert watched.foreign() == []
    assert watched.complaints == []


@pytest.fixture
def visit(server: str, chromium: Browser, seen: Seen) -> Iterator[Callable[..., Page]]:
    """Opens an address as a visitor who never came before: `visit("pertumbuhan", width=390, theme="dark")`."""
    contexts: list[BrowserContext] = []

    def open_page(path: str = "", *, width: int = 1440, height: int = 900, theme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme=theme,
            locale="en-US",
            accept_downloads=True,
        )
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        seen.watch(page)
        page.goto(f"{server}/{path}")
        settle(page)
        return page

    yield open_page
    for context in contexts:
        context.close()


def settle(page: Page) -> None:
    """Waits until a run is over and what it drew stands."""
    page.wait_for_selector("[data-testid=stMainBlockContainer] [data-testid=stVerticalBlock]", timeout=PATIENCE)
    page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=PATIENCE)
    page.evaluate("document.fonts.ready.then(() => null)")
