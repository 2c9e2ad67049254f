"""The drafts of the person at the screen: files are taken in, one is chosen, one is dropped."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.scriptrunner import get_script_run_ctx
from streamlit.runtime.uploaded_file_manager import UploadedFile

from data import store
from data.store import DraftName
from desk.draft import Said, state_of, stopped
from desk.rights import Action, State, require
from model.problems import Problem, Severity
from pages.parts import identity
from pages.parts.choice import choice
from pages.parts.quoted import quoted
from pages.parts.upload.examined import examined
from text.lookup import say
from text.plain import plain
from text.problem import message

MOST = 50
"""Drafts that one person may have at a time."""
LONGEST_NAME = 200
NOTHING_SAID = Said()
_SEEN, _RENEWED = "draft_seen", "draft_renewed"
_ROUND, _REFUSED, _CHOSEN, _SAID = "upload_round", "upload_refused", "upload_draft", "upload_said"


def take_in(lang: str) -> None:
    """The place where files are dropped; each that can be read becomes a draft of its own, and is examined."""
    key = f"upload_files_{st.session_state.setdefault(_ROUND, 0)}"
    dropped = st.file_uploader(say("upload.drop", lang), accept_multiple_files=True, key=key)
    st.caption(say("upload.limits", lang))
    if dropped:
        files = [(plain(file.name, LONGEST_NAME), file.getvalue()) for file in dropped]
        _let_go(dropped)
        _keep_all(files, lang)
        st.session_state[_ROUND] += 1  # an empty place, so that no file is taken in twice
        st.rerun()


def outcomes(lang: str) -> None:
    """What became of the last step, told once; and the files that were refused, until the next ones come."""
    for kind, words in st.session_state.pop(_SAID, ()):
        (st.success if kind == "success" else st.warning)(words)
    for name, problem in st.session_state.get(_REFUSED, ()):
        st.error(f"{quoted(name, LONGEST_NAME)}: {message(problem, lang)}")


def tell(kind: str, words: str) -> None:
    """Keeps what is to be said after the page is drawn anew."""
    st.session_state.setdefault(_SAID, []).append((kind, words))


def chosen(lang: str) -> DraftName | None:
    """The draft that is worked on, chosen where there are several; None where there is none."""
    found = {draft.id: draft for draft in sorted(_own(), key=lambda draft: (draft.name, draft.id))}
    if not found:
        return None
    with st.container(horizontal=True, vertical_alignment="bottom"):
        label, round_ = say("upload.draft", lang, count=len(found)), st.session_state.get(_ROUND, 0)
        id = choice(_CHOSEN, tuple(found), lambda id: _label(found[id], lang), label, round_)
        if st.button(say("upload.drop_draft", lang), key="upload_drop"):
            forget(found[id])
            st.rerun()
    return found[id]


def keep(draft: DraftName, said: Said) -> None:
    """Keeps what was said of a draft, where that is not what is kept already."""
    if said.written() != draft.answers:
        owner = _owner(Action.EDIT)
        content = store.draft(owner, draft.id).content
        store.save_draft(owner, draft.name, content, said.written(), draft.id)
    st.session_state[f"{_SEEN}-{draft.id}"] = said.written()


def renewed(draft: DraftName) -> bool:
    """Whether another window has said something of the draft since this one last looked; its fields begin anew then."""
    seen = st.session_state.get(f"{_SEEN}-{draft.id}", draft.answers)
    st.session_state[f"{_SEEN}-{draft.id}"] = draft.answers
    if seen == draft.answers:
        return False
    st.session_state[f"{_RENEWED}-{draft.id}"] = st.session_state.get(f"{_RENEWED}-{draft.id}", 0) + 1
    return True


def field(draft: DraftName, name: str) -> str:
    """The key of a field about a draft."""
    times = st.session_state.get(f"{_RENEWED}-{draft.id}", 0)
    return f"{name}-{draft.id}" + (f"-{times}" if times else "")


def content(draft: DraftName) -> bytes:
    """The file of a draft."""
    return store.draft(_owner(Action.EDIT), draft.id).content


def forget(draft: DraftName) -> None:
    """Removes a draft that is done with."""
    store.drop_draft(_owner(Action.EDIT), draft.id)


def _own() -> tuple[DraftName, ...]:
    return store.draft_names(_owner(Action.EDIT))


def _owner(action: Action) -> str:
    """The person at the screen, where this person may do this to drafts of their own."""
    person = identity.person()
    require(person, action, State.DRAFT if action is Action.EDIT else None, own=True)
    return person.name


def _label(draft: DraftName, lang: str) -> str:
    state = Said.read(draft.answers).state
    return f"{plain(draft.name)} · {say(f'upload.state.{state}', lang)}"


def _keep_all(files: Sequence[tuple[str, bytes]], lang: str) -> None:
    """Takes files in, one after the other, and says how far it is."""
    st.session_state[_REFUSED] = []
    bar = st.progress(0.0)
    for place, (name, content) in enumerate(files):
        bar.progress(
            place / len(files), say("upload.progress", lang, place=place + 1, count=len(files), name=quoted(name))
        )
        if not is_room():
            tell("warning", say("upload.too_many", lang, count=MOST))
            break
        problem = keep_one(name, content)
        if problem:
            st.session_state[_REFUSED].append((name, problem))
    bar.empty()


def _let_go(files: Sequence[UploadedFile]) -> None:
    """Frees the memory of files that were read: Streamlit would hold them to the end of the session."""
    here = get_script_run_ctx()
    if here is not None and isinstance(here.uploaded_file_mgr, MemoryUploadedFileManager):
        for file in files:
            here.uploaded_file_mgr.remove_file(here.session_id, file.file_id)


def is_room() -> bool:
    """Whether this person may have one more draft."""
    return len(_own()) < MOST


def keep_one(name: str, content: bytes, said: Said = NOTHING_SAID) -> Problem | None:
    """Makes a file a draft and examines it; gives the problem of one that is refused, of which nothing is kept.

    `said` is what is known of a new draft already.
    """
    owner = _owner(Action.UPLOAD)
    twins = [draft for draft in _own() if draft.name == name and store.draft(owner, draft.id).content == content]
    id = twins[0].id if twins else store.save_draft(owner, name, content, said.written())
    found = examined(owner, id, said.answers).proposal
    refused = next((one for one in found.examination.problems if one.severity == Severity.REFUSE), None)
    if refused:
        store.drop_draft(owner, id)
        return refused
    if not twins:
        store.save_draft(owner, name, content, replace(said, state=state_of(stopped(found))).written(), id)
    st.session_state[_CHOSEN] = id
    return None
