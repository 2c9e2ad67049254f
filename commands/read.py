"""`read`: a table in a file → its rows and what was found; nothing is kept."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.edition import edition
from commands.terminal import command, hand_over, in_words, option, tell
from text.lookup import say
from views.argument import WrongArgument

if TYPE_CHECKING:
    from desk.examine import Examination

_MOST_BYTES = 25 * 2**20


@command()
@click.argument("file", metavar="FILE")
@option("--region")
@option("--year")
@option("--price-basis", "basis")
@option("--unit")
@option("--number-format")
@option("--out", required=True)
@option("--problems", required=True)
@in_words
def read(file: str, out: str, problems: str, lang: str, basis: str | None, **asked: Any) -> int:
    """Worded by `put_into_words`."""
    from data.workbook import Answers
    from desk.examine import examine
    from views.answers import answers

    given = Answers(**answers(price_basis=basis, **asked))
    content = content_of(file, out, problems)
    examined = examine(content, Path(file).name, given, edition(None, None, lang))
    return write(examined, out, problems, lang)


def write(examined: Examination, out: str, problems: str, lang: str) -> int:
    """Writes the rows and the problems of an examination and says so; gives the exit code of `read`."""
    from exports import tidy
    from exports.problems import json

    hand_over(tidy.csv(examined.observations.drop(columns="reason")), out)
    hand_over(json(examined.problems), problems)
    tell(say("cli.read", lang, rows=len(examined.observations), problems=len(examined.problems), file=problems))
    return 2 if examined.refused else 0 if examined.clear else 1


def content_of(file: str, *written: str) -> bytes:
    """What stands in a file, so much of it as a file may hold and a byte more; it is none of those to be written."""
    if len({Path(name).resolve() for name in (file, *written)}) <= len(written):
        raise WrongArgument("cli.wrong.same_file")
    writable(*written)
    try:
        with Path(file).open("rb") as opened:
            return opened.read(_MOST_BYTES + 1)
    except OSError as error:
        raise WrongArgument("cli.wrong.file", found=file, cause=error.strerror) from error


def writable(*names: str) -> None:
    """WrongArgument for a file that cannot be written, because it is a folder or in none."""
    for name in names:
        if Path(name).is_dir() or not Path(name).parent.is_dir():
            raise WrongArgument("cli.wrong.out", found=name, cause=os.strerror(errno.ENOENT))
