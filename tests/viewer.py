"""An open page without a browser: renews itself as a browser does, and comes back when its line breaks."""

import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from tests.office import XSRF
from tests.replicas import SEAT, seat

GIVES_UP = 5
"""Seconds after which a page asks anew whether anybody is there."""
TRIES_EVERY = 0.5
"""Seconds between two tries to come back; a browser waits as long at first."""


@dataclass
class Viewer:
    """A page of a visitor; `query` is what stands in its address."""

    site: str
    visitor: requests.Session = field(default_factory=requests.Session)
    query: str = ""
    line: ClientConnection | None = None
    _held: ExitStack = field(default_factory=ExitStack)
    session: str = ""
    script: str = ""
    due: dict[str, tuple[float, float]] = field(default_factory=dict)
    """The parts that renew themselves: every how many seconds, and when next."""

    @property
    def seat(self) -> str:
        """The replica that the proxy last named."""
        return self.visitor.cookies[SEAT]

    def open(self) -> None:
        """Asks for the document, opens the socket and waits for the page."""
        self.visitor.get(f"{self.site}/?{self.query}", timeout=30).raise_for_status()
        self._connect()

    def _connect(self) -> None:
        self.visitor.get(f"{self.site}/_stcore/health", timeout=GIVES_UP).raise_for_status()
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in self.visitor.cookies)
        words = ["streamlit", self.visitor.cookies.get(XSRF, "PLACEHOLDER_AUTH_TOKEN"), self.session]
        self._held.close()
        line = connect(
            f"{self.site.replace('http', 'ws')}/_stcore/stream",
            origin=self.site,
            subprotocols=[Subprotocol(word) for word in words if word],
            additional_headers={"Cookie": cookies},
            max_size=None,
            open_timeout=30,
        )
        self.line = self._held.enter_context(line)
        assert self.line.response is not None
        for told in self.line.response.headers.get_all("Set-Cookie"):
            name, _, value = told.split(";")[0].partition("=")
            if name == SEAT:
                seat(self.visitor, value)
        self.due.clear()
        self._ask()
        self.until(lambda message: message.WhichOneof("type") == "script_finished", within=60)

    def _ask(self, fragment: str = "") -> None:
        question = BackMsg()
        question.rerun_script.query_string = self.query
        question.rerun_script.page_script_hash = self.script
        question.rerun_script.fragment_id = fragment
        question.rerun_script.is_auto_rerun = bool(fragment)
        assert self.line is not None
        self.line.send(question.SerializeToString())

    def until(self, wanted: Callable[[ForwardMsg], bool], within: float) -> float:
        """Waits for a message, the parts that are due renewed meanwhile; gives the moment that it came at.

        ConnectionClosed where the line breaks before, TimeoutError where it does not come.
        """
        end = time.monotonic() + within
        assert self.line is not None
        while (now := time.monotonic()) < end:
            for fragment, (every, moment) in self.due.items():
                if now >= moment:
                    self._ask(fragment)
                    self.due[fragment] = (every, now + every)
            try:
                message = ForwardMsg.FromString(self.line.recv(timeout=0.1))  # type: ignore[arg-type]
            except TimeoutError:
                continue
            self._note(message)
            if wanted(message):
                return time.monotonic()
        raise TimeoutError(f"nothing of the kind within {within} s")

    def _note(self, message: ForwardMsg) -> None:
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.session = message.new_session.initialize.session_id
            self.script = message.new_session.page_script_hash
        elif kind == "auto_rerun":
            every = message.auto_rerun.interval
            self.due[message.auto_rerun.fragment_id] = (every, time.monotonic() + every)

    def back(self, within: float) -> float:
        """Waits until the line breaks and the page stands again; gives the moment."""
        end = time.monotonic() + within
        with suppress(ConnectionClosed):
            self.until(lambda message: False, within)
        while time.monotonic() < end:
            try:
                self._connect()
                return time.monotonic()
            except (ConnectionClosed, InvalidHandshake, OSError, requests.RequestException):
                time.sleep(TRIES_EVERY)
        raise TimeoutError(f"not back within {within} s")

    def close(self) -> None:
        """Leaves the page."""
        self._held.close()
