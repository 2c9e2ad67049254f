"""The source sheet: what stands beside the figures in a workbook, as lines of a heading and its text."""

from collections.abc import Callable, Iterator

import pandas as pd

from exports.passport import Passport
from model.dimensions import Status
from model.release import Origin
from text import lookup
from text.dates import day

Line = tuple[str, str]

_BILINGUAL: tuple[str, ...] = ("publisher", "title", "licence", "caveat")
_ORIGIN_LINES: tuple[str, ...] = ("publisher", "title", "table", "dated", "url", "retrieved", "reached_us", "copied")
_ORIGIN_LINES += ("licence", "caveat")


def lines(result: pd.DataFrame, passport: Passport, lang: str) -> Iterator[Line]:
    """Title, area, unit, basis and edition; each source with its caveat; the marks; the notes."""
    yield from _facts(result, passport, lang)
    for number, origin in enumerate(passport.sources, start=1):
        yield "", ""
        yield from _origin(number, origin, lang)
    yield "", ""
    yield lookup.say("export.sheet.marks", lang), ""
    for status in Status:
        yield lookup.mark(status) or "–", lookup.status(status, lang)
    yield "", ""
    yield lookup.say("export.sheet.notes", lang), ""
    for note in (*passport.notes, lookup.say("export.note.columns", lang), lookup.say("export.note.rounding", lang)):
        yield "", note


def _facts(result: pd.DataFrame, passport: Passport, lang: str) -> Iterator[Line]:
    """What the sheet of figures is about."""
    yield lookup.say("export.sheet.title", lang), passport.title
    yield lookup.say("export.sheet.subtitle", lang), passport.subtitle
    yield lookup.say("export.sheet.region", lang), _regions(result, passport.region, lang)
    yield lookup.say("export.sheet.measure", lang), _each(result["measure"], lookup.measure, lang)
    yield lookup.say("export.sheet.unit", lang), _each(result["unit"], lookup.unit, lang)
    yield lookup.say("export.sheet.basis", lang), _each(result["price_basis"], lookup.basis, lang)
    yield lookup.say("export.sheet.edition", lang), str(passport.edition)
    yield lookup.say("export.sheet.effective_at", lang), day(passport.effective_at, lang, long=True)
    yield lookup.say("export.sheet.content_hash", lang), passport.content_hash


def _origin(number: int, origin: Origin, lang: str) -> Iterator[Line]:
    yield lookup.say("export.sheet.source", lang, number=number), ""
    for name in _ORIGIN_LINES:
        text = origin.words(name, lang) if name in _BILINGUAL else str(getattr(origin, name))
        if text:
            yield lookup.say(f"export.origin.{name}", lang), text


def _regions(result: pd.DataFrame, chosen: str, lang: str) -> str:
    """The regions of the figures by name and BPS code, the one asked for first."""
    codes = dict.fromkeys((chosen, *result["region"]))
    return "; ".join(f"{lookup.region(code, lang)} ({code})" for code in codes)


def _each(codes: pd.Series, word: Callable[[str, str], str], lang: str) -> str:
    """The labels of the codes that occur, each once, in their order."""
    return "; ".join(word(code, lang) for code in codes.unique())
