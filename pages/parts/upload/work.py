"""*Unggah* from top to bottom: files in, one draft from what was recognised to its submission, what was handed in."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.store import DraftName
from desk.draft import Said, complete, stopped
from pages.parts import identity
from pages.parts.block import plain, small
from pages.parts.changes import show
from pages.parts.frame import Context
from pages.parts.refused import told
from pages.parts.upload import drafts
from pages.parts.upload.blank import blank
from pages.parts.upload.examined import Examined, changed, examined, newest_year
from pages.parts.upload.handing_in import hand_in, reasons, source, status
from pages.parts.upload.problems import problems
from pages.parts.upload.questions import ASKING, questions, tables
from pages.parts.upload.submissions import submissions
from text.lookup import say


def work(here: Context) -> None:
    """Draws the page; what is refused ends it with a sentence."""
    lang = here.lang
    with told(lang):
        head = st.container(gap="xxsmall")
        drafts.outcomes(lang)
        drafts.take_in(lang)
        blank(here.region, newest_year(), lang)
        draft = drafts.chosen(lang)
        if draft is None:
            head.title(say("upload.title.none", lang), anchor=False)
            head.markdown(small(say("upload.subtitle", lang)))
        else:
            _work_on(draft, head, lang)
        submissions(lang)


def _work_on(draft: DraftName, head: DeltaGenerator, lang: str) -> None:
    """One draft: what was recognised, what is asked, what is wrong, what would change, and the way to hand it in."""
    said, owner = Said.read(draft.answers), identity.person().name
    if drafts.renewed(draft):
        st.warning(say("upload.elsewhere", lang))
    with st.spinner(say("upload.examining", lang)):
        found = examined(owner, draft.id, said.answers)
    _again(draft, said, found, lang)
    problems(found.examination.problems, ASKING, draft.id, lang)
    if found.examination.observations.empty:
        _heading(head, draft, said, found, "", lang)
        hand_in(draft, said, found.proposal, lang)
        return
    said = status(draft, said, found, lang)
    changes = changed(owner, draft.id, said, lang)
    show(changes, draft.id, lang)
    said = reasons(draft, said, found.examination.problems, lang)
    said = source(draft, said, lang)
    _heading(head, draft, said, found, changes.finding, lang)
    hand_in(draft, said, found.proposal, lang)


def _again(draft: DraftName, said: Said, found: Examined, lang: str) -> None:
    """What was recognised and what is asked; answers that were sent begin the page anew."""
    tables(found.examination, lang)
    answered = questions(draft, said, found.examination.problems, found.newest, lang)
    if answered.answers != said.answers:
        drafts.keep(draft, answered)
        st.rerun()


def _heading(head: DeltaGenerator, draft: DraftName, said: Said, found: Examined, finding: str, lang: str) -> None:
    """Whether the file can be handed in and what it would change; which file it is, and what it is compared with."""
    ready = stopped(complete(found.proposal, said)) is None
    state = say("upload.title.ready" if ready else "upload.title.stopped", lang)
    head.title(plain(f"{state} {finding}".strip()), anchor=False)
    compared = say("upload.compared", lang, number=found.proposal.base)
    head.markdown(small(f"{draft.name}. {compared}"))
