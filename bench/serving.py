"""Servers under test: each is one process on one core, on a free port of this machine, and ends with its block."""

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVER_CORE, CLIENT_CORE = 0, 1
STARTS_WITHIN = 120

OURS = ("-m", "deploy.asgi")
STOCK = ("-m", "bench.stock")


def free_port() -> int:
    """A port that nobody listens on now."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def pin(core: int) -> None:
    """Keeps this process on one core, where the system can and has more than one."""
    if hasattr(os, "sched_setaffinity") and (os.cpu_count() or 1) > core:
        os.sched_setaffinity(0, {core})


@contextmanager
def serving(*command: str, ready: str = "/_stcore/health", said: bytes = b"ok") -> Iterator[int]:
    """Runs `python command` on the server's core until the block ends; gives its port once `ready` answers `said`."""
    port = free_port()
    with tempfile.TemporaryFile() as log:
        process = subprocess.Popen(
            [sys.executable, *command],
            cwd=ROOT,
            env={**os.environ, "PORT": str(port), "HOST": "127.0.0.1", "PYTHONPATH": str(ROOT)},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: pin(SERVER_CORE),  # noqa: PLW1509 (one thread forks here)
        )
        try:
            if not _answers(f"http://127.0.0.1:{port}{ready}", said, process):
                raise RuntimeError(f"{' '.join(command)} did not start")
            yield port
        finally:
            process.terminate()
            try:
                process.wait(timeout=15)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait(timeout=15)
            if sys.exc_info()[0] is not None:
                log.seek(0)
                print(f"{' '.join(command)} wrote:\n{log.read().decode(errors='replace')[-4000:]}", file=sys.stderr)


def _answers(address: str, said: bytes, process: subprocess.Popen[bytes]) -> bool:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until and process.poll() is None:
        time.sleep(0.2)
        with suppress(OSError), urllib.request.urlopen(address, timeout=5) as answer:
            if said in answer.read():
                return True
    return False
