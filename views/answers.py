"""What a person says about a file that the file does not say, as it was typed at the terminal."""

import re

from model.dimensions import PriceBasis
from text.lookup import regions
from views.argument import WrongArgument, choice

UNITS: tuple[str, ...] = (
    "rupiah", "ribu", "juta", "miliar", "triliun",
    "idr", "thousand_idr", "million_idr", "billion_idr", "trillion_idr",
)  # fmt: skip
NUMBER_FORMATS: tuple[str, ...] = ("id", "en")
_YEAR = re.compile("[12][0-9]{3}")


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
