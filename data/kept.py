"""A bounded cache whose values are made once, however many visitors ask for the same one at the same time.

With `functools.lru_cache` a hundred visitors who follow one link would build its page a hundred times, since each asks
before the first is done.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import update_wrapper
from threading import Lock
from typing import Generic, ParamSpec, TypeVar

Asked = ParamSpec("Asked")
Value = TypeVar("Value")


class _Place(Generic[Value]):
    """Where a value stands or will stand; the lock is held by whoever makes it."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.value: list[Value] = []

    def fill(self, make: Callable[[], Value]) -> Value:
        if not self.value:
            with self.lock:
                if not self.value:
                    self.value.append(make())
        return self.value[0]


class Kept(Generic[Asked, Value]):
    """A function of positional, hashable arguments that keeps the last `size` values in use."""

    def __init__(self, make: Callable[Asked, Value], size: int) -> None:
        self._make = make
        self._size = size
        self._places: OrderedDict[tuple[object, ...], _Place[Value]] = OrderedDict()
        self._lock = Lock()
        update_wrapper(self, make)

    def __call__(self, *asked: Asked.args, **named: Asked.kwargs) -> Value:
        """The value for these arguments, which is made only where it is not kept."""
        key = (*asked, *sorted(named.items()))
        with self._lock:
            place = self._places.setdefault(key, _Place())
            self._places.move_to_end(key)
            if len(self._places) > self._size:
                self._places.popitem(last=False)
        return place.fill(lambda: self._make(*asked, **named))

    def cache_clear(self) -> None:
        """Forget all values; what is being made meanwhile is given to those who asked for it."""
        with self._lock:
            self._places.clear()


def kept(size: int) -> Callable[[Callable[Asked, Value]], Kept[Asked, Value]]:
    """Keeps the last `size` values in use of a function of positional, hashable arguments."""
    return lambda make: Kept(make, size)
