"""The downloads under a chart: the figures of its table, with what they must not travel without.

Each row carries region, item, measure, period, mark, the printed figure (`shown`) and the figure that it was rounded
from (`value`), unit, price basis, status, reason, edition and source. Nothing is rounded here.
"""

import pandas as pd

from exports.cells import comma_number, plain_number
from exports.columns import for_programs, for_readers, rows
from exports.delimited import delimited
from exports.passport import Passport
from exports.workbook import xlsx

__all__ = ["csv_indonesian", "csv_plain", "xlsx"]

_BOM = b"\xef\xbb\xbf"


def csv_indonesian(result: pd.DataFrame, passport: Passport, lang: str) -> bytes:
    """For a double click in Indonesian Excel: `;`, decimal comma, UTF-8 with BOM, lines that end as on Windows.

    Without the BOM Excel takes UTF-8 for a Windows code page; with a comma or a dot it would split or date the numbers.
    Periods stand as words ("Triwulan I-2023"), which no locale takes for a date.
    """
    columns = for_readers(result, passport, lang)
    return _BOM + delimited([column.heading for column in columns], rows(columns, comma_number), ";", "\r\n")


def csv_plain(result: pd.DataFrame, passport: Passport, lang: str) -> bytes:
    """For programs: comma, dot, UTF-8 without BOM, `\\n`, codes and labels, the shortest decimal of each float."""
    columns = for_programs(result, passport, lang)
    return delimited([column.heading for column in columns], rows(columns, plain_number))
