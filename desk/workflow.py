"""What is done to releases: the steps from a file to an edition, each asking first whether this person may.

    propose ─ submit ─► waiting ─ approve ─► approved ─ publish ─► published, or scheduled until its moment
                           └─ reject ─► rejected    └─ send_back ─► returned ─ approve …
    roll_back ─► waiting (what gives an older edition back)

Refused are `desk.rights.Refused` (who, whose, or in which state), `NotReady` (the proposal) and `data.store.Refused`
(what the store holds against it); nothing is written then. `desk.refusals.sentence` has the words for all of them.
"""

from dataclasses import asdict, dataclass, field
from datetime import datetime

import pandas as pd

from data import store
from desk import origin
from desk.proposal import Proposal, Stop, stop
from desk.rights import Action, Person, State, allowed, require
from model.release import Edition


class NotReady(ValueError):
    """A proposal that cannot be handed in; `stop` says why."""

    def __init__(self, stopped: Stop) -> None:
        super().__init__(stopped.key)
        self.stop = stopped


@dataclass(frozen=True)
class Comparison:
    """A submission beside the newest edition: what an approver sees, and what an approval is bound to."""

    submission: store.Submission
    observations: pd.DataFrame = field(repr=False, compare=False)
    edition: Edition = field(repr=False)
    fenomena: tuple[store.Fenomena, ...] = ()


def submit(person: Person, proposal: Proposal) -> tuple[store.Submission, bool]:
    """Hands a proposal in; gives the submission, and whether it is new. NotReady where something stands in the way."""
    require(person, Action.SUBMIT, State.DRAFT, own=True)
    stopped = stop(proposal)
    if stopped is not None:
        raise NotReady(stopped)
    day = datetime.now(store.JAKARTA).date()
    return store.submit(
        proposal.observations,
        person.name,
        origin.origin(proposal.source, proposal.name, day),
        proposal.content,
        proposal.name,
        person.mode,
        {name: answer for name, answer in asdict(proposal.answers).items() if answer is not None},
        proposal.reason.strip(),
        fenomena=proposal.fenomena,
    )


def roll_back(person: Person, edition: int, reason: str) -> store.Submission:
    """Hands in what gives an older edition back; somebody else approves it."""
    require(person, Action.ROLL_BACK)
    if not reason.strip():
        raise NotReady(Stop("submit.reason_missing"))
    return store.roll_back(edition, person.name, reason.strip(), person.mode)


def inspect(person: Person, id: int) -> Comparison:
    """A submission with its rows and the newest edition, as who may see it sees it."""
    found = _asked(person, Action.INSPECT, id)
    return Comparison(found, store.observations_of(id), store.edition(), store.fenomena_of(id))


def listed(person: Person, *states: State) -> tuple[store.Submission, ...]:
    """The submissions in these states (in any when none is named) that this person may see, oldest first."""
    return tuple(
        found
        for found in store.submissions(*states)
        if allowed(person, Action.INSPECT, State(found.state), found.created_by == person.name)
    )


def approve(person: Person, id: int, content_hash: str, base: int) -> store.Submission:
    """Approves what the person has seen: the content by its hash, compared with edition `base`."""
    _asked(person, Action.APPROVE, id)
    return store.approve(id, person.name, content_hash, base, person.mode)


def reject(person: Person, id: int, reason: str) -> store.Submission:
    """Ends a submission, with a reason."""
    return _with_reason(person, Action.REJECT, id, reason)


def send_back(person: Person, id: int, reason: str) -> store.Submission:
    """Takes an approval back, with a reason; also of what is scheduled and has not taken effect."""
    return _with_reason(person, Action.SEND_BACK, id, reason)


def publish(person: Person, id: int, effective_at: datetime | None = None, correction: str = "") -> store.Published:
    """Publishes what is approved, now or at a later moment (with its time zone).

    `correction` announces it to everybody as one, and says what was wrong.
    """
    _asked(person, Action.PUBLISH if effective_at is None else Action.SCHEDULE, id)
    if correction.strip():
        require(person, Action.CORRECT)
    return store.publish(id, person.name, effective_at, person.mode, correction.strip())


def _with_reason(person: Person, action: Action, id: int, reason: str) -> store.Submission:
    _asked(person, action, id)
    if not reason.strip():
        raise NotReady(Stop("submit.reason_missing"))
    done = store.reject if action is Action.REJECT else store.send_back
    return done(id, person.name, reason.strip())


def _asked(person: Person, action: Action, id: int) -> store.Submission:
    """The submission, where this person may do this to it as it stands."""
    found = store.submission(id)
    require(person, action, State(found.state), own=found.created_by == person.name)
    return found
