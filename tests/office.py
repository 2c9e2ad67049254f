"""An office for tests: the real server, a real OpenID Connect provider beside it, and people who sign in.

Every person here is made up. The provider is a process of its own on this machine (`oidc-provider-mock`).
"""

import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import requests
from joserfc import jwt
from joserfc.jwk import OctKey
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from data import store
from tests.conftest import free_port, serving

SECRET = "hanya-untuk-uji-0123456789abcdef0123456789"
XSRF = "_streamlit_xsrf"


@dataclass(frozen=True)
class Office:
    """Where the server and the provider of an office answer, and the home of its store."""

    server: str
    provider: str
    home: Path
    database: str = ""
    """The address of the store where it is no file in `home`."""

    def open_account(self, subject: str, **claims: object) -> None:
        """Gives a person an account at the provider."""
        known = {"email": f"{subject}@bps.example", "email_verified": True, "name": subject.title(), **claims}
        requests.put(f"{self.provider}/users/{subject}", json=known, timeout=10).raise_for_status()

    def give(self, name: str, role: str) -> None:
        """Makes a user of the store, or changes the role of one."""
        self._in_store("set_user", name, role, "uji")

    def take(self, name: str) -> None:
        """Takes the role of a user away."""
        self._in_store("set_user", name, "viewer", "uji", False)

    def role(self, name: str) -> str:
        """The role of a user."""
        return self._in_store("user", name).role

    def _in_store(self, call: str, *given: object) -> Any:
        with pytest.MonkeyPatch.context() as environment:
            environment.setenv("PDRB_HOME", str(self.home))
            environment.setenv("PDRB_DATABASE_URL", self.database)
            return getattr(store, call)(*given)

    def sign_in(self, subject: str) -> requests.Session:
        """A browser of a person who has signed in: by way of the provider's own form."""
        visitor = requests.Session()
        head, claims = {"alg": "HS256"}, {"provider": "default", "exp": int(time.time()) + 60}
        token = jwt.encode(head, claims, OctKey.import_key(SECRET))
        asked = visitor.get(f"{self.server}/auth/login", params={"provider": token}, allow_redirects=False, timeout=10)
        visitor.post(asked.headers["Location"], data={"sub": subject}, timeout=10).raise_for_status()
        assert "_streamlit_user" in visitor.cookies
        return visitor

    @contextmanager
    def page_of(self, visitor: requests.Session) -> Iterator[str]:
        """An open page of a visitor: gives the id of its session."""
        visitor.get(f"{self.server}/_stcore/health", timeout=10)
        cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in visitor.cookies)
        with connect(
            f"{self.server.replace('http', 'ws')}/_stcore/stream",
            origin=self.server,
            subprotocols=[Subprotocol("streamlit"), Subprotocol(visitor.cookies[XSRF])],
            additional_headers={"Cookie": cookies},
            max_size=None,
        ) as line:
            message = BackMsg()
            message.rerun_script.query_string = ""
            line.send(message.SerializeToString())
            yield _session_id(line)


def _session_id(line: ClientConnection) -> str:
    while True:
        message = ForwardMsg.FromString(line.recv(timeout=30))
        if message.WhichOneof("type") == "new_session":
            return message.new_session.initialize.session_id


@contextmanager
def office(folder: Path, **environment: str) -> Iterator[Office]:
    """An office whose server knows its provider; both end with the block."""
    port = free_port()
    server = f"http://127.0.0.1:{port}"
    with identity_provider(folder) as provider:
        settings = {"PDRB_HOME": str(folder), "PDRB_SECRETS": secrets(folder, server, provider), **environment}
        with serving(folder, port, settings):
            yield Office(server, provider, folder)


@contextmanager
def identity_provider(folder: Path) -> Iterator[str]:
    """A provider of its own: gives its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)]
    with (folder / "provider.txt").open("w") as log:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT)
        try:
            _wait(address)
            yield address
        finally:
            process.terminate()
            process.wait(timeout=20)


def secrets(folder: Path, server: str, provider: str) -> str:
    """Writes the file that names the provider to a server; gives its path."""
    path = folder / "secrets.toml"
    path.write_text(
        f'[auth]\nredirect_uri = "{server}/oauth2callback"\ncookie_secret = "{SECRET}"\n'
        f'client_id = "pdrb"\nclient_secret = "uji"\n'
        f'server_metadata_url = "{provider}/.well-known/openid-configuration"\n'
    )
    return str(path)


def _wait(provider: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            requests.get(f"{provider}/.well-known/openid-configuration", timeout=5).raise_for_status()
            return
        except requests.ConnectionError:
            time.sleep(0.2)
    pytest.fail("the identity provider does not answer")
