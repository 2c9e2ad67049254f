"""What the tests of the statistics share: the shipped figures, and the look-up of one row of a result."""

from collections.abc import Callable
from datetime import datetime

import pandas as pd
import pytest

from data.store import JAKARTA, edition

GATHERED = datetime(2026, 11, 25, tzinfo=JAKARTA)


@pytest.fixture(scope="session")
def shipped() -> pd.DataFrame:
    """The observations of the edition of the day after the tables were gathered."""
    return edition(now=GATHERED).observations


@pytest.fixture(scope="session")
def medan(shipped: pd.DataFrame) -> pd.DataFrame:
    return shipped[shipped["region"] == "1275"]


@pytest.fixture(scope="session")
def sumut(shipped: pd.DataFrame) -> pd.DataFrame:
    return shipped[shipped["region"] == "12"]


@pytest.fixture(scope="session")
def row() -> Callable[..., pd.Series]:
    """The one row of a result that fits; more or fewer than one is a failure."""

    def find(result: pd.DataFrame, **key: str) -> pd.Series:
        fits = result
        for name, text in key.items():
            fits = fits[fits[name] == text]
        assert len(fits) == 1, f"{len(fits)} rows for {key}"
        return fits.iloc[0]

    return find
