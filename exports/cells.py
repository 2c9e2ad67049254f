"""How a single cell is written so that no spreadsheet takes it for something else."""

from decimal import Decimal
from math import isnan

_FORMULA_STARTS: tuple[str, ...] = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def like_formula(text: str) -> bool:
    """Whether a spreadsheet might run this text instead of showing it."""
    return text.startswith(_FORMULA_STARTS)


def plain_text(text: str) -> str:
    """Text for a delimited file: a leading apostrophe before what looks like a formula.

    >>> plain_text("=1+1"), plain_text("Kota Medan")
    ("'=1+1", 'Kota Medan')
    """
    return f"'{text}" if like_formula(text) else text


def plain_number(value: float) -> str:
    """The shortest decimal that names the float, with a dot; nothing for a missing value.

    >>> plain_number(22.5), plain_number(-0.2), plain_number(float("nan"))
    ('22.5', '-0.2', '')
    """
    return "" if isnan(value) else repr(float(value))


def comma_number(value: float) -> str:
    """The same decimal with a comma and never an exponent, which Indonesian Excel reads as a number.

    With a dot it would take 22.5 for the 22nd of May.

    >>> comma_number(22.5), comma_number(-1e-05)
    ('22,5', '-0,00001')
    """
    return "" if isnan(value) else format(Decimal(repr(float(value))), "f").replace(".", ",")


class Exact(float):
    """A float that is written with all its digits; XlsxWriter would stop at the sixteenth."""

    def __format__(self, _spec: str) -> str:
        return repr(float(self))
