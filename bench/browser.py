"""Chromium on *Perdagangan & Jasa*: ours, the same charts in Dash, and in a static page of plotly.js.

Nine interleaved repetitions, each in a browser that knows nothing yet: from the start of navigation until each chart
has its traces, then two changes of the year, each from the press on the option to the last stroke of the last chart.
Afterwards all three must show the same data.

    python -m bench.browser [repetitions]
"""

import json
import os
import shutil
import statistics
import sys
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from bench.charted import YEARS, charted
from bench.serving import OURS, serving

OUT = Path(__file__).parent / "out"
WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
REPETITIONS = 9
QUIET_MS, POLL_MS, PATIENCE_MS = 700, 150, 60_000
FLAGS = ["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--no-proxy-server"]


def _ours(page: Page, words: str) -> None:
    page.locator(".st-key-choose_period [data-baseweb=select], .st-key-choose_period input").first.click()
    page.locator("[role=option]").filter(has_text=words).first.click()


def _dash(page: Page, words: str) -> None:
    page.locator("#period").click()
    page.locator("[role=option]").filter(has_text=words).first.click()


def _static(page: Page, words: str) -> None:
    page.locator("#period").select_option(label=words)


@dataclass
class Way:
    """One way to serve the page: its command, its path, how to choose a year; and what was measured, in ms."""

    command: tuple[str, ...]
    path: str
    choose: Callable[[Page, str], None]
    health: tuple[str, bytes] = ("/", b"<")
    first: list[float] = field(default_factory=list)
    settled: list[float] = field(default_factory=list)
    change: list[float] = field(default_factory=list)
    received: list[float] = field(default_factory=list)


WAYS = {
    "ours": Way(OURS, "perdagangan-jasa", _ours, ("/healthz", b'"warm":true')),
    "dash": Way(("-m", "bench.dash_page"), "", _dash),
    "static": Way(("-m", "bench.static_page"), "", _static),
}


def settle(page: Page, before: float = 0) -> dict[str, float]:
    """What the page saw, once its charts have been drawn since `before` and have not moved for a while."""
    since = "Math.max(bench.drawn, bench.asked)"
    done = f"bench.stood && bench.drawn > Math.max({before}, bench.asked) && performance.now() - {since} > {QUIET_MS}"
    for _ in range(int(PATIENCE_MS / POLL_MS)):
        if page.evaluate(f"Boolean(window.bench && {done})"):
            return page.evaluate("({stood: bench.stood, drawn: bench.drawn, asked: bench.asked})")
        page.wait_for_timeout(POLL_MS)
    raise TimeoutError(f"{page.url} drew {page.locator('.js-plotly-plot').count()} charts and never came to rest")


def visit(browser: Browser, way: Way, port: int) -> list[list[str]]:
    """One repetition; gives what the charts showed in each state."""
    context = browser.new_context(viewport={"width": 1440, "height": 2400}, locale="id-ID", color_scheme="light")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(f"window.benchCharts = {len(charted(YEARS[0]).figures())};\n{WATCH}")
    page.goto(f"http://127.0.0.1:{port}/{way.path}", wait_until="commit")
    seen = settle(page)
    way.first.append(seen["stood"])
    way.settled.append(seen["drawn"])
    sizes = "performance.getEntriesByType('resource').reduce((sum, entry) => sum + entry.encodedBodySize, 0) / 1e3"
    way.received.append(page.evaluate(sizes))
    shown = [page.evaluate("bench.shown()")]
    for year in YEARS[1:]:
        before = page.evaluate("bench.drawn")
        way.choose(page, charted(year).year)
        seen = settle(page, before)
        way.change.append(seen["drawn"] - seen["asked"])
        shown.append(page.evaluate("bench.shown()"))
    context.close()
    return shown


def measure(repetitions: int) -> None:
    """Fills `WAYS`; the first round is not counted."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    with ExitStack() as stack:
        ports = {
            name: stack.enter_context(serving(*way.command, ready=way.health[0], said=way.health[1]))
            for name, way in WAYS.items()
        }
        driver = stack.enter_context(sync_playwright())
        browser = driver.chromium.launch(executable_path=path, args=FLAGS)
        for repetition in range(repetitions + 1):
            shown = {name: visit(browser, way, ports[name]) for name, way in WAYS.items()}
            assert shown["ours"] == shown["dash"] == shown["static"], "the pages do not show the same data"
            if not repetition:
                for way in WAYS.values():
                    for numbers in (way.first, way.settled, way.change, way.received):
                        numbers.clear()
        browser.close()


def main() -> None:
    """Print the table of one run and keep it as JSON."""
    repetitions = int(sys.argv[1]) if len(sys.argv) > 1 else REPETITIONS
    before = os.getloadavg()[0]
    measure(repetitions)
    names = ("first", "settled", "change", "received")
    rows = {name: {key: statistics.median(getattr(way, key)) for key in names} for name, way in WAYS.items()}
    print("| page | first load ms | against Dash | charts at rest ms | filter change ms | against Dash | received kB |")
    print("|---|---:|---:|---:|---:|---:|---:|")
    for name, row in rows.items():
        against = {key: row[key] / rows["dash"][key] for key in names}
        print(
            f"| {name} | {row['first']:.0f} | {against['first']:.2f} | {row['settled']:.0f} | {row['change']:.0f}"
            f" | {against['change']:.2f} | {row['received']:.0f} |"
        )
    result = {
        "repetitions": repetitions, "load_average": [before, os.getloadavg()[0]], "median": rows,
        "each": {name: {key: getattr(way, key) for key in names} for name, way in WAYS.items()},
    }  # fmt: skip
    OUT.mkdir(exist_ok=True)
    (OUT / "browser.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
