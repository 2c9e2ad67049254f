"""What holds for any figures: identities, no matter the order, unit or kind of column, and an independent oracle."""

from collections.abc import Callable

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from model.dimensions import STATUSES, Measure
from model.items import COMPONENTS, INDUSTRIES
from model.observations import COLUMNS, KEY, check, levels
from stats.measures import compute
from tests.stats import oracle

GROWTH = ["yoy", "qtq", "ctc", "contribution_yoy", "contribution_qtq", "contribution_ctc"]
QUARTERS = [f"{year}-Q{quarter}" for year in (2021, 2022, 2023) for quarter in (1, 2, 3, 4)]
YEARS = ["2020", "2021", "2022", "2023"]
TEXTS = [name for name in COLUMNS if name != "value"]
AMOUNT = st.integers(1, 10**7).map(lambda cents: cents / 100)
ANY_AMOUNT = st.one_of(AMOUNT, AMOUNT, st.just(0.0), AMOUNT.map(lambda amount: -amount))


@st.composite
def tables(draw: Callable, amount: st.SearchStrategy[float] = ANY_AMOUNT) -> pd.DataFrame:
    """A few panels with gaps, zeros, negative levels and marks."""
    frames = []
    for region in draw(st.lists(st.sampled_from(["12", "1275", "9999"]), min_size=1, max_size=2, unique=True)):
        approach = draw(st.sampled_from(["production", "expenditure"]))
        codes = INDUSTRIES[:4] if approach == "production" else COMPONENTS
        items = [*draw(st.lists(st.sampled_from(codes), min_size=1, max_size=3, unique=True)), "TOTAL"]
        periods = draw(st.sampled_from([QUARTERS, YEARS]))
        for price_basis in draw(st.sampled_from([["current"], ["constant_2010"], ["current", "constant_2010"]])):
            cells = st.dictionaries(st.sampled_from(periods), amount, min_size=1, max_size=len(periods))
            figures = {item: draw(cells) for item in items}
            status = draw(st.sampled_from(STATUSES)).value
            frames.append(levels(figures, region, approach, price_basis, status))
    return pd.concat(frames, ignore_index=True)


def full(seed: int, periods: list[str] = QUARTERS, approach: str = "production") -> pd.DataFrame:
    """A complete panel at both price bases; TOTAL is printed with two decimals and need not be the exact sum."""
    chance = np.random.default_rng(seed)
    items = INDUSTRIES if approach == "production" else COMPONENTS[:7]
    frames = []
    for price_basis in ("current", "constant_2010"):
        parts = chance.lognormal(5, 1.5, (len(items), len(periods)))
        signs = np.array([-1 if item == "IMP" else 1 for item in items])
        figures = {
            item: dict(zip(periods, values.round(2), strict=True)) for item, values in zip(items, parts, strict=True)
        }
        figures["TOTAL"] = dict(zip(periods, (signs @ parts).round(2) + 1e6, strict=True))
        frames.append(levels(figures, approach=approach, price_basis=price_basis))
    return pd.concat(frames, ignore_index=True)


def keyed(result: pd.DataFrame) -> pd.DataFrame:
    return result.set_index(list(KEY)).sort_index()


@given(tables())
@settings(max_examples=60, deadline=None)
def test_growth_and_contributions_agree_with_a_computation_by_hand(obs: pd.DataFrame) -> None:
    computed = compute(obs, GROWTH)
    computed = computed[computed["item"] != "RESIDUAL"]
    expected = oracle.results(obs)
    assert len(computed) == len(expected)
    for *key, value, _unit, status, reason in computed.itertuples(index=False, name=None):
        by_hand = expected[tuple(key)]
        assert (status, reason) == by_hand[1:], key
        assert value == pytest.approx(by_hand[0], rel=1e-9, abs=1e-9, nan_ok=True), key


@given(tables())
@settings(max_examples=25, deadline=None)
def test_every_measure_gives_the_one_table_and_leaves_its_input_alone(obs: pd.DataFrame) -> None:
    before = obs.copy(deep=True)
    for measures in ([measure] for measure in Measure):
        check(compute(obs, measures, items=[*obs["item"].unique(), "PRIMARY", "OTHERS", "RESIDUAL"]))
    check(compute(obs, list(Measure)))
    pd.testing.assert_frame_equal(obs, before)


@given(tables(), st.randoms())
@settings(max_examples=25, deadline=None)
def test_the_order_and_index_of_rows_do_not_matter(obs: pd.DataFrame, chance: np.random.Generator) -> None:
    shuffled = obs.sample(frac=1, random_state=chance.randrange(2**32))
    pd.testing.assert_frame_equal(compute(obs, list(Measure)), compute(shuffled, list(Measure)))


@given(tables())
@settings(max_examples=25, deadline=None)
def test_str_and_category_columns_give_the_same_figures_in_their_own_kind(obs: pd.DataFrame) -> None:
    coded = compute(obs.astype(dict.fromkeys(TEXTS, "category")), list(Measure))
    assert all(isinstance(coded[name].dtype, pd.CategoricalDtype) for name in TEXTS)
    plain = compute(obs, list(Measure))
    assert all(plain[name].dtype == "str" for name in TEXTS)
    pd.testing.assert_frame_equal(coded.astype(dict.fromkeys(TEXTS, "str")), plain)


@given(tables(), st.sampled_from([0.001, 1000.0]))
@settings(max_examples=25, deadline=None)
def test_rates_and_shares_do_not_change_with_the_unit(obs: pd.DataFrame, factor: float) -> None:
    measures = [measure for measure in Measure if measure not in ("level", "per_capita", "change")]
    scaled = compute(obs.assign(value=obs["value"] * factor), measures)
    pd.testing.assert_frame_equal(compute(obs, measures), scaled, rtol=1e-7, atol=1e-7)


@given(tables(AMOUNT), st.data())
@settings(max_examples=40, deadline=None)
def test_without_an_input_there_is_no_output(obs: pd.DataFrame, data: st.DataObject) -> None:
    """Taking one level away empties cells that needed it, fills none, and changes no other value."""
    lost = data.draw(st.sampled_from(range(len(obs))))
    measures = [*GROWTH, "share", "deflator", "change"]
    whole, less = keyed(compute(obs, measures)), keyed(compute(obs.drop(index=lost), measures))
    both = whole.index.intersection(less.index)
    filled = less.loc[both, "value"].notna()
    assert whole.loc[both][filled]["value"].equals(less.loc[both][filled]["value"])
    gone = obs.loc[lost]
    own = whole.index.isin([(*gone[["region", "approach", "item"]], basis, *gone[["frequency", "period"]], measure)
                            for basis in (gone["price_basis"], "implicit") for measure in ("yoy", "share", "deflator")
                            if (basis == "implicit") == (measure == "deflator")])  # fmt: skip
    assert less.reindex(whole.index[own])["value"].isna().all()


@given(st.integers(0, 2**32 - 1), st.sampled_from(["production", "expenditure"]))
@settings(max_examples=20, deadline=None)
def test_contributions_and_residual_add_to_the_growth_of_total(seed: int, approach: str) -> None:
    obs = full(seed, approach=approach)
    result = compute(obs, GROWTH)
    assert "RESIDUAL" in set(result["item"])
    for growth in ("yoy", "qtq", "ctc"):
        parts = result[(result["measure"] == f"contribution_{growth}") & (result["item"] != "TOTAL")]
        added = parts.groupby(["price_basis", "period"])["value"].sum(min_count=1)
        total = result[(result["measure"] == growth) & (result["item"] == "TOTAL")]
        assert np.allclose(
            added, total.set_index(["price_basis", "period"])["value"], rtol=0, atol=1e-9, equal_nan=True
        )
        assert added.notna().sum() > 12


@given(st.integers(0, 2**32 - 1), st.sampled_from(["production", "expenditure"]))
@settings(max_examples=20, deadline=None)
def test_shares_of_parts_and_residual_add_to_100(seed: int, approach: str) -> None:
    obs = full(seed, approach=approach)
    shares = compute(obs, ["share"], items=[*obs["item"].unique(), "RESIDUAL"])
    added = shares[shares["item"] != "TOTAL"].groupby(["price_basis", "period"])["value"].sum()
    assert np.allclose(added, 100.0, rtol=0, atol=1e-9)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_cumulative_growth_at_the_fourth_quarter_is_annual_growth(seed: int) -> None:
    quarterly = full(seed)
    yearly = quarterly.assign(period=quarterly["period"].str[:4], frequency="A")
    yearly = yearly.groupby([name for name in COLUMNS if name != "value"], as_index=False)["value"].sum()
    ctc = compute(quarterly, ["ctc"]).query("period.str.endswith('Q4')")["value"]
    yoy = compute(yearly[list(COLUMNS)], ["yoy"])["value"]
    assert np.allclose(ctc, yoy, rtol=1e-9, atol=1e-9, equal_nan=True)
    first = compute(quarterly, ["yoy", "ctc"]).query("period.str.endswith('Q1')")
    same = first.pivot(index=["item", "price_basis", "period"], columns="measure", values="value")
    assert np.allclose(same["ctc"], same["yoy"], rtol=1e-12, equal_nan=True)


@given(st.integers(0, 2**32 - 1))
@settings(max_examples=20, deadline=None)
def test_nominal_growth_is_volume_price_and_both(seed: int) -> None:
    result = compute(full(seed), ["yoy", "volume_effect", "price_effect", "cross_effect"])
    nominal = result[(result["measure"] == "yoy") & (result["price_basis"] == "current")]
    effects = result[result["price_basis"] == "implicit"].groupby(["item", "period"])["value"].sum(min_count=3)
    assert np.allclose(
        nominal.set_index(["item", "period"])["value"].sort_index(), effects.sort_index(), equal_nan=True
    )
