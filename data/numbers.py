"""Numbers as they are typed: strict, in the Indonesian (1.234,56) or English (1,234.56) format of their table.

A text is a number, a known sign for missing, or neither; nothing is guessed. `evidence` says what a text tells about
the format of its table.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import repeat

import numpy as np
from numpy.typing import NDArray

from data.grid import Cell, Kind

MOST_DIGITS = 20
"""Before the decimal point: the product of all countries in rupiah has 19."""
SHORT, SURE = 15, 14
"""Characters of a decimal that a float always gives back as it was written, and digits that sums of floats keep."""
FORMATS: tuple[str, ...] = ("id", "en")
WRITTEN: tuple[str, ...] = ("", "digits", "both", "id", "en")
"""In which format a text is a number: in none, in any, in one or the other, in one."""

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_LEAD = re.compile(r"^(?:['’]|rp\.?)\s*(?=[\d(-])", re.IGNORECASE)
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "\ufe63": "-"})
_MISSING = re.compile(r"-+|[.\u2026]+|n\.?/?a\.?|\u2026|null|nan|none|tad|x{1,3}", re.IGNORECASE)
_SUPER = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+\\)?$")
_FOOTNOTE = re.compile(r"(?<=\d)(?: ?\d\)|\^\d+\)?|\[\d+\])$")
_MARK = re.compile(r"(?P<mark>\*{1,3}|(?<=[\d )])[re])\)?$")
_PLAIN = re.compile(r"-?[0-9]+(?:[.,][0-9]+)*")
_FORM = re.compile(
    r"-?(?:(?P<digits>\d++)|(?P<both>[1-9]\d{0,2}+[.,]\d{3})"
    r"|(?P<id>[1-9]\d{0,2}+(?:\.\d{3})++(?:,\d++)?+|\d++,\d++)"
    r"|(?P<en>[1-9]\d{0,2}+(?:,\d{3})++(?:\.\d++)?+|\d++\.\d++))"
)


class NotANumber(ValueError):
    """A text that is no number in the format of its table, and no known sign for missing."""


def strip(text: str) -> tuple[str, str]:
    """The bare digits and sign of a typed number, and the mark behind it (`*`, `**`, `***`, `r`, `e` or nothing).

    >>> strip("1.441,82*"), strip("(5,16)"), strip("- 5,16"), strip("Rp 1.234,56 1)")
    (('1.441,82', '*'), ('-5,16', ''), ('-5,16', ''), ('1.234,56', ''))
    """
    return (text, "") if _PLAIN.fullmatch(text) else _stripped(text)


@lru_cache(maxsize=65536)
def _stripped(text: str) -> tuple[str, str]:
    bare = _SUPER.sub("", text.strip())
    bare = unicodedata.normalize("NFKC", bare).translate(_MINUS)
    bare = _LEAD.sub("", _SPACES.sub(" ", bare).strip(), count=1)
    mark = ""
    found = _MARK.search(bare)
    if found and any(map(str.isdigit, bare)):
        mark, bare = found["mark"], bare[: found.start()].strip()
    if bare.startswith("(") and bare.endswith(")") and not bare.startswith("(-"):
        bare = "-" + bare[1:-1].strip()
    bare = _FOOTNOTE.sub("", bare).removeprefix("~").strip()
    bare = re.sub(r"^([-+]) ", r"\1", bare)
    bare = re.sub(r"(?<=\d) (?=\d{3}(?:\D|$))", "", bare)
    return bare.removeprefix("+"), mark


def missing(text: str) -> bool:
    """Whether a text is a known sign for a value that is not there: blank, `-`, `–`, `--`, `…`, `...`, `NA`.

    >>> missing(" "), missing("–"), missing("..."), missing("-5")
    (True, True, True, False)
    """
    bare = _SPACES.sub("", unicodedata.normalize("NFKC", text).translate(_MINUS))
    return not bare or _MISSING.fullmatch(bare) is not None


def evidence(text: str) -> str:
    """Which of `WRITTEN` a text is.

    >>> tuple(map(evidence, ("1.234,56", "1.90", "1.234", "1234", "1368,460", "Medan")))
    ('id', 'en', 'both', 'digits', 'id', '')
    """
    return WRITTEN[all_evidence([text])[0][0]]


def all_evidence(texts: Sequence[str]) -> tuple[list[int], dict[int, str]]:
    """Which of `WRITTEN` each text is, by its place there, and the bare number of each that has more around it.

    >>> all_evidence(["1.234,56", "(5,16) *", "Medan"])
    ([3, 3, 0], {1: '-5,16'})
    """
    match = _FORM.fullmatch
    told = [found.lastindex or 0 if (found := match(text)) else 0 for text in texts]
    bare = {}
    for at, place in enumerate(told):
        if not place:
            stripped = strip(texts[at])[0]
            found = match(stripped)
            if found:
                told[at], bare[at] = found.lastindex or 0, stripped
    return told, bare


def readable(number_format: str) -> tuple[int, ...]:
    """Which places in `WRITTEN` are numbers in a format."""
    return tuple(WRITTEN.index(name) for name in ("digits", "both", number_format))


def plain(bare: Sequence[str], number_format: str) -> list[str]:
    """Bare numbers of a format as plain decimals.

    >>> plain(["1.234,56", "-5"], "id"), plain([], "en")
    (['1234.56', '-5'], [])
    """
    thousands, point = (".", ",") if number_format == "id" else (",", ".")
    return "\n".join(bare).replace(thousands, "").replace(point, ".").split("\n") if bare else []


def parse(text: str, number_format: str) -> str:
    """The number that a text stands for in a format, as a plain decimal; NotANumber where it is none.

    >>> parse("1.234,56", "id"), parse("1,234.56", "en"), parse("−5,16", "id")
    ('1234.56', '1234.56', '-5.16')
    """
    (told,), bare = all_evidence([text])
    if number_format not in FORMATS or told not in readable(number_format):
        raise NotANumber(text)
    return plain([bare.get(0, text)], number_format)[0]


def value(cell: Cell, number_format: str) -> str | None:
    """The number of a cell as a plain decimal, None where it holds no value; NotANumber for anything else.

    A number cell is what it stores; only text is read in the format of its table. What has more digits than any amount
    of rupiah is no figure.
    """
    if cell.kind == Kind.ERROR:
        raise NotANumber(cell.text)
    if cell.kind not in (Kind.NUMBER, Kind.TEXT):
        return None
    try:
        number = cell.text if cell.kind == Kind.NUMBER else parse(cell.text, number_format)
    except NotANumber:
        if missing(cell.text):
            return None
        raise
    if too_long(number):
        raise NotANumber(cell.text)
    return number


def too_long(number: str) -> bool:
    """Whether a plain decimal has more digits than any amount of rupiah."""
    return len(number) > MOST_DIGITS and len(number.partition(".")[0]) > MOST_DIGITS


def looks(cell: Cell) -> bool:
    """Whether a cell can be the figure of a table: a number, or a text that is a number in either format.

    >>> looks(Cell(Kind.TEXT, "1.234,56")), looks(Cell(Kind.TEXT, "Konstruksi")), looks(Cell(Kind.TEXT, "--"))
    (True, False, False)
    """
    if cell.kind == Kind.TEXT:
        return evidence(cell.text) != ""
    return cell.kind in (Kind.NUMBER, Kind.FORMULA_WITHOUT_VALUE)


def all_decimals(numbers: Sequence[str], amounts: Sequence[float]) -> NDArray[np.int64]:
    """How many decimals each of many plain decimals is written with, of which the floats are known.

    >>> all_decimals(["1.50", "0.30000000000000004", "7"], [1.5, 0.30000000000000004, 7.0]).tolist()
    [2, 1, 0]
    """
    amount, found = np.array(amounts, np.float64), behind_point(numbers)
    noisy = (found > 0) & (np.fromiter(map(len, numbers), np.int64, len(numbers)) > SHORT)
    usual = np.flatnonzero(noisy & (amount >= 1) & (amount < 10.0 ** (SURE - 1)))
    shown = f"%.{SURE}g\n" * len(usual) % tuple(amount[usual].tolist())
    found[usual] = behind_point(shown.split("\n")[:-1])
    noisy[usual] = False
    for at in np.flatnonzero(noisy).tolist():
        found[at] = decimals(numbers[at], amounts[at])
    return found


def behind_point(numbers: Sequence[str]) -> NDArray[np.int64]:
    """How many characters each of many decimals has behind its point."""
    length = np.fromiter(map(len, numbers), np.int64, len(numbers))
    point = np.fromiter(map(str.find, numbers, repeat(".")), np.int64, len(numbers))
    found: NDArray[np.int64] = np.where(point < 0, 0, length - point - 1)
    return found


def decimals(number: str, amount: float | None = None) -> int:
    """How many decimals a plain decimal is written with; the noise of binary fractions beyond 12 digits is none.

    Its float, where it is known already, need not be made again.

    >>> decimals("1.50"), decimals("0.30000000000000004")
    (2, 1)
    """
    point = number.find(".")
    if point < 0 or len(number) <= SHORT or number[0] in "-0" and len(number.replace(".", "").lstrip("-0")) <= SURE:
        return len(number) - point - 1 if point >= 0 else 0
    short = f"{float(number) if amount is None else amount:.{SURE}g}"
    if "e" in short:
        short = f"{Decimal(short):f}"
    return len(short.partition(".")[2])
