"""The parts of the page of users: what the roles may do, who has which, and the forms that change it."""

from collections.abc import Callable

import pandas as pd
import streamlit as st

from desk import users
from desk.rights import Refused, Role
from desk.users import GRANTED, User, UserProblem
from pages.parts import identity
from pages.parts.quoted import quoted
from text.lookup import say

_SAID = "users_said"


def roles(lang: str) -> None:
    """What each role may do."""
    lines = [f"- **{say(f'role.{role}.name', lang)}**: {say(f'role.{role}.may', lang)}" for role in Role]
    st.markdown("\n".join(lines))


def listing(lang: str) -> tuple[User, ...]:
    """The users and their roles as a table; gives them."""
    everyone = users.everyone(identity.person())
    if not everyone:
        st.info(say("users.nobody", lang))
        return everyone
    table = pd.DataFrame(
        {
            say("users.column.name", lang): [user.name for user in everyone],
            say("users.column.role", lang): [_role(user.role, lang) for user in everyone],
        }
    )
    st.dataframe(table, hide_index=True, width="stretch")
    return everyone


def adding(lang: str) -> None:
    """The form for a new user."""
    with st.form("user_add", clear_on_submit=False):
        st.subheader(say("users.add.head", lang), anchor=False)
        name = st.text_input(say("users.column.name", lang), key="user_name", help=say("users.add.help", lang))
        role = _choose_role("user_role", lang)
        if st.form_submit_button(say("users.add.do", lang), key="user_add_do"):
            _do(lambda: users.add(identity.person(), name, role), "users.added", lang)


def changing(everyone: tuple[User, ...], lang: str) -> None:
    """The form that changes a role or takes it away."""
    with st.form("user_change"):
        st.subheader(say("users.change.head", lang), anchor=False)
        names = [user.name for user in everyone]
        name = st.selectbox(say("users.column.name", lang), names, key="user_whom")
        role = _choose_role("user_new_role", lang)
        with st.container(horizontal=True):
            change = st.form_submit_button(say("users.change.do", lang), key="user_change_do")
            revoke = st.form_submit_button(say("users.change.revoke", lang), key="user_revoke_do")
    if change:
        _do(lambda: users.set_role(identity.person(), name, role), "users.changed", lang)
    if revoke:
        _do(lambda: users.revoke(identity.person(), name), "users.revoked", lang)


def outcome(lang: str) -> None:
    """What became of the last change; told once."""
    key, name, role, well = st.session_state.pop(_SAID, ("", "", "", True))
    if key:
        slots = {"name": quoted(name), "role": _role(role, lang)}
        (st.success if well else st.error)(say(key, lang, **slots))


def _do(change: Callable[[], User], done: str, lang: str) -> None:
    """Makes a change, keeps what is to be said of it, and draws the page anew."""
    try:
        user = change()
        said = (done, user.name, user.role, True)
    except UserProblem as problem:
        said = (problem.key, problem.name, None, False)
    except Refused as refused:
        said = (refused.refusal.key, "", None, False)
    st.session_state[_SAID] = said
    st.rerun()


def _choose_role(key: str, lang: str) -> Role:
    return st.selectbox(say("users.column.role", lang), GRANTED, format_func=lambda role: _role(role, lang), key=key)


def _role(role: Role | None, lang: str) -> str:
    return say(f"role.{role}.name", lang) if role else say("users.none", lang)
