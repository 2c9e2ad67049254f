"""The single door to the statistics: any measures of any items of the one table, which is aligned once for all."""

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import pandas as pd

from model.dimensions import Measure
from stats import contribution, deflator, growth, level, structure
from stats.derived import Sets
from stats.series import Span, cagr_cells, index_cells
from stats.tidy import Statistic, table


def compute(
    obs: pd.DataFrame,
    measures: Iterable[Measure | str],
    items: Sequence[str] | None = None,
    sets: Sets | None = None,
    base: int = 2010,
    span: Span | None = None,
) -> pd.DataFrame:
    """These measures of the levels in `obs`, as the one table.

    Levels in, units as `model.dimensions.UNITS` says. `items`: what stands and TOTAL but no groups (and RESIDUAL among
    contributions) when None; else any codes, groups, OTHERS (of production: TOTAL less TRADE and SERVICES) and RESIDUAL
    among them. `sets` names further sums: `{"FARMS_AND_MINES": ("A", "B")}`. `base` is the year of `index`, `span` the
    years of `cagr`. Rows are rectangular: items that stand in a panel (region, approach, price basis, frequency) × the
    periods from its first to its last; `share` and the deflators take both price bases for one panel; `level` and
    `per_capita` give the rows that stand, but groups and sets rectangular. What cannot be computed has no value and a
    reason, and the status `unknown` where an input is missing.

    >>> from model.observations import levels
    >>> obs = levels({"A": {"2022": 10.0, "2023": 12.0}, "TOTAL": {"2022": 100.0, "2023": 105.0}})
    >>> compute(obs, ["yoy", "share"], items=["A"]).query("price_basis == 'constant_2010'")["value"].round(4).tolist()
    [10.0, nan, 11.4286, 20.0]
    """
    available: Mapping[Measure, Statistic] = {
        **level.STATISTICS,
        **growth.STATISTICS,
        **contribution.STATISTICS,
        **structure.STATISTICS,
        **deflator.STATISTICS,
        Measure.INDEX: partial(index_cells, base=base),
        Measure.CAGR: partial(cagr_cells, span=span or (None, None)),
    }
    return table(obs, {Measure(measure): available[Measure(measure)] for measure in measures}, items, sets)
