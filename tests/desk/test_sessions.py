"""A login lasts while its person is active, and no longer; nothing that is kept of it brings it back."""

from datetime import UTC, datetime, timedelta

import pytest

from data import store
from desk.sessions import Login, Logins, login_of

BEGAN = datetime(2026, 11, 25, 8, 0, tzinfo=UTC)
IDLE = timedelta(minutes=30)
CLAIMS = {"sub": "ana", "iss": "https://masuk.example", "iat": BEGAN.timestamp(), "nonce": "n1"}


pytestmark = pytest.mark.usefixtures("own_store")


def login(**other: object) -> Login:
    found = login_of({**CLAIMS, **other})
    assert found is not None
    return found


def after(**length: float) -> datetime:
    return BEGAN + timedelta(**length)


@pytest.mark.parametrize("lacking", ["sub", "iss", "iat"])
@pytest.mark.parametrize("value", [None, ""])
def test_claims_that_do_not_say_who_or_when_are_no_login(lacking: str, value: object) -> None:
    assert login_of({**CLAIMS, lacking: value}) is None


@pytest.mark.parametrize("moment", ["2026-11-25", True, [1], float("nan"), float("inf"), 1e300, 10**400])
def test_a_moment_that_is_no_number_is_no_login(moment: object) -> None:
    assert login_of({**CLAIMS, "iat": moment}) is None


@pytest.mark.parametrize("verified", [None, False, "true", "yes", 1])
def test_an_address_that_nobody_verified_is_not_taken(verified: object) -> None:
    assert login(email="Ana@bps.example", email_verified=verified).email == ""
    assert login(email="Ana@bps.example", email_verified=True).email == "ana@bps.example"


def test_each_signing_in_is_a_login_of_its_own() -> None:
    assert login().id == login(email="x@y.example", name="Ana").id
    others = [login(sub="budi"), login(iss="https://lain.example"), login(iat=CLAIMS["iat"] + 1), login(nonce="n2")]
    assert len({login().id, *(other.id for other in others)}) == 5


def test_a_login_lasts_half_an_hour_from_the_last_thing_done() -> None:
    logins = Logins(IDLE)
    assert logins.lasts(login(), after(minutes=30))
    assert not logins.lasts(login(), after(minutes=30, seconds=1))
    logins.touch(login(), after(minutes=20))
    logins.touch(login(), after(minutes=45))
    assert logins.lasts(login(), after(minutes=75))
    assert not logins.lasts(login(), after(minutes=75, seconds=1))


def test_looking_does_not_prolong_it() -> None:
    logins = Logins(IDLE)
    assert all(logins.lasts(login(), after(minutes=minute)) for minute in range(31))
    assert not logins.lasts(login(), after(minutes=31))


def test_what_is_over_stays_over() -> None:
    logins = Logins(IDLE)
    logins.touch(login(), after(minutes=31))
    assert not logins.lasts(login(), after(minutes=31))
    logins.touch(login(nonce="n2"), after(minutes=5))
    logins.end(login(nonce="n2"), after(minutes=6))
    logins.touch(login(nonce="n2"), after(minutes=7))
    assert not logins.lasts(login(nonce="n2"), after(minutes=7))
    assert logins.lasts(login(nonce="n3"), after(minutes=7))


def test_forgetting_brings_nothing_back() -> None:
    logins = Logins(IDLE)
    logins.end(login(), after(minutes=1))
    logins.touch(login(nonce="n2"), after(minutes=1))
    for minute in range(0, 600, 10):
        fresh = login(sub="budi", iat=after(minutes=minute).timestamp())
        logins.touch(fresh, after(minutes=minute))
        assert not logins.lasts(login(), after(minutes=minute))
    assert len(logins._seen) <= 8


@pytest.mark.parametrize("ahead", [1, 10, 30])
def test_a_clock_that_is_ahead_prolongs_no_idle_login(ahead: int) -> None:
    logins, early = Logins(IDLE), login(iat=after(minutes=ahead).timestamp())
    assert logins.lasts(early, BEGAN)
    logins.touch(early, BEGAN)
    for minute in range(31, 200):
        logins.touch(login(sub="budi", iat=after(minutes=minute).timestamp()), after(minutes=minute))
        assert not logins.lasts(early, after(minutes=minute))


def test_a_login_of_a_time_far_to_come_is_not_taken() -> None:
    assert not Logins(IDLE).lasts(login(iat=after(minutes=31).timestamp()), BEGAN)


def test_a_login_goes_on_in_another_process_and_after_a_restart() -> None:
    here, there = Logins(IDLE), Logins(IDLE)
    for minute in (25, 50):
        here.touch(login(), after(minutes=minute))
    assert there.lasts(login(), after(minutes=80))
    assert not there.lasts(login(), after(minutes=80, seconds=1))


def test_a_login_that_ended_in_one_process_is_over_in_every_other() -> None:
    here, there = Logins(IDLE), Logins(IDLE)
    there.touch(login(), after(minutes=5))
    here.end(login(), after(minutes=6))
    assert not there.lasts(login(), after(minutes=6))
    there.touch(login(), after(minutes=7))
    assert not Logins(IDLE).lasts(login(), after(minutes=8))


def test_what_was_done_elsewhere_keeps_a_login_here() -> None:
    here, there = Logins(IDLE), Logins(IDLE)
    assert here.lasts(login(), after(minutes=1))
    there.touch(login(), after(minutes=29))
    assert here.lasts(login(), after(minutes=59))
    assert not here.lasts(login(), after(minutes=59, seconds=1))


def test_the_store_is_written_now_and_then_not_for_each_thing_done(monkeypatch: pytest.MonkeyPatch) -> None:
    noted: list[datetime] = []
    note = store.note_login
    monkeypatch.setattr(store, "note_login", lambda id, at, *rest: noted.append(at) or note(id, at, *rest))
    logins = Logins(IDLE)
    for second in range(0, 300, 2):
        logins.touch(login(), after(seconds=second))
    assert noted == [after(minutes=minute) for minute in range(5)]


def test_the_store_is_asked_again_after_a_second() -> None:
    here, there = Logins(IDLE), Logins(IDLE)
    assert here.lasts(login(), after(minutes=1))
    there.end(login(), after(minutes=1))
    assert here.lasts(login(), after(minutes=1, seconds=0.9))
    assert not here.lasts(login(), after(minutes=1, seconds=1))


def test_while_the_store_does_not_answer_what_is_known_here_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    def away(*_: object) -> None:
        raise store.Unavailable("away")

    logins = Logins(IDLE)
    logins.touch(login(), after(minutes=20))
    monkeypatch.setattr(store, "login", away)
    monkeypatch.setattr(store, "note_login", away)
    logins.touch(login(), after(minutes=45))
    assert logins.lasts(login(), after(minutes=75))
    logins.end(login(), after(minutes=75))
    assert not logins.lasts(login(), after(minutes=75))
