"""The production entry: Streamlit behind compression, security headers and a warm-up, on one port.

    python -m deploy.asgi                     HOST, PORT (127.0.0.1, 8501)
    uvicorn deploy.asgi:app                   the same application under a server of one's own
    streamlit run app.py                      the same application as Streamlit serves it, by .streamlit/config.toml

PDRB_PUBLIC_URL is the address by which people open the dashboard; PDRB_HOSTS names further hosts that are answered,
separated by commas; without either only this machine's own names are. PDRB_PROXIES (127.0.0.1) are believed about who
asks, and whether over TLS.
PDRB_MODE=local lets one person at this machine do everything; without it, and without the identity provider that
PDRB_SECRETS (`.streamlit/secrets.toml`) names in its section [auth], published editions are served to be read.
"""

import gc
import json
import logging
import os
import sys
import threading
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
import uvicorn
from google.protobuf.message import DecodeError
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, RedirectResponse
from starlette.routing import Route
from streamlit import config, file_util
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.runtime import Runtime
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.pages_manager import PagesManager

from deploy import alive, asset, settings
from deploy.activity import Activity, ThisMachineOnly
from deploy.guard import Document, Guard, security_headers
from deploy.shell import chunks, script_hashes, shell
from deploy.upload_gate import MIB, Held, Quota, UploadGate
from desk.rights import Mode
from pages.parts import identity
from pages.parts.navigation import ADDRESSES
from pages.parts.theme import keep_theme
from pages.parts.vendor import plotly_script
from text.lookup import LANGUAGES, say

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = Path(os.environ.get("PDRB_APP", ROOT / "app.py"))
STREAMLIT = Path(file_util.get_static_dir())
LARGEST_MESSAGE = 4 * MIB
"""What a browser may send at once over its socket: files take another way, and all that is typed is far smaller."""
CONNECTIONS = 1000
"""Connections at once, sockets of open pages among them; who comes then is told to come later."""
log = logging.getLogger("uvicorn.error")


def check() -> None:
    """Ends the program with a sentence where a setting cannot be followed."""
    try:
        settings.host()
        settings.idle()
        settings.public_url()
        settings.proxies()
        settings.warm_up()
        if named := settings.secrets():
            config.set_option("secrets.files", [named])
            if not st.secrets.load_if_toml_exists():
                raise settings.WrongSetting("secrets", found=named)
        if identity.has_provider():
            settings.provider(st.secrets["auth"])
    except settings.WrongSetting as wrong:
        sys.exit(str(wrong))


def first_chunks() -> tuple[str, ...]:
    """The scripts that every page needs."""
    return chunks(json.loads((STREAMLIT / "manifest.json").read_text(encoding="utf-8")))


def middleware() -> list[Middleware]:
    """What a request passes before it reaches Streamlit, outermost first."""
    original = (STREAMLIT / "index.html").read_text(encoding="utf-8")
    version = asset.version(ROOT / "static" / "interface.js")
    documents = {lang: shell(original, lang, first_chunks(), version) for lang in LANGUAGES}
    folders = {
        "/static/": (STREAMLIT / "static", asset.FOR_EVER),
        "/app/static/vendor/": (ROOT / "static" / "vendor", asset.FOR_EVER),
        "/app/static/": (ROOT / "static", asset.A_DAY),
    }
    alone = settings.mode() is Mode.LOCAL
    foreign = PlainTextResponse("\n".join(say("access.elsewhere", lang) for lang in LANGUAGES), 403)
    quota = Quota(file=config.get_option("server.maxUploadSize") * MIB)
    return [
        *([Middleware(ThisMachineOnly, refusal=foreign)] if alone else []),
        Middleware(
            Guard,
            hosts=settings.hosts(),
            headers=security_headers(script_hashes(documents["id"])),
            secure=settings.public_url().startswith("https:"),
        ),
        Middleware(UploadGate, who=identity.person_of, held=held, quota=quota),
        Middleware(Activity, done=is_done, touch=identity.touch, end=identity.end),
        Middleware(asset.Assets, folders=folders),
        Middleware(Document, documents=documents, original=original),
    ]


def held() -> Held:
    """The sizes of the uploaded files that are held in memory, by session and file."""
    manager = Runtime.instance().uploaded_file_mgr
    if not isinstance(manager, MemoryUploadedFileManager):
        raise TypeError(f"uploaded files are kept by {type(manager).__name__}, which nobody has counted")
    return {
        session: {file: len(record.data) for file, record in list(files.items())}
        for session, files in list(manager.file_storage.items())
    }


def is_done(message: bytes) -> bool:
    """Whether a message of the browser is something that its person did, not a page that renews itself."""
    parsed = BackMsg()
    try:
        parsed.ParseFromString(message)
    except DecodeError:
        return False
    return parsed.WhichOneof("type") == "rerun_script" and not parsed.rerun_script.is_auto_rerun


async def healthz(_: Request) -> JSONResponse:
    """Says that the server answers, and whether its warm-up is over."""
    return JSONResponse({"status": "ok", "warm": warmed.is_set()}, headers={"Cache-Control": "no-store"})


async def favicon(_: Request) -> FileResponse:
    """Our own mark instead of Streamlit's."""
    return FileResponse(ROOT / "static" / "favicon.png", headers={"Cache-Control": asset.A_DAY})


async def overview(request: Request) -> RedirectResponse:
    """Opens the overview by its name too: Streamlit knows the page that opens first by the bare address only."""
    query = request.url.query
    return RedirectResponse(f"./?{query}" if query else "./", headers={"Cache-Control": "no-store"})


warmed = threading.Event()


def warm_up() -> None:
    """Compresses the scripts of the first visit and builds the pages that most visitors open."""
    began = time.perf_counter()
    asset.warm([STREAMLIT / name for name in first_chunks()])
    asset.warm([plotly_script()])
    from pages.parts.warm import warm

    warm()
    collect_seldom()
    warmed.set()
    log.info("Warm-up took %.1f s", time.perf_counter() - began)


def collect_seldom() -> None:
    """Sets what was built aside, and lets a full collection wait twenty times as long as Python would.

    Such a collection stops every run for a quarter of a second, and under load there was one every four seconds.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(700, 10, 200)


@asynccontextmanager
async def lifespan(_: st.App) -> AsyncIterator[None]:
    """Starts the warm-up beside the server, so that the port answers at once."""
    config.set_option("server.allowedHosts", list(settings.hosts()))
    keep_theme()
    # Else the first visitor of a page other than the first is told that it does not exist: Streamlit takes the folder
    # pages/ for the navigation until app.py has run once.
    PagesManager.uses_pages_directory = False
    if settings.warm_up():
        threading.Thread(target=warm_up, name="warm-up", daemon=True).start()
    async with alive.told():
        yield


check()
SERVED: dict[str, Any] = {
    "lifespan": lifespan,
    "middleware": middleware(),
    "routes": [
        Route("/healthz", healthz),
        Route("/favicon.png", favicon),
        Route(f"/{ADDRESSES['overview']}", overview),
    ],
}
app = st.App(SCRIPT, **SERVED)


def main() -> None:
    """Serves until it is stopped."""
    uvicorn.run(
        app,
        host=settings.host(),
        port=int(os.environ.get("PORT", "8501")),
        ws="websockets-sansio",
        ws_max_size=LARGEST_MESSAGE,
        ws_per_message_deflate=False,
        ws_ping_interval=10,
        ws_ping_timeout=30,
        log_config=None,
        access_log=False,
        server_header=False,
        forwarded_allow_ips=settings.proxies(),
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=3,
    )


if __name__ == "__main__":
    main()
