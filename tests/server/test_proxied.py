"""Behind a proxy that ends TLS: cookies for TLS only, the public name answered, none but named proxies believed."""

from collections.abc import Iterator

import pytest
import requests

from tests.conftest import serving
from tests.office import Office, office

pytestmark = pytest.mark.server
PUBLIC = "pdrb.example"


def cookies(server: str, path: str = "/_stcore/health", **headers: str) -> dict[str, set[str]]:
    """The cookies that an answer sets: the flags of each by its name."""
    sent = {name.replace("_", "-"): value for name, value in headers.items()}
    answer = requests.get(server + path, headers=sent, timeout=10, allow_redirects=False)
    assert answer.status_code in (200, 302), answer.text
    found = {}
    for line in answer.raw.headers.getlist("set-cookie"):
        name, *flags = line.split(";")
        found[name.split("=")[0]] = {flag.strip().lower() for flag in flags}
    return found


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server that knows its public address."""
    with serving(tmp_path_factory.mktemp("public"), environment={"PDRB_PUBLIC_URL": f"https://{PUBLIC}"}) as address:
        yield address


@pytest.fixture(scope="module")
def distrustful(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server whose proxy is another machine."""
    with serving(tmp_path_factory.mktemp("distrustful"), environment={"PDRB_PROXIES": "192.0.2.7"}) as address:
        yield address


def test_with_a_public_address_every_cookie_travels_over_tls_only(public: str) -> None:
    found = cookies(public, Host=PUBLIC)
    assert found and all("secure" in flags for flags in found.values())
    assert requests.get(public, headers={"Host": "other.example"}, timeout=10).status_code == 421


def test_a_trusted_proxy_is_believed_that_it_ended_tls(server: str) -> None:
    assert all("secure" in flags for flags in cookies(server, X_Forwarded_Proto="https").values())
    assert not any("secure" in flags for flags in cookies(server).values()), (
        "over plain HTTP the browser would drop them"
    )


def test_what_is_no_trusted_proxy_is_not_believed(distrustful: str) -> None:
    found = cookies(distrustful, X_Forwarded_Proto="https", X_Forwarded_For="203.0.113.9")
    assert found and not any("secure" in flags for flags in found.values())


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office(tmp_path_factory.mktemp("office")) as opened:
        opened.open_account("ana")
        yield opened


def test_the_cookie_of_a_login_is_out_of_reach_of_scripts_and_other_sites(here: Office) -> None:
    found = {}
    for response in followed(here):
        for line in response.raw.headers.getlist("set-cookie"):
            found[line.split("=")[0]] = {flag.strip().lower() for flag in line.split(";")[1:]}
    assert {"_streamlit_session", "_streamlit_user"} <= set(found)
    for name in ("_streamlit_session", "_streamlit_user"):
        assert {"httponly", "samesite=lax", "path=/"} <= found[name], name


def followed(here: Office) -> list[requests.Response]:
    """Every answer of the server on the way in."""
    seen: list[requests.Response] = []
    with pytest.MonkeyPatch.context() as patch:
        send = requests.Session.send

        def keep(session: requests.Session, request: requests.PreparedRequest, **named: object) -> requests.Response:
            response = send(session, request, **named)
            seen.append(response)
            return response

        patch.setattr(requests.Session, "send", keep)
        here.sign_in("ana")
    return [one for response in seen for one in (*response.history, response) if one.url.startswith(here.server)]


def test_a_name_that_a_proxy_passes_on_is_not_the_name_that_was_asked_for(server: str) -> None:
    answer = requests.get(server, headers={"X-Forwarded-Host": "evil.example"}, timeout=10)
    assert answer.status_code == 200 and "evil.example" not in answer.text
    for header in ("X-Forwarded-Host", "Forwarded"):
        headers = {"Host": "evil.example", header: "127.0.0.1"}
        assert requests.get(server, headers=headers, timeout=10).status_code == 421
