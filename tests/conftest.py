"""What tests share: a store of their own, and the real server on a free port, as `make run` starts it."""

import atexit
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests
from hypothesis import settings

from data import store

ROOT = Path(__file__).resolve().parent.parent
STARTS_WITHIN = 60
UNPREPARED = {"PDRB_WARM_UP": "no"}
"""Most servers of the tests live for some pages only; a test of what is prepared asks for it."""

settings.register_profile("untimed", deadline=None)  # a busy machine is no fault of the program
settings.load_profile("untimed")

# One store for all, made by the first test that asks; never that of the person who runs the tests.
os.environ["PDRB_HOME"] = tempfile.mkdtemp(prefix="pdrb-tests-")
os.environ.pop("PDRB_DATABASE_URL", None)
atexit.register(shutil.rmtree, os.environ["PDRB_HOME"])


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def serving(
    folder: Path, port: int | None = None, environment: Mapping[str, str] | None = None, plain: bool = False
) -> Iterator[str]:
    """A server of our own: gives its address. What it wrote stands in the failure if it does not start.

    `plain` starts it with `streamlit run app.py`.
    """
    with running(folder, port or free_port(), environment, plain) as (address, _):
        yield address


@contextmanager
def running(
    folder: Path, port: int, environment: Mapping[str, str] | None = None, plain: bool = False
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The same, with its process."""
    by_streamlit = ["streamlit", "run", "app.py", "--server.headless", "true", "--server.port", str(port)]
    written = folder / "log.txt"
    with written.open("w") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", *(by_streamlit if plain else ["deploy.asgi"])],
            cwd=ROOT,
            env={**_bare(), **UNPREPARED, **(environment or {}), "PORT": str(port), "HOST": "127.0.0.1"},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, process, written)
            yield address, process
        finally:
            process.terminate()
            process.wait(timeout=20)


def _bare() -> dict[str, str]:
    """The environment without what would change how the program is run."""
    return {name: value for name, value in os.environ.items() if name == "PDRB_HOME" or not name.startswith("PDRB_")}


TOGETHER = ("tests/browser", "tests/server", "tests/views")
"""What one process takes as a whole when several run: two browsers at once hinder each other; views share a walk."""
FIRST = (*TOGETHER, "tests/test_cli_kills.py", "tests/data/test_fuzz.py")
"""What takes long or waits much is begun first, so that the processes end together."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Sorts what takes long to the front."""
    items.sort(key=lambda item: next((at for at, one in enumerate(FIRST) if item.nodeid.startswith(one)), len(FIRST)))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Deals out whole files, or whole folders of `TOGETHER`: what they share is made once."""
    from xdist.scheduler import LoadScopeScheduling

    class ByPlace(LoadScopeScheduling):
        def _split_scope(self, nodeid: str) -> str:
            return next((one for one in TOGETHER if nodeid.startswith(one)), nodeid.split("::")[0])

    return ByPlace(config, log)


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of a store that holds what ships and nothing else: to be copied, never to be used."""
    home = tmp_path_factory.mktemp("seeded")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PDRB_HOME", str(home))
        store.edition()
    return home


@pytest.fixture
def own_store(seeded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a store of the test's own, with what ships in it."""
    home = shutil.copytree(seeded, tmp_path / "home")
    monkeypatch.setenv("PDRB_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def seeded_office(seeded: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with made-up people: to be copied, never to be used."""
    from tests.terminal import known_people

    home = shutil.copytree(seeded, tmp_path_factory.mktemp("office") / "home")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PDRB_HOME", str(home))
        known_people()
    return home


@pytest.fixture
def own_office(seeded_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The home of a store of the test's own, with what ships and with people in it."""
    home = shutil.copytree(seeded_office, tmp_path / "home")
    monkeypatch.setenv("PDRB_HOME", str(home))
    return home


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the server that all tests share."""
    with serving(tmp_path_factory.mktemp("server")) as address:
        yield address


@pytest.fixture(scope="session")
def local_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server in local mode, as `make run` starts it."""
    folder = tmp_path_factory.mktemp("local")
    with serving(folder, environment={"PDRB_MODE": "local", "PDRB_HOME": str(folder)}) as address:
        yield address


@pytest.fixture
def cold_server(tmp_path: Path) -> Iterator[str]:
    """The address of a server that nobody has visited."""
    with serving(tmp_path) as address:
        yield address


@pytest.fixture
def plain_server(tmp_path: Path) -> Iterator[str]:
    """The address of a server that `streamlit run app.py` started and nobody has visited."""
    with serving(tmp_path, plain=True) as address:
        yield address


def _wait(address: str, process: subprocess.Popen[bytes], written: Path) -> None:
    """Waits until the server answers; how long it may take is promised in the README."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        try:
            if requests.get(f"{address}/_stcore/health", timeout=5).text == "ok":
                return
        except requests.ConnectionError:
            time.sleep(0.2)
    pytest.fail(f"no server after {STARTS_WITHIN} s:\n{written.read_text()}")
