"""The address that opens for ever what is on screen: a page, its choices, and the number of its edition."""

from collections.abc import Mapping
from urllib.parse import urlencode, urlsplit

import streamlit as st

from deploy import settings
from pages.parts.address import NAMES
from pages.parts.navigation import ADDRESSES


def pinned(page: str, edition: int, choices: Mapping[str, str]) -> str:
    """The whole address of `page` with these choices of its address, bound to edition `edition`.

    A day as known on (`as_of`) becomes the edition that it chose: what is known on a day may change until its end. The
    address begins with PDRB_PUBLIC_URL, else with where the page was opened; names that no page knows are left out.
    """
    wanted = {**choices, "edition": str(edition), "as_of": ""}
    query = urlencode({name: wanted[name] for name in NAMES if wanted.get(name)})
    return f"{_site()}/{ADDRESSES[page]}?{query}"


def _site() -> str:
    """Where the dashboard is, without a slash at the end."""
    opened = urlsplit(st.context.url or "")
    here = f"{opened.scheme}://{opened.netloc}" if opened.netloc else "."
    return settings.public_url() or here
