"""Tells systemd that the server is ready, and ever again that its event loop turns: one that hangs is started anew.

Where nobody listens (NOTIFY_SOCKET is not set) nothing is told.
"""

import asyncio
import os
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress

OFTEN = 3
"""How many times within the time that systemd waits (WATCHDOG_USEC) it is told."""


def tell(words: str, environment: Mapping[str, str] = os.environ) -> None:
    """Sends a line to whoever started this program and asked for it."""
    name = environment.get("NOTIFY_SOCKET", "")
    if not name.startswith(("/", "@")):
        return
    address = f"\0{name[1:]}" if name.startswith("@") else name
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line, suppress(OSError):  # nobody there: nobody to be told
        line.sendto(words.encode(), address)


def every(environment: Mapping[str, str] = os.environ) -> float:
    """Seconds between two signs of life; 0 where nobody waits for any."""
    waits = environment.get("WATCHDOG_USEC", "")
    return int(waits) / 1_000_000 / OFTEN if waits.isascii() and waits.isdigit() else 0.0


@asynccontextmanager
async def told() -> AsyncIterator[None]:
    """Says that the server is ready, then that it is alive, until the block ends."""
    tell("READY=1")
    beating = asyncio.create_task(_beat(every()), name="alive")
    try:
        yield
    finally:
        tell("STOPPING=1")
        beating.cancel()


async def _beat(seconds: float) -> None:
    while seconds:
        await asyncio.sleep(seconds)
        tell("WATCHDOG=1")
