"""The submissions that wait for an approver: which ones there are, and the one that is looked at."""

import streamlit as st

from data.store import Submission
from desk import workflow
from desk.rights import Action, State, allowed
from pages.parts import identity
from pages.parts.block import plain
from pages.parts.choice import choice
from pages.parts.deciding import decisions, submission
from pages.parts.deciding.roll_back import roll_back
from pages.parts.frame import Context
from pages.parts.refused import told
from text.lookup import say
from text.plain import plain as harmless

WAITING = (State.WAITING, State.RETURNED, State.APPROVED, State.SCHEDULED)
_CHOSEN = "looked_at"
LONGEST = 60


def may_open() -> bool:
    """Whether the person at the screen decides on submissions."""
    return allowed(identity.person(), Action.APPROVE, State.WAITING)


def board(here: Context) -> None:
    """Draws the list and the submission that is chosen; what is refused ends the page with a sentence."""
    with told(here.lang):
        found = {made.id: made for made in workflow.listed(identity.person(), *WAITING)} if may_open() else {}
        if found:
            _one(_chosen(found, here.lang), here.lang)
        else:
            st.info(say("deciding.nothing", here.lang))
        roll_back(here)


def _chosen(found: dict[int, Submission], lang: str) -> Submission:
    """The one that is looked at: the oldest, or the one that is chosen."""
    label = say("deciding.choose", lang, count=len(found))
    return found[choice(_CHOSEN, tuple(found), lambda id: _name(found[id], lang), label)]


def _name(made: Submission, lang: str) -> str:
    return say("deciding.option", lang, id=made.id, title=title(made, lang), state=_state(made, lang))


def title(made: Submission, lang: str) -> str:
    """What a submission is called: its file, or the edition that it gives back."""
    if made.restores is not None:
        return say("upload.own.rollback", lang, number=made.restores)
    return harmless(made.origin.words("title", lang) or made.file_name, LONGEST)


def _state(made: Submission, lang: str) -> str:
    return say(f"upload.became.{made.state}", lang)


def _one(made: Submission, lang: str) -> None:
    """A submission with all that there is to see, and what may be done with it."""
    seen = workflow.inspect(identity.person(), made.id)
    st.header(plain(f"{say('deciding.head', lang, id=made.id)}: {title(made, lang)}"), anchor=False)
    submission.facts(seen, lang)
    submission.problems(seen, lang)
    submission.comparison(seen, lang)
    decisions.decisions(seen, lang)
