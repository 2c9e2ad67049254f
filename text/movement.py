"""How the figures of industries stand or move, by any measure: one, several, the highest and the lowest.

The verbs go by the family of the measure; what prints alike is equal, and a tie names every item. Claims are clauses:
no capital, no full stop.
"""

from collections.abc import Collection, Sequence

from model.dimensions import Measure, Unit
from text import numbers
from text.lookup import item_in_sentence, say
from text.phrase import Values, capital, direction, extreme, joined, present, printed

FAMILIES: dict[Measure, str] = {
    Measure.YOY: "growth",
    Measure.QTQ: "growth",
    Measure.CTC: "growth",
    Measure.CAGR: "growth",
    Measure.CHANGE: "change",
    Measure.DEFLATOR_YOY: "price",
    Measure.DEFLATOR_QTQ: "price",
    Measure.DEFLATOR_CTC: "price",
    Measure.CONTRIBUTION_YOY: "contribution",
    Measure.CONTRIBUTION_QTQ: "contribution",
    Measure.CONTRIBUTION_CTC: "contribution",
}
MANY = 3


def move(measure: str, names: str, value: float, unit: str, lang: str, *, way: str = "") -> str:
    """What something did, or how high it stands where the measure has no direction; `way` `most` or `least`.

    >>> move("yoy", "konstruksi", -0.21, "percent", "id"), move("level", "trade", 51000.0, "billion_idr", "en")
    ('konstruksi mengalami kontraksi 0,21 persen', 'trade at Rp51.00 trillion')
    >>> move("yoy", "perdagangan", 7.39, "percent", "id", way="most")
    'perdagangan tumbuh tertinggi, 7,39 persen'
    """
    family = FAMILIES.get(Measure(measure), "")
    if not family:
        key = "index" if unit == Unit.INDEX else "one"
        return say(f"stand.{key}", lang, names=names, amount=numbers.value(value, unit, lang))
    turn = direction(value)
    key = f"{way}_{turn}" if way and turn != "flat" else turn
    return say(f"move.{family}.{key}", lang, names=names, amount=numbers.value(abs(value), unit, lang))


def listed(measure: str, values: Values, unit: str, lang: str) -> str:
    """What each of a few items did, in the order given; of more than three, the highest and the lowest of them.

    >>> listed("yoy", {"G": 7.39, "F": -0.21}, "percent", "id")
    'perdagangan tumbuh 7,39 persen dan konstruksi mengalami kontraksi 0,21 persen'
    """
    there = present(values)
    if not there:
        return ""
    if len(there) > MANY:
        claim = highest_lowest(measure, there, unit, lang)
        return say("ranking.among_chosen", lang, count=len(there), claim=claim)
    return joined([move(measure, item_in_sentence(code, lang), there[code], unit, lang) for code in there], lang)


def highest_lowest(measure: str, values: Values, unit: str, lang: str, *, leave_out: Collection[str] = ()) -> str:
    """The items that stand highest and lowest by a measure; empty without values.

    `leave_out` names items with a small base: they are not ranked, and where one would be first or last the claim says
    that it leaves them aside.

    >>> highest_lowest("yoy", {"H": 11.24, "F": -0.21, "G": 7.39}, "percent", "id")
    'transportasi tumbuh tertinggi, 11,24 persen, sedangkan konstruksi mengalami kontraksi 0,21 persen'
    >>> highest_lowest("yoy", {"H": 11.24, "F": -0.21, "B": -3.0}, "percent", "en", leave_out=("B",))
    'leaving mining (†) aside, transport grew fastest, 11.24 percent, while construction contracted most, 0.21 percent'
    """
    there = present(values)
    ranked = {code: x for code, x in there.items() if code not in leave_out}
    if not ranked:
        return ""
    outside = outstanding(there, leave_out)
    claim = _extremes(measure, ranked, unit, lang, contracting=sum(direction(x) == "down" for x in there.values()))
    return say("ranking.outside", lang, names=_names(outside, lang), claim=claim) if outside else claim


def _extremes(measure: str, ranked: Values, unit: str, lang: str, contracting: int) -> str:
    """First and last of the ranked; `contracting` counts those that fell, the unranked too."""
    (top, high), (bottom, low) = extreme(ranked, largest=True), extreme(ranked, largest=False)
    highest, lowest = _names(top, lang), _names(bottom, lang)
    if printed(high) == printed(low):
        if direction(high) == "flat" and len(top) > MANY:
            return say("ranking.unmoved", lang)
        return move(measure, highest, high, unit, lang)
    if measure == Measure.LEVEL:
        return say("stand.largest", lang, names=highest, amount=numbers.value(high, unit, lang))
    if measure not in FAMILIES:
        words = {"amount": numbers.value(high, unit, lang), "low": numbers.value(low, unit, lang)}
        return say("stand.extremes", lang, names=highest, lowest=lowest, **words)
    alone = direction(low) == "down" and contracting == len(bottom)
    second = move(measure, lowest, low, unit, lang, way=_way(low, alone))
    if direction(high) == "down":
        return move(measure, lowest, low, unit, lang, way="most")
    first = move(measure, highest, high, unit, lang, way="most")
    return say("ranking.contrast", lang, first=first, second=second)


def _way(low: float, alone: bool) -> str:
    """How the last is told: the slowest of those that rose, the deepest of those that fell unless it fell alone."""
    if direction(low) == "up":
        return "least"
    return "" if alone else "most"


def outstanding(values: Values, leave_out: Collection[str]) -> list[str]:
    """The items left out that would stand first or last, or beside them.

    >>> outstanding({"H": 11.24, "F": -0.21, "B": -3.0, "D": 2.0}, ("B", "D"))
    ['B']
    """
    ranked = [printed(x) for code, x in values.items() if code not in leave_out]
    if not ranked:
        return []
    return [code for code in values if code in leave_out and not min(ranked) < printed(values[code]) < max(ranked)]


def set_aside(measure: str, values: Values, unit: str, lang: str, leave_out: Collection[str]) -> str:
    """What the items did that a ranking leaves aside, and why it does; empty where it left none that would matter.

    >>> set_aside("yoy", {"H": 11.24, "F": -0.21, "B": -3.0}, "percent", "id", ("B",))
    'Pertambangan mengalami kontraksi 3,00 persen; basisnya di bawah 0,05 persen PDRB sehingga tidak ikut \
diperingkat (†).'
    """
    there = present(values)
    aside = outstanding(there, leave_out)
    if not aside:
        return ""
    claims = joined([move(measure, item_in_sentence(code, lang), there[code], unit, lang) for code in aside], lang)
    return capital(say("ranking.set_aside", lang, claims=claims))


def _names(codes: Sequence[str], lang: str) -> str:
    return joined([item_in_sentence(code, lang) for code in codes], lang)
