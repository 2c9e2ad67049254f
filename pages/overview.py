"""Ringkasan: the finding, the cards, growth, contributions and structure."""

from pages.parts import calendar
from pages.parts.body import body
from pages.parts.frame import context

here = context("overview")
body(
    "overview",
    here,
    ((("overview.growth", "overview.structure"), ("overview.contribution",)),),
)
calendar.small_one(here)
