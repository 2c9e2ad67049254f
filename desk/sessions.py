"""How long a login lasts: until its person signs out, is idle for too long, or is struck off.

A login is what a provider said of a person at one moment. What became of it is kept in memory: after a restart, those
that began longer ago than the idle time begin anew.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from threading import Lock


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


class Logins:
    """The logins of this process: which were active when, and which have ended."""

    def __init__(self, idle: timedelta) -> None:
        self.idle = idle
        self._active: dict[str, datetime] = {}
        self._ended: dict[str, datetime] = {}
        self._lock = Lock()

    def lasts(self, login: Login, now: datetime) -> bool:
        """Whether the login still holds: not ended, and active within the idle time."""
        with self._lock:
            return self._lasts(login, now)

    def touch(self, login: Login, now: datetime) -> None:
        """Notes that its person did something; a login that does not hold any more stays as it is."""
        with self._lock:
            if self._lasts(login, now):
                self._forget(now)
                self._active[login.id] = now

    def end(self, login: Login, now: datetime) -> None:
        """Ends the login, also where its cookie was kept."""
        with self._lock:
            self._active.pop(login.id, None)
            self._ended[login.id] = max(now, login.since)

    def _lasts(self, login: Login, now: datetime) -> bool:
        if login.id in self._ended or login.since - now > self.idle:
            return False
        return now - self._active.get(login.id, login.since) <= self.idle

    def _forget(self, now: datetime) -> None:
        """Drops the logins whose age alone says that they are over, also where the provider's clock is ahead."""
        for kept in (self._active, self._ended):
            for name in [name for name, moment in kept.items() if now - moment > 2 * self.idle]:
                del kept[name]
