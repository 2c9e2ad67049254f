"""Result frames typed by hand: what a view hands to a chart."""

from collections.abc import Callable, Iterable
from math import nan

import pandas as pd
import pytest

from model.dimensions import UNITS
from model.items import INDUSTRIES
from model.observations import COLUMNS

Result = pd.DataFrame
STATUS = {"2024": "preliminary", "2025": "very_preliminary"}


@pytest.fixture
def result() -> Callable[..., Result]:
    """A result frame of rows (region, item, period, value, shown); a value of None is missing."""

    def build(rows: Iterable[tuple], measure: str = "yoy", reasons: dict[str, str] | None = None) -> Result:
        table = []
        for region, item, period, value, shown in rows:
            reason = (reasons or {}).get(item, "missing_input" if value is None else "")
            status = STATUS.get(period[:4], "final")
            frequency = "Q" if "Q" in period else "A"
            number = nan if value is None else float(value)
            key = (region, "production", item, "constant_2010", frequency, period, measure)
            table.append((*key, number, UNITS[measure], status, reason, nan if shown is None else float(shown)))
        return pd.DataFrame(table, columns=[*COLUMNS, "shown"])

    return build


@pytest.fixture
def growth(result) -> Result:
    """Growth of the total of Medan as published, and one missing year."""
    printed = {
        "2018": 5.92,
        "2019": 5.93,
        "2020": -1.98,
        "2021": None,
        "2022": 4.71,
        "2023": 5.04,
        "2024": 5.07,
        "2025": 5.10,
    }
    return result([("1275", "TOTAL", period, value, value) for period, value in printed.items()])


@pytest.fixture
def contributions(result) -> Result:
    """Three groups and the total; the value of OTHERS in 2025 would round to 0,36, printed parts leave 0,37."""
    table = {
        "2022": (1.26, 2.61, 0.84, 0.84, 4.71),
        "2023": (1.40, 2.42, 1.22, 1.22, 5.04),
        "2024": (0.79, 2.84, 1.44, 1.44, 5.07),
        "2025": (1.92, 2.81, 0.364, 0.37, 5.10),
    }
    rows = []
    for period, (trade, services, others, others_shown, total) in table.items():
        rows += [("1275", "TRADE", period, trade, trade), ("1275", "SERVICES", period, services, services)]
        rows += [("1275", "OTHERS", period, others, others_shown), ("1275", "TOTAL", period, total, total)]
    return result(rows, "contribution_yoy")


@pytest.fixture
def industries(result) -> Result:
    """Growth of 17 industries and the total in 2025: one negative, one missing, one of a small base."""
    values: dict[str, float | None] = {code: 1.0 + place for place, code in enumerate(INDUSTRIES)}
    values |= {"F": -0.21, "K": None, "TOTAL": 5.10}
    rows = [("1275", code, "2025", value, value) for code, value in values.items()]
    return result(rows, reasons={"B": "small_base"})
