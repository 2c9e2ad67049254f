"""`publish` killed at any moment: nothing torn, nothing told and lost; what is next finds a sound store.

A third of the kills fall anywhere between start and end of the command, a third while it writes, a third after it has
written. The tables published here are synthetic.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from data import store
from data.store import known
from data.store.place import place
from tests.data.store import made, postgres
from tests.terminal import ROOT, known_people, process

STARTS_WITHIN = 2.0
REPORT = ROOT / "bench" / "results" / "kills.json"
PARTS, KILLS_A_PART = 20, 25


@dataclass
class Course:
    """How long `publish` takes before, while and after it writes, in seconds; and what became of the kills."""

    before: float = 0.0
    writing: float = 0.0
    after: float = 0.0
    kills: int = 0
    seen_writing: int = 0
    published: int = 0
    told: int = 0


@pytest.fixture(autouse=True)
def office(own_office: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of its own, whose state is asked anew each time."""
    monkeypatch.setattr(known, "FRESH", 0.0)


def approved(value: float) -> int:
    """The id of an approved table of 300 figures."""
    obs = made.table(*(("A", str(year), value, "final") for year in range(1900, 2200)))
    waiting = made.submitted(obs, "ana", file=os.urandom(8))
    return made.approved(waiting).id


def publishing(id: int) -> subprocess.Popen[bytes]:
    words = ["publish", str(id), "--by", "budi", "--effective-at", "now"]
    return subprocess.Popen([sys.executable, "cli.py", *words], cwd=ROOT, stdout=subprocess.PIPE)


def waits(command: subprocess.Popen[bytes], writes: bool) -> bool:
    """Waits until SQLite's rollback journal is there, or is gone; False where the command ends before that is seen."""
    journal = place().file.with_name("pdrb.sqlite3-journal")
    while command.poll() is None:
        if journal.exists() == writes:
            return True
        time.sleep(0.0002)
    return False


def ended(command: subprocess.Popen[bytes]) -> str:
    """What a command has told when it is over: the number of the edition, or nothing."""
    assert command.stdout
    out = command.stdout.read().decode()
    command.stdout.close()
    command.wait()
    return out.split()[-1] if out.endswith("\n") else ""


def measure(course: Course) -> None:
    """The times of a `publish` that nobody kills; under PostgreSQL, whose writing is not seen, all of it is before."""
    times = [time.monotonic()]
    command = publishing(approved(1.0))
    for writes in (True, False) if not place().url else ():
        waits(command, writes)
        times.append(time.monotonic())
    assert ended(command) == str(store.edition().number)
    times = [*times, time.monotonic(), time.monotonic(), time.monotonic()][:4]
    course.before, course.writing, course.after = (times[place + 1] - times[place] for place in range(3))


def killed(command: subprocess.Popen[bytes], course: Course, chance: random.Random) -> str:
    """Kills a command at a random moment; what it had told."""
    third = 0 if place().url else chance.randrange(3)
    if third == 0:
        time.sleep(chance.uniform(0, course.before + course.writing + course.after))
    else:
        course.seen_writing += waits(command, True)
        if third == 2:
            waits(command, False)
        time.sleep(chance.uniform(0, course.writing if third == 1 else course.after))
    command.kill()
    return ended(command)


def kills(course: Course, count: int, chance: random.Random) -> None:
    """Kills so many; after each, all or nothing of it stands, and the store is sound."""
    waiting = None
    for _ in range(count):
        id = waiting or approved(chance.random())
        newest = store.edition().number
        told = killed(publishing(id), course, chance)
        state, number = store.submission(id).state, store.edition().number
        assert (state, number) in (("published", newest + 1), ("approved", newest)), (told, state, number, newest)
        assert told in ("", str(newest + 1)) and (not told or state == "published"), (told, state)
        assert store.verify() == ()
        waiting = None if state == "published" else id
        course.kills += 1
        course.published += state == "published"
        course.told += bool(told)


def test_a_publication_that_is_killed_stands_in_full_or_not_at_all() -> None:
    course = Course()
    measure(course)
    kills(course, 12, random.Random(12))
    assert (course.kills, process("verify").code) == (12, 0)


@pytest.fixture
def on_postgresql(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A seeded store on a real server of PostgreSQL."""
    with postgres.server() as socket:
        monkeypatch.setenv("PDRB_DATABASE_URL", postgres.database(socket, "kills"))
        monkeypatch.setenv("PDRB_HOME", str(tmp_path / "replica"))
        known_people()
        yield


@pytest.mark.server
def test_under_postgresql_it_does_so_too(on_postgresql: None) -> None:
    course = Course()
    measure(course)
    kills(course, 4, random.Random(4))
    assert (course.kills, process("verify").code) == (4, 0)


@pytest.mark.campaign
def test_five_hundred_kills_of_the_command_leave_all_or_nothing(
    seeded_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, starts, course = time.monotonic(), [], Course()
    for part in range(PARTS):
        monkeypatch.setenv("PDRB_HOME", str(shutil.copytree(seeded_office, tmp_path / f"home-{part}")))
        measure(course)
        kills(course, KILLS_A_PART, random.Random(part))
        start = time.monotonic()
        assert process("editions").code == 0
        starts.append(time.monotonic() - start)
    assert course.kills == PARTS * KILLS_A_PART and 0 < course.told <= course.published < course.kills
    assert max(starts) < 4 * STARTS_WITHIN
    counted = {
        "kills": course.kills,
        "after it began to write": course.seen_writing,
        "published all the same": course.published,
        "told before": course.told,
        "torn, or told and lost": 0,
        "next start, longest s": round(max(starts), 2),
        "a publication without a kill s": round(course.before + course.writing + course.after, 2),
        "of which it writes s": round(course.writing, 3),
        "minutes": round((time.monotonic() - began) / 60, 1),
    }
    REPORT.write_text(json.dumps(counted, indent=1) + "\n", encoding="utf-8")
