"""Index numbers and average growth over a span."""

from collections.abc import Callable

import pandas as pd
import pytest

from model.observations import levels
from stats.growth import cagr, index
from stats.measures import compute


def test_medan_grew_by_4_98_a_year_and_21_47_since_2021(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    total = compute(medan, ["cagr", "index"], items=["TOTAL"], base=2021, span=(2021, 2025)).query(
        "approach == 'production' and price_basis == 'constant_2010' and frequency == 'A'"
    )
    average = row(total, measure="cagr")
    assert (average["period"], average["status"]) == ("2021/2025", "very_preliminary")
    assert average["value"] == pytest.approx(4.98, abs=5e-3)
    assert row(total, measure="index", period="2025")["value"] == pytest.approx(121.47, abs=5e-3)


def test_an_index_without_its_base_year_says_where_it_moved(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    result = index(medan).query("approach == 'production' and price_basis == 'constant_2010' and frequency == 'A'")
    assert row(result, item="TOTAL", period="2010")[["value", "reason"]].tolist() == [100.0, ""]
    assert row(result, item="G", period="2021")[["value", "reason"]].tolist() == [100.0, "rebased_2021"]
    assert row(result, item="G", period="2015")["reason"] == "missing_input"


def test_the_base_of_quarters_is_the_mean_of_a_whole_year() -> None:
    quarters = {"2021-Q4": 50.0, "2022-Q1": 90.0, "2022-Q2": 110.0, "2022-Q3": 80.0, "2022-Q4": 120.0, "2023-Q1": 130.0}
    result = index(levels({"TOTAL": quarters}), base=2022)
    assert list(result["value"]) == pytest.approx([50.0, 90.0, 110.0, 80.0, 120.0, 130.0])
    assert set(result["reason"]) == {""}
    assert set(index(levels({"TOTAL": quarters}), base=2021)["reason"]) == {"rebased_2022"}
    del quarters["2022-Q2"]
    assert set(index(levels({"TOTAL": quarters}))["reason"]) == {"missing_input"}


@pytest.mark.parametrize(
    ("base", "now", "reason"), [(0.0, 1.0, "zero_base"), (-1.0, 1.0, "negative_base"), (1.0, -1.0, "sign_change")]
)
def test_an_index_needs_a_positive_base(base: float, now: float, reason: str) -> None:
    obs = levels({"INV": {"2010": base, "2011": now}}, approach="expenditure")
    assert list(index(obs)["reason"])[1] == reason


def test_an_index_is_as_provisional_as_its_base() -> None:
    obs = pd.concat([levels({"A": {"2010": 1.0}}, status="estimated"), levels({"A": {"2011": 2.0}})])
    assert list(index(obs)["status"]) == ["estimated", "estimated"]


def test_each_item_has_its_own_span_unless_one_is_given() -> None:
    obs = levels({"A": {"2021": 100.0, "2022": 110.0}, "TOTAL": {"2020": 100.0, "2021": 1.0, "2022": 121.0}})
    assert cagr(obs)[["item", "period"]].values.tolist() == [["A", "2021/2022"], ["TOTAL", "2020/2022"]]
    assert cagr(obs)["value"].tolist() == pytest.approx([10.0, 10.0])
    given = cagr(obs, start=2020, end="2022")
    assert given["period"].tolist() == ["2020/2022", "2020/2022"]
    assert given["reason"].tolist() == ["no_predecessor", ""]
    assert cagr(obs, end=2030)["reason"].tolist() == ["missing_input", "missing_input"]


@pytest.mark.parametrize(
    ("figures", "reason"),
    [({"2022": 1.0}, "no_predecessor"), ({"2021": 0.0, "2022": 1.0}, "zero_base"),
     ({"2021": -1.0, "2022": 1.0}, "negative_base"), ({"2021": 1.0, "2022": -1.0}, "sign_change"),
     ({"2021": 1.0, "2022": 0.0}, "sign_change")],
)  # fmt: skip
def test_an_average_needs_two_positive_ends(figures: dict[str, float], reason: str) -> None:
    result = cagr(levels({"TOTAL": figures}))
    assert result["value"].isna().all() and list(result["reason"]) == [reason]


@pytest.mark.parametrize("span", [(2022, 2021), (2021, 2021), ("2021-Q1", "2022-Q1"), ("then", None)])
def test_a_span_leads_from_a_year_to_a_later_one(span: tuple[int | str, int | str | None]) -> None:
    with pytest.raises(ValueError):
        cagr(levels({"TOTAL": {"2021": 1.0, "2022": 2.0}}), *span)
