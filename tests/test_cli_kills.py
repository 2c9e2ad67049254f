"""`publish` killed at any moment: nothing torn, nothing told and lost; what is next finds a sound store.

Half of the kills fall anywhere between start and end of the command, half after it has begun to write. The tables
published here are synthetic.
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
    """How long `publish` takes, and for how long of that it writes, in seconds; and what became of the kills."""

    long: float = 0.0
    writing: float = 0.0
    kills: int = 0
    while_writing: int = 0
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


def begins_to_write(command: subprocess.Popen[bytes]) -> bool:
    """Waits for the rollback journal of SQLite; False where the command ends before it is seen."""
    journal = place().file.with_name("pdrb.sqlite3-journal")
    while command.poll() is None:
        if journal.exists():
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


def measured() -> Course:
    """The course of a `publish` that nobody kills."""
    began = time.monotonic()
    command = publishing(approved(1.0))
    seen = began
    if not place().url and begins_to_write(command):
        seen = time.monotonic()
    assert ended(command) == str(store.edition().number)
    return Course(time.monotonic() - began, time.monotonic() - seen)


def killed(command: subprocess.Popen[bytes], course: Course, chance: random.Random) -> str:
    """Kills a command at a random moment; what it had told."""
    if chance.random() < 0.5 and not place().url:
        course.while_writing += begins_to_write(command)
        time.sleep(chance.uniform(0, course.writing))
    else:
        time.sleep(chance.uniform(0, course.long))
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
    course = measured()
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
    course = measured()
    kills(course, 4, random.Random(4))
    assert (course.kills, process("verify").code) == (4, 0)


@pytest.mark.campaign
def test_five_hundred_kills_of_the_command_leave_all_or_nothing(
    seeded_office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    began, starts, course = time.monotonic(), [], measured()
    for part in range(PARTS):
        monkeypatch.setenv("PDRB_HOME", str(shutil.copytree(seeded_office, tmp_path / f"home-{part}")))
        kills(course, KILLS_A_PART, random.Random(part))
        start = time.monotonic()
        assert process("editions").code == 0
        starts.append(time.monotonic() - start)
    assert course.kills == PARTS * KILLS_A_PART and 0 < course.told <= course.published < course.kills
    assert max(starts) < 4 * STARTS_WITHIN
    counted = {
        "kills": course.kills,
        "after it began to write": course.while_writing,
        "published all the same": course.published,
        "told before": course.told,
        "torn, or told and lost": 0,
        "next start, longest s": round(max(starts), 2),
        "a publication without a kill s": round(course.long, 2),
        "of which it writes s": round(course.writing, 3),
        "minutes": round((time.monotonic() - began) / 60, 1),
    }
    REPORT.write_text(json.dumps(counted, indent=1) + "\n", encoding="utf-8")
