"""The walk through the pages reaches everything that the pages offer."""

from collections.abc import Callable
from itertools import product

import pandas as pd
import pytest

from tests.views.walk import DENSE, MEDAN, PAGES, SUMUT, Seen, first
from text.lookup import LANGUAGES, regions
from views.period import periods
from views.view import State


def test_every_region_opens_every_page(walk: tuple[Seen, ...]) -> None:
    assert {(seen.page, seen.state.region) for seen in walk} == set(product(PAGES, regions()))


def test_both_languages_say_every_page_and_region(walk: tuple[Seen, ...]) -> None:
    assert {(seen.page, seen.state.lang) for seen in walk} == set(product(PAGES, LANGUAGES))
    assert {(seen.state.region, seen.state.lang) for seen in walk} == set(product(regions(), LANGUAGES))


@pytest.mark.parametrize("region", DENSE)
def test_every_measure_and_basis_is_shown(walk: tuple[Seen, ...], shipped: pd.DataFrame, region: str) -> None:
    for page, times in product(PAGES, DENSE[region]):
        offer = PAGES[page].offer(shipped, region, times)
        shown = {
            (seen.state.measure, seen.state.basis)
            for seen in walk
            if (seen.page, seen.state.region) == (page, region) and len(seen.state.period) == len(times)
        }
        assert shown >= set(product(offer.measures, offer.bases))


def test_every_year_and_quarter_of_the_regencies_is_shown(walk: tuple[Seen, ...], shipped: pd.DataFrame) -> None:
    shown = {seen.state.period for seen in walk if seen.state.region != SUMUT}
    assert shown == set(periods(shipped, MEDAN))


def test_every_industry_and_comparison_is_chosen(walk: tuple[Seen, ...]) -> None:
    assert len({code for seen in walk for code in seen.state.items}) == 17
    assert len({seen.state.compare for seen in walk}) >= 15


@pytest.mark.parametrize("page", PAGES)
def test_other_regions_and_the_side_of_expenditure_change_nothing(
    see: Callable[[str, State], Seen], shipped: pd.DataFrame, page: str
) -> None:
    state = first(shipped, page, MEDAN, "id")
    whole, cut = PAGES[page].view(shipped, state), see(page, state).view
    assert whole == cut
    for one, other in zip(whole.panels, cut.panels, strict=True):
        pd.testing.assert_frame_equal(one.result, other.result)
        pd.testing.assert_index_equal(one.rows, other.rows)
