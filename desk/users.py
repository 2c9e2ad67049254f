"""The users of the office: who has which role, and what an admin may do about it.

A user's name is what the identity provider calls the person for ever (the subject), or an e-mail address that it has
verified. Whoever acts is asked for first; the terminal acts as `TERMINAL`, since who can write the store rules it.
"""

import re
from dataclasses import dataclass
from datetime import datetime

from data import store
from desk.rights import Action, Mode, Person, Role, require

TERMINAL = Person("terminal", Role.ADMIN)
GRANTED = (Role.ANALYST, Role.APPROVER, Role.ADMIN)
"""The roles that are worth a user; everyone else is a viewer anyway."""
_LONGEST = 254
_NAME = re.compile(rf"[^\s`]{{1,{_LONGEST}}}")


@dataclass(frozen=True)
class User:
    """A user and the role; none where it was taken away."""

    name: str
    role: Role | None


class UserProblem(ValueError):
    """Something about a user that cannot be done; `key` is that of the sentence that says why."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__(f"{key}: {name}")
        self.key = key
        self.name = name


def person(subject: str, email: str, since: datetime) -> Person:
    """Who acts, by an identity and when it signed in: the user of that subject, else of that e-mail address.

    A viewer where there is no such user, where the role was taken away, or where it has changed since.
    """
    for name in (subject, email):
        found = _found(name) if name else None
        if found is not None:
            stale = found.revoked_at is not None and since < found.revoked_at
            return Person(name, Role(found.role)) if found.active and not stale else Person()
    return Person()


def named(name: str, mode: Mode) -> Person:
    """Who acts at the terminal by a name: in local mode whoever it names, else the user of that name.

    UserProblem where the name is none, there is no such user, or the role was taken away.
    """
    if mode is Mode.LOCAL:
        return Person(_alone(name), mode=mode)
    name = _spelled(name)
    found = _found(name)
    if found is None:
        raise UserProblem("users.unknown", name)
    if not found.active:
        raise UserProblem("users.inactive", name)
    return Person(name, Role(found.role), mode)


def everyone(by: Person) -> tuple[User, ...]:
    """All users by name, those without a role at the end."""
    require(by, Action.MANAGE_USERS)
    return tuple(sorted((_user(found) for found in store.users()), key=lambda user: (user.role is None, user.name)))


def add(by: Person, name: str, role: Role) -> User:
    """A new user with a role; UserProblem where the name is none, or there is such a user."""
    require(by, Action.MANAGE_USERS)
    name = _spelled(name)
    found = _found(name)
    if found is not None and found.active:
        raise UserProblem("users.exists", name)
    return _user(store.set_user(name, role, by.name))


def set_role(by: Person, name: str, role: Role) -> User:
    """Gives a user another role; UserProblem where there is none of that name, or it is the last admin."""
    require(by, Action.MANAGE_USERS)
    name = _spelled(name)
    _keep_an_admin(name, role)
    return _user(store.set_user(name, role, by.name))


def revoke(by: Person, name: str) -> User:
    """Takes the role of a user away, who is then signed out wherever signed in; what the user did stays."""
    require(by, Action.MANAGE_USERS)
    name = _spelled(name)
    found = _keep_an_admin(name, None)
    return _user(store.set_user(name, found.role, by.name, active=False))


def _spelled(name: str) -> str:
    """A name as the store has it, addresses in small letters; UserProblem where it is none."""
    name = name.strip().lower() if "@" in name else name.strip()
    if not (_NAME.fullmatch(name) and name.isprintable()):
        raise UserProblem("users.name", name)
    return name


def _alone(name: str) -> str:
    """What the one person of a machine is called, who need be no user: spaces may stand in it."""
    name = name.strip()
    if not name.isprintable() or not 1 <= len(name) <= _LONGEST or "`" in name:
        raise UserProblem("users.name", name)
    return name


def _keep_an_admin(name: str, role: Role | None) -> store.User:
    found = _found(name)
    if found is None:
        raise UserProblem("users.unknown", name)
    admins = [user.name for user in store.users() if user.active and user.role == Role.ADMIN]
    if admins == [name] and role is not Role.ADMIN:
        raise UserProblem("users.last_admin", name)
    return found


def _found(name: str) -> store.User | None:
    try:
        return store.user(name)
    except store.Unknown:
        return None


def _user(found: store.User) -> User:
    return User(found.name, Role(found.role) if found.active else None)
