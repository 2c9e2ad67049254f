"""Many at once: readers who come first, processes that make the store together, publishers who race."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest

from data import store
from data.store import editions, files
from data.store.migrate import STEPS
from data.store.place import Place
from tests.data.store.conftest import Clock
from tests.data.store.made import approved, submitted, table

ROOT = Path(__file__).resolve().parents[3]
OPEN = """
import sys
from pathlib import Path
from data import shipped, store
shipped.TABLES = Path(sys.argv[1])
print(store.edition().content_hash, len(store.releases()), *[act.action for act in store.acts()])
"""


def test_a_crowd_that_comes_first_has_an_edition_read_once(
    where: Place, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.releases()
    loads: list[str] = []
    load = files.load
    monkeypatch.setattr(editions.files, "load", lambda *asked: loads.append(asked[1]) or load(*asked))
    together = Barrier(8)

    def ask(_: int) -> object:
        together.wait(30)
        return store.edition()

    with ThreadPoolExecutor(8) as visitors:
        found = list(visitors.map(ask, range(8)))
    assert len(loads) == 1
    assert all(edition is found[0] for edition in found)


def test_processes_that_make_the_store_together_make_one(empty: Place, tables: Path) -> None:
    command = [sys.executable, "-c", OPEN, str(tables)]
    opened = [
        subprocess.Popen(command, cwd=ROOT, env=dict(os.environ), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(4)
    ]
    told = [process.communicate(timeout=120) for process in opened]
    assert {errors for _, errors in told} == {b""}
    assert len({answer for answer, _ in told}) == 1
    acts = [b"migrated"] * len(STEPS) + b"published published took_effect took_effect".split()
    assert told[0][0].split()[1:] == [b"2", *acts]


def test_of_publishers_who_race_one_wins(where: Place, clock: Clock) -> None:
    made = [approved(submitted(table(("A", "2023", 50.0 + number, "final")))) for number in range(6)]
    together = Barrier(len(made))

    def race(id: int) -> str:
        together.wait(30)
        try:
            return f"edition {store.publish(id, 'budi').edition}"
        except store.Changed:
            return "changed"

    with ThreadPoolExecutor(len(made)) as publishers:
        told = list(publishers.map(race, [one.id for one in made]))
    assert sorted(told) == ["changed"] * 5 + ["edition 3"]
    assert [one.state for one in store.submissions()].count("published") == 1


def test_neither_writing_nor_reading_an_edition_leaves_a_thread_behind(empty: Place) -> None:
    """Native threads that run when the interpreter ends abort a process whose work is done."""
    count = "import os, numpy, pandas, pyarrow.parquet\nfrom data import store\n"
    count += "before = len(os.listdir('/proc/self/task'))\n"
    asked = "store.edition(); store.edition(1); store.edition(regions=['1275'])\n"
    told = "print(len(os.listdir('/proc/self/task')) - before)"
    for _ in ("written", "read"):
        run = subprocess.run([sys.executable, "-c", count + asked + told], cwd=ROOT, capture_output=True, check=True)
        assert (run.stdout, run.stderr) == (b"0\n", b"")
