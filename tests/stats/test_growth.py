"""Growth rates: Medan's published years, and where a rate is not defined."""

from collections.abc import Callable

import pandas as pd
import pytest

from model.observations import levels
from stats.growth import change, ctc, qtq, yoy
from stats.measures import compute


def found(result: pd.DataFrame) -> list[tuple[str, float, str]]:
    return list(result[["period", "value", "reason"]].fillna({"value": -999.0}).itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("year", "expected"),
    [("2020", -1.9841), ("2022", 4.7122), ("2023", 5.0422), ("2024", 5.0718), ("2025", 5.1019)],
)
def test_medan_as_a_whole(year: str, expected: float, medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    total = row(
        yoy(medan), approach="production", item="TOTAL", price_basis="constant_2010", frequency="A", period=year
    )
    assert total["value"] == pytest.approx(expected, abs=5e-5)
    assert total["unit"] == "percent"


def test_an_item_before_its_second_year_has_no_predecessor(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    trade = yoy(medan).query("item == 'G' and frequency == 'A'")
    assert list(trade["period"]) == [str(year) for year in range(2010, 2026)]
    for year in ("2010", "2020", "2021"):
        assert (row(trade, period=year)["reason"], row(trade, period=year)["status"]) == ("no_predecessor", "unknown")
    assert row(trade, period="2022")["reason"] == ""


def test_a_missing_quarter_is_missing_and_shifts_nothing() -> None:
    quarters = {
        f"{year}-Q{quarter}": 100.0 + 10 * (year - 2021) for year in (2021, 2022, 2023) for quarter in (1, 2, 3, 4)
    }
    del quarters["2022-Q2"]
    obs = levels({"TOTAL": quarters})
    lost = {period for period, _, reason in found(yoy(obs)) if reason == "missing_input"}
    assert lost == {"2022-Q2", "2023-Q2"}
    lost = {period for period, _, reason in found(qtq(obs)) if reason == "missing_input"}
    assert lost == {"2022-Q2", "2022-Q3"}
    lost = {period for period, _, reason in found(ctc(obs)) if reason == "missing_input"}
    assert lost == {"2022-Q2", "2022-Q3", "2022-Q4", "2023-Q2", "2023-Q3", "2023-Q4"}
    assert dict((period, value) for period, value, _ in found(yoy(obs)))["2022-Q3"] == pytest.approx(10.0)
    assert dict((period, value) for period, value, _ in found(yoy(obs)))["2023-Q3"] == pytest.approx(100 / 11)


@pytest.mark.parametrize(
    ("base", "now", "reason"),
    [(0.0, 5.0, "zero_base"), (0.0, -5.0, "zero_base"), (-5.0, 5.0, "negative_base"), (-5.0, -6.0, "negative_base"),
     (5.0, -5.0, "sign_change")],
)  # fmt: skip
def test_a_base_that_is_not_positive_gives_no_rate_but_a_change(base: float, now: float, reason: str) -> None:
    obs = levels({"INV": {"2022": base, "2023": now}, "TOTAL": {"2022": 1.0, "2023": 1.0}}, approach="expenditure")
    assert found(yoy(obs).query("item == 'INV'"))[1] == ("2023", -999.0, reason)
    assert found(change(obs).query("item == 'INV'"))[1] == ("2023", now - base, "")


def test_a_fall_to_nothing_is_a_rate() -> None:
    assert found(yoy(levels({"B": {"2022": 5.0, "2023": 0.0}})))[1] == ("2023", -100.0, "")


def test_a_base_under_a_twentieth_of_a_per_cent_of_total_says_so() -> None:
    obs = levels({"A": {"2022": 0.5, "2023": 1.0}, "B": {"2022": 0.499, "2023": 0.998}, "TOTAL": {"2022": 1000.0}})
    assert found(yoy(obs).query("item != 'TOTAL'"))[1::2] == [("2023", 100.0, ""), ("2023", 100.0, "small_base")]


def test_mining_in_medan_has_a_small_base(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    mining = row(yoy(medan), item="B", frequency="A", period="2023")
    assert mining["reason"] == "small_base" and mining["value"] == pytest.approx(100 * (20.2 / 19.3 - 1), abs=0.01)


def test_years_have_no_quarterly_growth(medan: pd.DataFrame) -> None:
    assert set(compute(medan, ["qtq", "ctc", "contribution_qtq", "deflator_ctc"])["frequency"]) == {"Q"}


def test_a_rate_is_as_provisional_as_its_weaker_year() -> None:
    firm = levels({"TOTAL": {"2021": 1.0, "2022": 2.0}})
    soft = levels({"TOTAL": {"2023": 3.0}}, status="very_preliminary")
    softer = levels({"TOTAL": {"2024": 3.0}}, status="preliminary")
    assert list(yoy(pd.concat([softer, firm, soft]))["status"]) == [
        "unknown",
        "final",
        "very_preliminary",
        "very_preliminary",
    ]


def test_the_old_series_ends_where_the_data_do() -> None:
    obs = levels({"A": {"2020": 1.0, "2021": 2.0}, "TOTAL": {"2020": 9.0, "2023": 9.0}})
    assert [reason for _, _, reason in found(yoy(obs).query("item == 'A'"))] == [
        "no_predecessor", "", "missing_input", "missing_input",
    ]  # fmt: skip
