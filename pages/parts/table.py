"""The numbers of a chart as a table: items down in BPS order, periods across, each figure as printed."""

import pandas as pd

from model.items import order
from text import lookup
from text.lookup import say
from text.numbers import MISSING, number
from text.phrase import capital
from views.frame import SHOWN
from views.words import period_status


def rows(result: pd.DataFrame, lang: str) -> pd.DataFrame:
    """A table of ready words: one row an item (and region), one column a period with its mark."""
    regions = list(dict.fromkeys(result["region"]))
    items = sorted(set(result["item"]), key=order)
    periods = sorted(set(result["period"]))
    heads = {period: lookup.period(period, lang, period_status(result, period)) for period in periods}
    present = result[result["value"].notna()]
    keys = zip(present["region"], present["item"], present["period"], strict=True)
    figures = dict(zip(keys, (number(x, lang) for x in present[SHOWN]), strict=True))
    lines = []
    for region in regions:
        for item in items:
            line = {say("table.region", lang): lookup.region(region, lang)} if len(regions) > 1 else {}
            line[say("table.item", lang)] = lookup.item(item, lang)
            line |= {heads[period]: figures.get((region, item, period), MISSING) for period in periods}
            lines.append(line)
    return pd.DataFrame(lines)


def reasons(result: pd.DataFrame, lang: str) -> list[str]:
    """Why figures are missing, beside the dash that stands for them, or what is special of them; each reason once."""
    found: dict[str, None] = {}
    for missing, code in zip(result["value"].isna(), result["reason"], strict=True):
        if code:
            why = lookup.reason(code, lang)
            found[say("block.why", lang, missing=MISSING, reason=why) if missing else f"{capital(why)}."] = None
    return list(found)
