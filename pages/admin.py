"""Pengguna: who may use the program beyond reading, and with which role."""

import streamlit as st

from pages.parts import address, frame, users
from pages.parts.frame import context
from text.lookup import say

here = context("admin")
frame.notices(here.lang)
st.title(say("page.admin.name", here.lang), anchor=False)
users.outcome(here.lang)
everyone = users.listing(here.lang)
left, right = st.columns(2)
with left:
    users.adding(here.lang)
with right:
    if everyone:
        users.changing(everyone, here.lang)
users.roles(here.lang)
address.write(lang=here.lang)
