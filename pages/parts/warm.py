"""Builds the pages that most visitors open first, before they come."""

from charts.tokens import Theme
from data import store
from pages.parts.drawings import VIEWS
from pages.parts.prepared import offer, page
from views.period import opening
from views.view import MEDAN, State

LANGUAGES = ("id", "en")
THEMES: tuple[Theme, ...] = ("light", "dark")


def opening_state(name: str, number: int, content_hash: str, region: str, lang: str) -> State:
    """The state in which a page opens: the newest year, and the first of each choice."""
    period = opening(store.edition(number).observations, region)
    choices = offer(name, number, content_hash, region, period)
    return State(region, lang, choices.measures[0], choices.bases[0], (), period, choices.compare[0])


def warm() -> None:
    """Builds every page of the newest edition as it opens for Kota Medan, Indonesian and light first."""
    edition = store.edition(None)
    for theme in THEMES:
        for lang in LANGUAGES:
            for name in VIEWS:
                state = opening_state(name, edition.number, edition.content_hash, MEDAN, lang)
                page(name, edition.number, edition.content_hash, state, theme)
