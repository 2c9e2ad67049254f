"""The reports of readers that wait for an answer."""

from datetime import datetime
from functools import partial

import streamlit as st

from data.store import ErrorReport
from desk import reports
from desk.rights import Action, allowed
from pages.parts import identity
from pages.parts.acting import Outcome, act
from pages.parts.block import plain, small
from pages.parts.frame import Context
from pages.parts.quoted import quoted
from pages.parts.refused import told
from pages.parts.reporting import place
from text.dates import clock
from text.lookup import say
from text.plain import plain as harmless


def may_open() -> bool:
    """Whether the person at the screen answers readers."""
    return allowed(identity.person(), Action.ANSWER_REPORT)


def waiting(here: Context) -> None:
    """Draws every open report with its form, the oldest first."""
    with told(here.lang):
        found = reports.listed(identity.person())
    st.header(say("reported.head" if found else "reported.none", here.lang, count=len(found)), anchor=False)
    st.markdown(small(say("reported.about", here.lang)))
    for one in found:
        _one(one, here.lang)


def _one(one: ErrorReport, lang: str) -> None:
    with st.container(border=True, gap="small"):
        date = clock(datetime.fromisoformat(one.at), lang)
        st.subheader(plain(say("reported.one", lang, id=one.id, date=date)), anchor=False)
        st.markdown(f"{say('report.place', lang)} {place(one.about, lang)}")
        st.markdown(plain(harmless(one.text, reports.LONGEST)))
        if one.contact:
            st.markdown(f"{say('reported.contact', lang)} {quoted(one.contact, reports.LONGEST_CONTACT)}")
        words = st.text_area(say("reported.words", lang), max_chars=reports.LONGEST, key=f"answer-{one.id}") or ""
        with st.container(horizontal=True):
            answered = st.button(say("reported.answer.do", lang), key=f"answer_do-{one.id}", type="primary")
            dismissed = st.button(say("reported.dismiss.do", lang), key=f"dismiss_do-{one.id}")
    if answered:
        act(partial(answer, one.id, words), lang)
    if dismissed:
        act(partial(dismiss, one.id, words), lang)


def answer(id: int, words: str) -> Outcome:
    """Answers a report; everybody sees the answer."""
    reports.answer(identity.person(), id, words)
    return "reported.answer.done", {"id": id}


def dismiss(id: int, words: str) -> Outcome:
    """Closes a report."""
    reports.dismiss(identity.person(), id, words)
    return "reported.dismiss.done", {"id": id}
