"""Contributions: Medan's trade and services, what the rounding of levels leaves over, and imports."""

from collections.abc import Callable

import pandas as pd
import pytest

from model.accounts import sum_bound
from model.items import INDUSTRIES
from model.observations import levels
from model.rounding import half_away
from stats.contribution import contribution_yoy
from stats.measures import compute


@pytest.fixture(scope="module")
def annual(medan: pd.DataFrame) -> pd.DataFrame:
    """Medan's yearly contributions at constant prices, groups and the rest of the economy beside the industries."""
    items = [*INDUSTRIES, "TRADE", "SERVICES", "OTHERS", "RESIDUAL", "TOTAL"]
    result = compute(medan, ["yoy", "contribution_yoy"], items=items)
    return result.query("approach == 'production' and price_basis == 'constant_2010' and frequency == 'A'")


@pytest.mark.parametrize(
    ("item", "year", "expected"),
    [("TRADE", "2023", 1.3968), ("SERVICES", "2023", 2.4196), ("TRADE", "2024", 0.7871), ("SERVICES", "2024", 2.8365),
     ("OTHERS", "2024", 1.4482)],
)  # fmt: skip
def test_trade_and_services_of_medan(
    item: str, year: str, expected: float, annual: pd.DataFrame, row: Callable[..., pd.Series]
) -> None:
    contribution = row(annual, measure="contribution_yoy", item=item, period=year)
    assert contribution["value"] == pytest.approx(expected, abs=5e-5)
    assert contribution["unit"] == "percentage_point"


@pytest.mark.parametrize("year", ["2022", "2023", "2024", "2025"])
def test_the_17_and_residual_add_to_the_growth_of_total(
    year: str, annual: pd.DataFrame, row: Callable[..., pd.Series]
) -> None:
    parts = annual[(annual["measure"] == "contribution_yoy") & annual["item"].isin([*INDUSTRIES, "RESIDUAL"])]
    growth = row(annual, measure="yoy", item="TOTAL", period=year)["value"]
    assert len(parts[parts["period"] == year]) == 18
    assert parts[parts["period"] == year]["value"].sum() == pytest.approx(growth, abs=1e-9, rel=0)


@pytest.mark.parametrize(("year", "expected"), [("2022", 1.3e-5), ("2023", 0.0), ("2024", 5.8e-6), ("2025", -1.6e-5)])
def test_what_rounded_levels_leave_over(
    year: str, expected: float, annual: pd.DataFrame, row: Callable[..., pd.Series]
) -> None:
    left = row(annual, measure="contribution_yoy", item="RESIDUAL", period=year)["value"]
    assert left == pytest.approx(expected, abs=5e-7)
    assert abs(left) <= 2 * 100 * sum_bound(0.01, 17) / 157_689.37


def test_trade_services_and_the_rest_are_the_whole(annual: pd.DataFrame) -> None:
    parts = annual[(annual["measure"] == "contribution_yoy") & annual["item"].isin(["TRADE", "SERVICES", "OTHERS"])]
    growth = annual[(annual["measure"] == "yoy") & (annual["item"] == "TOTAL")].set_index("period")["value"]
    added = parts.groupby("period")["value"].sum(min_count=3).dropna()
    assert list(added.index) == ["2022", "2023", "2024", "2025"]
    assert added.to_numpy() == pytest.approx(growth[added.index].to_numpy(), abs=1e-9, rel=0)


def test_agriculture_in_north_sumatra_2024(sumut: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    farms = row(contribution_yoy(sumut), item="A", price_basis="constant_2010", frequency="A", period="2024")
    assert str(half_away(farms["value"])) == "0.95"


def test_before_the_industries_residual_misses_its_parts(annual: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    for year, reason in (("2010", "no_predecessor"), ("2015", "missing_input"), ("2021", "missing_input")):
        left = row(annual, measure="contribution_yoy", item="RESIDUAL", period=year)
        assert pd.isna(left["value"]) and left["reason"] == reason
        assert row(annual, measure="contribution_yoy", item="G", period=year)["reason"] == "no_predecessor"


def test_where_only_some_components_are_known_the_sum_is_missing(
    medan: pd.DataFrame, row: Callable[..., pd.Series]
) -> None:
    spent = contribution_yoy(medan).query(
        "approach == 'expenditure' and price_basis == 'constant_2010' and period == '2025'"
    )
    assert row(spent, item="RESIDUAL")["reason"] == "missing_input"
    assert row(spent, item="GOV")["reason"] == "" and row(spent, item="HH")["reason"] == "missing_input"


def spent(**figures: tuple[float, float]) -> pd.DataFrame:
    rest = dict.fromkeys(("HH", "NPISH", "GOV", "GFCF", "INV"), (10.0, 10.0))
    series = {item: dict(zip(("2022", "2023"), values, strict=True)) for item, values in {**rest, **figures}.items()}
    return levels(series, approach="expenditure")


def test_imports_that_grow_take_from_growth(row: Callable[..., pd.Series]) -> None:
    obs = spent(EXP=(60.0, 66.0), IMP=(10.0, 14.0), TOTAL=(100.0, 103.0))
    result = contribution_yoy(obs).query("period == '2023'")
    assert row(result, item="IMP")["value"] == pytest.approx(-4.0)
    assert row(result, item="EXP")["value"] == pytest.approx(6.0)
    assert row(result, item="RESIDUAL")["value"] == pytest.approx(1.0)


def test_exports_and_imports_or_their_difference_enter_the_sum_but_never_both(row: Callable[..., pd.Series]) -> None:
    both = contribution_yoy(spent(EXP=(60.0, 66.0), IMP=(10.0, 14.0), NX=(50.0, 52.0), TOTAL=(100.0, 103.0)))
    assert row(both, item="RESIDUAL", period="2023")["value"] == pytest.approx(1.0)
    net = contribution_yoy(spent(NX=(50.0, 52.0), TOTAL=(100.0, 103.0)))
    assert row(net, item="RESIDUAL", period="2023")["value"] == pytest.approx(1.0)
    regional = contribution_yoy(spent(NX=(40.0, 42.0), NX_REGIONAL=(10.0, 10.5), TOTAL=(100.0, 103.0)))
    assert row(regional, item="RESIDUAL", period="2023")["value"] == pytest.approx(0.5)


def test_a_component_below_zero_contributes_where_it_has_no_rate(row: Callable[..., pd.Series]) -> None:
    obs = levels({"INV": {"2022": -4.0, "2023": 6.0}, "TOTAL": {"2022": 200.0, "2023": 210.0}}, approach="expenditure")
    assert row(contribution_yoy(obs), item="INV", period="2023")["value"] == pytest.approx(5.0)


@pytest.mark.parametrize(("base", "reason"), [(0.0, "zero_base"), (-1.0, "negative_base")])
def test_nothing_is_contributed_to_a_total_that_is_not_positive(
    base: float, reason: str, row: Callable[..., pd.Series]
) -> None:
    obs = levels({"A": {"2022": 1.0, "2023": 2.0}, "TOTAL": {"2022": base, "2023": 2.0}})
    assert row(contribution_yoy(obs), item="A", period="2023")["reason"] == reason


def test_a_contribution_is_as_provisional_as_the_total_it_is_measured_by(row: Callable[..., pd.Series]) -> None:
    obs = pd.concat([levels({"A": {"2022": 1.0, "2023": 2.0}, "TOTAL": {"2023": 9.0}}),
                     levels({"TOTAL": {"2022": 8.0}}, status="preliminary")])  # fmt: skip
    assert row(contribution_yoy(obs), item="A", period="2023")["status"] == "preliminary"


def test_a_regional_balance_counts_only_where_it_is_printed(row: Callable[..., pd.Series]) -> None:
    printed = spent(NX=(40.0, 42.0), NX_REGIONAL=(10.0, 10.5), TOTAL=(100.0, 103.0)).assign(region="1101")
    result = contribution_yoy(pd.concat([printed, spent(NX=(50.0, 52.0), TOTAL=(100.0, 103.0))]))
    assert row(result, region="1101", item="RESIDUAL", period="2023")["value"] == pytest.approx(0.5)
    assert row(result, region="1275", item="RESIDUAL", period="2023")["value"] == pytest.approx(1.0)


def test_without_a_total_there_is_no_residual() -> None:
    assert "RESIDUAL" not in set(contribution_yoy(levels({"A": {"2022": 1.0, "2023": 2.0}}))["item"])
