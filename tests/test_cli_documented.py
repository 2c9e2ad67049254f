"""The commands that README and docs/terminal.md show: each works as it stands there."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import cli

ROOT = Path(__file__).parents[1]
SHOWN = re.compile(r"^ +python cli\.py ((?:table|sentence) .+)$", re.MULTILINE)
COMMANDS = [
    command
    for name in ("README.md", "docs/terminal.md")
    for command in SHOWN.findall((ROOT / name).read_text(encoding="utf-8"))
]


def test_both_documents_show_commands() -> None:
    assert len(COMMANDS) >= 6
    assert {shlex.split(command)[0] for command in COMMANDS} == {"table", "sentence"}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_works_as_it_is_written(command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(cli, shlex.split(command))
    assert (result.exit_code, result.stderr) == (0, "")
    written = [path for path in tmp_path.iterdir() if path.stat().st_size]
    assert len(result.stdout.splitlines()) > 1 or result.stdout.startswith(("Ekonomi", "The economy")) or written
