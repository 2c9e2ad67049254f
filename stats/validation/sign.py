"""Signs: value added and components are not negative, imports are stored positive (C8)."""

from model.items import OTHERS, RESIDUAL
from model.problems import Problem
from stats.validation.evidence import Evidence
from stats.validation.finding import problem, subject

MAY_BE_NEGATIVE = ("INV", "NX", "NX_REGIONAL", OTHERS, RESIDUAL)


def negative_value(evidence: Evidence) -> list[Problem]:
    """C8: nothing is negative but changes in inventories and net exports. An error, one an item and price basis."""
    obs = evidence.observations
    head = obs["item"].str.split(".").str[0]
    negative = obs[(obs["value"] < 0) & ~head.isin(MAY_BE_NEGATIVE)]
    found = []
    for _, rows in negative.groupby(["region", "item", "price_basis"], sort=False, observed=True):
        worst = rows.iloc[int(rows["value"].argmin())]
        words = (str(worst[name]) for name in ("region", "item", "price_basis", "period"))
        text = subject(*words, value=float(worst["value"]), more=len(rows) - 1)
        found.append(problem("negative_value", evidence.cells, rows.index.tolist(), text, "≥ 0"))
    return found
