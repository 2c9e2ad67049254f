"""Which edition is on screen: the newest, the one that the address names, or what was known on a day.

`edition=16` and `as_of=2026-11-24` in an address open exactly those figures on every page. `as_of` goes first.
"""

import streamlit as st

from data import store
from model.release import Edition
from pages.parts import address
from text.dates import day, is_day, stated_moment
from text.lookup import say


def edition() -> Edition:
    """The edition on screen; the newest in effect where the address names none, or one that is not there."""
    known_then = _as_of(address.peek("as_of", ""))
    if known_then is not None:
        return known_then
    wanted = address.peek("edition", "")
    try:
        return store.edition(int(wanted) if wanted else None)
    except (store.NoEdition, ValueError):
        if wanted:
            address.refuse("edition", wanted)
        return newest()


def as_of() -> str:
    """The day or moment as known on which the edition on screen was chosen, after `edition`; else empty."""
    return address.peek("as_of", "")


def newest() -> Edition:
    """The newest edition in effect; before the first, the page says when that begins, and ends."""
    try:
        return store.edition(None)
    except store.NoEdition:
        lang = address.language()
        st.info(say("error.no_edition", lang, date=day(store.releases()[0].effective_at, lang, long=True)))
        st.stop()


def _as_of(stated: str) -> Edition | None:
    """What was known on the day that the address states; None where it states none, or none that is known."""
    if not stated:
        return None
    try:
        moment, now = stated_moment(stated), store.now()
        if moment > now and not (is_day(stated) and moment.date() == now.astimezone(store.JAKARTA).date()):
            address.refuse("as_of", stated, "late")
            return None
        return store.as_of(moment)
    except store.NoEdition:
        address.refuse("as_of", stated, "early")
    except ValueError:
        address.refuse("as_of", stated)
    return None
