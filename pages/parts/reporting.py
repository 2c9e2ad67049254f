"""The form by which a reader reports an error, and the way to it from every page, with what was on screen."""

from urllib.parse import parse_qsl, urlencode

import streamlit as st

from data import store
from desk import reports
from desk.proposal import Stop
from desk.workflow import NotReady
from pages.parts import identity
from pages.parts.acting import Outcome, act
from pages.parts.address import NAMES
from pages.parts.block import plain, small
from pages.parts.navigation import ADDRESSES
from pages.parts.quoted import quoted
from text.lookup import say

_ABOUT = "report_about"
_SENT = "reports_sent"
_AT_HOME = ("upload", "corrections", "admin")
"""Pages that do without the way to the form."""


def foot(path: str, lang: str) -> None:
    """The way to the form, at the foot of a page."""
    page = next((name for name, address in ADDRESSES.items() if address == path), "overview")
    if page in _AT_HOME:
        return
    if st.button(say("report.here", lang), key="report_here", type="tertiary"):
        st.session_state[_ABOUT] = about(page)
        st.switch_page("pages/corrections.py")


def about(page: str) -> str:
    """What is on screen, as the end of an address: the page and its choices, as many as may be kept."""
    shown = ADDRESSES[page]
    kept: list[tuple[str, str]] = []
    for name in NAMES:
        longer = [*kept, (name, st.query_params[name])] if name in st.query_params else kept
        if len(f"{shown}?{urlencode(longer)}") <= reports.LONGEST_ABOUT:
            kept = longer
    return f"{shown}?{urlencode(kept)}" if kept else shown


def place(stated: str, lang: str) -> str:
    """What a report is about, as markdown: a link to it where it is an address of ours, else as it was sent."""
    path, _, query = stated.partition("?")
    if path not in ADDRESSES.values():
        return quoted(stated) if stated else say("report.nowhere", lang)
    page = next(name for name, address in ADDRESSES.items() if address == path)
    choices = urlencode([(name, value) for name, value in parse_qsl(query) if name in NAMES])
    return f"[{plain(say(f'page.{page}.name', lang))}](./{path}?{choices})"


def came() -> bool:
    """Whether the visitor came from another page in order to report."""
    return _ABOUT in st.session_state


def form(lang: str) -> None:
    """The form; what was on screen goes with it."""
    where, sent = st.session_state.get(_ABOUT, ""), st.session_state.get(_SENT, 0)
    with st.form(f"report-{sent}"):
        st.header(say("report.head", lang), anchor=False)
        st.markdown(small(say("report.about", lang)))
        if where:
            st.markdown(f"{say('report.place', lang)} {place(where, lang)}")
        text = st.text_area(say("report.text", lang), max_chars=reports.LONGEST, key=f"report_text_{sent}")
        contact = st.text_input(
            say("report.contact", lang),
            max_chars=reports.LONGEST_CONTACT,
            key=f"report_contact_{sent}",
            help=say("report.contact_help", lang),
        )
        pressed = st.form_submit_button(say("report.do", lang), key=f"report_do_{sent}")
    if pressed:
        act(lambda: _send(text or "", where, contact or "", sent), lang)


def _send(text: str, where: str, contact: str, sent: int) -> Outcome:
    """Sends a report; what ails the store is no reader's business."""
    try:
        made = reports.report(identity.person(), text, where, contact, sent, st.context.ip_address or "")
    except store.Unavailable as error:
        raise NotReady(Stop("report.unavailable")) from error
    st.session_state[_SENT] = sent + 1
    st.session_state.pop(_ABOUT, None)
    return "report.sent", {"id": made.id}
