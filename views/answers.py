"""What a person says about a file that the file does not say, as it was typed at the terminal."""

import re
from collections.abc import Iterable

from model.dimensions import PriceBasis, Status
from model.period import parse
from text.lookup import regions
from views.argument import WrongArgument, choice, text

UNITS: tuple[str, ...] = (
    "rupiah", "ribu", "juta", "miliar", "triliun",
    "idr", "thousand_idr", "million_idr", "billion_idr", "trillion_idr",
)  # fmt: skip
NUMBER_FORMATS: tuple[str, ...] = ("id", "en")
_YEAR = re.compile("[12][0-9]{3}")
_DATED = re.compile("[12][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?")
_ADDRESS = re.compile(r"https?://\S+")


def answers(
    region: str | None, year: str | None, price_basis: str | None, unit: str | None, number_format: str | None
) -> dict[str, str]:
    """The answers that were given, by name; WrongArgument for one that does not fit."""
    if year is not None and not _YEAR.fullmatch(year):
        raise WrongArgument("cli.wrong.year", found=year)
    allowed = {
        "region": (region, regions()),
        "price_basis": (price_basis, (PriceBasis.CURRENT.value, PriceBasis.CONSTANT_2010.value)),
        "unit": (unit, UNITS),
        "number_format": (number_format, NUMBER_FORMATS),
    }
    given = {
        name: choice(f"--{name.replace('_', '-')}", found, expected)
        for name, (found, expected) in allowed.items()
        if found is not None
    }
    return given if year is None else given | {"year": year}


def status(found: Iterable[str]) -> dict[str, Status]:
    """How firm unmarked figures are, by period; of every other period under the empty name.

    >>> status(["final", "2026-Q2=preliminary"])["2026-Q2"].value
    'preliminary'
    """
    given: dict[str, Status] = {}
    for word in found:
        period, _, named = word.rpartition("=")
        try:
            of = str(parse(period)) if period else ""
        except ValueError:
            raise WrongArgument("cli.wrong.status_period", found=word) from None
        given[of] = Status(choice("--status", named, Status))
    return given


def source(*, dated: str, url: str, **words: str) -> dict[str, str]:
    """What was said of the source, by name; WrongArgument for an address or a date that is none."""
    if dated and not states_a_date(dated):
        raise WrongArgument("cli.wrong.dated", found=dated)
    if url and not is_address(url):
        raise WrongArgument("cli.wrong.url", found=url)
    said = {"dated": dated, "url": url} | words
    return {name: text(f"--source-{name}", found) for name, found in said.items()}


def states_a_date(typed: str) -> bool:
    """Whether a text states a day, a month or a year, as `2026-11-05`, `2026-11` or `2026`."""
    return _DATED.fullmatch(typed) is not None


def is_address(typed: str) -> bool:
    """Whether a text is the address of a page, which begins with https:// or http://."""
    return _ADDRESS.fullmatch(typed) is not None
