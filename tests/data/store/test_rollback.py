"""What corrects: a publication that says what was wrong, and the return to an older edition; under both engines."""

from datetime import timedelta

import pytest

from data import store
from data.store.place import Place
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, approved, published, said, submitted, table
from tests.data.store.test_publish import FIRST, NEW, SECOND


def test_a_publication_says_what_it_corrects(where: Place, clock: Clock) -> None:
    made = approved(submitted(NEW))
    store.publish(made.id, "budi", NOON + timedelta(hours=1), correction="Nilai A 2023 salah ketik.")
    assert store.edition().releases[-1].kind == "shipped"
    clock.pass_by(hours=2)
    release = store.edition().releases[-1]
    assert (release.kind, release.reason) == ("correction", "Nilai A 2023 salah ketik.")
    assert store.submission(made.id).kind == "table" and store.verify() == ()
    back = approved(store.roll_back(2, "ani", "tabel yang salah"))
    store.publish(back.id, "budi", correction="tabel yang keliru dipakai")
    release = store.edition().releases[-1]
    assert (release.kind, release.reason) == ("rollback", "tabel yang keliru dipakai") and store.verify() == ()


def test_a_rollback_asked_for_twice_is_one_submission(where: Place, clock: Clock) -> None:
    published(NEW)
    first = store.roll_back(1, "ani", "tabel yang salah")
    before = store.acts()
    assert store.roll_back(1, "ani", "tabel yang salah") == store.roll_back(1, "budi", "lagi") == first
    assert store.acts() == before
    assert store.roll_back(2, "ani", "lain").id == first.id + 1
    store.reject(first.id, "budi", "tidak perlu")
    assert store.roll_back(1, "ani", "tabel yang salah").id == first.id + 2


def test_a_rollback_gives_back_exactly_an_older_edition(where: Place, clock: Clock) -> None:
    published(NEW)
    old = store.edition(1)
    back = store.roll_back(1, "ani", "tabel yang salah")
    assert (back.kind, back.restores, back.rows) == ("rollback", 1, 3)
    assert store.observations_of(back.id)["status"].tolist() == ["preliminary", "withdrawn", "withdrawn"]
    assert store.publish(approved(back).id, "budi").edition == 4
    now = store.edition()
    assert said() == FIRST and now.content_hash == old.content_hash
    assert now.release_of.tolist() == old.release_of.tolist()
    with pytest.raises(store.NothingToRestore):
        store.roll_back(1, "ani", "lagi")
    with pytest.raises(store.NoEdition):
        store.roll_back(9, "ani", "tidak ada")


def test_a_rollback_brings_an_unknown_status_back(where: Place, clock: Clock) -> None:
    published(table(("A", "2023", 41.0, "final")))
    assert said()[("A", "2023")] == (41.0, "final")
    store.publish(approved(store.roll_back(2, "ani", "status keliru")).id, "budi")
    assert said() == SECOND and store.edition().content_hash == store.edition(2).content_hash


def test_a_rollback_is_bound_to_the_edition_it_leaves(where: Place, clock: Clock) -> None:
    published(NEW)
    back = store.roll_back(1, "ani", "tabel yang salah")
    published(table(("C", "2025", 5.0, "final")))
    with pytest.raises(store.Changed):
        approved(back)
    assert store.reject(back.id, "budi", "basi").state == "rejected"
