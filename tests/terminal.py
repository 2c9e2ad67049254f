"""Commands of the terminal run in this process or in one of their own, and synthetic tables to hand in.

No figure made here is a statistic.
"""

import csv
import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from cli import cli
from data import store
from tests.desk.office import book

ROOT = Path(__file__).resolve().parent.parent
ANNUAL = 1
"""A seed of a table of years, without a mark, at constant prices."""


@dataclass(frozen=True)
class Ran:
    """What a command did: its exit code and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def last(self) -> str:
        """The last word on stdout."""
        return self.out.split()[-1]

    @property
    def rows(self) -> list[dict[str, str]]:
        """What was printed, as CSV."""
        return list(csv.DictReader(io.StringIO(self.out)))

    @property
    def refused(self) -> bool:
        """Whether one line on stderr says what does not fit, and nothing else is told."""
        return (self.code, self.out, self.err.count("\n")) == (2, "", 1) and self.err.endswith("\n")


def run(*words: object) -> Ran:
    """A command in this process."""
    result = CliRunner().invoke(cli, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def process(*words: object, **environment: str) -> Ran:
    """A command in a process of its own."""
    done = subprocess.run(
        [sys.executable, "cli.py", *map(str, words)],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", env=os.environ | environment, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


def written(folder: Path, factor: float = 1.0, title: str | None = None, spoilt: bool = False) -> Path:
    """A file with a synthetic table of years; its figures times a factor, under another title, or with a broken sum."""
    made = book(ANNUAL)
    made.form = "csv"
    (table,) = made.tables
    table.title = table.title if title is None else title
    for row in table.rows:
        row.values = [round((value or 0.0) * factor, table.digits) for value in row.values]
    if spoilt:
        table.row("C").values[1] = 1.0
    path = folder / f"sintetis-{factor}{'-rusak' if spoilt else ''}.csv"
    path.write_bytes(made.content()[0])
    return path


def known_people() -> None:
    """Made-up users: two of each role that acts on figures, a viewer, an admin, and one whose role is gone."""
    for name, role in (("ana", "analyst"), ("ani", "analyst"), ("budi", "approver"), ("beni", "approver")):
        store.set_user(name, role, "test")
    store.set_user("vera", "viewer", "test")
    store.set_user("adi", "admin", "test")
    store.set_user("gone", "approver", "test", active=False)


def submitted(folder: Path, factor: float = 1.0, by: str = "ana") -> str:
    """The id of a synthetic table that waits."""
    ran = run("submit", written(folder, factor), "--by", by)
    assert ran.code == 0, ran
    return ran.last


def approved(folder: Path, factor: float = 1.0, by: str = "budi") -> str:
    """The id of one that is approved."""
    made = submitted(folder, factor)
    assert run("approve", made, "--by", by).code == 0
    return made


def published(folder: Path, factor: float = 1.0, effective_at: str = "now") -> str:
    """The last word of publishing one: the number of the edition, or the moment."""
    ran = run("publish", approved(folder, factor), "--by", "budi", "--effective-at", effective_at)
    assert ran.code == 0, ran
    return ran.last
