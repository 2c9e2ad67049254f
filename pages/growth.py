"""Pertumbuhan: growth by industry, over time, and against another region."""

from pages.parts.body import body
from pages.parts.frame import context

here = context("growth")
body(
    "growth",
    here,
    ((("growth.industries",), ("growth.time",)), (("growth.total",), ("growth.regions",))),
)
