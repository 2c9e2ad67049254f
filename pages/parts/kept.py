"""A bounded cache whose values are made once, however many visitors ask for the same one at the same time.

With `functools.lru_cache` a hundred visitors who follow one link would build its page a hundred times, since each asks
before the first is done.
"""

from collections import OrderedDict
from collections.abc import Callable
from functools import wraps
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


def kept(size: int) -> Callable[[Callable[Asked, Value]], Callable[Asked, Value]]:
    """Keeps the last `size` values in use of a function of positional, hashable arguments."""

    def keep(make: Callable[Asked, Value]) -> Callable[Asked, Value]:
        places: OrderedDict[tuple[object, ...], _Place[Value]] = OrderedDict()
        lock = Lock()

        @wraps(make)
        def ask(*asked: Asked.args, **named: Asked.kwargs) -> Value:
            key = (*asked, *sorted(named.items()))
            with lock:
                place = places.setdefault(key, _Place())
                places.move_to_end(key)
                if len(places) > size:
                    places.popitem(last=False)
            return place.fill(lambda: make(*asked, **named))

        return ask

    return keep
