"""A stored number as a cell: its shortest decimal, the decimals that its format shows, and dates as text."""

import re
from datetime import datetime, timedelta
from decimal import Decimal
from math import inf

from data.container.number_format import digits, is_date, is_year
from data.grid import EMPTY, Cell, Kind

STORED = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?")
YEARS = range(1900, 2101)
LAST_DAY = 2_958_465


def shortest(number: float) -> str:
    """The shortest decimal that is this float, without an exponent.

    >>> shortest(22616.04), shortest(2024.0), shortest(1e-07), shortest(-0.0)
    ('22616.04', '2024', '0.0000001', '0')
    """
    text = repr(number)
    if "e" in text:
        text = format(Decimal(text), "f")
    text = text.removesuffix(".0")
    return "0" if text == "-0" else text


def day(number: float, epoch_1904: bool = False) -> str:
    """The date of a serial number, ISO; with its time where it has one.

    >>> day(45292), day(45292.5), day(60), day(0, epoch_1904=True)
    ('2024-01-01', '2024-01-01T12:00:00', '1900-02-28', '1904-01-01')
    """
    start = datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30 if number >= 61 else 31)
    moment = start + timedelta(days=number if number >= 61 or epoch_1904 else min(number, 59))
    moment = (moment + timedelta(microseconds=500_000)).replace(microsecond=0)
    return moment.date().isoformat() if moment.time() == datetime.min.time() else moment.isoformat()


def numeric(number: float, code: str, epoch_1904: bool = False) -> Cell:
    """The cell of a stored number under a number format.

    A date becomes text, as much of it as is shown. A whole number that can be a year stays a number, whatever its
    format: as a serial number it would be a day of 1905.

    >>> numeric(45292.0, "yyyy-mm-dd").text, numeric(2024.0, "yyyy").text, numeric(1.5, "0.00").digits
    ('2024-01-01', '2024', 2)
    >>> numeric(45657.0, "yyyy").text
    '2024'
    """
    if is_date(code) and 0 <= number <= LAST_DAY and number not in YEARS:
        shown = day(number, epoch_1904)
        return Cell(Kind.TEXT, shown[:4] if is_year(code) else shown)
    return Cell(Kind.NUMBER, shortest(number), digits(code))


def parsed(stored: str, code: str, epoch_1904: bool = False) -> Cell:
    """The cell of a number that is stored as text; what is no finite number stays text."""
    stored = stored.strip()
    if not stored:
        return EMPTY
    number = float(stored) if STORED.fullmatch(stored) else inf
    if abs(number) == inf:
        return Cell(Kind.TEXT, stored)
    return numeric(number, code, epoch_1904)
