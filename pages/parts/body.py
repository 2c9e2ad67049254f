"""The body of a page that shows a view: finding, cards, controls, panels, how to read them, and what is missing."""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Literal

import streamlit as st

from model.dimensions import Measure
from model.release import Edition
from pages.parts import address, frame
from pages.parts.block import block, plain, small
from pages.parts.controls import controls
from pages.parts.frame import Context
from pages.parts.prepared import Page, offer, opening_period, page
from text import lookup
from text.lookup import say
from views.headline import KIND
from views.view import Card, State, View

Columns = Sequence[Sequence[str]]
Colour = Literal["green", "red", "gray", "yellow"]
TONES: dict[str, Colour] = {"good": "green", "bad": "red", "neutral": "gray"}
FIRM: dict[str, Colour] = {"final": "green", "revised": "green"}
CARD, WIDE, ABREAST = 286, 336, 2


@st.fragment
def body(name: str, here: Context, rows: Sequence[Columns]) -> None:
    """The page `name`, its panels by key in rows of columns. A change of a control runs this part alone."""
    edition = here.edition
    opening = opening_period(edition.number, edition.content_hash, here.region, "")
    period = opening_period(edition.number, edition.content_hash, here.region, address.peek("period", opening))
    if not period:
        frame.notices(here.lang)
        st.info(say("error.no_region", here.lang, number=edition.number, region=lookup.region(here.region, here.lang)))
        address.write(**here.address())
        return
    top = st.container()
    choices = offer(name, edition.number, edition.content_hash, here.region, period)
    state = controls(here, choices, opening)
    made = page(name, edition.number, edition.content_hash, state, here.theme)
    with top:
        frame.notices(here.lang)
        _head(edition, made.view, state)
    for columns in rows:
        _row(here, made, columns)
    if not made.view.panels:
        st.info(say("block.empty", here.lang))
    _reading(state)
    _missing(made.view, here.lang)
    address.write(**here.address())


def _head(edition: Edition, view: View, state: State) -> None:
    """The finding, a remark on it, the status of the period, and the cards."""
    with st.container(horizontal=True):
        frame.edition_badge(edition, state.lang)
        if view.status:
            words = {
                "period": lookup.period(state.period, state.lang, view.status),
                "status": _status(view, state.lang),
            }
            st.badge(plain(say("frame.status", state.lang, **words)), color=FIRM.get(view.status, "yellow"))
    st.title(plain(view.finding), anchor=False)
    if view.remark:
        st.markdown(small(view.remark))
    _cards(view.cards)


def _status(view: View, lang: str) -> str:
    return say(f"status_short.{view.status}", lang)


def _cards(cards: Sequence[Card]) -> None:
    """The cards in one row, or two abreast, or one below the other: never so narrow that a word is cut off."""
    if not cards:
        return
    if len(cards) != 2 * ABREAST:
        with st.grid(len(cards), min_column_width=WIDE):
            for card in cards:
                _card(card)
        return
    with st.grid(2, min_column_width=ABREAST * CARD + 16):
        for pair in (cards[:ABREAST], cards[ABREAST:]):
            with st.grid(ABREAST, min_column_width=CARD):
                for card in pair:
                    _card(card)


def _card(card: Card) -> None:
    amount, gap, unit = card.value.partition(" ")
    st.metric(
        plain(card.label),
        f"{plain(amount)}{gap}:small[{plain(unit)}]" if unit else plain(amount),
        delta=plain(card.change or card.note),
        delta_description=plain(card.note) if card.change else None,
        delta_color=TONES[card.tone],
        delta_arrow="off",
        border=True,
        height="stretch",
    )


def _row(here: Context, made: Page, columns: Columns) -> None:
    """The panels of a row that the view has, side by side where more than one column has any.

    Where columns of equal length have lost panels, what is left over stands below them, across the page.
    """
    panels = {panel.key: panel for panel in made.view.panels}
    present = [[panels[key] for key in keys if key in panels] for keys in columns]
    present = [column for column in present if column]
    if not present:
        return
    places: Sequence[AbstractContextManager] = [nullcontext()]
    if len(present) > 1:
        places = st.columns(len(present), gap="large")
    abreast = min(map(len, present)) if len({len(keys) for keys in columns}) == 1 else None
    for place, column in zip(places, present, strict=True):
        with place:
            for panel in column[:abreast]:
                block(here, made, panel)
    for panel in [panel for column in present for panel in column[abreast:]] if abreast else ():
        block(here, made, panel)


def _reading(state: State) -> None:
    """How to read the measure, in plain words."""
    measure = Measure(state.measure)
    key = "contribution" if measure in KIND else str(measure).split("_")[0]
    with st.container(border=True):
        st.markdown(f"**{say('explain.head', state.lang)}.** {plain(say(f'explain.{key}', state.lang))}")


def _missing(view: View, lang: str) -> None:
    """What is not there, in one box."""
    if view.missing:
        lines = "\n".join(f"- {plain(sentence)}" for sentence in view.missing)
        st.info(f"**{say('missing.head', lang)}**\n\n{lines}")
