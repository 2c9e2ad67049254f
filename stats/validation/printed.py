"""Derived tables of the file against its levels (C10), and shares that add to a hundred (C11).

A printed rate is rounded, and so are the levels that it was computed from: the bound is half a unit of its last digit
plus what half a unit of the last digit of each level can move it.
"""

import numpy as np
import pandas as pd

from model.accounts import parts_of_total
from model.dimensions import Measure
from model.items import THREE_GROUPS, TOTAL, order
from model.observations import KEY
from model.problems import Problem
from stats.measures import compute
from stats.validation.evidence import Evidence
from stats.validation.finding import figure, problem, subject
from stats.validation.slack import BOUNDED, slack

ROUNDED_TO = 0.005
"""Half a unit of the second decimal: how exactly BPS prints rates and shares."""
_GROUP = ["region", "approach", "price_basis", "frequency", "period"]
_HUNDRED = 100.0


def growth_table_mismatch(evidence: Evidence) -> list[Problem]:
    """C10: printed growth, shares and implicit indices are those of the levels in the file. A warning, one a table."""
    printed = evidence.printed
    if printed.empty or evidence.observations.empty:
        return []
    both = _compared(evidence)
    digits = evidence.printed_cells.loc[both.index, "digits"].to_numpy(dtype=np.float64)
    bound = np.maximum(ROUNDED_TO, 0.5 * 10.0**-digits) + both["slack"].to_numpy()
    gap = (both["value"] - both["computed"]).abs().to_numpy() - bound * (1 + 1e-9)
    apart = both.assign(gap=gap, bound=bound)[gap > 0]
    table = evidence.printed_cells.loc[apart.index, "table"].to_numpy()
    keys = [table, apart["region"], apart["measure"], apart["price_basis"]]
    return [_apart(evidence, rows) for _, rows in apart.groupby(keys, sort=False, observed=True)]


def shares_not_100(evidence: Evidence) -> list[Problem]:
    """C11: the printed shares of all industries, of the three groups or of all components add to 100. An error."""
    shares = evidence.printed[evidence.printed["measure"] == Measure.SHARE]
    found: list[Problem] = []
    for key, rows in shares.groupby(_GROUP, sort=False, observed=True):
        region, approach, basis, _, period = map(str, key)
        by_item = rows.set_index("item")["value"]
        for parts in (parts_of_total(approach, set(by_item.index)), THREE_GROUPS):
            if not set(parts) <= set(by_item.index) or not by_item[list(parts)].any():
                continue
            own = rows[rows["item"].isin(parts)]
            signs = np.where(own["item"] == "IMP", -np.sign(own["value"]), 1.0)
            total = float((own["value"] * signs).sum())
            digits = evidence.printed_cells.loc[own.index, "digits"].max()
            bound = max(ROUNDED_TO, 0.5 * 10.0 ** -float(digits)) * (len(parts) + 1)
            if abs(total - _HUNDRED) > bound * (1 + 1e-9):
                words = subject(region, "share", basis, period, value=total)
                cells = evidence.printed_cells
                found.append(problem("shares_not_100", cells, own.index.tolist(), words, f"100.00 ± {figure(bound)}"))
    return found


def _apart(evidence: Evidence, rows: pd.DataFrame) -> Problem:
    """The problem of one table, in the words of what is furthest from the levels."""
    worst = rows.iloc[int(rows["gap"].argmax())]
    words = (str(worst[name]) for name in ("region", "item", "measure", "price_basis", "period"))
    return problem(
        "growth_table_mismatch",
        evidence.printed_cells,
        rows.index.tolist(),
        subject(*words, value=float(worst["value"]), more=len(rows) - 1),
        f"{figure(worst['computed'], 4)} ± {figure(worst['bound'], 4)}",
    )


def _compared(evidence: Evidence) -> pd.DataFrame:
    """Each printed figure with `computed`, what the levels give, and `slack`, how far rounded levels can move that."""
    printed = evidence.printed
    measures = [Measure(name) for name in printed["measure"].unique() if name in BOUNDED]
    items = sorted({*printed["item"], *evidence.observations["item"], TOTAL}, key=order)
    result = compute(evidence.observations, measures, items=items).dropna(subset="value")
    result = result[[*KEY, "value"]].rename(columns={"value": "computed"})
    both = printed.reset_index().merge(result, on=list(KEY)).set_index("index")
    return both.assign(slack=slack(evidence, both)).dropna(subset="slack")
