"""How firm figures without a mark are taken to be, unless somebody says otherwise: the practice of BPS."""

from collections.abc import Iterable

import pandas as pd

from model.dimensions import Frequency, Measure, Status
from model.period import parse

QUARTERS = 4


def practice(periods: Iterable[str], newest: int) -> dict[str, Status]:
    """The status of each period: that of its year, where `newest` is the newest year that stands as a whole.

    Very preliminary are that year and what came after it, preliminary is the year before, final all that is older.

    >>> {period: status.value for period, status in practice(["2022", "2024-Q4", "2025", "2026-Q1"], 2025).items()}
    {'2022': 'final', '2024-Q4': 'preliminary', '2025': 'very_preliminary', '2026-Q1': 'very_preliminary'}
    """
    return {period: of_year(parse(period).year, newest) for period in periods}


def beside(rows: pd.DataFrame, edition: pd.DataFrame) -> dict[str, Status]:
    """The status of each period of some rows, by the newest whole year of their regions in them or in the edition."""
    own = edition[edition["region"].isin(rows["region"].unique())]
    newest = newest_whole_year(own, rows)
    return {} if newest is None else practice(rows["period"].unique(), newest)


def of_year(year: int, newest: int) -> Status:
    """The status of the figures of a year."""
    if year >= newest:
        return Status.VERY_PRELIMINARY
    return Status.PRELIMINARY if year == newest - 1 else Status.FINAL


def newest_whole_year(*tables: pd.DataFrame) -> int | None:
    """The newest year of which some table has the level of the year, or of all four quarters; else the newest of all.

    None where no table has a row.
    """
    rows = pd.concat([table.loc[table["measure"] == Measure.LEVEL, ["frequency", "period"]] for table in tables])
    rows = rows.drop_duplicates()
    if rows.empty:
        return None
    years = rows["period"].str[:4].astype(int)
    annual = years[rows["frequency"] == Frequency.A]
    quarters = years[rows["frequency"] == Frequency.Q].value_counts()
    whole = {*annual, *quarters[quarters == QUARTERS].index}
    return int(max(whole)) if whole else int(years.max())
