"""The address of a page and what a visitor chose, kept in step.

A choice is a code under a name (`region`, `lang`, `edition`, …). It lives in the session, so that it survives a change
of page, and in the address, so that a link opens what its sender saw. An address that did not come from this
session, a link or the browser's back, is taken over; a value in it that does not exist is reported and left. A choice
that a page does not offer waits for a page that does; it does not stand in the address meanwhile.
"""

from collections.abc import Callable, Sequence

import streamlit as st

from text.lookup import LANGUAGES

NAMES = (
    *("region", "lang", "edition", "as_of", "measure", "basis", "items", "period", "compare"),
    *("section", "older", "newer", "approach", "item"),
)
SEPARATOR = "."

_CHOICES = "choices"
_GIVEN = "address_given"
_WRITTEN = "address_written"
_REFUSED = "address_refused"
_HERE = "address_here"
_PAGE = "address_page"


def arrive() -> None:
    """Takes over the address of this run where this session did not write it itself. Once a run, before any choice."""
    given = {name: value for name, value in st.query_params.items() if name in NAMES}
    choices = st.session_state.setdefault(_CHOICES, {})
    st.session_state[_REFUSED] = []
    st.session_state[_GIVEN] = {}
    st.session_state[_HERE] = {}
    if given and given != st.session_state.get(_WRITTEN):
        choices.clear()
        choices.update(given)
        _forget_widgets()
        st.session_state[_GIVEN] = given


def turn(page: str) -> None:
    """Turns to a page: its widgets begin with the choices, not with what those of the page before were left at."""
    if st.session_state.get(_PAGE) != page:
        _forget_widgets()
        st.session_state[_PAGE] = page


def widget_key(name: str) -> str:
    """The key of the widget that chooses `name`: the same on each page."""
    return f"choose_{name}"


def peek(name: str, default: str) -> str:
    """The choice so far, before its widget is drawn: what the widget was just set to, else the session's choice."""
    fresh = st.session_state.get(widget_key(name))
    return str(fresh if fresh is not None else st.session_state[_CHOICES].get(name, default))


def language() -> str:
    """The language chosen; Indonesian where none is, or an unknown one was asked for."""
    wanted = peek("lang", LANGUAGES[0])
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def refuse(name: str, value: str, why: str = "") -> None:
    """Notes that the address asked for something that does not exist, and forgets the wish; `why` says which kind."""
    st.session_state[_REFUSED].append((f"{name}_{why}" if why else name, value))
    forget(name)


def forget(*names: str) -> None:
    """Forgets choices, so that the defaults hold again."""
    for name in names:
        st.session_state[_CHOICES].pop(name, None)


def take(**choices: str) -> None:
    """Makes choices as if they had come with the address; before their widgets are drawn, as a callback does."""
    for name in choices:
        st.session_state.pop(widget_key(name), None)
    st.session_state[_CHOICES].update(choices)


def take_notices() -> list[tuple[str, str]]:
    """What this run's address asked for in vain, each once."""
    found = list(dict.fromkeys(st.session_state.get(_REFUSED, [])))
    st.session_state[_REFUSED] = []
    return found


def choose(name: str, options: Sequence[str], default: str, widget: Callable[[str], str | None]) -> str:
    """Draws the widget of one choice and gives its value; `widget` gets the key to use."""
    key, choices = widget_key(name), st.session_state[_CHOICES]
    if st.session_state.get(key) not in options:
        wanted = choices.get(name) or default
        if wanted not in options:
            _missed(name, wanted)
            wanted = default
        st.session_state[key] = wanted
    value, kept = widget(key) or default, choices.get(name)
    if value not in (kept, default):
        choices[name] = value
    elif value != kept and kept in options:
        forget(name)
    st.session_state[_HERE][name] = "" if value == default else str(value)
    return value


def choose_many(name: str, options: Sequence[str], widget: Callable[[str], Sequence[str]]) -> tuple[str, ...]:
    """Draws the widget of a choice of several codes and gives them in the order of `options`; none means all."""
    key, choices = widget_key(name), st.session_state[_CHOICES]
    wanted = [code for code in choices.get(name, "").split(SEPARATOR) if code]
    offered = [code for code in wanted if code in options]
    present = st.session_state.get(key)
    if present is None or not set(present) <= set(options):
        for code in wanted:
            if code not in options:
                _missed(name, code)
        st.session_state[key] = offered
    chosen = set(widget(key))
    value = tuple(code for code in options if code in chosen)
    if chosen != set(offered) or name not in choices:
        choices[name] = SEPARATOR.join(value)
    st.session_state[_HERE][name] = SEPARATOR.join(value)
    return value


def write(**fixed: str) -> None:
    """Writes the choices into the address, with what is `fixed` on this page (the edition shown)."""
    choices = st.session_state[_HERE] | fixed
    wanted = {name: choices[name] for name in NAMES if choices.get(name)}
    if dict(st.query_params.items()) != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = wanted
    st.session_state[_GIVEN] = {}


def _missed(name: str, value: str) -> None:
    """A choice that the page does not offer: worth a word where it came with the address, not with another page."""
    if name in st.session_state[_GIVEN]:
        refuse(name, value)


def _forget_widgets() -> None:
    for name in NAMES:
        st.session_state.pop(widget_key(name), None)
