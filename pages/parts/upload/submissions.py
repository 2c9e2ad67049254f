"""What the person at the screen has handed in, and what became of it."""

from datetime import datetime

import pandas as pd
import streamlit as st

from data.store import Submission
from desk import workflow
from pages.parts import identity
from text.dates import clock
from text.lookup import say
from text.numbers import number
from text.plain import plain

COLUMNS = ("id", "file", "submitted", "figures", "state", "note")
LONGEST = 500


def submissions(lang: str) -> None:
    """One's own submissions, the latest first."""
    person = identity.person()
    own = [found for found in workflow.listed(person) if found.created_by == person.name]
    st.header(say("upload.own.head", lang), anchor=False)
    if not own:
        st.markdown(say("upload.own.none", lang))
        return
    lines = [_line(found, lang) for found in reversed(own)]
    table = pd.DataFrame(lines, columns=[say(f"upload.own.{name}", lang) for name in COLUMNS])
    right = {
        say(f"upload.own.{name}", lang): st.column_config.TextColumn(alignment="right") for name in ("id", "figures")
    }
    st.dataframe(table, hide_index=True, width="stretch", height="content", column_config=right)


def _line(found: Submission, lang: str) -> list[str]:
    file = plain(found.file_name) or say("upload.own.rollback", lang, number=found.restores)
    moment = clock(datetime.fromisoformat(found.created_at), lang)
    state = say(f"upload.became.{found.state}", lang)
    return [str(found.id), file, moment, number(found.rows, lang, 0), state, plain(found.note, LONGEST)]
