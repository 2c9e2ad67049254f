"""Numbers as a reader of the language writes them, rounded half away from zero.

Indonesian: `5,04`, `Rp353,29 triliun`; English: `5.04`, `Rp353.29 trillion`. The minus is U+2212; a missing value is an
en dash; a zero has no sign.
"""

from decimal import Decimal
from functools import cache
from math import isnan

from babel import Locale
from babel.numbers import NumberPattern, parse_pattern

from model.dimensions import Unit
from model.rounding import half_away
from text.lookup import say

MISSING = "–"
MINUS = "−"

_STEPS: tuple[tuple[str, Decimal], ...] = (
    ("million", Decimal("0.001")),
    ("billion", Decimal(1)),
    ("trillion", Decimal(1000)),
)
_THOUSAND_IDR = Decimal("0.000001")
_WORDS: dict[str, str] = {Unit.PERCENT: "percent", Unit.PERCENTAGE_POINT: "percentage_point"}


@cache
def _locale(lang: str) -> Locale:
    return Locale.parse(lang)


@cache
def _pattern(digits: int) -> NumberPattern:
    return parse_pattern("#,##0." + "0" * digits if digits else "#,##0")


def _written(rounded: Decimal, lang: str, digits: int) -> str:
    return str(_pattern(digits).apply(abs(rounded), _locale(lang)))


def number(x: float | None, lang: str, digits: int = 2) -> str:
    """`x` with `digits` decimals and grouped thousands.

    >>> number(-1234.565, "id"), number(-1234.565, "en"), number(-0.001, "id"), number(float("nan"), "id")
    ('−1.234,57', '−1,234.57', '0,00', '–')
    """
    if x is None or isnan(x):
        return MISSING
    rounded = half_away(x, digits)
    return (MINUS if rounded < 0 else "") + _written(rounded, lang, digits)


def signed(x: float | None, lang: str, digits: int = 2) -> str:
    """`x` with its sign, for changes; what rounds to zero has none.

    >>> signed(1.13, "id"), signed(-0.03, "id"), signed(0.001, "id")
    ('+1,13', '−0,03', '0,00')
    """
    written = number(x, lang, digits)
    if x is None or isnan(x) or half_away(x, digits) <= 0:
        return written
    return f"+{written}"


def money(billion_idr: float | None, lang: str, digits: int = 2) -> str:
    """Billion rupiah in words: in million while that prints below 1000, else in billion, else in trillion.

    >>> money(353289.26, "id"), money(823.29, "en"), money(999.996, "id"), money(-0.5, "id")
    ('Rp353,29 triliun', 'Rp823.29 billion', 'Rp1,00 triliun', '−Rp500,00 juta')
    """
    if billion_idr is None or isnan(billion_idr):
        return MISSING
    return _rupiah(Decimal(repr(float(billion_idr))), lang, digits)


def _rupiah(billion: Decimal, lang: str, digits: int) -> str:
    fits = (at for at in _STEPS[:-1] if abs(half_away(float(billion / at[1]), digits)) < 1000)
    name, step = next(fits, _STEPS[-1])
    rounded = half_away(float(billion / step), digits)
    return (MINUS if rounded < 0 else "") + say(f"money.{name}", lang, amount=_written(rounded, lang, digits))


def value(x: float | None, unit: str, lang: str, digits: int = 2) -> str:
    """`x` with the words of its unit, as in a sentence.

    In: a unit of the one table. A thousand rupiah is read as money; an index stands bare.

    >>> value(5.1, "percent", "id"), value(1.92, "percentage_point", "en"), value(141410, "thousand_idr", "id")
    ('5,10 persen', '1.92 percentage points', 'Rp141,41 juta')
    """
    if x is None or isnan(x):
        return MISSING
    if unit == Unit.BILLION_IDR:
        return money(x, lang, digits)
    if unit == Unit.THOUSAND_IDR:
        return _rupiah(Decimal(repr(float(x))) * _THOUSAND_IDR, lang, digits)
    written = number(x, lang, digits)
    return say(f"amount.{_WORDS[unit]}", lang, number=written) if unit in _WORDS else written
