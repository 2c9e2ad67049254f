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
    top: int = 4,
) -> str:
    """What dominates GRDP at current prices; with the shares of the period before, whether that changed.

    "Tidak menunjukkan perubahan berarti" is said only when the first four keep their ranks and no share moved by more
    than one point; "masih" only when the leader is the same.

    >>> structure({"TERTIARY": 67.379, "SECONDARY": 31.708}, "1275", "2025", "id", status="very_preliminary")
    'Perekonomian Kota Medan tahun 2025** didominasi oleh lapangan usaha tersier sebesar 67,38 persen; diikuti oleh \
lapangan usaha sekunder sebesar 31,71 persen.'
    """
    there = present(shares)
    before = present(previous or {})
    leaders = sorted(there, key=lambda code: there[code], reverse=True)[:top]
    if not leaders:
        return ""
    place = {"region": lookup.region_in_sentence(region, lang), "when": when(period, lang, status)}
    names = [say("structure.part", lang, name=item_in_sentence(c, lang), share=size(there[c], lang)) for c in leaders]
    still = before and max(before, key=lambda code: before[code]) == leaders[0]
    sentence = say("structure.still" if still else "structure.now", lang, first=names[0], **place)
    if len(names) > 1:
        sentence += say("structure.followed", lang, rest=joined(names[1:], lang))
    sentences = [say("structure.same", lang, **place)] if _unchanged(there, before) else []
    sentences.append(f"{sentence}.")
    if 2 <= len(leaders) <= 5 and len(there) > len(leaders):
        total = size(sum(there[code] for code in leaders), lang)
        sentences.append(say("structure.together", lang, count=say(f"count.{len(leaders)}", lang), share=total))
    return " ".join(sentences)


def _unchanged(now: Values, before: Values) -> bool:
    if set(now) != set(before) or not now:
        return False
    ranks = [sorted(shares, key=lambda code: shares[code], reverse=True)[:4] for shares in (now, before)]
    return ranks[0] == ranks[1] and all(abs(now[code] - before[code]) <= 1 for code in now)


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
