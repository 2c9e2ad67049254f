"""What opens and closes below a button, such as the table behind a chart."""

import streamlit as st

from text.lookup import say


def opened(flag: str, open_key: str, close_key: str, lang: str) -> bool:
    """The button that opens and closes something; whether it is open now."""
    is_open = bool(st.session_state.get(flag, False))
    st.button(say(close_key if is_open else open_key, lang), key=f"button-{flag}", on_click=_flip, args=(flag,))
    return is_open


def _flip(flag: str) -> None:
    st.session_state[flag] = not st.session_state.get(flag, False)
