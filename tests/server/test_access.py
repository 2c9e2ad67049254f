"""Signing in and uploading over real HTTP, with a real identity provider; and what each way of running allows."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.conftest import ROOT, free_port
from tests.office import XSRF, Office, office
from tests.server.test_answers import status_of

pytestmark = pytest.mark.server
TINY = {"file": ("uji.csv", b"SINTETIS;1")}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """An office with an analyst, an approver and someone without a role."""
    with office(tmp_path_factory.mktemp("office")) as opened:
        for name, role in (("ana@bps.example", "analyst"), ("budi", "approver"), ("dewi", "analyst")):
            opened.give(name, role)
        for subject in ("ana", "budi", "citra", "dewi"):
            opened.open_account(subject)
        yield opened


def upload(
    here: Office, visitor: requests.Session, session: str, file: str = "f", files: object = TINY
) -> requests.Response:
    headers = {"X-Xsrftoken": visitor.cookies.get(XSRF, "")}
    return visitor.put(f"{here.server}/_stcore/upload_file/{session}/{file}", headers=headers, timeout=30, files=files)


def spoilt(text: str, at: int) -> str:
    """The text with another character in one place (not the last: two bits of it mean nothing)."""
    letters = list(text)
    letters[at] = "a" if letters[at] != "a" else "b"
    return "".join(letters)


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "OPTIONS"])
def test_a_stranger_uploads_nothing(here: Office, method: str) -> None:
    answer = requests.request(method, f"{here.server}/_stcore/upload_file/a/b", files=TINY, timeout=10)
    assert (answer.status_code, answer.text) == (403, "Hanya analis yang boleh mengunggah berkas.")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_the_id_of_a_session_opens_nothing(here: Office) -> None:
    ana = here.sign_in("ana")
    with here.page_of(ana) as session:
        stranger = requests.Session()
        stranger.cookies.set(XSRF, ana.cookies[XSRF])
        assert upload(here, stranger, session).status_code == 403
        assert upload(here, here.sign_in("budi"), session).status_code == 403
        assert upload(here, ana, session).status_code == 204


def test_a_cookie_that_was_changed_is_no_identity(here: Office) -> None:
    ana = here.sign_in("ana")
    cookie = ana.cookies["_streamlit_user"]
    with here.page_of(ana) as session:
        for at in (9, -9, None):
            other = requests.Session()
            other.cookies.set(XSRF, ana.cookies[XSRF])
            other.cookies.set("_streamlit_user", spoilt(cookie, at) if at else "")
            assert upload(here, other, session).status_code == 403, f"character {at} of the cookie was changed"


def test_an_account_without_a_role_uploads_nothing(here: Office) -> None:
    citra = here.sign_in("citra")
    with here.page_of(citra) as session:
        assert upload(here, citra, session).status_code == 403


def test_the_quota_holds_and_a_file_that_was_removed_makes_room(here: Office) -> None:
    dewi = here.sign_in("dewi")
    with here.page_of(dewi) as session:
        large = {"file": ("besar.csv", b"0" * (19 * 1024 * 1024))}
        assert [upload(here, dewi, session, str(number), large).status_code for number in range(6)] == [204] * 5 + [429]
        gone = dewi.delete(
            f"{here.server}/_stcore/upload_file/{session}/3", headers={"X-Xsrftoken": dewi.cookies[XSRF]}, timeout=10
        )
        assert gone.status_code == 204
        assert upload(here, dewi, session, "later", large).status_code == 204


def test_a_file_above_the_limit_is_refused(here: Office) -> None:
    ana = here.sign_in("ana")
    answer = ana.put(
        f"{here.server}/_stcore/upload_file/a/b", files={"file": ("x", b"0" * (21 * 1024 * 1024))}, timeout=30
    )
    assert (answer.status_code, answer.text) == (413, "Berkas terlalu besar; paling besar 20 MB.")


def test_a_cookie_that_was_kept_is_worth_nothing_once_its_person_has_signed_out(here: Office) -> None:
    ana = here.sign_in("ana")
    with here.page_of(ana) as session:
        thief = requests.Session()
        thief.cookies.update(ana.cookies)
        assert upload(here, thief, session).status_code == 204
        answer = ana.get(f"{here.server}/auth/logout", allow_redirects=False, timeout=10)
        assert answer.headers["Location"].startswith(f"{here.provider}/oauth2/end_session")
        assert "_streamlit_user" not in ana.cookies and "_streamlit_user" in thief.cookies
        assert upload(here, thief, session).status_code == 403


def test_without_mode_and_provider_nobody_uploads(server: str) -> None:
    answer = requests.put(f"{server}/_stcore/upload_file/a/b", files=TINY, timeout=10)
    assert (answer.status_code, answer.text) == (403, "Hanya analis yang boleh mengunggah berkas.")


def test_local_mode_serves_this_machine_only(local_server: str) -> None:
    assert requests.get(local_server, timeout=10).status_code == 200
    for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP"):
        answer = requests.get(local_server, headers={name: "192.0.2.7"}, timeout=10)
        assert answer.status_code == 403 and "Mode lokal hanya melayani komputer ini sendiri." in answer.text


def test_local_mode_lets_its_one_person_upload(local_server: str) -> None:
    alone = Office(local_server, "", Path())
    visitor = requests.Session()
    with alone.page_of(visitor) as session:
        assert upload(alone, visitor, session).status_code == 204
        visitor.cookies.clear()
        assert upload(alone, visitor, session).status_code == 403, "without the token that its page was given"


@pytest.mark.parametrize(
    "lengths",
    [
        ("Transfer-Encoding: chunked",),
        ("Content-Length: 10", "Transfer-Encoding: chunked"),
        ("Transfer-Encoding: chunked", "Content-Length: 10"),
        ("Content-Length: 10", "Content-Length: 200"),
        ("Content-Length: 10, 200",),
    ],
)
def test_a_size_that_may_be_a_lie_lets_nothing_in(local_server: str, lengths: tuple[str, ...]) -> None:
    alone, visitor = Office(local_server, "", Path()), requests.Session()
    with alone.page_of(visitor) as session:
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)
        head = (
            *(f"PUT /_stcore/upload_file/{session}/f HTTP/1.1", f"Host: {local_server.removeprefix('http://')}"),
            *(f"Cookie: {cookies}", f"X-Xsrftoken: {visitor.cookies[XSRF]}"),
            *("Content-Type: multipart/form-data; boundary=b", "Connection: close", *lengths),
        )
        form = (
            b'--b\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\n' + b"0" * 999 + b"\r\n--b--\r\n"
        )
        chunks = f"{len(form):x}\r\n".encode() + form + b"\r\n0\r\n\r\n"
        assert status_of(local_server, "\n".join(head), chunks).split()[1] in ("400", "411")


def test_a_setting_that_cannot_be_followed_ends_with_a_sentence() -> None:
    environment = {"PATH": "", "PORT": str(free_port()), "PDRB_MODE": "local", "HOST": "0.0.0.0"}
    ended = subprocess.run(
        [sys.executable, "-m", "deploy.asgi"], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60
    )
    assert ended.returncode == 1 and "Traceback" not in ended.stderr
    assert "HOST: ditemukan “0.0.0.0”" in ended.stderr and "HOST: found “0.0.0.0”" in ended.stderr
