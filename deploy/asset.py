"""Static files, compressed once and kept in memory: Streamlit itself serves its 9 MB of scripts uncompressed."""

import gzip
import hashlib
import mimetypes
from functools import cache, lru_cache
from pathlib import Path

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

FOR_EVER = "public, immutable, max-age=31536000"
A_DAY = "public, max-age=86400"
_COMPRESSED = {".js", ".css", ".svg", ".json", ".txt", ".map"}
_TYPES = {".js": "text/javascript", ".woff2": "font/woff2", ".css": "text/css", ".svg": "image/svg+xml"}


class Assets:
    """Serves the files below some folders: `folders` maps an address prefix to a folder and its `Cache-Control`."""

    def __init__(self, app: ASGIApp, folders: dict[str, tuple[Path, str]]) -> None:
        self.app = app
        self.folders = {prefix: (folder.resolve(), keep) for prefix, (folder, keep) in folders.items()}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        found = self._file(scope) if scope["type"] == "http" and scope["method"] in ("GET", "HEAD") else None
        if found is None:
            await self.app(scope, receive, send)
            return
        path, keep = found
        response = await to_thread.run_sync(answer, path, keep, Headers(scope=scope))
        await response(scope, receive, send)

    def _file(self, scope: Scope) -> tuple[Path, str] | None:
        """The file an address names, and how long it may be kept; none where it names nothing in these folders."""
        for prefix, (folder, keep) in self.folders.items():
            if scope["path"].startswith(prefix):
                path = (folder / scope["path"].removeprefix(prefix)).resolve()
                if path.is_relative_to(folder) and path.is_file():
                    return path, keep
        return None


def answer(path: Path, keep: str, headers: Headers) -> Response:
    """The file as a response: gzip where the visitor takes it and it helps, nothing where it is known already."""
    stamp = path.stat()
    compress = path.suffix in _COMPRESSED and "gzip" in headers.get("accept-encoding", "")
    etag = f'"{stamp.st_mtime_ns:x}-{stamp.st_size:x}{"-gzip" if compress else ""}"'
    common = {"Cache-Control": keep, "ETag": etag, "Vary": "Accept-Encoding"}
    if headers.get("if-none-match") == etag:
        return Response(status_code=304, headers=common)
    if compress:
        common["Content-Encoding"] = "gzip"
    content = _bytes(path, stamp.st_mtime_ns, compress)
    kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return Response(content, headers=common, media_type=kind)


@lru_cache(maxsize=512)
def _bytes(path: Path, changed: int, compress: bool) -> bytes:
    """The bytes to send for a file as it was at the time `changed`."""
    content = path.read_bytes()
    return gzip.compress(content, compresslevel=9, mtime=0) if compress else content


def warm(paths: list[Path]) -> None:
    """Compresses these files before the first visitor asks for them."""
    for path in paths:
        _bytes(path.resolve(), path.stat().st_mtime_ns, path.suffix in _COMPRESSED)


@cache
def version(path: Path) -> str:
    """A word for an address that changes with the file, so that no browser keeps an old one."""
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12]
