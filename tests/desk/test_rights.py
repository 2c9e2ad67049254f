"""Every cell of role × action × state × own, against an expectation that was written from the rules, not the table.

The rules (docs/decisions, "Who may do what"): a viewer reads and reports; an analyst uploads, examines and submits, and
sees own submissions; an approver approves, rejects, schedules, publishes and rolls back, never their own; an admin
manages users, backups and settings and may not approve; one person in local mode may do all that the state allows.
"""

from itertools import product

import pytest

from desk.rights import TABLE, Action, Mode, Person, Refusal, Refused, Role, State, allowed, may, require
from text.lookup import LANGUAGES, say, texts

STATES = (None, *State)
CELLS = list(product(Role, Action, STATES, (False, True)))

# Without a submission: the letters of the roles that may (v, a = analyst, p = approver, d = admin).
PLAIN = {
    "view": "vapd",
    "report_error": "vapd",
    "upload": "a",
    "examine": "a",
    "roll_back": "p",
    "answer_report": "p",
    "correct": "p",
    "announce": "p",
    "save_deck": "ap",
    "manage_users": "d",
    "back_up": "d",
    "set": "d",
}
# About a submission, one line a role and whose it is: a column a state, in the order of HEAD; a dot refuses.
HEAD = ("draft", "waiting", "returned", "approved", "scheduled", "published", "rejected")
ABOUT = {
    "edit": {"a own": "x......"},
    "submit": {"a own": "x......"},
    "inspect": {"a own": "xxxxxxx", "p own": ".xxxxxx", "p other": ".xxxxxx"},
    "approve": {"p other": ".xxx..."},
    "reject": {"p other": ".xxx..."},
    "send_back": {"p other": "...xx.."},
    "schedule": {"p other": "...x..."},
    "publish": {"p other": "...x..."},
}
DECIDING = (Action.APPROVE, Action.REJECT, Action.SEND_BACK, Action.SCHEDULE, Action.PUBLISH)
LETTER = {"viewer": "v", "analyst": "a", "approver": "p", "admin": "d"}


def expected(role: str, action: str, state: str | None, own: bool) -> bool:
    if action in PLAIN:
        return LETTER[role] in PLAIN[action]
    line = ABOUT[action].get(f"{LETTER[role]} {'own' if own else 'other'}", ".......")
    return state is not None and line[HEAD.index(state)] == "x"


def expected_alone(action: str, state: str | None) -> bool:
    """In local mode: whatever any role may do in this state."""
    return any(expected(role, action, state, own) for role in LETTER for own in (False, True))


def test_the_expectation_knows_every_role_action_and_state() -> None:
    assert set(PLAIN) | set(ABOUT) == {str(action) for action in Action}
    assert set(HEAD) == {str(state) for state in State}
    assert set(LETTER) == {str(role) for role in Role}
    assert len(CELLS) == 4 * 20 * 8 * 2


@pytest.mark.parametrize("action", Action)
@pytest.mark.parametrize("role", Role)
def test_each_cell_is_as_the_rules_say(role: Role, action: Action) -> None:
    for state, own in product(STATES, (False, True)):
        granted = may(role, action, state, own) is None
        assert granted == expected(role, action, state, own), f"{role} {action} {state} own={own}"


@pytest.mark.parametrize("action", Action)
def test_one_person_alone_may_do_what_the_state_allows(action: Action) -> None:
    for role, state, own in product(Role, STATES, (False, True)):
        granted = may(role, action, state, own, Mode.LOCAL) is None
        assert granted == expected_alone(action, state), f"{action} {state} own={own}"


def test_nobody_decides_on_their_own_submission() -> None:
    for role, action, state in product(Role, DECIDING, STATES):
        assert may(role, action, state, own=True) is not None


@pytest.mark.parametrize("action", [*DECIDING, Action.UPLOAD, Action.SUBMIT])
def test_an_admin_decides_nothing_about_figures(action: Action) -> None:
    assert all(may(Role.ADMIN, action, state, own) is not None for state in STATES for own in (False, True))


def test_what_the_table_does_not_name_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desk.rights.TABLE", {})
    for role, action, state, own in CELLS:
        assert may(role, action, state, own) == Refusal(f"refused.{action}.role")
    assert may(Role.ADMIN, Action.VIEW, mode=Mode.LOCAL) is not None


@pytest.mark.parametrize("action", Action)
def test_taking_one_grant_away_changes_a_cell(action: Action, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {cell: may(*cell) for cell in CELLS if cell[1] is action}
    for grant in TABLE[action]:
        monkeypatch.setattr("desk.rights.TABLE", {**TABLE, action: tuple(g for g in TABLE[action] if g is not grant)})
        assert {cell: may(*cell) for cell in before} != before


def test_a_refusal_names_the_first_thing_in_the_way() -> None:
    assert may(Role.ANALYST, Action.APPROVE, State.PUBLISHED, own=True) == Refusal("refused.approve.role")
    assert may(Role.APPROVER, Action.APPROVE, State.PUBLISHED, own=True) == Refusal("refused.approve.own")
    assert may(Role.APPROVER, Action.APPROVE, State.PUBLISHED) == Refusal("refused.approve.state")
    assert may(Role.ADMIN, Action.PUBLISH, State.WAITING, own=True, mode=Mode.LOCAL) == Refusal("refused.publish.state")


def refusals() -> set[str]:
    found = {may(*cell, mode) for cell in CELLS for mode in Mode}
    return {refusal.key for refusal in found if refusal is not None}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_refusal_has_one_sentence_and_each_sentence_a_refusal(lang: str) -> None:
    assert refusals() == {key for key in texts() if key.startswith("refused.")}
    assert all(say(key, lang).endswith(".") for key in refusals())


def test_a_person_is_a_viewer_until_something_else_is_known() -> None:
    assert Person() == Person("", Role.VIEWER, Mode.OFFICE)
    assert [action for action in Action if allowed(Person(), action, State.APPROVED)] == ["view", "report_error"]


def test_what_is_required_raises_the_refusal() -> None:
    require(Person("ana", Role.ANALYST), Action.UPLOAD)
    require(Person("sendiri", mode=Mode.LOCAL), Action.APPROVE, State.WAITING, own=True)
    with pytest.raises(Refused) as raised:
        require(Person("ana", Role.ANALYST), Action.APPROVE, State.WAITING)
    assert raised.value.refusal == Refusal("refused.approve.role")
