"""What takes effect later is nowhere before its moment, and everywhere right after, in one server that goes on.

Twenty made-up figures are planted in a release that is scheduled by the steps of the desk. A viewer opens every page,
takes every download, reads every file of an edition and the log: before the moment nothing of them is there, though an
approver of the same server is looking at them.
"""

import base64
import os
import re
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest
import requests

from data import store
from desk import workflow
from desk.rights import Person, Role
from model.items import INDUSTRIES, TOTAL
from model.observations import levels
from pages.parts.navigation import ADDRESSES
from tests.conftest import ROOT
from tests.office import Office, office
from tests.pages.kept_office import ORIGIN
from tests.server.visitor import MEDIA, Page, visiting
from text.numbers import number

pytestmark = pytest.mark.server
ITEMS = (*INDUSTRIES, "A.1", "A.2", TOTAL)
PLANTED = {item: round(61237.41 + 1379.53 * place, 2) for place, item in enumerate(ITEMS)}
AHEAD, LAST = 15.0, 4.0
"""Seconds from the last schedule to its moment, and before it from which on the last looks are taken."""
WITHIN = 4 * 5
"""Seconds after the moment within which everything shows: four times what is promised."""
COMPARED = ("rilis", "section=compare&older=18&newer=19")
LEVELS = ("pertumbuhan", "measure=level&period=2026&region=1275")
ENCODED = re.compile(rb'"bdata":"([A-Za-z0-9+/=\\]+)"')


def found_in(blobs: list[bytes]) -> set[float]:
    """Which planted figures stand somewhere: written, as bytes of a double, or in the arrays of a chart."""
    text = b"\n".join(blobs)
    arrays = b"".join(base64.b64decode(coded.replace(b"\\", b"")) for coded in ENCODED.findall(text))
    forms = {
        value: (number(value, "id").encode(), number(value, "en").encode(), repr(value).encode(),
                repr(value).replace(".", ",").encode(), struct.pack("<d", value))
        for value in PLANTED.values()
    }  # fmt: skip
    return {value for value, known in forms.items() if any(form in text or form in arrays for form in known)}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with an approver, whose server goes on through the whole of this module and is warm."""
    with office(tmp_path_factory.mktemp("embargo"), PDRB_WARM_UP="yes") as opened:
        opened.open_account("budi")
        opened.give("budi", "approver")
        until = time.monotonic() + 240
        while not requests.get(f"{opened.server}/healthz", timeout=30).json()["warm"]:
            assert time.monotonic() < until
            time.sleep(0.5)
        yield opened


BUDI = Person("budi", Role.APPROVER)


def planted() -> int:
    """Hands the figures in; gives the id of the submission."""
    obs = levels({item: {"2026": value} for item, value in PLANTED.items()}, status="very_preliminary")
    return store.submit(obs, "ana", ORIGIN, b"SINTETIS", "SINTETIS.csv")[0].id


def scheduled(id: int, ahead: float) -> float:
    """Approves and schedules the submission by the steps of the desk; gives the moment, in seconds of the clock."""
    workflow.approve(BUDI, id, store.submission(id).content_hash, store.edition().number)
    return workflow.publish(BUDI, id, store.now() + timedelta(seconds=ahead)).effective_at.timestamp()


def asked() -> Iterator[tuple[str, str]]:
    """Every page in both languages, as it opens and as somebody would ask who looks for what is to come."""
    for lang in ("id", "en"):
        for path in ADDRESSES.values():
            yield path, f"lang={lang}"
        for section in ("editions", "compare", "history", "calendar", "waiting", "reports"):
            yield "rilis", f"lang={lang}&section={section}"
    yield COMPARED
    yield LEVELS
    yield "pertumbuhan", "edition=19&measure=level&period=2026"
    yield "", f"as_of={(datetime.now(store.JAKARTA) + timedelta(hours=1)).strftime('%Y-%m-%dT%H:%M')}"
    yield "rilis", "section=history&item=G&period=2026"


def taken_along(home: Path) -> list[bytes]:
    """What the terminal prints of the editions, and the files of the editions."""
    commands = (["editions"], ["table", "--region", "1275", "--measure", "level"], ["diff", "18", "19"])
    environment = os.environ | {"PDRB_HOME": str(home)}
    printed = [
        subprocess.run([sys.executable, "cli.py", *words], cwd=ROOT, env=environment, capture_output=True, timeout=120)
        for words in commands
    ]
    files = [pd.read_parquet(path).to_csv().encode() for path in (home / "editions").glob("*.parquet")]
    assert files
    return [*(one.stdout + one.stderr for one in printed), *files]


def look(server: str, path: str, query: str) -> Page:
    with visiting(server, path, query) as page:
        page.download()
        return page


def test_what_was_planted_is_nowhere_before_its_moment_and_everywhere_after(
    here: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    server, home = here.server, here.home
    monkeypatch.setenv("PDRB_HOME", str(home))
    wanted, id = set(PLANTED.values()), planted()
    scheduled(id, 24 * 3600.0)
    with visiting(server, "rilis", "section=waiting", here.sign_in("budi")) as approver:
        assert found_in(approver.received) == wanted
        assert MEDIA.findall(b"\n".join(approver.received)) == []
    with visiting(server, *LEVELS) as open_page:
        pages = [look(server, path, query) for path, query in asked()]
        assert [found_in(page.received) for page in pages] == [set()] * len(pages)
        assert found_in(taken_along(home)) == set()

        workflow.send_back(BUDI, id, "lebih awal")
        moment = scheduled(id, AHEAD)
        time.sleep(max(moment - LAST - time.time(), 0))
        last = []
        while time.time() < moment:
            last.append(look(server, *(LEVELS, COMPARED)[len(last) % 2]))
        before = [page for page in last if page.until < moment]
        assert before and [found_in(page.received) for page in before] == [set()] * len(before)
        assert found_in(open_page.received) == set()

        while found_in(look(server, *COMPARED).received) != wanted:
            assert time.time() < moment + WITHIN
        shown = found_in(look(server, *LEVELS).received)
        offer = open_page.parts("auto_rerun")[0]
        open_page.received.clear()
        open_page.run(*LEVELS, fragment=offer)
        assert any(b"Edisi 19" in message for message in open_page.received)
        assert time.time() < moment + WITHIN
    assert len(shown) >= len(INDUSTRIES)
    assert found_in(taken_along(home)) == wanted
    assert found_in([(home / "log.txt").read_bytes()]) == set()
