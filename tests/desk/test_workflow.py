"""Each step asks first whether this person may: role × action × state × own × mode, against a real store.

What may be done is taken from the rules of `test_rights.py`, not from the program. The figures are made up.
"""

import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import product
from pathlib import Path

import pytest

from data import shipped, store
from data.store import engine
from data.store.place import place
from desk import workflow
from desk.proposal import propose
from desk.rights import TABLE, Action, Mode, Person, Refused, Role, State
from desk.workflow import NotReady
from tests.data.store import made
from tests.desk.office import book
from tests.desk.test_rights import expected, expected_alone

SELF, OTHER, THIRD = "saya", "orang-lain", "pihak-ketiga"
STATES = tuple(state for state in State if state is not State.DRAFT)
LATER = timedelta(days=30)
Held = Mapping[tuple[State, bool], int]
"""The id of a submission by its state and whether SELF made it."""


def moment() -> datetime:
    return datetime.now(store.JAKARTA) + LATER


STEPS: Mapping[Action, Callable[[Person, int], object]] = {
    Action.INSPECT: workflow.inspect,
    Action.APPROVE: lambda person, id: workflow.approve(
        person, id, store.submission(id).content_hash, store.edition().number
    ),
    Action.REJECT: lambda person, id: workflow.reject(person, id, "keliru"),
    Action.SEND_BACK: lambda person, id: workflow.send_back(person, id, "keliru"),
    Action.PUBLISH: workflow.publish,
    Action.SCHEDULE: lambda person, id: workflow.publish(person, id, moment()),
}
BECOMES = {
    Action.APPROVE: "approved",
    Action.REJECT: "rejected",
    Action.SEND_BACK: "returned",
    Action.PUBLISH: "published",
    Action.SCHEDULE: "scheduled",
}
STALE_ONLY = (Action.APPROVE, State.APPROVED)
"""What is approved is approved again only where the figures have changed since; the store sees to that."""


def brought_to(state: State, by: str, item: str, year: int) -> int:
    """A submission of a figure of its own, taken to a state by others than SELF."""
    waiting = made.submitted(made.table((item, str(year), 7.0, "final")), by)
    id = waiting.id
    if state in (State.RETURNED, State.APPROVED, State.SCHEDULED, State.PUBLISHED):
        made.approved(waiting, THIRD)
    if state is State.RETURNED:
        store.send_back(id, THIRD, "periksa lagi")
    elif state is State.REJECTED:
        store.reject(id, THIRD, "keliru")
    elif state in (State.SCHEDULED, State.PUBLISHED):
        store.publish(id, THIRD, moment() if state is State.SCHEDULED else None)
    assert store.submission(id).state == state
    return id


@contextmanager
def at(home: Path, tables: Path) -> Iterator[None]:
    """The store of a home, seeded with synthetic tables."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(shipped, "TABLES", tables)
        patch.setenv("PDRB_HOME", str(home))
        yield
        engine.engine(place()).dispose()


@pytest.fixture(scope="module")
def template() -> Iterator[tuple[Path, Held]]:
    """A folder with a store in which a submission stands in each state, of SELF and of another."""
    with tempfile.TemporaryDirectory(prefix="pdrb-workflow-") as name:
        folder = Path(name)
        made.ship(folder / "tables", effective_at=made.SEEDED - timedelta(days=1))
        with at(folder / "home", folder / "tables"):
            order = sorted(product(STATES, (True, False)), key=lambda cell: cell[0] is not State.PUBLISHED)
            held = {
                (state, own): brought_to(state, SELF if own else OTHER, "B", 1900 + place)
                for place, (state, own) in enumerate(order)
            }
        yield folder, held


@pytest.fixture
def held(template: tuple[Path, Held]) -> Iterator[Held]:
    """The same in a store that the test may change."""
    folder, submissions = template
    with tempfile.TemporaryDirectory(prefix="pdrb-workflow-") as name:
        home = shutil.copytree(folder / "home", Path(name) / "home")
        with at(home, folder / "tables"):
            yield submissions


def may(role: Role, action: Action, state: State | None, own: bool, mode: Mode) -> bool:
    return expected_alone(action, state) if mode is Mode.LOCAL else expected(role, action, state, own)


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("action", STEPS)
def test_what_the_rules_do_not_grant_is_refused_and_nothing_is_written(held: Held, action: Action, mode: Mode) -> None:
    head, refused = store.head(), 0
    for role, (state, own) in product(Role, held):
        if may(role, action, state, own, mode):
            continue
        before = store.submission(held[state, own])
        with pytest.raises(Refused) as raised:
            STEPS[action](Person(SELF, role, mode), held[state, own])
        assert raised.value.refusal.key.startswith(f"refused.{action}.")
        assert (store.head(), store.submission(held[state, own])) == (head, before), (role, state, own)
        refused += 1
    assert refused or action is Action.INSPECT and mode is Mode.LOCAL


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("action", BECOMES)
def test_what_the_rules_grant_is_done(template: tuple[Path, Held], action: Action, mode: Mode) -> None:
    folder, submissions = template
    done = 0
    for role, (state, own) in product(Role, submissions):
        if not may(role, action, state, own, mode) or (action, state) == STALE_ONLY:
            continue
        with tempfile.TemporaryDirectory(prefix="pdrb-workflow-") as name:
            home = shutil.copytree(folder / "home", Path(name) / "home")
            with at(home, folder / "tables"):
                STEPS[action](Person(SELF, role, mode), submissions[state, own])
                found = store.submission(submissions[state, own])
                assert found.state == BECOMES[action], (role, state, own)
                assert SELF in {act.actor for act in store.acts(4)}
        done += 1
    assert done


@pytest.mark.parametrize("mode", Mode)
def test_what_is_approved_is_approved_again_only_where_the_figures_have_changed(held: Held, mode: Mode) -> None:
    person, id = Person(SELF, Role.APPROVER, mode), held[State.APPROVED, False]
    head = store.head()
    with pytest.raises(store.WrongState):
        STEPS[Action.APPROVE](person, id)
    assert store.head() == head
    made.published(made.table(("TOTAL", "2023", 99.0, "final")))
    assert STEPS[Action.APPROVE](person, id).base == store.edition().number


def test_inspecting_shows_the_rows_beside_the_newest_edition(held: Held) -> None:
    for role, (state, own) in product(Role, held):
        if may(role, Action.INSPECT, state, own, Mode.OFFICE):
            seen = workflow.inspect(Person(SELF, role), held[state, own])
            assert (seen.submission.id, seen.edition.number) == (held[state, own], store.edition().number)
            assert seen.observations["value"].tolist() == [7.0]


def test_only_what_a_person_may_see_is_listed(held: Held) -> None:
    for role, mode in product(Role, Mode):
        person = Person(SELF, role, mode)
        allowed = [id for (state, own), id in held.items() if may(role, Action.INSPECT, state, own, mode)]
        assert [found.id for found in workflow.listed(person)] == sorted(allowed)
        waiting = [found.id for found in workflow.listed(person, State.WAITING, State.RETURNED)]
        assert waiting == [id for id in sorted(allowed) if store.submission(id).state in ("waiting", "returned")]


@pytest.mark.parametrize(("role", "mode"), list(product(Role, Mode)))
def test_handing_in_and_asking_back_are_for_their_roles(held: Held, role: Role, mode: Mode) -> None:
    person, proposal = Person(SELF, role, mode), propose(*book(1).content(), reason="uji")
    for action, step in (
        (Action.SUBMIT, lambda: workflow.submit(person, proposal)),
        (Action.ROLL_BACK, lambda: workflow.roll_back(person, 1, "salah")),
    ):
        state = State.DRAFT if action is Action.SUBMIT else None
        head = store.head()
        if may(role, action, state, True, mode):
            step()
            assert store.acts(1)[0].actor == SELF and store.submissions()[-1].mode == mode
        else:
            with pytest.raises(Refused) as raised:
                step()
            assert raised.value.refusal.key == f"refused.{action}.role" and store.head() == head


def test_what_is_not_ready_is_not_handed_in(held: Held) -> None:
    head = store.head()
    with pytest.raises(NotReady) as raised:
        workflow.submit(Person(SELF, Role.ANALYST), propose(b"halo", "a.csv"))
    assert raised.value.stop.key == "submit.refused" and store.head() == head


def test_a_step_that_needs_a_reason_has_none_without(held: Held) -> None:
    person, head = Person(SELF, Role.APPROVER), store.head()
    for step in (
        lambda: workflow.reject(person, held[State.WAITING, False], " \n"),
        lambda: workflow.send_back(person, held[State.APPROVED, False], ""),
        lambda: workflow.roll_back(person, 1, "\t"),
    ):
        with pytest.raises(NotReady) as raised:
            step()
        assert raised.value.stop.key == "submit.reason_missing" and store.head() == head


def test_an_approval_holds_for_what_was_seen_and_no_more(held: Held) -> None:
    person, id, head = Person(SELF, Role.APPROVER), held[State.WAITING, False], store.head()
    seen = workflow.inspect(person, id)
    for content, base in ((seen.submission.content_hash, 1), ("0" * 64, seen.edition.number)):
        with pytest.raises(store.Changed):
            workflow.approve(person, id, content, base)
    assert store.head() == head
    assert workflow.approve(person, id, seen.submission.content_hash, seen.edition.number).approved_by == SELF


def test_who_may_not_announce_a_correction_publishes_none(held: Held, monkeypatch: pytest.MonkeyPatch) -> None:
    person, id, head = Person(SELF, Role.APPROVER), held[State.APPROVED, False], store.head()
    monkeypatch.setattr("desk.rights.TABLE", {**TABLE, Action.CORRECT: ()})
    with pytest.raises(Refused) as raised:
        workflow.publish(person, id, correction="salah satuan")
    assert raised.value.refusal.key == "refused.correct.role" and store.head() == head
    assert workflow.publish(person, id, correction=" ").edition == store.edition().number


def test_what_is_not_there_is_unknown(held: Held) -> None:
    head = store.head()
    for action, step in STEPS.items():
        with pytest.raises(store.Unknown):
            step(Person(SELF, Role.APPROVER), 4711)
        assert store.head() == head, action
