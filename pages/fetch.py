"""Ambil dari BPS: tables straight from the WebAPI, to be examined and handed in like files."""

from pages.parts import address, frame
from pages.parts.fetching import fetching
from pages.parts.frame import context

here = context("fetch")
frame.notices(here.lang)
fetching(here)
address.write(lang=here.lang)
