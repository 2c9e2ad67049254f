"""A choice among things whose words change while they are chosen, such as a submission with its state."""

from collections.abc import Callable, Sequence
from typing import TypeVar
from zlib import crc32

import streamlit as st

Thing = TypeVar("Thing")


def choice(name: str, things: Sequence[Thing], words: Callable[[Thing], str], label: str, times: int = 0) -> Thing:
    """The one that is chosen, kept in the session under `name`; the first where none is.

    A browser keeps the words of what it chose. Where those change, the next click would come with words that nothing
    has any more, and mean the first; so other words make another widget. `times` makes another one, too: it counts how
    often something else than the widget has chosen.
    """
    chosen = st.session_state.get(name)
    place = things.index(chosen) if chosen in things else 0
    shown = "\n".join([str(times), *map(words, things)])
    key = f"{name}-{crc32(shown.encode(errors='replace')):08x}"
    st.session_state[name] = st.selectbox(label, things, index=place, format_func=words, key=key)
    return st.session_state[name]
