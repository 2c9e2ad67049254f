"""PDRB Medan: the frame of the dashboard and its pages. Run with `streamlit run app.py`, or serve `deploy/asgi.py`."""

import streamlit as st

from pages.parts import address, frame, identity
from pages.parts.navigation import pages
from text.lookup import say

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
with frame.framed():
    frame.strip(lang)
    page.run()
