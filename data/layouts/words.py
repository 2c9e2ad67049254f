"""Words of titles and headers: price basis, measure, unit."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from data.labels import clean

FACTORS: dict[str, Decimal] = {
    "idr": Decimal("1e-9"),
    "thousand_idr": Decimal("1e-6"),
    "million_idr": Decimal("0.001"),
    "billion_idr": Decimal(1),
    "trillion_idr": Decimal(1000),
}
"""What one of a unit is in billion rupiah."""

UNIT_WORDS: dict[str, str] = {
    "rupiah": "idr", "rp": "idr", "ribu": "thousand_idr", "thousand": "thousand_idr", "juta": "million_idr",
    "million": "million_idr", "miliar": "billion_idr", "milyar": "billion_idr", "miliard": "billion_idr",
    "milliar": "billion_idr", "billion": "billion_idr", "triliun": "trillion_idr", "trilyun": "trillion_idr",
    "triliyun": "trillion_idr", "trillion": "trillion_idr", "milyard": "billion_idr", "jt": "million_idr",
    "mio": "million_idr", "mn": "million_idr", "bn": "billion_idr",
}  # fmt: skip

OTHER_BASE = "constant_other"
LEVEL = "level"
PERCENT = "percent"
"""The measure of a table of which only the unit says that it is derived."""

_SCALES = "ribu|juta|miliard|miliar|milliar|milyard|milyar|triliyun|triliun|trilyun|thousand|million|billion|trillion"
_SHORT = "jt|mio|mn|bn"
_MONEY = r"(?:rupiahs?|rp|idr)"
_UNIT = re.compile(
    rf"\b(?P<scale>{_SCALES})s?(?:an)?\s*(?:of\s+)?{_MONEY}?\b|\b{_MONEY}\.?\s*(?P<after>{_SCALES}|{_SHORT})\b"
    rf"|\b(?P<short>{_SHORT})\.?\s*{_MONEY}\b",
    re.IGNORECASE,
)
_PLAIN_UNIT = re.compile(
    r"\((?:dalam\s+|in\s+)?(?:rupiahs?|rp|idr)\.?(?:\s+penuh)?\)|\b(?:dalam|satuan|unit|in)\s*:?\s*rupiahs?\b",
    re.IGNORECASE,
)
_OTHER_MONEY = re.compile(r"\$|\b(?:usd?|dollars?|dolar|euros?|eur|yen|yuan|ringgit)\b", re.IGNORECASE)
_ZEROS = re.compile(
    r"\((?:rp\.?\s*|x\s*)?(?P<zeros>(?:1[.,]?)?000(?:[.,]?000){0,2})\s*(?:rp\.?|rupiahs?)\)"
    r"|\(rp\.?\s*(?P<after>(?:1[.,]?)?000(?:[.,]?000){0,2})(?:\s*,-)?\)",
    re.I,
)
_OF_ZEROS = {3: "thousand_idr", 6: "million_idr", 9: "billion_idr"}
_CURRENT = re.compile(
    r"^current$|berlaku\b|\badhb(?![a-z])|\bhb(?![a-z])|current\s+(?:market\s+)?prices?|nominal", re.IGNORECASE
)
_CONSTANT = re.compile(
    r"\bkonstan\w*|\badhk(?![a-z])|\bhk(?![a-z])|\bconstant\b|\briil\b|\breal\s+(?:terms?|prices?|values?|grdp|gdp)\b",
    re.IGNORECASE,
)
_BASE = re.compile(
    r"(?P<equal>(?:19|20)\d\d)\s*=\s*100"
    r"|(?:konstan|constant|dasar|base(?:\s+year)?|seri|series)(?:\s+(?:tahun(?:\s+dasar)?|market|prices?|year|at|of))*"
    r"[\s:(]*(?P<after>(?:19|20)\d\d)(?!\s*[-–]\s*(?:19|20)\d\d)"
    r"|(?:adhk|hk)[\s:(]*(?P<short>1983|1993|2000|2010)\b"
    r"|(?P<before>(?:19|20)\d\d)\s+(?:constant|base)",
    re.IGNORECASE,
)
_KINDS = (
    ("qtq", re.compile(r"q\s*-?\s*(?:to|on)\s*-?\s*q\b|\bqtq\b|\bqoq\b", re.I)),
    ("yoy", re.compile(r"y\s*-?\s*(?:to|on)\s*-?\s*y\b|\byoy\b|\byony\b", re.I)),
    ("ctc", re.compile(r"c\s*-?\s*(?:to|on)\s*-?\s*c\b|\bctc\b|kumulatif|cumulative", re.I)),
    ("qtq", re.compile(r"(?:pertumbuhan|laju|growth)\W+(?:\w+\W+){0,3}(?:triwulanan|antar\s*triwulan)", re.I)),
    ("yoy", re.compile(r"(?:pertumbuhan|laju|growth)\W+(?:\w+\W+){0,3}(?:tahunan|annual)|annual\s+growth", re.I)),
)
_SOURCE = re.compile(
    r"sumber\s+pertumbuhan|sources?\s+of\s+growth|andil|kontribusi\s+(?:terhadap\s+)?pertumbuhan", re.IGNORECASE
)
_IMPLICIT = re.compile(r"implisit|implicit|deflator", re.I)
_GROWTH = re.compile(r"\blaju\b|pertumbuhan|\bgrowth\b|inflasi", re.I)
_SHARE = re.compile(r"distribusi|distribution|struktur\b|structure|peranan|kontribusi|\bshares?\b|andil", re.I)
_PER_CAPITA = re.compile(r"per\s*-?\s*kapita|per\s*-?\s*capita", re.I)
_INDEX = re.compile(
    r"indeks\s+perkembangan|indeks\s+berantai|chain\s+index|location\s+quotient|\bslq\b|\blq\b|shift[\s-]*share|\bicor\b",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:perubahan|selisih|kenaikan|tambahan|changes?)\s+(?:(?:absolut|nilai|nominal|absolute|in|of)\s+)*(?:pdrb|grdp|produk\s+dom)",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\bpersen(?:tase)?\b|\bper\s?cent(?:age)?\b|%", re.I)


class Words(NamedTuple):
    """What a text says: price basis, measure, the kind of its growth (yoy, qtq, ctc), unit. Empty where silent."""

    basis: str = ""
    measure: str = ""
    kind: str = ""
    unit: str = ""


@lru_cache(maxsize=8192)
def words(text: str) -> Words:
    """What a title or header says about its figures.

    >>> words("PDRB Atas Dasar Harga Konstan 2010 (Miliar Rupiah)")
    Words(basis='constant_2010', measure='', kind='', unit='billion_idr')
    >>> words("LAJU PERTUMBUHAN Q-TO-Q (PERSEN)"), words("INDEKS IMPLISIT").measure
    (Words(basis='', measure='qtq', kind='qtq', unit=''), 'deflator')
    """
    bare = clean(text).replace("_", " ")
    if not bare:
        return Words()
    kind = next((name for name, pattern in _KINDS if pattern.search(bare)), "")
    return Words(_basis(bare), _measure(bare, kind), kind, unit(bare))


def unit(bare: str) -> str:
    """The unit of money that a text names; nothing where it names none or two."""
    if _OTHER_MONEY.search(bare):
        return ""
    named = {UNIT_WORDS[next(filter(None, found.groups())).lower()] for found in _UNIT.finditer(bare)}
    if len(named) == 1:
        return named.pop()
    zeros = _ZEROS.search(bare)
    if zeros and not named:
        return _OF_ZEROS[(zeros["zeros"] or zeros["after"]).count("0")]
    return "idr" if not named and _PLAIN_UNIT.search(bare) else ""


def asked_unit(answer: str) -> str:
    """The unit of an answer, in Indonesian or as a code; nothing where it is none.

    >>> asked_unit("juta"), asked_unit("billion_idr"), asked_unit("karung")
    ('million_idr', 'billion_idr', '')
    """
    bare = answer.strip().lower()
    return bare if bare in FACTORS else UNIT_WORDS.get(bare, "") or unit(bare)


def _basis(bare: str) -> str:
    current, constant = _CURRENT.search(bare), _CONSTANT.search(bare)
    if bool(current) == bool(constant):
        return ""
    if current:
        return "current"
    base = _BASE.search(bare)
    year = next(filter(None, base.groups())) if base else "2010"
    return "constant_2010" if year == "2010" else OTHER_BASE


def base_years(bare: str) -> set[str]:
    """The years that a text names as a base of prices, which date nothing."""
    return {next(filter(None, found.groups())) for found in _BASE.finditer(bare)}


def _measure(bare: str, kind: str) -> str:
    suffix = f"_{kind}" if kind else ""
    if _PER_CAPITA.search(bare):
        return "per_capita"
    if _SOURCE.search(bare):
        return f"contribution{suffix}"
    if _IMPLICIT.search(bare):
        return f"deflator{suffix or '_growth'}" if kind or _GROWTH.search(bare) else "deflator"
    if _INDEX.search(bare):
        return "index"
    if _CHANGE.search(bare):
        return "change"
    if kind or _GROWTH.search(bare):
        return kind or "growth"
    if _SHARE.search(bare):
        return "share"
    return PERCENT if _PERCENT.search(bare) else ""
