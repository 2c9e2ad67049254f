"""The form that asks to go back to an older edition: a submission that somebody else approves."""

from functools import partial

import streamlit as st

from data import store
from desk import workflow
from desk.reports import LONGEST
from desk.rights import Action, allowed
from pages.parts import identity
from pages.parts.acting import Outcome, act
from pages.parts.block import small
from pages.parts.frame import Context
from text.dates import day
from text.lookup import say


def roll_back(here: Context) -> None:
    """Draws the form, for who may ask."""
    lang = here.lang
    older = {entry.number: entry for entry in store.catalogue()[-2::-1]}
    if not older or not allowed(identity.person(), Action.ROLL_BACK):
        return
    with st.container(border=True):
        st.header(say("deciding.roll_back.head", lang), anchor=False)
        st.markdown(small(say("deciding.roll_back.about", lang)))
        number = st.selectbox(
            say("deciding.roll_back.edition", lang),
            tuple(older),
            format_func=lambda one: say(
                "compared.option", lang, number=one, date=day(older[one].release.effective_at, lang)
            ),
            key="roll_back_edition",
            width=320,
        )
        reason = st.text_area(say("deciding.roll_back.reason", lang), max_chars=LONGEST, key="roll_back_reason") or ""
        if st.button(say("deciding.roll_back.do", lang), key="roll_back"):
            act(partial(ask, number, reason), lang)


def ask(number: int, reason: str) -> Outcome:
    """Hands in what gives an edition back."""
    made = workflow.roll_back(identity.person(), number, reason)
    return "deciding.roll_back.done", {"id": made.id, "number": number}
