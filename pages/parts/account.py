"""The corner of the frame that says who is at the screen: sign in, sign out, or local mode."""

import streamlit as st

from desk.rights import Action, Mode, may
from pages.parts import identity
from pages.parts.quoted import quoted
from text.lookup import say
from text.plain import plain

LOOK_EVERY = 3.0
"""Seconds after which a page looks whether its person may still be there."""
LONGEST = 32


def corner(lang: str) -> None:
    """Who is at the screen; nothing where nobody can sign in."""
    here = identity.person()
    if here.mode is Mode.LOCAL:
        st.badge(say("access.local", lang), color="gray")
    elif identity.signed_in():
        _account(lang)
        _look()
    elif identity.has_provider():
        st.button(say("access.sign_in", lang), key="sign_in", type="tertiary", on_click=st.login)


def notice(lang: str) -> None:
    """Tells a person who signed in with an account that nobody gave a role what to do about it."""
    login = identity.signed_in()
    if login and not identity.person().name:
        st.info(say("access.no_role", lang, name=quoted(_called()), subject=quoted(login.subject)))


def open_only(action: Action, title: str, lang: str) -> None:
    """Ends the page with the reason where its person may not do what it is for."""
    here = identity.person()
    refusal = may(here.role, action, mode=here.mode)
    if refusal is not None:
        st.title(title, anchor=False)
        st.info(say(refusal.key, lang))
        st.stop()


def _account(lang: str) -> None:
    """Name and role, and the way out."""
    here = identity.person()
    role = say(f"role.{here.role}.name", lang) if here.name else say("access.no_role_short", lang)
    with st.popover(_called()):
        st.markdown(role)
        st.button(say("access.sign_out", lang), key="sign_out", on_click=identity.leave)


def _called() -> str:
    """What the provider calls the person, fit to be shown."""
    claims = st.user.to_dict()
    return plain(str(claims.get("name") or claims.get("email") or claims.get("sub")), LONGEST).replace("＠", "@")


@st.fragment(run_every=LOOK_EVERY)
def _look() -> None:
    """Looks again and again, so that a role that was taken away and an idle login end without a click."""
    identity.arrive()
