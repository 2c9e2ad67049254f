"""One question: what is tried again and how often, what is told, and what bounds it."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest

from data import webapi
from data.webapi import KeyRefused, NothingThere, Unreachable, Unsound, WebApiError, ask
from tests.webapi import fake

QUESTION = "list/model/th/lang/ind/domain/0000/var/2775"
HTML = {"Content-Type": "text/html"}


def asked() -> webapi.Asker:
    return webapi.asker()


def fails(*answers: fake.Answer) -> Callable[[int, str], fake.Answer | None]:
    """Gives these answers first, then those of BPS."""
    return lambda number, question: answers[number - 1] if number <= len(answers) else None


PASSING: dict[str, fake.Answer] = {
    "503": fake.said({}, 503),
    "429": fake.said({}, 429, **{"Retry-After": "0"}),
    "500": (500, {}, b"oops"),
    "502": (502, HTML, b"<html></html>"),
    "504": (504, {}, b""),
    "cut short": (-1, {}, b'{"status": "OK",'),
    "without an answer": (-2, {}, b""),
    "broken JSON": (200, {}, b'{"status": "OK", "data'),
    "no object": (200, {}, b"[]"),
    "no UTF-8": (200, {}, b'{"status": "\xff"}'),
    "a page in place of JSON": (200, HTML, b"<html>Perimeter WAF Block</html>"),
    "a wall": (403, HTML, b"<html>Perimeter WAF Block</html>"),
    "an error in an answer that is well": fake.said({"status": "Error", "message": "Internal error"}),
}


@pytest.mark.parametrize("answer", PASSING.values(), ids=PASSING)
def test_what_may_pass_is_tried_again_five_times(bps: fake.Bps, answer: fake.Answer) -> None:
    bps.trouble = fails(*[answer] * 5)
    with asked() as asker:
        assert asker.ask(QUESTION).available
    assert asker.asked == len(bps.asked) == 6


@pytest.mark.parametrize(
    ("answer", "kind", "error"),
    [
        (PASSING["503"], "failing", Unsound),
        (PASSING["429"], "failing", Unsound),
        (PASSING["500"], "failing", Unsound),
        (PASSING["broken JSON"], "not_json", Unsound),
        (PASSING["a wall"], "blocked", Unsound),
        (PASSING["a page in place of JSON"], "blocked", Unsound),
        (PASSING["cut short"], "connection", Unreachable),
        (PASSING["an error in an answer that is well"], "said", Unsound),
    ],
)
def test_what_does_not_pass_is_told_in_the_end(
    bps: fake.Bps, answer: fake.Answer, kind: str, error: type[WebApiError]
) -> None:
    bps.trouble = lambda number, question: answer
    with asked() as asker, pytest.raises(error) as told:
        asker.ask(QUESTION)
    assert told.value.kind == kind and len(bps.asked) == ask.TRIES


@pytest.mark.parametrize(
    ("answer", "kind", "error"),
    [
        (fake.said({"message": "no"}, 401), "key_refused", KeyRefused),
        (fake.said({"message": "no"}, 403), "key_refused", KeyRefused),
        (fake.said({"status": "Error", "message": "Please re-check your key"}), "key_refused", KeyRefused),
        (fake.said({"status": "Error", "message": "maximum number of years is 2"}), "too_many_years", NothingThere),
        ((404, HTML, b"<html></html>"), "failing", Unsound),
        ((302, {"Location": "http://127.0.0.1:1/"}, b""), "moved", Unsound),
        ((200, {}, b'"' + b"x" * (11 * 2**20) + b'"'), "too_large", Unsound),
        ((200, {"Content-Encoding": "gzip"}, gzip.compress(b" " * (11 * 2**20))), "too_large", Unsound),
    ],
)  # fmt: skip
def test_what_no_try_mends_is_told_at_once(
    bps: fake.Bps, answer: fake.Answer, kind: str, error: type[WebApiError]
) -> None:
    bps.trouble = lambda number, question: answer
    with asked() as asker, pytest.raises(error) as told:
        asker.ask(QUESTION)
    assert (told.value.kind, len(bps.asked)) == (kind, 1)


@pytest.mark.parametrize("word", ["not-available", "list-not-available", "unavailable"])
def test_what_bps_does_not_have_is_an_answer_too(bps: fake.Bps, word: str) -> None:
    bps.trouble = lambda number, question: fake.said({"status": "OK", "data-availability": word, "data": ""})
    with asked() as asker:
        assert not asker.ask(QUESTION).available
    bps.trouble = lambda number, question: fake.said(
        {"status": "ERROR"}, 404, **{"data-availability": "list-not-available"}
    )
    with asked() as asker:
        assert not asker.ask(QUESTION).available


@pytest.mark.parametrize("packed", [True, False])
def test_an_answer_in_chunks_is_read_whole_or_asked_for_again(bps: fake.Bps, packed: bool) -> None:
    whole = fake.said(bps.tables["2775"].answer([2025]))[2]
    sent = gzip.compress(whole) if packed else whole
    headers = {"Transfer-Encoding": "chunked"} | ({"Content-Encoding": "gzip"} if packed else {})
    bps.trouble = fails((200, headers, fake.chunked(sent, whole=False)), (200, headers, fake.chunked(sent)))
    with asked() as asker:
        assert asker.ask(QUESTION).body == whole
    assert len(bps.asked) == 2


def test_a_wait_that_bps_asks_for_is_kept_within_bounds(bps: fake.Bps, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "RETRY_AFTER", 0.5)
    waits: list[float] = []
    monkeypatch.setattr(ask.time, "sleep", waits.append)
    for asked_for in ("3600", "0", "Wed, 25 Nov 2099 09:00:00 GMT", "soon"):
        bps.asked.clear()
        bps.trouble = fails(fake.said({}, 429, **{"Retry-After": asked_for}))
        with asked() as asker:
            asker.ask(QUESTION)
    assert max(waits) <= 0.5 and len(waits) == 4


def test_each_wait_is_longer_than_the_one_before_and_no_two_clients_wait_alike(
    bps: fake.Bps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ask, "BACK_OFF", 0.25)
    monkeypatch.setattr(ask, "JITTER", 0.25)
    courses: list[list[float]] = [[], []]
    for waits in courses:
        monkeypatch.setattr(ask.time, "sleep", waits.append)
        bps.asked.clear()
        bps.trouble = fails(*[PASSING["503"]] * 5)
        with asked() as asker:
            asker.ask(QUESTION)
        assert waits == sorted(waits) and len(waits) == 5
    assert courses[0] != courses[1]


def test_silence_ends_in_a_time_out(bps: fake.Bps, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "READ", 0.2)
    monkeypatch.setattr(ask, "TRIES", 2)
    bps.trouble = fake.hangs(0.6)
    with asked() as asker, pytest.raises(Unreachable) as told:
        asker.ask(QUESTION)
    assert told.value.kind == "timeout"


@contextmanager
def dripping() -> Iterator[str]:
    """A server that sends a byte now and then, without end; gives its address."""
    listening = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        while True:
            try:
                talking, _ = listening.accept()
            except OSError:
                return
            with talking:
                talking.recv(65536)
                talking.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
                for _ in range(100):
                    try:
                        talking.sendall(b" ")
                    except OSError:
                        break
                    time.sleep(0.02)

    threading.Thread(target=drip, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1/api"
    finally:
        listening.close()


def test_an_answer_that_drips_ends_in_a_time_out_too(bps: fake.Bps, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "A_TRY", 0.2)
    monkeypatch.setattr(ask, "TRIES", 2)
    with dripping() as address:
        monkeypatch.setenv("BPS_WEBAPI_URL", address)
        with asked() as asker, pytest.raises(Unreachable) as told:
            asker.ask(QUESTION)
    assert told.value.kind == "timeout"


def test_nobody_who_answers_is_told_apart_from_a_name_that_is_not_known(
    bps: fake.Bps, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(*args: object, **named: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    monkeypatch.setenv("BPS_WEBAPI_URL", f"http://127.0.0.1:{port}/v1/api")
    with asked() as asker, pytest.raises(Unreachable) as told:
        asker.ask(QUESTION)
    assert told.value.kind == "connection"
    monkeypatch.delenv("BPS_WEBAPI_URL")
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    for name in ("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    with asked() as asker, pytest.raises(Unreachable) as told:
        asker.ask(QUESTION)
    assert told.value.kind == "name"
