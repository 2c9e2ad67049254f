"""The charts of *Perdagangan & Jasa* for Kota Medan, year by year, as the dashboard itself sends them."""

from dataclasses import dataclass, replace
from functools import cache

from charts.prepared import Prepared
from charts.template import CONFIG
from data import store
from pages.parts.prepared import offer, page
from pages.parts.warm import opening_state
from text import lookup
from views.view import MEDAN

NAME, LANG = "trade_services", "id"
YEARS = ("2025", "2024", "2023")
ROWS = (
    (
        ("trade_services.contributions", "trade_services.regions"),
        ("trade_services.inside", "trade_services.weight"),
    ),
    (("trade_services.one_by_one",),),
)
"""As the page has it: rows of columns of blocks."""
STYLE = """
body { font-family: "IBM Plex Sans", Arial, sans-serif; margin: 1.25rem 5rem 3.5rem; color: #0b161e; }
.row { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); gap: 2rem; margin-bottom: 1rem; }
.small { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 1rem; }
h1 { font-size: 1.625rem; } h2 { font-size: 1.25rem; } p { font-size: .875rem; color: #52616d; }
#period { width: 16rem; }
"""

__all__ = ["CONFIG", "ROWS", "STYLE", "YEARS", "Block", "Charted", "charted"]


@dataclass(frozen=True)
class Block:
    """One panel: what stands above and below it, and its figures by the name of a small one."""

    title: str
    subtitle: str
    source: str
    figures: dict[str, Prepared]


@dataclass(frozen=True)
class Charted:
    """The page of one year: finding, and its blocks by key."""

    finding: str
    year: str
    blocks: dict[str, Block]

    def figures(self) -> list[Prepared]:
        """Every figure, in the order in which it stands on the page."""
        return [figure for row in ROWS for keys in row for key in keys for figure in self.blocks[key].figures.values()]


@cache
def charted(year: str) -> Charted:
    """The page of `year` in Indonesian and light, against the region it opens with."""
    edition = store.edition(None)
    opening = opening_state(NAME, edition.number, edition.content_hash, MEDAN, LANG)
    choices = offer(NAME, edition.number, edition.content_hash, MEDAN, year)
    made = page(NAME, edition.number, edition.content_hash, replace(opening, period=year), "light")
    blocks = {
        panel.key: Block(
            panel.title,
            panel.subtitle,
            made.sources[panel.key],
            {lookup.item(code, LANG, short=True) if code else "": one for code, one in made.figures[panel.key].items()},
        )
        for panel in made.view.panels
    }
    return Charted(made.view.finding, lookup.period(year, LANG, choices.periods[year]), blocks)
