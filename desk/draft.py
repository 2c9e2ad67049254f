"""A file that is worked on: what its analyst has said of it so far, as it is kept, and what is still to be said.

file ─ take in ─► draft (kept by the store, seen by its owner only) ─ complete ─► Proposal ─ `workflow.submit`
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from data import store
from data.workbook import Answers
from desk.origin import Source
from desk.proposal import Proposal, Stop, stop
from model.dimensions import Status
from views.answers import is_address, states_a_date
from views.fenomena import asked

STATES: tuple[str, ...] = (
    "new", "ready", "refused", "open_question", "contested", "nothing", "needs_reason", "fenomena", "url", "dated",
)  # fmt: skip
"""How far a draft is: not looked at, ready, or what stands in its way."""


@dataclass(frozen=True)
class Said:
    """What a person said of a file.

    `status` is given to unmarked figures by period, `fenomena` the reasons by the key of what asks (`views.fenomena`).
    `state` says how far the file was when it was last looked at: a word of `state_of`, or `new`.
    """

    answers: Answers = Answers()
    source: Source = Source()
    reason: str = ""
    accept_dropped: bool = False
    status: Mapping[str, Status] = field(default_factory=dict)
    fenomena: Mapping[str, str] = field(default_factory=dict)
    state: str = "new"

    def written(self) -> str:
        """As it is kept with a draft."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)

    @classmethod
    def read(cls, kept: str) -> "Said":
        """What was kept; what another version of the program kept otherwise counts as not said."""
        found = json.loads(kept) if kept else {}
        said = found if isinstance(found, dict) else {}
        statuses = _texts(said.get("status"))
        return cls(
            answers=Answers(**_of(Answers, said.get("answers"))),
            source=Source(**_of(Source, said.get("source"))),
            reason=str(said.get("reason", "")),
            accept_dropped=said.get("accept_dropped") is True,
            status={period: Status(code) for period, code in statuses.items() if code in set(Status)},
            fenomena=_texts(said.get("fenomena")),
            state=str(said["state"]) if said.get("state") in STATES else "new",
        )


def complete(examined: Proposal, said: Said, content: bytes = b"") -> Proposal:
    """The proposal of an examined file with all that was said of it; `content` only where it is to be handed in."""
    reasons = tuple(
        store.Fenomena(one.code, one.subject, said.fenomena[one.key].strip())
        for one in asked(examined.examination.problems)
        if said.fenomena.get(one.key, "").strip()
    )
    return replace(
        examined,
        content=content,
        source=said.source,
        reason=said.reason,
        accept_dropped=said.accept_dropped,
        status=said.status,
        fenomena=reasons,
    )


def stopped(proposal: Proposal) -> Stop | None:
    """The first thing that stands in the way: what stops any proposal, a reason that is lacking, a wrong source."""
    lacking = len(asked(proposal.examination.problems)) - len(proposal.fenomena)
    source = proposal.source
    return (
        stop(proposal)
        or (Stop("submit.fenomena", {"count": lacking}) if lacking else None)
        or (Stop("submit.url") if source.url and not is_address(source.url) else None)
        or (Stop("submit.dated") if source.dated and not states_a_date(source.dated) else None)
    )


def state_of(stop: Stop | None) -> str:
    """How far a file is, in a word of `STATES`.

    >>> state_of(None), state_of(Stop("submit.fenomena"))
    ('ready', 'fenomena')
    """
    return stop.key.removeprefix("submit.") if stop else "ready"


def _of(kind: type, kept: Any) -> dict[str, str]:
    """The fields of a dataclass that were kept as texts."""
    names = {one.name for one in fields(kind)}
    return {name: text for name, text in _texts(kept).items() if name in names}


def _texts(kept: Any) -> dict[str, str]:
    pairs = kept.items() if isinstance(kept, dict) else ()
    return {str(name): text for name, text in pairs if isinstance(text, str)}
