"""What the checks want a reason (fenomena) for, and how a reason says what it is about."""

import json
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
        """What it is about, as it is kept with the reason: sheet, cells, what was found there, how many more."""
        first = self.problems[0]
        return json.dumps([first.sheet, first.where, first.found, len(self.problems) - 1], ensure_ascii=False)


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


def told(code: str, subject: str, lang: str) -> str:
    """What a reason is about, in a language (`id`, `en`); a subject that was kept in words stands as it is.

    >>> told("implausible_growth", '["Prod1", "C7", "1275 G constant_2010 2024: 23.50", 2]', "en")
    'sheet Prod1, C7: Kota Medan, Trade (G), constant 2010 prices, 2024: 23.50 (+2)'
    >>> told("implausible_growth", "Perdagangan, 2024", "en")
    'Perdagangan, 2024'
    """
    try:
        sheet, where, found, more = json.loads(subject)
    except (ValueError, TypeError):
        return subject
    words = about(Problem(code, sheet, where, found), lang)
    return f"{words} (+{more})" if more else words
