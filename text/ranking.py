"""Sentences and chart titles about many items of one period: largest contributors, and how many grew.

Rates in percent, contributions in percentage points, by item code. Missing values are left out; ties, by printed value,
name every item. Titles bear no full stop.
"""

from model.dimensions import Unit
from model.items import INDUSTRIES
from text import lookup
from text.lookup import item_in_sentence, say
from text.phrase import Values, capital, direction, joined, present, printed, size, when, with_kind


def _all_grew(growths: Values) -> bool:
    return set(INDUSTRIES) <= set(growths) and all(direction(growths[item]) == "up" for item in INDUSTRIES)


def grew(growths: Values, lang: str) -> str:
    """How many industries grew; empty without rates. "Seluruh" is said only of all 17.

    >>> grew({"H": 11.24, "F": -0.21, "G": 7.39}, "id")
    '2 dari 3 lapangan usaha tumbuh.'
    """
    there = present(growths)
    if not there:
        return ""
    up = sum(direction(rate) == "up" for rate in there.values())
    key = "all_of" if _all_grew(there) else "some_of" if up else "none_of"
    return say(f"ranking.{key}", lang, up=up, all=len(there))


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
    growth: float,
    lang: str,
    *,
    nominal: bool = False,
    kind: str | None = None,
    status: str | None = None,
    top: int = 3,
) -> str:
    """The main sources of growth, or of contraction; empty where GRDP stood still or nothing contributed that way.

    In: percentage points by item; growth of GRDP in percent by a `kind`, `nominal` at current prices.

    >>> main_sources({"G": 1.92, "H": 0.69, "F": -0.04}, "1275", "2025", 5.10, "id", top=2)
    'Pertumbuhan ekonomi Kota Medan tahun 2025 sebesar 5,10 persen terutama bersumber dari perdagangan \
(1,92 poin persen) dan transportasi (0,69).'
    """
    there, way = present(contributions), direction(growth)
    codes = [] if way == "flat" else _leading(there, top, largest=way == "up")
    if not codes:
        return ""
    first, *rest = codes
    parts = [say("ranking.source", lang, name=item_in_sentence(first, lang), points=size(there[first], lang))]
    parts += [f"{item_in_sentence(code, lang)} ({size(there[code], lang)})" for code in rest]
    return say(
        f"ranking.{'nominal_' if nominal else ''}{'sources' if way == 'up' else 'drags'}",
        lang,
        region=lookup.region_in_sentence(region, lang),
        when=with_kind(when(period, lang, status), period, kind, lang),
        rate=size(growth, lang),
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


def leaders(values: Values, unit: str, lang: str, *, top: int = 3) -> str:
    """A chart title: the items with the largest figures, as many as `top` and those tied with the last.

    >>> leaders({"G": 51000.0, "F": 37000.0, "C": 27000.0, "B": 2.0}, "billion_idr", "id")
    'Terbesar: perdagangan, konstruksi, dan industri pengolahan'
    """
    codes = _leading(present(values), top, largest=True)
    if not codes:
        return ""
    names = joined([item_in_sentence(code, lang) for code in codes], lang)
    return say("ranking.largest_of" if unit == Unit.BILLION_IDR else "ranking.highest", lang, names=names)
