"""`user …`: the users of the office. Who can write the store is its administrator, so nobody is asked for."""

from __future__ import annotations

import click

from commands.terminal import answer, command, hand_over, in_words, option
from text.lookup import say
from views.argument import choice, text


@click.group("user", no_args_is_help=True)
@click.help_option("--help")
def user() -> None:
    """Worded by `put_into_words`."""


@command("add")
@click.argument("name", metavar="NAME")
@option("--role", required=True)
@in_words
def add(name: str, role: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from desk import users
    from desk.rights import Role

    made = users.add(users.TERMINAL, text("NAME", name), Role(choice("--role", role, Role)))
    answer(say("users.added", lang, name=made.name, role=role))
    return 0


@command("role")
@click.argument("name", metavar="NAME")
@option("--role", required=True)
@in_words
def set_role(name: str, role: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from desk import users
    from desk.rights import Role

    made = users.set_role(users.TERMINAL, text("NAME", name), Role(choice("--role", role, Role)))
    answer(say("users.changed", lang, name=made.name, role=role))
    return 0


@command("revoke")
@click.argument("name", metavar="NAME")
@in_words
def revoke(name: str, lang: str) -> int:
    """Worded by `put_into_words`."""
    from desk import users

    answer(say("users.revoked", lang, name=users.revoke(users.TERMINAL, text("NAME", name)).name))
    return 0


@command("list")
@in_words
def everyone(lang: str) -> int:
    """Worded by `put_into_words`."""
    from desk import users
    from exports.delimited import delimited

    rows = [(found.name, found.role or "") for found in users.everyone(users.TERMINAL)]
    hand_over(delimited(("name", "role"), rows))
    return 0


for one in (add, set_role, revoke, everyone):
    user.add_command(one)
