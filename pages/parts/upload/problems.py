"""What was found wrong with a draft: the gravest as cards, all of them as a table, each with its place."""

from collections.abc import Container, Sequence
from typing import Literal

import pandas as pd
import streamlit as st

from model.problems import Problem, Severity
from pages.parts.block import small
from pages.parts.opened import opened
from text.lookup import say
from text.numbers import number
from text.plain import plain
from text.problem import expected, found, message, severity

CARDS, ABREAST = 6, 2
COLOURS: dict[Severity | None, Literal["red", "yellow", "gray"]] = {
    Severity.REFUSE: "red",
    Severity.BLOCK: "red",
    Severity.NEEDS_ANSWER: "yellow",
    Severity.ERROR: "red",
    Severity.WARNING: "yellow",
}


def problems(listed: Sequence[Problem], elsewhere: Container[str], key: str, lang: str) -> None:
    """All that was found, the gravest first; codes that are told `elsewhere` on the page have no card of their own."""
    head = say("upload.problems.head" if listed else "upload.problems.none", lang, count=number(len(listed), lang, 0))
    with st.container(gap="xxsmall"):
        st.header(head, anchor=False)
        st.markdown(small(say("upload.problems.subtitle", lang)))
    told = [problem for problem in listed if problem.code not in elsewhere][:CARDS]
    for start in range(0, len(told), ABREAST):
        for column, problem in zip(st.columns(ABREAST), told[start : start + ABREAST], strict=False):
            with column:
                _card(problem, lang)
    if listed and opened(f"problems-{key}", "upload.problems.table", "block.table_close", lang):
        _table(listed, lang)


def _card(problem: Problem, lang: str) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        st.badge(severity(problem, lang), color=COLOURS.get(problem.severity, "gray"))
        st.markdown(message(problem, lang))


def _table(listed: Sequence[Problem], lang: str) -> None:
    columns = {
        "severity": [severity(problem, lang) for problem in listed],
        "sheet": [plain(problem.sheet) for problem in listed],
        "cell": [plain(problem.where) for problem in listed],
        "found": [found(problem, lang) for problem in listed],
        "expected": [expected(problem, lang) for problem in listed],
        "sentence": [message(problem, lang) for problem in listed],
    }
    table = pd.DataFrame({say(f"upload.problems.{name}", lang): words for name, words in columns.items()})
    wide = {say("upload.problems.sentence", lang): st.column_config.TextColumn(width="large")}
    st.dataframe(table, hide_index=True, width="stretch", height="content", column_config=wide)
