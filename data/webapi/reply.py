"""What BPS answers, as far as it is looked at before it is kept: whether it is an answer at all, and to what."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any

from data.webapi.errors import KeyRefused, NothingThere, Unsound, WebApiError
from data.webapi.key import Key

LONGEST = 200
"""Characters of what BPS says that are told."""
_OF_THE_KEY = re.compile(r"\bkey\b|not allowed|kunci|app.?id", re.IGNORECASE)
_TOO_MANY_YEARS = re.compile(r"maximum.*years|number of years", re.IGNORECASE)
_TABLE = ("vervar", "var", "tahun")


@dataclass(frozen=True)
class Reply:
    """An answer: its bytes, what they hold, and what its headers say of its age.

    `available` is False where BPS has nothing of what was asked.
    """

    body: bytes = field(repr=False)
    content: Mapping[str, Any] = field(repr=False, compare=False)
    available: bool
    etag: str = ""
    modified: str = ""

    @property
    def sha256(self) -> str:
        """The name of the bytes."""
        return sha256(self.body).hexdigest()

    @property
    def last_update(self) -> str:
        """When BPS last changed the table, as it says; empty where it does not."""
        found = self.content.get("last_update")
        return found if isinstance(found, str) else ""

    @property
    def datacontent(self) -> dict[str, str]:
        """The values of a dynamic table as text, by their composite key."""
        held = self.content.get("datacontent")
        return {name: str(value) for name, value in held.items()} if isinstance(held, dict) else {}


def read(body: bytes, key: Key, etag: str = "", modified: str = "") -> Reply:
    """The answer in these bytes, the key taken out should they hold it; a WebApiError where it is none."""
    text = _text(body, key)
    content = _object(text)
    if content is None:
        blocked = text.lstrip("\ufeff \r\n\t").startswith("<")
        raise Unsound("blocked", status=200) if blocked else Unsound("not_json")
    said = str(content.get("status", "OK")).strip()
    if said.lower() != "ok":
        raise refused(content, key)
    there = str(content.get("data-availability", "available")).strip().lower() in ("available", "")
    return Reply(text.encode(), content, there, etag, modified)


def refused(content: Mapping[str, Any], key: Key) -> WebApiError:
    """The error that an answer of status `Error` states."""
    message = content.get("message") or content.get("Message") or content.get("error") or content.get("status")
    told = key.hidden(" ".join(str(message).split()))[:LONGEST]
    if _TOO_MANY_YEARS.search(told):
        return NothingThere("too_many_years", said=told)
    return KeyRefused("key_refused") if _OF_THE_KEY.search(told) else Unsound("said", said=told)


def held(body: bytes, key: Key) -> Mapping[str, Any] | None:
    """What a body holds that may be no answer at all, as one of an error; None where it is no JSON object."""
    try:
        return _object(_text(body, key))
    except Unsound:
        return None


def is_dynamic(reply: Reply, table: str) -> bool:
    """Whether an answer is that of a dynamic table, and of the one that was asked for; PHP writes {} as []."""
    content = reply.content
    if content.get("datacontent") == []:
        return True
    lists = all(isinstance(content.get(name), list) for name in _TABLE)
    named = [str(row.get("val")) for row in content["var"] if isinstance(row, dict)] if lists else []
    return lists and isinstance(content.get("datacontent"), dict) and table in named


def _text(body: bytes, key: Key) -> str:
    text: str | None = None
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = None
    if text is None:
        raise Unsound("not_json")
    return key.hidden(text)


def _object(text: str) -> Mapping[str, Any] | None:
    """The object that a text of JSON holds; None where it holds none."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None
