"""The terminal: `python cli.py COMMAND …`. It gathers the commands of `commands/` and holds nothing else."""

import click

from commands.bps import bps
from commands.editions import diff, editions, history
from commands.keeping import backup, restore, verify
from commands.read import read
from commands.regional import regional
from commands.steps import approve, publish, reject, rollback, send_back
from commands.submit import submit
from commands.table import sentence, table
from commands.terminal import Terminal
from commands.users import user


@click.group(cls=Terminal, no_args_is_help=True)
@click.help_option("--help")
def cli() -> None:
    """Worded by `put_into_words`."""


COMMANDS: tuple[click.Command, ...] = (
    *(table, sentence, regional, read),
    *(submit, approve, reject, send_back, publish, rollback),
    *(editions, diff, history),
    *(verify, backup, restore, user),
    bps,
)
for command in COMMANDS:
    cli.add_command(command)

if __name__ == "__main__":
    cli()
