"""Two editions, one beside the other: what the second says otherwise, as if it were handed in."""

import pandas as pd

from model.observations import COLUMNS, KEY, WITHDRAWN

SIDES = ["approach", "price_basis", "frequency", "measure"]


def as_handed_in(difference: pd.DataFrame, newer: pd.DataFrame, region: str) -> pd.DataFrame:
    """What turns the first edition into the second: the tables of a region that differ, whole, as the one table.

    `difference` has KEY, `unit_a` and `status_b` of every key that differs, `newer` is the one table of the second
    edition; what the second lacks is withdrawn. A table is a side of the accounts, price basis, frequency and measure.
    """
    rows = difference[difference["region"] == region]
    sides = pd.MultiIndex.from_frame(rows[SIDES].drop_duplicates())
    own = newer[newer["region"] == region]
    gone = rows[rows["status_b"].isna()]
    taken = gone[list(KEY)].assign(value=float("nan"), unit=gone["unit_a"], status=WITHDRAWN, reason="")
    there = own.loc[pd.MultiIndex.from_frame(own[SIDES]).isin(sides)]
    return pd.concat([there, taken], ignore_index=True)[list(COLUMNS)] if len(taken) else there[list(COLUMNS)]
