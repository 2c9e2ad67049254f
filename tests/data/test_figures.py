"""The shipped figures against what their publishers print, and against their own sums."""

from datetime import datetime

import pandas as pd
import pytest

from data import store
from model.accounts import parts_of_total, sum_bound
from model.items import INDUSTRIES, THREE_GROUPS, sign
from model.rounding import half_away

EDITION = store.edition(now=datetime.fromisoformat("2026-11-24T12:00:00+07:00"))
OBS = EDITION.observations
LEVELS = OBS[OBS["measure"] == "level"]
WIDE = LEVELS.pivot(
    index=["region", "approach", "price_basis", "frequency", "period"], columns="item", values="value"
).sort_index()

CONSTANT, CURRENT = "constant_2010", "current"


def level(region: str, item: str, basis: str, period: str, approach: str = "production") -> float:
    return WIDE.at[(region, approach, basis, "Q" if "-Q" in period else "A", period), item]


@pytest.mark.parametrize(
    ("region", "item", "basis", "period", "value"),
    [
        ("1275", "TOTAL", CURRENT, "2025", 353289.26),  # also printed in the publication of June 2026
        ("12", "A", CONSTANT, "2024", 158940.63),
        ("12", "A", CONSTANT, "2023", 153246.71),
        ("12", "TOTAL", CONSTANT, "2023", 602235.95),
        ("12", "C", CONSTANT, "2023", 103315.91),  # a retyped copy says 103325.91
        ("12", "H", CONSTANT, "2025", 32616.04),  # a retyped copy says 22616.04
        ("1275", "TOTAL", CONSTANT, "2020", 153669.95),  # 153669.78 until it was revised
    ],
)
def test_levels_as_published(region, item, basis, period, value):
    assert level(region, item, basis, period) == value


@pytest.mark.parametrize(
    ("period", "trillion"),
    [
        ("2022-Q4", "146.37"),
        ("2023-Q1", "145.71"),
        ("2023-Q2", "149.90"),
        ("2023-Q3", "152.91"),
        ("2023-Q4", "153.72"),
        ("2024-Q1", "152.82"),
        ("2024-Q2", "157.32"),
    ],
)
def test_quarters_of_sumatera_utara_as_press_releases_print_them(period, trillion):
    assert str(half_away(level("12", "TOTAL", CONSTANT, period) / 1000)) == trillion


def test_current_prices_of_sumatera_utara_as_press_releases_print_them():
    assert str(half_away(level("12", "TOTAL", CURRENT, "2023-Q4") / 1000)) == "271.39"
    assert str(half_away(level("12", "TOTAL", CURRENT, "2022-Q4") / 1000)) == "250.14"


def test_medan_has_what_its_sources_have_and_no_more():
    medan = LEVELS[(LEVELS["region"] == "1275") & (LEVELS["approach"] == "production")]
    industries = medan[medan["item"].isin(INDUSTRIES)]
    annual = industries[industries["frequency"] == "A"]
    assert set(annual["price_basis"]) == {CONSTANT}
    assert annual.groupby("period").size().to_dict() == {str(year): 17 for year in range(2021, 2026)}
    quarterly = industries[industries["frequency"] == "Q"].groupby(["price_basis", "period"]).size().to_dict()
    assert quarterly == {
        (CONSTANT, "2026-Q1"): 17,
        (CONSTANT, "2026-Q2"): 17,
        (CURRENT, "2026-Q1"): 1,
        (CURRENT, "2026-Q2"): 1,
    }
    totals = medan[(medan["item"] == "TOTAL") & (medan["frequency"] == "A")].groupby("price_basis")["period"].apply(set)
    assert totals[CONSTANT] == {str(year) for year in range(2010, 2026)}
    assert totals[CURRENT] == {str(year) for year in range(2010, 2026)} - {"2024"}


def worst(difference: pd.Series) -> float:
    """The largest absolute difference, in billion rupiah, free of what binary fractions add."""
    return float(half_away(difference.abs().max(), 5))


def test_industries_add_to_the_total_within_rounding():
    """265 region-periods have all 17: 203 of regencies and municipalities, 62 of the province."""
    whole = WIDE.dropna(subset=[*INDUSTRIES])
    assert parts_of_total("production", INDUSTRIES) == INDUSTRIES
    difference = whole[[*INDUSTRIES]].sum(axis="columns") - whole["TOTAL"]
    assert len(whole) == 265 and difference.notna().all()
    assert worst(difference) <= sum_bound(0.01, 17)
    assert worst(difference) == 0.03
    assert len(whole.xs("A", level="frequency").drop(index="12")) == 137
    medan = difference.loc["1275"]
    assert len(medan) == 7 and worst(medan) <= 0.02


def test_region_periods_have_all_industries_or_none():
    """But for the current prices of 2026, where only manufacturing is at hand."""
    count = WIDE[[*INDUSTRIES]].notna().sum(axis="columns")
    some = count[(count > 0) & (count < 17)]
    assert set(some) == {1} and len(some) == 66
    assert set(some.index.get_level_values("price_basis")) == {CURRENT}
    assert set(some.index.get_level_values("period")) == {"2026-Q1", "2026-Q2"}


def test_the_three_groups_add_to_the_total_within_rounding():
    groups = WIDE.dropna(subset=[*THREE_GROUPS])
    assert len(groups) == 165
    assert worst(groups[[*THREE_GROUPS]].sum(axis="columns") - groups["TOTAL"]) <= sum_bound(0.01, 3)


def test_components_add_to_the_total_of_their_side():
    """The WebAPI gives five decimals, so the sums close within 0.00004."""
    parts = parts_of_total("expenditure", ("HH", "NX"))
    whole = WIDE.xs("expenditure", level="approach").dropna(subset=list(parts))
    assert len(whole) == 1064
    added = sum(sign(item) * whole[item] for item in parts)
    assert worst(added - whole["TOTAL"]) <= sum_bound(0.00001, len(parts))


def test_quarters_add_to_the_year_within_rounding():
    quarters = LEVELS[LEVELS["frequency"] == "Q"].assign(year=lambda obs: obs["period"].str[:4])
    key = ["region", "approach", "price_basis", "item"]
    by_year = quarters.groupby([*key, "year"])["value"].agg(["sum", "size"])
    four = by_year.loc[by_year["size"] == 4, "sum"]
    annual = LEVELS[LEVELS["frequency"] == "A"].set_index([*key, "period"])["value"]
    annual.index = annual.index.set_names("year", level="period")
    compared = (four - annual).dropna()
    assert len(compared) == len(four)
    assert worst(compared) <= sum_bound(0.01, 4)


def test_production_and_expenditure_agree_but_for_medan_2020():
    production, expenditure = (WIDE.xs(side, level="approach")["TOTAL"] for side in ("production", "expenditure"))
    difference = (production - expenditure).dropna().abs()
    assert len(difference) == 1130
    apart = difference[difference > sum_bound(0.01, 1)]
    assert list(apart.index) == [("1275", CONSTANT, "A", "2020")]
    assert worst(apart) == 0.17417  # the expenditure side is still the edition of October 2024


def test_current_and_constant_prices_are_equal_in_the_base_year():
    base = WIDE.xs(("A", "2010"), level=("frequency", "period")).drop(columns=["TOTAL"])
    current, constant = (base.xs(basis, level="price_basis") for basis in (CURRENT, CONSTANT))
    assert worst((current - constant).stack()) <= sum_bound(0.00001, 1)


@pytest.mark.parametrize(
    ("region", "basis", "period", "value", "status"),
    [
        ("1275", CURRENT, "2025", 141412.0, "very_preliminary"),
        ("1275", CONSTANT, "2024", 73299.0, "unknown"),
        ("12", CURRENT, "2025", 78310.29, "very_preliminary"),
        ("12", CONSTANT, "2010", 25412.07, "final"),
    ],
)
def test_per_capita_is_as_published(region, basis, period, value, status):
    rows = OBS[
        (OBS["region"] == region)
        & (OBS["price_basis"] == basis)
        & (OBS["period"] == period)
        & (OBS["measure"] == "per_capita")
    ]
    assert len(rows) == 1
    row = rows.iloc[0]
    assert (row["approach"], row["item"], row["frequency"]) == ("production", "TOTAL", "A")
    assert (row["unit"], row["status"]) == ("thousand_idr", status)
    assert row["value"] == value


def people(region: str, basis: str) -> pd.Series:
    """Million people that the level and the published per capita imply, by year."""
    rows = OBS[(OBS["region"] == region) & (OBS["price_basis"] == basis) & (OBS["measure"] == "per_capita")]
    per_capita = rows.set_index("period")["value"]
    return (WIDE.loc[(region, "production", basis, "A"), "TOTAL"] / per_capita).dropna()


def test_per_capita_of_sumatera_utara_rests_on_one_population():
    constant, current = people("12", CONSTANT), people("12", CURRENT)
    assert len(constant) == len(current) == 16
    assert (constant - current).abs().max() < 0.00001
    assert str(half_away(constant["2025"])) == "15.79"
    assert (constant.diff().dropna() > 0).all() and constant.pct_change().max() < 0.02


def test_per_capita_of_medan_breaks_between_2019_and_2020():
    steps = people("1275", CONSTANT).pct_change().dropna()
    assert steps["2020"] > 0.06
    assert steps.drop("2020").between(0, 0.01).all()
