"""What became of logins: noted for every replica, and dropped when nobody can use them any more; under both engines."""

from datetime import timedelta

from data import store
from data.store.place import Place
from tests.data.store.made import NOON

ONE, OTHER = "a" * 64, "b" * 64
LONG_AGO = NOON - timedelta(days=1)


def test_a_login_is_as_it_was_noted_last(where: Place) -> None:
    assert store.login(ONE) is None
    store.note_login(ONE, NOON, False, LONG_AGO)
    store.note_login(ONE, NOON + timedelta(minutes=5), False, LONG_AGO)
    store.note_login(ONE, NOON + timedelta(minutes=3), False, LONG_AGO)
    assert store.login(ONE) == store.LoginState(NOON + timedelta(minutes=5), False)
    assert store.login(OTHER) is None


def test_what_has_ended_stays_so(where: Place) -> None:
    store.note_login(ONE, NOON, True, LONG_AGO)
    store.note_login(ONE, NOON + timedelta(minutes=5), False, LONG_AGO)
    assert store.login(ONE) == store.LoginState(NOON, True)


def test_what_is_old_is_dropped(where: Place) -> None:
    store.note_login(ONE, NOON, True, LONG_AGO)
    store.note_login(OTHER, NOON + timedelta(hours=2), False, NOON + timedelta(hours=1))
    assert store.login(ONE) is None and store.login(OTHER)


def test_logins_leave_no_trace_in_the_audit_chain(where: Place) -> None:
    before = store.head()
    store.note_login(ONE, NOON, True, LONG_AGO)
    assert store.head() == before and store.verify() == ()
