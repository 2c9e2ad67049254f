"""What the environment says about how the server is run, checked before it answers anyone."""

import os
import re
from collections.abc import Mapping
from datetime import timedelta

from desk.rights import Mode
from text.lookup import LANGUAGES, say

LOOPBACK = ("127.0.0.1", "localhost", "::1")
IDLE_MINUTES = 30
LONGEST_MINUTES = 24 * 60
PROVIDER_KEYS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SECRET_LENGTH = 32


class WrongSetting(ValueError):
    """A setting that cannot be followed; the message says which, what was found and what to do, in both languages.

    `key` and `slots` are those of the sentence, for who speaks one language.
    """

    def __init__(self, key: str, **slots: object) -> None:
        self.key, self.slots = f"setting.{key}", slots
        super().__init__("\n".join(say(self.key, lang, **slots) for lang in LANGUAGES))


def mode(environment: Mapping[str, str] = os.environ) -> Mode:
    """How the program is run, from PDRB_MODE: `local`, else an office. Nothing else makes it local."""
    found = environment.get("PDRB_MODE", "")
    if found not in ("", Mode.LOCAL, Mode.OFFICE):
        raise WrongSetting("mode", found=found)
    return Mode(found or Mode.OFFICE)


def host(environment: Mapping[str, str] = os.environ) -> str:
    """The address to listen on, from HOST; in local mode only one of this machine's own."""
    found = environment.get("HOST") or LOOPBACK[0]
    if mode(environment) is Mode.LOCAL and found not in LOOPBACK:
        raise WrongSetting("host", found=found)
    return found


def idle(environment: Mapping[str, str] = os.environ) -> timedelta:
    """How long a login lasts without anything done, from PDRB_IDLE_MINUTES; half an hour where it does not say."""
    found = environment.get("PDRB_IDLE_MINUTES") or str(IDLE_MINUTES)
    try:
        length = timedelta(minutes=float(found))
    except (ValueError, OverflowError):
        length = timedelta(0)
    if not timedelta(0) < length <= timedelta(minutes=LONGEST_MINUTES):
        raise WrongSetting("idle", found=found, most=LONGEST_MINUTES)
    return length


def hosts(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The host names that are answered: this machine's own, and outside local mode those of PDRB_HOSTS."""
    if mode(environment) is Mode.LOCAL:
        return LOOPBACK
    named = (name.strip() for name in environment.get("PDRB_HOSTS", "").split(","))
    return (*LOOPBACK, *(name for name in named if name))


def secrets(environment: Mapping[str, str] = os.environ) -> str:
    """The file that names the identity provider, from PDRB_SECRETS; empty for `.streamlit/secrets.toml`, if any."""
    return environment.get("PDRB_SECRETS", "")


def provider(section: Mapping[str, object]) -> None:
    """Checks the section [auth] of secrets.toml, which Streamlit looks at only when someone signs in."""
    lacking = [name for name in PROVIDER_KEYS if not section.get(name)]
    if lacking:
        raise WrongSetting("provider", lacking=", ".join(lacking))
    if len(str(section["cookie_secret"])) < SECRET_LENGTH:
        raise WrongSetting("secret", least=SECRET_LENGTH)
    if not re.fullmatch(r"https?://[^/?#]+/oauth2callback", str(section["redirect_uri"])):
        raise WrongSetting("redirect", found=section["redirect_uri"])
