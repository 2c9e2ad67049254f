"""The edition that a command reads: by its number, by a moment, else the newest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from views.argument import WrongArgument

if TYPE_CHECKING:
    from model.release import Edition

_NUMBER = re.compile("[0-9]{1,9}")


def edition(number: str | None, as_of: str | None, lang: str) -> Edition:
    """The edition of that number, the one that was known at a moment, or the newest in effect."""
    from data import store

    if as_of is not None:
        return _known_at(number, as_of, lang)
    try:
        if number is None or _NUMBER.fullmatch(number):
            return store.edition(None if number is None else int(number))
        newest = store.edition().number
    except store.NoEdition as none:
        newest = none.newest
    if not newest:
        raise WrongArgument("cli.wrong.no_edition", day=_first_day(lang))
    raise WrongArgument("cli.wrong.edition", found=number, newest=newest)


def _known_at(number: str | None, as_of: str, lang: str) -> Edition:
    from commands.moments import known_at
    from data import store

    if number is not None:
        raise WrongArgument("cli.wrong.edition_and_as_of")
    moment = known_at(as_of)
    try:
        return store.as_of(moment)
    except store.NoEdition:
        raise WrongArgument("cli.wrong.before_first", found=as_of, day=_first_day(lang)) from None


def _first_day(lang: str) -> str:
    """The day on which the first edition takes effect."""
    from data import store
    from text.dates import day

    return day(store.releases()[0].effective_at, lang)


def numbered(name: str, found: str) -> int:
    """The number that an argument is; WrongArgument for anything else."""
    if not _NUMBER.fullmatch(found):
        raise WrongArgument("cli.wrong.number", option=name, found=found)
    return int(found)
