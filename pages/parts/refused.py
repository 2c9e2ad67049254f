"""What a page says where a step is refused, or the store cannot do it now."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

import streamlit as st

from desk.refusals import REFUSALS, sentence
from text.dates import clock
from text.lookup import say


def words(error: Exception, lang: str) -> str:
    """The sentence of a refusal, moments on the clock of Medan."""
    key, slots = sentence(error)
    told = {name: clock(slot, lang) if isinstance(slot, datetime) else slot for name, slot in slots.items()}
    return say(key, lang, **told)


@contextmanager
def told(lang: str) -> Iterator[None]:
    """Ends the page with the sentence where what it asks for is refused."""
    try:
        yield
    except REFUSALS as error:
        st.error(words(error, lang))
        st.stop()
