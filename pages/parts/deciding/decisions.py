"""What a person may do with a submission as it stands; what may not be done has no button, and is refused all the same.

An approval is bound to what the last drawing of the page showed: the content by its hash, and the edition beside it.
A button belongs to one submission, so that a click never reaches another than the one that was looked at.
"""

from datetime import datetime
from functools import partial

import streamlit as st

from desk import review, workflow
from desk.reports import LONGEST
from desk.rights import Action, State, allowed, may
from desk.workflow import Comparison
from pages.parts import identity
from pages.parts.acting import Outcome, act
from pages.parts.block import small
from pages.parts.moment import moment
from text.dates import clock
from text.lookup import say

Seen = tuple[str, int]
"""The content hash that was shown, and the number of the edition it was compared with."""
HASH = 16


def decisions(seen: Comparison, lang: str) -> None:
    """Draws the buttons and forms that this person has for this submission."""
    person, made = identity.person(), seen.submission
    state, own = State(made.state), made.created_by == person.name
    stale = state is State.APPROVED and made.base != seen.edition.number
    st.header(say("deciding.decide", lang), anchor=False)
    refusal = may(person.role, Action.APPROVE, State.WAITING, own, person.mode)
    if refusal is not None:
        st.info(say(refusal.key, lang))
    if state is State.SCHEDULED:
        _scheduled(made.id, lang)
    if stale:
        st.warning(say("store.changed", lang, base=made.base, newest=seen.edition.number))
    if allowed(person, Action.APPROVE, state, own) and (state is not State.APPROVED or stale):
        _approving(seen, lang)
    if allowed(person, Action.PUBLISH, state, own) and not stale:
        _publishing(seen, lang)
    steps = [action for action in (Action.REJECT, Action.SEND_BACK) if allowed(person, action, state, own)]
    if steps:
        _giving_reasons(made.id, steps, lang)


def _scheduled(id: int, lang: str) -> None:
    found = review.scheduled(identity.person(), id)
    if found is not None:
        st.info(say("deciding.scheduled", lang, date=clock(found.effective_at, lang)))


def _approving(seen: Comparison, lang: str) -> None:
    """The button that approves what was shown, never what has changed since."""
    made, key = seen.submission, f"seen-{seen.submission.id}"
    shown: Seen = st.session_state.get(key, (made.content_hash, seen.edition.number))
    with st.container(border=True):
        hash_, number = f"{made.content_hash[:HASH]}…", seen.edition.number
        st.markdown(small(say("deciding.approve.about", lang, hash=hash_, number=number)))
        if st.button(say("deciding.approve.do", lang), key=f"approve-{made.id}", type="primary"):
            act(partial(approve, made.id, shown), lang)
    st.session_state[key] = (made.content_hash, seen.edition.number)


def _publishing(seen: Comparison, lang: str) -> None:
    """The form that publishes now, or later to the minute; and says whether this corrects what was wrong."""
    made = seen.submission
    with st.container(border=True):
        st.subheader(say("deciding.publish.head", lang), anchor=False)
        st.markdown(small(say("deciding.publish.about", lang)))
        correction = ""
        if made.kind == "table" and allowed(identity.person(), Action.CORRECT):
            correction = st.text_area(
                say("deciding.publish.correction", lang),
                max_chars=LONGEST,
                help=say("deciding.publish.correction_help", lang),
                key=f"correction-{made.id}",
            )
        at = moment(f"publish-{made.id}", lang)
        with st.container(horizontal=True):
            later = st.button(
                say("deciding.publish.later", lang), key=f"schedule-{made.id}", disabled=at is None, type="primary"
            )
            now = st.button(say("deciding.publish.now", lang), key=f"publish-{made.id}")
    if later and at is not None:
        act(partial(publish, made.id, at, correction or ""), lang)
    if now:
        act(partial(publish, made.id, None, correction or ""), lang)


def _giving_reasons(id: int, steps: list[Action], lang: str) -> None:
    """The form of the steps that need a reason."""
    with st.container(border=True):
        reason = st.text_area(say("deciding.reason", lang), max_chars=LONGEST, key=f"reason-{id}") or ""
        with st.container(horizontal=True):
            pressed = [one for one in steps if st.button(say(f"deciding.{one}.do", lang), key=f"{one}-{id}")]
    for action in pressed:
        act(partial(reject if action is Action.REJECT else send_back, id, reason), lang)


def approve(id: int, shown: Seen) -> Outcome:
    """Approves what was shown."""
    workflow.approve(identity.person(), id, *shown)
    return "deciding.approve.done", {"id": id}


def publish(id: int, at: datetime | None, correction: str) -> Outcome:
    """Publishes now, or at a moment."""
    done = workflow.publish(identity.person(), id, at, correction)
    if done.edition is None:
        return "deciding.publish.scheduled", {"id": id, "date": done.effective_at}
    return "deciding.publish.done", {"id": id, "number": done.edition}


def reject(id: int, reason: str) -> Outcome:
    """Ends a submission."""
    workflow.reject(identity.person(), id, reason)
    return "deciding.reject.done", {"id": id}


def send_back(id: int, reason: str) -> Outcome:
    """Takes an approval back."""
    workflow.send_back(identity.person(), id, reason)
    return "deciding.send_back.done", {"id": id}
