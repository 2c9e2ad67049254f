"""What `regional` prints: words as they were typed → a method, its regions and years → rows of five columns."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from stats.regional import elasticity, inequality, klassen, quotient, shift_share, specialisation
from stats.regional.panel import NoSuchPart, Panel, panel
from views.argument import WrongArgument, choice
from views.terminal import region_asked

COLUMNS: tuple[str, ...] = ("item", "period", "component", "value", "unit")
VARIANTS: dict[str, tuple[str, ...]] = {"shift-share": shift_share.VARIANTS, "klassen": klassen.VARIANTS}


@dataclass(frozen=True)
class Request:
    """A method, its variant (empty where it has none), who is looked at and beside whom, and the years."""

    method: str
    variant: str
    region: str
    reference: str
    start: str
    end: str


Statistic = Callable[[pd.DataFrame, Request], pd.DataFrame]


def _beside(statistic: Callable[..., pd.DataFrame]) -> Statistic:
    """A statistic of regions beside a reference."""
    return lambda obs, asked: statistic(obs, (asked.region,), asked.reference, asked.start, asked.end)


def _between(statistic: Callable[..., pd.DataFrame]) -> Statistic:
    """A statistic of all the regions of a province."""
    return lambda obs, asked: statistic(obs, asked.reference, asked.start, asked.end)


def _shift_share(obs: pd.DataFrame, asked: Request) -> pd.DataFrame:
    return shift_share.shift_share(obs, (asked.region,), asked.reference, asked.start, asked.end, asked.variant)


def _klassen(obs: pd.DataFrame, asked: Request) -> pd.DataFrame:
    by_region = asked.variant == klassen.VARIANTS[1]
    return _beside(klassen.klassen_of_regions if by_region else klassen.klassen)(obs, asked)


METHODS: dict[str, Statistic] = {
    "lq": _beside(quotient.lq),
    "dlq": _beside(quotient.dlq),
    "shift-share": _shift_share,
    "klassen": _klassen,
    "growth-share": _beside(klassen.growth_share),
    "krugman": _beside(specialisation.krugman),
    "herfindahl": lambda obs, asked: specialisation.herfindahl(obs, (asked.region,), asked.start, asked.end),
    "theil": _between(inequality.theil),
    "williamson": _between(inequality.williamson),
    "elasticity": _beside(elasticity.elasticity),
    "twins": lambda obs, asked: specialisation.twins(obs, asked.region, asked.start, asked.end),
}
OF_TOTAL: tuple[str, ...] = ("theil", "williamson", "elasticity")
BETWEEN_YEARS: tuple[str, ...] = ("dlq", "shift-share", "klassen", "growth-share", "elasticity")


def request(
    obs: pd.DataFrame,
    *,
    method: str,
    region: str,
    reference: str | None,
    start: str | None,
    end: str | None,
    variant: str | None,
) -> Request:
    """The request that these words make of some observations, with every default; WrongArgument for what does not fit.

    The reference is the province of a regency or city, else the region itself; the years are the first and the last in
    which both have every industry (TOTAL, where a method takes no more).
    """
    asked = choice("--method", method, METHODS)
    variants = VARIANTS.get(asked, ())
    if variant is not None and not variants:
        raise WrongArgument("cli.wrong.variant", found=variant, method=asked)
    own = region_asked(region)
    beside = choice("--reference", reference or own[:2], _regions(obs))
    years = _years(panel(obs), own, beside, asked in OF_TOTAL) if not (start and end) else ()
    first, last = start or years[0], end or years[-1]
    if not (_is_year(first) and _is_year(last)) or first > last or first == last and asked in BETWEEN_YEARS:
        raise WrongArgument("cli.wrong.from_to", start=first, end=last)
    return Request(
        asked, choice("--variant", variant or variants[0], variants) if variants else "", own, beside, first, last
    )


def frame(obs: pd.DataFrame, asked: Request) -> pd.DataFrame:
    """The rows of a request in the columns `COLUMNS`; a value that cannot be computed is missing."""
    try:
        result = METHODS[asked.method](obs, asked)
    except NoSuchPart as absent:
        raise WrongArgument("cli.wrong.not_there", found=absent.asked, expected=", ".join(absent.there)) from absent
    return result[list(COLUMNS)].reset_index(drop=True)


def _regions(obs: pd.DataFrame) -> tuple[str, ...]:
    return tuple(sorted(set(obs["region"])))


def _years(known: Panel, region: str, reference: str, of_total: bool) -> tuple[str, ...]:
    """The years in which both have every industry, or TOTAL; WrongArgument where there is none."""
    both = known.of((region, reference)) if {region, reference} <= set(known.regions) else None
    years = (both.totalled if of_total else both.complete) if both else ()
    if not years:
        raise WrongArgument("cli.wrong.no_industries", found=region, reference=reference)
    return years


def _is_year(text: str) -> bool:
    return len(text) == 4 and text.isascii() and text.isdigit()
