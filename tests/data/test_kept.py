"""Values are made once each, whoever asks at the same time, and no more are kept than said."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from data.kept import kept


def test_it_makes_once_what_many_ask_for_at_once() -> None:
    made: list[int] = []
    everyone, go_on = Barrier(9), Event()

    @kept(4)
    def slow(number: int) -> list[int]:
        made.append(number)
        assert go_on.wait(10)
        return [number]

    def ask() -> list[int]:
        everyone.wait(10)
        return slow(1)

    with ThreadPoolExecutor(8) as visitors:
        asked = [visitors.submit(ask) for _ in range(8)]
        everyone.wait(10)
        go_on.set()
        answers = [answer.result(10) for answer in asked]
    assert made == [1]
    assert all(answer is answers[0] for answer in answers)


def test_a_value_in_the_making_holds_up_no_other() -> None:
    begun, go_on = Event(), Event()

    @kept(4)
    def make(name: str) -> str:
        if name == "slow":
            begun.set()
            assert go_on.wait(10)
        return name

    with ThreadPoolExecutor(1) as visitor:
        slow = visitor.submit(make, "slow")
        assert begun.wait(10)
        assert make("quick") == "quick"
        go_on.set()
        assert slow.result(10) == "slow"


def test_it_keeps_those_last_in_use() -> None:
    made: list[int] = []

    @kept(2)
    def make(number: int) -> int:
        made.append(number)
        return number

    for number in (1, 2, 1, 3, 1, 2):
        assert make(number) == number
    assert made == [1, 2, 3, 2]


def test_what_failed_is_tried_again() -> None:
    tries: list[int] = []

    @kept(2)
    def make(number: int) -> int:
        tries.append(number)
        if len(tries) == 1:
            raise LookupError(number)
        return number

    with pytest.raises(LookupError):
        make(5)
    assert make(5) == 5
    assert make(number=5) == 5


def test_what_is_forgotten_is_made_again() -> None:
    made: list[int] = []

    @kept(2)
    def make(number: int) -> int:
        made.append(number)
        return number

    assert (make(1), make(1)) == (1, 1)
    make.cache_clear()
    assert make(1) == 1 and made == [1, 1]
