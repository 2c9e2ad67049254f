"""PDRB Medan: the frame of the dashboard and its pages. Each run of a page executes this file.

`streamlit run app.py` imports it once to serve it; Streamlit finds `app` below and serves what `deploy/asgi.py` does.
"""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.parts import address, frame, identity, reporting, since
from pages.parts.navigation import pages
from text.lookup import say


def dashboard() -> None:
    """Draws the frame and the page that the address names."""
    lang = frame.begin()
    st.set_page_config(
        page_title=say("shell.title", lang),
        page_icon="static/logo.svg",
        layout="wide",
        initial_sidebar_state="collapsed",
    )
    menu = pages(lang, identity.person())
    page = st.navigation(list(menu.values()), position="top")
    if asked := frame.asked_page():
        st.switch_page(menu[asked], query_params=dict(st.query_params.items()))
    address.turn(page.url_path)
    frame.brand()
    with frame.framed():
        frame.strip(lang)
        since.strip(lang)
        page.run()
        reporting.foot(page.url_path, lang)


if get_script_run_ctx(suppress_warning=True):
    dashboard()
else:
    from deploy import asgi

    app = st.App(asgi.SCRIPT, **asgi.SERVED)
