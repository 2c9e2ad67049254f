"""Unggah: a table from its file to its submission."""

from pages.parts import address, frame
from pages.parts.frame import context
from pages.parts.upload.work import work

here = context("upload")
frame.notices(here.lang)
work(here)
address.write(lang=here.lang)
