"""What the terminal prints: the one table as it is, in the columns of the one table, floats unrounded."""

import json as notation
from math import isnan

import pandas as pd

from exports.cells import plain_number
from exports.columns import Column
from exports.delimited import delimited
from exports.passport import Passport
from exports.workbook import book

_SHEET = "observations"


def csv(obs: pd.DataFrame) -> bytes:
    """Header first, comma, dot, `\\n`, UTF-8 without BOM; the shortest decimal of each float, empty for missing."""
    cells = [
        [plain_number(cell) for cell in obs[name].tolist()] if obs[name].dtype == "float64" else obs[name].tolist()
        for name in obs.columns
    ]
    return delimited(list(obs.columns), (list(row) for row in zip(*cells, strict=True)))


def json(obs: pd.DataFrame) -> bytes:
    """A list of objects, one a line, null for a missing value."""
    rows = zip(*(obs[name].tolist() for name in obs.columns), strict=True)
    objects = [dict(zip(obs.columns, map(_or_null, row), strict=True)) for row in rows]
    written = ",\n".join(notation.dumps(one, ensure_ascii=False, allow_nan=False) for one in objects)
    return (f"[\n{written}\n]\n" if objects else "[]\n").encode("utf-8")


def xlsx(obs: pd.DataFrame, passport: Passport, lang: str) -> bytes:
    """A sheet of the one table, headings and codes as they are, and the source sheet."""
    columns = [Column(name, name, obs[name].tolist(), numeric=name == "value") for name in obs.columns]
    return book(columns, obs, passport, lang, _SHEET)


def _or_null(cell: str | float) -> str | float | None:
    return None if isinstance(cell, float) and isnan(cell) else cell
