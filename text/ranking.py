"""Sentences and chart titles about many items of one period: highest, lowest, largest, how many.

Rates in percent, contributions in percentage points, by item code. Missing values are left out; ties, by printed value,
name every item. Titles bear no full stop.
"""

from collections.abc import Collection

from model.items import INDUSTRIES
from text import lookup
from text.lookup import item_in_sentence, say
from text.phrase import Values, capital, direction, extreme, joined, named, present, printed, size, when, with_kind


def _all_grew(growths: Values) -> bool:
    return set(INDUSTRIES) <= set(growths) and all(direction(growths[item]) == "up" for item in INDUSTRIES)


def highest_lowest(
    growths: Values,
    period: str,
    lang: str,
    *,
    kind: str | None = None,
    status: str | None = None,
    leave_out: Collection[str] = (),
) -> str:
    """The industries that grew fastest and slowest, in percent by a `kind`; empty without rates.

    `leave_out` names items with a small base, which are counted but not ranked. "Seluruh lapangan usaha tumbuh" is said
    only of all 17.

    >>> highest_lowest({"H": 11.24, "F": -0.21, "G": 7.39}, "2025", "id", status="very_preliminary")
    'Transportasi dan Pergudangan tumbuh tertinggi, 11,24 persen; Konstruksi mengalami kontraksi 0,21 persen \
pada 2025**.'
    """
    there = present(growths)
    ranked = {item: rate for item, rate in there.items() if item not in leave_out}
    if not ranked:
        return ""
    (top, high), (bottom, low) = extreme(ranked, largest=True), extreme(ranked, largest=False)
    return say(
        f"ranking.{_shape(there, ranked)}",
        lang,
        highest=capital(named(top, lang)),
        high=size(high, lang),
        lowest=named(bottom, lang),
        low=size(low, lang),
        period=with_kind(lookup.period(period, lang, status), period, kind, lang),
    )


def _shape(there: Values, ranked: Values) -> str:
    """Which sentence the rates allow."""
    ways = [direction(rate) for rate in ranked.values()]
    lowest = direction(min(ranked.values()))
    if len(ranked) == 1 or len({printed(rate) for rate in ranked.values()}) == 1:
        return f"same_{lowest}"
    if "up" not in ways:
        return "none_up" if lowest == "down" else "none_moved"
    if _all_grew(there):
        return "all_up"
    if lowest == "down":
        return "one_down" if ways.count("down") == len(extreme(ranked, largest=False)[0]) else "some_down"
    return f"lowest_{lowest}"


def grew(growths: Values, total: float, lang: str) -> str:
    """How many industries grew, and how many of them faster than GRDP; empty without rates.

    >>> grew({"H": 11.24, "F": -0.21, "G": 7.39}, 5.10, "id")
    '2 dari 3 lapangan usaha tumbuh; 2 di atas laju PDRB 5,10 persen.'
    """
    there = present(growths)
    if not there:
        return ""
    up = sum(direction(rate) == "up" for rate in there.values())
    count = say("ranking.all_of" if _all_grew(there) else "ranking.some_of", lang, up=up, all=len(there))
    if direction(total) != "up":
        return f"{count}."
    above = sum(printed(rate) > printed(total) for rate in there.values())
    return say("ranking.above", lang, count=count, above=above, rate=size(total, lang))


def faster_than_total(growths: Values, total: float, lang: str) -> str:
    """A chart title: how many industries grew faster than GRDP; while GRDP contracts, how many still grew.

    >>> faster_than_total({"H": 11.24, "F": -0.21, "G": 7.39}, 5.10, "id")
    '2 lapangan usaha tumbuh lebih cepat daripada PDRB'
    """
    there = present(growths)
    if not there:
        return ""
    if direction(total) == "down":
        up = sum(direction(rate) == "up" for rate in there.values())
        return _counted("still_up", up, len(there), lang)
    faster = sum(printed(rate) > printed(total) for rate in there.values())
    return _counted("faster", faster, len(there), lang)


def _counted(key: str, count: int, everything: int, lang: str) -> str:
    amount = "none" if count == 0 else "one" if count == 1 else "many"
    return say(f"ranking.{key}.{amount}", lang, count=count, all=everything)


def faster_here(
    own: Values, theirs: Values, period: str, regions: tuple[str, str], lang: str, *, status: str | None = None
) -> str:
    """A chart title: in how many of the items shown this region grew faster than another; empty when none compares.

    >>> faster_here({"G": 7.39, "J": 6.12}, {"G": 6.15, "J": 6.52}, "2025", ("1275", "12"), "id")
    '1 dari 2 lapangan usaha ini tumbuh lebih cepat di Medan daripada di Sumatera Utara pada 2025'
    """
    mine, others = present(own), present(theirs)
    both = [code for code in mine if code in others]
    if not both:
        return ""
    faster = sum(printed(mine[code]) > printed(others[code]) for code in both)
    here, there = (lookup.region_in_title(region, lang) for region in regions)
    words = {"period": lookup.period(period, lang, status), "region": here, "other": there}
    if len(both) == 1:
        name = item_in_sentence(both[0], lang)
        return capital(say("ranking.here.this" if faster else "ranking.here.not_this", lang, name=name, **words))
    key = "all" if faster == len(both) else "some" if faster else "none"
    return say(f"ranking.here.{key}", lang, faster=faster, all=len(both), **words)


def _leading(points: Values, top: int, largest: bool) -> list[str]:
    """The items with the largest (smallest) values of that sign, `top` of them and those tied with the last."""
    way = "up" if largest else "down"
    there = [code for code in points if direction(points[code]) == way]
    ranked = sorted(there, key=lambda code: printed(points[code]), reverse=largest)
    return [code for code in ranked if printed(points[code]) in {printed(points[other]) for other in ranked[:top]}]


def main_sources(
    contributions: Values,
    region: str,
    period: str,
    lang: str,
    *,
    growth: float | None = None,
    kind: str | None = None,
    status: str | None = None,
    top: int = 3,
) -> str:
    """The main sources of growth, or of contraction; empty where nothing contributed that way.

    In: percentage points by item; growth of GRDP in percent by a `kind`; without growth the sum of the contributions
    decides.

    >>> main_sources({"G": 1.92, "H": 0.69, "F": -0.04}, "1275", "2025", "id", top=2)
    'Pertumbuhan ekonomi Kota Medan tahun 2025 terutama bersumber dari perdagangan (1,92 poin persen) \
dan transportasi (0,69).'
    """
    there = present(contributions)
    contracted = direction(sum(there.values()) if growth is None else growth) == "down"
    codes = _leading(there, top, largest=not contracted)
    if not codes:
        return ""
    first, *rest = codes
    parts = [say("ranking.source", lang, name=item_in_sentence(first, lang), points=size(there[first], lang))]
    parts += [f"{item_in_sentence(code, lang)} ({size(there[code], lang)})" for code in rest]
    return say(
        "ranking.drags" if contracted else "ranking.sources",
        lang,
        region=lookup.region_in_sentence(region, lang),
        when=with_kind(when(period, lang, status), period, kind, lang),
        sources=joined(parts, lang),
    )


def largest_contributor(contributions: Values, lang: str, *, within: str = "", top: int = 1) -> str:
    """A chart title: which items contributed most; `within` a group where the chart shows a part of the economy.

    >>> largest_contributor({"G": 1.92, "H": 0.69}, "id")
    'Perdagangan menyumbang paling besar'
    >>> largest_contributor({"H": 0.69, "L": 0.66, "J": 0.53}, "id", within="SERVICES", top=2)
    'Di dalam jasa, transportasi dan real estat menyumbang paling besar'
    """
    there = present(contributions)
    codes = _leading(there, top, largest=True)
    key = "largest" if codes else "none_contributed"
    if not there:
        return ""
    names = joined([item_in_sentence(code, lang) for code in codes], lang) if codes else ""
    claim = say(f"ranking.{key}", lang, names=names)
    if within:
        claim = say("ranking.within", lang, group=item_in_sentence(within, lang), claim=claim)
    return capital(claim)
