"""What is still to be said of a draft before it is handed in: reasons, agreement, status, source; and the button."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from data.store import DraftName
from desk import workflow
from desk.draft import Said, complete, state_of, stopped
from desk.practice import of_year
from desk.proposal import DROPS, Proposal
from desk.refusals import REFUSALS
from model.dimensions import Status
from model.period import parse
from model.problems import Problem, Severity
from pages.parts import identity
from pages.parts.block import plain, small
from pages.parts.refused import words
from pages.parts.upload import drafts
from pages.parts.upload.examined import Examined
from text import lookup
from text.lookup import say
from text.numbers import number
from text.problem import message
from views.fenomena import Asked, asked

LONGEST, LINE = 2000, 300
STATUSES = (Status.FINAL, Status.REVISED, Status.PRELIMINARY, Status.VERY_PRELIMINARY, Status.ESTIMATED, Status.UNKNOWN)
WIDE_ENOUGH = 260
"""For the longest name of a status, in pixels."""
APART = 2
"""Years of unmarked figures that are asked for one by one; all that is older is asked for together."""


def status(draft: DraftName, said: Said, found: Examined, lang: str) -> Said:
    """How firm the figures without a mark are, by year; the older years together."""
    rows = found.examination.observations
    periods = sorted(rows.loc[rows["status"] == Status.UNKNOWN, "period"].unique())
    if not periods:
        return replace(said, status={})
    years = sorted({parse(period).year for period in periods}, reverse=True)
    groups = [[year] for year in years[:APART]] + ([years[APART:]] if years[APART:] else [])
    with st.container(gap="xxsmall"):
        st.header(say("upload.status.head", lang), anchor=False)
        st.markdown(small(say("upload.status.subtitle", lang)))
    given: dict[int, Status] = {}
    with st.container(horizontal=True):
        for group in groups:
            kept = next((said.status[one] for one in periods if parse(one).year in group and one in said.status), None)
            given |= dict.fromkeys(group, _status(draft, group, kept or of_year(group[0], found.newest), lang))
    return replace(said, status={period: given[parse(period).year] for period in periods})


def _status(draft: DraftName, years: Sequence[int], default: Status, lang: str) -> Status:
    label = str(years[0]) if len(years) == 1 else f"{years[-1]}–{years[0]}"
    return st.selectbox(
        label,
        STATUSES,
        index=STATUSES.index(default),
        format_func=lambda status: f"{lookup.status(status, lang)} {lookup.mark(status)}".strip(),
        key=drafts.field(draft, f"status-{years[0]}"),
        width=WIDE_ENOUGH,
    )


def reasons(draft: DraftName, said: Said, listed: Sequence[Problem], lang: str) -> Said:
    """A reason for each that a rule asks for; one for the whole where rows are left out or errors stand."""
    questions = asked(listed)
    contested = [problem for problem in listed if problem.severity == Severity.BLOCK and problem.code in DROPS]
    errors = [problem for problem in listed if problem.severity == Severity.ERROR]
    if not (questions or contested or errors):
        return said
    st.header(say("upload.reasons.head", lang), anchor=False)
    label = say("upload.reasons.fenomena", lang)
    said = replace(said, fenomena={**said.fenomena} | {
        one.key: _text(draft, one.key, said.fenomena.get(one.key, ""), _why(one, lang), label) for one in questions
    })  # fmt: skip
    if contested or errors:
        counted = (("submit.contested", contested), ("submit.needs_reason", errors))
        why = " ".join(say(key, lang, count=len(found)) for key, found in counted if found)
        said = replace(said, reason=_text(draft, "reason", said.reason, why, say("upload.reasons.reason", lang)))
    if contested:
        agreement = say("upload.reasons.agree", lang, count=len(contested))
        agreed = st.checkbox(agreement, said.accept_dropped, key=drafts.field(draft, "agree"))
        said = replace(said, accept_dropped=agreed)
    return said


def _why(one: Asked, lang: str) -> str:
    """The finding that asks for a reason, and how many it is asked for together."""
    first, more = message(one.problems[0], lang), len(one.problems) - 1
    return f"{first} {say('upload.reasons.also', lang, count=more)}" if more else first


def _text(draft: DraftName, name: str, kept: str, why: str, label: str) -> str:
    """A field of several lines below what it is asked for."""
    st.markdown(small(why))
    typed = st.text_area(label, kept, max_chars=LONGEST, key=drafts.field(draft, f"text-{name}"), height=96)
    return storable(typed)


def source(draft: DraftName, said: Said, lang: str) -> Said:
    """Where the table comes from, as far as it is known."""
    with st.container(gap="xxsmall"):
        st.header(say("upload.source.head", lang), anchor=False)
        st.markdown(small(say("upload.source.subtitle", lang)))
    given: dict[str, str] = {}
    left, right = st.columns(2)
    for place, name in ((left, "publisher"), (right, "table"), (left, "title"), (right, "dated"), (left, "url")):
        with place:
            typed = st.text_input(
                say(f"upload.source.{name}", lang),
                getattr(said.source, name),
                max_chars=LINE,
                placeholder=say(f"upload.source.example.{name}", lang),
                key=drafts.field(draft, f"source-{name}"),
            )
            given[name] = storable(typed).strip()
    return replace(said, source=replace(said.source, **given))


def hand_in(draft: DraftName, said: Said, examined: Proposal, lang: str) -> Said:
    """The button, with what still stands in its way; gives what was said, and how far that is."""
    stop = stopped(complete(examined, said))
    said = replace(said, state=state_of(stop))
    drafts.keep(draft, said)
    if stop:
        st.info(say(stop.key, lang, **stop.slots))
    elif examined.unchanged:
        rounded = say("changes.rounded", lang, count=number(examined.rounded, lang, 0)) if examined.rounded else ""
        st.info(f"{say('upload.unchanged', lang, number=examined.base)} {rounded}".strip())
    key = drafts.field(draft, "submit")
    pressed = st.button(say("upload.submit", lang), key=key, type="primary", disabled=stop is not None)
    st.markdown(small(say("upload.then", lang)))
    if pressed and not stop:
        _submit(draft, said, examined, lang)
    return said


def _submit(draft: DraftName, said: Said, examined: Proposal, lang: str) -> None:
    """Hands the draft in and is done with it; what is refused is told and leaves it as it is."""
    try:
        made, new = workflow.submit(identity.person(), complete(examined, said, drafts.content(draft)))
        drafts.forget(draft)
    except REFUSALS as error:
        st.error(words(error, lang))
        return
    key = "upload.submitted" if new else "upload.submitted_before"
    drafts.tell("success", say(key, lang, id=made.id, file=plain(draft.name)))
    st.rerun()


def storable(typed: str) -> str:
    """What was typed without the characters that no database keeps."""
    return "".join(char for char in typed if char.isprintable() or char in "\n\t")
