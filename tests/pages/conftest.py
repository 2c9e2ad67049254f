"""What the tests of the pages share: the program run in a script runner, with the clock at the day of the figures."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

from data import store
from model.release import Edition

ROOT = Path(__file__).resolve().parents[2]
GATHERED = datetime(2026, 11, 25, tzinfo=store.JAKARTA)
NEWEST = 18
PAGES = ("overview", "trade_services", "growth", "structure", "about")
CHARTED = PAGES[:-1]

Open = Callable[..., AppTest]


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Holds the clock, which decides what is in effect."""
    real = store.edition

    def held(number: int | None = None, now: datetime | None = None) -> Edition:
        return real(number, now or GATHERED)

    monkeypatch.setattr(store, "edition", held)


@pytest.fixture(scope="session", autouse=True)
def scanned() -> Iterator[None]:
    """Streamlit looks through every installed package for components at each first visit; here once for all."""
    found = manifest_scanner.scan_component_manifests()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", lambda: found)
        yield


@pytest.fixture
def visit() -> Open:
    """Opens a page by its file as the first of a session, as a cold deep link does; the rest is the address."""

    def visit(page: str = "overview", **address: str) -> AppTest:
        at = AppTest.from_file(ROOT / "app.py", default_timeout=60)
        at.query_params = dict(address)
        turn(at, page)
        return at.switch_page(f"pages/{page}.py")

    return visit


def turn(at: AppTest, page: str) -> AppTest:
    """Turns to another page of the session."""
    return sound(at.switch_page(f"pages/{page}.py").run())


def sound(at: AppTest) -> AppTest:
    """The page, which has run without an error."""
    assert not at.exception, at.exception[0].value
    assert not at.error
    return at


def choose(at: AppTest, **choices: str) -> AppTest:
    """Chooses in the controls of the page, one after the other, each a run."""
    for name, value in choices.items():
        at.selectbox(key=f"choose_{name}").set_value(value)
        sound(at.run())
    return at


def specs(at: AppTest) -> list[dict[str, Any]]:
    """What the charts of the page draw."""
    return [json.loads(chart.proto.spec) for chart in at.get("plotly_chart")]


def alternatives(at: AppTest) -> list[str]:
    return [chart.proto.alt for chart in at.get("plotly_chart")]


def said(at: AppTest) -> list[str]:
    """All that the page writes around its charts, without the marks of markdown."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.info, at.warning)
    written = [element.value for kind in kinds for element in kind]
    written += [word for metric in at.metric for word in (metric.label, metric.value, metric.delta)]
    written += [widget.label for kind in (at.selectbox, at.multiselect, at.button, at.expander) for widget in kind]
    return [word.replace("\\", "") for word in written if word]


def address(at: AppTest) -> dict[str, str]:
    """The address of the page as it stands after the run."""
    return {name: value if isinstance(value, str) else value[0] for name, value in at.query_params.items()}
