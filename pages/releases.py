"""Rilis: editions, the release calendar and the history of figures; for approvers what waits for them."""

import streamlit as st

from pages.parts import address, editions, frame, releases
from pages.parts.block import plain
from pages.parts.frame import context

here = context("releases")
top = st.container()
st.title(plain(editions.title(here.lang)), anchor=False)
releases.body(here)
with top:
    frame.notices(here.lang)
address.write(**here.address())
