"""A disk that fails: the calls by which SQLite changes files, taken over by the hook that its own file layer has.

`xSetSystemCall` of the file layer (VFS) of the SQLite that Python itself runs. Files of editions are Python's: there
`os.fsync` and `Path.replace` are taken over.
"""

import _sqlite3
import ctypes
import errno
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

_CALLS = {
    "write": ("ssize", "int", "ptr", "size"),
    "pwrite": ("ssize", "int", "ptr", "size", "offset"),
    "pwrite64": ("ssize", "int", "ptr", "size", "offset"),
    "ftruncate": ("int", "int", "offset"),
    "unlink": ("int", "ptr"),
}
"""The calls that change a file: what each gives, then what it takes."""
_TYPES: dict[str, Any] = {
    "int": ctypes.c_int,
    "ssize": ctypes.c_ssize_t,
    "size": ctypes.c_size_t,
    "ptr": ctypes.c_void_p,
    "offset": ctypes.c_int64,
}
_SET = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p)
_GET = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_char_p)


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_ = [
        ("version", ctypes.c_int),
        ("size", ctypes.c_int),
        ("longest", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        *((f"method_{number}", ctypes.c_void_p) for number in range(13)),
        ("set_call", _SET),
        ("get_call", _GET),
    ]


@dataclass
class Disk:
    """Counts what changes files, and lets the call of number `at` (from 1) fail, or with `on` every one from there."""

    at: int = 0
    on: bool = False
    seen: int = 0
    failed: list[str] = field(default_factory=list)

    def fails(self, name: str) -> bool:
        """Whether this call fails."""
        self.seen += 1
        now = self.at > 0 and (self.seen >= self.at if self.on else self.seen == self.at)
        if now:
            self.failed.append(name)
        return now


@contextmanager
def disk(at: int = 0, on: bool = False) -> Iterator[Disk]:
    """A disk on which the write of number `at` fails with EIO, and with `on` all that follow; 0 counts only."""
    held = Disk(at, on)
    with ExitStack() as undo:
        kept = [_taken_over(name, held, undo) for name in _CALLS]  # what SQLite calls must not be collected
        assert kept.count(None) <= 1, f"SQLite {sqlite3.sqlite_version} lacks a call"  # pwrite or pwrite64
        undo.enter_context(mock.patch.object(os, "fsync", _failing("fsync", os.fsync, held)))
        undo.enter_context(mock.patch.object(Path, "replace", _failing("rename", Path.replace, held)))
        yield held


def _taken_over(name: str, held: Disk, undo: ExitStack) -> object:
    """Lets SQLite call ours in place of the system's, until `undo`, and gives ours; None where it never calls that."""
    vfs = _vfs()
    old = vfs.get_call(ctypes.byref(vfs), name.encode())
    if old is None:
        return None
    given, *taken = (_TYPES[kind] for kind in _CALLS[name])
    kind = ctypes.CFUNCTYPE(given, *taken, use_errno=True)
    real = kind(old)

    @kind
    def call(*args: Any) -> int:
        if held.fails(name):
            ctypes.set_errno(errno.EIO)
            return -1
        return int(real(*args))

    assert vfs.set_call(ctypes.byref(vfs), name.encode(), ctypes.cast(call, ctypes.c_void_p)) == 0
    undo.callback(vfs.set_call, ctypes.byref(vfs), name.encode(), ctypes.c_void_p(old))
    return call


def _vfs() -> _Vfs:
    """The file layer that SQLite uses unless told otherwise."""
    library = ctypes.CDLL(_sqlite3.__file__)
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    library.sqlite3_vfs_find.argtypes = [ctypes.c_char_p]
    found: _Vfs = library.sqlite3_vfs_find(None).contents
    assert found.version >= 3
    return found


def _failing(name: str, real: Callable[..., Any], held: Disk) -> Callable[..., Any]:
    def call(*args: Any, **named: Any) -> Any:
        if held.fails(name):
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return real(*args, **named)

    return call
