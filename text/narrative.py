"""The sentences of a press release (Berita Resmi Statistik): plain values in, one string out.

Growth is said with "tumbuh", decline with "kontraksi" and its absolute value; what prints as zero is virtually
unchanged. Contributions are in percentage points. The mark of a status stands beside its period.
"""

from model.dimensions import Measure, Reason, Unit
from model.period import parse, shift, year_earlier
from text import lookup, numbers
from text.lookup import item_in_sentence, say
from text.phrase import (
    absent,
    capital,
    contribution_phrase,
    direction,
    growth_phrase,
    joined,
    pair_phrase,
    printed,
    size,
    when,
    with_kind,
)


def base_period(text: str, kind: str) -> str:
    """The period that a growth of this kind compares with.

    >>> base_period("2024-Q1", "qtq"), base_period("2024-Q1", "yoy")
    ('2023-Q4', '2023-Q1')
    """
    return shift(text, -1) if kind == Measure.QTQ else year_earlier(text)


def finding(
    region: str,
    period: str,
    growth: float | None,
    trade: float | None,
    services: float | None,
    lang: str,
    *,
    kind: str = "yoy",
    status: str | None = None,
    base_status: str | None = None,
    first: str | None = None,
    reason: str = "",
) -> str:
    """How fast the economy grew, and what trade and services contributed.

    In: growth in percent, contributions in percentage points, `kind` yoy, qtq or ctc; `first` is the first period with
    contributions, `reason` why growth is missing. Missing contributions get a sentence that says so.

    >>> finding("1275", "2023", 5.0422, 1.3968, 2.4196, "id")
    'Ekonomi Kota Medan tahun 2023 tumbuh 5,04 persen (y-on-y); perdagangan menyumbang 1,40 dan jasa 2,42 poin persen.'
    """
    if growth is None or absent(growth):
        return _unknown(region, period, kind, reason, lang, status)
    opening = growth_clause(region, period, growth, lang, kind=kind, status=status, base_status=base_status)
    there = [(code, x) for code, x in (("TRADE", trade), ("SERVICES", services)) if x is not None and not absent(x)]
    if not there:
        return f"{opening}. {_without_contributions(period, first, lang, status)}"
    named = [(item_in_sentence(code, lang), x) for code, x in there]
    if len(named) == 2:
        return f"{opening}; {pair_phrase(named[0], named[1], lang)}."
    lacking = "SERVICES" if there[0][0] == "TRADE" else "TRADE"
    missing = say("contribution.missing.one", lang, name=item_in_sentence(lacking, lang))
    return f"{opening}; {contribution_phrase(*named[0], lang)}. {missing}"


def growth_clause(
    region: str,
    period: str,
    growth: float,
    lang: str,
    *,
    kind: str = "yoy",
    nominal: bool = False,
    status: str | None = None,
    base_status: str | None = None,
) -> str:
    """How fast the economy grew by a `kind`, in percent, without a full stop; at current prices it says `nominal`.

    >>> growth_clause("12", "2025", 7.78, "id", nominal=True)
    'PDRB Sumatera Utara atas dasar harga berlaku tahun 2025 tumbuh nominal 7,78 persen (y-on-y)'
    """
    return say(
        f"finding.{'nominal_' if nominal else ''}{_pattern(period, kind)}",
        lang,
        region=lookup.region_in_sentence(region, lang),
        period=lookup.period(period, lang, status),
        base=lookup.period(base_period(period, kind), lang, base_status),
        growth=growth_phrase(growth, lang, nominal=nominal),
        kind=say(f"kind.{kind}", lang),
    )


def _pattern(period: str, kind: str) -> str:
    if parse(period).quarter is None:
        return "year"
    return "cumulative" if kind == Measure.CTC else "quarter"


def _unknown(region: str, period: str, kind: str, reason: str, lang: str, status: str | None) -> str:
    if reason in (Reason.NONE, Reason.NO_PREDECESSOR):
        because = say("finding.no_base", lang, base=when(base_period(period, kind), lang))
    elif reason == Reason.MISSING_INPUT:
        because = say("finding.incomplete", lang)
    else:
        because = lookup.reason(reason, lang)
    return say(
        "finding.unknown",
        lang,
        kind=say(f"kind.{kind}", lang),
        region=lookup.region_in_sentence(region, lang),
        when=when(period, lang, status),
        because=because,
    )


def _without_contributions(period: str, first: str | None, lang: str, status: str | None) -> str:
    if first is None:
        return say("contribution.missing.all", lang)
    if period < first:
        return say("contribution.missing.before", lang, when=when(first, lang))
    return say("contribution.missing.period", lang, when=when(period, lang, status))


def momentum(
    growth: float | None, previous: float | None, previous_period: str, lang: str, *, previous_status: str | None = None
) -> str:
    """How a growth in percent compares with the one before; empty when either is missing.

    "Menguat" and "melambat" need 0.005 points of difference that also show in print; else "relatif stabil".

    >>> momentum(5.0997, 5.0719, "2024", "id", previous_status="preliminary")
    'Menguat dibanding 2024* yang tumbuh 5,07 persen.'
    """
    if growth is None or previous is None or absent(growth) or absent(previous):
        return ""
    return say(
        f"momentum.{_course(growth, previous)}",
        lang,
        period=lookup.period(previous_period, lang, previous_status),
        growth=growth_phrase(previous, lang),
    )


def _course(growth: float, previous: float) -> str:
    """The word for the way from `previous` to `growth`."""
    if abs(growth - previous) < 0.005 or printed(growth) == printed(previous):
        return "stable"
    risen, now, before = growth > previous, direction(growth), direction(previous)
    if now == "down":
        return ("milder" if risen else "deeper") if before == "down" else "reversal"
    if before == "down":
        return "recovery" if now == "up" else "better"
    return "stronger" if risen else "slower"


def trade_services(
    region: str,
    period: str,
    together: float | None,
    growth: float | None,
    lang: str,
    *,
    kind: str | None = None,
    status: str | None = None,
) -> str:
    """What trade and services together contributed to growth.

    In: percentage points (sum of the unrounded contributions) and percent, of the growth of a `kind`.

    >>> trade_services("1275", "2025", 4.7264, 5.0997, "id", status="very_preliminary")
    'Perdagangan dan jasa menyumbang 4,73 dari 5,10 poin persen pertumbuhan Kota Medan tahun 2025**.'
    """
    names = capital(joined([item_in_sentence(code, lang) for code in ("TRADE", "SERVICES")], lang))
    moment = with_kind(when(period, lang, status), period, kind, lang)
    place = {"region": lookup.region_in_sentence(region, lang), "when": moment}
    if together is None or growth is None or absent(together) or absent(growth):
        return say("together.missing", lang, **place)
    if direction(growth) != "up" or direction(together) != "up":
        contribution = contribution_phrase(names, together, lang)
        return say("together.other", lang, contribution=contribution, growth=growth_phrase(growth, lang), **place)
    key = "part" if printed(together) <= printed(growth) else "more"
    return say(f"together.{key}", lang, names=names, points=size(together, lang), rate=size(growth, lang), **place)


def opening(
    region: str, period: str, current: float | None, constant: float | None, lang: str, *, status: str | None = None
) -> str:
    """What GRDP amounts to at current and constant prices, both in billion rupiah; empty when both are missing."""
    there = [name for name, x in (("current", current), ("constant", constant)) if not absent(x)]
    if not there:
        return ""
    return say(
        f"opening.{'both' if len(there) == 2 else there[0]}",
        lang,
        region=lookup.region_in_sentence(region, lang),
        when=when(period, lang, status),
        current=numbers.money(current, lang),
        constant=numbers.money(constant, lang),
    )


def per_capita(
    region: str, period: str, thousand_idr: float, price_basis: str, lang: str, *, status: str | None = None
) -> str:
    """GRDP per capita as published, in thousand rupiah; empty when missing."""
    if absent(thousand_idr):
        return ""
    return say(
        "opening.per_capita",
        lang,
        region=lookup.region_in_sentence(region, lang),
        when=when(period, lang, status),
        basis=say(f"basis.{price_basis}.long", lang),
        amount=numbers.value(thousand_idr, Unit.THOUSAND_IDR, lang),
    )
