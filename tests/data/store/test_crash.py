"""Publishers that are killed, starved of room, or race: nothing torn, nothing told and lost, the old edition served."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data import store
from data.store import engine, errors
from data.store.engine import reading
from data.store.place import Place
from data.store.submissions import Submission
from tests.data.store.made import approved, published, submitted, table
from tests.data.store.workers import ROOT, Workers, workers

YEARS = range(1900, 2200)


def large(value: float) -> object:
    """A table of 300 figures, all the same."""
    return table(*(("A", str(year), value, "final") for year in YEARS))


def again(made: Submission) -> Submission:
    """A submission whose approval was made against the newest edition."""
    fresh = store.submission(made.id)
    return fresh if fresh.state == "approved" and fresh.base == store.edition().number else approved(fresh)


def kills(crew: Workers, count: int, chance: random.Random) -> int:
    """Kills publishers at any moment of publishing; gives how many had published all the same."""
    waiting, newest, survived = None, store.edition().number, 0
    long = 0.3
    for turn in range(count):
        made = waiting or submitted(large(chance.random()))
        made = again(made)
        began = time.monotonic()
        pid = crew.publish(made.id)
        if turn == 0:
            told: str | None = crew.outcome(made.id)
            long = time.monotonic() - began
        else:
            time.sleep(chance.uniform(0, long))
            told = crew.kill(made.id, pid)
        state = store.submission(made.id).state
        number = store.edition().number
        assert told is None or (told, state) == (f"edition {newest + 1}", "published")
        assert (state, number) in (("published", newest + 1), ("approved", newest))
        assert store.verify() == ()
        waiting, survived = (None, survived + 1) if state == "published" else (made, survived)
        newest = number
    return survived


@pytest.fixture
def fresh_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """What another process wrote is seen at once."""
    monkeypatch.setattr("data.store.known.FRESH", 0.0)


def test_killed_publishers_leave_all_or_nothing(where: Place, tables: Path, fresh_reads: None) -> None:
    store.releases()
    with workers(tables) as crew:
        kills(crew, 4, random.Random(4))


def test_without_room_the_old_edition_is_served(where: Place, tables: Path, fresh_reads: None) -> None:
    if where.url:  # the disk of a server is its own affair; a full one is told as such
        assert engine._POSTGRESQL["53100"] is errors.StoreFull
        return
    made = approved(submitted(large(7.0)))
    before, size = store.edition(), where.file.stat().st_size
    with workers(tables) as crew:
        for limit in (1, 4096, size, size + 4096, size + 16384):
            crew.publish(made.id, limit=limit)
            assert crew.outcome(made.id) in ("StoreFaulty", "StoreFull"), limit
            assert store.edition() is before and store.submission(made.id).state == "approved"
            assert store.verify() == ()
        crew.publish(made.id, limit=size + 200_000)
        assert crew.outcome(made.id) == "edition 3"
    assert store.edition().number == 3 and store.verify() == ()


def test_a_full_database_is_told_as_full(where: Place, tables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if where.url:
        return
    made = approved(submitted(large(7.0)))
    with reading(where) as conn:
        pages = conn.exec_driver_sql("PRAGMA page_count").scalar_one()
    monkeypatch.setattr(engine, "_PRAGMAS", (*engine._PRAGMAS, f"max_page_count = {pages + 2}"))
    with pytest.raises(errors.StoreFull):
        store.publish(made.id, "budi")
    assert store.edition().number == 2 and store.submission(made.id).state == "approved"
    monkeypatch.undo()
    monkeypatch.setenv("PDRB_HOME", str(where.home))
    assert store.publish(made.id, "budi").edition == 3


def test_a_folder_that_cannot_be_written_costs_no_edition(where: Place, tables: Path) -> None:
    store.edition()
    where.editions.rename(where.home / "aside")
    where.editions.write_text("in the way")
    assert published(table(("A", "2023", 42.0, "final"))).edition == 3
    assert store.edition().number == 3 and len(store.edition(1).observations) == 2
    assert store.verify() == ()


def test_a_store_that_others_write_is_busy_and_still_read(
    where: Place, tables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = submitted(table(("A", "2023", 42.0, "final")))
    monkeypatch.setattr(engine, "PATIENCE", 0.1)
    with engine.writing(where):
        with pytest.raises(errors.StoreBusy):
            approved(made)
        assert store.edition().number == 2
    assert approved(made).state == "approved"


def races(crew: Workers, publishers: int, rounds: int) -> None:
    """Many publishers at one moment, again and again: one wins, the others are told that the figures have changed."""
    made = [submitted(table(("A", "2023", 1000.0 + number, "final"))) for number in range(publishers)]
    for turn in range(rounds):
        newest = store.edition().number
        made = [again(one) for one in made]
        start = time.time() + 0.2 + publishers / 100
        for one in made:
            crew.publish(one.id, start)
        told = [crew.outcome(one.id) for one in made]
        assert sorted(told) == ["Changed"] * (publishers - 1) + [f"edition {newest + 1}"], (turn, told)
        won = next(place for place, words in enumerate(told) if words != "Changed")
        assert store.edition().releases[-1].id == f"submission-{made[won].id}"
        made[won] = submitted(table(("A", "2023", 2000.0 + turn, "final")))
    assert store.verify() == ()


def test_of_processes_that_race_one_wins(where: Place, tables: Path, fresh_reads: None) -> None:
    store.releases()
    with workers(tables) as crew:
        races(crew, 6, 2)


START = """
import sys
from pathlib import Path
from data import shipped, store
shipped.TABLES = Path(sys.argv[1])
print(store.edition().number)
"""
STARTS_WITHIN = 2.0


def start(tables: Path) -> float:
    """How long a fresh process takes to the newest edition."""
    began = time.monotonic()
    subprocess.run([sys.executable, "-c", START, tables], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


@pytest.mark.campaign
def test_five_hundred_kills_leave_all_or_nothing(
    where: Place, tables: Path, fresh_reads: None, report: dict[str, object]
) -> None:
    store.releases()
    published_all_the_same, starts = 0, []
    with workers(tables) as crew:
        for part in range(20):
            published_all_the_same += kills(crew, 26, random.Random(part)) - 1
            starts.append(start(tables))
    report |= {"kills": 500, "published all the same": published_all_the_same, "next start, longest s": max(starts)}
    assert 0 < published_all_the_same < 500
    assert max(starts) < 4 * STARTS_WITHIN


@pytest.mark.campaign
def test_forty_publishers_in_fifty_rounds_one_wins_each_time(
    where: Place, tables: Path, fresh_reads: None, report: dict[str, object]
) -> None:
    store.releases()
    with workers(tables) as crew:
        races(crew, 40, 50)
    report |= {"publishers": 40, "rounds": 50, "winners a round": 1}


TINY = """
import sys
from pathlib import Path
from data import shipped, store
from tests.data.store.made import approved, submitted, table
told = []
for turn in range(40):
    newest = store.edition().content_hash
    obs = table(*((item, str(year), 1.0 + turn, "final") for item in "ABCDEFGHIJ" for year in range(1900, 2100)))
    try:
        store.publish(approved(submitted(obs)).id, "budi")
    except store.Unavailable as error:
        told.append(type(error).__name__)
        assert store.edition().content_hash == newest
        break
print(*told, store.edition().number, store.edition().content_hash, len(store.verify()))
"""


@pytest.mark.campaign
@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_a_disk_of_three_mebibytes_runs_full_and_the_old_edition_is_served(
    where: Place, report: dict[str, object]
) -> None:
    where.home.joinpath("tiny").mkdir()
    script = 'mount -t tmpfs -o size=3m none "$1" && PDRB_HOME="$1" "$2" -c "$3" && PDRB_HOME="$1" "$2" -c "$4"'
    again = "from data import store; print(store.edition().number, store.edition().content_hash, len(store.verify()))"
    command = ["unshare", "-rm", "sh", "-c", script, "sh", where.home / "tiny", sys.executable, TINY, again]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    (error, *first), second = told[0].split(), told[1].split()
    report |= {"told": error, "edition served": int(second[0])}
    assert error == "StoreFull" and first == second and second[2] == "0" and int(second[0]) >= 18
