"""Role × action × state through the page *Rilis*: what may not be done has no button, and its handler is refused.

What may be done is taken from the rules of `test_rights.py`, not from the program. The figures are made up.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from data import store
from desk import review
from desk.refusals import REFUSALS
from desk.rights import Mode, Person, Role, State
from pages.parts import calendar, identity
from pages.parts.deciding import decisions, reports, roll_back
from tests.desk.test_rights import expected, expected_alone
from tests.pages.conftest import Open, said, sound
from tests.pages.kept_office import Clock, approved, clock, handed_in, published, table
from text.lookup import LANGUAGES, say

__all__ = ["clock"]
ACTIONS = ("approve", "reject", "send_back", "schedule", "publish")
STATES = (State.PUBLISHED, State.WAITING, State.RETURNED, State.APPROVED, State.SCHEDULED, State.REJECTED)
OPEN = STATES[1:5]
SELF = "saya"
LATER = timedelta(days=30)
Held = Mapping[tuple[State, bool], int]


@pytest.fixture
def be(monkeypatch: pytest.MonkeyPatch) -> Callable[..., Person]:
    """Makes somebody the person at the screen."""

    def be(role: Role, mode: Mode = Mode.OFFICE, name: str = SELF) -> Person:
        person = Person(name, role, mode)
        monkeypatch.setattr(identity, "person", lambda: person)
        return person

    return be


def taken(made: store.Submission, state: State) -> int:
    """A submission taken to a state by others than SELF."""
    if state in (State.RETURNED, State.APPROVED, State.SCHEDULED, State.PUBLISHED):
        approved(made)
    if state is State.RETURNED:
        store.send_back(made.id, "budi", "periksa lagi")
    elif state is State.REJECTED:
        store.reject(made.id, "budi", "keliru")
    elif state in (State.SCHEDULED, State.PUBLISHED):
        store.publish(made.id, "budi", store.now() + LATER if state is State.SCHEDULED else None)
    assert store.submission(made.id).state == state
    return made.id


@pytest.fixture
def held(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Held:
    """A submission in each state, of SELF and of another, each of figures of its own; no file is read again."""
    monkeypatch.setattr(review, "problems", lambda person, id: ())
    cells = [(state, own) for state in STATES for own in (True, False)]
    items = ("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L")
    return {
        (state, own): taken(handed_in(table(1.5, "12", item, "2024-Q1"), SELF if own else "ana"), state)
        for item, (state, own) in zip(items, cells, strict=True)
    }


def may(role: Role, action: str, state: State, own: bool, mode: Mode) -> bool:
    return expected_alone(action, state) if mode is Mode.LOCAL else expected(role, action, state, own)


def offered(at: AppTest) -> set[str]:
    """The steps that the page has a button for."""
    return {button.key.partition("-")[0] for button in at.button} & set(ACTIONS)


def listed(at: AppTest) -> Selectbox:
    """The list of what waits."""
    (found,) = [box for box in at.selectbox if box.key.startswith("looked_at-")]
    return found


def look_at(at: AppTest, id: int) -> AppTest:
    if listed(at).value != id:
        listed(at).set_value(id)
        sound(at.run())
    return at


@pytest.mark.parametrize("mode", Mode)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_offers_what_may_be_done_and_nothing_else(
    visit: Open, held: Held, be: Callable[..., Person], lang: str, mode: Mode
) -> None:
    be(Role.APPROVER, mode)
    at = visit("releases", lang=lang)
    options = listed(at).options
    assert len(options) == len(OPEN) * 2
    for (state, own), id in held.items():
        if state not in OPEN:
            assert not any(option.startswith(f"{id}:") for option in options)
            continue
        look_at(at, id)
        # What is approved is approved again only where the figures have changed since: `test_..._stale`.
        wanted = {action for action in ACTIONS if may(Role.APPROVER, action, state, own, mode)}
        assert offered(at) == wanted - ({"approve"} if state is State.APPROVED else set()), (state, own)
        assert (say("refused.approve.own", lang) in said(at)) == (own and mode is Mode.OFFICE)
        assert at.get("download_button") == [], "nothing unpublished is registered for a download"


@pytest.mark.parametrize("role", [Role.VIEWER, Role.ANALYST, Role.ADMIN])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_who_decides_nothing_sees_nothing_of_what_waits(
    visit: Open, held: Held, be: Callable[..., Person], role: Role, lang: str
) -> None:
    be(role)
    for section in ("editions", "waiting", "calendar"):
        at = visit("releases", lang=lang, section=section)
        assert offered(at) == set() and not any(box.key.startswith("looked_at") for box in at.selectbox)
        assert not {"roll_back", "announce"} & {button.key for button in at.button}
        assert bool(at.warning) == (section == "waiting")
        assert not any(say("deciding.head", lang, id=id) in word for id in held.values() for word in said(at))


def calls(id: int) -> dict[str, Callable[[], object]]:
    made = store.submission(id)
    return {
        "approve": lambda: decisions.approve(id, (made.content_hash, store.edition().number)),
        "reject": lambda: decisions.reject(id, "keliru"),
        "send_back": lambda: decisions.send_back(id, "keliru"),
        "schedule": lambda: decisions.publish(id, store.now() + LATER * 2, ""),
        "publish": lambda: decisions.publish(id, None, ""),
    }


@pytest.mark.parametrize("mode", Mode)
def test_a_handler_that_is_called_all_the_same_refuses_and_writes_nothing(
    held: Held, be: Callable[..., Person], mode: Mode
) -> None:
    refused, before = 0, store.head()
    for role in Role:
        be(role, mode)
        for (state, own), id in held.items():
            for action, call in calls(id).items():
                if not may(role, action, state, own, mode):
                    with pytest.raises(REFUSALS):
                        call()
                    refused += 1
    assert refused >= 4 * 5 * 4 and store.head() == before


@pytest.mark.parametrize("role", [Role.VIEWER, Role.ANALYST, Role.ADMIN])
def test_the_handlers_of_the_other_forms_refuse_too(held: Held, be: Callable[..., Person], role: Role) -> None:
    report = store.report_error("keliru")
    announced = store.announce(store.now() + LATER, "1275", "production", "2026-Q3", "budi")
    before = store.head()
    be(role)
    for call in (
        lambda: roll_back.ask(3, "keliru"),
        lambda: reports.answer(report.id, "benar"),
        lambda: reports.dismiss(report.id, "iklan"),
        lambda: calendar.announce_one(store.now() + LATER, "12", "production", "2026"),
        lambda: calendar.withdraw(announced.id),
    ):
        with pytest.raises(REFUSALS):
            call()
    assert store.head() == before


def test_an_approver_who_says_that_it_corrects_needs_the_right_to(held: Held, be: Callable[..., Person]) -> None:
    be(Role.APPROVER)
    assert decisions.publish(held[(State.APPROVED, False)], None, "Salah ketik.")[0] == "deciding.publish.done"
    assert (store.edition().releases[-1].kind, store.edition().releases[-1].reason) == ("correction", "Salah ketik.")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_approved_and_stale_is_looked_at_again(
    visit: Open, held: Held, be: Callable[..., Person], lang: str
) -> None:
    id = held[(State.APPROVED, False)]
    published(table(1.1, "1275"))
    be(Role.APPROVER)
    at = look_at(visit("releases", lang=lang), id)
    assert offered(at) == {"approve", "reject", "send_back"}
    base, newest = store.submission(id).base, store.edition().number
    assert [box.value for box in at.warning] == [say("store.changed", lang, base=base, newest=newest)]
    next(one for one in at.button if one.key.startswith("approve-")).click()
    sound(at.run())
    assert store.submission(id).base == newest and offered(at) == {"schedule", "publish", "reject", "send_back"}
