"""What the terminal prints: words as they were typed → a request → the result frame, in the columns of the one table.

The terminal is a page without a picture: it asks the same statistics for the same rows. An argument that does not fit
is a `WrongArgument`, which names the words for it, what was found and what was expected.
"""

from dataclasses import dataclass, replace
from math import nan

import pandas as pd

from model.dimensions import Approach, Frequency, Measure, PriceBasis, Reason, Status
from model.items import CODES, known, order
from model.observations import COLUMNS
from model.period import Period, parse
from stats.measures import compute
from text import lookup
from views.argument import WrongArgument, choice
from views.frame import basis_of, inputs

NATION = "9999"
BASE_YEAR = 2010
_ALL_YEARS = 200
_OF_THEIR_PERIOD = (Measure.LEVEL, Measure.PER_CAPITA, Measure.SHARE, Measure.DEFLATOR, Measure.CAGR)

_AT_CURRENT_PRICES = (Measure.SHARE, Measure.PER_CAPITA)


@dataclass(frozen=True)
class Request:
    """What is asked of the one table, every part a code and every default filled in."""

    region: str
    approach: Approach
    measure: Measure
    basis: PriceBasis
    frequency: Frequency
    items: tuple[str, ...] = ()
    period: str = ""
    base: int = BASE_YEAR

    @property
    def periods(self) -> tuple[str, ...]:
        """The periods asked for; none means all. A year at the frequency Q is its four quarters."""
        if not self.period or "/" in self.period:
            return ()
        asked = parse(self.period)
        if self.frequency == Frequency.Q and asked.quarter is None:
            return tuple(str(Period(asked.year, quarter)) for quarter in (1, 2, 3, 4))
        return (self.period,)

    @property
    def span(self) -> tuple[str, str] | None:
        """The two years of a compound average; None for the first and last there are."""
        start, _, end = self.period.partition("/")
        return (start, end) if end else None


def request(
    *,
    region: str,
    measure: str,
    approach: str = Approach.PRODUCTION,
    price_basis: str | None = None,
    frequency: str | None = None,
    items: tuple[str, ...] = (),
    period: str | None = None,
    base: str | None = None,
) -> Request:
    """The request that these words make, with every default; WrongArgument for a word that does not fit."""
    asked = Measure(choice("--measure", measure, Measure))
    times = _times(asked, period)
    return Request(
        region=region_asked(region),
        approach=Approach(choice("--approach", approach, Approach)),
        measure=asked,
        basis=_basis(asked, price_basis),
        frequency=_frequency(asked, frequency, times),
        items=tuple(dict.fromkeys(item_asked(code) for code in items)),
        period=period or "",
        base=_base(asked, base),
    )


def frame(obs: pd.DataFrame, asked: Request) -> pd.DataFrame:
    """The rows asked for, in BPS order and the columns of the one table; a row that cannot be computed says why.

    An item asked for by name that stands at constant prices only has its rows at current prices too, each without a
    value and with the reason `no_current_prices`.
    """
    own = obs[(obs["region"] == asked.region) & (obs["approach"] == asked.approach)]
    if own.empty:
        return own[list(COLUMNS)].reset_index(drop=True)
    rows = _rows(own, asked)
    absent = tuple(item for item in asked.items if item not in set(rows["item"]))
    if asked.basis != PriceBasis.CURRENT or not absent:
        return rows
    constant = _rows(own, replace(asked, basis=PriceBasis.CONSTANT_2010, items=absent))
    unpriced = {"price_basis": PriceBasis.CURRENT.value, "status": Status.UNKNOWN.value}
    unpriced |= {"reason": Reason.NO_CURRENT_PRICES.value}
    both = pd.concat([rows, constant.assign(value=nan, **unpriced)], ignore_index=True)
    items = both["item"].tolist()
    return both.iloc[sorted(range(len(items)), key=lambda row: order(items[row]))].reset_index(drop=True)


def _rows(own: pd.DataFrame, asked: Request) -> pd.DataFrame:
    """What the statistics give of a region's observations for a request."""
    items = list(asked.items) or None
    result = compute(own, [asked.measure], items=items, base=asked.base, span=asked.span)
    wanted = (result["price_basis"] == asked.basis) & (result["frequency"] == asked.frequency)
    if asked.periods:
        wanted &= result["period"].isin(asked.periods)
    return result.loc[wanted, list(COLUMNS)].reset_index(drop=True)


def sources(obs: pd.DataFrame, asked: Request, result: pd.DataFrame) -> pd.Index:
    """The index of the observations that a result rests on, for naming their origins."""
    if asked.measure == Measure.INDEX:
        rows = inputs(obs, result, lead=_ALL_YEARS, base=asked.base)
    else:
        rows = inputs(obs, result, lead=0 if asked.measure in _OF_THEIR_PERIOD else 1)
    used = obs.loc[rows, "measure"]
    return used.index[(used == Measure.PER_CAPITA) == (asked.measure == Measure.PER_CAPITA)]


def title(asked: Request, lang: str) -> tuple[str, str, str]:
    """Title, subtitle and region code of a table, for the sheet that goes with it."""
    heading = f"{lookup.measure(asked.measure, lang)}, {lookup.region_in_sentence(asked.region, lang)}"
    detail = [lookup.say(f"approach.{asked.approach}.name", lang), lookup.basis(asked.basis, lang)]
    detail.append(lookup.say(f"frequency.{asked.frequency}", lang))
    if asked.period:
        detail.append(lookup.period(asked.period, lang))
    return heading, ", ".join(detail), asked.region


def no_rows(edition: int, asked: Request, lang: str) -> str:
    """That an edition has no row for a request, in words."""
    detail = [asked.approach, asked.basis, asked.frequency, *asked.items, asked.period]
    slots = {"measure": asked.measure, "region": asked.region, "detail": ", ".join(filter(None, detail))}
    return lookup.say("cli.no_rows", lang, edition=edition, **slots)


def period_asked(text: str) -> str:
    """A year or a quarter as it was typed; WrongArgument for anything else."""
    return str(_parsed(text))


def region_asked(text: str) -> str:
    """A region code as it was typed; WrongArgument for one that is not known."""
    return choice("--region", text, (*lookup.regions(), NATION))


def item_asked(found: str) -> str:
    """An item code as it was typed; WrongArgument for one that is not known."""
    if not known(found):
        raise WrongArgument("cli.wrong.item", found=found, expected=", ".join(CODES))
    return found


def _parsed(text: str) -> Period:
    try:
        return parse(text)
    except ValueError:
        raise WrongArgument("cli.wrong.period", found=text) from None


def _year(text: str) -> Period | None:
    """The year that a text names, None for a quarter and for anything else."""
    try:
        found = parse(text)
    except ValueError:
        return None
    return found if found.frequency == Frequency.A else None


def _times(measure: Measure, text: str | None) -> tuple[Period, ...]:
    """The periods in the argument: none, one, or for a compound average its two years."""
    if text is None:
        return ()
    if measure != Measure.CAGR:
        return (_parsed(text),)
    start, _, end = text.partition("/")
    first, last = _year(start), _year(end)
    if first is None or last is None or first >= last:
        raise WrongArgument("cli.wrong.span", found=text)
    return first, last


def _frequency(measure: Measure, found: str | None, times: tuple[Period, ...]) -> Frequency:
    """The frequency asked for, or the one that measure and period ask for; WrongArgument where they do not agree."""
    quarterly = measure.endswith(("qtq", "ctc"))
    quarter = any(time.quarter for time in times)
    if found is None:
        return Frequency.Q if quarterly or quarter else Frequency.A
    frequency = Frequency(choice("--frequency", found, Frequency))
    if quarterly and frequency == Frequency.A:
        raise WrongArgument("cli.wrong.quarterly_measure", measure=measure)
    if measure == Measure.CAGR and frequency == Frequency.Q:
        raise WrongArgument("cli.wrong.annual_measure", measure=measure)
    if quarter and frequency == Frequency.A:
        raise WrongArgument("cli.wrong.quarter_of_year", found=str(times[0]))
    return frequency


def _basis(measure: Measure, found: str | None) -> PriceBasis:
    """The price basis asked for or the default of the measure; deflators take none, their rows say `implicit`."""
    default = PriceBasis.CURRENT if measure in _AT_CURRENT_PRICES else PriceBasis.CONSTANT_2010
    own = basis_of(measure, default)
    if found is None:
        return own
    if own == PriceBasis.IMPLICIT:
        allowed: tuple[PriceBasis, ...] = (own,)
    else:
        allowed = (PriceBasis.CURRENT, PriceBasis.CONSTANT_2010)
    if found not in allowed and found in list(PriceBasis):
        raise WrongArgument("cli.wrong.basis", measure=measure, found=found, expected=", ".join(allowed))
    return PriceBasis(choice("--price-basis", found, allowed))


def _base(measure: Measure, found: str | None) -> int:
    if found is None:
        return BASE_YEAR
    if measure != Measure.INDEX:
        raise WrongArgument("cli.wrong.base_without_index", measure=measure)
    base = _year(found)
    if base is None:
        raise WrongArgument("cli.wrong.base", found=found)
    return base.year
