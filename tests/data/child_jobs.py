"""What children are told to do in the tests."""

import os
import sys
import time

from data.guard import refuse


def double(number: int) -> int:
    return 2 * number


def noisy(number: int) -> int:
    print("to the output")
    print("x" * 1_000_000, file=sys.stderr)
    return number


def hungry() -> int:
    held = [bytearray(64 << 20) for _ in range(40)]
    return len(held)


def busy() -> None:
    while True:
        pass


def asleep() -> None:
    time.sleep(60)


def nap(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def killed(number: int) -> None:
    os.kill(os.getpid(), number)


def wrong() -> None:
    raise KeyError("a fault of the program")


def refusing() -> None:
    refuse("not_a_workbook", "PNG image", "a workbook")


def deep(levels: int = 0) -> int:
    return deep(levels + 1)


def talkative(size: int) -> bytes:
    return bytes(size)


def environment() -> list[str]:
    return sorted(os.environ)


def limits() -> tuple[int, int]:
    import resource

    return resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0]


class Gadget:
    """An answer that would call something in the parent."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.system, ("true",)


def gadget() -> Gadget:
    return Gadget()


def hostile(content: bytes) -> str:
    from data.container import open_book

    return str(open_book(content, ""))
