"""The key is nowhere: not in a log, an error, what is kept, what is printed, whatever goes wrong."""

import io
import logging
import os
import socket
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from data import store, webapi
from data.webapi import Wanted, WebApiError, ask
from tests.terminal import ROOT, run
from tests.webapi import fake
from tests.webapi.conftest import data
from text.lookup import say

ECHO = f"<html>/v1/api/{data(2025)}/key/{fake.KEY}</html>".encode()
TROUBLES: dict[str, Callable[[int, str], fake.Answer | None]] = {
    "time-out": fake.hangs(2.0),
    "401": lambda number, question: fake.said({"message": f"bad key {fake.KEY}"}, 401),
    "403": lambda number, question: fake.said({"message": f"bad key {fake.KEY}"}, 403),
    "403 HTML": lambda number, question: (403, {"Content-Type": "text/html"}, ECHO),
    "404": lambda number, question: fake.said({"message": f"no {fake.KEY}"}, 404),
    "500": lambda number, question: (500, {}, ECHO),
    "bad JSON": lambda number, question: (200, {}, b'{"a": "' + fake.KEY.encode()),
    "said": lambda number, question: fake.said({"status": "Error", "message": f"cannot {fake.KEY} do"}),
    "moved": lambda number, question: (302, {"Location": f"http://127.0.0.1:1/{fake.KEY}"}, b""),
    "cut": lambda number, question: (-1, {}, ECHO),
    "no answer": lambda number, question: (-2, {}, b""),
    "too large": lambda number, question: (200, {}, ECHO + b" " * (11 * 2**20)),
}  # fmt: skip


@pytest.fixture
def logged(monkeypatch: pytest.MonkeyPatch) -> Iterator[io.StringIO]:
    """Everything that anybody logs, down to the last detail, also what http.client prints when it is told to."""
    import http.client

    text = io.StringIO()
    handler, root = logging.StreamHandler(text), logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    monkeypatch.setattr(http.client.HTTPConnection, "debuglevel", 2)
    yield text
    root.removeHandler(handler)
    root.setLevel(level)


def spilled(error: BaseException) -> str:
    """All that can be read off an error: itself, what it came from, and every local variable of ours on the way."""
    told = traceback.TracebackException.from_exception(error, capture_locals=True)
    told.stack = traceback.StackSummary.from_list([frame for frame in told.stack if "/tests/" not in frame.filename])
    assert told.stack
    return "".join(told.format()) + repr(error) + str(vars(error)) + repr(error.__context__) + repr(error.__cause__)


def files(home: Path) -> bytes:
    """Everything that is kept, names of files too."""
    return b"".join(
        str(path).encode() + (path.read_bytes() if path.is_file() else b"") for path in sorted(home.rglob("*"))
    )


@pytest.mark.parametrize("trouble", TROUBLES.values(), ids=TROUBLES)
def test_no_failure_shows_the_key(
    bps: fake.Bps, home: Path, logged: io.StringIO, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch,
    trouble: Callable[[int, str], fake.Answer | None],
) -> None:  # fmt: skip
    monkeypatch.setattr(ask, "READ", 1.0)
    monkeypatch.setattr(ask, "TRIES", 2)
    bps.trouble = lambda number, question: trouble(number, question) if number > 1 else None
    with pytest.raises(WebApiError) as failed, webapi.asker() as asker:
        webapi.fetch(asker, Wanted(webapi.table("2775"), ("1275",), (2025, 2026)))
    printed = capfd.readouterr()
    sentences = [say(f"webapi.error.{failed.value.kind}", lang, **failed.value.slots) for lang in ("id", "en")]
    for place in (spilled(failed.value), logged.getvalue(), printed.out, printed.err, *sentences, repr(asker.__dict__)):
        assert fake.KEY not in place
    assert fake.KEY.encode() not in files(home) and files(home)
    assert "2775" in logged.getvalue()


def test_a_name_that_is_not_known_shows_it_no_more(
    bps: fake.Bps, logged: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*args: object, **named: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.delenv("BPS_WEBAPI_URL")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(WebApiError) as failed, webapi.asker() as asker:
        asker.ask(data(2025))
    assert fake.KEY not in spilled(failed.value) + logged.getvalue()


def test_an_answer_that_repeats_the_key_is_kept_without_it(bps: fake.Bps, home: Path) -> None:
    whole = bps.tables["2775"].answer([2025]) | {"related": [{"link": f"/key/{fake.KEY}/", "url": fake.KEY}]}
    bps.trouble = lambda number, question: fake.said(whole)
    with webapi.asker() as asker:
        made = webapi.fetch(asker, Wanted(webapi.table("2775"), ("1275",), (2025,)))
    assert fake.KEY.encode() not in made.content + files(home) and b"***" in made.content
    assert fake.KEY not in repr(made)


def test_what_is_handed_in_and_backed_up_does_not_hold_it(
    bps: fake.Bps, own_office: Path, tmp_path: Path, logged: io.StringIO
) -> None:
    words = ("--table", "2775", "--region", "1275", "--years", "2026")
    out, problems = tmp_path / "o.csv", tmp_path / "p.json"
    ran = run(
        "bps", "fetch", *words, "--out", out, "--problems", problems, "--submit", "--by", "ana", "--reason", "uji"
    )
    assert ran.code == 0, ran
    assert run("backup", tmp_path / "copy").code == 0
    kept = store.submission(int(ran.last))
    for place in (ran.out, ran.err, str(kept), logged.getvalue()):
        assert fake.KEY not in place
    assert fake.KEY.encode() not in files(own_office) + files(tmp_path / "copy") + store.file_of(kept.id)
    assert fake.KEY.encode() not in out.read_bytes() + problems.read_bytes()


def test_the_command_itself_shows_it_nowhere(bps: fake.Bps, home: Path, tmp_path: Path) -> None:
    bps.trouble = lambda number, question: fake.said({"message": f"bad key {fake.KEY}"}, 401)
    words = ["bps", "fetch", "--table", "2775", "--years", "2025", "--out", "o.csv", "--problems", "p.json"]
    done = subprocess.run(
        [sys.executable, "-X", "dev", str(ROOT / "cli.py"), *words],
        cwd=tmp_path, capture_output=True, env=os.environ | {"PYTHONWARNINGS": "default"}, check=False,
    )  # fmt: skip
    assert done.returncode == 2 and b"Traceback" not in done.stderr
    assert fake.KEY.encode() not in done.stdout + done.stderr + files(tmp_path)
    assert b"source_unreachable" in (tmp_path / "p.json").read_bytes()
    assert (tmp_path / "o.csv").read_text().count("\n") == 1
