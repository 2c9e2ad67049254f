"""Implicit price indices: the worked example of North Sumatra, Medan's gaps, components without a price."""

from collections.abc import Callable

import pandas as pd
import pytest

from model.observations import levels
from stats.deflator import deflator, deflator_ctc, deflator_qtq, deflator_yoy
from stats.measures import compute


def test_north_sumatra_at_the_end_of_2023(sumut: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    """From levels printed in trillion: 271.39/153.72 and 250.14/146.37; half a last digit moves an index by 0.01."""
    measures = ["deflator", "deflator_yoy", "volume_effect", "price_effect", "cross_effect"]
    result = compute(sumut, measures, items=["TOTAL"]).query("approach == 'production' and price_basis == 'implicit'")
    found = {name: row(result, measure=name, period="2023-Q4")["value"] for name in measures}
    assert found["deflator"] == pytest.approx(176.549, abs=0.01)
    assert row(result, measure="deflator", period="2022-Q4")["value"] == pytest.approx(170.894, abs=0.01)
    assert found["deflator_yoy"] == found["price_effect"] == pytest.approx(3.309, abs=0.015)
    assert found["volume_effect"] == pytest.approx(5.019, abs=0.01)
    assert found["volume_effect"] + found["price_effect"] + found["cross_effect"] == pytest.approx(8.494, abs=0.01)


def test_2010_is_100_for_every_region(shipped: pd.DataFrame) -> None:
    total = deflator(shipped).query("item == 'TOTAL' and period == '2010' and approach == 'production'")
    assert len(total) == 34
    assert total["value"].to_numpy() == pytest.approx(100.0, abs=1e-3)


def test_a_published_and_a_summed_group_make_an_index(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    group = row(compute(medan, ["deflator"], items=["TERTIARY"]), frequency="A", period="2025")
    assert group["value"] == pytest.approx(181.59, abs=5e-3)
    assert (group["price_basis"], group["unit"], group["status"]) == ("implicit", "index", "very_preliminary")


def test_medan_has_a_deflator_but_for_2024(medan: pd.DataFrame, row: Callable[..., pd.Series]) -> None:
    total = compute(medan, ["deflator", "deflator_yoy"], items=["TOTAL"]).query(
        "approach == 'production' and frequency == 'A'"
    )
    known = total[(total["measure"] == "deflator") & total["value"].notna()]["period"]
    assert list(known) == [*map(str, range(2010, 2024)), "2025"]
    for measure, period in (("deflator", "2024"), ("deflator_yoy", "2024"), ("deflator_yoy", "2025")):
        assert row(total, measure=measure, period=period)["reason"] == "no_current_prices"
    assert row(total, measure="deflator_yoy", period="2010")["reason"] == "no_predecessor"


def test_the_17_of_medan_lack_current_prices_in_every_year(medan: pd.DataFrame) -> None:
    trade = deflator(medan).query("item == 'G' and frequency == 'A'")
    assert len(trade) == 16 and set(trade["reason"]) == {"no_current_prices"}


def test_volumes_add_to_nominal_growth_only_where_prices_are_known(
    medan: pd.DataFrame, row: Callable[..., pd.Series]
) -> None:
    """Medan 2024 and 2025: real growth is known, nominal growth is not, so neither are its parts."""
    effects = compute(medan, ["volume_effect", "price_effect", "cross_effect"], items=["TOTAL", "G"])
    annual = effects.query("approach == 'production' and frequency == 'A'")
    assert row(annual, item="TOTAL", measure="volume_effect", period="2023")["value"] == pytest.approx(5.0422, abs=5e-5)
    late = annual.query("period in ('2024', '2025')")
    assert len(late) == 12 and late["value"].isna().all() and set(late["reason"]) == {"no_current_prices"}


def both(current: dict[str, dict[str, float]], constant: dict[str, dict[str, float]]) -> pd.DataFrame:
    sides = (levels(current, approach="expenditure", price_basis="current"), levels(constant, approach="expenditure"))
    return pd.concat(sides)


@pytest.mark.parametrize("item", ["INV", "NX", "NX_REGIONAL"])
def test_what_can_fall_below_zero_has_no_price(item: str) -> None:
    obs = both({item: {"2022": 2.0, "2023": 3.0}}, {item: {"2022": 1.0, "2023": 1.0}})
    measures = ["deflator", "deflator_yoy", "volume_effect", "price_effect", "cross_effect"]
    result = compute(obs, measures)
    assert result["value"].isna().all()
    assert set(result["reason"]) == {"negative_base", "no_predecessor"}


@pytest.mark.parametrize(
    ("current", "constant", "reason"),
    [(5.0, 0.0, "zero_base"), (5.0, -1.0, "negative_base"), (-5.0, 1.0, "sign_change")],
)
def test_volumes_must_be_positive(current: float, constant: float, reason: str) -> None:
    result = deflator(both({"HH": {"2023": current}}, {"HH": {"2023": constant}}))
    assert result["value"].isna().all() and list(result["reason"]) == [reason]


def test_the_index_of_the_year_so_far_is_that_of_the_sums(row: Callable[..., pd.Series]) -> None:
    """N 100+140 over V 100+100 is 120; a year later 150+150 over 100+100 is 150: 25 per cent."""
    quarters = ("2022-Q1", "2022-Q2", "2023-Q1", "2023-Q2")
    obs = both(
        {"HH": dict(zip(quarters, (100.0, 140.0, 150.0, 150.0), strict=True))}, {"HH": dict.fromkeys(quarters, 100.0)}
    )
    assert row(deflator_ctc(obs), period="2023-Q2")["value"] == pytest.approx(25.0)
    assert row(deflator_yoy(obs), period="2023-Q2")["value"] == pytest.approx(100 * (150 / 140 - 1))
    assert row(deflator_qtq(obs), period="2022-Q2")["value"] == pytest.approx(40.0)


def test_an_index_that_was_zero_is_no_base(row: Callable[..., pd.Series]) -> None:
    obs = both({"HH": {"2022": 0.0, "2023": 5.0}}, {"HH": {"2022": 4.0, "2023": 4.0}})
    assert row(deflator_yoy(obs), period="2023")["reason"] == "zero_base"
