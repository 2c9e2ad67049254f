"""Accounts that should agree: production with expenditure (C4), regencies and cities with their province (C5)."""

import numpy as np
import pandas as pd

from model.dimensions import Approach, Measure
from model.items import INDUSTRIES, TOTAL
from model.observations import KEY
from model.problems import Problem, Severity
from stats.revision import last_digit, together
from stats.validation.evidence import Evidence
from stats.validation.finding import figure, problem, subject
from stats.validation.history import PROVINCE_DIGITS

NOTED, WARNED = 3.0, 5.0
"""Per cent of the province by which its regencies and cities may differ: above the first a note, above the second a
warning ("cek selisih" of the provincial offices)."""
SUMMED = (TOTAL, *INDUSTRIES, "HH", "NPISH", "GOV", "GFCF")
"""Items that add over regions; trade between regions does not."""
_ACCOUNT = ["region", "price_basis", "period"]
_CELL = ["province", "approach", "item", "price_basis", "frequency", "period"]


def approaches_differ(evidence: Evidence, edition: pd.DataFrame) -> list[Problem]:
    """C4: the total by industry is that by expenditure, within a unit of the coarser last digit; else a note.

    The other side is that of the file, else of the edition. One problem a region and price basis, in the words of the
    largest difference.
    """
    obs = evidence.observations
    mine = obs[obs["item"] == TOTAL]
    mine = mine.assign(row=mine.index, half=evidence.half_units[mine.index])
    theirs = edition[
        (edition["item"] == TOTAL) & (edition["measure"] == Measure.LEVEL) & edition["region"].isin(mine["region"])
    ]
    theirs = theirs.assign(row=-1, half=last_digit(theirs["value"].to_numpy(dtype=np.float64)))
    both = pd.concat([theirs, mine]).drop_duplicates(list(KEY), keep="last")
    sides = [both[both["approach"] == side].set_index(_ACCOUNT) for side in (Approach.PRODUCTION, Approach.EXPENDITURE)]
    made, spent = (side[["value", "half", "row"]] for side in sides)
    pair = made.join(spent.add_suffix("_spent"), how="inner")
    gap = (pair["value"] - pair["value_spent"]).abs()
    apart = pair[gap > 2 * pair[["half", "half_spent"]].max(axis=1) * (1 + 1e-9)].assign(gap=gap)
    apart = apart[(apart["row"] >= 0) | (apart["row_spent"] >= 0)]
    found = []
    for _, rows in apart.reset_index().groupby(_ACCOUNT[:2], sort=False, observed=True):
        worst = rows.iloc[int(rows["gap"].argmax())]
        region, basis, period = (str(worst[name]) for name in _ACCOUNT)
        text = subject(region, TOTAL, basis, period, value=float(worst["value"]), more=len(rows) - 1)
        places = [row for row in (*rows["row"].tolist(), *rows["row_spent"].tolist()) if row >= 0]
        found.append(problem("approaches_differ", evidence.cells, places, text, figure(worst["value_spent"])))
    return found


def regions_differ(evidence: Evidence, comparison: pd.DataFrame, edition: pd.DataFrame) -> list[Problem]:
    """C5: the regencies and cities add to their province; above 3 per cent a note, above 5 a warning.

    Where all regencies and cities that the edition knows have the item and period, and the file brings something new
    or revised to it. One problem a province, approach, price basis and severity, in the words of the largest gap.
    """
    apart = _apart(comparison, edition)
    size = apart["percent"].abs()
    cells = comparison.assign(province=comparison["region"].str[:PROVINCE_DIGITS], row=comparison.index)
    found = []
    for severity, rows in (
        (Severity.WARNING, apart[size > WARNED]),
        (Severity.INFO, apart[(size > NOTED) & (size <= WARNED)]),
    ):
        for _, own in rows.groupby(["province", "approach", "price_basis"], sort=False, observed=True):
            worst = own.iloc[int(own["percent"].abs().argmax())]
            words = (str(worst[name]) for name in ("province", "item", "price_basis", "period"))
            text = subject(*words, value=float(worst["sum"]), more=len(own) - 1)
            places = cells.merge(own[_CELL], on=_CELL)["row"].tolist()
            told = f"{figure(worst['whole'])} ({worst['percent']:+.2f} %)"
            found.append(problem("regions_differ", evidence.cells, places, text, told, severity))
    return found


def _apart(comparison: pd.DataFrame, edition: pd.DataFrame) -> pd.DataFrame:
    """Each cell of a province that all its regions have and the file touches: their sum, the province, the gap."""
    nothing = pd.DataFrame(columns=[*_CELL, "sum", "whole", "percent"])
    touched = comparison[(comparison["kind"] != "equal") & comparison["item"].isin(SUMMED)]
    provinces = touched["region"].str[:PROVINCE_DIGITS].unique()
    known = edition[(edition["measure"] == Measure.LEVEL) & edition["region"].str[:PROVINCE_DIGITS].isin(provinces)]
    if touched.empty or known.empty:
        return nothing
    periods = touched["period"].unique()
    both = together(
        comparison[list(KEY) + ["value"]],
        known[known["period"].isin(periods) & known["item"].isin(SUMMED)][list(KEY) + ["value"]],
    )
    both = both.assign(province=both["region"].str[:PROVINCE_DIGITS])
    parts = both[both["region"].str.len() > PROVINCE_DIGITS]
    everywhere = pd.concat([known["region"], comparison["region"]])
    names = everywhere[everywhere.str.len() > PROVINCE_DIGITS].drop_duplicates()
    count = names.groupby(names.str[:PROVINCE_DIGITS]).size()
    sums = parts.groupby(_CELL, observed=True)["value"].agg(["sum", "size"])
    whole = both[both["region"].str.len() == PROVINCE_DIGITS].set_index(_CELL)["value"].rename("whole")
    result = sums.join(whole, how="inner").reset_index()
    result = result[(result["size"] == result["province"].map(count)) & (result["size"] > 1) & (result["whole"] > 0)]
    moved = touched.assign(province=touched["region"].str[:PROVINCE_DIGITS])[_CELL].drop_duplicates()
    result = result.merge(moved, on=_CELL)
    return result.assign(percent=100 * (result["sum"] / result["whole"] - 1)) if len(result) else nothing
