"""What GRDP of a region is by a measure: the first clause of a finding, or why it cannot be said.

A clause bears no full stop. Growth, contributions and averages at current prices are called nominal.
"""

from model.dimensions import Measure, PriceBasis
from text import lookup, narrative, numbers
from text.lookup import say
from text.movement import move
from text.phrase import capital, direction, size, when

KINDS: dict[Measure, Measure] = {
    Measure.DEFLATOR_YOY: Measure.YOY,
    Measure.DEFLATOR_QTQ: Measure.QTQ,
    Measure.DEFLATOR_CTC: Measure.CTC,
}
_NOMINAL = {
    Measure.YOY,
    Measure.QTQ,
    Measure.CTC,
    Measure.CAGR,
    Measure.INDEX,
    Measure.CONTRIBUTION_YOY,
    Measure.CONTRIBUTION_QTQ,
    Measure.CONTRIBUTION_CTC,
}


def noun(measure: str, basis: str, lang: str) -> str:
    """What a measure is called inside a sentence.

    >>> noun("yoy", "current", "id"), noun("index", "constant_2010", "en")
    ('laju pertumbuhan nominal y-on-y', 'volume index')
    """
    nominal = "nominal_" if measure in _NOMINAL and basis == PriceBasis.CURRENT else ""
    return say(f"noun.{nominal}{Measure(measure).value}", lang)


def clause(
    measure: str,
    basis: str,
    region: str,
    period: str,
    value: float,
    unit: str,
    lang: str,
    *,
    status: str | None = None,
    base: str = "",
    base_status: str | None = None,
) -> str:
    """What GRDP is by a measure that is no contribution: `value` in `unit`, of a period or a span of an average.

    `base` is the base year of an index.

    >>> clause("level", "current", "1275", "2025", 353289.26, "billion_idr", "id")
    'PDRB Kota Medan atas dasar harga berlaku tahun 2025 mencapai Rp353,29 triliun'
    >>> clause("cagr", "constant_2010", "1275", "2021/2025", 4.98, "percent", "id")
    'Ekonomi Kota Medan tumbuh rata-rata 4,98 persen per tahun pada 2021–2025'
    """
    nominal = basis == PriceBasis.CURRENT
    if measure in (Measure.YOY, Measure.QTQ, Measure.CTC):
        marks = {"status": status, "base_status": base_status}
        return narrative.growth_clause(region, period, value, lang, kind=measure, nominal=nominal, **marks)
    place = lookup.region_in_sentence(region, lang)
    if measure == Measure.CAGR:
        word = say(f"growth.{'nominal_' if nominal else ''}average.{direction(value)}", lang, rate=size(value, lang))
        words = {"region": place, "growth": word, "span": lookup.period(period, lang, status)}
        return say("standing.average_nominal" if nominal else "standing.average", lang, **words)
    if measure == Measure.INDEX:
        return since_base(value, base, region, period, lang, nominal=nominal, status=status)
    words = {"region": place, "basis": lookup.basis(basis, lang), "when": when(period, lang, status)}
    if measure == Measure.CHANGE:
        moved = move(measure, say("standing.changed", lang, **words), value, unit, lang)
        before = when(narrative.base_period(period, Measure.YOY), lang, base_status)
        return say("standing.change", lang, moved=moved, before=before)
    if measure in KINDS:
        moved = move(measure, say("standing.deflator_grown", lang, **words), value, unit, lang)
        return say("standing.deflator_growth", lang, moved=moved, kind=say(f"kind.{KINDS[Measure(measure)]}", lang))
    return say(f"standing.{Measure(measure).value}", lang, amount=numbers.value(value, unit, lang), **words)


def since_base(
    index: float, base: str, region: str, text: str, lang: str, *, nominal: bool = False, status: str | None = None
) -> str:
    """How far the volume of an economy, or at current prices its value, stands above or below its base year.

    In: index, base year = 100.

    >>> since_base(121.47, "2021", "1275", "2025", "id", status="very_preliminary")
    'Volume ekonomi Kota Medan tahun 2025** 21,47 persen di atas tahun 2021'
    """
    words = {"region": lookup.region_in_sentence(region, lang), "when": when(text, lang, status), "base": base}
    if direction(index - 100) == "flat":
        name = noun(Measure.INDEX, PriceBasis.CURRENT if nominal else PriceBasis.CONSTANT_2010, lang)
        if text == base:
            return capital(say("trend.at_base", lang, noun=name, **words))
        return capital(say("trend.equals_base", lang, noun=name, **words))
    key = f"{'since' if index > 100 else 'below'}_base{'_nominal' if nominal else ''}"
    return say(f"trend.{key}", lang, percent=size(index - 100, lang), **words)


def unknown(measure: str, basis: str, region: str, period: str, because: str, lang: str) -> str:
    """That a measure of GRDP cannot be computed, and why; of a level, that it is not there.

    >>> unknown("deflator", "implicit", "1275", "2024", "…", "id")
    'Indeks harga implisit Kota Medan tahun 2024 belum dapat dihitung karena ….'
    """
    words = {"region": lookup.region_in_sentence(region, lang), "when": when(period, lang)}
    if measure == Measure.LEVEL:
        return say("standing.absent", lang, basis=lookup.basis(basis, lang), **words)
    return capital(say("standing.unknown", lang, noun=noun(measure, basis, lang), because=because, **words))
