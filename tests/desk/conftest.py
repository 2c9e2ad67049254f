"""Readings as the reader hands them over, of figures that are made up."""

from collections.abc import Callable, Mapping

import pandas as pd
import pytest

from data.workbook import Reading
from model.observations import empty, levels
from model.problems import Problem

FIGURES = {"G": {"2023": 45976.43, "2024": 47341.7}, "TOTAL": {"2023": 174180.55, "2024": 183014.42}}


@pytest.fixture
def reading() -> Callable[..., Reading]:
    """One table of a sheet: items from row 5 on, periods from column C on."""

    def of(
        figures: Mapping[str, Mapping[str, float]] = FIGURES, problems: tuple[Problem, ...] = (), **dimensions: str
    ) -> Reading:
        obs = levels(figures, **dimensions)
        rows = list(figures)
        columns = sorted({period for series in figures.values() for period in series})
        names = [
            f"{chr(67 + columns.index(period))}{5 + rows.index(item)}"
            for item, period in zip(obs["item"], obs["period"], strict=True)
        ]
        cells = pd.DataFrame({"sheet": "Lampiran", "cell": names, "digits": 2, "table": 1})
        return Reading(obs, empty(), problems, cells, cells[:0])

    return of
