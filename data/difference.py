"""What differs between two tables of one key, row by row."""

import pandas as pd

from model.observations import COLUMNS, KEY, WITHDRAWN

SAID = ("value", "unit", "status")


def difference(older: pd.DataFrame, newer: pd.DataFrame) -> pd.DataFrame:
    """Keys whose value, unit or status differ, in order: KEY, `value_a`, `value_b`, `change`, `unit_a` to `status_b`.

    `a` is the older, `b` the newer; what one of them lacks is missing there, and so is `change`, value_b less value_a.
    """
    a, b = (obs.set_index(list(KEY))[list(SAID)].add_suffix(side) for obs, side in ((older, "_a"), (newer, "_b")))
    both = a.join(b, how="outer").sort_index()
    same = pd.Series(True, index=both.index)
    for name in SAID:
        same &= both[f"{name}_a"].eq(both[f"{name}_b"]).fillna(False).astype(bool)
    found = both.loc[~same].assign(change=lambda rows: rows["value_b"] - rows["value_a"]).reset_index()
    columns = ["value_a", "value_b", "change", "unit_a", "unit_b", "status_a", "status_b"]
    return found[[*KEY, *columns]]


def giving_back(present: pd.DataFrame, older: pd.DataFrame) -> pd.DataFrame:
    """The rows that turn the present edition into an older one: what it said, and WITHDRAWN for what it did not have.

    Both are stacks (`data.edition`); so is the result, with the `release` of the older edition, empty where withdrawn.
    """
    changed = difference(present, older)
    gone = changed["status_b"].isna()
    keys = pd.MultiIndex.from_frame(changed.loc[~gone, list(KEY)])
    back = older.loc[pd.MultiIndex.from_frame(older[list(KEY)]).isin(keys)]
    taken = changed.loc[gone, list(KEY)].assign(
        value=float("nan"), unit=changed.loc[gone, "unit_a"], status=WITHDRAWN, reason="", release="", firm=True
    )
    return pd.concat([back.assign(firm=True), taken], ignore_index=True)[[*COLUMNS, "release", "firm"]]
