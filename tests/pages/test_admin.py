"""The page of users: what an admin sees and does there, and what others are told."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from desk.rights import Person, Role
from pages.parts import identity
from tests.pages.conftest import Open, said
from text.lookup import LANGUAGES, say

ADMIN = Person("adi", Role.ADMIN)


@pytest.fixture(autouse=True)
def home(own_store: Path) -> None:
    """A store of its own, with one admin."""
    store.set_user("adi", "admin")


def as_person(monkeypatch: pytest.MonkeyPatch, person: Person) -> None:
    monkeypatch.setattr(identity, "person", lambda: person)


def submit(at: AppTest, key: str) -> AppTest:
    at = at.button(key=key).click().run()
    assert not at.exception
    return at


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("role", [Role.VIEWER, Role.ANALYST, Role.APPROVER])
def test_who_may_not_manage_users_is_told_so_and_sees_no_name(
    visit: Open, monkeypatch: pytest.MonkeyPatch, role: Role, lang: str
) -> None:
    as_person(monkeypatch, Person("ana", role))
    at = visit("admin", lang=lang)
    assert [box.value for box in at.info] == [say("refused.manage_users.role", lang)]
    assert not at.text_input and not at.dataframe and not any("adi" in word.split() for word in said(at))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_admin_adds_changes_and_revokes(visit: Open, monkeypatch: pytest.MonkeyPatch, lang: str) -> None:
    as_person(monkeypatch, ADMIN)
    at = visit("admin", lang=lang)
    at.text_input(key="user_name").set_value("ana@bps.example")
    at = submit(at, "user_add_do")
    assert at.success[0].value == say(
        "users.added", lang, name="`ana@bps.example`", role=say("role.analyst.name", lang)
    )
    at.selectbox(key="user_whom").set_value("ana@bps.example")
    at.selectbox(key="user_new_role").set_value(Role.APPROVER)
    at = submit(at, "user_change_do")
    assert store.user("ana@bps.example").role == "approver"
    at.selectbox(key="user_whom").set_value("ana@bps.example")
    at = submit(at, "user_revoke_do")
    assert not store.user("ana@bps.example").active
    assert at.dataframe[0].value.iloc[:, 1].tolist() == [say("role.admin.name", lang), say("users.none", lang)]


def test_a_wrong_name_is_told_in_a_sentence(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    as_person(monkeypatch, ADMIN)
    at = visit("admin")
    at.text_input(key="user_name").set_value("<b>dua kata</b>")
    at = submit(at, "user_add_do")
    assert "`<b>dua kata</b>`” tidak dapat dipakai" in at.error[0].value
    assert len(store.users()) == 1


def test_a_role_that_is_lost_while_the_page_is_open_ends_what_it_can_do(
    visit: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    as_person(monkeypatch, ADMIN)
    at = visit("admin")
    as_person(monkeypatch, Person("adi", Role.ANALYST))
    at.text_input(key="user_name").set_value("ana")
    at = submit(at, "user_add_do")
    assert [box.value for box in at.info] == [say("refused.manage_users.role", "id")]
    assert len(store.users()) == 1


def test_one_person_alone_needs_no_user(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PDRB_MODE", "local")
    at = visit("admin")
    assert at.text_input(key="user_name") and at.dataframe
    assert any(say("access.local", "id") in word for word in said(at))
