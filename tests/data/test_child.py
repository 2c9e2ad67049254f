"""A child gives its result, or ends in a refusal, or shows its fault; never does it take the parent with it."""

import os
import pickle
import signal
import threading
import time
from itertools import count

import pytest

from data import child, limits
from data.child import ChildFailed, run
from data.guard import MEBIBYTE
from data.limits import Limits
from model.problems import Problem, Refusal
from tests.data.container import making

JOBS = "tests.data.child_jobs:"
REFUSED_WITHIN = 5.0


def refusal(function: str, *args: object, limits: Limits | None = None) -> Problem:
    with pytest.raises(Refusal) as refused:
        run(JOBS + function, *args, limits=limits)
    return refused.value.problem


def test_the_result_comes_back() -> None:
    assert run(JOBS + "double", 21) == 42


def test_what_it_prints_does_not_mix_with_its_answer() -> None:
    assert run(JOBS + "noisy", 7) == 7


def test_it_is_limited_as_told() -> None:
    assert run(JOBS + "limits") == (512 * MEBIBYTE, 5)


def test_memory_beyond_its_limit_is_too_large() -> None:
    problem = refusal("hungry")
    assert (problem.code, problem.found) == ("too_large", "more than 512 MiB of memory")


def test_processor_time_beyond_its_limit_is_too_large() -> None:
    assert "processor" in refusal("busy", limits=Limits(cpu=1)).found


def test_clock_time_beyond_its_limit_is_too_large() -> None:
    began = time.monotonic()
    assert refusal("asleep", limits=Limits(wall=0.5)).code == "too_large"
    assert time.monotonic() - began < REFUSED_WITHIN


def test_a_refusal_comes_in_time_and_a_busy_machine_has_more_of_it() -> None:
    assert Limits().wall < REFUSED_WITHIN < Limits().longest


def test_time_that_others_hold_the_processor_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count(0, 10)
    monkeypatch.setattr(limits, "waited", lambda number: next(seconds))
    assert run(JOBS + "nap", 1.0, limits=Limits(wall=0.3)) == 1.0


def test_a_child_is_not_waited_for_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    seconds = count(0, 10)
    monkeypatch.setattr(limits, "waited", lambda number: next(seconds))
    assert refusal("asleep", limits=Limits(wall=0.3, longest=0.5)).code == "too_large"


def test_a_process_that_is_gone_waits_for_nothing() -> None:
    assert limits.waited(os.getpid()) >= 0
    assert limits.waited(2**22 + 1) == 0


@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGKILL, "too_large"), (signal.SIGABRT, "too_large"), (signal.SIGSEGV, "not_a_workbook")],
)
def test_whatever_kills_it_is_a_refusal(number: int, code: str) -> None:
    problem = refusal("killed", int(number))
    assert problem.code == code and problem.found


def test_its_own_refusal_is_passed_on() -> None:
    assert refusal("refusing") == Problem("not_a_workbook", found="PNG image", expected="a workbook")


def test_endless_nesting_is_refused() -> None:
    assert refusal("deep").code == "not_a_workbook"


def test_a_fault_of_the_program_is_shown_with_its_traceback() -> None:
    with pytest.raises(ChildFailed, match="a fault of the program") as failed:
        run(JOBS + "wrong")
    assert "child_jobs.py" in str(failed.value)


def test_a_request_beyond_its_limit_is_refused() -> None:
    assert refusal("double", bytes(33 * MEBIBYTE)).code == "too_large"


def test_an_answer_beyond_its_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MAX_ANSWER", MEBIBYTE)
    assert refusal("talkative", 3 * MEBIBYTE).code == "too_large"


def test_an_answer_can_call_nothing_in_the_parent() -> None:
    with pytest.raises(pickle.UnpicklingError, match="system"):
        run(JOBS + "gadget")


def test_it_does_not_know_the_secrets_of_the_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BPS_API_KEY", "secret")
    assert "BPS_API_KEY" not in run(JOBS + "environment")


def test_the_parent_answers_while_it_waits() -> None:
    ticks = 0
    waiting = threading.Thread(target=refusal, args=("asleep",), kwargs={"limits": Limits(wall=1.0)})
    waiting.start()
    while waiting.is_alive():
        time.sleep(0.01)
        ticks += 1
    assert ticks > 20


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (making.xlsx('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'), "too_large"),
        (making.xlsx(f'<row r="1"><c r="A1" t="str"><v>{"x" * (90 * MEBIBYTE)}</v></c></row>'), "too_large"),
        (b"<table><tr>" + b"<td rowspan=99999 colspan=99>" * 300_000, "too_large"),
        (b'{"a":' * 1_500_000, "not_a_workbook"),
    ],
    ids=["last cell", "long cell", "spans", "nested JSON"],
)
def test_hostile_files_are_refused_in_time(content: bytes, code: str) -> None:
    began = time.monotonic()
    assert refusal("hostile", content).code == code
    assert time.monotonic() - began < 2 * REFUSED_WITHIN
