"""Work on a file from outside in a process of its own, with limits on memory, processor time and clock time.

The child is a fresh interpreter (`python -m data.child module:name`), never a fork of the server. It gets its arguments
and gives its result through pipes. Whatever kills it ends in a `Refusal`; a fault of the program itself is raised
here as `ChildFailed` with the child's traceback, for the log and not for the reader.

Memory and processor limits need an operating system that has them; on Windows only the clock limits a child.
The call blocks its thread and releases the interpreter lock while it waits.
"""

import importlib
import io
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import IO, Any, BinaryIO

from data.guard import MEBIBYTE, WORKBOOKS, refuse
from data.limits import Limits, Watch, kill, limit
from model.problems import Problem, Refusal

ROOT = Path(__file__).resolve().parent.parent
MAX_REQUEST = 32 * MEBIBYTE
MAX_ANSWER = 192 * MEBIBYTE
MAX_COMPLAINT = 64 * 1024
AT_ONCE = 2
KEPT_VARIABLES = {
    "PATH",
    "SYSTEMROOT",
    "TMPDIR",
    "TEMP",
    "TMP",
    "VIRTUAL_ENV",
    "LANG",
    "LC_ALL",
    "TZ",
    "LD_LIBRARY_PATH",
}
SPARING = {
    "ARROW_DEFAULT_MEMORY_POOL": "system",
    "MALLOC_ARENA_MAX": "1",
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONUTF8": "1",
}
TRUSTED = {
    "collections",
    "copyreg",
    "data",
    "datetime",
    "decimal",
    "model",
    "numpy",
    "pandas",
    "pyarrow",
    "_codecs",
    "zoneinfo",
}
TRUSTED_BUILTINS = {"bytearray", "complex", "dict", "frozenset", "list", "object", "range", "set", "slice", "tuple"}
_places = threading.BoundedSemaphore(AT_ONCE)


class ChildFailed(RuntimeError):
    """The child ended in an error that is a fault of the program; its text is the child's traceback."""


class _Answer(pickle.Unpickler):
    """Reads what a child answers; only names of the table libraries and of this program are looked up."""

    def find_class(self, module: str, name: str) -> Any:
        root = module.partition(".")[0]
        if root in TRUSTED or (root == "builtins" and name in TRUSTED_BUILTINS):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"a child answered with {module}.{name}")


def run(function: str, *args: object, limits: Limits | None = None) -> Any:
    """What `module:name` returns for these arguments, called in a child. Raises `Refusal` or `ChildFailed`.

    At most two children run at once; further callers wait, and their clock starts when they are let in.
    """
    allowed = limits or Limits()
    request = pickle.dumps((allowed, args), protocol=pickle.HIGHEST_PROTOCOL)
    if len(request) > MAX_REQUEST:
        refuse("too_large", f"{len(request):,} bytes", f"≤ {MAX_REQUEST:,} bytes")
    with _places, _start(function) as process:
        watch = Watch(process, allowed)
        try:
            answer, complaint = _converse(process, request, watch)
            process.wait()
        finally:
            watch.end()
    if watch.overtime:
        refuse("too_large", f"more than {allowed.wall:g} s", f"≤ {allowed.wall:g} s")
    if len(answer) > MAX_ANSWER:
        refuse("too_large", f"a result of more than {MAX_ANSWER:,} bytes", f"≤ {MAX_ANSWER:,} bytes")
    if process.returncode != 0:
        _explain(process.returncode, complaint.decode("utf-8", "replace"), allowed)
    refused, result = _Answer(io.BytesIO(answer)).load()
    if refused:
        raise Refusal(result)
    return result


def _start(function: str) -> "subprocess.Popen[bytes]":
    kept = {name: value for name, value in os.environ.items() if name.upper() in KEPT_VARIABLES}
    return subprocess.Popen(
        [sys.executable, "-m", "data.child", function],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=ROOT,
        env={**kept, **SPARING},
        start_new_session=True,
    )


def _converse(process: "subprocess.Popen[bytes]", request: bytes, watch: Watch) -> tuple[bytes, bytes]:
    """Send the request, take the answer and the complaints, none of them longer than is allowed."""
    assert process.stdin and process.stdout and process.stderr
    complaint = bytearray()
    threads = (
        threading.Thread(target=_send, args=(process.stdin, request, watch), daemon=True),
        threading.Thread(target=_tail, args=(process.stderr, complaint), daemon=True),
    )
    for thread in threads:
        thread.start()
    answer = bytearray()
    while len(answer) <= MAX_ANSWER and (piece := process.stdout.read1(MEBIBYTE)):  # type: ignore[attr-defined]
        watch.rest()
        answer += piece
    if len(answer) > MAX_ANSWER:
        kill(process)
    for thread in threads:
        thread.join()
    return bytes(answer), bytes(complaint)


def _send(pipe: IO[bytes], request: bytes, watch: Watch) -> None:
    """Write the request; a child that died before it read all is dealt with by its return code."""
    try:
        with pipe:
            pipe.write(request)
    except OSError:
        return
    watch.begin()


def _tail(pipe: IO[bytes], complaint: bytearray) -> None:
    """Keep the end of what a child complains about."""
    while piece := pipe.read1(MAX_COMPLAINT):  # type: ignore[attr-defined]
        complaint += piece
        del complaint[:-MAX_COMPLAINT]


def _explain(code: int, complaint: str, allowed: Limits) -> None:
    """Raise what the end of a child means."""
    last = complaint.strip().rpartition("\n")[2]
    if code == -24:
        refuse("too_large", f"more than {allowed.cpu} s of processor time", f"≤ {allowed.cpu} s")
    if code in (-6, -9) or "MemoryError" in last or "failed to map segment" in last:
        found = f"more than {allowed.memory // MEBIBYTE} MiB of memory"
        refuse("too_large", found, f"≤ {allowed.memory // MEBIBYTE} MiB")
    if code < 0:
        refuse("not_a_workbook", f"content that stopped its reader (signal {-code})")
    raise ChildFailed(complaint or f"exit code {code}")


def _answer(function: str, args: tuple[object, ...]) -> tuple[bool, object]:
    """What the function returns, or the problem that it refuses its file for. Anything else ends this process."""
    module, _, name = function.partition(":")
    called = getattr(importlib.import_module(module), name)
    try:
        return False, called(*args)
    except Refusal as refusal:
        return True, refusal.problem
    except RecursionError:
        return True, Problem("not_a_workbook", found="content nested too deeply", expected=WORKBOOKS)


def main(function: str, requests: BinaryIO, answers: BinaryIO) -> None:
    """The child's side: limits first, then the arguments, then the work."""
    import gc

    gc.disable()
    allowed, args = pickle.load(requests)
    limit(allowed)
    pickle.dump(_answer(function, args), answers, protocol=pickle.HIGHEST_PROTOCOL)
    answers.flush()


if __name__ == "__main__":
    channel = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    main(sys.argv[1], sys.stdin.buffer, channel)
    os._exit(0)
