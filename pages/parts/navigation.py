"""The pages and their public addresses, which never equal a file's name."""

import streamlit as st
from streamlit.navigation.page import Page

from text.lookup import say

ADDRESSES: dict[str, str] = {
    "overview": "ringkasan",
    "trade_services": "perdagangan-jasa",
    "growth": "pertumbuhan",
    "structure": "struktur",
    "about": "tentang",
}


def pages(lang: str) -> dict[str, Page]:
    """The pages by name, in the order of the menu; the overview opens at the bare address."""
    return {
        name: st.Page(
            f"pages/{name}.py", title=say(f"page.{name}.name", lang), url_path=address, default=name == "overview"
        )
        for name, address in ADDRESSES.items()
    }
