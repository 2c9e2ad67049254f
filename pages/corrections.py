"""Ralat: what was wrong, since when, and what is right."""

import streamlit as st

from pages.parts import address, frame
from pages.parts.frame import context
from text.lookup import say

here = context("corrections")
frame.notices(here.lang)
st.title(say("page.corrections.name", here.lang), anchor=False)
address.write(lang=here.lang)
