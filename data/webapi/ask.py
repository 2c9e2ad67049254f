"""One question to the WebAPI, asked until it is answered: time-outs, tries, and how much is read at most.

A try ends in an answer, in an error that no further try mends, or in one that the next may. Between tries the client
waits as urllib3's `Retry` says (longer each time, with jitter, as long as the server asks for, within a bound).
An error that leaves this module carries no other: those of `requests` know what was sent.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from http.client import HTTPException
from types import TracebackType

import requests
from urllib3 import Retry
from urllib3.exceptions import HTTPError, InvalidHeader, MaxRetryError

from data.webapi import address, wire
from data.webapi import key as keys
from data.webapi.errors import KeyRefused, NothingThere, NotSetUp, Unreachable, Unsound, WebApiError
from data.webapi.reply import Reply, held, read, refused

TRIES = 6
CONNECT, READ = 5.0, 10.0
"""Seconds to wait for a connection, and for the next bytes."""
A_TRY, ALL_TRIES = 45.0, 120.0
"""Seconds that a whole answer may take, and after which no further try begins."""
BACK_OFF, JITTER, LONGEST_BACK_OFF = 0.25, 0.25, 8.0
RETRY_AFTER = 20.0
"""Seconds that the server may make us wait, however long it asks for."""
MOST = 10 * 2**20
"""Bytes of an answer, once it is unpacked."""
PIECE = 2**16
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524})


@dataclass(frozen=True)
class _Failed:
    """What became of a try: why, whether another may mend it, and how long the server asks to wait."""

    error: WebApiError
    again: bool = True
    retry_after: str = ""


class Asker:
    """Asks one address with one key; to be used as a context."""

    def __init__(self, key: keys.Key, base: str) -> None:
        self.key, self.base = key, base
        self.asked = 0
        """Requests that were sent, tries that failed included."""
        self._session = wire.session(key, base)

    def __enter__(self) -> "Asker":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._session.close()

    def url(self, question: str) -> str:
        """The address of a question, without the key."""
        return f"{self.base}/{question}"

    def ask(self, question: str, sound: Callable[[Reply], bool] = lambda _: True, known: Reply | None = None) -> Reply:
        """The answer to a question, such as `list/model/var/lang/ind/domain/1275`; a WebApiError where there is none.

        What is not `sound` is asked for again. `known` is an earlier answer, which is given back where BPS says that
        it still holds.
        """
        patience = Retry(
            TRIES - 1, backoff_factor=BACK_OFF, backoff_jitter=JITTER, backoff_max=LONGEST_BACK_OFF,
            retry_after_max=int(RETRY_AFTER),
        )  # fmt: skip
        until = time.monotonic() + ALL_TRIES
        while True:
            outcome = self._try(question, sound, known)
            if isinstance(outcome, Reply):
                return outcome
            left = _next(patience, question) if outcome.again and time.monotonic() < until else None
            if left is None:
                raise outcome.error.with_traceback(None)  # what it passed through knows what was sent
            patience = left
            time.sleep(_pause(patience, outcome.retry_after))

    def _try(self, question: str, sound: Callable[[Reply], bool], known: Reply | None) -> Reply | _Failed:
        """One try."""
        asked = {"If-None-Match": known.etag, "If-Modified-Since": known.modified} if known else {}
        conditions = {name: value for name, value in asked.items() if value}
        self.asked += 1
        failure: WebApiError | None = None
        try:
            with self._session.get(
                f"{self.base}/{question}/key/{wire.PLACE}",
                stream=True, allow_redirects=False, timeout=(CONNECT, READ), headers=conditions,
            ) as answer:  # fmt: skip
                return self._understood(answer, sound, known if conditions else None)
        except (requests.RequestException, HTTPError, HTTPException, OSError) as error:
            failure = _failure(error)
        except WebApiError as error:
            failure = error
        again = not isinstance(failure, KeyRefused | NothingThere | NotSetUp) and failure.kind != "too_large"
        return _Failed(failure, again)

    def _understood(
        self, answer: requests.Response, sound: Callable[[Reply], bool], known: Reply | None
    ) -> Reply | _Failed:
        """What an answer of HTTP says."""
        status = answer.status_code
        if status == requests.codes.not_modified and known is not None:
            return known
        if 300 <= status < 400:
            return _Failed(Unsound("moved", status=status), again=False)
        if status in AGAIN:
            return _Failed(Unsound("failing", status=status), retry_after=answer.headers.get("Retry-After", ""))
        body = _body(answer)
        if status != requests.codes.ok:
            return self._refusal(answer, body)
        headers = answer.headers
        reply = read(body, self.key, headers.get("ETag", ""), headers.get("Last-Modified", ""))
        return reply if not reply.available or sound(reply) else _Failed(Unsound("not_json"))

    def _refusal(self, answer: requests.Response, body: bytes) -> Reply | _Failed:
        """What an answer says that HTTP calls an error: no key, none of that, or a wall before BPS."""
        status, content = answer.status_code, held(body, self.key)
        if status == requests.codes.unauthorized or (status == requests.codes.forbidden and content is not None):
            return _Failed(KeyRefused("key_refused"), again=False)
        if status == requests.codes.forbidden:
            return _Failed(Unsound("blocked", status=status))
        said = str((content or {}).get("data-availability") or answer.headers.get("data-availability", ""))
        if "not-available" in said:
            return Reply(b"{}", {}, available=False)
        if content is not None and content.get("message"):
            return _Failed(refused(content, self.key), again=False)
        return _Failed(Unsound("failing", status=status), again=status >= 500)


def asker() -> Asker:
    """One that asks the address of the environment with the key of the environment; NotSetUp where it cannot."""
    return Asker(keys.key(), address.base())


def _body(answer: requests.Response) -> bytes:
    """The body, unpacked, read piece by piece so that neither its size nor its slowness is without bound."""
    until = time.monotonic() + A_TRY
    body = bytearray()
    while piece := answer.raw.read1(PIECE, decode_content=True):
        body += piece
        if len(body) > MOST:
            raise Unsound("too_large", most=MOST // 2**20)
        if time.monotonic() > until:
            raise Unreachable("timeout", seconds=int(A_TRY))
    return bytes(body)


def _next(patience: Retry, question: str) -> Retry | None:
    """The patience that is left for one more try; None where none is."""
    try:
        return patience.increment("GET", question)
    except MaxRetryError:
        return None


def _pause(patience: Retry, retry_after: str) -> float:
    """Seconds until the next try."""
    try:
        asked = patience.parse_retry_after(retry_after) if retry_after else 0.0
    except InvalidHeader:
        asked = 0.0
    return max(asked, patience.get_backoff_time())


def _failure(error: Exception) -> WebApiError:
    """What kept an answer from coming, in a word; nothing of the error itself is kept."""
    told = f"{type(error).__name__} {error}"
    if "NameResolution" in told:
        return Unreachable("name")
    if isinstance(error, requests.exceptions.SSLError) or "CERTIFICATE" in told or "SSLError" in told:
        return Unreachable("tls")
    if isinstance(error, requests.exceptions.Timeout | TimeoutError) or "timed out" in told or "TimeoutError" in told:
        return Unreachable("timeout", seconds=int(READ))
    return Unreachable("connection")
