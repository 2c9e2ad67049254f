"""What the server answers, with which headers, and what it refuses: asked over HTTP."""

import re
import socket
from urllib.parse import urlsplit

import pytest
import requests
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect

pytestmark = pytest.mark.server
PAGES = ("", "pertumbuhan", "perdagangan-jasa", "struktur", "tentang")


def status_of(server: str, head: str, body: bytes = b"") -> str:
    """The first line of the answer to a request written by hand."""
    at = urlsplit(server)
    with socket.create_connection((at.hostname, at.port), timeout=10) as line:
        line.sendall(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
        return line.recv(200).decode().splitlines()[0]


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("accepted", ["gzip", "identity"])
def test_each_page_is_our_document_in_indonesian(server: str, page: str, accepted: str) -> None:
    answer = requests.get(f"{server}/{page}", headers={"Accept-Encoding": accepted}, timeout=10)
    assert answer.status_code == 200
    assert answer.headers.get("Content-Encoding", "identity") == accepted
    assert answer.headers["Cache-Control"] == "no-cache"
    assert '<html lang="id">' in answer.text
    assert "<title>PDRB Kota Medan</title>" in answer.text
    assert "Aktifkan JavaScript" in answer.text
    assert "Streamlit app" not in answer.text and "agent" not in answer.text


def test_the_document_is_english_where_english_is_asked_for(server: str) -> None:
    answer = requests.get(f"{server}/pertumbuhan?lang=en", timeout=10)
    assert '<html lang="en">' in answer.text and "Switch JavaScript on" in answer.text
    assert '<html lang="id">' in requests.get(f"{server}/?lang=xx", timeout=10).text


@pytest.mark.parametrize("query", ["", "lang=en&region=12"])
def test_the_overview_opens_by_its_name_too(server: str, query: str) -> None:
    asked = requests.get(f"{server}/ringkasan?{query}", timeout=10)
    assert [answer.status_code for answer in asked.history] == [307]
    assert asked.status_code == 200 and urlsplit(asked.url)[2:4] == ("/", query)


@pytest.mark.parametrize(
    "path", ["/", "/tentang", "/_stcore/health", "/healthz", "/app/static/logo.svg", "/nowhere.js"]
)
def test_every_answer_carries_the_security_headers(server: str, path: str) -> None:
    headers = requests.get(server + path, timeout=10).headers
    policy = dict(part.split(" ", 1) for part in headers["Content-Security-Policy"].split("; "))
    assert policy["frame-ancestors"] == "'none'"
    assert policy["default-src"] == policy["connect-src"] == "'self'"
    assert not re.search(
        r"unsafe-inline|unsafe-eval'(?<!wasm-unsafe-eval')|https?:|\*|blob:|data:", policy["script-src"]
    )
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "server" not in headers


def test_the_inline_scripts_of_the_document_are_those_the_policy_allows(server: str) -> None:
    from deploy.shell import script_hashes

    answer = requests.get(server, timeout=10)
    hashes = script_hashes(answer.text)
    assert len(hashes) == 2
    assert all(one in answer.headers["Content-Security-Policy"] for one in hashes)


def test_the_plotting_script_travels_compressed_and_is_kept_for_ever(server: str) -> None:
    document = requests.get(server, timeout=10).text
    path = re.search(r"static/js/PlotlyChart\.[\w-]+\.js", document)
    assert path is not None, "the document does not ask for the plotting script at once"
    answer = requests.get(f"{server}/{path[0]}", timeout=30)
    assert answer.headers["Content-Encoding"] == "gzip"
    assert int(answer.headers["Content-Length"]) < len(answer.content) / 3
    assert "immutable" in answer.headers["Cache-Control"]
    again = requests.get(f"{server}/{path[0]}", headers={"If-None-Match": answer.headers["ETag"]}, timeout=10)
    assert (again.status_code, again.content) == (304, b"")
    plain = requests.get(f"{server}/{path[0]}", headers={"Accept-Encoding": "identity"}, timeout=30)
    assert "Content-Encoding" not in plain.headers and plain.content == answer.content


def test_fonts_and_the_script_for_pictures_come_from_this_server(server: str) -> None:
    import plotly

    for weight in (400, 500, 600, 700):
        font = requests.get(f"{server}/app/static/ibm-plex-sans-latin-{weight}-normal.woff2", timeout=10)
        assert (font.status_code, font.headers["Content-Type"]) == (200, "font/woff2")
    script = requests.get(f"{server}/app/static/vendor/plotly-{plotly.__version__}.min.js", timeout=30)
    assert f"plotly.js v{plotly.offline.get_plotlyjs_version()}" in script.text[:200]


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/interact",
        "/_stcore/script-health-check",
    ],
)
@pytest.mark.parametrize("method", ["GET", "POST", "PUT"])
def test_what_visitors_have_no_use_for_is_closed(server: str, path: str, method: str) -> None:
    assert requests.request(method, server + path, timeout=10).status_code == 404


@pytest.mark.parametrize("path", ["/app/static/../app.py", "/app/static/%2e%2e/app.py", "/static/../../config.py"])
def test_nothing_outside_the_static_folders_is_served(server: str, path: str) -> None:
    assert " 200 " not in status_of(server, f"GET {path} HTTP/1.1\nHost: 127.0.0.1\nConnection: close")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "a@127.0.0.1", "", "127.0.0.1:x"])
def test_a_foreign_host_name_is_refused(server: str, host: str) -> None:
    assert " 421 " in status_of(server, f"GET / HTTP/1.1\nHost: {host}\nConnection: close")


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:8501", "127.0.0.1", "[::1]:8501"])
def test_the_names_of_this_machine_are_answered(server: str, host: str) -> None:
    assert " 200 " in status_of(server, f"GET / HTTP/1.1\nHost: {host}\nConnection: close")


def test_a_socket_is_opened_for_our_own_page_only(server: str) -> None:
    at = urlsplit(server)
    socket_request = (
        f"GET /_stcore/stream HTTP/1.1\nHost: {at.netloc}\nConnection: Upgrade\nUpgrade: websocket\n"
        "Sec-WebSocket-Version: 13\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\nSec-WebSocket-Protocol: streamlit\n"
    )
    assert " 101 " in status_of(server, f"{socket_request}Origin: {server}")
    assert " 403 " in status_of(server, f"{socket_request}Origin: http://evil.example")
    foreign = socket_request.replace(at.netloc, "evil.example")
    assert " 421 " in status_of(server, f"{foreign}Origin: http://evil.example")


@pytest.mark.parametrize("names", [("127.0.0.1", "evil.example"), ("evil.example", "127.0.0.1"), ()])
def test_two_host_names_or_none_are_refused(server: str, names: tuple[str, ...]) -> None:
    lines = "".join(f"\nHost: {name}" for name in names)
    assert status_of(server, f"GET / HTTP/1.{min(1, len(names))}{lines}\nConnection: close").split()[1] in (
        "400",
        "421",
    )


def test_an_origin_that_is_none_of_ours_is_refused(server: str) -> None:
    for origin in ("null", "http://127.0.0.1", "https://evil.example", server.replace("127.0.0.1", "localhost")):
        assert requests.get(server, headers={"Origin": origin}, timeout=10).status_code == 403


def test_a_message_larger_than_any_page_sends_ends_the_socket(server: str) -> None:
    with (
        connect(
            f"{server.replace('http', 'ws')}/_stcore/stream", origin=server, subprotocols=["streamlit"], max_size=None
        ) as line,
        pytest.raises(ConnectionClosed) as ended,
    ):
        line.send(b"0" * (5 * 1024 * 1024))
        while True:
            line.recv(timeout=30)
    told = ended.value.rcvd  # none where the line was cut before the reason arrived
    assert told is None or told.code == 1009
    assert requests.get(f"{server}/healthz", timeout=10).status_code == 200


def test_health_says_whether_the_warm_up_is_over(server: str) -> None:
    answer = requests.get(f"{server}/healthz", timeout=10)
    assert answer.json() == {"status": "ok", "warm": False}, "only that of the embargo prepares anything"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_download_address_is_never_kept(server: str) -> None:
    assert requests.get(f"{server}/media/0.csv", timeout=10).headers["Cache-Control"] == "no-store"
