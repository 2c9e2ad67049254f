"""Revisions: what a table that is handed in changes in an edition, value by value and in growth."""

from enum import StrEnum

import numpy as np
import pandas as pd

from model.dimensions import Measure, Status
from model.observations import KEY, WITHDRAWN, empty
from model.rounding import shown
from stats.measures import compute
from stats.reasons import Floats

LEAST = 5e-5
"""Billion rupiah; less than this no table prints."""
COLUMNS: tuple[str, ...] = (
    *KEY, "unit", "kind", "before", "after", "size", "percent", "status_before", "status_after",
)  # fmt: skip
GROWTH: tuple[str, ...] = (*KEY, "before", "after", "change", "status_before", "status_after")
RATES: tuple[Measure, ...] = (Measure.YOY, Measure.QTQ)


class Kind(StrEnum):
    """What becomes of a value: not there before, there otherwise, taken out, or the same."""

    NEW = "new"
    REVISED = "revised"
    WITHDRAWN = "withdrawn"
    EQUAL = "equal"


def revision(edition: pd.DataFrame, submitted: pd.DataFrame) -> pd.DataFrame:
    """Every submitted row beside the edition: `COLUMNS`, in the order and by the index of `submitted`.

    Both are the one table; a submitted row of status WITHDRAWN has no value and takes its key out. Values in their
    own unit: `size` = after − before, `percent` of the absolute value before. `kind` is equal where both print the same
    at the coarser of their last digits, the second decimal at the coarsest. Missing where a side has no value, and
    `percent` where it was zero. A status of a row that is not there, or taken out, is empty.

    >>> from model.observations import levels
    >>> old, new = levels({"A": {"2023": 10.0, "2024": 11.0}}), levels({"A": {"2024": 11.5, "2025": 12.0}})
    >>> revision(old, new)[["period", "kind", "before", "after", "size"]].values.tolist()
    [['2024', 'revised', 11.0, 11.5, 0.5], ['2025', 'new', nan, 12.0, nan]]
    """
    there = _there(edition, submitted)
    before, after = there["value"].to_numpy(dtype=np.float64), submitted["value"].to_numpy(dtype=np.float64)
    taken = (submitted["status"] == WITHDRAWN).to_numpy()
    differs = differences(after, before, np.maximum(last_digit(after), last_digit(before)))
    kind = np.where(taken, np.where(np.isnan(before), Kind.EQUAL, Kind.WITHDRAWN), differs["kind"])
    result = submitted[[*KEY, "unit"]].assign(kind=kind, before=before, after=after)
    result = result.assign(size=differs["size"].to_numpy(), percent=differs["percent"].to_numpy())
    status = _status(there, submitted)
    return result.assign(
        status_before=there["status"].fillna("").to_numpy(), status_after=status.mask(taken, "").to_numpy()
    )[list(COLUMNS)]


def differences(after: Floats, before: Floats, half: Floats) -> pd.DataFrame:
    """`kind`, `size` and `percent` of values beside those before them: equal within `half` a unit of a last digit."""
    size = after - before
    kind = np.where(np.abs(size) > np.maximum(half, LEAST) * (1 + 1e-9), Kind.REVISED, Kind.EQUAL)
    with np.errstate(divide="ignore", invalid="ignore"):
        percent = np.where(before != 0, 100 * size / np.abs(before), np.nan)
    return pd.DataFrame({"kind": np.where(np.isnan(before), Kind.NEW, kind), "size": size, "percent": percent})


def last_digit(values: Floats) -> Floats:
    """Half a unit of the last digit that values are printed with: the second decimal, or more where they have more.

    >>> last_digit(np.array([12.5, 12.345])).tolist()
    [0.005, 0.0005]
    """
    half = np.full(values.shape, 0.005)
    for digits in range(3, 7):
        half[np.abs(values - np.round(values, digits - 1)) > 1e-9] = 0.5 * 10.0**-digits
    return half


def together(submitted: pd.DataFrame, edition: pd.DataFrame) -> pd.DataFrame:
    """The rows of both, the submitted ones in place of those of the edition."""
    return pd.concat([edition, submitted], ignore_index=True).drop_duplicates(list(KEY), keep="last")


def applied(edition: pd.DataFrame, submitted: pd.DataFrame) -> pd.DataFrame:
    """The edition as it would be: what is withdrawn is gone, and an unknown status gives way as in an edition."""
    rows = submitted.assign(status=_status(_there(edition, submitted), submitted))
    both = together(rows, edition)
    return both[both["status"] != WITHDRAWN].reset_index(drop=True)


def growth_revision(edition: pd.DataFrame, submitted: pd.DataFrame) -> pd.DataFrame:
    """Growth before and after, where it is printed otherwise or known on one side only: `GROWTH`, in order of the key.

    Per cent, `change` in percentage points: year on year, and of quarters on the quarter before, of the regions, sides
    and price bases that were submitted. The status of a side without the rate is empty.
    """
    sides = ["region", "approach", "price_basis", "frequency"]
    wanted = pd.MultiIndex.from_frame(submitted[sides].drop_duplicates())
    known = edition[pd.MultiIndex.from_frame(edition[sides]).isin(wanted)]
    before, after = _rates(known, "before"), _rates(applied(known, submitted), "after")
    both = before.join(after, how="outer").sort_index()
    differs = np.array(shown(both["before"])) != np.array(shown(both["after"]))
    found = both[differs].fillna({"status_before": "", "status_after": ""}).reset_index()
    return found.assign(change=found["after"] - found["before"])[list(GROWTH)]


def _rates(obs: pd.DataFrame, side: str) -> pd.DataFrame:
    """Every rate that is known, with its status, by its key."""
    levels = obs[obs["measure"] == Measure.LEVEL]
    rates = (empty() if levels.empty else compute(levels, RATES)).dropna(subset="value").set_index(list(KEY))
    return rates.rename(columns={"value": side, "status": f"status_{side}"})[[side, f"status_{side}"]]


def _there(edition: pd.DataFrame, submitted: pd.DataFrame) -> pd.DataFrame:
    """Value and status that the edition has for each submitted key."""
    own = edition[edition["region"].isin(submitted["region"].unique())].set_index(list(KEY))[["value", "status"]]
    return own.reindex(pd.MultiIndex.from_frame(submitted[list(KEY)]))


def _status(there: pd.DataFrame, submitted: pd.DataFrame) -> pd.Series:
    """The status that will stand: an unknown one never replaces a known one beside an equal value."""
    same = (there["value"].to_numpy() == submitted["value"].to_numpy()) & there["status"].notna().to_numpy()
    known = there["status"].fillna("").to_numpy()
    return submitted["status"].mask(same & (submitted["status"] == Status.UNKNOWN).to_numpy(), known)
