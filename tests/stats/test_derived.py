"""Groups and sets: published or summed, one way in one ratio."""

from collections.abc import Callable

import pandas as pd
import pytest

from model.items import INDUSTRIES
from model.observations import check, levels
from stats.measures import compute


def test_a_group_is_the_sum_of_all_its_members() -> None:
    obs = levels({"A": {"2021": 1.0, "2022": 2.0, "2024": 8.0}, "B": {"2022": 3.0, "2024": 4.0}})
    group = compute(obs, ["level", "yoy"], items=["PRIMARY"])
    assert list(group["item"].unique()) == ["PRIMARY"]
    found = group.fillna({"value": -1.0}).set_index(["measure", "period"])[["value", "reason"]]
    assert found.loc["level"].values.tolist() == [
        [-1.0, "missing_input"], [5.0, ""], [-1.0, "missing_input"], [12.0, ""],
    ]  # fmt: skip
    assert found.loc["yoy", "reason"].tolist() == ["no_predecessor", "missing_input", "missing_input", "missing_input"]


def test_one_ratio_takes_a_group_in_one_way(row: Callable[..., pd.Series]) -> None:
    """Published 2022 and 2023 only; 2021 can be summed, so 2022 on 2021 is of sums, 2023 on 2022 of published rows."""
    members = {"2021": 10.0, "2022": 11.0, "2023": 12.1}
    obs = levels({"A": members, "B": members, "PRIMARY": {"2022": 40.0, "2023": 50.0}, "TOTAL": members})
    result = compute(obs, ["yoy", "level", "contribution_yoy", "change"], items=["PRIMARY"])
    assert row(result, measure="yoy", period="2022")["value"] == pytest.approx(10.0)
    assert row(result, measure="yoy", period="2023")["value"] == pytest.approx(25.0)
    assert row(result, measure="contribution_yoy", period="2022")["value"] == pytest.approx(20.0)
    assert row(result, measure="change", period="2023")["value"] == pytest.approx(10.0)
    assert result[result["measure"] == "level"]["value"].tolist() == [20.0, 40.0, 50.0]


def test_cumulated_quarters_of_a_group_are_all_published_or_all_summed(row: Callable[..., pd.Series]) -> None:
    quarters = ("2022-Q1", "2022-Q2", "2023-Q1", "2023-Q2")
    member = dict(zip(quarters, (10.0, 10.0, 11.0, 12.0), strict=True))
    published = dict(zip(quarters[:3], (100.0, 100.0, 150.0), strict=True))
    result = compute(levels({"A": member, "B": member, "PRIMARY": published}), ["ctc"], items=["PRIMARY"])
    assert row(result, period="2023-Q1")["value"] == pytest.approx(50.0)
    assert row(result, period="2023-Q2")["value"] == pytest.approx(15.0)


def test_an_index_takes_a_group_in_one_way_throughout() -> None:
    member = {"2010": 50.0, "2011": 55.0, "2012": 60.0}
    obs = levels({"A": member, "B": member, "PRIMARY": {"2011": 900.0, "2012": 990.0}})
    result = compute(obs, ["index", "cagr"], items=["PRIMARY"])
    assert result[result["measure"] == "index"]["value"].tolist() == pytest.approx([100.0, 110.0, 120.0])
    published = compute(obs, ["index"], items=["PRIMARY"], base=2011)
    assert published["value"].fillna(-1).tolist() == pytest.approx([-1.0, 100.0, 110.0])
    assert result[result["measure"] == "cagr"]["value"].tolist() == pytest.approx([100 * (1.2**0.5 - 1)])


def test_a_group_is_as_provisional_as_its_weakest_member(row: Callable[..., pd.Series]) -> None:
    obs = pd.concat([levels({"A": {"2023": 1.0}}), levels({"B": {"2023": 1.0}}, status="very_preliminary")])
    assert row(compute(obs, ["level"], items=["PRIMARY"]))["status"] == "very_preliminary"


def test_groups_stay_out_unless_asked_for(medan: pd.DataFrame) -> None:
    assert not {"PRIMARY", "SECONDARY", "TERTIARY", "OTHERS"} & set(compute(medan, ["level", "yoy", "share"])["item"])


def test_any_set_of_items_bears_the_name_it_is_given(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    result = compute(
        medan, ["contribution_yoy"], items=["A", "F"], sets={"FARMS_AND_SITES": ("A", "F"), "ALL": INDUSTRIES}
    )
    year = result.query("period == '2023' and frequency == 'A' and price_basis == 'constant_2010'").set_index("item")[
        "value"
    ]
    assert list(year.index) == ["A", "F", "ALL", "FARMS_AND_SITES"]
    assert year["FARMS_AND_SITES"] == pytest.approx(year["A"] + year["F"], abs=1e-12)
    assert year["ALL"] == pytest.approx(5.0422, abs=5e-5)


def test_imports_are_subtracted_within_a_set(row: Callable[..., pd.Series]) -> None:
    obs = levels({"EXP": {"2023": 9.0}, "IMP": {"2023": 4.0}}, approach="expenditure")
    assert row(compute(obs, ["level"], sets={"NET": ("EXP", "IMP")}), item="NET")["value"] == 5.0


@pytest.mark.parametrize(
    ("name", "members", "says"),
    [
        ("TRADE", ("G",), "code of an item"), ("X", (), "empty"), ("X", ("Z",), "unknown items"),
        ("X", ("A", "A"), "twice"), ("X", ("PRIMARY", "B"), "twice"), ("X", ("NX", "IMP"), "twice"),
        ("X", ("C", "C.1"), "twice"), ("X", ("A", "TOTAL"), "twice"),
    ],
)  # fmt: skip
def test_a_set_has_its_own_name_and_counts_nothing_twice(name: str, members: tuple[str, ...], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        compute(levels({"A": {"2023": 1.0}}), ["level"], sets={name: members})


def test_the_rest_of_the_economy_is_total_less_trade_and_services(row: Callable[..., pd.Series]) -> None:
    figures = {item: {"2022": 1.0, "2023": 1.0} for item in INDUSTRIES}
    obs = levels({**figures, "TOTAL": {"2022": 20.0, "2023": 22.0}})
    result = compute(obs, ["level", "contribution_yoy", "share"], items=["OTHERS"]).query(
        "price_basis == 'constant_2010'"
    )
    assert row(result, measure="level", period="2022")["value"] == 20.0 - 11.0
    assert row(result, measure="contribution_yoy", period="2023")["value"] == pytest.approx(10.0)
    assert row(result, measure="share", period="2022")["value"] == pytest.approx(45.0)
    published = levels({"TERTIARY": {"2023": 15.0}, "TOTAL": {"2023": 20.0}}, price_basis="current")
    assert row(compute(published, ["level"], items=["OTHERS"]))["value"] == 5.0


def test_others_of_expenditure_is_what_is_published() -> None:
    obs = levels({"OTHERS": {"2022": 4.0, "2023": 5.0}}, approach="expenditure")
    assert (
        compute(obs, ["level"])["value"].tolist()
        == compute(obs, ["level"], items=["OTHERS"])["value"].tolist()
        == [4.0, 5.0]
    )


def test_residual_has_no_growth_of_its_own(sumut: pd.DataFrame) -> None:
    result = check(compute(sumut, ["yoy", "index", "deflator", "level", "change", "share"], items=["RESIDUAL"]))
    assert set(result["measure"]) == {"level", "change", "share"}


def test_a_group_of_which_nothing_stands_gives_no_row() -> None:
    assert compute(levels({"TOTAL": {"2023": 1.0}}), ["level", "share"], items=["TRADE"]).empty


def test_the_residual_of_a_total_without_parts_is_missing_with_a_reason() -> None:
    result = compute(levels({"TOTAL": {"2022": 1.0, "2023": 1.1}}), ["contribution_yoy"])
    rows = result[result["item"] == "RESIDUAL"].set_index("period")
    assert rows["value"].isna().all()
    assert rows["reason"].to_dict() == {"2022": "no_predecessor", "2023": "missing_input"}


def test_the_base_year_asked_for_decides_how_a_group_is_taken() -> None:
    member = {"2012": 50.0, "2013": 55.0}
    obs = levels({"A": member, "B": member, "PRIMARY": {"2010": 900.0, "2011": 990.0}})
    result = compute(obs, ["index"], items=["PRIMARY"], base=2012)
    assert result["value"].fillna(-1).tolist() == pytest.approx([-1.0, -1.0, 100.0, 110.0])
    assert set(compute(obs, ["index"], items=["PRIMARY"])["reason"]) == {"", "missing_input"}
