"""The file beside the present edition: what is new, equal or revised, and growth unlike the region's own history."""

from collections import defaultdict
from collections.abc import Hashable
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from model.dimensions import Measure, PriceBasis
from model.items import INDUSTRIES, TOTAL
from model.observations import KEY
from model.problems import Problem, Severity
from stats.growth import yoy
from stats.measures import compute
from stats.reasons import Floats
from stats.revision import differences, last_digit, together
from stats.validation.evidence import Evidence
from stats.validation.finding import Odd, figure, gathered, problem, subject

Provinces = dict[tuple[str, str, str, str], float]
"""A rate by province, approach, frequency and period."""
PROVINCE_DIGITS = 2
DEVIATIONS = 5.0
LEAST_HISTORY = 5
LEAST_APART = {TOTAL: 3.0}
_ITEM_APART = 10.0
AGAINST_PROVINCE = 2.0
SHIFTED_POINT = 0.02
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
    differs = differences(obs["value"].to_numpy(), there, np.maximum(evidence.half_units, last_digit(there)))
    result = obs[[*KEY, "value"]].assign(edition=there).join(differs)
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
        shifted = _powers_apart(rows)
        told = rows[shifted != 0] if (shifted != 0).any() else rows
        worst = told.iloc[int(told["percent"].abs().fillna(0.0).argmax())]
        words = (str(worst[name]) for name in ("region", "item", "price_basis", "period"))
        text = subject(*words, value=float(worst["value"]), more=len(rows) - 1)
        severity = Severity.WARNING if (shifted != 0).any() else None
        size = _size(worst, int(shifted[rows.index.get_loc(worst.name)]))
        found.append(problem("revised_value", evidence.cells, rows.index.tolist(), text, size, severity))
    return found


def growth_unlike_history(evidence: Evidence, comparison: pd.DataFrame, edition: pd.DataFrame) -> list[Problem]:
    """New or revised growth, at constant prices, far from the region's own history or against the province. A warning.

    Far: more than five median deviations from the median of the region's growth, and at least three points for the
    total, ten for an industry. Against the province: the total grows where the province's shrinks, or the other way
    round, two points apart.
    """
    known = set(edition["region"].unique())
    there = known | set(comparison["region"].unique())
    changed = comparison[
        (comparison["region"].isin(known) | comparison["region"].str[:PROVINCE_DIGITS].isin(there))
        & (comparison["kind"] != "equal")
        & (comparison["price_basis"] == "constant_2010")
        & comparison["growth_after"].notna()
        & comparison["item"].isin([TOTAL, *INDUSTRIES])
    ]
    if changed.empty:
        return []
    history = _history(edition, changed)
    provinces = province_growth(edition, evidence.observations, Measure.YOY, PriceBasis.CONSTANT_2010)
    odd = []
    for row, entry in zip(changed.index.tolist(), changed.to_dict("records"), strict=True):
        series = (entry["region"], entry["approach"], entry["item"], entry["frequency"])
        province = entry["region"][:PROVINCE_DIGITS]
        beside = provinces.get((province, entry["approach"], entry["frequency"], entry["period"]))
        unlike = _unlike(entry, history.get(series, np.array([])), beside)
        if unlike:
            odd.append((series[:3], _odd(entry, row, *unlike)))
    return gathered("growth_unlike_history", evidence.cells, _by_series(odd))


def _levels(edition: pd.DataFrame, obs: pd.DataFrame) -> pd.DataFrame:
    own = (edition["measure"] == Measure.LEVEL) & edition["region"].isin(obs["region"].unique())
    return edition[own & edition["approach"].isin(obs["approach"].unique())]


def _growth(levels: pd.DataFrame, wanted: pd.DataFrame) -> Floats:
    if levels.empty:
        return np.full(len(wanted), np.nan)
    keys = [name for name in KEY if name != "measure"]
    rates = yoy(levels).set_index(keys)["value"]
    return rates.reindex(pd.MultiIndex.from_frame(wanted[keys])).to_numpy(dtype=np.float64)


def _size(worst: pd.Series, power: int) -> str:
    """The value of the edition, and how far the file is from it: as a power of ten, or in per cent where it has one."""
    if power:
        return f"{figure(worst['edition'])} ({'×' if power > 0 else '÷'} {10 ** abs(power)})"
    percent = "" if np.isnan(worst["percent"]) else f" ({worst['percent']:+.2f} %)"
    return f"{figure(worst['edition'])}{percent}"


def _powers_apart(rows: pd.DataFrame) -> NDArray[np.int64]:
    """By how many powers of ten each value lies beside that of the edition; 0 where it is none."""
    with np.errstate(divide="ignore", invalid="ignore"):
        ratio = rows["value"].to_numpy() / rows["edition"].to_numpy()
        powers = np.log10(np.where(ratio > 0, ratio, 1.0))
    whole = np.round(powers)
    return np.where(np.abs(powers - whole) < SHIFTED_POINT, whole, 0).astype(np.int64)


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


def province_growth(edition: pd.DataFrame, obs: pd.DataFrame, measure: Measure, basis: PriceBasis) -> Provinces:
    """A rate of the total of each province that the file is in, with the file's levels in place of the edition's."""
    provinces = {region[:PROVINCE_DIGITS] for region in obs["region"].unique()}
    both = together(obs[obs["region"].isin(provinces)], edition[edition["region"].isin(provinces)])
    levels = both[(both["item"] == TOTAL) & (both["measure"] == Measure.LEVEL)]
    if levels.empty:
        return {}
    rates = compute(levels, [measure]).dropna(subset="value")
    rates = rates[rates["price_basis"] == basis]
    keys = zip(rates["region"], rates["approach"], rates["frequency"], rates["period"], strict=True)
    return dict(zip(keys, rates["value"].tolist(), strict=True))


def _unlike(entry: dict[Hashable, Any], rates: Floats, province: float | None) -> tuple[str, float] | None:
    """What would have been usual, where the growth of an entry is not, and how far from it that is."""
    growth = entry["growth_after"]
    if len(rates) >= LEAST_HISTORY:
        middle = float(np.median(rates))
        spread = DEVIATIONS * float(np.median(np.abs(rates - middle)))
        width = max(spread, LEAST_APART.get(entry["item"], _ITEM_APART))
        if abs(growth - middle) > width:
            return f"{middle:.2f} ± {width:.2f}", abs(growth - middle)
    regency = len(entry["region"]) > PROVINCE_DIGITS and entry["item"] == TOTAL
    if regency and province is not None and growth * province < 0 and abs(growth - province) > AGAINST_PROVINCE:
        return f"{entry['region'][:PROVINCE_DIGITS]}: {province:.2f}", abs(growth - province)
    return None


def _odd(entry: dict[Hashable, Any], row: int, expected: str, apart: float) -> Odd:
    words = (str(entry[name]) for name in ("region", "item", "price_basis", "period"))
    group = str(entry["region"]), str(entry["approach"])
    return Odd(group, f"{subject(*words)}: {entry['growth_after']:.2f}", expected, apart, [row])


def _by_series(odd: list[tuple[tuple[str, str, str], Odd]]) -> list[Odd]:
    """The entries of one series as one, in the words of the one that is furthest off."""
    series: dict[tuple[str, str, str], list[Odd]] = defaultdict(list)
    for name, one in odd:
        series[name].append(one)
    worst = [max(entries, key=lambda one: one.weight) for entries in series.values()]
    rows = [[row for one in entries for row in one.rows] for entries in series.values()]
    return [one._replace(rows=own) for one, own in zip(worst, rows, strict=True)]
