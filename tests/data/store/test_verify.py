"""What does not fit is named: one byte changed anywhere in what is stored; under both engines."""

import random
import shutil
import sqlite3
from pathlib import Path

import pytest

from data import store
from data.store import editions, files, known
from data.store.errors import StoreDamaged
from data.store.place import Place
from tests.data.store import damage
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, approved, published, submitted, table


@pytest.fixture
def filled(where: Place, clock: Clock) -> Place:
    """A store with something in every table."""
    published(table(("A", "2023", 42.0, "final"), ("C", "2024", 0.1, "revised")))
    store.publish(approved(store.roll_back(2, "ani", "salah")).id, "budi")
    published(table(("C", "2025", 5.0, "final")), NOON.replace(hour=20))
    store.reject(submitted(table(("D", "2025", 6.0, "final"))).id, "budi", "keliru")
    store.set_user("ani", "analyst")
    store.save_draft("ani", "a.xlsx", b"draft")
    for number in range(1, 5):
        store.edition(number)
    return where


def test_a_sound_store_has_nothing_to_name(filled: Place) -> None:
    assert store.verify() == ()
    assert len(list(filled.editions.glob("*.parquet"))) == 3  # the rollback says what edition 2 says


def test_a_changed_byte_is_named(filled: Place) -> None:
    named_each_time(filled, random.Random(4), 12)


@pytest.mark.campaign
def test_two_hundred_changed_bytes_are_named(filled: Place, report: dict[str, object]) -> None:
    named_each_time(filled, random.Random(1275), 200)
    report |= {"bytes": 200, "named": 200}


def named_each_time(where: Place, chance: random.Random, count: int) -> None:
    """Changes a byte, verifies, changes it back; each time the row is named."""
    for _ in range(count):
        with damage.unguarded(where) as conn:
            change = damage.by_chance(conn, chance)
            change.write(conn, change.new)
        unfit = store.verify()
        assert any(change.named(misfit.where) for misfit in unfit), (change, unfit)
        with damage.unguarded(where) as conn:
            change.write(conn, change.old)
    assert store.verify() == ()


@pytest.mark.parametrize("place", ["observation", "reason"])
def test_what_belongs_to_no_release_is_named(filled: Place, place: str) -> None:
    with damage.unguarded(filled) as conn:
        change = "release = 99" if place == "observation" else "reason = 'x'"
        conn.exec_driver_sql(f"UPDATE observation SET {change} WHERE rowid = 2")
    assert "observation 2" in {misfit.where for misfit in store.verify()}


def test_a_row_that_is_gone_is_named(filled: Place) -> None:
    with damage.unguarded(filled) as conn:
        conn.exec_driver_sql("DELETE FROM observation WHERE rowid = 1")
        conn.exec_driver_sql("DELETE FROM audit WHERE number = 5")
        conn.exec_driver_sql('DELETE FROM "user"')
    unfit = store.verify()
    assert {"release 1 (01-made)", "user ani"} <= {misfit.where for misfit in unfit}
    assert any(misfit.what == "previous" for misfit in unfit)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_an_edition_out_of_its_order_is_named_and_what_is_not_is_no_edition(filled: Place, number: int) -> None:
    with damage.unguarded(filled) as conn:
        conn.exec_driver_sql(f"DELETE FROM edition WHERE number = {number}")
    out_of_order = [misfit.where for misfit in store.verify() if misfit.what.startswith("is not the next")]
    assert out_of_order == [f"edition {number + 1}"]


@pytest.mark.parametrize("spoilt", [b"", b"\xff", b"order = 1\n", None])
def test_a_release_whose_folder_is_spoilt_too_is_named(filled: Place, tables: Path, spoilt: bytes | None) -> None:
    stated = tables / "01-made" / "origin.toml"
    stated.unlink() if spoilt is None else stated.write_bytes(spoilt)
    with damage.unguarded(filled) as conn:
        conn.exec_driver_sql("UPDATE observation SET value = 7 WHERE rowid = 1")
    assert "release 1 (01-made)" in {misfit.where for misfit in store.verify()}


def test_a_changed_file_of_an_edition_is_named_and_made_again(filled: Place, clock: Clock) -> None:
    for place in (0.01, 0.3, 0.9):
        changed_and_made_again(filled, place)


def changed_and_made_again(filled: Place, place: float) -> None:
    editions._edition.cache_clear()
    edition = store.edition()
    path = files.find(filled.editions, known.known(filled).recorded[-1].file_hash)
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 1
    path.write_bytes(content)
    assert {misfit.where.split()[0] for misfit in store.verify()} == {path.name}
    again = store.edition(regions=["1275"])
    assert again.observations.equals(edition.observations)
    assert store.verify() == ()


def test_another_file_in_its_place_is_named(filled: Place) -> None:
    recorded = known.known(filled).recorded
    one, other = (files.find(filled.editions, recorded[place].file_hash) for place in (0, 2))
    shutil.copy(one, other.with_name(f"{recorded[2].file_hash}-{one.stem.split('-')[1]}.parquet"))
    other.unlink()
    assert [misfit.what for misfit in store.verify()] == ["content"]


def rows_of_all(path: Path) -> object:
    """Every stored value of an SQLite file, or why it cannot be read."""
    connection = sqlite3.connect(path)
    connection.text_factory = bytes
    try:
        names = [name.decode() for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in sorted(names)}
    except (sqlite3.Error, UnicodeDecodeError) as error:
        return str(error)
    finally:
        connection.close()


def flips(where: Place, count: int) -> int:
    """A bit turned anywhere in the file: named, or no stored value is another; gives how many were named."""
    named = 0
    chance, sound = random.Random(34), where.file.read_bytes()
    before = rows_of_all(where.file)
    for _ in range(count):
        content = bytearray(sound)
        place = chance.randrange(len(content))
        content[place] ^= 1 << chance.randrange(8)
        where.file.write_bytes(content)
        unfit = store.verify()
        assert unfit or rows_of_all(where.file) == before, place
        named += bool(unfit)
    where.file.write_bytes(sound)
    assert store.verify() == ()
    return named


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_a_bit_turned_anywhere_in_the_file_is_named_or_outside_every_value(filled: Place) -> None:
    flips(filled, 20)


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
@pytest.mark.parametrize("spoilt", [b"CREATE TABL\xc5", b"CREATE TABLX"])
def test_a_table_whose_description_is_spoilt_is_named(filled: Place, spoilt: bytes) -> None:
    content = filled.file.read_bytes()
    filled.file.write_bytes(content.replace(b"CREATE TABLE draft", spoilt + b" draft"))
    assert {misfit.where for misfit in store.verify()} == {"database"}
    with pytest.raises(StoreDamaged):
        store.drafts("ani")


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("stated", "spoilt", "table"),
    [
        (b"rowid INTEGER PRIMARY", b"rowid INTEGEB PRIMARY", "observation"),
        (b"number INTEGER PRIMARY KEY,\n    id TEXT", b"number INTEGER PRIMARY KEY,\n    ie TEXT", "release"),
        (b"CREATE TABLE audit", b"CREATE TABLE audiu", "audit"),
    ],
)
def test_a_table_that_says_it_is_another_is_named(filled: Place, stated: bytes, spoilt: bytes, table: str) -> None:
    content = filled.file.read_bytes()
    assert stated in content
    filled.file.write_bytes(content.replace(stated, spoilt))
    found = store.verify()
    assert found and {misfit.where for misfit in found} <= {f"table {table}", "database"}


@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
@pytest.mark.parametrize("table", damage.PLACES)
def test_text_that_is_none_is_named(filled: Place, table: str) -> None:
    key = damage.KEYS[table]
    columns = (*damage.PLACES[table], *([key] if key in ("sha256", "name") else []))
    for column in columns:
        with damage.unguarded(filled) as conn:
            chosen, sound = conn.exec_driver_sql(f'SELECT rowid, {column} FROM "{table}" LIMIT 1').one()
            spoilt = f"CAST(x'{b'abc'.hex()}ef' AS TEXT)"
            conn.exec_driver_sql(f'UPDATE "{table}" SET {column} = {spoilt} WHERE rowid = {chosen}')
        assert any(table in f"{misfit.where} {misfit.found}" for misfit in store.verify()), column
        with damage.unguarded(filled) as conn:
            conn.exec_driver_sql(f'UPDATE "{table}" SET {column} = ? WHERE rowid = {chosen}', (sound,))
    assert store.verify() == ()


@pytest.mark.campaign
@pytest.mark.parametrize("where", ["sqlite"], indirect=True)
def test_two_thousand_bits_turned_are_named_or_outside_every_value(filled: Place, report: dict[str, object]) -> None:
    report |= {"bits": 2000, "named": flips(filled, 2000)}
