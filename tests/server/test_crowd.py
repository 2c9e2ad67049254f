"""Many visitors at once: each gets its page, and the server stays quick. Long, so it runs with `make campaign`."""

import asyncio
import time

import pytest
import requests
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect
from websockets.typing import Subprotocol

pytestmark = [pytest.mark.server, pytest.mark.campaign]
VISITORS = 100
PAGES = ("", "pertumbuhan", "perdagangan-jasa", "struktur", "tentang")


async def visit(server: str, page: str) -> int:
    """One visitor opens one page; how its run ended."""
    message = BackMsg()
    message.rerun_script.page_name = page
    address = f"{server.replace('http', 'ws')}/_stcore/stream"
    async with connect(address, origin=server, subprotocols=[Subprotocol("streamlit")], max_size=None) as line:
        await line.send(message.SerializeToString())
        async for received in line:
            answer = ForwardMsg.FromString(received)
            if answer.WhichOneof("type") == "script_finished":
                return answer.script_finished
    raise ConnectionError(f"the line of {page} broke before the page stood")


async def crowd(server: str) -> list[int]:
    return await asyncio.gather(*(visit(server, PAGES[number % len(PAGES)]) for number in range(VISITORS)))


def test_a_hundred_visitors_at_once_all_get_their_page(server: str) -> None:
    ended = asyncio.run(crowd(server))
    assert ended == [ForwardMsg.FINISHED_SUCCESSFULLY] * VISITORS
    began = time.monotonic()
    assert requests.get(f"{server}/_stcore/health", timeout=10).text == "ok"
    assert time.monotonic() - began < 5
