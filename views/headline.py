"""The headline of a region and period: growth, and what trade and services contributed to it."""

from dataclasses import dataclass
from math import isnan

import pandas as pd

from model.dimensions import Frequency, Measure, PriceBasis
from model.items import TOTAL
from model.period import parse
from stats.measures import compute
from text import narrative
from text.lookup import regions, say
from text.phrase import printed
from views.frame import select
from views.view import MEDAN, NOBODY, PROVINCE

TRADE, SERVICES, BOTH = "TRADE", "SERVICES", "TERTIARY"
CONTRIBUTION: dict[Measure, Measure] = {
    Measure.YOY: Measure.CONTRIBUTION_YOY,
    Measure.QTQ: Measure.CONTRIBUTION_QTQ,
    Measure.CTC: Measure.CONTRIBUTION_CTC,
}
KIND: dict[Measure, Measure] = {contribution: kind for kind, contribution in CONTRIBUTION.items()}


@dataclass(frozen=True)
class Headline:
    """Growth (percent) of TOTAL and the contributions of TRADE, SERVICES and both (percentage points) of one kind.

    `status` is that of the growth, else of the level at constant prices, else at current prices. `reason` says why
    growth is missing; `first` is the first period of this frequency with contributions; `before` holds the same growth
    one period earlier, with its status.
    """

    region: str
    period: str
    kind: Measure
    growth: float
    trade: float
    services: float
    together: float
    status: str
    base_status: str
    reason: str
    first: str | None
    before: float
    before_status: str


def headline(obs: pd.DataFrame, region: str, period: str, kind: Measure | str = Measure.YOY) -> Headline:
    """The headline of one kind of growth at constant prices; what cannot be computed is NaN with its reason."""
    kind = Measure(kind)
    both = select(obs, {region}, parse(period).frequency)
    own = both[both["price_basis"] == PriceBasis.CONSTANT_2010]
    frame = compute(own, [kind, CONTRIBUTION[kind]], items=[TOTAL, TRADE, SERVICES, BOTH])
    growth = frame[(frame["measure"] == kind) & (frame["item"] == TOTAL)].set_index("period")
    known_growth = growth[growth["value"].notna()]
    points = frame[frame["measure"] == CONTRIBUTION[kind]].set_index(["item", "period"])["value"]
    known = points.drop(index=TOTAL, level=0, errors="ignore").dropna()
    earlier = narrative.base_period(period, kind)
    totals = both[both["item"] == TOTAL].sort_values("price_basis", ascending=False)
    levels = pd.Series(dict(zip(totals["period"], totals["status"], strict=True)), dtype="str")
    return Headline(
        region=region,
        period=period,
        kind=kind,
        growth=_float(growth["value"], period),
        trade=_float(points, (TRADE, period)),
        services=_float(points, (SERVICES, period)),
        together=_float(points, (BOTH, period)),
        status=_text(known_growth["status"], period) or _text(levels, period),
        base_status=_text(levels, earlier),
        reason=_text(growth["reason"], period),
        first=min(known.index.get_level_values("period"), default=None),
        before=_float(growth["value"], earlier),
        before_status=_text(known_growth["status"], earlier),
    )


def news(obs: pd.DataFrame, region: str, period: str) -> Headline:
    """The year-on-year headline; for a quarter without one, the quarter-to-quarter headline if that can be computed."""
    yearly = headline(obs, region, period)
    if yearly.growth == yearly.growth or parse(period).frequency == Frequency.A:
        return yearly
    quarterly = headline(obs, region, period, Measure.QTQ)
    return quarterly if quarterly.growth == quarterly.growth else yearly


def sentence(story: Headline, lang: str) -> str:
    """The finding in words."""
    return narrative.finding(
        story.region,
        story.period,
        story.growth,
        story.trade,
        story.services,
        lang,
        kind=story.kind,
        status=story.status,
        base_status=story.base_status,
        first=story.first,
        reason=story.reason,
    )


def rounding(story: Headline, lang: str) -> str:
    """The footnote on rounding, where trade and services as printed do not add to both as printed; else nothing."""
    parts = (story.trade, story.services, story.together)
    if any(isnan(x) for x in parts) or printed(parts[0]) + printed(parts[1]) == printed(parts[2]):
        return ""
    return say("note.rounding", lang)


def finding(obs: pd.DataFrame, region: str, period: str, lang: str) -> str:
    """The finding of a region and period, the same on the page, in the terminal and on a slide."""
    return sentence(news(obs, region, period), lang)


def others(region: str, first: str = NOBODY) -> tuple[str, ...]:
    """The regions to compare with: `first` (or nobody), nobody, the province or Medan, then the others."""
    wanted = (first, NOBODY, neighbour(region), *regions())
    return tuple(code for code in dict.fromkeys(wanted) if code != region)


def neighbour(region: str) -> str:
    """The region that a comparison opens with: the province, and Medan for the province itself."""
    return MEDAN if region == PROVINCE else PROVINCE


def _float(series: pd.Series, key: object) -> float:
    return float(series.get(key, float("nan")))


def _text(series: pd.Series, key: object) -> str:
    return str(series.get(key, ""))
