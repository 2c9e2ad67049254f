"""Submissions and who may approve them, under both engines."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from data import store
from data.store.engine import writing
from data.store.opened import here
from data.store.place import Place
from tests.data.store.conftest import Clock
from tests.data.store.made import ORIGIN, approved, published, said, submitted, table

NEW = table(("A", "2023", 42.0, "final"))


def test_a_submission_keeps_what_it_was_given(where: Place, clock: Clock) -> None:
    given = store.Fenomena("large_revision", "A 2023", "panen raya")
    made, new = store.submit(NEW, "ani", ORIGIN, b"\x00\xff", "a.xlsx", answers={"year": "2023"}, fenomena=[given])
    assert new and (made.id, made.state, made.base, made.rows) == (1, "waiting", 2, 1)
    assert made.answers == {"year": "2023"} and made.origin == ORIGIN and made.file_name == "a.xlsx"
    assert store.file_of(1) == b"\x00\xff" and store.fenomena_of(1) == (given,)
    assert store.observations_of(1).equals(NEW.astype(store.observations_of(1).dtypes))
    assert store.submissions() == store.submissions("waiting") == (made,)
    assert store.submissions("approved") == ()


def test_the_same_file_ten_times_is_one_submission_and_one_release(where: Place, clock: Clock) -> None:
    assert {submitted(NEW).id for _ in range(5)} == {1}
    published(NEW)
    assert {submitted(NEW).id for _ in range(5)} == {1}
    assert [release.id for release in store.releases()] == ["01-made", "02-made", "submission-1"]


def test_a_file_whose_figures_no_longer_stand_is_submitted_anew(where: Place, clock: Clock) -> None:
    published(NEW)
    published(table(("A", "2023", 43.0, "final")))
    assert submitted(NEW).id == 3
    store.reject(3, "budi", "keliru")
    assert submitted(NEW).id == 4


def test_a_double_click_publishes_once(where: Place, clock: Clock) -> None:
    made = approved(submitted(NEW))
    store.publish(made.id, "budi")
    with pytest.raises(store.WrongState) as caught:
        store.publish(made.id, "budi")
    assert (caught.value.state, caught.value.wanted) == ("published", ("approved",))


def test_nobody_approves_what_they_made(where: Place, clock: Clock) -> None:
    made = submitted(NEW)
    with pytest.raises(store.SamePerson):
        approved(made, by="ani")
    assert approved(made, by="ani", mode="local").mode == "local"
    store.publish(made.id, "ani")
    assert store.edition().releases[-1].mode == "local"


def test_the_database_itself_refuses_one_person(where: Place, clock: Clock) -> None:
    made = submitted(NEW)
    change = "UPDATE submission SET approved_by = 'ani', approved_at = 'x', approved_hash = content_hash, state = "
    with pytest.raises(IntegrityError), writing(here()) as conn:
        conn.execute(text(change + f"'approved' WHERE id = {made.id}"))


def test_an_approval_is_bound_to_content_and_edition(where: Place, clock: Clock) -> None:
    made = submitted(NEW)
    for content, base in (("0" * 64, 2), (made.content_hash, 1)):
        with pytest.raises(store.Changed):
            store.approve(made.id, "budi", content, base)
    approved(made)
    with pytest.raises(store.WrongState):
        approved(made)


def test_steps_out_of_order_write_nothing(where: Place, clock: Clock) -> None:
    made = submitted(NEW)
    before = store.acts()
    with pytest.raises(store.WrongState):
        store.publish(made.id, "budi")
    with pytest.raises(store.WrongState):
        store.send_back(made.id, "budi", "belum")
    for step in (store.submission, store.observations_of, lambda id: store.reject(id, "budi", "")):
        with pytest.raises(store.Unknown):
            step(9)
    assert store.acts() == before


def test_a_row_can_be_withdrawn(where: Place, clock: Clock) -> None:
    published(table(("A", "2023", float("nan"), "withdrawn")))
    assert ("A", "2023") not in said() and ("A", "2023") in said(2)
    published(table(("A", "2023", 41.0, "unknown")))
    assert said()[("A", "2023")] == (41.0, "unknown")


@pytest.mark.parametrize(
    ("obs", "message"),
    [
        (NEW.iloc[:0], "no row"),
        (NEW.assign(value=float("inf")), "not finite"),
        (NEW.assign(value=float("nan")), "neither value nor reason"),
        (NEW.assign(status="withdrawn"), "a withdrawn row has a value"),
        (NEW.assign(region="12,5"), "unknown region"),
        (NEW.assign(status="sure"), "unknown status"),
    ],
)
def test_no_unsound_table_is_submitted(where: Place, clock: Clock, obs: object, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        submitted(obs)
    assert store.submissions() == ()
