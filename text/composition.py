"""Sentences and chart titles about the structure of GRDP: shares in percent at current prices, by item code.

Shares at constant prices are weights and are never said here. Titles bear no full stop.
"""

from collections.abc import Sequence

from text import lookup
from text.lookup import item_in_sentence, say
from text.phrase import Values, extreme, joined, present, size, when


def structure(
    shares: Values,
    region: str,
    period: str,
    lang: str,
    *,
    status: str | None = None,
    previous: Values | None = None,
    top: int = 3,
) -> str:
    """What dominates GRDP at current prices; "masih" only where the leader was the same in the period before.

    >>> structure({"TERTIARY": 67.379, "SECONDARY": 31.708}, "1275", "2025", "id", status="very_preliminary")
    'Perekonomian Kota Medan tahun 2025** didominasi oleh lapangan usaha tersier sebesar 67,38 persen; diikuti oleh \
lapangan usaha sekunder sebesar 31,71 persen.'
    """
    there = present(shares)
    before = present(previous or {})
    leaders = _ranked(there)[:top]
    if not leaders:
        return ""
    place = {"region": lookup.region_in_sentence(region, lang), "when": when(period, lang, status)}
    names = [say("structure.part", lang, name=item_in_sentence(c, lang), share=size(there[c], lang)) for c in leaders]
    still = before and _ranked(before)[0] == leaders[0]
    sentence = say("structure.still" if still else "structure.now", lang, first=names[0], **place)
    if len(names) > 1:
        sentence += say("structure.followed", lang, rest=joined(names[1:], lang))
    return f"{sentence}."


def leaders_together(shares: Values, lang: str, *, said: int = 2, top: int = 4) -> str:
    """What the `top` items make up together, naming those beyond the first `said`; empty where there are no more.

    >>> leaders_together({"A": 25.32, "G": 18.97, "C": 18.39, "F": 12.11, "H": 5.18}, "id")
    'Bersama industri pengolahan (18,39 persen) dan konstruksi (12,11 persen), peranan keempat lapangan usaha itu \
mencapai 74,79 persen.'
    """
    there = present(shares)
    leaders = _ranked(there)[:top]
    if len(there) <= top or not said < top:
        return ""
    rest = [
        say("structure.named", lang, name=item_in_sentence(c, lang), share=size(there[c], lang)) for c in leaders[said:]
    ]
    total = size(sum(there[code] for code in leaders), lang)
    return say("structure.together", lang, rest=joined(rest, lang), count=say(f"count.{top}", lang), share=total)


def unchanged(now: Values, previous: Values, before: str, lang: str, *, status: str | None = None) -> str:
    """That the structure did not change since the period `before`; empty where it did, or shares are missing.

    "Tidak menunjukkan perubahan berarti" is said only where the first four keep their ranks and no share moved by more
    than one point.

    >>> unchanged({"A": 60.0, "G": 40.0}, {"A": 60.5, "G": 39.5}, "2024", "id")
    'Dibanding 2024, struktur PDRB menurut lapangan usaha tidak menunjukkan perubahan berarti.'
    """
    if not _unchanged(present(now), present(previous)):
        return ""
    return say("structure.same", lang, before=lookup.period(before, lang, status))


def chosen(shares: Values, region: str, period: str, lang: str, *, status: str | None = None) -> str:
    """The shares of the items chosen, in the order given; empty where none is there.

    >>> chosen({"G": 18.97}, "12", "2025", "id")
    'Dari PDRB Sumatera Utara tahun 2025, perdagangan mencakup 18,97 persen.'
    """
    there = present(shares)
    if not there:
        return ""
    parts = [
        say("structure.one_of", lang, name=item_in_sentence(code, lang), share=size(there[code], lang))
        for code in there
    ]
    place = {"region": lookup.region_in_sentence(region, lang), "when": when(period, lang, status)}
    return say("structure.chosen", lang, shares=joined(parts, lang), **place)


def _ranked(shares: Values) -> list[str]:
    return sorted(shares, key=lambda code: shares[code], reverse=True)


def _unchanged(now: Values, before: Values) -> bool:
    if set(now) != set(before) or not now:
        return False
    return _ranked(now)[:4] == _ranked(before)[:4] and all(abs(now[code] - before[code]) <= 1 for code in now)


_FRACTIONS: Sequence[tuple[str, float]] = (
    ("quarter", 25.0),
    ("third", 100 / 3),
    ("half", 50.0),
    ("two_thirds", 200 / 3),
    ("three_quarters", 75.0),
)


def fraction(share: float, group: str, lang: str) -> str:
    """A chart title: what part of GRDP a group makes; a fraction in words only within one point of it.

    >>> fraction(67.379, "TERTIARY", "id"), fraction(58.2, "TERTIARY", "id")
    ('Sekitar dua pertiga PDRB berasal dari lapangan usaha tersier', \
'58,20 persen PDRB berasal dari lapangan usaha tersier')
    """
    name = item_in_sentence(group, lang)
    near = [word for word, point in _FRACTIONS if abs(share - point) <= 1]
    if near:
        return say("structure.fraction", lang, part=say(f"fraction.{near[0]}", lang), name=name)
    return say("structure.percent", lang, name=name, share=size(share, lang))


def largest_share(shares: Values, lang: str) -> str:
    """A chart title: the largest industry and its share of GRDP in percent; all of them at a tie.

    >>> largest_share({"A": 25.32, "G": 18.97}, "id")
    'Bagian terbesar PDRB, 25,32 persen, berasal dari pertanian'
    """
    there = present(shares)
    if not there:
        return ""
    codes, share = extreme(there, largest=True)
    names = joined([item_in_sentence(code, lang) for code in codes], lang)
    return say("structure.largest", lang, names=names, share=size(share, lang))
