"""After any sequence of steps, what was known at a moment is what a naive model says; under both engines."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from data import shipped, store
from data.store import engine, moment
from data.store.place import place
from tests.data.store import made, postgres
from tests.data.store.conftest import Clock, memory
from tests.data.store.made import NOON, SEEDED, approved, submitted, table

Said = dict[tuple[str, str], tuple[float, str]]
Rows = dict[tuple[str, str], tuple[float, str]]

ROW = st.tuples(st.sampled_from([1.0, 2.0]), st.sampled_from(["final", "preliminary", "unknown"]))
ROWS = st.dictionaries(
    st.sampled_from([("A", "2023"), ("A", "2024"), ("C", "2023"), ("TOTAL", "2023")]),
    ROW | st.just((float("nan"), "withdrawn")),
    min_size=1,
    max_size=3,
)
STEP = st.one_of(
    st.tuples(st.just("publish"), ROWS),
    st.tuples(st.just("schedule"), ROWS, st.integers(1, 5)),
    st.tuples(st.just("roll_back"), st.integers(1, 6), st.sampled_from([0, 0, 3])),
    st.tuples(st.just("pass"), st.integers(1, 4)),
)


@dataclass
class Model:
    """Releases as a list, editions by folding over it."""

    releases: list[tuple[datetime, int, Rows, int | None]] = field(default_factory=list)

    def editions(self, at: datetime) -> list[Said]:
        """What each edition in effect at a moment says."""
        known: list[Said] = [{}]
        for when, _, rows, restores in sorted(self.releases, key=lambda release: release[:2]):
            if when <= at:
                known.append(dict(known[restores]) if restores else self._revised(known[-1], rows))
        return known

    @staticmethod
    def _revised(before: Said, rows: Rows) -> Said:
        said = dict(before)
        for key, (value, status) in rows.items():
            if status == "withdrawn":
                said.pop(key, None)
            elif not (status == "unknown" and key in said and said[key][0] == value):
                said[key] = (value, status)
        return said

    def add(self, now: datetime, when: datetime, rows: Rows, restores: int | None) -> bool:
        """Adds a release, taking out scheduled ones that it meets; False where one before it stands in its way."""
        met = [
            release
            for release in self.releases
            if release[0] > now and (restores or release[3] or release[2].keys() & rows.keys())
        ]
        if any(release[0] <= when for release in met):
            return False
        self.releases = [release for release in self.releases if release not in met]
        self.releases.append((when, 1 + max((release[1] for release in self.releases), default=0), rows, restores))
        return True


def said(edition: store.edition) -> Said:
    rows = edition.observations[["item", "period", "value", "status"]].itertuples(index=False, name=None)
    return {(item, year): (value, status) for item, year, value, status in rows}


def changes(history: pd.DataFrame) -> list[tuple]:
    """What a history says: key, edition, and value and status since then."""
    rows = history[["item", "period", "edition", "value", "status"]].itertuples(index=False, name=None)
    return [
        ((item, year), number, status if status == "withdrawn" else (value, status))
        for item, year, number, value, status in rows
    ]


def take(model: Model, clock: Clock, step: tuple) -> None:
    """Takes a step in the store and in the model."""
    if step[0] == "pass":
        clock.pass_by(hours=step[1])
        return
    hours = step[2] if len(step) > 2 else 0
    when = clock.now + timedelta(hours=hours)
    if step[0] == "roll_back":
        known = model.editions(clock.now)
        if step[1] >= len(known) - 1 or known[step[1]] == known[-1]:
            with pytest.raises((store.NothingToRestore, store.NoEdition)):
                store.roll_back(max(step[1], 1) if step[1] < len(known) else 99, "ani", "salah")
            return
        rows, restores, waiting = {}, step[1], store.roll_back(step[1], "ani", "salah")
        scheduled = any(release[0] > clock.now and release[3] == restores for release in model.releases)
        assert (waiting.state == "scheduled") == scheduled, "the same rollback is one while it is open"
        if scheduled:
            return
    else:
        rows, restores = step[1], None
        obs = table(*((item, year, *said) for (item, year), said in rows.items()))
        waiting = submitted(obs, file=os.urandom(8))
    id = approved(waiting).id
    if model.add(clock.now, when, rows, restores):
        assert (store.publish(id, "budi", when if hours else None).edition is None) == bool(hours)
    else:
        with pytest.raises(store.Collides):
            store.publish(id, "budi", when)


def agree(model: Model, clock: Clock) -> None:
    """What was known at each moment, now and before."""
    known = model.editions(clock.now)
    for number, expected in enumerate(known[1:], start=1):
        assert said(store.edition(number)) == expected
    assert changes(store.history()) == [
        (key, number, after.get(key, "withdrawn"))
        for key in sorted({key for one in known for key in one})
        for number, (before, after) in enumerate(pairwise(known), start=1)
        if before.get(key) != after.get(key)
    ]
    moments = {when for when, *_ in model.releases} | {clock.now, SEEDED, NOON + timedelta(minutes=30)}
    for moment_ in sorted(moments):
        assert said(store.as_of(moment_)) == model.editions(min(moment_, clock.now))[-1]


@contextmanager
def a_store(template: Path, socket: str | None) -> Iterator[Clock]:
    """A store of its own, seeded, with a clock."""
    folder = Path(tempfile.mkdtemp(prefix="pdrb-model-", dir=memory()))
    clock = Clock(NOON)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shipped, "TABLES", template / "tables")
        patch.setattr(moment, "local", lambda: clock.now)
        patch.setattr(moment, "of", lambda conn: clock.now)
        patch.setenv("PDRB_HOME", str(folder / "home"))
        if socket:
            patch.setenv("PDRB_DATABASE_URL", postgres.database(socket, folder.name, "seeded"))
        else:
            shutil.copytree(template / "home", folder / "home")
        yield clock
        engine.engine(place()).dispose()
        if socket:
            postgres.drop(socket, folder.name)
    shutil.rmtree(folder)


def runs(template: Path, socket: str | None, steps: list[tuple]) -> None:
    """A whole history."""
    model = Model()
    for name, rows in made.SHIPPED:
        stated = {(item, year): (value, status) for item, year, value, status in rows}
        model.releases.append((SEEDED, int(name[:2]), stated, None))
    with a_store(template, socket) as clock:
        for step in steps:
            take(model, clock, step)
        agree(model, clock)
        clock.pass_by(hours=6)
        agree(model, clock)
        assert store.verify() == ()


STEPS = st.lists(STEP, min_size=1, max_size=6)
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=12, deadline=None, suppress_health_check=SHARED)
@given(steps=STEPS)
def test_what_was_known_is_what_a_naive_model_says(seeded: Path, steps: list[tuple]) -> None:
    runs(seeded, None, steps)


def test_the_same_rollback_asked_for_while_it_is_scheduled_is_one(seeded: Path) -> None:
    runs(seeded, None, [("roll_back", 1, 3), ("schedule", {("A", "2023"): (1.0, "final")}, 3), ("roll_back", 1, 0)])


@pytest.mark.server
@settings(max_examples=4, deadline=None, suppress_health_check=SHARED)
@given(steps=STEPS)
def test_what_was_known_under_postgresql(
    seeded: Path, postgresql: str, seeded_postgresql: str, steps: list[tuple]
) -> None:
    runs(seeded, postgresql, steps)


@pytest.mark.campaign
def test_what_was_known_after_a_thousand_histories(seeded: Path, report: dict[str, object]) -> None:
    report |= {"histories": histories(1000, seeded, None)}


@pytest.mark.campaign
def test_what_was_known_after_two_hundred_under_postgresql(
    seeded: Path, postgresql: str, seeded_postgresql: str, report: dict[str, object]
) -> None:
    report |= {"histories": histories(200, seeded, postgresql)}


def histories(most: int, template: Path, socket: str | None) -> int:
    """Long histories drawn by chance, each held against the model; gives how many there were."""
    told = 0

    @settings(max_examples=most, deadline=None, suppress_health_check=SHARED)
    @given(steps=st.lists(STEP, min_size=1, max_size=15))
    def run(steps: list[tuple]) -> None:
        nonlocal told
        runs(template, socket, steps)
        told += 1

    run()
    return told
