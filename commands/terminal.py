"""What all commands share: help and refusals in words, options that stand once, and what is written where.

A wrong argument, and what the store or the rights refuse, gets one line on stderr and exit code 2. What is written is
UTF-8 with `\\n` on every system.
"""

from __future__ import annotations

import errno
import io
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial, wraps
from pathlib import Path
from typing import Any, NoReturn

import click

from text.lookup import LANGUAGES, say
from views.argument import WrongArgument, choice
from views.usage import put_into_words, values, wrong

_READER_IS_GONE = (errno.EPIPE, errno.EINVAL)


class Terminal(click.Group):
    """The commands, with help in the language asked for and one line for what does not fit."""

    def main(self, args: Sequence[str] | None = None, *rest: Any, **extra: Any) -> NoReturn:
        """Run a command and leave with its exit code."""
        words = list(sys.argv[1:] if args is None else args)
        lang = "en" if "en" in values(words, "--lang") else "id"
        if "--help" in words:  # reading all words takes a while, which those who want figures need not wait
            put_into_words(self, lang)
        _speak_utf8()
        try:
            code = super().main(words, *rest, **(extra | {"standalone_mode": False}))
        except click.exceptions.NoArgsIsHelpError as bare:
            put_into_words(self, lang)
            click.echo(bare.ctx.get_help() if bare.ctx else "")
            code = 0
        except click.ClickException as unread:
            code = _refuse(wrong(unread, self, lang))
        except WrongArgument as unfit:
            code = _refuse(say(unfit.key, lang, **unfit.slots))
        except click.Abort:
            code = 1
        except _refusals() as refused:
            code = _refuse(_sentence(refused, lang))
        sys.exit(code or 0)


def _refusals() -> tuple[type[Exception], ...]:
    """What a step may refuse with; asked for only once something was raised."""
    from desk.refusals import REFUSALS

    return REFUSALS


def _sentence(refused: Exception, lang: str) -> str:
    from commands.moments import told
    from desk.refusals import sentence

    key, slots = sentence(refused)
    return " ".join(say(key, lang, **{name: told(slot) for name, slot in slots.items()}).split())


def _once(_ctx: click.Context, option: click.Parameter, found: tuple[str, ...]) -> str | None:
    """The value of an option that may stand once; what is wrong is worded by `wrong`."""
    if len(found) > 1:
        raise click.BadParameter(", ".join(found), param=option)
    return found[0] if found else None


option = partial(click.option, multiple=True, callback=_once)
"""An option that may stand once."""

command = partial(click.command, context_settings={"allow_extra_args": True})
"""A command; `in_words`, which stands next to its function, says what is too much."""


def in_words(function: Callable[..., int]) -> Callable[..., int]:
    """Adds --lang and --help behind the options of a command; WrongArgument for a word that follows no option."""

    @option("--lang", default=["id"])
    @click.help_option("--help")
    @click.pass_context
    @wraps(function)
    def run(ctx: click.Context, lang: str, **asked: Any) -> int:
        choice("--lang", lang, LANGUAGES)
        if ctx.args:
            raise WrongArgument("cli.wrong.extra", found=" ".join(ctx.args))
        return function(lang=lang, **asked)

    return run


def hand_over(content: bytes, out: str | None = None) -> None:
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


def answer(*lines: str) -> None:
    """Lines on stdout."""
    hand_over("".join(f"{printable(line)}\n" for line in lines).encode())


def tell(line: str) -> None:
    """One line on stderr, whatever was typed into it."""
    click.echo(printable(line), err=True)


def printable(line: str) -> str:
    """The line without what a terminal acts on."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)


def _refuse(line: str) -> int:
    tell(line)
    return 2


def _speak_utf8() -> None:
    """UTF-8 and `\\n` on every system, whatever its code page."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", newline="\n")
