"""A step that a button takes: done once, its outcome told once above the page that follows, a refusal in its words."""

from collections.abc import Callable, Mapping
from datetime import datetime

import streamlit as st

from desk.refusals import REFUSALS
from pages.parts.refused import words
from text.dates import clock
from text.lookup import say

Outcome = tuple[str, Mapping[str, object]]
"""The key of the sentence that says what was done, and its slots (moments as they are)."""
_SAID = "acted"


def act(step: Callable[[], Outcome], lang: str) -> None:
    """Takes a step and draws the page anew, so that a second click finds no button to press."""
    try:
        key, slots = step()
        told = {name: clock(slot, lang) if isinstance(slot, datetime) else slot for name, slot in slots.items()}
        said = (True, say(key, lang, **told))
    except REFUSALS as error:
        said = (False, words(error, lang))
    st.session_state[_SAID] = said
    st.rerun()


def outcome() -> None:
    """What became of the last step; told once."""
    well, sentence = st.session_state.pop(_SAID, (True, ""))
    if sentence:
        (st.success if well else st.error)(sentence)
