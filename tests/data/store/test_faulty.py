"""A disk that fails at any write of publishing: nothing torn, nothing told and lost, the old edition served."""

from collections.abc import Iterable
from itertools import count
from pathlib import Path

import pytest

from data import store
from data.store import errors, files, known
from data.store.place import Place
from data.store.submissions import Submission
from tests.data.store import broken
from tests.data.store.made import approved, submitted, table

YEARS = range(1900, 2050)


@pytest.fixture(autouse=True)
def fresh_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    """What stands in the database is asked for each time."""
    monkeypatch.setattr("data.store.known.FRESH", 0.0)


@pytest.fixture(autouse=True)
def only_sqlite(where: Place) -> None:
    """PostgreSQL writes in a process of its own; what it tells of its disk is in `test_crash.py`."""
    assert not where.url


def waiting(value: float) -> Submission:
    """An approved table of figures that are all the same."""
    return approved(submitted(table(*(("A", str(year), value, "final") for year in YEARS))))


def publish(at: int, on: bool, value: float) -> broken.Disk:
    """Publishes on a disk that fails: told an edition, or told why not; either way all of it or nothing."""
    made, before = waiting(value), store.edition()
    with broken.disk(at, on) as disk:
        try:
            told = store.publish(made.id, "budi").edition
        except store.Unavailable:
            told = None
        served = store.edition()
        assert served.number in (before.number, before.number + 1)
        assert told is None or served.number == told
    after = store.edition()
    assert told in (None, after.number)
    assert after.number - before.number == (store.submission(made.id).state == "published")
    assert store.edition(before.number).content_hash == before.content_hash
    assert store.verify() == ()
    return disk


def every(numbers: Iterable[int], on: bool) -> int:
    """Publishes with the first, second, … write failing, until one is not reached; gives how many were."""
    for number in numbers:
        disk = publish(number, on, 1000.0 + number)
        if not disk.failed:
            assert disk.seen < number
            return number - 1
    return 0


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_the_disk_of_the_trial_counts_and_fails(where: Place, tables: Path) -> None:
    with broken.disk() as disk:
        submitted(table(("A", "2023", 1.0, "final")))
    assert disk.seen > 5 and not disk.failed
    with broken.disk(2) as disk, pytest.raises(errors.StoreFaulty):
        submitted(table(("A", "2023", 2.0, "final")))
    assert disk.failed == ["pwrite64"]
    assert submitted(table(("A", "2023", 3.0, "final"))).state == "waiting"


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
@pytest.mark.parametrize("on", [False, True])
def test_some_writes_fail_and_the_old_edition_is_served(where: Place, tables: Path, on: bool) -> None:
    reached = publish(0, False, 0.5).seen
    assert reached > 20
    for number in (1, 2, reached // 3, reached // 2, reached - 4, reached - 1):
        publish(number, on, float(number))


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_what_cannot_be_kept_beside_the_database_is_served_from_memory(where: Place, tables: Path) -> None:
    made = waiting(7.0)
    with broken.disk() as disk:
        files.save(where.editions, "counted", store.edition().observations.assign(release="x"))
    with broken.disk(disk.seen - 1, on=True):
        files.save(where.editions, "not kept", store.edition().observations.assign(release="x"))
    assert files.find(where.editions, "counted") and not files.find(where.editions, "not kept")
    assert store.publish(made.id, "budi").edition == 3
    assert files.find(where.editions, known.known(where).recorded[-1].file_hash)


@pytest.mark.campaign
@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
@pytest.mark.parametrize("on", [False, True], ids=["once", "from there on"])
def test_every_write_fails_once_and_the_old_edition_is_served(
    where: Place, tables: Path, report: dict[str, object], on: bool
) -> None:
    reached = every(count(1), on)
    report |= {"writes that failed in turn": reached, "fails": "from there on" if on else "once"}
    assert reached > 20
