"""Words for periods: `2024*`, `Triwulan I`, `TW II-2025`, `Jan-Mar 2024`, `Total`, `Tahunan 2025`, `Semester I`."""

import re
from functools import lru_cache
from typing import NamedTuple

from data.labels import clean

ANNUAL = 0
"""The quarter of a column that holds the whole year."""

PART = -1
"""The quarter of a column that holds several quarters but not the year (`Semester I`, `s.d. Tw III`): no level."""

STATUS_OF_MARK: dict[str, str] = {
    "*": "preliminary",
    "**": "very_preliminary",
    "***": "very_preliminary",
    "r": "revised",
    "e": "estimated",
}

_ASTERISKS = str.maketrans("\u2217\u204e\ufe61", "***")
_QUARTERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4, "pertama": 1, "kesatu": 1, "kedua": 2,
    "ketiga": 3, "keempat": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
}  # fmt: skip
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19[5-9]|20\d)\d)(?:\.0)?(?!\d)")
_SPACED_YEAR = re.compile(r"(?<!\S)([12]) ([09]) (\d) (\d)(?!\S)")
_QUARTER_WORD = re.compile(
    r"\b(?:triwulan|triw|trw|twl|tw|kuartal|quarter|qtr|q)\s*[-.:]?\s*(?:ke\s*-?\s*(?=[1-4i]))?"
    r"(?P<first>iv|iii|ii|i|[1-4]|pertama|kesatu|kedua|ketiga|keempat)(?![a-z])"
    r"|\b(?:(?P<second>[1-4])(?:st|nd|rd|th)|(?P<word>first|second|third|fourth))\s+quarter\b|(?<!\d)(?P<third>[1-4])q\b",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"(?<![A-Za-z])(?P<roman>IV|III|II|I)(?![A-Za-z])")
_ANNUAL = re.compile(
    r"\b(?:total\s+triwulanan|total\s+tahunan|total\s+tahun|jumlah|jml|total|tahunan|annually|annual|setahun|full\s+year|fy"
    r"|sum|yearly)\b",
    re.IGNORECASE,
)
_SEMESTER = re.compile(r"\b(?:semester|smstr|smt|sem|half)\b\.?|\b(?:1st|2nd|first|second)\s+half\b", re.IGNORECASE)
_UP_TO = re.compile(
    r"(?:\bs\s*[./]?\s*d\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b|\bkumulatif\b|\bcumulative\b|\bup\s+to\b)",
    re.IGNORECASE,
)
_WORD = r"(?:triwulan|triw|trw|tw|kuartal|quarter|q)\s*[-.]?\s*"
_SPAN = re.compile(
    rf"\b(?:(?:{_WORD})?(?P<roman>I{{1,3}})|{_WORD}(?P<digit>[1-3]))"
    rf"\s*(?:[-–]|s\.?\s*/?d\.?|sampai(?:\s+dengan)?|to)\s*(?:{_WORD})?(?P<end>IV|III|II|[2-4])\b",
    re.IGNORECASE,
)
_MONTHS = re.compile(
    r"\b(?P<start>jan|apr|jul|o[kc]t)[a-z]*\.?\s*(?:[-–/]|s\.?\s*/?d\.?|to)\s*(?P<end>mar|jun|sep|de[sc])[a-z]*\b\.?",
    re.IGNORECASE,
)
_MARK = re.compile(r"\^?(?P<mark>\*{1,3}|(?:(?<=\d)|(?<=\d ))x{1,3}|(?<=[\d()^\[ ])[re])\s*[\])]?(?=$|[\s/,;-])")
_CROSSES = str.maketrans("x", "*")
_BARE_MARK = re.compile(r"[(\[]?\s*(?P<mark>\*{1,3})\s*[\])]?")
_MARK_IN_WORDS = re.compile(
    r"\b(?:(?P<r>direvisi|revisi|revised)|(?P<e>estimasi|estimated?)|(?P<double>sangat\s+sementara|very\s+preliminary)"
    r"|(?P<single>sementara|preliminary))\b(?:\s+figures?\b)?",
    re.IGNORECASE,
)
_OF_WORDS = {"r": "r", "e": "e", "double": "**", "single": "*"}
_NO_DIGITS = str.maketrans("", "", "12")
_SHORT_YEAR = re.compile(r"(?<=[IViv1-4])\s*['’/-]\s*(?P<short>[0-3]\d)$")
_LEADING_MARK = re.compile(r"(?P<mark>\*{1,3})(?=\d{4})")
_FILLER = re.compile(
    r"\b(?:tahun|thn|th|year|triwulanan|triwulan|quarterly|quarters?|kuartal|periode|period|angka|atas|dasar|harga"
    r"|i+v?\s*-\s*iv)\b|[\W_]",
    re.IGNORECASE,
)


class When(NamedTuple):
    """What a text says about time: a year, a quarter (0 the whole year), the mark on them; None where it is silent.

    `whole` tells that the text says nothing else; `yearly` that the mark stands on a bare year.
    """

    year: int | None = None
    quarter: int | None = None
    mark: str = ""
    whole: bool = False

    @property
    def yearly(self) -> bool:
        return self.year is not None and self.quarter in (None, ANNUAL)


NEVER = When()


@lru_cache(maxsize=16384)
def when(text: str) -> When:
    """The period that the text of a header or label names.

    >>> when("2024*"), when("Triwulan II-2026***")
    (When(year=2024, quarter=None, mark='*', whole=True), When(year=2026, quarter=2, mark='***', whole=True))
    >>> when("2024xx)").mark, when("Tahun 2024 (angka sementara)").mark, when("Triwulan Ketiga").quarter
    ('**', '*', 3)
    >>> when("Total Triwulanan"), when("2021-2025").year
    (When(year=None, quarter=0, mark='', whole=True), None)
    """
    bare = _SPACED_YEAR.sub(r"\1\2\3\4", clean(text).replace("_", "-").translate(_ASTERISKS))
    if not bare or len(bare) > 80:
        return NEVER
    mark, rest = _mark_of(bare)
    years = {found["year"] for found in _YEAR.finditer(rest)}
    if len(years) > 1:
        return NEVER
    short = None if years else _SHORT_YEAR.search(rest.strip())
    year = int(years.pop()) if years else 2000 + int(short["short"]) if short else None
    rest = _YEAR.sub(" ", rest) if short is None else rest.strip()[: short.start()]
    quarter, rest = _quarter_of(rest, year is not None)
    if year is None and quarter is None or short and not quarter:
        return NEVER
    return When(year, quarter, mark, not _FILLER.sub("", rest))


def _mark_of(bare: str) -> tuple[str, str]:
    """The mark on a period, and the text without it."""
    worded = _MARK_IN_WORDS.search(bare)
    found = worded or _LEADING_MARK.match(bare) or _MARK.search(bare)
    if not found:
        return "", bare
    mark = _OF_WORDS[worded.lastgroup or ""] if worded else found["mark"].translate(_CROSSES)
    return mark, bare[: found.start()] + " " + bare[found.end() :]


def mark_alone(text: str) -> str:
    """The asterisks that a text is and nothing else, as in a row of marks under the years.

    >>> mark_alone("**"), mark_alone("(*)"), mark_alone("** Angka sangat sementara")
    ('**', '*', '')
    """
    found = _BARE_MARK.fullmatch(clean(text).translate(_ASTERISKS))
    return found["mark"] if found else ""


def _several(rest: str) -> tuple[int | None, str]:
    """Several quarters at once, or a quarter by its months; the year where they are all four."""
    months = _MONTHS.search(rest)
    if months:
        start, end = months["start"][:2].lower(), months["end"][:2].lower()
        first, last = ("ja", "ap", "ju", "ok").index(start.replace("oc", "ok")), ("ma", "ju", "se", "de").index(end)
        found = first + 1 if first == last else ANNUAL if (first, last) == (0, 3) else PART
        return found, rest[: months.start()] + " " + rest[months.end() :]
    if _SEMESTER.search(rest):
        return PART, _ROMAN.sub(" ", _ANNUAL.sub(" ", _SEMESTER.sub(" ", rest))).translate(_NO_DIGITS)
    span = _SPAN.search(rest)
    if span:
        first, last = _QUARTERS[(span["roman"] or span["digit"]).lower()], _QUARTERS[span["end"].lower()]
        left = _QUARTER_WORD.sub(" ", _UP_TO.sub(" ", _SPAN.sub(" ", rest)))
        return ANNUAL if (first, last) == (1, 4) else PART, left
    if _UP_TO.search(rest) and (_QUARTER_WORD.search(rest) or _ROMAN.search(rest)):
        return PART, _ROMAN.sub(" ", _QUARTER_WORD.sub(" ", _UP_TO.sub(" ", rest)))
    return None, rest


def _quarter_of(rest: str, dated: bool) -> tuple[int | None, str]:
    """The quarter that stands in a text without its year, and what else stands there."""
    several, left = _several(rest)
    if several is not None:
        return several, left
    named = {_QUARTERS[next(filter(None, word.groups())).lower()] for word in _QUARTER_WORD.finditer(rest)}
    if len(named) == 1:
        return named.pop(), _QUARTER_WORD.sub(" ", rest)
    romans = list(_ROMAN.finditer(rest))
    if len(romans) == 1 and not re.search(r"[A-Za-z]", _ROMAN.sub("", rest).replace("riwulan", "").strip(" T")):
        return _QUARTERS[romans[0]["roman"].lower()], _ROMAN.sub(" ", rest)
    whole = _ANNUAL.search(rest)
    if whole:
        return ANNUAL, _ANNUAL.sub(" ", rest)
    if dated and re.fullmatch(r"\W*[1-4]\W*", rest) and re.search(r"[:./-]", rest):
        return int(re.sub(r"\D", "", rest)), ""
    return None, rest
