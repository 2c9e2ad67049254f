"""`verify`, `backup` and `restore`: whether the store is what it states, and copies of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.terminal import answer, command, in_words, option
from text.lookup import say
from views.argument import WrongArgument

if TYPE_CHECKING:
    from data import store

MISFITS: Mapping[str, str] = {
    "is missing": "misfit.missing",
    "a row is missing": "misfit.row",
    "is not as its last act left it": "misfit.act",
    "is not as it was saved": "misfit.saved",
    "belongs to no release": "misfit.stray",
    "is not the next in the order of the releases": "misfit.order",
    "the releases of its rows": "misfit.releases",
    "does not hold what its name says": "misfit.file",
}
"""What the store finds, and the words for it; a column is named, and what the engine says of itself stands as it is."""


@command()
@in_words
def verify(lang: str) -> int:
    """Worded by `put_into_words`."""
    from data import store

    store.reach()
    unfit = store.verify()
    if unfit:
        answer(*(_sentence(one, lang) for one in unfit))
        return 1
    answer(say("terminal.sound", lang, acts=len(store.acts()), head=store.head()))
    return 0


@command()
@click.argument("folder", metavar="DIR")
@in_words
def backup(folder: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from data import store
    from desk.rights import Action, require
    from desk.users import TERMINAL

    require(TERMINAL, Action.BACK_UP)
    _is_free(folder, "DIR")
    made = store.backup(Path(folder))
    answer(say("terminal.backed_up", lang, folder=folder, acts=made.acts, sha256=made.sha256))
    return 0


@command()
@click.argument("folder", metavar="DIR")
@option("--to", required=True)
@in_words
def restore(folder: str, to: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from data import store
    from desk.rights import Action, require
    from desk.users import TERMINAL

    require(TERMINAL, Action.BACK_UP)
    if not (Path(folder) / store.STATED).is_file():
        raise WrongArgument("cli.wrong.no_backup", found=folder)
    _is_free(to, "--to")
    made = store.restore(Path(folder), Path(to))
    answer(say("terminal.restored", lang, folder=to, acts=made.acts, head=made.head))
    return 0


def _is_free(folder: str, name: str) -> None:
    """WrongArgument for what is there and is no empty folder."""
    try:
        taken = any(Path(folder).iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise WrongArgument("cli.wrong.folder", option=name, found=folder, cause=error.strerror) from error
    if taken:
        raise WrongArgument("cli.wrong.not_empty", option=name, found=folder)


def _sentence(unfit: store.Misfit, lang: str) -> str:
    """What does not fit: where, what, and what was expected and found as far as known."""
    if unfit.what in MISFITS:
        what = say(MISFITS[unfit.what], lang)
    else:
        what = say("misfit.column", lang, name=unfit.what) if unfit.what.isidentifier() else unfit.what
    both = {"expected": unfit.expected, "found": unfit.found}
    told = [say(f"misfit.{name}", lang, value=value) for name, value in both.items() if value]
    return say("misfit.sentence", lang, where=unfit.where, what="; ".join([what, *told]))
