"""All that there is to see of a submission: who, whence, why, what is wrong with its file, and what it would change.

Nothing here is published: it goes to the page of who may see it, into no download and no cache that is shared.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypeVar

import streamlit as st

from desk import review
from desk.workflow import Comparison
from model.problems import Problem
from pages.parts import identity
from pages.parts.block import plain, small
from pages.parts.changes import show
from pages.parts.quoted import quoted
from pages.parts.upload.problems import problems as listed
from text.dates import clock
from text.lookup import say
from text.numbers import number
from text.plain import plain as harmless
from views.changes import Changes, view
from views.fenomena import told

Made = TypeVar("Made")
LONGEST, HASH = 1000, 16
_KEPT = "deciding_seen"


def facts(seen: Comparison, lang: str) -> None:
    """State, who handed it in and when, where it comes from, and the reasons that were given."""
    made = seen.submission
    with st.container(horizontal=True):
        st.badge(say(f"upload.became.{made.state}", lang), color="blue")
        if made.mode == "local":
            st.badge(say("editions.local", lang), color="gray")
    lines = [f"**{say(f'deciding.fact.{name}', lang)}**: {words}" for name, words in _facts(seen, lang) if words]
    with st.container(border=True):
        st.markdown("  \n".join(lines))
        for given in seen.fenomena:
            about = plain(harmless(told(given.code, given.subject, lang)))
            st.markdown(f"- {about}: {plain(harmless(given.text, LONGEST))}")


def _facts(seen: Comparison, lang: str) -> list[tuple[str, str]]:
    made, origin = seen.submission, seen.submission.origin
    at = clock(datetime.fromisoformat(made.created_at), lang)
    url = quoted(origin.url, LONGEST) if origin.url else ""
    return [
        ("submitted", plain(say("deciding.by", lang, name=harmless(made.created_by), date=at))),
        ("publisher", plain(harmless(origin.words("publisher", lang)))),
        ("table", plain(harmless(origin.table))),
        ("dated", plain(harmless(origin.dated))),
        ("url", url),
        ("file", plain(f"{harmless(made.file_name)} ({made.sha256[:HASH]}…)") if made.sha256 else ""),
        ("rows", number(made.rows, lang, 0)),
        ("content", f"`{made.content_hash[:HASH]}…`"),
        ("reason", plain(harmless(made.reason, LONGEST))),
        ("note", plain(note(made.note, lang))),
        ("fenomena", say("deciding.fenomena", lang, count=len(seen.fenomena)) if seen.fenomena else ""),
    ]


def note(stated: str, lang: str) -> str:
    """Why a submission came back; the store itself says only which release it met."""
    met, _, release = stated.partition("collides: ")
    return say("deciding.collided", lang, release=release) if release and not met else harmless(stated, LONGEST)


def problems(seen: Comparison, lang: str) -> None:
    """What is wrong with the file beside the newest edition, as it is read now."""
    made = seen.submission
    if not made.sha256:
        return
    with st.spinner(say("deciding.examining", lang)):
        found: tuple[Problem, ...] = _once(
            ("problems", made.id, seen.edition.number), lambda: review.problems(identity.person(), made.id)
        )
    listed(found, (), f"submission-{made.id}", lang)


def comparison(seen: Comparison, lang: str) -> None:
    """What the submission would change in the newest edition."""
    made, edition = seen.submission, seen.edition
    found: Changes = _once(
        ("changes", made.id, edition.number, edition.content_hash, lang),
        lambda: view(edition.observations, seen.observations, lang),
    )
    with st.container(gap="xxsmall"):
        st.header(plain(found.finding), anchor=False)
        st.markdown(small(say("deciding.compared", lang, number=edition.number)))
    show(found, f"submission-{made.id}-{edition.number}", lang)


def _once(named: tuple[object, ...], make: Callable[[], Made]) -> Made:
    """What was made for this visit alone; only what was looked at last is kept. Ask first who may see it."""
    kept = st.session_state.get(_KEPT, {})
    kind, id = named[:2]
    if named not in kept:
        others = {name: value for name, value in kept.items() if name[1] == id and name[0] != kind}
        kept = {**others, named: make()}
        st.session_state[_KEPT] = kept
    return kept[named]
