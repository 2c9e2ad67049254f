"""The numbers of a chart as a table: items down in BPS order, periods across, each figure as printed."""

from math import isnan

import pandas as pd

from exports.grid import Figure, grid
from text import lookup
from text.lookup import say
from text.numbers import MISSING, number


def rows(result: pd.DataFrame, lang: str, chosen: str = "") -> pd.DataFrame:
    """A table of ready words: one row an item (and region, `chosen` first), one column a period with its mark.

    Regions have their short names, so that the figures stay in sight on a phone.
    """
    table = grid(result, lang, chosen)
    lines = []
    for (region, item), figures in table.lines.items():
        line = {say("table.region", lang): lookup.region(region, lang, short=True)} if len(table.regions) > 1 else {}
        line[say("table.item", lang)] = lookup.item(item, lang)
        lines.append(line | dict(zip(table.periods, (_words(figure, lang) for figure in figures), strict=True)))
    return pd.DataFrame(lines)


def _words(figure: Figure, lang: str) -> str:
    return MISSING if isnan(figure.shown) else f"{number(figure.shown, lang)}{figure.sign}"
