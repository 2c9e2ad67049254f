"""What an analyst hands in, and what stands in the way of handing it in.

examination + answers → Proposal → `workflow.submit`; the rules are those of the terminal and of the page alike.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from data import store
from data.workbook import Answers
from desk.examine import Examination, examine
from desk.origin import Source
from model.dimensions import Status
from model.problems import Problem, Severity
from stats.revision import LEAST

DROPS: frozenset[str] = frozenset({"duplicate_industry", "conflicting_values", "identical_price_bases"})
"""Blocks that leave out the contested rows only, so that the rest may be handed in once somebody agrees."""


@dataclass(frozen=True)
class Stop:
    """Why a proposal cannot be handed in: `key` is that of the sentence, `slots` what it names."""

    key: str
    slots: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Proposal:
    """A file with all that a person said about it.

    `base` is the number of the edition that it was compared with; `status` is given to rows that bear no mark.
    """

    content: bytes = field(repr=False)
    name: str
    answers: Answers
    examination: Examination = field(repr=False)
    base: int
    source: Source = Source()
    reason: str = ""
    accept_dropped: bool = False
    status: Mapping[str, Status] = field(default_factory=dict)
    fenomena: tuple[store.Fenomena, ...] = ()

    @property
    def observations(self) -> pd.DataFrame:
        """The rows that would be handed in, with the status that was given for their period where no mark says one."""
        rows = self.examination.observations
        said = {period: given.value for period, given in self.status.items()}
        given = rows["period"].map(lambda period: said.get(period, Status.UNKNOWN.value))
        return rows.assign(status=rows["status"].where(rows["status"].ne(Status.UNKNOWN), given).astype("str"))

    @property
    def unchanged(self) -> bool:
        """Whether every value equals that of the present edition."""
        return bool(self.examination.comparison["kind"].eq("equal").all())

    @property
    def rounded(self) -> int:
        """How many values are equal as far as they are printed, and yet printed otherwise."""
        rows = self.examination.comparison
        return int((rows["kind"].eq("equal") & rows["size"].abs().gt(LEAST)).sum())


def propose(content: bytes, name: str, answers: Answers | None = None, **said: object) -> Proposal:
    """The proposal of a file, examined beside the newest edition in effect; `said` are fields of `Proposal`."""
    given, newest = answers or Answers(), store.edition()
    examined = examine(content, name, given, newest)
    return Proposal(content, name, given, examined, newest.number, **said)  # type: ignore[arg-type]


def stop(proposal: Proposal) -> Stop | None:
    """The first thing that stands in the way; None where the proposal can be handed in.

    In order: the file is refused, a question is open, rows are contested (agree and give a reason), nothing is left,
    an error stands (give a reason).
    """
    problems = proposal.examination.problems
    if any(problem.severity == Severity.REFUSE for problem in problems):
        return Stop("submit.refused")
    asked = _of(problems, Severity.NEEDS_ANSWER)
    contested = _of(problems, Severity.BLOCK)
    asked += [problem for problem in contested if problem.code not in DROPS]
    if asked:
        return Stop("submit.open_question", {"count": len(asked)})
    reason = bool(proposal.reason.strip())
    if contested and not (proposal.accept_dropped and reason):
        return Stop("submit.contested", {"count": len(contested)})
    if proposal.examination.observations.empty:
        return Stop("submit.nothing")
    errors = _of(problems, Severity.ERROR)
    if errors and not reason:
        return Stop("submit.needs_reason", {"count": len(errors)})
    return None


def _of(problems: tuple[Problem, ...], severity: Severity) -> list[Problem]:
    return [problem for problem in problems if problem.severity == severity]
