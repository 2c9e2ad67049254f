"""Processes that publish, to be killed, starved or raced: one that has all modules loaded forks each.

    publish ID [MOMENT [BYTES]]     a child publishes at a moment (since the epoch), files limited to so many bytes

The parent tells `PID ID`, the child `ID outcome`.
"""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]


@contextmanager
def workers(tables: Path) -> Iterator["Workers"]:
    """The process that forks, for the store that the environment names."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.data.store.workers", str(tables)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1,
    ) as process:  # fmt: skip
        assert process.stdout and process.stdout.readline() == "ready\n"
        yield Workers(process)
        assert process.stdin
        process.stdin.close()


class Workers:
    """Asks for children and hears what became of them."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process
        self._told: dict[int, str] = {}
        self._pids: dict[int, int] = {}

    def publish(self, id: int, moment: float = 0.0, limit: int = 0) -> int:
        """Starts a child; gives its process id."""
        assert self._process.stdin
        self._process.stdin.write(f"publish {id} {moment} {limit}\n")
        while id not in self._pids:
            self._hear()
        return self._pids.pop(id)

    def outcome(self, id: int) -> str:
        """What a child told, once it has."""
        while id not in self._told:
            self._hear()
        return self._told.pop(id)

    def kill(self, id: int, pid: int) -> str | None:
        """Kills a child; what it told before, if it did."""
        with suppress(ProcessLookupError):  # it has ended already
            os.kill(pid, signal.SIGKILL)
        while Path(f"/proc/{pid}").exists():
            time.sleep(0.001)
        assert self._process.stdin
        self._process.stdin.write("mark\n")
        while "mark" not in self._told.values():
            self._hear()
        self._told.pop(0)
        return self._told.pop(id, None)

    def _hear(self) -> None:
        assert self._process.stdout
        line = self._process.stdout.readline().split(maxsplit=2)
        if line[0] == "pid":
            self._pids[int(line[2])] = int(line[1])
        else:
            self._told[int(line[1])] = line[2].strip()


def _tell(line: str) -> None:
    os.write(1, f"{line}\n".encode())


def _child(id: int, moment: float, limit: int) -> None:
    from data import store

    if limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    time.sleep(max(0.0, moment - time.time()))
    try:
        told = f"edition {store.publish(id, 'budi').edition}"
    except store.StoreError as error:
        told = type(error).__name__
    _tell(f"told {id} {told}")
    os._exit(0)


def _main() -> None:
    import pyarrow.parquet  # noqa: F401

    from data import shipped, store  # noqa: F401

    shipped.TABLES = Path(sys.argv[1])
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    _tell("ready")
    for line in sys.stdin:
        if line == "mark\n":
            _tell("told 0 mark")
            continue
        _, id, moment, limit = line.split()
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _child(int(id), float(moment), int(limit))
        _tell(f"pid {pid} {id}")


if __name__ == "__main__":
    _main()
