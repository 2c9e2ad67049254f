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

    `cpu` seconds of processor, `wall` of the clock less those in which it waits for a processor that others use,
    `longest` of the clock however long it waits (docs/decisions/0011-how-long-a-file-may-take.md).
    """

    memory: int = 512 * MEBIBYTE
    cpu: int = 5
    wall: float = 4.8
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


def watch(
    process: "subprocess.Popen[bytes]", allowed: Limits, ended: threading.Event, overtime: threading.Event
) -> None:
    """End a child that takes longer than it may."""
    began = time.monotonic()
    while not ended.wait(LOOKED_AT_EVERY):
        spent = time.monotonic() - began
        if spent > allowed.longest or spent - waited(process.pid) > allowed.wall:
            overtime.set()
            kill(process)
            return


def waited(number: int) -> float:
    """The seconds that a process could have worked, had others not held the processors; 0 where no system tells."""
    try:
        held = Path(f"/proc/{number}/schedstat").read_text(encoding="ascii").split()
    except OSError:
        return 0.0
    return int(held[1]) / 1e9 if len(held) > 1 else 0.0
