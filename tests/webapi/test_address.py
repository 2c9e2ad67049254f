"""Which address may be asked, and that no other one is."""

import pytest
import requests

from data.webapi import NotSetUp, wire
from data.webapi.address import OFFICIAL, base
from data.webapi.key import Key


@pytest.mark.parametrize(
    ("found", "asked"),
    [
        ("", OFFICIAL),
        (OFFICIAL, OFFICIAL),
        (f"{OFFICIAL}/", OFFICIAL),
        ("http://127.0.0.1:8080/v1/api", "http://127.0.0.1:8080/v1/api"),
        ("http://127.0.0.1:8080/v1/api/", "http://127.0.0.1:8080/v1/api"),
        ("http://localhost:8080/v1/api", "http://127.0.0.1:8080/v1/api"),
        ("http://[::1]:8080/v1/api", "http://[::1]:8080/v1/api"),
        ("https://127.0.0.1:8443", "https://127.0.0.1:8443"),
    ],
)
def test_bps_or_this_machine_is_asked(found: str, asked: str) -> None:
    assert base({"BPS_WEBAPI_URL": found}) == asked


@pytest.mark.parametrize(
    "found",
    [
        "http://webapi.bps.go.id/v1/api",
        "https://webapi.bps.go.id.example.com/v1/api",
        "https://example.com/v1/api",
        "http://10.0.0.1/v1/api",
        "http://169.254.169.254/latest",
        "http://0.0.0.0:80/v1/api",
        "http://127.1/v1/api",
        "http://2130706433/v1/api",
        "http://[::ffff:127.0.0.1]/v1/api",
        "http://127.0.0.1@example.com/v1/api",
        "http://user:word@127.0.0.1/v1/api",
        "http://127.0.0.1:80/v1/api?x=1",
        "http://127.0.0.1:80/v1/api#x",
        "http://127.0.0.1:80/v1/../api x",
        "http://127.0.0.1:999999/v1/api",
        "file:///etc/passwd",
        "ftp://127.0.0.1/v1/api",
        "127.0.0.1:8080/v1/api",
        "http://localhost.example.com/",
    ],
)
def test_no_other_address_is(found: str) -> None:
    with pytest.raises(NotSetUp) as refused:
        base({"BPS_WEBAPI_URL": found})
    assert refused.value.kind == "address" and found not in str(refused.value)


def test_the_session_itself_knows_no_other_host() -> None:
    session = wire.session(Key("k" * 32), OFFICIAL)
    for address in ("http://127.0.0.1/v1/api/list", "https://example.com/", "https://webapi.bps.go.id/other"):
        with pytest.raises(requests.exceptions.InvalidSchema):
            session.get(address)


def test_a_proxy_of_the_environment_is_used_for_bps_alone() -> None:
    assert wire.session(Key("k" * 32), OFFICIAL).trust_env
    assert not wire.session(Key("k" * 32), "http://127.0.0.1:8080/v1/api").trust_env
