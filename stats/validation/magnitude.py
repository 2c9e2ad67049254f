"""Units: whether the figures of a table have the size that its stated unit would give them (C13).

Against the present edition where it knows the region, else against bounds for a region of its kind, else against the
other tables of the file. A wrong unit is wrong by a thousand, so that thirty times too large or small tells.
"""

import numpy as np
import pandas as pd

from model.dimensions import Frequency, Measure
from model.items import INDUSTRIES, THREE_GROUPS, TOTAL
from model.problems import Problem, Severity
from stats.validation.evidence import Evidence
from stats.validation.finding import problem, subject

TOO_FAR = 1.5
"""Powers of ten by which a table may differ from what is known of its region."""
BOUNDS = {2: (5_000.0, 10_000_000.0), 4: (100.0, 1_000_000.0)}
"""Annual total in billion rupiah: of a province (code of two digits), of a regency or city (four)."""
_TABLE = ["region", "approach", "table"]
_SERIES = ["region", "approach", "item"]
_LEAST_ITEMS = 9

Table = tuple[str, str, int]
"""A region and approach in a table of the file."""


def unit_suspect(evidence: Evidence, edition: pd.DataFrame, answered: bool = False) -> list[tuple[Problem, set[int]]]:
    """Tables of a size that their unit cannot mean, with their rows: blocks, and tells what would fit.

    With `answered`, a person has named the unit: it is a warning, and the rows stay.
    """
    if evidence.observations.empty:
        return []
    sized = _sized(evidence)
    by_edition, totals = _against_edition(sized, edition), _totals(sized)
    silent = {table: total for table, total in totals.items() if table not in by_edition}
    powers = _against_each_other(silent) | _against_bounds(silent) | by_edition
    tables = {_table(key): rows for key, rows in sized.groupby(_TABLE, sort=False, observed=True).groups.items()}
    found = []
    for table, rows in tables.items():
        apart = powers.get(table, 0.0)
        if abs(apart) > TOO_FAR:
            told = _suspicion(evidence, rows, apart, Severity.WARNING if answered else None)
            found.append((told, set() if answered else set(rows.tolist())))
    return found


def _suspicion(evidence: Evidence, rows: pd.Index, apart: float, severity: Severity | None) -> Problem:
    """The problem of one table, in the words of its largest figure: how many times smaller or larger would fit."""
    obs = evidence.observations
    largest = obs.loc[obs.loc[rows, "value"].abs().idxmax()]
    words = [str(largest[name]) for name in ("region", "item", "price_basis", "period")]
    low, high = BOUNDS.get(len(words[0]), (0.0, np.inf))
    times = f"{'÷' if apart > 0 else '×'} {1000 ** max(1, round(abs(apart) / 3))}"
    text = subject(*words, value=float(largest["value"]))
    return problem("unit_suspect", evidence.cells, rows.tolist(), text, f"{times} ({low:.0f} – {high:.0f})", severity)


def _table(key: object) -> Table:
    region, approach, table = key if isinstance(key, tuple) else ("", "", 0)
    return str(region), str(approach), int(table)


def _sized(evidence: Evidence) -> pd.DataFrame:
    """The observations with their table and `annual`, their size as of a whole year."""
    return _annual(evidence.observations).assign(table=evidence.cells["table"].to_numpy())


def _annual(obs: pd.DataFrame) -> pd.DataFrame:
    per_year = np.where(obs["frequency"] == Frequency.Q, 4.0, 1.0)
    return obs.assign(annual=obs["value"].abs() * per_year)


def _middle(sized: pd.DataFrame, keys: list[str]) -> pd.Series:
    """The median size of each series as a power of ten."""
    positive = sized[sized["annual"] > 0]
    return np.log10(positive.groupby(keys, sort=False, observed=True)["annual"].median())


def _against_edition(sized: pd.DataFrame, edition: pd.DataFrame) -> dict[Table, float]:
    """Powers of ten by which a table exceeds the present edition, as the median over its items, where it knows them."""
    own = (edition["measure"] == Measure.LEVEL) & edition["region"].isin(sized["region"].unique())
    reference = _middle(_annual(edition[own]), _SERIES).rename("there").reset_index()
    both = _middle(sized, [*_TABLE, "item"]).rename("here").reset_index().merge(reference, on=_SERIES)
    apart = (both["here"] - both["there"]).groupby([both[name] for name in _TABLE], sort=False).median()
    return {_table(key): float(powers) for key, powers in apart.items()}


def _totals(sized: pd.DataFrame) -> dict[Table, float]:
    """The annual total of each table in billion rupiah: TOTAL, else its three groups or at least nine industries."""
    keys = [*_TABLE, "price_basis", "period"]
    sums = [_complete(sized, keys, items) for items in ((TOTAL,), THREE_GROUPS, INDUSTRIES)]
    totals = pd.concat(sums, axis=1).bfill(axis=1).iloc[:, 0]
    middle = totals[totals > 0].groupby(level=list(range(len(_TABLE)))).median()
    return {_table(key): float(total) for key, total in middle.items()}


def _complete(sized: pd.DataFrame, keys: list[str], items: tuple[str, ...]) -> pd.Series:
    by_period = sized[sized["item"].isin(items)].groupby(keys, observed=True)["annual"]
    return by_period.sum()[by_period.count() >= min(len(items), _LEAST_ITEMS)]


def _against_bounds(totals: dict[Table, float]) -> dict[Table, float]:
    """Powers of ten beyond the bounds for a region of its kind, pushed past `TOO_FAR`."""
    powers = {}
    for table, total in totals.items():
        low, high = BOUNDS.get(len(table[0]), (0.0, np.inf))
        if total > high:
            powers[table] = float(np.log10(total / high)) + TOO_FAR
        elif total < low:
            powers[table] = -float(np.log10(low / total)) - TOO_FAR
    return powers


def _against_each_other(totals: dict[Table, float]) -> dict[Table, float]:
    """Powers of ten by which tables of one region lie apart, for those on the far side of its middle."""
    powers = {}
    for region in dict.fromkeys(table[0] for table in totals):
        sizes = {table: float(np.log10(total)) for table, total in totals.items() if table[0] == region}
        spread = max(sizes.values()) - min(sizes.values())
        middle = float(np.median(list(sizes.values())))
        for table, size in sizes.items():
            if spread > TOO_FAR and abs(size - middle) >= spread / 2 - 1e-9:
                powers[table] = float(np.copysign(spread, size - middle))
    return powers
