"""What the checks want a reason (fenomena) for, and how a reason says what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass

from model.problems import Problem
from text.problem import about

ASKING: tuple[str, ...] = (
    "growth_unlike_history",
    "implausible_growth",
    "implausible_deflator_growth",
    "deflator_against_province",
    "swapped_quarters",
    "regions_differ",
)
"""The codes whose sentence asks for a reason where the figures are right."""
MOST = 12
"""More problems of one code than this are explained together."""


@dataclass(frozen=True)
class Asked:
    """A reason that is asked for: its key in a draft, and the problems of one code that it explains."""

    key: str
    code: str
    problems: tuple[Problem, ...]

    @property
    def subject(self) -> str:
        """What it is about, in Indonesian, as it is kept with the reason."""
        first = about(self.problems[0], "id")
        return first if len(self.problems) == 1 else f"{first} (+{len(self.problems) - 1})"


def asked(problems: Sequence[Problem]) -> tuple[Asked, ...]:
    """The reasons that these problems ask for, in their order."""
    found: list[Asked] = []
    for code in ASKING:
        own = tuple(problem for problem in problems if problem.code == code)
        if len(own) > MOST:
            found.append(Asked(code, code, own))
        else:
            found += [Asked(f"{code}|{one.sheet}|{one.where}|{one.found}", code, (one,)) for one in own]
    return tuple(found)
