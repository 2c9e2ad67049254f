"""The frame around each page: edition, region, language, and what the address got wrong."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from charts.tokens import Theme
from model.release import Edition
from pages.parts import account, address, identity, known
from pages.parts.address import language
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
    as_of: str = ""
    """The day or moment as known on which the edition was chosen; else empty."""

    def address(self) -> dict[str, str]:
        """What stands in the address of every page: a link opens the same figures for ever."""
        shown = {"as_of": self.as_of} if self.as_of else {"edition": str(self.edition.number)}
        return {"region": self.region, "lang": self.lang, **shown}


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
    shown = known.edition()
    return Context(shown, address.peek("region", MEDAN), language(), theme(), known.as_of())


def theme() -> Theme:
    """The theme that the visitor's browser shows: light unless it says dark."""
    return "dark" if st.context.theme.type == "dark" else "light"


def brand() -> None:
    """The name of the dashboard, in the bar above every page."""
    st.logo(STATIC / f"wordmark-{theme()}.svg", size="large")


def strip(lang: str) -> None:
    """The state strip: region and language, and who is there."""
    with st.container(horizontal=True, vertical_alignment="center", key="strip"):
        _region(lang)
        st.space("stretch")
        _language(lang)
        account.corner(lang)
    account.notice(lang)


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
