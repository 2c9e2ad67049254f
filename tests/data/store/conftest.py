"""A fresh store for each test, under either engine, with synthetic tables and a clock that the test holds."""

import json
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from data import shipped, store
from data.store import engine, moment
from data.store.place import Place, place
from tests.data.store import made, postgres

ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.server))
ROOT = Path(__file__).resolve().parents[3]
_numbers = count(1)


class Clock:
    """The clock of the store, as the test sets it."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def pass_by(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The socket of the server that all tests share."""
    with postgres.server() as socket:
        yield socket


@pytest.fixture
def tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of what ships: two synthetic tables."""
    folder = tmp_path / "tables"
    made.ship(folder)
    monkeypatch.setattr(shipped, "TABLES", folder)
    return folder


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Noon of the day on which the synthetic tables take effect, until the test moves it."""
    held = Clock(made.NOON)
    monkeypatch.setattr(moment, "local", lambda: held.now)
    monkeypatch.setattr(moment, "of", lambda conn: held.now)
    return held


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a seeded store and the tables it was seeded with, to be copied."""
    folder = tmp_path_factory.mktemp("seeded")
    _seed(folder, {"PDRB_HOME": str(folder / "home")})
    return folder


@pytest.fixture(scope="session")
def seeded_postgresql(postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a seeded database, to be copied."""
    folder = tmp_path_factory.mktemp("seeded-postgresql")
    address = postgres.database(postgresql, "seeded")
    _seed(folder, {"PDRB_HOME": str(folder / "home"), "PDRB_DATABASE_URL": address})
    return "seeded"


def _seed(folder: Path, environment: dict[str, str]) -> None:
    made.ship(folder / "tables")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shipped, "TABLES", folder / "tables")
        patch.setattr(moment, "local", lambda: made.NOON)
        patch.setattr(moment, "of", lambda conn: made.NOON)
        for name, value in environment.items():
            patch.setenv(name, value)
        store.releases()
        engine.engine(place()).dispose()


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Iterator[dict[str, object]]:
    """What a long trial counted, kept in `bench/results/` under its name when it has run to its end."""
    counted: dict[str, object] = {}
    began = time.monotonic()
    yield counted
    if not counted:  # it did not come to its end
        return
    path = ROOT / "bench" / "results" / "store.json"
    kept = json.loads(path.read_text()) if path.exists() else {}
    kept[request.node.name] = counted | {"seconds": round(time.monotonic() - began, 1)}
    path.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n")


@pytest.fixture
def home() -> Iterator[Path]:
    """A home that is not there yet, in memory where the system has such a place."""
    with tempfile.TemporaryDirectory(prefix="pdrb-", dir=memory()) as folder:
        yield Path(folder) / "home"


def memory() -> str | None:
    """A folder that needs no disk."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


@pytest.fixture(params=ENGINES)
def empty(request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch, tables: Path) -> Iterator[Place]:
    """The place of a store that is not there yet, under either engine."""
    yield from fresh(request, home, monkeypatch, None)


@pytest.fixture(params=ENGINES)
def where(request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch, tables: Path) -> Iterator[Place]:
    """The place of a store that was seeded, under either engine."""
    if request.param == "sqlite":
        shutil.copytree(request.getfixturevalue("seeded") / "home", home)
        yield from fresh(request, home, monkeypatch, None)
    else:
        yield from fresh(request, home, monkeypatch, request.getfixturevalue("seeded_postgresql"))


def fresh(
    request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch, template: str | None
) -> Iterator[Place]:
    """A place of its own, removed afterwards."""
    monkeypatch.setenv("PDRB_HOME", str(home))
    monkeypatch.delenv("PDRB_DATABASE_URL", raising=False)
    if request.param == "sqlite":
        yield place()
        return
    socket, name = request.getfixturevalue("postgresql"), f"test_{next(_numbers)}"
    monkeypatch.setenv("PDRB_DATABASE_URL", postgres.database(socket, name, template or "template0"))
    yield place()
    engine.engine(place()).dispose()
    postgres.drop(socket, name)
