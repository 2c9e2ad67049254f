"""Numbers as they are typed: strict, in the Indonesian (1.234,56) or English (1,234.56) format of their table.

A text is a number, a known sign for missing, or neither; nothing is guessed. `evidence` says what a text tells about
the format of its table.
"""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from data.grid import Cell, Kind

MOST_DIGITS = 20
"""Before the decimal point: the product of all countries in rupiah has 19."""
FORMATS: tuple[str, ...] = ("id", "en")

_SPACES = re.compile(r"[\s\u00a0\u2007\u2009\u202f\u200b-\u200f\u202a-\u202e\u2060\ufeff]+")
_LEAD = re.compile(r"^(?:['’]|rp\.?)\s*(?=[\d(-])", re.IGNORECASE)
_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-", "\u2014": "-", "\u2010": "-", "\u2011": "-", "\ufe63": "-"})
_MISSING = re.compile(r"-+|[.\u2026]+|n\.?/?a\.?|\u2026|null|nan|none|tad|x{1,3}", re.IGNORECASE)
_SUPER = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+\\)?$")
_FOOTNOTE = re.compile(r"(?<=\d)(?: ?\d\)|\^\d+\)?|\[\d+\])$")
_MARK = re.compile(r"(?P<mark>\*{1,3}|(?<=[\d )])[re])\)?$")
_PLAIN = re.compile(r"-?[0-9]+(?:[.,][0-9]+)*")
_BODY = re.compile(r"\d+(?:[.,]\d+)*")
_PATTERNS = {
    "id": re.compile(r"(?:\d+|[1-9]\d{0,2}(?:\.\d{3})+)(?:,\d+)?"),
    "en": re.compile(r"(?:\d+|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?"),
}


class NotANumber(ValueError):
    """A text that is no number in the format of its table, and no known sign for missing."""


@lru_cache(maxsize=65536)
def strip(text: str) -> tuple[str, str]:
    """The bare digits and sign of a typed number, and the mark behind it (`*`, `**`, `***`, `r`, `e` or nothing).

    >>> strip("1.441,82*"), strip("(5,16)"), strip("- 5,16"), strip("Rp 1.234,56 1)")
    (('1.441,82', '*'), ('-5,16', ''), ('-5,16', ''), ('1.234,56', ''))
    """
    if _PLAIN.fullmatch(text):
        return text, ""
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


@lru_cache(maxsize=65536)
def evidence(text: str) -> str:
    """What a text says about the number format of its table: `id`, `en`, `both` where it is open, or nothing.

    >>> evidence("1.234,56"), evidence("1.90"), evidence("1.234"), evidence("1234"), evidence("1368,460")
    ('id', 'en', 'both', '', 'id')
    """
    body = strip(text)[0].removeprefix("-")
    if not _BODY.fullmatch(body):
        return ""
    fits = [name for name, pattern in _PATTERNS.items() if pattern.fullmatch(body)]
    if not fits or body.isdigit():
        return ""
    return "both" if len(fits) == 2 else fits[0]


def parse(text: str, number_format: str) -> str:
    """The number that a text stands for in a format, as a plain decimal; NotANumber where it is none.

    >>> parse("1.234,56", "id"), parse("1,234.56", "en"), parse("−5,16", "id")
    ('1234.56', '1234.56', '-5.16')
    """
    bare = strip(text)[0]
    body = bare.removeprefix("-")
    if number_format not in FORMATS or not _PATTERNS[number_format].fullmatch(body):
        raise NotANumber(text)
    thousands, point = (".", ",") if number_format == "id" else (",", ".")
    number = body.replace(thousands, "").replace(point, ".")
    return f"-{number}" if bare.startswith("-") else number


def value(cell: Cell, number_format: str) -> str | None:
    """The number of a cell as a plain decimal, None where it holds no value; NotANumber for anything else.

    A number cell is what it stores; only text is read in the format of its table. What has more digits than any amount
    of rupiah is no figure.
    """
    if cell.kind == Kind.ERROR:
        raise NotANumber(cell.text)
    if cell.kind not in (Kind.NUMBER, Kind.TEXT) or cell.kind == Kind.TEXT and missing(cell.text):
        return None
    number = cell.text if cell.kind == Kind.NUMBER else parse(cell.text, number_format)
    if len(number) > MOST_DIGITS and len(number.partition(".")[0]) > MOST_DIGITS:
        raise NotANumber(cell.text)
    return number


def looks(cell: Cell) -> bool:
    """Whether a cell can be the figure of a table: a number, or a text that is a number in either format.

    >>> looks(Cell(Kind.TEXT, "1.234,56")), looks(Cell(Kind.TEXT, "Konstruksi")), looks(Cell(Kind.TEXT, "--"))
    (True, False, False)
    """
    if cell.kind == Kind.TEXT:
        body = strip(cell.text)[0].removeprefix("-")
        return bool(body) and any(pattern.fullmatch(body) for pattern in _PATTERNS.values())
    return cell.kind in (Kind.NUMBER, Kind.FORMULA_WITHOUT_VALUE)


def decimals(number: str) -> int:
    """How many decimals a plain decimal is written with; the noise of binary fractions beyond 12 digits is none.

    >>> decimals("1.50"), decimals("0.30000000000000004")
    (2, 1)
    """
    point = number.find(".")
    if point < 0 or len(number) <= 15 or len(number.replace(".", "").lstrip("-0")) <= 14:
        return len(number) - point - 1 if point >= 0 else 0
    rest = Decimal(f"{Decimal(number):.14g}").normalize().as_tuple().exponent
    return max(0, -rest) if isinstance(rest, int) else 0
