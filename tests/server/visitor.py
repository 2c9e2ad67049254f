"""A visitor without a browser: opens pages over the socket as Streamlit's front end does, and keeps all that comes."""

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

MEDIA = re.compile(rb"/media/[0-9a-zA-Z_.-]+")
PATIENCE = 60


@dataclass
class Page:
    """An open page: all that came over its socket, what its downloads hold, and when the last of it came."""

    server: str
    line: ClientConnection
    session: str = ""
    received: list[bytes] = field(default_factory=list)
    until: float = 0.0

    def run(self, path: str = "", query: str = "", fragment: str = "") -> None:
        """Runs the page, or one of its parts as it renews itself; ends when the run is over."""
        message = BackMsg()
        message.rerun_script.page_name, message.rerun_script.query_string = path, query
        message.rerun_script.fragment_id, message.rerun_script.is_auto_rerun = fragment, bool(fragment)
        self.line.send(message.SerializeToString())
        while self._receive().WhichOneof("type") != "script_finished":
            pass

    def parts(self, name: str) -> list[str]:
        """The ids of the parts that renew themselves, in the order in which they were drawn."""
        messages = map(ForwardMsg.FromString, self.received)
        return [one.auto_rerun.fragment_id for one in messages if one.WhichOneof("type") == name]

    def download(self) -> None:
        """Asks for the file of every download button, and for every file that the page names."""
        messages = list(map(ForwardMsg.FromString, self.received))
        ids = [
            one.delta.new_element.download_button.deferred_file_id
            for one in messages
            if one.delta.new_element.WhichOneof("type") == "download_button"
        ]
        for number, file in enumerate(ids):
            asked = BackMsg()
            asked.backend_operation_request.request_id = str(number)
            asked.backend_operation_request.session_id = self.session
            asked.backend_operation_request.deferred_file.file_id = file
            self.line.send(asked.SerializeToString())
            while self._receive().WhichOneof("type") != "backend_operation_response":
                pass
        for name in sorted(set(MEDIA.findall(b"\n".join(self.received)))):
            answer = requests.get(self.server + name.decode(), timeout=PATIENCE)
            self.received.append(answer.content)
            self.until = time.time()

    def _receive(self) -> ForwardMsg:
        raw = self.line.recv(timeout=PATIENCE)
        assert isinstance(raw, bytes)
        self.received.append(raw)
        self.until = time.time()
        found = ForwardMsg.FromString(raw)
        if found.WhichOneof("type") == "new_session":
            self.session = found.new_session.initialize.session_id
        return found


@contextmanager
def visiting(server: str, path: str = "", query: str = "", visitor: requests.Session | None = None) -> Iterator[Page]:
    """Opens a page as somebody who never came before, or as who has signed in; gives it once it stands."""
    address = f"{server.replace('http', 'ws')}/_stcore/stream"
    protocols, headers = [Subprotocol("streamlit")], {}
    if visitor is not None:
        visitor.get(f"{server}/_stcore/health", timeout=PATIENCE)
        protocols.append(Subprotocol(visitor.cookies["_streamlit_xsrf"]))
        headers["Cookie"] = "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)
    with connect(address, origin=server, subprotocols=protocols, additional_headers=headers, max_size=None) as line:
        page = Page(server, line)
        page.run(path, query)
        yield page
