"""The terminal's help and what click finds wrong, in our words."""

from collections.abc import Iterator, Sequence

import click

from model.dimensions import Measure
from text.lookup import say


def put_into_words(group: click.Group, lang: str) -> None:
    """Give commands and options their help in a language."""
    group.help = say("cli.help", lang)
    _word_options(group, lang)
    for name, command in _commands(group):
        command.help = say(f"cli.command.{name}", lang)
        _word_options(command, lang)


def wrong(error: click.ClickException, group: click.Group, lang: str) -> str:
    """What click found wrong, in one line."""
    if isinstance(error, click.MissingParameter) and error.param:
        return say("cli.wrong.missing", lang, option=_name(error.param))
    if isinstance(error, click.BadParameter) and error.param:
        return say("cli.wrong.repeated", lang, option=_name(error.param), found=error.message)
    if isinstance(error, click.NoSuchOption):
        return say("cli.wrong.no_option", lang, found=error.option_name)
    if isinstance(error, click.BadOptionUsage):
        return say("cli.wrong.no_value", lang, option=error.option_name)
    if isinstance(error, click.exceptions.NoSuchCommand):
        return say(
            "cli.wrong.command", lang, found=error.command_name, expected=", ".join(_near(error, group).commands)
        )
    return error.format_message()


def _commands(group: click.Group, above: str = "") -> Iterator[tuple[str, click.Command]]:
    """The commands below a group, each by the name of its words (`user_add`)."""
    for name, command in group.commands.items():
        key = f"{above}{name.replace('-', '_')}"
        yield key, command
        if isinstance(command, click.Group):
            yield from _commands(command, f"{key}_")


def _word_options(command: click.Command, lang: str) -> None:
    for option in command.params:
        if isinstance(option, click.Option):
            option.help = say(f"cli.option.{option.name}", lang, measures=", ".join(Measure))


def _near(error: click.UsageError, group: click.Group) -> click.Group:
    """The group whose command was looked for."""
    asked = error.ctx.command if error.ctx else group
    return asked if isinstance(asked, click.Group) else group


def values(words: Sequence[str], option: str) -> set[str]:
    """What follows an option among the words typed, before they are read."""
    after = {word for flag, word in zip(words, words[1:], strict=False) if flag == option}
    return after | {word.partition("=")[2] for word in words if word.startswith(f"{option}=")}


def _name(param: click.Parameter) -> str:
    """An option as it is typed, an argument as it stands in the help."""
    return param.opts[0] if isinstance(param, click.Option) else str(param.metavar or param.name)
