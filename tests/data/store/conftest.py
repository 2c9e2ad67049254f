"""A fresh store for each test, under either engine, with synthetic tables and a clock that the test holds."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path

import pytest

from data import shipped
from data.store import engine, moment
from data.store.place import Place, place
from tests.data.store import made, postgres

ENGINES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.server))
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


@pytest.fixture(params=ENGINES)
def where(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables: Path
) -> Iterator[Place]:
    """The place of a store that is not there yet, under either engine."""
    yield from fresh(request, tmp_path / "home", monkeypatch, request.param)


def fresh(request: pytest.FixtureRequest, home: Path, monkeypatch: pytest.MonkeyPatch, kind: str) -> Iterator[Place]:
    """A place of that kind, removed afterwards."""
    monkeypatch.setenv("PDRB_HOME", str(home))
    monkeypatch.delenv("PDRB_DATABASE_URL", raising=False)
    if kind == "sqlite":
        yield place()
        return
    socket, name = request.getfixturevalue("postgresql"), f"test_{next(_numbers)}"
    monkeypatch.setenv("PDRB_DATABASE_URL", postgres.database(socket, name))
    yield place()
    engine.engine(place()).dispose()
    postgres.drop(socket, name)
