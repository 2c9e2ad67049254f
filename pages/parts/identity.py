"""Who is at the screen: the identity from the provider, the role from the store, asked anew whenever it matters.

A session's state says nothing about who someone is: only the signed cookie of the provider's sign-in does.
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache

import streamlit as st
from starlette.requests import HTTPConnection
from starlette.types import Scope
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from deploy import settings
from desk import users
from desk.rights import Mode, Person
from desk.sessions import Login, Logins, login_of

LOCAL = Person("lokal", mode=Mode.LOCAL)
PROVIDER = "default"
_HAD_ROLE = "had_role"


@cache
def logins() -> Logins:
    """The logins of this process."""
    return Logins(settings.idle())


def has_provider() -> bool:
    """Whether people can sign in: an identity provider is set up, and one person is not alone here."""
    return settings.mode() is not Mode.LOCAL and st.secrets.load_if_toml_exists() and "auth" in st.secrets


def person() -> Person:
    """Who acts in this run. Ask when something is shown or done, never keep it."""
    return LOCAL if settings.mode() is Mode.LOCAL else _person(_login(_claims()))


def person_of(request: Scope) -> Person:
    """Who sends a request, by its cookie."""
    return LOCAL if settings.mode() is Mode.LOCAL else _person(_login(_cookie(request)))


def touch(request: Scope) -> None:
    """Notes that the person of a socket did something, so that the login does not end as idle."""
    login = _login(_cookie(request))
    if login is not None:
        logins().touch(login, _now())


def end(request: Scope) -> None:
    """Ends the login of a request, so that its cookie is worth nothing any more, wherever it was kept."""
    login = _login(_cookie(request))
    if login is not None:
        logins().end(login, _now())


def signed_in() -> Login | None:
    """The login of this run that still holds, also where its account has no role; else none."""
    login = _login(_claims())
    return login if login is not None and logins().lasts(login, _now()) else None


def arrive() -> None:
    """Begins a run: whoever lost the role, or did nothing for too long, in the middle of a session is signed out."""
    known = bool(person().name)
    if st.session_state.get(_HAD_ROLE, False) and not known:
        leave()
    st.session_state[_HAD_ROLE] = known


def leave() -> None:
    """Signs the person out here, in other windows, and with the provider where it offers that; ends the run."""
    st.session_state[_HAD_ROLE] = False
    st.logout()
    st.stop()


def _person(login: Login | None) -> Person:
    if login is None or not logins().lasts(login, _now()):
        return Person()
    return users.person(login.subject, login.email, login.since)


def _login(claims: Mapping[str, object]) -> Login | None:
    return login_of(claims) if claims.get("is_logged_in") is True and claims.get("provider") == PROVIDER else None


def _claims() -> Mapping[str, object]:
    """What the provider says of the person of this run."""
    return st.user.to_dict()


def _cookie(request: Scope) -> Mapping[str, object]:
    """What the provider says of the person whose signed cookie this is; empty where it is none of ours."""
    secret, cookies = get_cookie_secret(), HTTPConnection(request).cookies

    def one(name: str) -> bytes | None:
        return decode_signed_value(secret, name, cookies[name]) if secret and name in cookies else None

    signed = get_cookie_with_chunks(one, USER_COOKIE_NAME)
    claims = json.loads(signed) if signed else {}
    return claims if claims.get("origin") == get_origin_from_redirect_uri() else {}


def _now() -> datetime:
    return datetime.now(UTC)
