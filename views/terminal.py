"""What the terminal prints: words as they were typed → a request → the result frame, in the columns of the one table.

The terminal is a page without a picture: it asks the same statistics for the same rows. An argument that does not fit
is a `WrongArgument`, which names the words for it, what was found and what was expected.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from model.dimensions import Approach, Frequency, Measure, PriceBasis
from model.items import COMPONENTS, GROUPS, INDUSTRIES, RESIDUAL, TOTAL, TOTAL_NONMIGAS, known
from model.observations import COLUMNS
from model.period import Period, parse
from stats.measures import compute
from text import lookup
from views.frame import basis_of, inputs

NATION = "9999"
BASE_YEAR = 2010
_ALL_YEARS = 200

_AT_CURRENT_PRICES = (Measure.SHARE, Measure.PER_CAPITA)
_CODES = (*INDUSTRIES, *COMPONENTS, *GROUPS, RESIDUAL, TOTAL_NONMIGAS, TOTAL)


class WrongArgument(ValueError):
    """An argument that does not fit: the key of its words, and what fills them."""

    def __init__(self, key: str, **slots: object) -> None:
        super().__init__(key, slots)
        self.key = key
        self.slots = slots


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
        items=tuple(dict.fromkeys(_item(code) for code in items)),
        period=period or "",
        base=_base(asked, base),
    )


def frame(obs: pd.DataFrame, asked: Request) -> pd.DataFrame:
    """The rows asked for, in BPS order and the columns of the one table; a row that cannot be computed says why."""
    own = obs[(obs["region"] == asked.region) & (obs["approach"] == asked.approach)]
    if own.empty:
        return own[list(COLUMNS)].reset_index(drop=True)
    items = list(asked.items) or None
    result = compute(own, [asked.measure], items=items, base=asked.base, span=asked.span)
    wanted = (result["price_basis"] == asked.basis) & (result["frequency"] == asked.frequency)
    if asked.periods:
        wanted &= result["period"].isin(asked.periods)
    return result.loc[wanted, list(COLUMNS)].reset_index(drop=True)


def sources(obs: pd.DataFrame, asked: Request, result: pd.DataFrame) -> pd.Index:
    """The index of the observations that a result rests on, for naming their origins."""
    far = asked.measure in (Measure.INDEX, Measure.CAGR)
    ends = result.assign(period=result["period"].str.split("/").str[-1])
    used = obs.loc[inputs(obs, ends, lead=_ALL_YEARS if far else 1), "measure"]
    return used.index[(used == Measure.PER_CAPITA) == (asked.measure == Measure.PER_CAPITA)]


def title(asked: Request, lang: str) -> tuple[str, str, str]:
    """Title, subtitle and region of a table, for the sheet that goes with it."""
    region = lookup.region(asked.region, lang)
    heading = f"{lookup.measure(asked.measure, lang)}, {lookup.region_in_sentence(asked.region, lang)}"
    detail = [lookup.say(f"approach.{asked.approach}.name", lang), lookup.basis(asked.basis, lang)]
    detail.append(lookup.say(f"frequency.{asked.frequency}", lang))
    if asked.period:
        detail.append(lookup.period(asked.period, lang))
    return heading, ", ".join(detail), region


def period_asked(text: str) -> str:
    """A year or a quarter as it was typed; WrongArgument for anything else."""
    return str(_parsed(text))


def region_asked(text: str) -> str:
    """A region code as it was typed; WrongArgument for one that is not known."""
    return choice("--region", text, (*lookup.regions(), NATION))


def choice(option: str, found: str, expected: Iterable[str]) -> str:
    """`found` itself where it is one of the words expected; else WrongArgument."""
    allowed = [str(one) for one in expected]
    if found not in allowed:
        raise WrongArgument("cli.wrong.choice", option=option, found=found, expected=", ".join(allowed))
    return found


def _item(found: str) -> str:
    if not known(found):
        raise WrongArgument("cli.wrong.item", found=found, expected=", ".join(_CODES))
    return found


def _parsed(text: str) -> Period:
    try:
        return parse(text)
    except ValueError:
        raise WrongArgument("cli.wrong.period", found=text) from None


def _times(measure: Measure, text: str | None) -> tuple[Period, ...]:
    """The periods in the argument: none, one, or for a compound average its two years."""
    if text is None:
        return ()
    if measure != Measure.CAGR:
        return (_parsed(text),)
    start, slash, end = text.partition("/")
    years = (start, end)
    if not slash or not all(year.isdecimal() and len(year) == 4 for year in years) or start >= end:
        raise WrongArgument("cli.wrong.span", found=text)
    return tuple(_parsed(year) for year in years)


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
    if not (found.isdecimal() and len(found) == 4):
        raise WrongArgument("cli.wrong.base", found=found)
    return int(found)
