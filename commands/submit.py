"""`submit`: a table in a file → a submission that waits for another person's approval."""

from __future__ import annotations

from collections.abc import Mapping
from os import fsencode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.acting import acting, in_mode
from commands.read import content_of
from commands.terminal import answer, command, in_words, option, tell
from text.lookup import say, texts
from views.argument import WrongArgument, text

if TYPE_CHECKING:
    from data import store
    from desk.proposal import Proposal, Stop
    from desk.rights import Person
    from model.dimensions import Status

_TOLD = 20
"""Problems that are printed where a file cannot be submitted; `read` writes them all."""


@command()
@click.argument("file", metavar="FILE")
@option("--by", required=True)
@option("--region")
@option("--year")
@option("--price-basis", "basis")
@option("--unit")
@option("--number-format")
@click.option("--status", "statuses", multiple=True)
@option("--reason", default=[""])
@option("--fenomena", default=[""])
@click.option("--accept-dropped", is_flag=True)
@option("--source-publisher", default=[""])
@option("--source-table", default=[""])
@option("--source-title", default=[""])
@option("--source-url", default=[""])
@option("--source-dated", default=[""])
@in_words
def submit(file: str, by: str, lang: str, **said: Any) -> int:
    """Worded by `put_into_words`."""
    from desk.rights import Action, State, require

    person = acting(by)
    require(person, Action.SUBMIT, State.DRAFT, own=True)
    return hand_in(person, _proposal(file, **said), lang)


def hand_in(person: Person, proposal: Proposal, lang: str) -> int:
    """Hands a proposal in and says so; 1 where something stands in the way, which is said."""
    from desk import workflow
    from desk.proposal import stop

    stopped = stop(proposal)
    if stopped is not None:
        return _stopped(proposal, stopped, lang)
    made, new = workflow.submit(person, proposal)
    waits = say("terminal.submitted" if new else "terminal.submitted_before", lang, id=made.id)
    told = (*_compared(proposal, lang), *_unmarked(proposal, lang), *_unexplained(proposal, lang))
    answer(*in_mode(person, lang), *told, waits)
    return 0


def _proposal(
    file: str,
    statuses: tuple[str, ...],
    reason: str,
    fenomena: str,
    accept_dropped: bool,
    basis: str | None,
    **said: str,
) -> Proposal:
    """The proposal of a file, with all that was typed about it; WrongArgument for what does not fit."""
    from data.workbook import Answers
    from desk.origin import Source
    from desk.proposal import propose
    from views.answers import answers, source

    stated = {name.removeprefix("source_"): said.pop(name) for name in list(said) if name.startswith("source_")}
    given = Answers(**answers(price_basis=basis, **said))
    proposal = propose(
        content_of(file),
        fsencode(Path(file).name).decode(errors="replace"),
        given,
        source=Source(**source(**stated)),
        reason=text("--reason", reason),
        accept_dropped=accept_dropped,
    )
    return with_words(proposal, statuses, fenomena)


def with_words(proposal: Proposal, statuses: tuple[str, ...], fenomena: str) -> Proposal:
    """The proposal with a status for each period without a mark (as typed, else by the practice of BPS) and what is
    behind unusual figures."""
    from dataclasses import replace

    from views.answers import status

    explained = _explained(proposal, text("--fenomena", fenomena).strip())
    return replace(proposal, status=_statuses(proposal, status(statuses)), fenomena=explained)


def _explained(proposal: Proposal, fenomena: str) -> tuple[store.Fenomena, ...]:
    """What was typed, with each finding that asks for an explanation."""
    from data.store import Fenomena
    from views.fenomena import asked

    questions = asked(proposal.examination.problems) if fenomena else ()
    return tuple(Fenomena(one.code, one.subject, fenomena) for one in questions)


def _unexplained(proposal: Proposal, lang: str) -> tuple[str, ...]:
    """That findings ask for an explanation, where they do and none was typed."""
    from views.fenomena import asked

    lacking = len(asked(proposal.examination.problems)) - len(proposal.fenomena)
    return (say("terminal.unexplained", lang, count=lacking),) if lacking else ()


def _statuses(proposal: Proposal, typed: Mapping[str, Status]) -> dict[str, Status]:
    """How firm figures without a mark are, by period: as typed, else by the practice of BPS."""
    from data import store
    from desk.practice import beside
    from model.dimensions import Status

    rows = proposal.examination.observations
    unmarked = rows[rows["status"] == Status.UNKNOWN]["period"].unique()
    usual = beside(rows, store.edition(proposal.base).observations)
    return {period: typed.get(period, typed.get("", usual[period])) for period in sorted(unmarked)}


def _stopped(proposal: Proposal, stopped: Stop, lang: str) -> int:
    """Says what stands in the way, and each problem that does; a file that is refused is a wrong argument."""
    from desk.examine import STOPS
    from model.problems import Severity
    from text.problem import message

    problems = proposal.examination.problems
    if proposal.examination.refused:
        told = next(problem for problem in problems if problem.severity == Severity.REFUSE)
        raise WrongArgument("terminal.refused", problem=message(told, lang))
    tell(say(stopped.key, lang, **stopped.slots))
    hint = f"terminal.hint.{stopped.key.removeprefix('submit.')}"
    if hint in texts():
        tell(say(hint, lang))
    stopping = [problem for problem in problems if problem.severity in STOPS]
    for problem in stopping[:_TOLD]:
        tell(message(problem, lang))
    if len(stopping) > _TOLD:
        tell(say("terminal.more", lang, count=len(stopping) - _TOLD))
    return 1


def _unmarked(proposal: Proposal, lang: str) -> tuple[str, ...]:
    """How firm figures without a mark are taken to be, where there are any."""
    if not proposal.status:
        return ()
    periods: dict[str, list[str]] = {}
    for period, status in proposal.status.items():
        periods.setdefault(status, []).append(period)
    taken = "; ".join(f"{status} {', '.join(of)}" for status, of in periods.items())
    return (say("terminal.unmarked", lang, taken=taken),)


def _compared(proposal: Proposal, lang: str) -> tuple[str, ...]:
    """How many figures are new or revised, or that none is; and how many are equal only as rounded."""
    rounded = (say("changes.rounded", lang, count=proposal.rounded),) if proposal.rounded else ()
    if proposal.unchanged:
        return say("terminal.unchanged", lang, edition=proposal.base), *rounded
    kinds = proposal.examination.comparison["kind"].value_counts()
    count = {kind: int(kinds.get(kind, 0)) for kind in ("new", "revised", "equal")}
    return say("terminal.compared", lang, edition=proposal.base, **count), *rounded
