"""Examinations of drafts and what they would change, made once for a file, its answers and an edition.

Whether a person may see them is asked before, not here: the owner is part of what is asked for.
"""

from dataclasses import dataclass

from data import store
from data.kept import kept
from data.workbook import Answers
from desk.draft import Said
from desk.examine import Examination, examine
from desk.practice import newest_whole_year
from desk.proposal import Proposal
from model.dimensions import Status
from views import changes
from views.changes import Changes

KEPT = 12  # a large file holds some 30 MB


@dataclass(frozen=True)
class Examined:
    """A draft as examined beside the newest edition, without its file and without what was said of it.

    `newest` is the newest year that stands as a whole, in the edition or in the file, of the regions of the file.
    """

    proposal: Proposal
    newest: int

    @property
    def examination(self) -> Examination:
        return self.proposal.examination


def examined(owner: str, draft: str, answers: Answers) -> Examined:
    """The examination of a draft; store.Unknown where the owner has none of that id."""
    newest = store.edition()
    return _examined(owner, draft, answers, newest.number, newest.content_hash)


def changed(owner: str, draft: str, said: Said, lang: str) -> Changes:
    """What a draft would change in the newest edition, unmarked figures with the status that was said."""
    newest = store.edition()
    status = tuple(sorted(said.status.items()))
    return _changed(owner, draft, said.answers, newest.number, newest.content_hash, status, lang)


def newest_year() -> int:
    """The newest year that stands as a whole in the newest edition."""
    newest = store.edition()
    return _newest_year(newest.number, newest.content_hash)


@kept(KEPT)
def _examined(owner: str, draft: str, answers: Answers, number: int, content_hash: str) -> Examined:
    """The content hash keeps two editions of one number apart."""
    found, edition = store.draft(owner, draft), store.edition(number)
    examination = examine(found.content, found.name, answers, edition)
    rows = examination.observations
    own = edition.observations[edition.observations["region"].isin(rows["region"].unique())]
    proposal = Proposal(b"", found.name, answers, examination, number)
    return Examined(proposal, newest_whole_year(own, rows) or _newest_year(number, content_hash))


@kept(KEPT)
def _changed(
    owner: str, draft: str, answers: Answers, number: int, content_hash: str, status: tuple[tuple[str, Status], ...],
    lang: str,
) -> Changes:  # fmt: skip
    found = _examined(owner, draft, answers, number, content_hash).proposal
    rows = Proposal(b"", found.name, answers, found.examination, number, status=dict(status)).observations
    return changes.view(store.edition(number).observations, rows, lang)


@kept(KEPT)
def _newest_year(number: int, content_hash: str) -> int:
    return newest_whole_year(store.edition(number).observations) or 0
