"""The terminal: `python cli.py COMMAND …`. It gathers the commands of `commands/` and holds nothing else."""

import click

from commands.read import read
from commands.table import sentence, table
from commands.terminal import Terminal


@click.group(cls=Terminal, no_args_is_help=True)
@click.help_option("--help")
def cli() -> None:
    """Worded by `put_into_words`."""


for command in (table, sentence, read):
    cli.add_command(command)

if __name__ == "__main__":
    cli()
