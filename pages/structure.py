"""Struktur: what the economy is made of."""

from pages.parts.body import body
from pages.parts.frame import context

here = context("structure")
body(
    "structure",
    here,
    ((("structure.groups", "structure.time"), ("structure.industries",)), (("structure.regions",),)),
)
