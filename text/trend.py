"""Chart titles about a series in time. Each claim is computed from the series that the chart draws.

A series is values by period, all of one frequency; a missing value breaks it. Comparisons go by printed values. Titles
bear no full stop, and are empty for an empty series.
"""

from collections.abc import Callable
from math import isnan

from model.dimensions import Unit
from model.period import shift
from model.rounding import half_away
from text import numbers
from text.lookup import item_in_sentence, period, region_in_sentence, say
from text.phrase import (
    Statuses,
    Values,
    capital,
    direction,
    growth_phrase,
    printed,
    status_of,
    when,
)

_STEADY_RUN = 3
_STEADY_BAND = 0.25
CLAIM_RUN = 2


def subject(kind: str, lang: str, *, region: str = "", item: str = "", noun: str = "") -> str:
    """What a series is about, for `since_sentence`: growth, contribution, share, weight, level, … of a region or item.

    `of` takes the `noun` of a measure.

    >>> subject("contribution", "id", item="TRADE"), subject("growth", "en", region="1275")
    ('sumbangan perdagangan', 'growth of Kota Medan')
    """
    place = region_in_sentence(region, lang) if region else ""
    name = item_in_sentence(item, lang) if item else place
    return say(f"subject.{kind}", lang, region=place, name=name, noun=noun)


def tail(series: Values) -> list[str]:
    """The periods of the unbroken run at the end of a series."""
    periods: list[str] = []
    for text in sorted(series, reverse=True):
        if isnan(series[text]) or (periods and shift(text, 1) != periods[-1]):
            break
        periods.append(text)
    return periods[::-1]


def run_at_end(periods: list[str], holds: Callable[[str], bool]) -> int:
    """How many periods at the end satisfy `holds` without a break."""
    count = 0
    for text in reversed(periods):
        if not holds(text):
            break
        count += 1
    return count


def since_sentence(
    series: Values, about: str, lang: str, *, unit: str = Unit.PERCENTAGE_POINT, statuses: Statuses | None = None
) -> str:
    """Highest or lowest since the last period that was as high or low; else from what to what it rose or fell.

    A "since" needs two earlier periods in a row that were lower (higher), and names the one before them that was not;
    where there is none, the span of the series. `about` comes from `subject`.

    >>> trade = {"2022": 1.26, "2023": 1.40, "2024": 0.79, "2025": 1.92}
    >>> since_sentence(trade, "sumbangan perdagangan", "id")
    'Sumbangan perdagangan tahun 2025 tertinggi sepanjang 2022–2025'
    >>> since_sentence({"2023": 5.04, "2024": 4.2}, "growth of Kota Medan", "en", unit="percent")
    'Growth of Kota Medan fell from 5.04 (2023) to 4.20 percent (2024)'
    """
    periods = tail(series)
    if not periods:
        return ""
    *earlier, last = periods
    now = printed(series[last])
    lower = run_at_end(earlier, lambda text: printed(series[text]) < now)
    higher = run_at_end(earlier, lambda text: printed(series[text]) > now)
    run = max(lower, higher)
    if run < CLAIM_RUN:
        return _step(series, periods, about, lang, unit, statuses)
    way = "highest" if lower else "lowest"
    marked = when(last, lang, status_of(statuses, last))
    if run == len(earlier):
        span = period(f"{periods[0]}/{last}", lang, status_of(statuses, last))
        return capital(say(f"trend.{way}_of_all", lang, subject=about, when=marked, span=span))
    bound = earlier[-run - 1]
    since = period(bound, lang, status_of(statuses, bound))
    return capital(say(f"trend.{way}_since", lang, subject=about, when=marked, since=since))


def _step(series: Values, periods: list[str], about: str, lang: str, unit: str, statuses: Statuses | None) -> str:
    """From what to what the last value went."""
    last = periods[-1]
    now = numbers.value(series[last], unit, lang)
    marked = when(last, lang, status_of(statuses, last))
    if len(periods) == 1:
        return capital(say("trend.reached", lang, subject=about, when=marked, now=now))
    before = periods[-2]
    gap = printed(series[last]) - printed(series[before])
    if gap == 0:
        return capital(say("trend.held", lang, subject=about, when=marked, now=now))
    money = unit in (Unit.BILLION_IDR, Unit.THOUSAND_IDR)
    words = {
        "before": numbers.value(series[before], unit, lang) if money else numbers.number(series[before], lang),
        "from": period(before, lang, status_of(statuses, before)),
        "to": period(last, lang, status_of(statuses, last)),
    }
    return capital(say("trend.rose" if gap > 0 else "trend.fell", lang, subject=about, now=now, **words))


def growth_title(series: Values, region: str, lang: str, *, statuses: Statuses | None = None) -> str:
    """What the growth of a region (percent) did: contracted, recovered, held steady, or highest since.

    "Bertahan di kisaran N persen" needs three periods or more at the end within a quarter of a point of N.

    >>> growth_title({"2022": 4.71, "2023": 5.04, "2024": 5.07, "2025": 5.10}, "1275", "id")
    'Pertumbuhan Kota Medan bertahan di kisaran 5 persen sejak 2023'
    >>> growth_title({"2019": 5.93, "2020": -1.98}, "1275", "id")
    'Ekonomi Kota Medan tahun 2020 mengalami kontraksi 1,98 persen setelah tumbuh 5,93 persen pada 2019'
    """
    periods = tail(series)
    if not periods:
        return ""
    last = periods[-1]
    ways = [direction(series[text]) for text in periods[-2:]]
    if set(ways) != {"up"}:
        return _turn(series, periods, region, lang, statuses)
    level = int(half_away(series[last], 0))
    steady = run_at_end(periods, lambda text: abs(series[text] - level) <= _STEADY_BAND)
    place = region_in_sentence(region, lang)
    if steady >= _STEADY_RUN and level >= 1:
        since = period(periods[-steady], lang, status_of(statuses, periods[-steady]))
        return say("trend.steady", lang, region=place, rate=level, since=since)
    about = say("subject.growth", lang, region=place)
    return since_sentence(series, about, lang, unit=Unit.PERCENT, statuses=statuses)


def _turn(series: Values, periods: list[str], region: str, lang: str, statuses: Statuses | None) -> str:
    """A period of contraction or standstill, or the one after it, with the one before."""
    last = periods[-1]
    words = {
        "region": region_in_sentence(region, lang),
        "when": when(last, lang, status_of(statuses, last)),
        "growth": growth_phrase(series[last], lang),
    }
    if len(periods) == 1:
        return say("trend.contracted", lang, **words)
    before = periods[-2]
    start = period(before, lang, status_of(statuses, before))
    return say("trend.turned", lang, before=growth_phrase(series[before], lang), **{"from": start}, **words)
