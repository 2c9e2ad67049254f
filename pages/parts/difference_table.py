"""The rows of a difference of two editions as ready words."""

import pandas as pd

from text import lookup
from text.lookup import say
from text.numbers import number, signed


def table(rows: pd.DataFrame, older: int, newer: int, lang: str) -> pd.DataFrame:
    """One line a figure: what it is, its value with the mark in either edition, and the change in its unit."""
    heads = {name: say(f"difference.{name}", lang, older=older, newer=newer) for name in _WORDS}
    words = {heads[name]: [_WORDS[name](row, lang) for row in rows.to_dict("records")] for name in _WORDS}
    return pd.DataFrame(words)


def _value(row: dict, side: str, lang: str) -> str:
    status = row[f"status_{side}"]
    return number(row[f"value_{side}"], lang) + (lookup.mark(status) if isinstance(status, str) else "")


_WORDS = {
    "item": lambda row, lang: lookup.item(row["item"], lang, short=True),
    "period": lambda row, lang: lookup.period(row["period"], lang),
    "value_a": lambda row, lang: _value(row, "a", lang),
    "value_b": lambda row, lang: _value(row, "b", lang),
    "change": lambda row, lang: signed(row["change"], lang),
    "basis": lambda row, lang: lookup.basis(row["price_basis"], lang, short=True),
    "approach": lambda row, lang: say(f"approach.{row['approach']}.name", lang),
    "measure": lambda row, lang: lookup.measure(row["measure"], lang, short=True),
}
