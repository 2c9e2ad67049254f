"""Perdagangan & Jasa: what trade and services contributed."""

from pages.parts.body import body
from pages.parts.frame import context

here = context("trade_services")
body(
    "trade_services",
    here,
    (
        (
            ("trade_services.contributions", "trade_services.regions"),
            ("trade_services.inside", "trade_services.weight"),
        ),
        (("trade_services.one_by_one",),),
    ),
)
