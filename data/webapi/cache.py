"""The answers of BPS that are kept, so that nothing is asked for twice: `webapi/` in PDRB_HOME.

    replies/<sha256>.json       the bytes of an answer, named by their hash
    known/<question>.json       the answer to a question, of a fetch that was completed
    underway/<fetch>/<question>.json   the same of a fetch that is not; what a fetch that was killed goes on from

Every file is written whole under another name, and then given its own. Whatever does not read counts as not kept.
"""

import json
import os
import shutil
import time
from dataclasses import asdict, dataclass, replace
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from data.store.place import place
from data.webapi.errors import NotSetUp
from data.webapi.key import Key
from data.webapi.reply import Reply, read

FOLDER = "webapi"
GOES_ON = 12 * 3600.0
"""Seconds for which a fetch that was broken off can be gone on with; BPS may have revised what is older."""
HOLDS = 30 * 24 * 3600.0
"""Seconds after which a known answer is asked for again, whatever BPS states of its table."""
UNUSED = 24 * 3600.0
"""Seconds after which an answer that nothing names is removed."""


@dataclass(frozen=True)
class Entry:
    """What is known of the answer to a question: the hash of its bytes, and for which update of the table it holds.

    `at` is when it came, in seconds since 1970.
    """

    question: str
    reply: str
    state: str
    available: bool
    etag: str
    modified: str
    at: float


class Cache:
    """The answers that are kept below a folder, and those of one fetch."""

    def __init__(self, fetch: str, key: Key, home: Path | None = None) -> None:
        self._key = key
        self._home = (home or place().home) / FOLDER
        self._underway = self._home / "underway" / _name(fetch)

    def got(self, question: str) -> tuple[Entry, Reply] | None:
        """The answer that this fetch has already, should it have been broken off not long ago."""
        entry = self._entry(self._underway / f"{_name(question)}.json")
        return self._with_reply(entry) if entry and time.time() - entry.at < GOES_ON else None

    def known(self, question: str) -> tuple[Entry, Reply] | None:
        """The answer of an earlier fetch that was completed, not too long ago."""
        entry = self._entry(self._home / "known" / f"{_name(question)}.json")
        return self._with_reply(entry) if entry and time.time() - entry.at < HOLDS else None

    def keep(self, question: str, reply: Reply) -> Entry:
        """Keeps an answer as one of this fetch."""
        path = self._home / "replies" / f"{reply.sha256}.json"
        if not (path.exists() and sha256(path.read_bytes()).hexdigest() == reply.sha256):
            _write(path, reply.body)
        entry = Entry(
            question, reply.sha256, reply.last_update, reply.available, reply.etag, reply.modified, time.time()
        )
        self._put(self._underway, entry)
        return entry

    def confirm(self, entry: Entry, state: str) -> Entry:
        """Notes that an answer still holds after another update of the table."""
        confirmed = replace(entry, state=state)
        self._put(self._underway, confirmed)
        return confirmed

    def settle(self, state: str) -> None:
        """Ends this fetch, whose answers hold for that update of the table; the next one asks BPS anew."""
        for path in sorted(self._underway.glob("*.json")):
            entry = self._entry(path)
            if entry:
                self._put(self._home / "known", replace(entry, state=state))
        shutil.rmtree(self._underway, ignore_errors=True)
        self._sweep()

    def _with_reply(self, entry: Entry) -> tuple[Entry, Reply] | None:
        path = self._home / "replies" / f"{entry.reply}.json"
        try:
            body = path.read_bytes()
        except OSError:
            return None
        if sha256(body).hexdigest() != entry.reply:
            return None
        if not entry.available and body == b"{}":
            return entry, Reply(body, {}, available=False)
        return entry, read(body, self._key, entry.etag, entry.modified)

    def _entry(self, path: Path) -> Entry | None:
        try:
            return Entry(**json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, TypeError):
            return None

    def _put(self, folder: Path, entry: Entry) -> None:
        _write(folder / f"{_name(entry.question)}.json", json.dumps(asdict(entry)).encode())

    def _sweep(self) -> None:
        """Removes answers that nothing names any more, and what a killed writer left behind."""
        entries = (*(self._home / "known").glob("*.json"), *(self._home / "underway").glob("*/*.json"))
        named = {entry.reply for path in entries if (entry := self._entry(path))}
        for path in (self._home / "replies").glob("*"):
            try:
                if path.stem not in named and time.time() - path.stat().st_mtime > UNUSED:
                    path.unlink()
            except FileNotFoundError:
                continue


def _name(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:32]


def _write(path: Path, content: bytes) -> None:
    """Writes a file whole or not at all; NotSetUp where there is no room, or no right to write."""
    temporary = path.with_name(f".{path.name}.{token_hex(8)}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise NotSetUp("cache", folder=str(path.parent), cause=error.strerror) from error
