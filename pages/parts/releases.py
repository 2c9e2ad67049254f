"""The sections of the page *Rilis*: which ones a person has, and which one is open."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.parts import acting, address, calendar, compared, editions, traced
from pages.parts.deciding import board, reports
from pages.parts.frame import Context
from text.lookup import say

Section = Callable[[Context], None]
OPEN_TO_ALL: Mapping[str, Section] = {
    "editions": editions.listing,
    "compare": compared.two,
    "history": traced.history,
    "calendar": calendar.whole,
}


def body(here: Context) -> None:
    """Draws the choice of a section, what became of the last step, and the section that is chosen."""
    offered = _offered()
    names = tuple(offered)
    chosen = address.choose(
        "section",
        names,
        names[0],
        lambda key: st.segmented_control(
            say("rilis.section.choose", here.lang),
            names,
            format_func=lambda name: say(f"rilis.section.{name}", here.lang),
            key=key,
            label_visibility="collapsed",
            required=True,
        ),
    )
    acting.outcome()
    offered[chosen](here)


def _offered() -> dict[str, Section]:
    """The sections by name: first what waits for who decides, then what is open to all."""
    deciding = {"waiting": board.board} if board.may_open() else {}
    answering = {"reports": reports.waiting} if reports.may_open() else {}
    return {**deciding, **OPEN_TO_ALL, **answering}
