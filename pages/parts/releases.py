"""The sections of the page *Rilis*: which ones a person has, and which one is open."""

from collections.abc import Callable, Mapping

import streamlit as st

from pages.parts import address, compared, editions, traced
from pages.parts.frame import Context
from text.lookup import say

OPEN_TO_ALL: Mapping[str, Callable[[Context], None]] = {
    "editions": editions.listing,
    "compare": compared.two,
    "history": traced.history,
}


def body(here: Context) -> None:
    """Draws the choice of a section, and the one that is chosen."""
    offered = OPEN_TO_ALL
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
    offered[chosen](here)
