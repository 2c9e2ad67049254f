"""What a page shows, before it is drawn: the state that is asked for; the finding, cards and panels that answer it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from model.dimensions import STATUSES, Frequency, Measure, PriceBasis
from model.period import parse

MEDAN = "1275"
PROVINCE = "12"
NOBODY = "none"


@dataclass(frozen=True)
class State:
    """What a visitor asks a page for. Every part is a code, so that a state can stand in an address and key a cache."""

    region: str = MEDAN
    lang: str = "id"
    measure: Measure = Measure.YOY
    basis: PriceBasis = PriceBasis.CONSTANT_2010
    items: tuple[str, ...] = ()
    period: str = ""
    compare: str = NOBODY

    @property
    def frequency(self) -> Frequency:
        """The frequency of the period asked for; annual where none is."""
        return parse(self.period).frequency if self.period else Frequency.A


@dataclass(frozen=True)
class Card:
    """A headline figure: what it is, the figure in words, and how it changed."""

    label: str
    value: str
    change: str
    note: str
    tone: str = "neutral"


@dataclass(frozen=True)
class Panel:
    """One chart with its words: the finding as title, measure and unit and area as subtitle, and the frame behind it.

    `key` names the panel, `chart` the kind of chart.
    `result` is the one table and `shown`, the figure as printed. `rows` is the index of the observations that it rests
    on, by which the edition names the sources. `options` are the further arguments of the chart; `hatch` says whether
    it shows a status by the hatching of bars or the dashes of lines. `told` is the finding of each chart by its item,
    where the panel is several small ones.
    """

    key: str
    chart: str
    title: str
    subtitle: str
    result: pd.DataFrame = field(repr=False, compare=False)
    rows: pd.Index = field(repr=False, compare=False)
    notes: tuple[str, ...] = ()
    hatch: str = "bars"
    options: Mapping[str, object] = field(default_factory=dict)
    told: Mapping[str, str] = field(default_factory=dict)

    @property
    def statuses(self) -> tuple[str, ...]:
        """The statuses that stand in the chart."""
        present = self.result.loc[self.result["value"].notna(), "status"]
        return tuple(status for status in STATUSES if status in set(present))


@dataclass(frozen=True)
class View:
    """The answer of a page: the finding, a remark on it, cards, panels, and what is not there."""

    finding: str
    remark: str = ""
    status: str = ""
    cards: tuple[Card, ...] = ()
    panels: tuple[Panel, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offer:
    """What a page lets its visitor choose from, in codes; the first of each is what it opens with.

    An empty choice of items means all of them. `periods` names the status of each, for its mark.
    """

    periods: Mapping[str, str]
    measures: tuple[Measure, ...]
    bases: tuple[PriceBasis, ...]
    items: tuple[str, ...]
    compare: tuple[str, ...]
