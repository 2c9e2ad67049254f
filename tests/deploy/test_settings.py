"""What the environment says is followed, or refused in both languages; local mode is never inferred."""

from datetime import timedelta

import pytest

from deploy.settings import LOOPBACK, WrongSetting, host, hosts, idle, mode, provider, proxies, public_url, warm_up
from desk.rights import Mode


def test_local_mode_is_never_inferred() -> None:
    assert mode({}) is mode({"PDRB_MODE": ""}) is mode({"HOST": "127.0.0.1"}) is Mode.OFFICE
    assert mode({"PDRB_MODE": "local"}) is Mode.LOCAL


@pytest.mark.parametrize("found", ["lokal", "Local", "LOCAL", "1", "local "])
def test_a_mode_that_there_is_not_is_refused_in_both_languages(found: str) -> None:
    with pytest.raises(WrongSetting) as raised:
        mode({"PDRB_MODE": found})
    first, second = str(raised.value).splitlines()
    assert f"“{found}”, seharusnya local" in first and f"“{found}”, expected local" in second


@pytest.mark.parametrize("found", ["0.0.0.0", "::", "192.168.1.4", "pdrb.example", "127.0.0.1.example"])
def test_local_mode_listens_to_this_machine_only(found: str) -> None:
    with pytest.raises(WrongSetting, match="127.0.0.1"):
        host({"PDRB_MODE": "local", "HOST": found})
    assert host({"HOST": found}) == found


def test_the_server_listens_to_this_machine_unless_told_otherwise() -> None:
    assert host({}) == host({"PDRB_MODE": "local"}) == host({"HOST": ""}) == "127.0.0.1"
    assert host({"PDRB_MODE": "local", "HOST": "::1"}) == "::1"


def test_local_mode_answers_to_no_other_name() -> None:
    named = {"PDRB_HOSTS": "pdrb.example, pdrb.go.example,"}
    assert hosts(named) == (*LOOPBACK, "pdrb.example", "pdrb.go.example")
    assert hosts({**named, "PDRB_MODE": "local"}) == LOOPBACK


def test_the_idle_time_is_half_an_hour_unless_told_otherwise() -> None:
    assert idle({}) == idle({"PDRB_IDLE_MINUTES": ""}) == timedelta(minutes=30)
    assert idle({"PDRB_IDLE_MINUTES": "0.5"}) == timedelta(seconds=30)


@pytest.mark.parametrize("found", ["0", "-1", "1441", "inf", "nan", "1e99", "setengah jam"])
def test_an_idle_time_that_is_none_is_refused(found: str) -> None:
    with pytest.raises(WrongSetting, match="PDRB_IDLE_MINUTES"):
        idle({"PDRB_IDLE_MINUTES": found})


def test_pages_are_built_before_anyone_comes_unless_told_otherwise() -> None:
    assert warm_up({}) and warm_up({"PDRB_WARM_UP": ""}) and warm_up({"PDRB_WARM_UP": "yes"})
    assert not warm_up({"PDRB_WARM_UP": "no"})
    with pytest.raises(WrongSetting, match="PDRB_WARM_UP: ditemukan “0”"):
        warm_up({"PDRB_WARM_UP": "0"})


PROVIDER = {
    "redirect_uri": "https://pdrb.example/oauth2callback",
    "cookie_secret": "x" * 32,
    "client_id": "pdrb",
    "client_secret": "uji",
    "server_metadata_url": "https://masuk.example/.well-known/openid-configuration",
}


@pytest.mark.parametrize("lacking", PROVIDER)
def test_a_provider_that_lacks_something_is_told_before_anyone_signs_in(lacking: str) -> None:
    provider(PROVIDER)
    for section in ({**PROVIDER, lacking: ""}, {name: PROVIDER[name] for name in PROVIDER if name != lacking}):
        with pytest.raises(WrongSetting, match=lacking):
            provider(section)


def test_a_secret_that_could_be_guessed_is_refused_and_not_repeated() -> None:
    with pytest.raises(WrongSetting, match="cookie_secret") as raised:
        provider({**PROVIDER, "cookie_secret": "y" * 31})
    assert "yyy" not in str(raised.value)


@pytest.mark.parametrize("found", ["https://pdrb.example", "pdrb.example/oauth2callback", "https://x/y/oauth2callback"])
def test_an_address_to_come_back_to_that_does_not_lead_here_is_refused(found: str) -> None:
    with pytest.raises(WrongSetting, match="redirect_uri"):
        provider({**PROVIDER, "redirect_uri": found})


def test_the_public_address_is_answered_and_written_without_a_slash() -> None:
    assert public_url({}) == public_url({"PDRB_PUBLIC_URL": ""}) == ""
    for found in ("https://PDRB.example", "https://pdrb.example/"):
        assert public_url({"PDRB_PUBLIC_URL": found}) == "https://pdrb.example"
    assert public_url({"PDRB_PUBLIC_URL": "http://10.0.0.5:8501"}) == "http://10.0.0.5:8501"
    named = {"PDRB_PUBLIC_URL": "https://pdrb.example:8443", "PDRB_HOSTS": "dasbor.example"}
    assert hosts(named) == (*LOOPBACK, "dasbor.example", "pdrb.example")
    assert hosts({"PDRB_PUBLIC_URL": "https://[2001:db8::1]"}) == (*LOOPBACK, "2001:db8::1")


def test_local_mode_has_no_public_address() -> None:
    named = {"PDRB_PUBLIC_URL": "https://pdrb.example", "PDRB_MODE": "local"}
    assert public_url(named) == "" and hosts(named) == LOOPBACK


@pytest.mark.parametrize(
    "found",
    [
        *("pdrb.example", "ftp://pdrb.example", "https://", "https:///", "https://pdrb.example/dasbor"),
        *(
            "https://pdrb.example?a=1",
            "https://pdrb.example#a",
            "https://ana:rahasia@pdrb.example",
            "https://pdrb example",
        ),
        *(
            "https://pdrb.example:",
            "https://pdrb.example:x",
            "https://-pdrb.example",
            "https://pdrb.example\n",
            "javascript:1",
        ),
    ],
)
def test_a_public_address_that_is_none_is_refused_in_both_languages(found: str) -> None:
    with pytest.raises(WrongSetting) as raised:
        public_url({"PDRB_PUBLIC_URL": found})
    assert "PDRB_PUBLIC_URL: ditemukan" in str(raised.value) and "PDRB_PUBLIC_URL: found" in str(raised.value)


def test_people_come_back_from_signing_in_to_the_public_address() -> None:
    provider(PROVIDER, {"PDRB_PUBLIC_URL": "https://pdrb.example"})
    for elsewhere in ("https://dasbor.example", "http://pdrb.example", "https://pdrb.example:8443"):
        with pytest.raises(WrongSetting, match="redirect_uri.*PDRB_PUBLIC_URL"):
            provider(PROVIDER, {"PDRB_PUBLIC_URL": elsewhere})


def test_only_proxies_that_are_named_are_believed() -> None:
    assert proxies({}) == proxies({"PDRB_PROXIES": ""}) == "127.0.0.1"
    assert proxies({"PDRB_PROXIES": "10.0.0.5, 10.1.0.0/24"}) == "10.0.0.5, 10.1.0.0/24"


@pytest.mark.parametrize("found", ["*", "proxy.example", "10.0.0.5,", "10.0.0.5/24", "0.0.0.0.0"])
def test_a_proxy_that_is_no_address_is_refused(found: str) -> None:
    with pytest.raises(WrongSetting, match="PDRB_PROXIES"):
        proxies({"PDRB_PROXIES": found})
