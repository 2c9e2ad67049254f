"""Tentang: what this is, methods, sources, marks, terms, and what is not there."""

import streamlit as st

from pages.parts import address, frame
from pages.parts.about import contents, gaps, glossary, marks, methods, section, sources
from pages.parts.frame import context
from text.lookup import say

here = context("about")
frame.notices(here.lang)
frame.edition_badge(here.edition, here.lang)
st.title(say("about.title", here.lang), anchor=False)
section("about.what", here.lang, "purpose", "figures", "editions")
contents(here.lang)
section("about.standing", here.lang, "unofficial", "attribution", "third_party")
methods(here.lang)
section("about.group", here.lang, "trade", "services", "sectors")
section("about.rounding", here.lang, "rule", "others", "unchanged")
marks(here.lang)
gaps(here.edition, here.region, here.lang)
sources(here.edition, here.lang)
glossary(here.lang)
address.write(**here.address())
