"""The server tells whoever started it that it is ready and alive, and nobody where nobody asked."""

import os
import signal
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from deploy.alive import every, tell
from tests.conftest import free_port, running

pytestmark = pytest.mark.server


@pytest.fixture
def listener(tmp_path: Path) -> Iterator[socket.socket]:
    """What systemd listens with."""
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as line:
        line.bind(str(tmp_path / "notify"))
        line.settimeout(60)
        yield line


def test_a_server_says_that_it_is_ready_and_alive_and_when_it_ends(listener: socket.socket, tmp_path: Path) -> None:
    asked = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "900000"}
    with running(tmp_path, free_port(), asked) as (_, process):
        assert [listener.recv(99) for _ in range(4)] == [b"READY=1", *[b"WATCHDOG=1"] * 3]
        process.send_signal(signal.SIGSTOP)
        listener.settimeout(1)
        with pytest.raises(TimeoutError):
            for _ in range(20):  # what it had told before it hung
                listener.recv(99)
        process.send_signal(signal.SIGCONT)
        listener.settimeout(60)
        assert listener.recv(99) == b"WATCHDOG=1"
        process.terminate()
        last = b""
        while last != b"STOPPING=1":
            last = listener.recv(99)


def test_where_nobody_listens_nothing_is_told(tmp_path: Path) -> None:
    for name in ("", "somewhere", str(tmp_path / "nobody"), "@nobody-of-pdrb"):
        tell("READY=1", {"NOTIFY_SOCKET": name})
    assert os.listdir(tmp_path) == []


def test_a_sign_of_life_comes_three_times_as_often_as_it_has_to() -> None:
    assert every({"WATCHDOG_USEC": "30000000"}) == 10
    assert every({}) == every({"WATCHDOG_USEC": ""}) == every({"WATCHDOG_USEC": "soon"}) == 0
