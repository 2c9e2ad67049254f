"""A day and a minute in Asia/Jakarta, chosen by a person; none until both are."""

from datetime import datetime

import streamlit as st

from data import store
from text.lookup import say

MINUTE = 60


def moment(key: str, lang: str) -> datetime | None:
    """The two fields side by side, and the moment; nothing is preset, so that no moment is taken by accident."""
    with st.container(horizontal=True):
        day = st.date_input(
            say("moment.day", lang),
            value=None,
            min_value=store.now().astimezone(store.JAKARTA).date(),
            format="DD/MM/YYYY",
            key=f"{key}_day",
            width=200,
        )
        minute = st.time_input(say("moment.time", lang), value=None, step=MINUTE, key=f"{key}_time", width=200)
    return None if day is None or minute is None else datetime.combine(day, minute, store.JAKARTA)
