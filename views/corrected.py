"""What a correction says: which figures were wrong, since when, and what is right."""

import pandas as pd

from model.observations import KEY

COLUMNS = (*KEY, "value_a", "value_b", "change", "unit", "status_a", "status_b", "since", "since_edition")


def corrected(difference: pd.DataFrame, history: pd.DataFrame, edition: int) -> pd.DataFrame:
    """The figures that edition `edition` says otherwise than the one before: `COLUMNS`, the largest change first.

    `difference` is that of the two editions, `history` that of its figures at least (`data.store`). `value_a` was wrong
    from edition `since_edition` on, which took effect at `since` (text); nothing where the figure was not there.
    """
    earlier = history[history["edition"] < edition].drop_duplicates(list(KEY), keep="last")
    since = earlier.set_index(list(KEY))[["effective_at", "edition"]]
    since = since.rename(columns={"effective_at": "since", "edition": "since_edition"})
    found = difference.merge(since, how="left", left_on=list(KEY), right_index=True)
    was = found["value_a"].notna()
    found = found.assign(
        unit=found["unit_b"].fillna(found["unit_a"]),
        since=found["since"].where(was).fillna(""),
        since_edition=found["since_edition"].where(was).astype("Int64"),
    )
    order = found["change"].abs().fillna(-1.0).sort_values(ascending=False, kind="stable").index
    return found.loc[order, list(COLUMNS)].reset_index(drop=True)
