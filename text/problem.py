"""Problems in words: what was found, where, what was expected, and what to do, in either language."""

import re

from model.dimensions import Measure, PriceBasis
from model.items import INDUSTRIES
from model.problems import Problem, Severity
from text.lookup import basis, item, items, measure, region, regions, say
from text.lookup import period as in_words
from text.numbers import number, signed
from text.plain import plain

PRINTED = {"MN": "M,N", "RSTU": "R,S,T,U"}
"""Codes of industries that BPS prints otherwise."""

OF_FIGURES = frozenset(
    {
        "unit_suspect", "total_mismatch", "parent_mismatch", "quarters_mismatch", "missing_industry", "missing_period",
        "identical_price_bases", "growth_table_mismatch", "implausible_growth", "revised_value", "swapped_quarters",
        "growth_unlike_history", "base_year_mismatch", "negative_value", "shares_not_100", "implausible_deflator",
        "implausible_deflator_growth", "deflator_against_province", "approaches_differ", "regions_differ",
        "structural_zero", "repeated_figures", "duplicate_industry", "conflicting_values", "unreleased_period",
    }
)  # fmt: skip
"""Codes whose `found` and `expected` are codes and figures of ours; all others quote the file and stay as they are."""

SUGGESTING = frozenset({"unknown_industry", "text_unlike_table"})
"""Codes that quote the file in `found`, and suggest codes or figures of ours in `expected`."""

_NUMBER = re.compile(r"(?<![\w.])(?P<sign>[-+]?)[0-9]+\.(?P<decimals>[0-9]+)(?![\w.])")
_WHOLE = re.compile(r"(?<![\w.,-])[0-9]{5,}(?![\w.])|(?<=[×÷] )[0-9]{4,}|(?<=\()[0-9]{4,}(?= – )")
_QUARTER = re.compile(r"\b[12][0-9]{3}-Q[1-4]\b")
_MORE = re.compile(r"(?:: (?P<value>[^ :]+))? \(\+(?P<count>[0-9]+)\)")
_BASIS = re.compile(rf"\b(?P<code>{'|'.join(PriceBasis)})\b(?P<dated>(?= [0-9TQ]))?")
_MEASURE = re.compile(rf"\b(?:{'|'.join(sorted(set(Measure) - {Measure.LEVEL}, key=len, reverse=True))})\b")
_REGION = re.compile(r"^[0-9]{2}(?:[0-9]{2})?(?=[ :])")
_ITEM = re.compile(r"^[A-Z][A-Z_]*(?:\.[0-9a-z]+)*(?=[ :,]|$)")


def message(problem: Problem, lang: str) -> str:
    """The sentence for a problem, in a language (`id`, `en`).

    >>> message(Problem("negative_value", "Prod1", "C7", "12 B current 2024-Q1: -3.50", "≥ 0"), "en")[:80]
    'A negative value where none can be (sheet Prod1, C7): Sumatera Utara Province, M'
    """
    slots = {"place": place(problem, lang), "found": found(problem, lang), "expected": expected(problem, lang)}
    return say(_key(problem), lang, **slots)


def about(problem: Problem, lang: str) -> str:
    """What a problem is about: where it stands, and what was found there.

    >>> about(Problem("implausible_growth", "Prod1", "C7", "1275 G constant_2010 2024: 23.50"), "id")
    'lembar Prod1, C7: Kota Medan, Perdagangan (G), harga konstan 2010, 2024: 23,50'
    """
    return f"{place(problem, lang)}: {found(problem, lang)}"


def expected(problem: Problem, lang: str) -> str:
    """What was expected in place of what was found."""
    return _said(problem.expected, lang, problem.code in OF_FIGURES | SUGGESTING)


def found(problem: Problem, lang: str) -> str:
    """What was found."""
    return _said(problem.found, lang, problem.code in OF_FIGURES)


def place(problem: Problem, lang: str) -> str:
    """Where a problem stands: sheet and cells, the sheet, or the whole file."""
    sheet, where = plain(problem.sheet), plain(problem.where)
    if sheet and where:
        return say("problem.place.cell", lang, sheet=sheet, where=where)
    return say("problem.place.sheet", lang, sheet=sheet) if sheet else where or say("problem.place.file", lang)


def severity(problem: Problem, lang: str) -> str:
    """How grave a problem is, in a word."""
    return say(f"problem.severity.{problem.severity}", lang)


def _key(problem: Problem) -> str:
    """The sentence of a code; a cell with unsafe text has another than a file that is not opened."""
    if problem.code == "unsafe_content" and problem.severity != Severity.REFUSE:
        return "problem.notice.unsafe_content"
    return f"problem.message.{problem.code}"


def _said(text: str, lang: str, ours: bool) -> str:
    """What was found or expected: figures and codes of ours in the language, quotations from the file as they stand."""
    if not text:
        return say("problem.found.nothing", lang)
    return _figures(plain(text), lang) if ours else plain(text)


def _figures(text: str, lang: str) -> str:
    text = ", ".join(_named(part, lang) for part in text.split(", "))
    text = _QUARTER.sub(lambda match: in_words(match[0], lang), text)
    text = _NUMBER.sub(lambda match: _number(match, lang), text)
    text = _WHOLE.sub(lambda match: number(float(match[0]), lang, 0), text)
    text = _MORE.sub(lambda match: _more(match, lang), text)
    text = _BASIS.sub(lambda match: basis(match["code"], lang) + ("" if match["dated"] is None else ","), text)
    return _MEASURE.sub(lambda match: measure(match[0], lang), text)


def _more(match: re.Match[str], lang: str) -> str:
    """How many more there are, said before the value."""
    told = f" ({say('problem.found.more', lang, count=match['count'])})"
    return told if match["value"] is None else f"{told}: {match['value']}"


def _number(match: re.Match[str], lang: str) -> str:
    written = signed if match["sign"] == "+" else number
    return written(float(match[0]), lang, len(match["decimals"]))


def _named(text: str, lang: str) -> str:
    """A text that begins with the code of a region, an item or both, with their names in place of it."""
    found = _REGION.match(text)
    code = found[0] if found and found[0] in regions() else ""
    name, rest = (region(code, lang), text[len(code) :].removeprefix(" ")) if code else ("", text)
    found = _ITEM.match(rest)
    if found and found[0] in items():
        short, letters = item(found[0], lang, short=True), found[0].split(".")[0]
        label = f"{short} ({PRINTED.get(found[0], found[0])})" if letters in INDUSTRIES else short
        name, rest = f"{name}, {label}" if name else label, rest[len(found[0]) :].removeprefix(" ")
    return f"{name}{'' if not name or not rest or rest[0] == ':' else ', '}{rest}"
