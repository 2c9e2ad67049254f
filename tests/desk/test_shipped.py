"""Every shipped table, examined as if it were handed in, beside those before it: what is told is known and right."""

from collections import Counter

import pandas as pd
import pytest

from data.reading import Reading
from data.shipped import ShippedTable, read_all
from data.workbook import Answers
from desk.examine import examined
from model.observations import KEY, empty
from model.problems import Severity

TABLES = read_all()
WARNED: dict[str, dict[str, int]] = {
    "01": {"missing_industry": 2, "missing_period": 2},  # single values that later ones replaced
    "02": {"implausible_growth": 1},  # government of 1219 in 2011
    "03": {"implausible_growth": 5},  # four governments of 2011 to 2013, 1203 in 2013
    "05": {"swapped_quarters": 2},  # 2019 and 2020 (docs/decisions/0007)
    "10": {"implausible_growth": 1},  # 1203 in 2013
    "14": {"missing_period": 1},  # 1221 lacks 2023
    "15": {"implausible_growth": 1},  # transport, 2022
    "16": {"growth_unlike_history": 1, "implausible_growth": 2},  # 2020 and 2021, transport and accommodation
    "17": {"regions_differ": 1},  # trade: the regencies add to 5.03 per cent more than the province
}


def reading(table: ShippedTable) -> Reading:
    """The table as a reader would hand it over: each figure in a cell of its own."""
    obs = table.observations.reset_index(drop=True)
    level = obs["measure"] == "level"
    series = obs.groupby(["region", "approach", "price_basis", "frequency", "measure"], sort=False).ngroup()
    cells = pd.DataFrame(
        {
            "sheet": obs["region"],
            "cell": [f"C{row}" for row in range(1, len(obs) + 1)],
            "digits": [len(f"{value!r}".removesuffix(".0").partition(".")[2]) for value in obs["value"].tolist()],
            "table": series + 1,
        }
    )
    parts = (frame[kept].reset_index(drop=True) for frame in (obs, cells) for kept in (level, ~level))
    levels, printed, of_levels, of_printed = parts
    return Reading(levels, printed, (), of_levels, of_printed)


def before(table: ShippedTable) -> pd.DataFrame:
    earlier = [one.observations for one in TABLES if one.order < table.order]
    stacked = pd.concat([empty(), *earlier], ignore_index=True)
    return stacked.drop_duplicates(list(KEY), keep="last").reset_index(drop=True)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.id)
def test_what_is_told_of_published_tables_is_known(table: ShippedTable) -> None:
    found = examined(reading(table), before(table), Answers())
    assert {problem.severity for problem in found.problems} <= {Severity.WARNING, Severity.INFO}
    warned = Counter(problem.code for problem in found.problems if problem.severity == Severity.WARNING)
    assert warned == WARNED.get(table.id[:2], {})
