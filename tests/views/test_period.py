"""Which periods a region has, and with which its pages open."""

import pandas as pd
import pytest

from model.observations import empty, levels
from tests.views.walk import MEDAN, NIAS, PAGES, SUMUT
from views.period import opening, periods, span


def test_years_come_newest_first_and_then_quarters(shipped: pd.DataFrame) -> None:
    assert list(periods(shipped, MEDAN)) == [
        *(str(year) for year in range(2025, 2009, -1)),
        *("2026-Q2", "2026-Q1", "2025-Q4", "2025-Q3", "2025-Q2", "2025-Q1"),
    ]
    assert len(periods(shipped, SUMUT)) == 16 + 65


def test_each_period_has_the_status_of_its_total(shipped: pd.DataFrame) -> None:
    status = periods(shipped, MEDAN)
    assert (status["2023"], status["2024"], status["2025"]) == ("final", "preliminary", "very_preliminary")
    assert status["2025-Q1"] == "very_preliminary"


@pytest.mark.parametrize("region", [MEDAN, SUMUT, NIAS])
def test_a_page_opens_with_the_newest_year_whose_growth_is_known(shipped: pd.DataFrame, region: str) -> None:
    assert opening(shipped, region) == "2025"
    assert opening(shipped[shipped["period"].str[:4] != "2025"], region) == "2024"
    assert opening(shipped[shipped["period"] != "2024"], region) == "2023"


def test_a_region_without_growth_opens_with_what_there_is() -> None:
    assert opening(levels({"TOTAL": {"2023": 5.0, "2026-Q1": 1.0}}), MEDAN) == "2023"
    assert opening(levels({"TOTAL": {"2026-Q1": 1.0}}), MEDAN) == "2026-Q1"
    assert opening(levels({"A": {"2023": 1.0}}), MEDAN) == opening(empty(), MEDAN) == ""


def test_a_span_ends_with_the_period_asked_for(shipped: pd.DataFrame) -> None:
    assert span(shipped, MEDAN, "A", "2012") == ("2010", "2011", "2012")
    assert span(shipped, MEDAN, "Q", "2025-Q2") == ("2025-Q1", "2025-Q2")


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("region", [MEDAN, SUMUT, NIAS])
def test_a_page_never_offers_to_compare_a_region_with_itself(shipped: pd.DataFrame, page: str, region: str) -> None:
    offer = PAGES[page].offer(shipped, region, "2025")
    assert region not in offer.compare and len(set(offer.compare)) == len(offer.compare) == 34
    assert offer.compare[0] == ("none" if page == "overview" else MEDAN if region == SUMUT else SUMUT)
    assert list(offer.periods) == list(periods(shipped, region))


def test_only_what_a_quarter_allows_is_offered(shipped: pd.DataFrame) -> None:
    for page, module in PAGES.items():
        annual = module.offer(shipped, SUMUT, "2025").measures
        assert not [measure for measure in annual if measure.endswith(("qtq", "ctc"))], page
    assert "cagr" not in PAGES["growth"].offer(shipped, SUMUT, "2025-Q1").measures
    assert PAGES["trade_services"].offer(shipped, MEDAN, "2026-Q2").measures[0] == "contribution_qtq"
    assert PAGES["growth"].offer(shipped, MEDAN, "2026-Q2").measures[0] == "qtq"
