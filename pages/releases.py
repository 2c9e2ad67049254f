"""Rilis: editions, the release calendar and the history of figures; for approvers what waits for them."""

import streamlit as st

from pages.parts import address, frame
from pages.parts.frame import context
from text.lookup import say

here = context("releases")
frame.notices(here.lang)
st.title(say("page.releases.name", here.lang), anchor=False)
address.write(lang=here.lang)
