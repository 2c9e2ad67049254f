"""Sees when a person does something, and when one signs out, so that a login ends for good when it should."""

from collections.abc import Callable

from anyio import to_thread
from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message, Receive, Scope, Send

SIGN_OUT = "/auth/logout"


class Activity:
    """Calls `touch` for each message on a socket that `done` takes for something done, `end` for each signing out.

    Both get the scope of the request. Streamlit itself only asks the browser to forget the cookie.
    """

    def __init__(
        self,
        app: ASGIApp,
        done: Callable[[bytes], bool],
        touch: Callable[[Scope], None],
        end: Callable[[Scope], None],
    ) -> None:
        self.app = app
        self.done = done
        self.touch = touch
        self.end = end

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and scope["path"] == SIGN_OUT:
            await to_thread.run_sync(self.end, scope)
        if scope["type"] != "websocket":
            await self.app(scope, receive, send)
            return

        async def receiver() -> Message:
            message = await receive()
            if message["type"] == "websocket.receive" and self.done(message.get("bytes") or b""):
                await to_thread.run_sync(self.touch, scope)
            return message

        await self.app(scope, receiver, send)


class ThisMachineOnly:
    """Refuses whoever comes from another machine, also through a proxy on this one: for local mode."""

    def __init__(self, app: ASGIApp, refusal: ASGIApp) -> None:
        self.app = app
        self.refusal = refusal

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] in ("http", "websocket") and not _from_here(scope):
            await self.refusal(scope, receive, send)
            return
        await self.app(scope, receive, send)


def _from_here(scope: Scope) -> bool:
    client = scope.get("client")
    forwarded = any(name in Headers(scope=scope) for name in ("x-forwarded-for", "forwarded", "x-real-ip"))
    return client is not None and client[0] in ("127.0.0.1", "::1") and not forwarded
