"""The parts that sentences are made of: growth and contraction, contributions, lists, periods.

What is printed decides what is said: two rates that print alike are equal, and one that prints as zero is no growth.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from math import isnan

from model.period import parse
from model.rounding import half_away
from text.lookup import period, say
from text.numbers import number

Values = Mapping[str, float]
Statuses = Mapping[str, str]


def absent(x: float | None) -> bool:
    """Whether there is no value."""
    return x is None or isnan(x)


def printed(x: float) -> Decimal:
    """`x` as it stands in a table of two decimals."""
    return half_away(x)


def direction(x: float) -> str:
    """`up`, `down` or `flat`, by the printed value.

    >>> direction(0.2), direction(-0.2), direction(-0.004)
    ('up', 'down', 'flat')
    """
    rounded = printed(x)
    return "flat" if rounded == 0 else "up" if rounded > 0 else "down"


def capital(sentence: str) -> str:
    """`sentence` with a capital at its beginning.

    >>> capital("perdagangan menyumbang")
    'Perdagangan menyumbang'
    """
    return sentence[:1].upper() + sentence[1:]


def size(x: float, lang: str) -> str:
    """The absolute value of `x` as printed."""
    return number(abs(x), lang)


def growth_phrase(rate: float, lang: str, *, nominal: bool = False) -> str:
    """The verb of a rate in percent: grew, contracted by its absolute value, or virtually unchanged.

    `nominal` is said of growth at current prices.

    >>> growth_phrase(5.0422, "id"), growth_phrase(-1.98, "id"), growth_phrase(-0.004, "en")
    ('tumbuh 5,04 persen', 'mengalami kontraksi 1,98 persen', 'was virtually unchanged')
    """
    return say(f"growth.{'nominal' if nominal else 'plain'}.{direction(rate)}", lang, rate=size(rate, lang))


def contribution_phrase(name: str, points: float, lang: str) -> str:
    """What one item contributed, in percentage points.

    >>> contribution_phrase("jasa", -0.2, "id"), contribution_phrase("trade", 0.001, "en")
    ('jasa mengurangi 0,20 poin persen', 'trade contributed virtually nothing')
    """
    return say(f"contribution.one.{direction(points)}", lang, name=name, points=size(points, lang))


def pair_phrase(first: tuple[str, float], second: tuple[str, float], lang: str) -> str:
    """What two items contributed, each `(name, percentage points)`, with one verb where the signs agree.

    >>> pair_phrase(("perdagangan", 1.3968), ("jasa", 2.4196), "id")
    'perdagangan menyumbang 1,40 dan jasa 2,42 poin persen'
    >>> pair_phrase(("trade", -0.2), ("services", 1.0), "en")
    'trade subtracted 0.20 while services contributed 1.00 percentage points'
    """
    ways = [direction(points) for _, points in (first, second)]
    if "flat" in ways and ways[0] != ways[1]:
        one, two = (contribution_phrase(name, points, lang) for name, points in (first, second))
        return say("contribution.contrast", lang, first=one, second=two)
    return say(
        f"contribution.pair.{ways[0]}_{ways[1]}",
        lang,
        first=first[0],
        a=size(first[1], lang),
        second=second[0],
        b=size(second[1], lang),
    )


def joined(names: Sequence[str], lang: str) -> str:
    """A list in words; where a name holds an "and" of its own, another conjunction keeps the names apart.

    >>> joined(["a", "b", "c"], "id"), joined(["a", "b"], "en"), joined(["a", "b dan c"], "id")
    ('a, b, dan c', 'a and b', 'a serta b dan c')
    """
    *first, last = names
    if not first:
        return last
    inner = f" {say('list.conjunction', lang)} "
    nested = "_nested" if any(inner in name for name in names) else ""
    return say(f"list.{'two' if len(first) == 1 else 'many'}{nested}", lang, first=", ".join(first), last=last)


def when(text: str, lang: str, status: str | None = None) -> str:
    """A period after a noun: `tahun 2025**`, `Triwulan IV-2024*`; in English the bare period.

    >>> when("2025", "id", "very_preliminary"), when("2024-Q4", "id"), when("2025", "en")
    ('tahun 2025**', 'Triwulan IV-2024', '2025')
    """
    annual = all(parse(end).quarter is None for end in text.split("/"))
    return say("when.year" if annual else "when.quarter", lang, period=period(text, lang, status))


def with_kind(words: str, text: str, kind: str | None, lang: str) -> str:
    """The words of a quarter with the kind of growth that is meant; a year has one kind only.

    >>> with_kind("Triwulan II-2026", "2026-Q2", "qtq", "id"), with_kind("2025", "2025", "yoy", "id")
    ('Triwulan II-2026 (q-to-q)', '2025')
    """
    if kind is None or parse(text).quarter is None:
        return words
    return f"{words} ({say(f'kind.{kind}', lang)})"


def status_of(statuses: Statuses | None, text: str) -> str | None:
    """The status of a period, when statuses are known."""
    return statuses.get(text) if statuses else None


def present(values: Values) -> dict[str, float]:
    """The values that are there."""
    return {key: x for key, x in values.items() if not isnan(x)}


def extreme(values: Values, largest: bool) -> tuple[list[str], float]:
    """The keys with the largest (or smallest) printed value, all of them at a tie, and one of their values."""
    best = (max if largest else min)(printed(x) for x in values.values())
    keys = [key for key, x in values.items() if printed(x) == best]
    return keys, values[keys[0]]
