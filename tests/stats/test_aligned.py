"""What the one table must be to be aligned, and in which order and kind it comes back."""

import pandas as pd
import pytest

from model.items import order
from model.observations import COLUMNS, check, empty, levels
from stats.aligned import align
from stats.measures import compute

KEY = ["region", "approach", "item", "price_basis", "frequency", "period", "measure"]


def test_periods_lie_by_the_calendar() -> None:
    (block,) = align(levels({"TOTAL": {"2021-Q3": 3.0, "2023-Q2": 4.0}}))
    assert block.periods[0] == "2021-Q1" and block.periods[-1] == "2023-Q4"
    assert block.value[0, block.total, 0, 2] == 3.0 and block.value[0, block.total, 0, 9] == 4.0


def test_rows_come_in_the_order_of_print(shipped: pd.DataFrame) -> None:
    some = shipped[shipped["region"].isin(["12", "1275"])].sample(frac=1, random_state=1)
    result = check(compute(some, ["yoy", "share", "deflator", "level", "per_capita", "cagr"], items=None))
    keys = [(key[0], key[1], order(key[2]), *key[3:]) for key in result[KEY].itertuples(index=False, name=None)]
    assert keys == sorted(keys)
    assert isinstance(result.index, pd.RangeIndex)


def test_what_is_published_comes_back_as_it_is(shipped: pd.DataFrame) -> None:
    result = compute(shipped, ["level", "per_capita"], items=shipped["item"].unique())
    stands = result[result["value"].notna()].set_index(KEY).sort_index()
    published = shipped.set_index(KEY).sort_index()
    assert stands.loc[published.index, ["value", "unit", "status"]].equals(published[["value", "unit", "status"]])
    assert set(result[result["value"].isna()]["item"]) <= {"PRIMARY", "SECONDARY", "TERTIARY"}


def test_only_levels_are_computed_with() -> None:
    obs = levels({"TOTAL": {"2022": 1.0, "2023": 2.0}})
    other = obs.assign(measure="yoy", value=9.0)
    assert compute(pd.concat([other, obs]), ["yoy"]).equals(compute(obs, ["yoy"]))


def test_nothing_in_nothing_out() -> None:
    assert compute(empty(), ["yoy", "share", "per_capita"]).equals(empty())
    coded = empty().astype(dict.fromkeys(KEY, "category"))
    assert isinstance(compute(coded, ["yoy"])["item"].dtype, pd.CategoricalDtype)
    assert compute(levels({"A": {"2023": 1.0}}), [], items=["A"]).columns.tolist() == list(COLUMNS)


def test_a_key_that_stands_twice_is_refused() -> None:
    obs = levels({"TOTAL": {"2023": 1.0}})
    with pytest.raises(ValueError, match="twice"):
        compute(pd.concat([obs, obs]), ["yoy"])


def test_a_missing_key_is_refused() -> None:
    with pytest.raises(ValueError, match="missing region"):
        compute(levels({"TOTAL": {"2023": 1.0}}).assign(region=None), ["yoy"])


def test_a_period_of_another_frequency_is_refused() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        compute(levels({"TOTAL": {"2023": 1.0}}).assign(frequency="Q"), ["yoy"])


def test_an_unknown_item_or_measure_is_refused() -> None:
    obs = levels({"TOTAL": {"2023": 1.0}})
    with pytest.raises(ValueError, match="unknown item: ZZ"):
        compute(obs, ["yoy"], items=["ZZ"])
    with pytest.raises(ValueError, match="growth"):
        compute(obs, ["growth"])


def test_a_row_without_a_value_counts_as_missing() -> None:
    obs = levels({"TOTAL": {"2022": 1.0, "2023": 2.0}})
    obs.loc[0, ["value", "reason"]] = [float("nan"), "missing_input"]
    assert compute(obs, ["yoy", "level"]).query("period == '2023'")["value"].fillna(-1).tolist() == [2.0, -1.0]
