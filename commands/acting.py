"""Who acts: the name of --by, in the mode that the environment says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from views.argument import WrongArgument, text

if TYPE_CHECKING:
    from desk.rights import Person


def acting(by: str) -> Person:
    """The person of that name: a known user unless the mode is local; `desk.users.UserProblem` where there is none."""
    from deploy import settings
    from desk import users

    try:
        mode = settings.mode()
    except settings.WrongSetting as unfit:
        raise WrongArgument(unfit.key, **unfit.slots) from unfit
    return users.named(text("--by", by), mode)


def in_mode(person: Person, lang: str) -> tuple[str, ...]:
    """That one person may do everything here, where it is so."""
    from desk.rights import Mode
    from text.lookup import say

    return (say("access.local", lang),) if person.mode is Mode.LOCAL else ()
