"""What stands before Streamlit on every request: who may ask, what is never answered, and the security headers."""

import gzip
from collections.abc import Iterable, Mapping
from urllib.parse import parse_qs, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from text.lookup import say

CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check", "/_stcore/agent")


def policy(script_hashes: Iterable[str]) -> str:
    """The Content-Security-Policy: everything from this server; `docs/decisions/` says why each exception is there."""
    scripts = " ".join(("'self'", "'wasm-unsafe-eval'", *script_hashes))
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src {scripts}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


def security_headers(script_hashes: Iterable[str]) -> dict[str, str]:
    """The headers of every answer."""
    return {
        "Content-Security-Policy": policy(script_hashes),
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def host_name(host: str) -> str:
    """The name in a `Host` header, without port; empty where there is none.

    >>> host_name("pdrb.example:8501"), host_name("[::1]:8501"), host_name("a@b:x")
    ('pdrb.example', '::1', '')
    """
    try:
        parts = urlsplit(f"//{host}")
        parts.port  # noqa: B018 (raises where the port is no number)
    except ValueError:
        return ""
    return (parts.hostname or "") if "@" not in host else ""


class Guard:
    """Refuses foreign hosts and origins and closed addresses; adds the headers to every answer.

    Cookies that are set over TLS, or with `secure` in any case, travel over TLS only: Streamlit leaves that out.
    """

    def __init__(self, app: ASGIApp, hosts: Iterable[str], headers: Mapping[str, str], secure: bool = False) -> None:
        self.app = app
        self.hosts = frozenset(host.lower() for host in hosts)
        self.headers = dict(headers)
        self.secure = secure

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if scope["type"] == "websocket":
            await (Response(status_code=refusal) if refusal else self.app)(scope, receive, send)
            return
        words = say("shell.refused", asked_language(scope))
        answer: ASGIApp = PlainTextResponse(words, refusal) if refusal else self.app
        await answer(scope, receive, self._with_headers(scope, send))

    def _refusal(self, scope: Scope) -> int:
        """The status of a refusal; 0 where the request may go on."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        if "*" not in self.hosts and host_name(host) not in self.hosts:
            return 421
        origin = headers.get("origin")
        # A foreign origin would make Streamlit ask an outside service for this machine's address.
        if origin is not None and urlsplit(origin).netloc != host:
            return 403
        return 404 if scope["path"].startswith(CLOSED) else 0

    def _with_headers(self, scope: Scope, send: Send) -> Send:
        async def sender(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers[name] = value
                if scope["path"].startswith("/media/"):
                    headers["Cache-Control"] = "no-store"
                if self.secure or scope["scheme"] == "https":
                    message["headers"] = [secured(name, value) for name, value in headers.raw]
            await send(message)

        return sender


def secured(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    """A header of an answer; a cookie so that it travels over TLS only.

    >>> secured(b"set-cookie", b"a=1; Path=/"), secured(b"set-cookie", b"a=1; secure"), secured(b"etag", b"1")
    ((b'set-cookie', b'a=1; Path=/; Secure'), (b'set-cookie', b'a=1; secure'), (b'etag', b'1'))
    """
    flags = {part.strip().lower() for part in value.split(b";")[1:]}
    plain = name.lower() == b"set-cookie" and b"secure" not in flags
    return name, value + b"; Secure" if plain else value


class Document:
    """Answers with our document wherever Streamlit would answer with its own: at `/` and at every page's address."""

    def __init__(self, app: ASGIApp, documents: Mapping[str, str], original: str) -> None:
        self.app = app
        self.plain = {lang: document.encode() for lang, document in documents.items()}
        self.compressed = {lang: gzip.compress(document, mtime=0) for lang, document in self.plain.items()}
        self.size = str(len(original.encode()))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD") or scope["path"].startswith(_FILES):
            await self.app(scope, receive, send)
            return
        replaced = False

        async def sender(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                headers = Headers(raw=message["headers"])
                kind = headers.get("content-type", "")
                replaced = kind.startswith("text/html") and headers.get("content-length") == self.size
                if replaced:
                    return
            if not replaced:
                await send(message)

        plain = {**scope, "headers": [pair for pair in scope["headers"] if pair[0] not in _CONDITIONS]}
        await self.app(plain, receive, sender)
        if replaced:
            await self._document(scope)(scope, receive, send)

    def _document(self, scope: Scope) -> Response:
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding"}
        content = self.plain[asked_language(scope)]
        if "gzip" in Headers(scope=scope).get("accept-encoding", ""):
            headers["Content-Encoding"] = "gzip"
            content = self.compressed[asked_language(scope)]
        return Response(content, headers=headers, media_type="text/html")


_FILES = ("/_stcore/", "/media/", "/component/", "/app/static/", "/static/")
_CONDITIONS = (b"accept-encoding", b"if-none-match", b"if-modified-since", b"range")


def asked_language(scope: Scope) -> str:
    """The language an address asks for; Indonesian where it asks for none that there is."""
    asked = parse_qs(scope.get("query_string", b"").decode("latin-1")).get("lang", [""])[0]
    return "en" if asked == "en" else "id"
