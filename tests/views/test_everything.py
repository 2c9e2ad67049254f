"""Every page of every region, period, measure and basis that is offered, the languages by turns: a long trial."""

import re
from collections.abc import Callable
from itertools import product

import pandas as pd
import pytest

from model.observations import check
from tests.views.test_sentences import SLIPS
from tests.views.walk import PAGES, Seen
from text.lookup import LANGUAGES, regions
from views.frame import SHOWN
from views.period import periods
from views.view import State

pytestmark = pytest.mark.campaign


@pytest.mark.parametrize("region", regions())
@pytest.mark.parametrize("page", PAGES)
def test_every_page_opens_and_is_well_formed(of_regions: Callable[..., pd.DataFrame], page: str, region: str) -> None:
    own = of_regions(region)
    for place, period in enumerate(periods(own, region)):
        offer = PAGES[page].offer(own, region, period)
        obs = of_regions(*sorted({region, offer.compare[0]}))
        for turn, (measure, basis) in enumerate(product(offer.measures, offer.bases)):
            lang = LANGUAGES[(place + turn) % 2]
            state = State(region, lang, measure, basis, (), period, offer.compare[0])
            seen = Seen(page, state, PAGES[page].view(obs, state), obs)
            assert seen.view.finding, seen
            assert [said for said in seen.sentences if any(re.search(slip, said) for slip in SLIPS)] == [], seen
            for panel in seen.view.panels:
                check(panel.result.drop(columns=SHOWN))
                assert panel.title and panel.result["value"].notna().any() and len(panel.rows), seen
