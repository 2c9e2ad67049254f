"""The file beside the present edition: what is new, equal or revised, and growth unlike the region's own history."""

from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd

from model.dimensions import Measure
from model.items import INDUSTRIES, TOTAL
from model.observations import KEY
from model.problems import Problem, Severity
from stats.growth import yoy
from stats.reasons import Floats, Mask
from stats.validation.evidence import Evidence
from stats.validation.finding import figure, problem, subject

PROVINCE_DIGITS = 2
DEVIATIONS = 5.0
LEAST_HISTORY = 5
LEAST_APART = {TOTAL: 3.0}
_ITEM_APART = 10.0
AGAINST_PROVINCE = 2.0
SHIFTED_POINT = 0.02
LEAST_REVISION = 5e-5
"""Billion rupiah; less than this no table prints."""
COMPARISON = (*KEY, "value", "edition", "kind", "size", "percent", "growth_before", "growth_after")


def compare(evidence: Evidence, edition: pd.DataFrame) -> pd.DataFrame:
    """Every level of the file beside the edition, by the same rows.

    Billion rupiah. `kind` is new (no such key in the edition), equal (the same within half a unit of the coarser last
    digit) or revised; `size` = file − edition, `percent` of the edition; growth year on year as the edition has it and
    as it would be with the file. Missing where the edition has no value or growth is not defined.
    """
    obs = evidence.observations
    known = _levels(edition, obs)
    there = known.set_index(list(KEY))["value"].reindex(pd.MultiIndex.from_frame(obs[list(KEY)])).to_numpy()
    size = obs["value"].to_numpy() - there
    half = np.maximum(np.maximum(evidence.half_units, _edition_half(there)), LEAST_REVISION)
    kind = np.where(np.isnan(there), "new", np.where(np.abs(size) > half * (1 + 1e-9), "revised", "equal"))
    with np.errstate(divide="ignore", invalid="ignore"):
        percent = np.where(there != 0, 100 * size / np.abs(there), np.nan)
    result = obs[[*KEY, "value"]].assign(edition=there, kind=kind, size=size, percent=percent)
    return result.assign(
        growth_before=_growth(known, result), growth_after=_growth(together(obs, known), result)
    )[list(COMPARISON)]  # fmt: skip


def revised_value(evidence: Evidence, comparison: pd.DataFrame) -> list[Problem]:
    """Values that the edition has otherwise: told, one a region, approach and price basis, in the words of the largest.

    A warning where a value is ten, a hundred … times that of the edition: a shifted decimal point, or another unit.
    """
    revised = comparison[comparison["kind"] == "revised"]
    found = []
    for _, rows in revised.groupby(["region", "approach", "price_basis"], sort=False, observed=True):
        worst = rows.iloc[int(rows["percent"].abs().fillna(0.0).argmax())]
        words = (str(worst[name]) for name in ("region", "item", "price_basis", "period"))
        text = subject(*words, value=float(worst["value"]), more=len(rows) - 1)
        severity = Severity.WARNING if _point_shifted(rows).any() else None
        told = problem("revised_value", evidence.cells, rows.index.tolist(), text, figure(worst["edition"]), severity)
        found.append(told)
    return found


def growth_unlike_history(evidence: Evidence, comparison: pd.DataFrame, edition: pd.DataFrame) -> list[Problem]:
    """New or revised growth, at constant prices, far from the region's own history or against the province. A warning.

    Far: more than five median deviations from the median of the region's growth, and at least three points for the
    total, ten for an industry. Against the province: the total grows where the province's shrinks, or the other way
    round, two points apart.
    """
    known = set(edition["region"].unique())
    provinces = known | set(comparison["region"].unique())
    changed = comparison[
        (comparison["region"].isin(known) | comparison["region"].str[:PROVINCE_DIGITS].isin(provinces))
        & (comparison["kind"] != "equal")
        & (comparison["price_basis"] == "constant_2010")
        & comparison["growth_after"].notna()
        & comparison["item"].isin([TOTAL, *INDUSTRIES])
    ]
    if changed.empty:
        return []
    history = _history(edition, changed)
    province = _of_province(edition, evidence.observations)
    found = []
    for row, entry in zip(changed.index.tolist(), changed.to_dict("records"), strict=True):
        rates = history.get((entry["region"], entry["approach"], entry["item"], entry["frequency"]), np.array([]))
        expected = _unlike(entry, rates, province.get((entry["approach"], entry["frequency"], entry["period"])))
        if expected:
            words = (str(entry[name]) for name in ("region", "item", "price_basis", "period"))
            text = f"{subject(*words)}: {entry['growth_after']:.2f}"
            found.append(problem("growth_unlike_history", evidence.cells, [row], text, expected))
    return found


def together(obs: pd.DataFrame, known: pd.DataFrame) -> pd.DataFrame:
    """The edition with the values of the file in place of its own."""
    return pd.concat([known, obs], ignore_index=True).drop_duplicates(list(KEY), keep="last")


def _levels(edition: pd.DataFrame, obs: pd.DataFrame) -> pd.DataFrame:
    own = (edition["measure"] == Measure.LEVEL) & edition["region"].isin(obs["region"].unique())
    return edition[own & edition["approach"].isin(obs["approach"].unique())]


def _edition_half(there: Floats) -> Floats:
    """Half a unit of the last digit of values of the edition: the second decimal, or more where they have more."""
    half = np.full(there.shape, 0.005)
    for digits in range(3, 7):
        half[np.abs(there - np.round(there, digits - 1)) > 1e-9] = 0.5 * 10.0**-digits
    return half


def _growth(levels: pd.DataFrame, wanted: pd.DataFrame) -> Floats:
    if levels.empty:
        return np.full(len(wanted), np.nan)
    keys = [name for name in KEY if name != "measure"]
    rates = yoy(levels).set_index(keys)["value"]
    return rates.reindex(pd.MultiIndex.from_frame(wanted[keys])).to_numpy(dtype=np.float64)


def _point_shifted(rows: pd.DataFrame) -> Mask:
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = rows["value"].to_numpy() / rows["edition"].to_numpy()
        powers = np.log10(np.where(ratio > 0, ratio, 1.0))
    shifted: Mask = (np.abs(powers) > 0.5) & (np.abs(powers - np.round(powers)) < SHIFTED_POINT)
    return shifted


def _history(edition: pd.DataFrame, changed: pd.DataFrame) -> dict[tuple[str, ...], Floats]:
    """Growth year on year of each series in the edition, without the periods that are compared."""
    known = _levels(edition, changed)
    rates = yoy(known[known["price_basis"] == "constant_2010"]).dropna(subset="value")
    keys = ["region", "approach", "item", "frequency"]
    compared = pd.MultiIndex.from_frame(changed[[*keys, "period"]])
    rates = rates[~pd.MultiIndex.from_frame(rates[[*keys, "period"]]).isin(compared)]
    groups = rates.groupby(keys, sort=False, observed=True)["value"]
    return {_series(key): rows.to_numpy() for key, rows in groups}


def _series(key: object) -> tuple[str, ...]:
    return tuple(map(str, key)) if isinstance(key, tuple) else (str(key),)


def _of_province(edition: pd.DataFrame, obs: pd.DataFrame) -> dict[tuple[str, ...], float]:
    """Growth of the province's total by approach, frequency and period, with the file where it has the province."""
    provinces = {region[:PROVINCE_DIGITS] for region in obs["region"].unique()}
    both = together(obs[obs["region"].isin(provinces)], edition[edition["region"].isin(provinces)])
    kept = both[(both["item"] == TOTAL) & (both["price_basis"] == "constant_2010") & (both["measure"] == Measure.LEVEL)]
    if kept.empty:
        return {}
    rates = yoy(kept).dropna(subset="value")
    keys = zip(rates["approach"], rates["frequency"], rates["period"], strict=True)
    return dict(zip(keys, rates["value"].tolist(), strict=True))


def _unlike(entry: dict[Hashable, Any], rates: Floats, province: float | None) -> str:
    """What would have been usual, where the growth of an entry is not; else nothing."""
    growth = entry["growth_after"]
    if len(rates) >= LEAST_HISTORY:
        middle = float(np.median(rates))
        spread = DEVIATIONS * float(np.median(np.abs(rates - middle)))
        width = max(spread, LEAST_APART.get(entry["item"], _ITEM_APART))
        if abs(growth - middle) > width:
            return f"{middle:.2f} ± {width:.2f}"
    regency = len(entry["region"]) > PROVINCE_DIGITS and entry["item"] == TOTAL
    if regency and province is not None and growth * province < 0 and abs(growth - province) > AGAINST_PROVINCE:
        return f"{entry['region'][:PROVINCE_DIGITS]}: {province:.2f}"
    return ""
