"""Signs: value added and components are not negative, imports are stored positive (C8); zeros that never end (C12)."""

import pandas as pd

from model.items import OTHERS, RESIDUAL, TOTAL
from model.problems import Problem
from stats.validation.evidence import Evidence
from stats.validation.finding import Odd, gathered, problem, subject

MAY_BE_NEGATIVE = ("INV", "NX", "NX_REGIONAL", OTHERS, RESIDUAL)


def negative_value(evidence: Evidence) -> list[Problem]:
    """C8: nothing is negative but changes in inventories and net exports. An error."""
    obs = evidence.observations
    head = obs["item"].str.split(".").str[0]
    negative = obs[(obs["value"] < 0) & ~head.isin(MAY_BE_NEGATIVE)]
    return gathered("negative_value", evidence.cells, map(_series, _by_series(negative)))


def structural_zero(evidence: Evidence) -> list[Problem]:
    """C12: an item that is 0 in every period is left blank or printed “–”. Told, once a region and price basis.

    Of tables with a total above 0 and two periods or more.
    """
    obs = evidence.observations
    keys = ["region", "approach", "price_basis", "frequency"]
    series = obs.groupby([*keys, "item"], sort=False, observed=True)["value"].agg(["min", "max", "size"])
    never = series[(series["min"] == 0) & (series["max"] == 0) & (series["size"] > 1)].reset_index()
    whole = series.xs(TOTAL, level="item")["max"] > 0 if TOTAL in series.index.get_level_values("item") else None
    if never.empty or whole is None:
        return []
    never = never[whole.reindex(pd.MultiIndex.from_frame(never[keys]), fill_value=False).to_numpy()]
    found = []
    for _, own in never.groupby(["region", "approach", "price_basis"], sort=False, observed=True):
        items = own["item"].drop_duplicates().tolist()
        rows = obs.reset_index().merge(own[[*keys, "item"]], on=[*keys, "item"])["index"].tolist()
        text = ", ".join([subject(str(own["region"].iloc[0]), str(own["price_basis"].iloc[0])), *items])
        found.append(problem("structural_zero", evidence.cells, rows, text))
    return found


def _by_series(negative: pd.DataFrame) -> list[pd.DataFrame]:
    return [rows for _, rows in negative.groupby(["region", "item", "price_basis"], sort=False, observed=True)]


def _series(rows: pd.DataFrame) -> Odd:
    worst = rows.iloc[int(rows["value"].argmin())]
    region, item, basis, period = (str(worst[name]) for name in ("region", "item", "price_basis", "period"))
    text = subject(region, item, basis, period, value=float(worst["value"]))
    return Odd((region, basis), text, "≥ 0", -float(worst["value"]), rows.index.tolist())
