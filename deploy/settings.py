"""What the environment says about how the server is run, checked before it answers anyone."""

import os
import re
from collections.abc import Mapping
from datetime import timedelta
from ipaddress import ip_network
from urllib.parse import urlsplit

from desk.rights import Mode
from text.lookup import LANGUAGES, say

LOOPBACK = ("127.0.0.1", "localhost", "::1")
IDLE_MINUTES = 30
LONGEST_MINUTES = 24 * 60
PROVIDER_KEYS = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
SECRET_LENGTH = 32
_PUBLIC = re.compile(r"https?://(?:[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?|\[[0-9a-f:]+\])(?::[0-9]{1,5})?/?", re.IGNORECASE)


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


def warm_up(environment: Mapping[str, str] = os.environ) -> bool:
    """Whether the pages that most visitors open are built before they come; not where PDRB_WARM_UP says `no`."""
    found = environment.get("PDRB_WARM_UP", "")
    if found not in ("", "yes", "no"):
        raise WrongSetting("warm_up", found=found)
    return found != "no"


def hosts(environment: Mapping[str, str] = os.environ) -> tuple[str, ...]:
    """The host names that are answered: this machine's own, outside local mode those of PDRB_HOSTS and our address."""
    if mode(environment) is Mode.LOCAL:
        return LOOPBACK
    named = (*environment.get("PDRB_HOSTS", "").split(","), urlsplit(public_url(environment)).hostname or "")
    return (*LOOPBACK, *dict.fromkeys(name.strip() for name in named if name.strip()))


def public_url(environment: Mapping[str, str] = os.environ) -> str:
    """The address by which people open the dashboard, from PDRB_PUBLIC_URL, without a slash at its end; else empty.

    In local mode empty: what one person publishes alone is at no public address.
    """
    found = environment.get("PDRB_PUBLIC_URL", "")
    if not found or mode(environment) is Mode.LOCAL:
        return ""
    if not _PUBLIC.fullmatch(found):
        raise WrongSetting("public_url", found=found)
    return found.rstrip("/").lower()


def proxies(environment: Mapping[str, str] = os.environ) -> str:
    """The addresses whose word is taken on who asks and by which scheme, from PDRB_PROXIES; else this machine's own."""
    found = environment.get("PDRB_PROXIES", "") or "127.0.0.1"
    for address in found.split(","):
        try:
            ip_network(address.strip())
        except ValueError as error:
            raise WrongSetting("proxies", found=address.strip()) from error
    return found


def secrets(environment: Mapping[str, str] = os.environ) -> str:
    """The file that names the identity provider, from PDRB_SECRETS; empty for `.streamlit/secrets.toml`, if any."""
    return environment.get("PDRB_SECRETS", "")


def provider(section: Mapping[str, object], environment: Mapping[str, str] = os.environ) -> None:
    """Checks the section [auth] of secrets.toml, which Streamlit looks at only when someone signs in."""
    lacking = [name for name in PROVIDER_KEYS if not section.get(name)]
    if lacking:
        raise WrongSetting("provider", lacking=", ".join(lacking))
    if len(str(section["cookie_secret"])) < SECRET_LENGTH:
        raise WrongSetting("secret", least=SECRET_LENGTH)
    back = str(section["redirect_uri"])
    if not re.fullmatch(r"https?://[^/?#]+/oauth2callback", back):
        raise WrongSetting("redirect", found=back)
    expected = public_url(environment)
    if expected and back.lower() != f"{expected}/oauth2callback":
        raise WrongSetting("redirect_elsewhere", found=back, expected=f"{expected}/oauth2callback")
