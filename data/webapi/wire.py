"""The session that asks the WebAPI, and the one place where the key is written.

The addresses that `requests` and urllib3 know, log and name in their errors hold a word in place of the key. The
connection puts the key there in the moment in which it writes the request.
"""

from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool

from data.webapi.address import is_official
from data.webapi.key import Key

PLACE = "the-key-stands-here"
"""What stands in an address where the key belongs."""
AGENT = "Mozilla/5.0 (compatible; pdrb-medan)"
"""BPS turns away what does not look like a browser."""


def session(key: Key, base: str) -> requests.Session:
    """A session for that address: no redirects, no cookies of others, and no proxy where it is this machine's own."""
    made = requests.Session()
    made.headers = requests.structures.CaseInsensitiveDict({"User-Agent": AGENT, "Accept": "application/json"})
    made.trust_env = is_official(base)
    made.adapters.clear()
    made.mount(f"{base}/", _adapter(key))
    return made


def _adapter(key: Key) -> HTTPAdapter:
    pools = _pools(key)

    class Adapter(HTTPAdapter):
        """Speaks through connections that know the key."""

        def init_poolmanager(self, *args: Any, **named: Any) -> None:
            super().init_poolmanager(*args, **named)
            self.poolmanager.pool_classes_by_scheme = pools

        def proxy_manager_for(self, proxy: str, **named: Any) -> Any:
            manager = super().proxy_manager_for(proxy, **named)
            manager.pool_classes_by_scheme = pools
            return manager

    return Adapter(max_retries=0)


def _pools(key: Key) -> dict[str, type[HTTPConnectionPool]]:
    """Pools of connections that write the key where `PLACE` stands, and tell nobody what they write."""

    class Plain(HTTPConnection):
        debuglevel = 0

        def putrequest(self, method: str, url: str, *args: Any, **named: Any) -> None:
            super().putrequest(method, url.replace(PLACE, key.in_a_path()), *args, **named)

        def set_debuglevel(self, level: int) -> None:
            """Not here: what is sent would be printed."""

    class Secure(HTTPSConnection):
        debuglevel = 0

        def putrequest(self, method: str, url: str, *args: Any, **named: Any) -> None:
            super().putrequest(method, url.replace(PLACE, key.in_a_path()), *args, **named)

        def set_debuglevel(self, level: int) -> None:
            """Not here: what is sent would be printed."""

    class PlainPool(HTTPConnectionPool):
        ConnectionCls = Plain

    class SecurePool(HTTPSConnectionPool):
        ConnectionCls = Secure

    return {"http": PlainPool, "https": SecurePool}
