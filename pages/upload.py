"""Unggah: a table from its file to its submission."""

import streamlit as st

from pages.parts import address, frame
from pages.parts.frame import context
from text.lookup import say

here = context("upload")
frame.notices(here.lang)
st.title(say("page.upload.name", here.lang), anchor=False)
address.write(lang=here.lang)
