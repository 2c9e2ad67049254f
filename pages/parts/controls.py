"""The one row of controls, the same on every page: measure, price basis, industries, period, compare with."""

from collections.abc import Callable

import streamlit as st

from model.dimensions import Measure, PriceBasis
from pages.parts import address
from pages.parts.frame import Context
from text import lookup
from text.lookup import say
from views.frame import basis_of
from views.view import NOBODY, Offer, State


def controls(here: Context, offer: Offer, opening: str) -> State:
    """Draws the row and gives the state that was chosen; `opening` is the period that holds where none is chosen."""
    lang = here.lang
    with st.container(horizontal=True, key="controls"):
        measure = _select("measure", tuple(offer.measures), lambda code: lookup.measure(code, lang, short=True), lang)
        basis = _basis(offer, measure, lang)
        chosen = _industries(offer.items, lang)
        chosen_period = _select(
            "period", tuple(offer.periods), lambda code: lookup.period(code, lang, offer.periods[code]), lang, opening
        )
        compare = _select(
            "compare",
            offer.compare,
            lambda code: say("control.nobody", lang) if code == NOBODY else lookup.region(code, lang, short=True),
            lang,
        )
    return State(here.region, lang, Measure(measure), PriceBasis(basis), chosen, chosen_period, compare)


def _basis(offer: Offer, measure: str, lang: str) -> str:
    """The price basis; of implicit prices there is one only, which stands there and cannot be chosen."""
    if basis_of(measure, offer.bases[0]) == PriceBasis.IMPLICIT:
        only = lookup.basis(PriceBasis.IMPLICIT, lang, short=True)
        st.selectbox(say("control.basis", lang), (only,), disabled=True, width="stretch")
        return offer.bases[0]
    return _select("basis", tuple(offer.bases), lambda code: lookup.basis(code, lang, short=True), lang)


def _select(name: str, options: tuple[str, ...], words: Callable[[str], str], lang: str, default: str = "") -> str:
    return address.choose(
        name,
        options,
        default or options[0],
        lambda key: st.selectbox(say(f"control.{name}", lang), options, format_func=words, key=key, width="stretch"),
    )


def _industries(options: tuple[str, ...], lang: str) -> tuple[str, ...]:
    return address.choose_many(
        "items",
        options,
        lambda key: st.multiselect(
            say("control.items", lang),
            options,
            format_func=lambda code: lookup.item(code, lang, short=True),
            key=key,
            placeholder=say("control.all", lang, count=len(options)) if options else say("control.none", lang),
            disabled=not options,
            width="stretch",
        ),
    )
