"""Chart titles that compare: two regions, or many items between two periods.

Rates in percent, contributions in percentage points. Comparisons go by printed values; titles bear no full stop.
"""

from collections.abc import Collection
from math import nan

from model.dimensions import Measure
from text import numbers
from text.lookup import item_in_sentence, period, region_in_title, say
from text.movement import outstanding
from text.phrase import (
    Statuses,
    Values,
    absent,
    capital,
    direction,
    extreme,
    growth_phrase,
    joined,
    present,
    printed,
    status_of,
)
from text.trend import CLAIM_RUN, run_at_end, tail

_SLIGHT = 1


def against_region(
    region: str,
    own: float,
    other: str,
    theirs: float,
    lang: str,
    *,
    own_growth: float = nan,
    other_growth: float = nan,
) -> str:
    """A chart title: trade and services in two regions, in percentage points.

    "Lebih bertumpu" is said only when the part of growth is larger too, where both growths (percent) are given.

    >>> against_region("1275", 4.7264, "12", 2.6764, "id", own_growth=5.0997, other_growth=4.5319)
    'Medan lebih bertumpu pada perdagangan dan jasa: 4,73 poin persen, Sumatera Utara 2,68'
    """
    here = region_in_title(region, lang)
    there = region_in_title(other, lang)
    names = {"region": here, "other": there, "own": numbers.number(own, lang), "theirs": numbers.number(theirs, lang)}
    if absent(theirs):
        return say("against.alone", lang, **names)
    if printed(own) == printed(theirs):
        return say("against.equal", lang, **names)
    if own < theirs:
        return say("against.smaller", lang, **names)
    growths_up = own_growth > 0 and other_growth > 0
    relies = growths_up and theirs >= 0 and own / own_growth > theirs / other_growth
    return say("against.relies" if relies else "against.larger", lang, **names)


def lead(own: Values, other: Values, regions: tuple[str, str], lang: str, *, statuses: Statuses | None = None) -> str:
    """Since when a region has grown faster, or more slowly, than another (both in percent, two periods or more).

    "Sedikit" where every gap of the run is below one point. For one period alone, the two rates side by side.

    >>> lead({"2024": 5.07, "2025": 5.10}, {"2024": 5.03, "2025": 4.53}, ("1275", "12"), "id")
    'Sejak 2024 Medan tumbuh sedikit lebih cepat daripada Sumatera Utara'
    """
    periods = tail({text: own[text] - other[text] for text in own if text in other})
    if not periods:
        return ""
    gaps = {text: printed(own[text]) - printed(other[text]) for text in periods}
    names = {"region": region_in_title(regions[0], lang), "other": region_in_title(regions[1], lang)}
    faster, slower = run_at_end(periods, lambda text: gaps[text] > 0), run_at_end(periods, lambda text: gaps[text] < 0)
    run = periods[-max(faster, slower) :] if max(faster, slower) >= CLAIM_RUN else []
    if not run or any(direction(rates[text]) == "down" for text in run for rates in (own, other)):
        return _side_by_side(own, other, periods[-1], names, lang, statuses)
    slight = "slightly_" if all(abs(gaps[text]) < _SLIGHT for text in run) else ""
    since = period(run[0], lang, status_of(statuses, run[0]))
    return say(f"trend.{slight}{'faster' if faster else 'slower'}_since", lang, since=since, **names)


def _side_by_side(
    own: Values, other: Values, last: str, names: dict[str, str], lang: str, statuses: Statuses | None
) -> str:
    return say(
        "trend.side_by_side",
        lang,
        own=growth_phrase(own[last], lang),
        theirs=growth_phrase(other[last], lang),
        period=period(last, lang, status_of(statuses, last)),
        **names,
    )


def values_side_by_side(
    own: float, theirs: float, regions: tuple[str, str], last: str, name: str, unit: str, lang: str, status: str | None
) -> str:
    """A chart title: the figures of two regions in a period, `name` being what they are of.

    >>> values_side_by_side(121.47, 119.3, ("1275", "12"), "2025", "indeks perkembangan", "index", "id", None)
    'Indeks perkembangan: Medan 121,47, Sumatera Utara 119,30 pada 2025'
    """
    names = {"region": region_in_title(regions[0], lang), "other": region_in_title(regions[1], lang), "noun": name}
    figures = {"own": numbers.value(own, unit, lang), "theirs": numbers.value(theirs, unit, lang)}
    return capital(say("trend.side_by_side_values", lang, period=period(last, lang, status), **names, **figures))


def gained(now: Values, first: Values, since: str, measure: str, lang: str) -> str:
    """A chart title: the item that rose most between the first and the last period; empty where none rose.

    >>> gained({"G": 51000.0, "H": 20000.0}, {"G": 40000.0, "H": 15000.0}, "2021", "level", "id")
    'Perdagangan bertambah paling banyak sejak 2021'
    """
    gaps = {code: x - first[code] for code, x in present(now).items() if code in present(first)}
    risen = {code: gap for code, gap in gaps.items() if direction(gap) == "up"}
    if not risen:
        return ""
    codes, _ = extreme(risen, largest=True)
    key = {Measure.LEVEL: "gained_level", Measure.DEFLATOR: "gained_price"}.get(Measure(measure), "gained")
    names = joined([item_in_sentence(code, lang) for code in codes], lang)
    return capital(say(f"trend.{key}", lang, names=names, since=since))


def movers(
    now: Values, before: Values, lang: str, *, earlier: Values | None = None, leave_out: Collection[str] = ()
) -> str:
    """Which items lost and gained most between two periods, in points of growth; all of them at a tie.

    An item that grew before and contracts now "berbalik mengalami kontraksi", one that contracted and grows "kembali
    tumbuh"; with the rates of the period before last, one that had slowed "berbalik menguat". `leave_out`: items with a
    small base, named where one of them moved most. Empty where nothing changed.

    >>> movers({"I": 3.2, "G": 7.39, "J": 6.1}, {"I": 14.5, "G": 2.96, "J": 7.6}, "id", earlier={"G": 5.2})
    'Akomodasi dan makan minum paling melambat, perdagangan berbalik menguat'
    """
    gaps = {code: now[code] - before[code] for code in present(now) if code in present(before)}
    ranked = {code: gap for code, gap in gaps.items() if code not in leave_out}
    claims = []
    slowed = {code: gap for code, gap in ranked.items() if direction(gap) == "down"}
    if slowed:
        codes, _ = extreme(slowed, largest=False)
        claims.append(_moved(f"down_{_lost(codes, now, before)}", codes, lang))
    gained = {code: gap for code, gap in ranked.items() if direction(gap) == "up"}
    if gained:
        codes, _ = extreme(gained, largest=True)
        claims.append(_moved(f"up_{_won(codes, now, before, earlier or {})}", codes, lang))
    if not claims:
        return ""
    claim = claims[0] if len(claims) == 1 else say("trend.both", lang, first=claims[0], second=claims[1])
    outside = outstanding(gaps, leave_out)
    if outside:
        names = joined([item_in_sentence(code, lang) for code in outside], lang)
        claim = say("ranking.outside", lang, names=names, claim=claim)
    return capital(claim)


def _lost(codes: list[str], now: Values, before: Values) -> str:
    """How the items that lost most are told: they slowed, fell into contraction, or fell deeper."""
    if not all(direction(now[code]) == "down" for code in codes):
        return "most"
    if all(direction(before[code]) == "up" for code in codes):
        return "to_contraction"
    return "in_contraction" if all(direction(before[code]) == "down" for code in codes) else "most"


def _won(codes: list[str], now: Values, before: Values, earlier: Values) -> str:
    """How the items that gained most are told: they gained, picked up again, grow again, or contract less."""
    if all(direction(before[code]) == "down" for code in codes):
        if all(direction(now[code]) == "up" for code in codes):
            return "from_contraction"
        return "in_contraction" if all(direction(now[code]) == "down" for code in codes) else "most"
    return "again" if all(before[code] < earlier.get(code, float("-inf")) for code in codes) else "most"


def _moved(key: str, codes: list[str], lang: str) -> str:
    return say(f"trend.{key}", lang, names=joined([item_in_sentence(code, lang) for code in codes], lang))
