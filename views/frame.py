"""Result frames: the one table of some region, measure and items, with the figure as it is printed."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from math import isnan, nan

import pandas as pd

from model.dimensions import Approach, Frequency, Measure, PriceBasis
from model.items import COMPONENTS, GROUPS, INDUSTRIES, OTHERS, RESIDUAL, TOTAL
from model.rounding import shown
from stats.measures import compute

SHOWN = "shown"
BESIDE_OTHERS = ("TRADE", "SERVICES")
_PLACE = ("region", "approach", "price_basis", "period", "measure")
_IMPLICIT = {
    Measure.DEFLATOR,
    Measure.DEFLATOR_YOY,
    Measure.DEFLATOR_QTQ,
    Measure.DEFLATOR_CTC,
    Measure.VOLUME_EFFECT,
    Measure.PRICE_EFFECT,
    Measure.CROSS_EFFECT,
}

_MADE_OF: dict[str, tuple[str, ...]] = GROUPS | {
    OTHERS: ("TERTIARY", *GROUPS["TERTIARY"]),
    RESIDUAL: (*INDUSTRIES, *COMPONENTS),
}


def select(
    obs: pd.DataFrame,
    regions: Collection[str],
    frequency: Frequency | str,
    approach: Approach | str = Approach.PRODUCTION,
) -> pd.DataFrame:
    """The levels of some regions at one frequency and side of the accounts."""
    wanted = obs["region"].isin(list(regions)) & (obs["frequency"] == frequency) & (obs["approach"] == approach)
    return obs[wanted & (obs["measure"] == Measure.LEVEL)]


def basis_of(measure: Measure | str, basis: PriceBasis | str) -> PriceBasis:
    """The price basis that the rows of a measure carry, given the basis asked for."""
    if measure in _IMPLICIT:
        return PriceBasis.IMPLICIT
    return PriceBasis(basis)


def result(
    obs: pd.DataFrame,
    measure: Measure | str,
    items: Sequence[str],
    basis: PriceBasis | str = PriceBasis.CONSTANT_2010,
    periods: Collection[str] | None = None,
    base: int = 2010,
    last: str | None = None,
) -> pd.DataFrame:
    """The result frame of one measure: the one table with `shown`, for these items, basis and periods.

    `base` is the base year of an index and, with `last`, the first year of a compound average. Rows stand in BPS order;
    a row that cannot be computed is there, without value and with its reason.
    """
    span = (base, last) if last else None
    frame = compute(obs, [Measure(measure)], items=list(items), base=base, span=span)
    wanted = frame["price_basis"] == basis_of(measure, basis)
    if periods is not None:
        wanted &= frame["period"].isin(list(periods))
    return with_shown(frame[wanted].reset_index(drop=True))


def with_shown(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with the column `shown`: each value as printed; OTHERS as printed total minus printed parts."""
    printed = shown(frame["value"])
    items = frame["item"].tolist()
    if OTHERS not in items or TOTAL not in items:
        return frame.assign(**{SHOWN: printed})
    places = list(zip(*(frame[name] for name in _PLACE), strict=True))
    figures = dict(zip(zip(places, items, strict=True), printed, strict=True))
    for row, (place, item) in enumerate(zip(places, items, strict=True)):
        if item == OTHERS and not isnan(printed[row]):
            total, *parts = (figures.get((place, code), nan) for code in (TOTAL, *BESIDE_OTHERS))
            (left,) = shown([total - sum(parts)])
            printed[row] = printed[row] if isnan(left) else left
    return frame.assign(**{SHOWN: printed})


def at(frame: pd.DataFrame, item: str = TOTAL, period: str | None = None, region: str | None = None) -> pd.Series:
    """The one row of an item (and period, and region); a row of missing values where there is none."""
    wanted = frame["item"] == item
    if period is not None:
        wanted &= frame["period"] == period
    if region is not None:
        wanted &= frame["region"] == region
    rows = frame[wanted]
    return rows.iloc[0] if len(rows) else _absent(tuple(frame.columns))


@lru_cache(maxsize=8)
def _absent(columns: tuple[str, ...]) -> pd.Series:
    nothing: dict[str, object] = dict.fromkeys(columns, "")
    return pd.Series(nothing | {"value": float("nan"), SHOWN: float("nan")}, dtype=object)


def inputs(
    obs: pd.DataFrame,
    frame: pd.DataFrame,
    bases: Collection[str] | None = None,
    lead: int = 0,
    base: int | None = None,
) -> pd.Index:
    """The index of the observations that a result frame rests on: its regions, items and members, years and bases.

    `lead` is the number of years that a growth rate reaches back, `base` the base year of an index. A compound average
    rests on the first and the last year of its span, a group or a rest on what it is made of and on its own row.
    """
    items = set(frame["item"]) | {TOTAL}
    items |= {part for item in items for part in _MADE_OF.get(item, ())}
    years = {int(end[:4]) for text in frame.loc[frame["value"].notna(), "period"] for end in text.split("/")}
    years |= {year - step for year in years for step in range(1, lead + 1)} | ({base} if base and years else set())
    basis = set(frame["price_basis"]) if bases is None else set(bases)
    if PriceBasis.IMPLICIT in basis:
        basis |= {PriceBasis.CURRENT.value, PriceBasis.CONSTANT_2010.value}
    wanted = (
        obs["region"].isin(set(frame["region"]))
        & obs["item"].isin(items)
        & obs["price_basis"].isin(basis)
        & obs["frequency"].isin(set(frame["frequency"]))
        & obs["approach"].isin(set(frame["approach"]))
        & obs["period"].str[:4].isin({str(year) for year in years})
    )
    return obs.index[wanted]
