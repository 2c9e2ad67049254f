"""The columns of a download: a result frame spelled out, with what each figure must carry.

A column knows whether it holds numbers, so that text is guarded and negative numbers stay numbers.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from exports.cells import plain_text
from exports.passport import Passport, source_line
from text import lookup

# fmt: off
_FOR_READERS: tuple[str, ...] = (
    "region_label", "item", "item_label", "measure_label", "period_label", "mark", "shown", "value", "unit_label",
    "price_basis_label", "status_label", "reason_label", "edition", "source",
)
_FOR_PROGRAMS: tuple[str, ...] = (
    "region", "region_label", "approach", "item", "item_label", "price_basis", "price_basis_label", "frequency",
    "period", "period_label", "measure", "measure_label", "value", "shown", "unit", "unit_label", "status",
    "status_label", "mark", "reason", "reason_label", "edition", "source",
)
# fmt: on


@dataclass(frozen=True)
class Column:
    """One column: its key, its heading, and a cell for each row; `numeric` cells are floats, NaN for missing."""

    key: str
    heading: str
    cells: list[Any]
    numeric: bool = False


def for_readers(result: pd.DataFrame, passport: Passport, lang: str) -> tuple[Column, ...]:
    """The columns for someone who opens the file in a spreadsheet: labels in their language.

    `shown` is the figure as printed, `value` the one that it was rounded from.
    """
    named = _labels(result, lang) | _constants(result, passport, lang)
    return tuple(_column(key, named, lookup.say(f"export.column.{key}", lang)) for key in _FOR_READERS)


def for_programs(result: pd.DataFrame, passport: Passport, lang: str) -> tuple[Column, ...]:
    """The columns for a program: codes under the same headings in both languages, each with its label."""
    named = _labels(result, lang) | _constants(result, passport, lang)
    return tuple(_column(key, named, key) for key in _FOR_PROGRAMS)


def rows(columns: Sequence[Column], number: Callable[[float], str]) -> Iterator[list[str]]:
    """The rows of a delimited file: numbers as `number` writes them, text guarded against formulas."""
    written = [map(number if column.numeric else plain_text, column.cells) for column in columns]
    return (list(row) for row in zip(*written, strict=True))


def _column(key: str, named: dict[str, list], heading: str) -> Column:
    return Column(key, heading, named[key], numeric=key in ("value", "shown"))


def _labels(result: pd.DataFrame, lang: str) -> dict[str, list]:
    """The codes of each row and their labels."""
    coded = {name: result[name].tolist() for name in result.columns}
    words: dict[str, tuple[str, Callable[[str], str]]] = {
        "region_label": ("region", lambda code: lookup.region(code, lang)),
        "item_label": ("item", lambda code: lookup.item(code, lang)),
        "price_basis_label": ("price_basis", lambda code: lookup.basis(code, lang)),
        "period_label": ("period", lambda code: lookup.period(code, lang)),
        "measure_label": ("measure", lambda code: lookup.measure(code, lang)),
        "unit_label": ("unit", lambda code: lookup.unit(code, lang)),
        "status_label": ("status", lambda code: lookup.status(code, lang)),
        "reason_label": ("reason", lambda code: lookup.reason(code, lang) if code else ""),
    }
    labels = {}
    for key, (source, word) in words.items():
        known = {code: word(code) for code in set(coded[source])}
        labels[key] = [known[code] for code in coded[source]]
    marks = map(lookup.mark, coded["status"]), map(lookup.sign, coded["reason"])
    return coded | labels | {"mark": [mark + sign for mark, sign in zip(*marks, strict=True)]}


def _constants(result: pd.DataFrame, passport: Passport, lang: str) -> dict[str, list]:
    """What is the same in every row: the edition and the sources."""
    size = len(result)
    return {"edition": [str(passport.edition)] * size, "source": [source_line(passport, lang)] * size}
