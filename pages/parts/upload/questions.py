"""What was recognised in a draft, and the questions for what its file does not say."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, replace

import pandas as pd
import streamlit as st

from data.store import DraftName
from data.workbook import Answers
from desk.draft import Said
from desk.examine import Examination
from model.dimensions import PriceBasis
from model.problems import Problem
from pages.parts.block import small
from pages.parts.upload import drafts
from text import lookup
from text.lookup import regions, say
from text.problem import message
from views.recognised import Table, recognised

ASKING: Mapping[str, str] = {
    "region_missing": "region",
    "region_unknown": "region",
    "year_missing": "year",
    "price_basis_missing": "price_basis",
    "unit_missing": "unit",
    "unit_suspect": "unit",
    "ambiguous_number_format": "number_format",
}
"""What answers a problem."""
UNITS = ("idr", "thousand_idr", "million_idr", "billion_idr", "trillion_idr")
NUMBER_FORMATS = {"id": "comma", "en": "dot"}
"""The languages whose numbers they are, and what stands before the decimals."""
FIRST_YEAR = 1983
NOT_SAID = ""


def tables(examination: Examination, lang: str) -> None:
    """The tables of the file as they were understood."""
    reading = examination.reading
    found = recognised(reading.observations, reading.cells, reading.printed, reading.printed_cells, lang)
    if not found:
        return
    st.header(say("upload.recognised.head", lang), anchor=False)
    words = {name: [getattr(table, name) for table in found] for name in Table._fields}
    right = st.column_config.TextColumn(alignment="right")
    heads = {name: say(f"upload.recognised.{name}", lang) for name in Table._fields}
    st.dataframe(
        pd.DataFrame({heads[name]: column for name, column in words.items()}),
        hide_index=True,
        width="stretch",
        height="content",
        column_config={heads["figures"]: right},
    )


def questions(draft: DraftName, said: Said, problems: Sequence[Problem], newest: int, lang: str) -> Said:
    """The questions that are open or were answered; gives what was said, with the answers once they are sent."""
    open_ones = {ASKING[problem.code]: problem for problem in problems if problem.code in ASKING}
    answered = {name for name, answer in asdict(said.answers).items() if answer is not None}
    names = [name for name in _options(newest) if name in open_ones or name in answered]
    if not names:
        return said
    st.header(say("upload.questions.head", lang), anchor=False)
    with st.form(drafts.field(draft, "answers")):
        given = {name: _question(draft, said, name, open_ones.get(name), newest, lang) for name in names}
        sent = st.form_submit_button(say("upload.questions.again", lang), key=drafts.field(draft, "examine"))
    return replace(said, answers=Answers(**{name: answer or None for name, answer in given.items()})) if sent else said


def _question(draft: DraftName, said: Said, name: str, why: Problem | None, newest: int, lang: str) -> str:
    """One question with the problem that asks it; empty where nothing is answered."""
    if why:
        st.markdown(small(message(why, lang)))
    options = (NOT_SAID, *_options(newest)[name])
    answer = getattr(said.answers, name) or NOT_SAID
    return st.selectbox(
        say(f"upload.questions.{name}", lang),
        options,
        index=options.index(answer) if answer in options else 0,
        format_func=lambda code: _words(name, lang)(code) if code else say("upload.questions.not_said", lang),
        key=drafts.field(draft, f"answer-{name}"),
    )


def _options(newest: int) -> dict[str, tuple[str, ...]]:
    """What can be answered, in the order of the questions."""
    return {
        "region": regions(),
        "year": tuple(str(year) for year in range(newest + 1, FIRST_YEAR - 1, -1)),
        "price_basis": (PriceBasis.CURRENT.value, PriceBasis.CONSTANT_2010.value),
        "unit": UNITS,
        "number_format": tuple(NUMBER_FORMATS),
    }


def _words(name: str, lang: str) -> Callable[[str], str]:
    worded: dict[str, Callable[[str], str]] = {
        "region": lambda code: lookup.region(code, lang),
        "year": str,
        "price_basis": lambda code: lookup.basis(code, lang),
        "unit": lambda code: say(f"upload.unit.{code}", lang),
        "number_format": lambda code: say(f"upload.number_format.{NUMBER_FORMATS[code]}", lang),
    }
    return worded[name]
