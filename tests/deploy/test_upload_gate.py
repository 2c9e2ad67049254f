"""The upload gate lets nobody through who may not upload, and nobody hold more than the quota."""

import asyncio
from collections.abc import Coroutine, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from starlette.types import Message, Receive, Scope, Send

from deploy.upload_gate import FRAMING, Quota, UploadGate
from desk.rights import Mode, Person, Role

ANA, BUDI = Person("ana", Role.ANALYST), Person("budi", Role.ANALYST)
SMALL = Quota(file=1000, person=2500, person_files=3, total=4000, total_files=5)


def to_its_end(work: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine gives, in a thread of its own: a browser of another test may keep a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


class Inner:
    """What stands behind the gate: keeps what it is sent, as Streamlit does."""

    def __init__(self) -> None:
        self.files: dict[str, dict[str, int]] = {}
        self.passed: list[str] = []
        self.wait: asyncio.Event | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.passed.append(f"{scope['method']} {scope['path']}")
        if self.wait:
            await self.wait.wait()
        session, _, file = scope["path"].removeprefix("/_stcore/upload_file/").partition("/")
        if scope["method"] == "PUT":
            self.files.setdefault(session, {})[file] = int(dict(scope["headers"]).get(b"content-length", b"0"))
        elif scope["method"] == "DELETE":
            self.files.get(session, {}).pop(file, None)
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})


class Door:
    """A gate of a small quota, and whoever knocks at it."""

    def __init__(self, quota: Quota = SMALL) -> None:
        self.inner = Inner()
        self.who = ANA
        self.sends = 1
        """In how many parts of 1,000 bytes a file comes, and how many of them were read."""
        self.read = 0
        self.gate = UploadGate(self.inner, lambda _: self.who, lambda: self.inner.files, quota)

    async def knock(
        self, person: Person, path: str, size: int | None = 10, method: str = "PUT", query: str = "", coding: str = ""
    ) -> tuple[int, str]:
        self.who = person
        length = [] if size is None else [(b"content-length", str(size).encode())]
        length += [(b"transfer-encoding", coding.encode())] if coding else []
        scope = {"type": "http", "method": method, "path": path, "query_string": query.encode(), "headers": length}
        sent: list[Message] = []

        async def receive() -> Message:
            self.read += 1
            return {"type": "http.request", "body": b"0" * 1000, "more_body": self.read < self.sends}

        async def send(message: Message) -> None:
            sent.append(message)

        await self.gate(scope, receive, send)
        return sent[0]["status"], sent[1]["body"].decode()

    def put(self, person: Person, session: str, file: str, size: int | None = 10, **other: str) -> tuple[int, str]:
        return to_its_end(self.knock(person, f"/_stcore/upload_file/{session}/{file}", size, **other))

    def fill(self, person: Person, session: str, sizes: Iterable[int]) -> list[int]:
        return [self.put(person, session, str(number), size)[0] for number, size in enumerate(sizes)]


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "GET", "OPTIONS", "PATCH"])
@pytest.mark.parametrize("role", [Role.VIEWER, Role.APPROVER, Role.ADMIN])
def test_whoever_may_not_upload_is_refused_in_one_sentence(role: Role, method: str) -> None:
    door = Door()
    assert door.put(Person("x", role), "s", "f", method=method) == (403, "Hanya analis yang boleh mengunggah berkas.")
    assert door.put(Person(), "s", "f", method=method, query="lang=en") == (403, "Only an analyst may upload a file.")
    assert door.inner.passed == []


def test_an_analyst_and_one_person_alone_pass() -> None:
    door = Door()
    assert door.put(ANA, "s", "f")[0] == 204
    assert door.put(Person("lokal", mode=Mode.LOCAL), "t", "f")[0] == 204
    assert door.put(ANA, "s", "f", method="DELETE")[0] == 204
    assert len(door.inner.passed) == 3


def test_other_addresses_are_not_the_gates_business() -> None:
    door = Door()
    for path in ("/", "/_stcore/health", "/_stcore/upload_file"):
        assert to_its_end(door.knock(Person(), path, method="GET"))[0] == 204


def test_nobody_uploads_into_the_session_of_someone_else() -> None:
    door = Door()
    assert door.put(ANA, "s", "f")[0] == 204
    status, words = door.put(BUDI, "s", "g")
    assert status == 403 and words.startswith("Berkas ini ditujukan ke halaman orang lain.")
    assert door.put(BUDI, "s", "f", method="DELETE")[0] == 403
    door.inner.files.clear()
    assert door.put(BUDI, "s", "g")[0] == 204


@pytest.mark.parametrize("method", ["POST", "PATCH", "OPTIONS", "GET"])
def test_only_putting_and_deleting_is_served(method: str) -> None:
    assert Door().put(ANA, "s", "f", method=method)[0] == 405


def test_a_file_without_a_size_is_refused() -> None:
    assert Door().put(ANA, "s", "f", None)[0] == 411


@pytest.mark.parametrize("coding", ["chunked", "gzip, chunked", "identity"])
def test_a_file_whose_size_may_be_a_lie_is_refused(coding: str) -> None:
    assert Door().put(ANA, "s", "f", 10, coding=coding)[0] == 411


def test_a_file_above_the_limit_is_refused_before_it_is_read() -> None:
    door = Door(Quota(file=2 * 1024 * 1024))
    most = 2 * 1024 * 1024 + FRAMING
    assert door.put(ANA, "s", "f", most)[0] == 204
    assert door.put(ANA, "s", "g", most + 1) == (413, "Berkas terlalu besar; paling besar 2 MB.")


@pytest.mark.parametrize("parts", [1, 5, FRAMING // 1000, 10**6])
def test_what_is_refused_is_read_up_to_the_limit_so_that_the_refusal_arrives(parts: int) -> None:
    door = Door()
    door.sends = parts
    assert door.put(Person(), "s", "f", 1000 * parts)[0] == 403
    assert door.read == min(parts, (SMALL.file + FRAMING) // 1000 + 1)


def test_what_is_larger_than_any_file_may_be_is_not_read() -> None:
    door = Door()
    door.sends = 5
    assert door.put(ANA, "s", "f", SMALL.file + FRAMING + 1)[0] == 413
    assert door.read == 0


def test_the_quota_of_a_person_holds_and_is_given_back() -> None:
    door = Door()
    assert door.fill(ANA, "s", [900, 900, 900]) == [204, 204, 429]
    assert door.put(BUDI, "t", "f", 900)[0] == 204
    assert door.put(ANA, "s", "0", method="DELETE")[0] == 204
    assert door.put(ANA, "s", "9", 900)[0] == 204


def test_the_number_of_files_of_a_person_is_limited_over_all_sessions() -> None:
    door = Door()
    assert door.fill(ANA, "s", [1, 1]) == [204, 204]
    assert door.fill(ANA, "t", [1, 1]) == [204, 429]
    assert "3 berkas" in door.put(ANA, "t", "x", 1)[1]


def test_all_together_hold_no_more_than_the_total() -> None:
    door = Door()
    people = [Person(name, Role.ANALYST) for name in ("ana", "budi", "citra")]
    assert [door.fill(person, person.name, [900, 900]) for person in people] == [[204, 204], [204, 204], [429, 429]]
    assert "Server" in door.put(people[2], "s", "f", 900)[1]
    assert sum(sum(files.values()) for files in door.inner.files.values()) <= SMALL.total
    assert door.put(people[2], "s", "f", 10)[0] == 204
    assert door.put(people[2], "s", "g", 10)[0] == 429


def test_files_that_are_on_their_way_count_at_once() -> None:
    async def together() -> list[int]:
        door = Door()
        door.inner.wait = asyncio.Event()
        paths = [f"/_stcore/upload_file/s{number}/f" for number in range(8)]
        tasks = [asyncio.create_task(door.knock(ANA, path, 900)) for path in paths]
        while len(door.inner.passed) < 2:
            await asyncio.sleep(0.01)
        await asyncio.sleep(0.2)
        door.inner.wait.set()
        statuses = [status for status, _ in await asyncio.gather(*tasks)]
        assert door.gate._coming == {}
        return statuses

    assert sorted(to_its_end(together())) == [204, 204, *[429] * 6]


def test_nothing_is_remembered_of_sessions_that_are_gone() -> None:
    door = Door()
    for number in range(50):
        assert door.put(ANA, f"s{number}", "f")[0] == 204
        door.inner.files.clear()
    assert len(door.gate._owner) <= 1
