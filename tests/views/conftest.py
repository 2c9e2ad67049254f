"""What the tests of the views share: the shipped figures, and the pages of the walk, each made once."""

from collections.abc import Callable
from datetime import datetime
from functools import cache

import pandas as pd
import pytest

from data.store import JAKARTA, edition
from tests.views.walk import MEDAN, PAGES, SUMUT, Seen, states
from views.view import State

GATHERED = datetime(2026, 11, 25, tzinfo=JAKARTA)


@pytest.fixture(scope="session")
def shipped() -> pd.DataFrame:
    """The observations of the edition of the day after the tables were gathered."""
    return edition(now=GATHERED).observations


@pytest.fixture(scope="session")
def of_regions(shipped: pd.DataFrame) -> Callable[..., pd.DataFrame]:
    """The production side of some regions: all that a page of theirs rests on, and quicker to go through."""

    @cache
    def cut(*regions: str) -> pd.DataFrame:
        return shipped[shipped["region"].isin(regions) & (shipped["approach"] == "production")]

    return cut


@pytest.fixture(scope="session")
def see(of_regions: Callable[..., pd.DataFrame]) -> Callable[..., Seen]:
    """A page in a state, made once."""

    @cache
    def look(page: str, state: State) -> Seen:
        obs = of_regions(*sorted({state.region, state.compare}))
        return Seen(page, state, PAGES[page].view(obs, state), obs)

    return look


@pytest.fixture(scope="session")
def walk(see: Callable[..., Seen], of_regions: Callable[..., pd.DataFrame]) -> tuple[Seen, ...]:
    """Every page of the walk."""
    return tuple(see(page, state) for page, state in dict.fromkeys(states(of_regions)))


@pytest.fixture(scope="session")
def medan(of_regions: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    return of_regions(MEDAN)


@pytest.fixture(scope="session")
def sumut(of_regions: Callable[..., pd.DataFrame]) -> pd.DataFrame:
    return of_regions(SUMUT)
