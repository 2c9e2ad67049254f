"""How long a login lasts: until its person signs out, is idle for too long, or is struck off.

A login is what a provider said of a person at one moment. What became of it is noted in the store, so that it goes on
after a restart and on every replica, and ends on all of them.
"""

import hashlib
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock

from data import store

FRESH = timedelta(seconds=1)
"""How long this process believes what it has seen of a login, before it looks into the store again."""
NOTED = 30
"""How many times within the idle time an activity is noted; another replica may end a login as much too early."""

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Login:
    """One signing in of one person; `email` only where the provider says that it is the person's own."""

    id: str
    subject: str
    email: str
    since: datetime


def login_of(claims: Mapping[str, object]) -> Login | None:
    """The login in the claims of an ID token; None where it lacks who, from whom, or since when.

    >>> login_of({"sub": "a", "iss": "https://i.example", "iat": 0, "email": "a@b.example"}).email
    ''
    """
    subject, issuer, since = (claims.get(name) for name in ("sub", "iss", "iat"))
    if not (subject and issuer and isinstance(since, int | float)) or isinstance(since, bool):
        return None
    try:
        moment = datetime.fromtimestamp(since, UTC)
    except (ValueError, OverflowError, OSError):  # no number, or one of no year
        return None
    named = "\n".join(str(claims.get(name, "")) for name in ("iss", "sub", "iat", "nonce"))
    email = str(claims.get("email") or "") if claims.get("email_verified") is True else ""
    return Login(hashlib.sha256(named.encode()).hexdigest(), str(subject), email.lower(), moment)


@dataclass
class _Seen:
    """What this process has seen of a login; `asked` and `noted` say when the store was read and written."""

    active: datetime | None
    ended: bool
    asked: datetime
    noted: datetime | None = None


class Logins:
    """The logins: which were active when, and which have ended."""

    def __init__(self, idle: timedelta) -> None:
        self.idle = idle
        self._seen: dict[str, _Seen] = {}
        self._lock = Lock()

    def lasts(self, login: Login, now: datetime) -> bool:
        """Whether the login still holds: not ended, and active within the idle time."""
        return self._lasts(login, self._look(login, now), now)

    def touch(self, login: Login, now: datetime) -> None:
        """Notes that its person did something; a login that does not hold any more stays as it is."""
        seen = self._look(login, now)
        if not self._lasts(login, seen, now):
            return
        seen.active = max(seen.active or now, now)
        if seen.noted is None or now - seen.noted >= self.idle / NOTED:
            seen.noted = now
            self._note(login, now, ended=False)

    def end(self, login: Login, now: datetime) -> None:
        """Ends the login, also where its cookie was kept."""
        moment = max(now, login.since)
        with self._lock:
            self._seen[login.id] = _Seen(None, True, moment)
        self._note(login, moment, ended=True)

    def _lasts(self, login: Login, seen: _Seen, now: datetime) -> bool:
        if seen.ended or login.since - now > self.idle:
            return False
        return now - (seen.active or login.since) <= self.idle

    def _look(self, login: Login, now: datetime) -> _Seen:
        """What is known of a login, here or in the store; where that does not answer, what is known here."""
        with self._lock:
            seen = self._seen.get(login.id)
        if seen is not None and (seen.ended or abs(now - seen.asked) < FRESH):
            return seen
        try:
            kept = store.login(login.id)
        except store.Unavailable as error:
            log.warning("The store does not say what became of a login: %s", error)
            kept = None
        with self._lock:
            self._forget(now)
            seen = self._seen.setdefault(login.id, _Seen(None, False, now))
            seen.asked = now
            if kept is not None:
                seen.ended = seen.ended or kept.ended
                seen.active = max(seen.active or kept.at, kept.at)
        return seen

    def _note(self, login: Login, moment: datetime, ended: bool) -> None:
        try:
            store.note_login(login.id, moment, ended, moment - 2 * self.idle)
        except store.Unavailable as error:
            log.warning("The store does not take what became of a login: %s", error)

    def _forget(self, now: datetime) -> None:
        """Drops the logins whose age alone says that they are over, also where the provider's clock is ahead."""
        for name in [name for name, seen in self._seen.items() if now - seen.asked > 2 * self.idle]:
            del self._seen[name]
