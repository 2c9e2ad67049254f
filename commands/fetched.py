"""What `bps fetch` does with a table that came: rows and findings are written, and it is handed in where asked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from commands.edition import edition
from commands.read import writable, write
from commands.terminal import hand_over, tell
from text.lookup import regions, say
from views.argument import WrongArgument, choice, text

if TYPE_CHECKING:
    from data.webapi import Fetched, Wanted, WebApiError
    from desk.examine import Examination
    from desk.rights import Person
    from model.problems import Problem

MOST_YEARS = 40
_YEARS = re.compile("([12][0-9]{3})(?::([12][0-9]{3}))?")


@dataclass(frozen=True)
class Outputs:
    """The two files that a fetch writes, as `read` does; WrongArgument, before anything is asked, where it cannot."""

    out: str
    problems: str

    def __post_init__(self) -> None:
        if Path(self.out).resolve() == Path(self.problems).resolve():
            raise WrongArgument("cli.wrong.same_out")
        writable(self.out, self.problems)

    def write(self, examined: Examination, lang: str) -> int:
        """Writes the rows and the problems of an examination; gives the exit code of `read`."""
        return write(examined, self.out, self.problems, lang)

    def without(self, error: WebApiError, wanted: Wanted, lang: str) -> int:
        """Writes that a table did not arrive, and says why; where nothing was asked, the error itself."""
        from desk.fetching import problem
        from desk.refusals import sentence

        found = problem(error, wanted.table)
        if found is None:
            raise error
        self._refused(found)
        key, slots = sentence(error)
        tell(say(key, lang, **slots))
        return 2

    def _refused(self, found: Problem) -> None:
        from exports import tidy
        from exports.problems import json
        from model.observations import empty

        hand_over(tidy.csv(empty().drop(columns="reason")), self.out)
        hand_over(json((found,)), self.problems)


def asked_regions(typed: tuple[str, ...]) -> tuple[str, ...]:
    """The regions that are named, each once, in the order of BPS; all where none is."""
    named = [part.strip() for word in typed for part in word.split(",") if part.strip()]
    wanted = {choice("--region", one, regions()) for one in named} or set(regions())
    return tuple(code for code in regions() if code in wanted)


def asked_years(typed: str | None) -> tuple[int, ...]:
    """The years of `2025` or `2025:2026`; none where none is named."""
    if typed is None:
        return ()
    found = _YEARS.fullmatch(typed)
    first, last = (int(found[1]), int(found[2] or found[1])) if found else (1, 0)
    if not 0 <= last - first < MOST_YEARS:
        raise WrongArgument("cli.wrong.years", found=typed, most=MOST_YEARS)
    return tuple(range(first, last + 1))


def may_submit(by: str) -> Person:
    """Who hands in, asked before anything is fetched."""
    from commands.acting import acting
    from desk.rights import Action, State, require

    person = acting(by)
    require(person, Action.SUBMIT, State.DRAFT, own=True)
    return person


def examined(fetched: Fetched, outputs: Outputs, lang: str) -> int:
    """Writes what a fetched table holds; gives the exit code of `read`."""
    from desk.examine import examine

    return outputs.write(examine(fetched.content, fetched.name, None, edition(None, None, lang)), lang)


def submitted(
    fetched: Fetched, outputs: Outputs, person: Person, lang: str,
    statuses: tuple[str, ...], reason: str, fenomena: str, accept_dropped: bool,
) -> int:  # fmt: skip
    """The same, and hands the table in; 1 where something stands in the way."""
    from commands.submit import hand_in, with_words
    from desk.fetching import source
    from desk.proposal import propose

    proposal = propose(
        fetched.content,
        fetched.name,
        source=source(fetched),
        reason=text("--reason", reason),
        accept_dropped=accept_dropped,
    )
    code = outputs.write(proposal.examination, lang)
    return code if code == 2 else hand_in(person, with_words(proposal, statuses, fenomena), lang)
