"""The page of the terminal: arguments → request → frame → bytes.

A wrong argument gets one line on stderr and exit code 2; a result that is empty or cannot be computed is a result, with
exit code 0. What is written is UTF-8 with `\\n` on every system.
"""

from __future__ import annotations

import errno
import io
import os
import re
import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from model.dimensions import Approach
from text.dates import day
from text.lookup import LANGUAGES, say
from views.argument import WrongArgument, choice
from views.usage import put_into_words, values, wrong

if TYPE_CHECKING:
    import pandas as pd

    from model.release import Edition
    from views.terminal import Request

FORMATS: tuple[str, ...] = ("csv", "json", "xlsx")

_NUMBER = re.compile("[0-9]{1,9}")
_MOST_BYTES = 25 * 2**20
_READER_IS_GONE = (errno.EPIPE, errno.EINVAL)


class Terminal(click.Group):
    """The commands, with help in the language asked for and one line for what does not fit."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        """Run a command and leave with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        lang = "en" if "en" in values(words, "--lang") else "id"
        put_into_words(self, lang)
        _speak_utf8()
        try:
            code = super().main(words, *rest, **(extra | {"standalone_mode": False}))
        except click.exceptions.NoArgsIsHelpError as bare:
            click.echo(bare.ctx.get_help() if bare.ctx else "")
            code = 0
        except click.ClickException as unread:
            code = _refuse(wrong(unread, self, lang))
        except WrongArgument as unfit:
            code = _refuse(say(unfit.key, lang, **unfit.slots))
        except click.Abort:
            code = 1
        sys.exit(code or 0)


def _once(_ctx: click.Context, option: click.Parameter, found: tuple[str, ...]) -> str | None:
    """The value of an option that may stand once; what is wrong is worded by `wrong`."""
    if len(found) > 1:
        raise click.BadParameter(", ".join(found), param=option)
    return found[0] if found else None


_option = partial(click.option, multiple=True, callback=_once)


@click.group(cls=Terminal, no_args_is_help=True)
@click.help_option("--help")
def cli() -> None:
    """Worded by `put_into_words`."""


@cli.command(context_settings={"allow_extra_args": True})
@_option("--region", required=True)
@_option("--measure", required=True)
@_option("--approach", default=[Approach.PRODUCTION.value])
@_option("--price-basis")
@_option("--frequency")
@click.option("--item", "items", multiple=True)
@_option("--period")
@_option("--base")
@_option("--edition")
@_option("--format", "notation", default=["csv"])
@_option("--out")
@_option("--lang", default=["id"])
@click.help_option("--help")
@click.pass_context
def table(ctx: click.Context, edition: str | None, notation: str, out: str | None, lang: str, **asked: Any) -> int:
    """Worded by `put_into_words`."""
    from views.terminal import frame, no_rows, request

    _fits(ctx, lang)
    wanted = request(**asked)
    _format_fits(notation, out)
    known = _edition(edition, lang)
    result = frame(known.observations, wanted)
    _hand_over(_written(result, notation, known, wanted, lang), out)
    if result.empty:
        _tell(no_rows(known.number, wanted, lang))
    return 0


@cli.command(context_settings={"allow_extra_args": True})
@_option("--region", required=True)
@_option("--period", required=True)
@_option("--edition")
@_option("--lang", default=["id"])
@click.help_option("--help")
@click.pass_context
def sentence(ctx: click.Context, region: str, period: str, edition: str | None, lang: str) -> int:
    """Worded by `put_into_words`."""
    from views.overview import finding
    from views.terminal import period_asked, region_asked

    _fits(ctx, lang)
    asked = region_asked(region), period_asked(period)
    _hand_over(f"{finding(_edition(edition, lang).observations, *asked, lang)}\n".encode(), None)
    return 0


@cli.command(context_settings={"allow_extra_args": True})
@click.argument("file", metavar="FILE")
@_option("--region")
@_option("--year")
@_option("--price-basis", "basis")
@_option("--unit")
@_option("--number-format")
@_option("--out", required=True)
@_option("--problems", required=True)
@_option("--lang", default=["id"])
@click.help_option("--help")
@click.pass_context
def read(ctx: click.Context, file: str, out: str, problems: str, lang: str, basis: str | None, **asked: Any) -> int:
    """Worded by `put_into_words`."""
    from data.workbook import Answers
    from desk.examine import examine
    from exports import tidy
    from exports.problems import json
    from views.answers import answers

    _fits(ctx, lang)
    given = Answers(**answers(price_basis=basis, **asked))
    content = _content(file, out, problems)
    examined = examine(content, Path(file).name, given, _edition(None, lang))
    _hand_over(tidy.csv(examined.observations.drop(columns="reason")), out)
    _hand_over(json(examined.problems), problems)
    _tell(say("cli.read", lang, rows=len(examined.observations), problems=len(examined.problems), file=problems))
    return 2 if examined.refused else 0 if examined.clear else 1


def _content(file: str, *written: str) -> bytes:
    """What stands in a file, so much of it as a file may hold and a byte more; it is none of those to be written."""
    if len({Path(name).resolve() for name in (file, *written)}) <= len(written):
        raise WrongArgument("cli.wrong.same_file")
    for name in written:
        if Path(name).is_dir() or not Path(name).parent.is_dir():
            raise WrongArgument("cli.wrong.out", found=name, cause=os.strerror(errno.ENOENT))
    try:
        with Path(file).open("rb") as opened:
            return opened.read(_MOST_BYTES + 1)
    except OSError as error:
        raise WrongArgument("cli.wrong.file", found=file, cause=error.strerror) from error


def _fits(ctx: click.Context, lang: str) -> None:
    """WrongArgument for a language there is not, or a word that follows no option."""
    choice("--lang", lang, LANGUAGES)
    if ctx.args:
        raise WrongArgument("cli.wrong.extra", found=" ".join(ctx.args))


def _format_fits(notation: str, out: str | None) -> None:
    choice("--format", notation, FORMATS)
    if notation == "xlsx" and not out:
        raise WrongArgument("cli.wrong.xlsx_out")


def _edition(number: str | None, lang: str) -> Edition:
    """The edition of that number, or the newest in effect."""
    from data import store

    try:
        if number is None or _NUMBER.fullmatch(number):
            return store.edition(None if number is None else int(number))
        newest = store.edition().number
    except store.NoEdition as none:
        newest = none.newest
    if not newest:
        raise WrongArgument("cli.wrong.no_edition", day=day(store.releases()[0].effective_at, lang))
    raise WrongArgument("cli.wrong.edition", found=number, newest=newest)


def _written(result: pd.DataFrame, notation: str, known: Edition, asked: Request, lang: str) -> bytes:
    """The result in a format of `FORMATS`."""
    from exports import tidy

    if notation == "csv":
        return tidy.csv(result)
    if notation == "json":
        return tidy.json(result)
    from exports.passport import issue
    from views.terminal import sources, title

    origins = known.origins(sources(known.observations, asked, result))
    return tidy.xlsx(result, issue(known, origins, *title(asked, lang)), lang)


def _hand_over(content: bytes, out: str | None) -> None:
    """Write to the file, else to stdout; a reader that has gone away is no error, a full disk is."""
    if out is not None:
        try:
            Path(out).write_bytes(content)
        except OSError as error:
            raise WrongArgument("cli.wrong.out", found=out, cause=error.strerror) from error
        return
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno not in _READER_IS_GONE:
            raise WrongArgument("cli.wrong.stdout", cause=error.strerror) from error


def _tell(line: str) -> None:
    """One line on stderr, whatever was typed into it."""
    click.echo("".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line), err=True)


def _refuse(line: str) -> int:
    _tell(line)
    return 2


def _speak_utf8() -> None:
    """UTF-8 and `\\n` on every system, whatever its code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")


if __name__ == "__main__":
    cli()
