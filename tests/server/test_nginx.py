"""The configuration of nginx in `deploy/`, in a real nginx before two replicas: what it adds, limits and never does."""

import re
import socket
import ssl
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
import requests

from tests.proxy import believed
from tests.replicas import SEAT, Two
from text.lookup import LANGUAGES, say

pytestmark = pytest.mark.server
HEADERS = (
    *("Strict-Transport-Security", "Content-Security-Policy", "X-Content-Type-Options", "X-Frame-Options"),
    "Referrer-Policy",
)
MIB = 1024 * 1024


def by_hand(site: str, head: str) -> str:
    """The first line of the answer to a request written by hand, over TLS."""
    at = urlsplit(site)
    with (
        socket.create_connection((at.hostname, at.port), timeout=10) as line,
        ssl.create_default_context().wrap_socket(line, server_hostname=at.hostname) as safe,
    ):
        safe.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n")
        return safe.recv(300).decode().splitlines()[0]


@pytest.fixture(autouse=True)
def trusting(two: Two) -> Iterator[None]:
    with believed(two.folder):
        yield


@pytest.mark.parametrize(
    ("method", "path", "size", "status"),
    [
        *(("GET", path, 0, 200) for path in ("/", "/tentang?lang=en", "/app/static/logo.svg", "/healthz")),
        ("GET", "/media/0.csv", 0, 404),
        ("GET", "/_stcore/metrics", 0, 404),
        ("GET", "/auth/logout", 0, 302),
        ("PUT", "/_stcore/upload_file/a/b", 10, 403),
        ("PUT", "/_stcore/upload_file/a/b", 22 * MIB, 413),
        ("POST", "/", MIB, 413),
        ("GET", "/away.html", 0, 404),
        ("GET", "/%00", 0, 400),
    ],
)
def test_every_answer_carries_each_header_once(two: Two, method: str, path: str, size: int, status: int) -> None:
    answer = requests.request(method, two.site + path, data=b"0" * size, timeout=30, allow_redirects=False)
    assert answer.status_code == status
    found = Counter(name.lower() for name in answer.raw.headers)
    assert {name: len(answer.raw.headers.getlist(name)) for name in HEADERS} == dict.fromkeys(HEADERS, 1), found
    assert answer.headers["Server"] == "nginx"


def test_plain_http_leads_to_tls(two: Two) -> None:
    (port,) = set(re.findall(r"listen 127\.0\.0\.1:(\d+);", (two.folder / "pdrb.conf").read_text()))
    answer = requests.get(f"http://localhost:{port}/struktur?region=12", timeout=10, allow_redirects=False)
    assert (answer.status_code, answer.headers["Location"]) == (301, f"{two.site}/struktur?region=12")


def test_a_browser_stays_with_its_replica_and_is_told_so_once(two: Two) -> None:
    for name in two.replicas:
        visitor = two.visitor(name)
        for path in ("/", "/healthz", "/pertumbuhan"):
            answer = visitor.get(two.site + path, timeout=30)
            assert "Set-Cookie" not in answer.headers and two.at(visitor.cookies[SEAT]) == name
    first = requests.get(two.site, timeout=30).headers["Set-Cookie"]
    assert re.fullmatch(rf"{SEAT}=\d+; Path=/; Secure; HttpOnly; SameSite=Lax", first)


def test_a_seat_that_there_is_not_is_given_anew(two: Two) -> None:
    for seat in ("1", "", "x y", "../../etc"):
        answer = requests.get(f"{two.site}/healthz", headers={"Cookie": f"{SEAT}={seat}"}, timeout=10)
        assert answer.status_code == 200 and two.at(answer.cookies[SEAT])


def test_the_cookies_of_a_login_travel_over_tls_only(two: Two) -> None:
    two.office.open_account("citra")
    visitor = two.office.sign_in("citra")
    visitor.get(f"{two.site}/_stcore/health", timeout=10)
    cookies = {cookie.name: cookie for cookie in visitor.cookies}
    assert {"_streamlit_user", "_streamlit_xsrf", SEAT} <= set(cookies)
    assert all(cookie.secure for cookie in cookies.values())
    hidden = {name for name, cookie in cookies.items() if cookie.has_nonstandard_attr("HttpOnly")}
    assert {"_streamlit_user", SEAT} <= hidden and "_streamlit_xsrf" not in hidden, "its page has to read that one"


def test_a_foreign_host_is_refused(two: Two) -> None:
    assert requests.get(two.site, headers={"Host": "evil.example"}, timeout=10).status_code == 421


def test_strangers_who_send_large_files_keep_nobody_out(two: Two) -> None:
    for _ in range(6):
        answer = requests.put(f"{two.site}/_stcore/upload_file/a/b", data=b"0" * (20 * MIB), timeout=30)
        assert (answer.status_code, answer.text) == (403, "Hanya analis yang boleh mengunggah berkas.")
        assert requests.get(f"{two.site}/healthz", timeout=10).status_code == 200


def test_whoever_asks_to_sign_in_without_end_is_told_to_wait(two: Two) -> None:
    def ask(_: int) -> requests.Response:
        return requests.get(f"{two.site}/auth/login", timeout=30, allow_redirects=False)

    with ThreadPoolExecutor(10) as together:
        held = [answer for answer in together.map(ask, range(150)) if answer.status_code == 429]
    assert held and all(answer.headers["X-Content-Type-Options"] == "nosniff" for answer in held)
    time.sleep(6)  # what is held back is given free again, for the tests that come after


def test_only_the_socket_of_a_page_becomes_another_protocol(two: Two) -> None:
    at = urlsplit(two.site).netloc
    asked = (
        f" HTTP/1.1\nHost: {at}\nConnection: Upgrade\nUpgrade: websocket\nOrigin: {two.site}\n"
        "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\nSec-WebSocket-Protocol: streamlit"
    )
    assert " 101 " in by_hand(two.site, f"GET /_stcore/stream{asked}")
    assert " 200 " in by_hand(two.site, f"GET /{asked}")
    assert " 403 " in by_hand(two.site, f"GET /_stcore/stream{asked}".replace(two.site, "https://evil.example"))


def test_the_code_of_the_identity_provider_is_in_no_log(two: Two) -> None:
    requests.get(f"{two.site}/oauth2callback?code=rahasia-sekali&state=x", timeout=10, allow_redirects=False)
    requests.get(f"{two.site}/healthz?seen", timeout=10)
    until = time.monotonic() + 30
    while "healthz?seen" not in (log := (two.folder / "access.txt").read_text()):  # written once the answer is gone
        assert time.monotonic() < until
    assert "rahasia-sekali" not in log


def test_while_no_replica_answers_our_own_words_say_so(two: Two) -> None:
    for replica in two.replicas.values():
        replica.kill()
    try:
        answer = requests.get(f"{two.site}/pertumbuhan", timeout=30)
        assert answer.status_code == 503
        assert all(answer.headers.get(name) for name in HEADERS)
        assert all(say("away.text", lang) in answer.text for lang in LANGUAGES) and "nginx" not in answer.text
    finally:
        for replica in two.replicas.values():
            replica.start()
    assert requests.get(two.site, timeout=30).status_code == 200
