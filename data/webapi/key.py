"""The key of the WebAPI: where it is found, and how it is kept from being seen.

It stands in BPS_WEBAPI_KEY, else in the file of secrets (PDRB_SECRETS, else `.streamlit/secrets.toml`) under the same
name. No object shows it: `data.webapi.wire` puts it into a request when that is written to the wire.
"""

import os
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from data.webapi.errors import NotSetUp

NAME = "BPS_WEBAPI_KEY"
HIDDEN = "***"
_ROOT = Path(__file__).resolve().parents[2]
_SHORTEST = 6
"""Characters from which on a key is so long that a text with it in it can only mean the key."""
_KEY = re.compile(r"[!-~]{1,200}")


class Key:
    """A key that shows itself to nobody but the wire."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def __repr__(self) -> str:
        return f"Key({HIDDEN})"

    def __reduce__(self) -> str:
        raise TypeError("a key is not written down")

    def in_a_path(self) -> str:
        """As it stands in the path of an address, for the wire alone."""
        return quote(self._text, safe="")

    def hidden(self, text: str) -> str:
        """A text from outside without the key, should it hold it."""
        if len(self._text) < _SHORTEST or self._text.isdigit():
            return text
        return text.replace(self._text, HIDDEN).replace(self.in_a_path(), HIDDEN)


def key(environment: Mapping[str, str] | None = None) -> Key:
    """The key; NotSetUp where there is none, or what stands there is none."""
    found = _text(os.environ if environment is None else environment)
    if not found:
        raise NotSetUp("no_key")
    if not _KEY.fullmatch(found):
        raise NotSetUp("wrong_key")
    return Key(found)


def there_is_one(environment: Mapping[str, str] | None = None) -> bool:
    """Whether a key is set up, fit or not."""
    return bool(_text(os.environ if environment is None else environment))


def _text(environment: Mapping[str, str]) -> str:
    return environment.get(NAME, "").strip() or _in_secrets(environment)


def _in_secrets(environment: Mapping[str, str]) -> str:
    path = Path(environment.get("PDRB_SECRETS") or _ROOT / ".streamlit" / "secrets.toml")
    stated: Mapping[str, object] | None = None
    try:
        stated = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ""
    except (OSError, ValueError):
        pass  # told below, where the text of the file is in no traceback
    if stated is None:
        raise NotSetUp("secrets", file=str(path))
    return str(stated.get(NAME, "")).strip()
