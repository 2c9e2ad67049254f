"""Ralat: what was wrong, since when, and what is right; and the form that reports an error."""

import streamlit as st

from pages.parts import acting, address, corrections, frame, reporting
from pages.parts.block import plain
from pages.parts.frame import context

here = context("corrections")
frame.notices(here.lang)
st.title(plain(corrections.title(here.lang)), anchor=False)
acting.outcome()
listed, form = st.columns((5, 2), gap="large") if not reporting.came() else st.columns((2, 5), gap="large")[::-1]
with form:
    reporting.form(here.lang)
with listed:
    corrections.listing(here)
address.write(**here.address())
