"""Who may do what: one table of roles, actions and states of a submission. What it does not grant is refused.

The door says who acts and shows the sentence of a refusal; what is done asks `require` first, whatever the door showed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How the program is run: `local` is one person at one machine, who may do everything; never inferred."""

    LOCAL = "local"
    OFFICE = "office"


class Role(StrEnum):
    """What a person is in the office; whoever is not signed in, or not known, is a viewer."""

    VIEWER = "viewer"
    ANALYST = "analyst"
    APPROVER = "approver"
    ADMIN = "admin"


class State(StrEnum):
    """Where a submission stands, as the store says it; a draft is not submitted yet."""

    DRAFT = "draft"
    WAITING = "waiting"
    RETURNED = "returned"
    APPROVED = "approved"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    REJECTED = "rejected"


class Action(StrEnum):
    """What can be done. The first ones concern no submission."""

    VIEW = "view"
    REPORT_ERROR = "report_error"
    UPLOAD = "upload"
    EXAMINE = "examine"
    ROLL_BACK = "roll_back"
    ANSWER_REPORT = "answer_report"
    CORRECT = "correct"
    ANNOUNCE = "announce"
    SAVE_DECK = "save_deck"
    MANAGE_USERS = "manage_users"
    BACK_UP = "back_up"
    SET = "set"
    EDIT = "edit"
    SUBMIT = "submit"
    INSPECT = "inspect"
    APPROVE = "approve"
    REJECT = "reject"
    SEND_BACK = "send_back"
    SCHEDULE = "schedule"
    PUBLISH = "publish"


@dataclass(frozen=True)
class Person:
    """Who acts: the name in the store (empty for a viewer who is not signed in), the role, and the mode."""

    name: str = ""
    role: Role = Role.VIEWER
    mode: Mode = Mode.OFFICE


@dataclass(frozen=True)
class Refusal:
    """Why something is refused: `key` is that of the sentence that says so."""

    key: str


class Refused(PermissionError):
    """Something that was asked for is not allowed; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.key)
        self.refusal = refusal


@dataclass(frozen=True)
class Grant:
    """A role may do something: on submissions in these states (none: it concerns no submission), and on whose.

    `own` is True for one's own submissions only, False for those of others only, None for both.
    """

    role: Role
    states: frozenset[State] = frozenset()
    own: bool | None = None


def _grants(*roles: Role) -> tuple[Grant, ...]:
    return tuple(Grant(role) for role in roles)


def _own(*states: State) -> tuple[Grant, ...]:
    return (Grant(Role.ANALYST, frozenset(states), own=True),)


def _of_others(*states: State) -> tuple[Grant, ...]:
    return (Grant(Role.APPROVER, frozenset(states), own=False),)


TABLE: Mapping[Action, tuple[Grant, ...]] = {
    Action.VIEW: _grants(*Role),
    Action.REPORT_ERROR: _grants(*Role),
    Action.UPLOAD: _grants(Role.ANALYST),
    Action.EXAMINE: _grants(Role.ANALYST),
    Action.ROLL_BACK: _grants(Role.APPROVER),
    Action.ANSWER_REPORT: _grants(Role.APPROVER),
    Action.CORRECT: _grants(Role.APPROVER),
    Action.ANNOUNCE: _grants(Role.APPROVER),
    Action.SAVE_DECK: _grants(Role.ANALYST, Role.APPROVER),
    Action.MANAGE_USERS: _grants(Role.ADMIN),
    Action.BACK_UP: _grants(Role.ADMIN),
    Action.SET: _grants(Role.ADMIN),
    Action.EDIT: _own(State.DRAFT),
    Action.SUBMIT: _own(State.DRAFT),
    Action.INSPECT: (*_own(*State), Grant(Role.APPROVER, frozenset(State) - {State.DRAFT})),
    # What is approved is approved again where the figures that it was compared with have changed.
    Action.APPROVE: _of_others(State.WAITING, State.RETURNED, State.APPROVED),
    Action.REJECT: _of_others(State.WAITING, State.RETURNED, State.APPROVED),
    Action.SEND_BACK: _of_others(State.APPROVED, State.SCHEDULED),
    Action.SCHEDULE: _of_others(State.APPROVED),
    Action.PUBLISH: _of_others(State.APPROVED),
}


def may(
    role: Role, action: Action, state: State | None = None, own: bool = False, mode: Mode = Mode.OFFICE
) -> Refusal | None:
    """Why this role may not do this; None where it may.

    `state` is that of the submission it is about, `own` whether the same person made it. In local mode only the state
    can stand in the way. A refusal names the first thing that is wrong: the role, then whose it is, then the state.

    >>> may(Role.APPROVER, Action.APPROVE, State.WAITING, own=True)
    Refusal(key='refused.approve.own')
    >>> may(Role.APPROVER, Action.APPROVE, State.WAITING) is None
    True
    """
    grants = [grant for grant in TABLE.get(action, ()) if mode is Mode.LOCAL or grant.role is role]
    if not grants:
        return Refusal(f"refused.{action}.role")
    theirs = [grant for grant in grants if mode is Mode.LOCAL or grant.own in (None, own)]
    if not theirs:
        return Refusal(f"refused.{action}.own")
    if not any(not grant.states or state in grant.states for grant in theirs):
        return Refusal(f"refused.{action}.state")
    return None


def allowed(person: Person, action: Action, state: State | None = None, own: bool = False) -> bool:
    """Whether a door should offer this to a person."""
    return may(person.role, action, state, own, person.mode) is None


def require(person: Person, action: Action, state: State | None = None, own: bool = False) -> None:
    """Refused, unless this person may do this: the first line of everything that changes something."""
    refusal = may(person.role, action, state, own, person.mode)
    if refusal is not None:
        raise Refused(refusal)
