"""The pages and their public addresses, which never equal a file's name."""

import streamlit as st
from streamlit.navigation.page import Page

from desk.rights import Action, Person, allowed
from text.lookup import say

ADDRESSES: dict[str, str] = {
    "overview": "ringkasan",
    "trade_services": "perdagangan-jasa",
    "growth": "pertumbuhan",
    "structure": "struktur",
    "releases": "rilis",
    "corrections": "ralat",
    "upload": "unggah",
    "fetch": "ambil-dari-bps",
    "about": "tentang",
    "admin": "pengguna",
}
RIGHTS: dict[str, Action] = {"upload": Action.UPLOAD, "fetch": Action.UPLOAD, "admin": Action.MANAGE_USERS}
"""What a page is for, where not everyone may open it; `frame.context` refuses the others."""
OPEN_TO_ALL: tuple[str, ...] = tuple(name for name in ADDRESSES if name not in RIGHTS)


def pages(lang: str, person: Person) -> dict[str, Page]:
    """The pages by name, in the order of the menu; the overview opens at the bare address.

    A page that this person may not use is not in the menu; its address answers with the reason.
    """
    return {
        name: st.Page(
            f"pages/{name}.py",
            title=say(f"page.{name}.name", lang),
            url_path=address,
            default=name == "overview",
            visibility="visible" if name in OPEN_TO_ALL or allowed(person, RIGHTS[name]) else "hidden",
        )
        for name, address in ADDRESSES.items()
    }
