"""The commands that README and docs/terminal.md show: each works as it stands there, steps in their order."""

import re
import shlex
from datetime import datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import cli
from data.store import moment
from tests.desk import office

ROOT = Path(__file__).parents[1]
SHOWN = re.compile(r"^ +python cli\.py ((?:table|sentence|regional) .+)$", re.MULTILINE)
COMMANDS = [
    command
    for name in ("README.md", "docs/terminal.md")
    for command in SHOWN.findall((ROOT / name).read_text(encoding="utf-8"))
]


def test_both_documents_show_commands() -> None:
    assert len(COMMANDS) >= 6
    assert {shlex.split(command)[0] for command in COMMANDS} == {"table", "sentence", "regional"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_works_as_it_is_written(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, shlex.split(command))
    assert (result.exit_code, result.stderr) == (0, "")
    written = [path for path in tmp_path.iterdir() if path.stat().st_size]
    assert len(result.stdout.splitlines()) > 1 or result.stdout.startswith(("Ekonomi", "The economy")) or written


STEPS = re.findall(r"^    python cli\.py (.+)$", (ROOT / "docs/terminal.md").read_text(encoding="utf-8"), re.MULTILINE)
NOON = datetime.fromisoformat("2026-11-24T12:00+07:00")


def test_the_steps_of_a_release_work_in_the_order_in_which_they_are_written(
    own_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """From a synthetic table, on the day for which they were written."""
    content, _ = office.book(10).content()
    monkeypatch.setattr(moment, "local", lambda: NOON)
    monkeypatch.setattr(moment, "of", lambda conn: NOON)
    monkeypatch.chdir(tmp_path)
    Path("tabel.xlsx").write_bytes(content)
    done = set()
    for step in STEPS:
        result = CliRunner().invoke(cli, shlex.split(step))
        assert (result.exit_code, result.exception) == (0, None), (step, result.output)
        done.add(step.split()[0])
    assert set(cli.commands) - done == {"reject", "send-back", "bps"}


def test_every_command_and_option_is_told_of() -> None:
    written = (ROOT / "docs/terminal.md").read_text(encoding="utf-8") + (ROOT / "docs/reading.md").read_text("utf-8")
    commands = [*cli.commands.values(), *cli.commands["user"].commands.values(), *cli.commands["bps"].commands.values()]
    options = {name for command in commands for option in command.params for name in option.opts if name[:2] == "--"}
    told = (
        set(re.findall(r"`(?:user |bps )?([a-z-]+)", written))
        | set(re.findall(r"`([a-z-]+)", written))
        | set(re.findall(r"--[a-z-]+", written))
    )
    assert {command.name for command in commands} | options - {"--help"} <= told
