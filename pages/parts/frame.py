"""The frame around each page: edition, region, language, and what the address got wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from charts.tokens import Theme
from data import store
from model.release import Edition
from pages.parts import account, address, identity
from pages.parts.navigation import RIGHTS
from pages.parts.quoted import quoted
from text.dates import day
from text.lookup import LANGUAGES, region, regions, say
from views.view import MEDAN

LONGEST = 40
REGION_WIDTH = 216  # as much as stands beside the language on a phone
STATIC = Path(__file__).resolve().parents[2] / "static"
_FRAMED = "framed"
_ASKED = "asked_page"


@dataclass(frozen=True)
class Context:
    """What each page starts from."""

    edition: Edition
    region: str
    lang: str
    theme: Theme


def begin() -> str:
    """Begins a run of `app.py`: takes over the address, looks who is there, and gives the language."""
    address.arrive()
    identity.arrive()
    return language()


def asked_page() -> str | None:
    """The page that was opened without its frame and now waits for it; told once."""
    return st.session_state.pop(_ASKED, None)


@contextmanager
def framed() -> Iterator[None]:
    """Marks the frame as there while a page runs in it."""
    st.session_state[_FRAMED] = True
    try:
        yield
    finally:
        st.session_state[_FRAMED] = False


def context(name: str) -> Context:
    """The context of the page `name`, as its first line.

    A cold server runs a page by its file's name without its frame; the page then asks `app.py` to open it.
    """
    if not st.session_state.get(_FRAMED):
        st.session_state[_ASKED] = name
        st.switch_page("app.py", query_params=dict(st.query_params.items()))
    if name in RIGHTS:
        account.open_only(RIGHTS[name], say(f"page.{name}.name", language()), language())
    return Context(edition(), address.peek("region", MEDAN), language(), theme())


def language() -> str:
    """The language chosen; Indonesian where none is, or an unknown one was asked for."""
    wanted = address.peek("lang", LANGUAGES[0])
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def theme() -> Theme:
    """The theme that the visitor's browser shows: light unless it says dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def edition() -> Edition:
    """The edition that the address names; the newest in effect where it names none, or one that is not there."""
    wanted = address.peek("edition", "")
    try:
        return store.edition(int(wanted) if wanted else None)
    except (store.NoEdition, ValueError):
        if wanted:
            address.refuse("edition", wanted)
        return newest()


def newest() -> Edition:
    """The newest edition in effect; before the first, the page says when that begins, and ends."""
    try:
        return store.edition(None)
    except store.NoEdition:
        lang = language()
        st.info(say("error.no_edition", lang, date=day(store.releases()[0].effective_at, lang, long=True)))
        st.stop()


def brand() -> None:
    """The name of the dashboard, in the bar above every page."""
    st.logo(STATIC / f"wordmark-{theme()}.svg", size="large")


def strip(lang: str) -> None:
    """The state strip: region and language; below it the way to a newer edition."""
    current = edition()
    with st.container(horizontal=True, vertical_alignment="center", key="strip"):
        _region(lang)
        st.space("stretch")
        _language(lang)
        account.corner(lang)
    account.notice(lang)
    _newer(current, lang)


def edition_badge(current: Edition, lang: str) -> None:
    """The number of the edition on screen and the day it took effect."""
    st.badge(say("frame.edition", lang, number=current.number, date=day(current.effective_at, lang)), color="gray")


def notices(lang: str) -> None:
    """What the address asked for in vain, in one box."""
    found = [say(f"notice.{name}", lang, value=quoted(value, LONGEST)) for name, value in address.take_notices()]
    if found:
        st.warning("\n".join(f"- {words}" for words in found) if len(found) > 1 else found[0])


def _region(lang: str) -> None:
    address.choose(
        "region",
        regions(),
        MEDAN,
        lambda key: st.selectbox(
            say("control.region", lang),
            regions(),
            format_func=lambda code: region(code, lang),
            key=key,
            label_visibility="collapsed",
            width=REGION_WIDTH,
        ),
    )


def _language(lang: str) -> None:
    address.choose(
        "lang",
        LANGUAGES,
        LANGUAGES[0],
        lambda key: st.segmented_control(
            say("control.language", lang),
            LANGUAGES,
            format_func=str.upper,
            key=key,
            label_visibility="collapsed",
            required=True,
        ),
    )


def _newer(current: Edition, lang: str) -> None:
    """The notice on an older edition, with the way to the newest."""
    latest = newest()
    if current.number == latest.number:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(say("frame.older", lang, number=current.number, newest=latest.number))
        st.button(say("frame.newest", lang), on_click=address.forget, args=("edition",))
