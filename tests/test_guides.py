"""The guides: each is listed, what they link to is there, and the drill of the administrator works as it is written."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.settings import PROVIDER_KEYS
from tests.conftest import ROOT
from text.lookup import texts

GUIDES = ROOT / "docs" / "panduan"
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "bench").glob("*.md")])
LINK = re.compile(r"\]\((?!https?:|#)([^)#]+)")
QUOTED = re.compile(r"(?<![*\w])\*([A-Za-z][^*]{2,60})\*(?!\*)|“([^”]{3,80})”")
BLOCK = re.compile(r"(?:^    .+\n)+", re.MULTILINE)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_what_a_document_links_to_is_there(path: Path) -> None:
    asked = [target.strip() for target in LINK.findall(path.read_text(encoding="utf-8"))]
    assert [target for target in asked if not (path.parent / target).exists()] == []


def test_every_guide_is_listed() -> None:
    listed = set(LINK.findall((GUIDES / "README.md").read_text(encoding="utf-8")))
    assert {path.name for path in GUIDES.glob("*.md")} - {"README.md"} <= listed


@pytest.mark.parametrize("name", ["analis", "penyetuju", "pejabat", "administrator"])
def test_what_a_guide_quotes_from_the_screen_is_what_the_screen_says(name: str) -> None:
    guide = " ".join((GUIDES / f"{name}.md").read_text(encoding="utf-8").partition("\n---\n")[0].split())
    said = [re.sub(r"\{\w+\}", "19", leaf["id"]) for leaf in texts().values()]
    quoted = [quoted.rstrip(".") for found in QUOTED.findall(guide) for quoted in found if quoted]
    forms = {one: re.compile(".*".join(map(re.escape, one.split("…"))), re.IGNORECASE) for one in quoted}
    assert forms and [one for one, form in forms.items() if not any(map(form.search, said))] == []


def test_the_drill_of_the_administrator_gives_back_every_edition(own_store: Path, tmp_path: Path) -> None:
    guide = (GUIDES / "administrator.md").read_text(encoding="utf-8")
    (drill,) = [block for block in BLOCK.findall(guide) if "cli.py restore" in block]
    for old, new in {".venv/bin/python": sys.executable, "/var/backups/pdrb": "/c", "/var/tmp": ""}.items():
        assert old in drill
        drill = drill.replace(old, new if old.startswith(".") else f"{tmp_path}{new}")
    (tmp_path / "c").mkdir()
    kept = "rm -r"
    assert drill.count(kept) == 1
    ran = subprocess.run(
        ["bash", "-euo", "pipefail", "-c", drill.partition(kept)[0]],
        cwd=ROOT,
        capture_output=True,
        text=True,
        env=os.environ,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert (tmp_path / "pulih" / "pdrb.sqlite3").exists() and (tmp_path / "edisi-asli.csv").read_text().count(
        "\n"
    ) == 19
    assert subprocess.run(["bash", "-euc", f"rm -r{drill.partition(kept)[2]}"], cwd=ROOT).returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["c", "home"]


def test_the_guide_names_the_files_that_there_are() -> None:
    guide = (GUIDES / "administrator.md").read_text(encoding="utf-8")
    named = set(re.findall(r"deploy/([\w.@-]+\w)", guide))
    assert len(named) >= 5 and [name for name in named if not (ROOT / "deploy" / name).exists()] == []
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(re.search(rf"^    {key} = ", readme, re.MULTILINE) for key in PROVIDER_KEYS)
