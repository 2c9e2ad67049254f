"""What a process that reads a file may use, and how it is held to that: by the system, and by a watch from outside."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from data.guard import MEBIBYTE

LOOKED_AT_EVERY = 0.1


@dataclass(frozen=True)
class Limits:
    """What a child may use: address space in bytes, and seconds.

    `cpu` of processor; `wall` of its own time, which is the clock from when it has its file until it answers, less what
    it waits for a processor that others use; `longest` of the clock in all. Why:
    docs/decisions/0011-how-long-a-file-may-take.md.
    """

    memory: int = 512 * MEBIBYTE
    cpu: int = 5
    wall: float = 4.5
    longest: float = 60.0


def limit(allowed: Limits) -> None:
    """Take the limits upon this process, before anything of the file is looked at."""
    if os.name != "posix":
        return
    import resource

    memory = allowed.memory if sys.platform != "darwin" else resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (allowed.cpu, allowed.cpu + 1))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    os.nice(5)


def kill(process: "subprocess.Popen[bytes]") -> None:
    """End a child and whatever it started; one that has ended is left alone."""
    if process.poll() is not None:
        return
    try:
        if os.name == "posix":
            os.killpg(process.pid, 9)
        else:
            process.kill()
    except ProcessLookupError:
        return


class Watch:
    """Ends a child that takes longer than it may. It is told when the child has its file, and when it answers."""

    def __init__(self, process: "subprocess.Popen[bytes]", allowed: Limits) -> None:
        self.overtime = False
        self._process, self._allowed = process, allowed
        self._ended, self._answers = threading.Event(), threading.Event()
        self._until = time.monotonic() + allowed.longest
        self._began: float | None = None
        threading.Thread(target=self._look, daemon=True).start()

    def begin(self) -> None:
        """The child has its file, and its own time begins."""
        self._began = time.monotonic() - waited(self._process.pid)

    def rest(self) -> None:
        """The child answers: from here on it may wait for whoever reads the answer."""
        self._answers.set()

    def end(self) -> None:
        """The child has ended, or is ended now."""
        self._ended.set()
        kill(self._process)

    def _look(self) -> None:
        while not self._ended.wait(LOOKED_AT_EVERY):
            if self._late() and self._process.poll() is None:
                self.overtime = True
                kill(self._process)
                return

    def _late(self) -> bool:
        now = time.monotonic()
        if self._began is None or self._answers.is_set():
            return now > self._until
        return now > self._until or now - self._began - waited(self._process.pid) > self._allowed.wall


def waited(number: int) -> float:
    """The seconds that a process could have worked, had others not held the processors; 0 where no system tells."""
    try:
        held = Path(f"/proc/{number}/schedstat").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    return int(held[1]) / 1e9 if len(held) > 1 else 0.0
