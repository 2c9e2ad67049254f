"""What stands above a page whose figures are not the newest: which they are, what was revised since, the way back."""

import streamlit as st

from data import store
from data.kept import kept
from model.release import Edition
from pages.parts import address, known
from pages.parts.block import plain
from pages.parts.navigation import ADDRESSES
from text.dates import clock, day, is_day, stated_moment
from text.lookup import say
from views import revised
from views.view import MEDAN

LOOK_EVERY = 3.0
"""Seconds after which an open page looks whether a newer edition has taken effect; the store knows within one more."""
KEPT = 256


def strip(lang: str) -> None:
    """What is said above every page whose figures are not the newest, with the way to them; and of what comes."""
    current, latest, stated = known.edition(), known.newest(), known.as_of()
    if stated or current.number != latest.number:
        told = told_of(current.number, latest.number, stated, lang)
        since = revised_since(current, latest, address.peek("region", MEDAN), lang)
        with st.container(horizontal=True, vertical_alignment="center", key="known"):
            st.info(f"{told} {since}".strip())
            st.button(say("known.newest", lang), key="to_newest", on_click=to_newest)
    offer(latest.number, lang)


def told_of(number: int, newest: int, stated: str, lang: str) -> str:
    """Which edition is on screen, and which one is the newest; `stated` is the day or moment that was asked for."""
    if not stated:
        return say("known.older", lang, number=number, newest=newest)
    moment = stated_moment(stated)
    date = day(moment, lang) if is_day(stated) else clock(moment, lang)
    key = "known.as_of" if number != newest else "known.as_of_newest"
    return say(key, lang, date=date, number=number, newest=newest)


def to_newest() -> None:
    """Leaves an older edition, and what was known on a day."""
    address.forget("edition", "as_of")


def revised_since(older: Edition, newer: Edition, region: str, lang: str) -> str:
    """What has been revised of a region since an older edition, with the link to the comparison."""
    if older.number >= newer.number:
        return ""
    return _revised(older.number, older.content_hash, newer.number, newer.content_hash, region, lang)


@st.fragment(run_every=LOOK_EVERY)
def offer(number: int, lang: str) -> None:
    """Offers an edition that took effect after the page was drawn; `number` is the newest that it knew."""
    latest = store.edition(None)
    if latest.number == number:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="offered"):
        when = clock(latest.effective_at, lang)
        st.success(say("known.offer", lang, number=latest.number, date=when, shown=number))
        if st.button(say("known.show", lang, number=latest.number), key="show_newest", type="primary"):
            to_newest()
            st.rerun()


@kept(KEPT)
def _revised(older: int, older_hash: str, newer: int, newer_hash: str, region: str, lang: str) -> str:
    """The sentence, made once; the content hashes keep two editions of one number apart."""
    found = revised.revised(store.edition(older).observations, store.edition(newer).observations, region)
    link = f"./{ADDRESSES['releases']}?lang={lang}&region={region}&section=compare&older={older}&newer={newer}"
    return f"{plain(revised.sentence(found, region, lang))} [{say('known.compare', lang)}]({link})"
