"""The upload route, closed to those who may not upload: Streamlit itself takes files from anyone who knows a session.

A request goes on when the identity in its signed cookie may upload, its session is not another person's, and what that
person and all together hold in memory stays within the quota.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from deploy.guard import asked_language
from desk.rights import Action, Person, may
from text.lookup import say

ROUTE = "/_stcore/upload_file/"
MIB = 1024 * 1024
FRAMING = 64 * 1024
"""What the form around a file may add to its size, in bytes."""

Held = Mapping[str, Mapping[str, int]]
"""The sizes in bytes of the files that are held, by session and file."""


@dataclass(frozen=True)
class Quota:
    """How much may be uploaded: the largest file, and what is held at once by a person and by all, bytes and files."""

    file: int = 20 * MIB
    person: int = 100 * MIB
    person_files: int = 40
    total: int = 400 * MIB
    total_files: int = 400


@dataclass(frozen=True)
class No:
    """A refusal: its status and the key and slots of its sentence."""

    status: int
    key: str
    slots: Mapping[str, object]


class UploadGate:
    """Stands before the upload route; `who` tells the person of a request, `held` what is held at the moment."""

    def __init__(
        self, app: ASGIApp, who: Callable[[Scope], Person], held: Callable[[], Held], quota: Quota | None = None
    ) -> None:
        self.app = app
        self.who = who
        self.held = held
        self.quota = quota or Quota()
        self._owner: dict[str, str] = {}
        self._coming: dict[tuple[str, str], int] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(ROUTE):
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        person = await to_thread.run_sync(self.who, scope)
        session, _, file = scope["path"].removeprefix(ROUTE).partition("/")
        refusal = self._refusal(scope["method"], person, session, headers)
        if refusal is not None:
            if refusal.status != 413:
                await _read_away(receive, self.quota.file + FRAMING)
            await _answer(refusal, scope)(scope, receive, send)
            return
        if scope["method"] != "PUT":
            await self.app(scope, receive, send)
            return
        key = (session, file)
        before = self._coming.get(key, 0)
        self._owner[session] = person.name
        self._coming[key] = before + int(headers["content-length"])
        try:
            await self.app(scope, receive, send)
        finally:
            self._coming[key] -= int(headers["content-length"])
            if not self._coming[key]:
                del self._coming[key]

    def _refusal(self, method: str, person: Person, session: str, headers: Headers) -> No | None:
        """Why a request may not go on: first who asks, then how, then how much."""
        refusal = may(person.role, Action.UPLOAD, mode=person.mode)
        if refusal is not None:
            return No(403, refusal.key, {})
        held = self.held()
        self._owner = {s: name for s, name in self._owner.items() if s in held or self._is_coming(s)}
        if self._owner.get(session, person.name) != person.name:
            return No(403, "upload.session", {})
        if method == "DELETE":
            return None
        if method != "PUT":
            return No(405, "upload.method", {})
        length = headers.get("content-length", "")
        # A server believes the chunks where both are stated, so the length would be a lie.
        if not (length.isascii() and length.isdigit()) or "transfer-encoding" in headers:
            return No(411, "upload.length", {})
        return self._too_much(int(length), person, held)

    def _is_coming(self, session: str) -> bool:
        return any(session == coming for coming, _ in self._coming)

    def _too_much(self, length: int, person: Person, held: Held) -> No | None:
        """Which limit the file would break: its own size, then what the person holds, then what all hold."""
        quota = self.quota
        if length > quota.file + FRAMING:
            return No(413, "upload.file", {"most": quota.file // MIB})
        sizes = {(s, f): size for s, files in held.items() for f, size in files.items()} | self._coming
        own = [size for (s, _), size in sizes.items() if self._owner.get(s) == person.name]
        if len(own) >= quota.person_files or sum(own) + length > quota.person:
            return No(429, "upload.person", {"files": quota.person_files, "most": quota.person // MIB})
        if len(sizes) >= quota.total_files or sum(sizes.values()) + length > quota.total:
            return No(429, "upload.total", {})
        return None


def _answer(refusal: No, scope: Scope) -> PlainTextResponse:
    """The refusal in one sentence; the connection ends, since more may follow than was read."""
    words = say(refusal.key, asked_language(scope), **refusal.slots)
    return PlainTextResponse(words, refusal.status, headers={"Connection": "close", "Cache-Control": "no-store"})


async def _read_away(receive: Receive, most: int) -> None:
    """Reads what is sent and keeps none of it: a line that ends with bytes unread is cut before the answer arrives."""
    while most > 0:
        message = await receive()
        if message["type"] != "http.request" or not message.get("more_body"):
            return
        most -= len(message.get("body", b""))
