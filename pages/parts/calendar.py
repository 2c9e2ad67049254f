"""The release calendar: the dates that were announced, small on *Ringkasan*, whole with its forms on *Rilis*."""

from datetime import datetime
from functools import partial

import streamlit as st

from data import store
from desk import calendar
from desk.rights import Action, allowed
from model.dimensions import Approach
from pages.parts import identity
from pages.parts.acting import Outcome, act
from pages.parts.block import plain, small
from pages.parts.editions import link
from pages.parts.frame import Context
from pages.parts.moment import moment
from text import lookup
from text.dates import clock
from text.lookup import regions, say

FEW = 3


def whole(here: Context) -> None:
    """Every date that was announced; for who may, the forms that announce and take back."""
    lang = here.lang
    st.header(say("calendar.head", lang), anchor=False)
    st.markdown(small(say("calendar.about", lang)))
    person = identity.person()
    may = allowed(person, Action.ANNOUNCE)
    for one in calendar.upcoming():
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            st.markdown(_line(one, lang))
            if may and st.button(say("calendar.withdraw", lang), key=f"withdraw-{one.id}"):
                act(partial(withdraw, one.id), lang)
    if not calendar.upcoming():
        st.info(say("calendar.none", lang))
    if may:
        _announcing(here)


def small_one(here: Context) -> None:
    """The next dates, in a few lines at the foot of *Ringkasan*."""
    lang, found = here.lang, calendar.upcoming()
    lines = [_line(one, lang) for one in found[:FEW]] or [plain(say("calendar.none", lang))]
    more = link("releases", say("calendar.more", lang), lang=lang, region=here.region, section="calendar")
    with st.container(border=True, gap="xsmall", key="calendar"):
        st.markdown(f"**{say('calendar.next', lang)}**")
        st.markdown("\n".join(f"- {line}" for line in lines) if found else lines[0])
        st.markdown(more)


def _line(one: store.Announcement, lang: str) -> str:
    what = say(
        "calendar.what",
        lang,
        region=lookup.region(one.region, lang),
        approach=say(f"approach.{one.approach}.name", lang),
        period=lookup.period(one.period, lang),
    )
    return f"**{plain(clock(one.at, lang))}** {plain(what)}"


def _announcing(here: Context) -> None:
    """The form that announces a date: codes only, so that no word of it can tell a figure."""
    lang = here.lang
    with st.container(border=True):
        st.subheader(say("calendar.announce.head", lang), anchor=False)
        st.markdown(small(say("calendar.announce.about", lang)))
        with st.container(horizontal=True, vertical_alignment="bottom"):
            region = st.selectbox(
                say("control.region", lang),
                regions(),
                index=regions().index(here.region),
                format_func=lambda code: lookup.region(code, lang),
                key="announce_region",
                width="stretch",
            )
            approach = st.selectbox(
                say("control.approach", lang),
                tuple(code.value for code in Approach),
                format_func=lambda code: say(f"approach.{code}.name", lang),
                key="announce_approach",
                width="stretch",
            )
            period = st.text_input(
                say("control.period", lang),
                placeholder=say("calendar.announce.period", lang),
                max_chars=7,
                key="announce_period",
                width="stretch",
            )
        at = moment("announce", lang)
        if st.button(say("calendar.announce.do", lang), key="announce", disabled=at is None) and at is not None:
            act(partial(announce_one, at, region, approach, period or ""), lang)


def announce_one(at: datetime, region: str, approach: str, period: str) -> Outcome:
    """Announces a date to everybody."""
    made = calendar.announce(identity.person(), at, region, approach, period)
    return "calendar.announced", {"moment": made.at}


def withdraw(id: int) -> Outcome:
    """Takes an announcement back."""
    made = calendar.withdraw(identity.person(), id)
    return "calendar.withdrawn", {"moment": made.at}
