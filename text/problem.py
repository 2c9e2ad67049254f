"""Problems in words: what was found, where, what was expected, and what to do, in either language."""

import re

from model.dimensions import Measure, PriceBasis
from model.problems import Problem
from text.lookup import basis, measure, say
from text.lookup import period as in_words
from text.numbers import number

OF_FIGURES = frozenset(
    {
        "unit_suspect", "total_mismatch", "parent_mismatch", "quarters_mismatch", "missing_industry", "missing_period",
        "identical_price_bases", "growth_table_mismatch", "implausible_growth", "revised_value", "swapped_quarters",
        "growth_unlike_history", "base_year_mismatch", "negative_value", "shares_not_100", "implausible_deflator",
    }
)  # fmt: skip
"""Codes whose `found` and `expected` are codes and figures of ours; all others quote the file and stay as they are."""

_NUMBER = re.compile(r"(?<![\w.])-?[0-9]+\.([0-9]+)(?![\w.])")
_QUARTER = re.compile(r"\b[12][0-9]{3}-Q[1-4]\b")
_MORE = re.compile(r"\(\+([0-9]+)\)")
_BASIS = re.compile(rf"\b(?:{'|'.join(PriceBasis)})\b")
_MEASURE = re.compile(rf"\b(?:{'|'.join(sorted(set(Measure) - {Measure.LEVEL}, key=len, reverse=True))})\b")
_LONGEST = 200


def message(problem: Problem, lang: str) -> str:
    """The sentence for a problem, in a language (`id`, `en`).

    >>> message(Problem("negative_value", "Prod1", "C7", "12 B current 2024-Q1: -3.50", "≥ 0"), "en")[:66]
    'A negative value where none can be (sheet Prod1, C7): 12 B current'
    """
    found, expected = (_said(problem, text, lang) for text in (problem.found, problem.expected))
    return say(f"problem.message.{problem.code}", lang, place=place(problem, lang), found=found, expected=expected)


def place(problem: Problem, lang: str) -> str:
    """Where a problem stands: sheet and cells, the sheet, or the whole file."""
    sheet, where = _plain(problem.sheet), _plain(problem.where)
    if sheet and where:
        return say("problem.place.cell", lang, sheet=sheet, where=where)
    return say("problem.place.sheet", lang, sheet=sheet) if sheet else where or say("problem.place.file", lang)


def severity(problem: Problem, lang: str) -> str:
    """How grave a problem is, in a word."""
    return say(f"problem.severity.{problem.severity}", lang)


def _said(problem: Problem, text: str, lang: str) -> str:
    """What was found or expected: figures and codes in the language, quotations from the file as they stand."""
    if not text:
        return say("problem.found.nothing", lang)
    return _figures(text, lang) if problem.code in OF_FIGURES else _plain(text)


def _figures(text: str, lang: str) -> str:
    text = _QUARTER.sub(lambda match: in_words(match[0], lang), text)
    text = _NUMBER.sub(lambda match: number(float(match[0]), lang, len(match[1])), text)
    text = _MORE.sub(lambda match: say("problem.found.more", lang, count=match[1]), text)
    text = _BASIS.sub(lambda match: basis(match[0], lang), text)
    return _MEASURE.sub(lambda match: measure(match[0], lang), text)


def _plain(text: str) -> str:
    """What stands in a file as one line of plain characters, shortened where it is long."""
    line = "".join(char if char.isprintable() else " " for char in text)
    line = " ".join(line.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
