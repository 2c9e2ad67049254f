"""One figure through all editions: how often it was revised, from what to what."""

import pandas as pd

from model.dimensions import Measure
from model.observations import WITHDRAWN
from text import lookup
from text.lookup import say
from text.numbers import MISSING, number, signed
from text.phrase import capital


def name(row: pd.Series, lang: str) -> str:
    """Which figure it is: item, period, side of the accounts and price basis, in words."""
    figure = say(
        "traced.figure",
        lang,
        item=lookup.item_in_sentence(row["item"], lang),
        period=lookup.period(row["period"], lang),
        region=lookup.region_in_sentence(row["region"], lang),
        approach=say(f"approach.{row['approach']}.name", lang),
        basis=lookup.basis(row["price_basis"], lang),
    )
    return figure if row["measure"] == Measure.LEVEL else say("traced.per_capita", lang, figure=figure)


def finding(history: pd.DataFrame, lang: str) -> str:
    """The sentence of a history (`data.store.history`) of one figure that has at least one row."""
    first, last = history.iloc[0], history.iloc[-1]
    slots = {
        "figure": capital(name(last, lang)),
        "first": amount(first, lang),
        "last": amount(last, lang),
        "unit": lookup.unit(last["unit"], lang),
        "edition": int(first["edition"]),
        "count": len(history) - 1,
    }
    if last["status"] == WITHDRAWN:
        return say("traced.withdrawn", lang, **slots | {"edition": int(last["edition"])})
    if len(history) == 1:
        return say("traced.never", lang, **slots)
    same = history["value"].eq(first["value"]).all()
    return say("traced.marks" if same else "traced.changed", lang, **slots)


def amount(row: pd.Series, lang: str) -> str:
    """The value of a row with its mark; a dash where it was taken out."""
    if row["status"] == WITHDRAWN:
        return MISSING
    return f"{number(row['value'], lang)}{lookup.mark(row['status'])}"


def steps(history: pd.DataFrame, lang: str) -> list[str]:
    """The change of each row from the one before, in its unit; nothing for the first, or beside one taken out."""
    changes = history["value"].diff().tolist()
    return [signed(change, lang) if change == change else "" for change in changes]
