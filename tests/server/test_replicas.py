"""Two replicas on one database: one dies and its viewers go on with the other; what one publishes the other shows.

The times are promised; the tests allow four times as much. `make campaign` counts what is reached.
"""

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from statistics import median

import pytest
import requests
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from data import store
from tests import terminal
from tests.office import XSRF
from tests.proxy import believed
from tests.replicas import NAMES, SEAT, Two, reported
from tests.viewer import Viewer

pytestmark = pytest.mark.server
BACK_WITHIN, SHOWN_WITHIN, SLACK = 10, 5, 4
"""Seconds promised, and how many times as much a test allows."""
VIEWERS = 4


@pytest.fixture(autouse=True)
def trusting(two: Two) -> Iterator[None]:
    with believed(two.folder):
        yield


@contextmanager
def viewers(two: Two, name: str, query: str = "region=1275") -> Iterator[list[Viewer]]:
    """Open pages on a replica."""
    opened = [Viewer(two.site, two.visitor(name), query) for _ in range(VIEWERS)]
    try:
        for viewer in opened:
            viewer.open()
            assert two.at(viewer.seat) == name
        yield opened
    finally:
        for viewer in opened:
            viewer.close()


@contextmanager
def in_store(two: Two, name: str) -> Iterator[None]:
    """This process works on the store as a replica does."""
    with pytest.MonkeyPatch.context() as environment:
        for variable, value in two.in_store(name).items():
            environment.setenv(variable, value)
        yield


def killed(two: Two, name: str) -> list[float]:
    """Kills a replica during use; after how many seconds each of its viewers has its page again, on the other one."""
    other = next(one for one in NAMES if one != name)
    with viewers(two, name) as leaving, viewers(two, other) as staying, ThreadPoolExecutor(2 * VIEWERS) as together:
        long = SLACK * BACK_WITHIN
        coming = [together.submit(viewer.back, long + 5) for viewer in leaving]
        time.sleep(0.5)
        began = time.monotonic()
        two.replicas[name].kill()
        try:
            taken = [one.result() - began for one in coming]
            assert {two.at(viewer.seat) for viewer in leaving} == {other}
            for viewer in staying:
                viewer.until(lambda message: message.WhichOneof("type") == "script_finished", within=long)
        finally:
            two.replicas[name].start()
    assert max(taken) < long
    return taken


def offered(message: ForwardMsg) -> bool:
    """Whether a message offers an edition that took effect after the page was drawn."""
    return "Edisi" in (body := message.delta.new_element.alert.body) and "berlaku" in body


def published(two: Two, name: str, folder: Path, factor: float) -> list[float]:
    """Publishes as one replica; after how many seconds each viewer of the other one is offered the edition."""
    other = next(one for one in NAMES if one != name)
    environment = two.in_store(name)
    with viewers(two, other) as reading, ThreadPoolExecutor(VIEWERS) as together:
        with in_store(two, name):
            number = store.edition().number
        file = terminal.written(folder, factor)
        made = terminal.process("submit", file, "--by", "ana", "--reason", "uji", **environment)
        assert made.code == 0, made
        assert terminal.process("approve", made.last, "--by", "budi", **environment).code == 0
        shown = [together.submit(viewer.until, offered, 60 + SLACK * SHOWN_WITHIN) for viewer in reading]
        told = terminal.process("publish", made.last, "--by", "budi", "--effective-at", "now", **environment)
        began = time.monotonic()
        assert (told.code, told.last) == (0, str(number + 1)), told
        taken = [max(0.0, one.result() - began) for one in shown]
    assert max(taken) < SLACK * SHOWN_WITHIN
    return taken


@pytest.fixture(scope="module")
def people(two: Two) -> None:
    for name, role in (("ana", "analyst"), ("budi", "approver")):
        two.office.give(name, role)


@pytest.mark.parametrize("name", NAMES)
def test_viewers_of_a_replica_that_dies_come_back_on_the_other(two: Two, name: str) -> None:
    killed(two, name)


def test_what_one_replica_publishes_the_other_shows(two: Two, people: None, tmp_path: Path) -> None:
    published(two, "a", tmp_path, 2.0)
    with in_store(two, "a"):
        first = store.edition()
    with in_store(two, "b"):
        assert store.edition().content_hash == first.content_hash and store.verify() == ()


def uploads(two: Two, visitor: requests.Session, name: str) -> int:
    """The status of a small upload into a page of one's own on a replica."""
    two.move(visitor, name)
    with two.office.page_of(visitor) as session:
        token = {"X-Xsrftoken": visitor.cookies.get(XSRF, "")}
        address = f"{two.site}/_stcore/upload_file/{session}/f"
        return visitor.put(address, headers=token, files={"file": ("uji.csv", b"SINTETIS;1")}, timeout=30).status_code


@pytest.fixture
def ana(two: Two, people: None) -> requests.Session:
    """The browser of an analyst who has signed in."""
    two.office.open_account("ana")
    return two.office.sign_in("ana")


def test_a_login_holds_on_both_replicas_and_outlives_one(two: Two, ana: requests.Session) -> None:
    assert [uploads(two, ana, name) for name in NAMES] == [204, 204]
    two.replicas["a"].kill()
    try:
        assert uploads(two, ana, "a") == 204 and two.at(ana.cookies[SEAT]) == "b"
    finally:
        two.replicas["a"].start()


def test_signing_out_on_one_replica_ends_the_login_on_the_other(two: Two, ana: requests.Session) -> None:
    thief = requests.Session()
    thief.cookies.update(ana.cookies)
    assert uploads(two, thief, "b") == 204
    two.move(ana, "a")
    assert ana.get(f"{two.site}/auth/logout", allow_redirects=False, timeout=10).status_code == 302
    until(lambda: uploads(two, thief, "b") == 403)
    assert uploads(two, thief, "a") == 403


def test_a_role_that_was_taken_away_is_gone_on_both_replicas(two: Two) -> None:
    two.office.open_account("rina")
    two.office.give("rina", "analyst")
    rina = two.office.sign_in("rina")
    assert uploads(two, rina, "b") == 204
    two.office.take("rina")
    assert [uploads(two, rina, name) for name in NAMES] == [403, 403]


def until(holds: Callable[[], bool]) -> None:
    """Waits until something holds that has to within a second."""
    end = time.monotonic() + SLACK
    while not holds():
        assert time.monotonic() < end


@pytest.mark.campaign
def test_twenty_deaths_and_twenty_editions(two: Two, people: None, tmp_path: Path) -> None:
    back = [taken for turn in range(20) for taken in killed(two, NAMES[turn % 2])]
    shown = [taken for turn in range(20) for taken in published(two, NAMES[turn % 2], tmp_path, 3.0 + turn)]
    counted = {
        "replicas killed": 20,
        "pages that came back": len(back),
        "back, median s": round(median(back), 2),
        "back, longest s": round(max(back), 2),
        "editions published on one replica": 20,
        "pages of the other that offered it": len(shown),
        "offered, median s": round(median(shown), 2),
        "offered, longest s": round(max(shown), 2),
    }
    reported("viewers", counted)
