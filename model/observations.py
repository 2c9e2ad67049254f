"""The one table: every figure of the program is a row of it.

`stats/` takes this table and returns this table; charts and exports know no other shape.
"""

from collections.abc import Mapping
from enum import StrEnum

import pandas as pd

from model import items, period
from model.dimensions import Approach, Frequency, Measure, PriceBasis, Status, Unit

# Pages cut small tables out of small tables: Python's own strings take two thirds of the time that Arrow's do.
pd.set_option("mode.string_storage", "python")

KEY: tuple[str, ...] = ("region", "approach", "item", "price_basis", "frequency", "period", "measure")
COLUMNS: tuple[str, ...] = (*KEY, "value", "unit", "status", "reason")
WITHDRAWN = "withdrawn"
"""The status of a row without value that takes its key out of later editions; in the store and on its way there."""

_CODED: dict[str, type[StrEnum]] = {
    "approach": Approach,
    "price_basis": PriceBasis,
    "frequency": Frequency,
    "measure": Measure,
    "unit": Unit,
    "status": Status,
}


def empty() -> pd.DataFrame:
    """The one table without a row."""
    return pd.DataFrame({name: pd.Series(dtype="float64" if name == "value" else "str") for name in COLUMNS})


def levels(
    figures: Mapping[str, Mapping[str, float]],
    region: str = "1275",
    approach: str = "production",
    price_basis: str = "constant_2010",
    status: str = "final",
) -> pd.DataFrame:
    """Levels in billion rupiah as the one table, from `{item: {period: value}}`.

    >>> levels({"TOTAL": {"2023-Q1": 5.0}})[["item", "frequency", "period", "value"]].values.tolist()
    [['TOTAL', 'Q', '2023-Q1', 5.0]]
    """
    rows = [
        (region, approach, item, price_basis, period.parse(when).frequency.value, when, "level", float(value),
         Unit.BILLION_IDR.value, status, "")
        for item, series in figures.items()
        for when, value in series.items()
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS)) if rows else empty()


def check(obs: pd.DataFrame) -> pd.DataFrame:
    """`obs` itself when it is a well-formed one table; else a ValueError that names what does not fit.

    Columns and their order, float values, known codes, well-formed periods of the stated frequency, unique keys,
    and a value or a reason in every row.
    """
    if tuple(obs.columns) != COLUMNS:
        raise ValueError(f"columns are {list(obs.columns)}, expected {list(COLUMNS)}")
    if obs["value"].dtype != "float64":
        raise ValueError(f"value is {obs['value'].dtype}, expected float64")
    for name, kind in _CODED.items():
        unknown = set(obs[name].unique()) - {member.value for member in kind}
        if unknown:
            raise ValueError(f"unknown {name}: {sorted(map(str, unknown))}")
    strange = [item for item in obs["item"].unique() if not items.known(item)]
    if strange:
        raise ValueError(f"unknown item: {strange}")
    _check_periods(obs)
    repeated = obs.duplicated(list(KEY), keep=False)
    if repeated.any():
        raise ValueError(f"key stands twice: {obs.loc[repeated, list(KEY)].iloc[0].to_dict()}")
    bare = obs["value"].isna() & (obs["reason"] == "")
    if bare.any():
        raise ValueError(f"neither value nor reason: {obs.loc[bare, list(KEY)].iloc[0].to_dict()}")
    return obs


def _check_periods(obs: pd.DataFrame) -> None:
    """Each period is well formed and of its row's frequency; a CAGR spans two years, `2021/2025`."""
    for text, frequency in obs[["period", "frequency"]].drop_duplicates().itertuples(index=False):
        for end in str(text).split("/"):
            if period.parse(end).frequency != frequency:
                raise ValueError(f"period {text!r} does not fit frequency {frequency!r}")
