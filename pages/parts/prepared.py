"""Pages that are ready to be sent: view, figures and source lines, built once for an edition and a state.

A published edition never changes, so what was built for it can serve every visitor. Whether a visitor may see the
edition is asked before, not here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from charts.prepared import Prepared, prepare
from charts.tokens import Theme
from data import store
from data.kept import kept
from model.dimensions import Measure
from model.release import Edition
from pages.parts.drawings import VIEWS, draw
from text.lookup import mark, say
from views.period import opening, periods
from views.view import Offer, Panel, State, View

KEPT = 512
PAGES_KEPT = 1024  # of at most 0.3 MB each


@dataclass(frozen=True)
class Page:
    """A view with its figures and source lines, by the key of the panel; small multiples have one figure an item."""

    view: View
    figures: Mapping[str, Mapping[str, Prepared]]
    sources: Mapping[str, str]


@kept(PAGES_KEPT)
def page(name: str, number: int, content_hash: str, state: State, theme: Theme) -> Page:
    """The page `name` of edition `number`; the content hash keeps two editions of one number apart."""
    edition = store.edition(number)
    view = VIEWS[name].view(edition.observations, state)
    figures = {panel.key: prepared(panel, state.lang, theme) for panel in view.panels}
    sources = {panel.key: source_line(panel, edition, state.lang) for panel in view.panels}
    return Page(view, figures, sources)


@kept(KEPT)
def offer(name: str, number: int, content_hash: str, region: str, period: str) -> Offer:
    """What the page `name` of an edition lets choose, for a region and the period asked for."""
    return VIEWS[name].offer(store.edition(number).observations, region, period)


def prepared(panel: Panel, lang: str, theme: Theme) -> dict[str, Prepared]:
    """The figures of a panel, ready to be sent."""
    return {item: prepare(figure) for item, figure in draw(panel, lang, theme).items()}


@kept(KEPT)
def opening_period(number: int, content_hash: str, region: str, asked: str) -> str:
    """The period asked for where the region has it, else the one that its pages open with; empty where it has none."""
    obs = store.edition(number).observations
    return asked if asked in periods(obs, region) else opening(obs, region)


def source_line(panel: Panel, edition: Edition, lang: str) -> str:
    """Publisher and table of what the chart shows or is computed from, the edition, and the marks that stand in it."""
    sources = "; ".join(dict.fromkeys(origin.words("short", lang) for origin in edition.origins(panel.rows)))
    published = set(panel.result["measure"]) <= {Measure.LEVEL, Measure.PER_CAPITA}
    line = say("source.line" if published else "source.computed", lang, sources=sources, number=edition.number)
    marks = [say(f"legend.{status}.{panel.hatch}", lang) for status in panel.statuses if mark(status)]
    return " ".join((line, "; ".join(marks) + ".")) if marks else line
