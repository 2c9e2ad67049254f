"""The configuration of Caddy in `deploy/`, in a real Caddy before two replicas: what it adds, limits and survives."""

import subprocess
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests
from websockets.exceptions import ConnectionClosed

from tests.conftest import ROOT
from tests.proxy import believed, caddy, program
from tests.replicas import SEAT, Two, two_replicas
from tests.server.test_nginx import HEADERS, MIB
from tests.viewer import Viewer
from text.lookup import LANGUAGES, say

pytestmark = pytest.mark.server
BACK_WITHIN, SLACK = 10, 4
"""Seconds promised, and how many times as much a test allows."""


@pytest.fixture(scope="module")
def behind(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Two]:
    with two_replicas(tmp_path_factory.mktemp("caddy"), caddy) as made, believed(made.folder):
        yield made


def test_the_file_is_valid_and_formatted_as_caddy_wants_it() -> None:
    ours = ROOT / "deploy" / "Caddyfile"
    told = subprocess.run([program("caddy"), "fmt", ours], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == ours.read_text(encoding="utf-8").strip()


@pytest.mark.parametrize(
    ("method", "path", "size", "status"),
    [
        *(("GET", path, 0, 200) for path in ("/", "/tentang?lang=en", "/app/static/logo.svg", "/healthz")),
        ("GET", "/media/0.csv", 0, 404),
        ("GET", "/_stcore/metrics", 0, 404),
        ("GET", "/auth/logout", 0, 302),
        ("PUT", "/_stcore/upload_file/a/b", 10, 403),
    ],
)
def test_every_answer_carries_each_header_once(behind: Two, method: str, path: str, size: int, status: int) -> None:
    answer = requests.request(method, behind.site + path, data=b"0" * size, timeout=30, allow_redirects=False)
    assert answer.status_code == status
    assert {name: len(answer.raw.headers.getlist(name)) for name in HEADERS} == dict.fromkeys(HEADERS, 1)
    assert "Server" not in answer.headers


def test_the_cookies_travel_over_tls_only(behind: Two) -> None:
    behind.office.open_account("citra")
    visitor = behind.office.sign_in("citra")
    visitor.get(f"{behind.site}/_stcore/health", timeout=10)
    cookies = {cookie.name: cookie for cookie in visitor.cookies}
    assert {"_streamlit_user", "_streamlit_xsrf", SEAT} <= set(cookies)
    assert all(cookie.secure for cookie in cookies.values())
    hidden = {name for name, cookie in cookies.items() if cookie.has_nonstandard_attr("HttpOnly")}
    assert {"_streamlit_user", SEAT} <= hidden and "_streamlit_xsrf" not in hidden


def test_a_foreign_host_is_not_served(behind: Two) -> None:
    answer = requests.get(behind.site, headers={"Host": "evil.example"}, timeout=10)
    assert answer.text == "", "no site of that name"


def test_strangers_who_send_large_files_keep_nobody_out(behind: Two) -> None:
    for _ in range(6):
        answer = requests.put(f"{behind.site}/_stcore/upload_file/a/b", data=b"0" * (20 * MIB), timeout=30)
        assert (answer.status_code, answer.text) == (403, "Hanya analis yang boleh mengunggah berkas.")
        assert requests.get(f"{behind.site}/healthz", timeout=10).status_code == 200


def is_broken(viewer: Viewer) -> bool:
    """Whether the line of a page has ended."""
    try:
        viewer.until(lambda message: False, within=0.5)
    except ConnectionClosed:
        return True
    except TimeoutError:
        return False


def test_viewers_of_a_replica_that_dies_come_back_on_the_other(behind: Two) -> None:
    opened = [Viewer(behind.site) for _ in range(6)]
    for viewer in opened:
        viewer.open()
        first = viewer.seat
        viewer.visitor.get(f"{behind.site}/healthz", timeout=10)
        assert viewer.seat == first, "it stays with its replica"
    seats = [viewer.seat for viewer in opened]
    assert len(set(seats)) == 2
    behind.replicas["a"].kill()
    broken = [viewer for viewer in opened if is_broken(viewer)]
    with ThreadPoolExecutor(len(opened)) as together:
        for one in [together.submit(viewer.back, SLACK * BACK_WITHIN) for viewer in broken]:
            one.result()
    behind.replicas["a"].start()
    (dead,) = {seat for viewer, seat in zip(opened, seats, strict=True) if viewer in broken}
    assert [viewer in broken for viewer in opened] == [seat == dead for seat in seats], "the others saw nothing"
    assert all(viewer.seat != dead for viewer in opened)
    for viewer in opened:
        viewer.close()


def test_while_no_replica_answers_our_own_words_say_so(behind: Two) -> None:
    for replica in behind.replicas.values():
        replica.kill()
    try:
        answer = requests.get(f"{behind.site}/pertumbuhan", timeout=30)
        assert answer.status_code == 503
        assert all(answer.headers.get(name) for name in HEADERS)
        assert all(say("away.text", lang) in answer.text for lang in LANGUAGES)
    finally:
        for replica in behind.replicas.values():
            replica.start()
