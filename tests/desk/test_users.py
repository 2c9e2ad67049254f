"""Who is who: identity to person, and what an admin may do about users; every act is in the audit chain."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data import store
from desk import users
from desk.rights import Mode, Person, Refused, Role
from desk.users import TERMINAL, User, UserProblem

LATER = datetime.now(UTC) + timedelta(days=365)
EARLIER = LATER - timedelta(days=2 * 365)
ADMIN = Person("adi", Role.ADMIN)


@pytest.fixture(autouse=True)
def home(own_store: Path) -> None:
    """A store of its own, with one admin."""
    users.add(TERMINAL, "adi", Role.ADMIN)


def who(subject: str, email: str = "", since: datetime = LATER) -> Person:
    return users.person(subject, email, since)


def test_an_identity_is_the_user_of_its_subject_else_of_its_address() -> None:
    users.add(ADMIN, "s-17", Role.ANALYST)
    users.add(ADMIN, "Ana@BPS.example", Role.APPROVER)
    assert who("s-17", "ana@bps.example") == Person("s-17", Role.ANALYST)
    assert who("s-18", "ana@bps.example") == Person("ana@bps.example", Role.APPROVER)
    assert who("s-18") == who("", "") == who("s-18", "lain@bps.example") == Person()


def test_a_role_that_is_taken_away_is_gone_and_can_be_given_again() -> None:
    users.add(ADMIN, "ana", Role.ANALYST)
    assert users.revoke(ADMIN, "ana") == User("ana", None)
    assert who("ana") == Person()
    assert users.add(ADMIN, "ana", Role.APPROVER) == User("ana", Role.APPROVER)
    assert who("ana") == Person("ana", Role.APPROVER)


def test_a_revoked_subject_does_not_come_back_by_its_address() -> None:
    users.add(ADMIN, "s-17", Role.ANALYST)
    users.add(ADMIN, "ana@bps.example", Role.APPROVER)
    users.revoke(ADMIN, "s-17")
    assert who("s-17", "ana@bps.example") == Person()


def test_a_changed_role_asks_for_a_new_login() -> None:
    users.add(ADMIN, "ana", Role.ANALYST)
    assert who("ana", since=EARLIER) == Person("ana", Role.ANALYST)
    users.set_role(ADMIN, "ana", Role.APPROVER)
    assert who("ana", since=EARLIER) == Person()
    assert who("ana") == Person("ana", Role.APPROVER)


@pytest.mark.parametrize("by", [Person(), Person("a", Role.ANALYST), Person("p", Role.APPROVER)])
def test_only_an_admin_manages_users_whatever_the_page_showed(by: Person) -> None:
    before = store.users()
    for act in (
        lambda: users.everyone(by),
        lambda: users.add(by, "x", Role.ADMIN),
        lambda: users.set_role(by, "adi", Role.ANALYST),
        lambda: users.revoke(by, "adi"),
    ):
        with pytest.raises(Refused) as refused:
            act()
        assert refused.value.refusal.key == "refused.manage_users.role"
    assert store.users() == before


def test_one_person_alone_manages_users() -> None:
    assert users.add(Person("lokal", mode=Mode.LOCAL), "ana", Role.ANALYST).role is Role.ANALYST


@pytest.mark.parametrize("name", ["", "  ", "a b", "a\tb", "a\u202eb", "a`b", "x" * 255])
def test_a_name_that_cannot_be_one_is_refused(name: str) -> None:
    with pytest.raises(UserProblem) as problem:
        users.add(ADMIN, name, Role.ANALYST)
    assert problem.value.key == "users.name"


def test_what_is_there_is_not_added_and_what_is_not_there_not_changed() -> None:
    with pytest.raises(UserProblem) as problem:
        users.add(ADMIN, "adi", Role.ANALYST)
    assert problem.value.key == "users.exists"
    for act in (lambda: users.set_role(ADMIN, "siti", Role.ANALYST), lambda: users.revoke(ADMIN, "siti")):
        with pytest.raises(UserProblem) as problem:
            act()
        assert problem.value.key == "users.unknown"


def test_the_last_admin_stays() -> None:
    for act in (lambda: users.set_role(ADMIN, "adi", Role.ANALYST), lambda: users.revoke(ADMIN, "adi")):
        with pytest.raises(UserProblem) as problem:
            act()
        assert problem.value.key == "users.last_admin"
    users.add(ADMIN, "budi", Role.ADMIN)
    assert users.revoke(ADMIN, "adi").role is None
    assert [user.name for user in users.everyone(Person("budi", Role.ADMIN))] == ["budi", "adi"]


def test_each_act_is_in_the_audit_chain_with_who_did_it() -> None:
    users.add(ADMIN, "ana", Role.ANALYST)
    users.set_role(ADMIN, "ana", Role.APPROVER)
    users.revoke(ADMIN, "ana")
    acts = store.acts(4)
    written = [str(act) for act in acts]
    assert "terminal" in written[0] and all("adi" in line and "ana" in line for line in written[1:])


def test_the_terminal_knows_who_acts_by_name() -> None:
    users.add(ADMIN, "Ana@BPS.example", Role.ANALYST)
    assert users.named(" ANA@bps.example ", Mode.OFFICE) == Person("ana@bps.example", Role.ANALYST)
    assert users.named("adi", Mode.OFFICE) == ADMIN
    users.add(ADMIN, "siti", Role.APPROVER)
    users.revoke(ADMIN, "siti")
    for name, key in (("eka", "users.unknown"), ("siti", "users.inactive"), ("a b", "users.name"), ("", "users.name")):
        with pytest.raises(UserProblem) as problem:
            users.named(name, Mode.OFFICE)
        assert problem.value.key == key


def test_one_person_alone_is_called_as_she_likes() -> None:
    assert users.named(" Siti Aminah ", Mode.LOCAL) == Person("Siti Aminah", mode=Mode.LOCAL)
    for name in ("", "  ", "a\nb", "a`b", "x" * 255):
        with pytest.raises(UserProblem) as problem:
            users.named(name, Mode.LOCAL)
        assert problem.value.key == "users.name"
