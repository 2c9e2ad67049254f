"""Which address is asked: the WebAPI of BPS, or for tests one of this machine's own (BPS_WEBAPI_URL)."""

import os
import re
from collections.abc import Mapping
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit

from data.webapi.errors import NotSetUp

OFFICIAL = "https://webapi.bps.go.id/v1/api"
NAME = "BPS_WEBAPI_URL"
_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)*")


def base(environment: Mapping[str, str] | None = None) -> str:
    """The address below which all is asked, without a slash at its end; NotSetUp where it may not be asked."""
    found = (os.environ if environment is None else environment).get(NAME, "").strip().rstrip("/")
    if found in ("", OFFICIAL):
        return OFFICIAL
    try:
        parts = urlsplit(found)
        host, port = _loopback(parts.hostname or ""), parts.port
    except ValueError:
        parts, host, port = SplitResult("", "", "", "", ""), "", None
    fit = parts.scheme in ("http", "https") and "@" not in parts.netloc and not (parts.query or parts.fragment)
    if not (fit and host and _PATH.fullmatch(parts.path)):
        raise NotSetUp("address", official=OFFICIAL)
    return f"{parts.scheme}://{host}{f':{port}' if port else ''}{parts.path}"


def is_official(address: str) -> bool:
    """Whether an address is that of BPS itself."""
    return address == OFFICIAL


def _loopback(host: str) -> str:
    """A host that can only be this machine, as it is asked; empty for any other."""
    if host.lower() == "localhost":
        return "127.0.0.1"
    address = ip_address(host)
    if not address.is_loopback or getattr(address, "ipv4_mapped", None):
        return ""
    return f"[{address}]" if address.version == 6 else str(address)
