"""The pages that the tests of the views look at, chosen by walking through every list in step, never by chance.

Every region opens every page, and *Pertumbuhan* and every other page once more, at a period, measure, basis, items and
comparison that move on with the region. Medan, the province, and a region without industries show every measure and
basis; the province every fourth of its periods. The two languages take turns, and both say the opening pages of Medan
and the province.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import product
from types import ModuleType

import pandas as pd

from text.lookup import LANGUAGES, regions
from views import growth, overview, structure, trade_services
from views.period import opening, periods
from views.view import NOBODY, Offer, Panel, State, View

MEDAN, SUMUT, NIAS = "1275", "12", "1201"
PAGES: dict[str, ModuleType] = {
    "overview": overview,
    "growth": growth,
    "trade_services": trade_services,
    "structure": structure,
}
DENSE = {MEDAN: ("2025", "2026-Q2"), SUMUT: ("2025", "2024-Q4"), NIAS: ("2026-Q2",)}


@dataclass(frozen=True, repr=False)
class Seen:
    """A page in a state: its view, and the observations that it was made of."""

    page: str
    state: State
    view: View
    obs: pd.DataFrame

    def __repr__(self) -> str:
        return f"{self.page} {'/'.join(map(str, vars(self.state).values()))}"

    @cached_property
    def sentences(self) -> tuple[str, ...]:
        """All that the page says in words, panel by panel."""
        cards = [word for card in self.view.cards for word in (card.label, card.value, card.change, card.note)]
        panels = [word for panel in self.view.panels for word in (panel.title, panel.subtitle, *panel.notes)]
        said = (self.view.finding, self.view.remark, *cards, *panels, *self.view.missing)
        return tuple(word for word in said if word)

    def panel(self, key: str) -> Panel:
        return next(panel for panel in self.view.panels if panel.key == key)


def first(obs: pd.DataFrame, page: str, region: str, lang: str, period: str = "") -> State:
    """The state in which a page opens, at the period it opens with or another."""
    there = period or opening(obs, region)
    choices: Offer = PAGES[page].offer(obs, region, there)
    return State(region, lang, choices.measures[0], choices.bases[0], (), there, choices.compare[0])


def moved(obs: pd.DataFrame, page: str, region: str, step: int, lang: str) -> State:
    """A state that moves on with `step`: one period, measure, basis, choice of items and comparison after the other."""
    times = tuple(periods(obs, region))
    there = times[(5 * step + 3) % len(times)]
    choices: Offer = PAGES[page].offer(obs, region, there)
    start = step % max(len(choices.items), 1)
    return State(
        region,
        lang,
        choices.measures[step % len(choices.measures)],
        choices.bases[step // 3 % len(choices.bases)],
        choices.items[start : start + 3] if step % 4 == 1 else (),
        there,
        (choices.compare[0], NOBODY, choices.compare[step % len(choices.compare)])[step % 3],
    )


def states(obs: Callable[[str], pd.DataFrame]) -> Iterator[tuple[str, State]]:
    """Every page and state of the walk; `obs` gives the observations of a region."""
    for place, region in enumerate(regions()):
        for turn, page in enumerate(PAGES):
            speaks, answers = LANGUAGES[(place + turn) % 2], LANGUAGES[(place + turn + 1) % 2]
            yield page, first(obs(region), page, region, speaks)
            if page == "growth" or (place + turn) % 2:
                yield page, moved(obs(region), page, region, 3 * place + turn, answers)
            if region in (MEDAN, SUMUT):
                yield page, first(obs(region), page, region, answers)
    for region, times in DENSE.items():
        for place, (page, period) in enumerate(product(PAGES, times)):
            choices = PAGES[page].offer(obs(region), region, period)
            here = first(obs(region), page, region, LANGUAGES[place % 2], period)
            for measure, basis in product(choices.measures, choices.bases):
                yield page, replace(here, measure=measure, basis=basis)
    for place, period in enumerate(list(periods(obs(SUMUT), SUMUT))[::4]):
        page = tuple(PAGES)[place % len(PAGES)]
        yield page, first(obs(SUMUT), page, SUMUT, LANGUAGES[place // 4 % 2], period)
