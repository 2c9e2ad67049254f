"""What holds for any figures: parts add up, indices stay inside their bounds, what is missing stays missing."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from model.items import INDUSTRIES
from model.observations import levels
from stats.regional.elasticity import elasticity, ratio_of_growth
from stats.regional.inequality import theil, theil_indices, williamson, williamson_index
from stats.regional.klassen import field, growth_share, klassen_of_regions
from stats.regional.panel import NoSuchPart, panel
from stats.regional.quotient import dynamic_quotient, location_quotient, lq
from stats.regional.shift_share import VARIANTS, dunn, esteban_marquillas, shift_share
from stats.regional.specialisation import alike, concentration, krugman_index, most_alike, twins

SIZE = 17
POSITIVE = arrays(float, SIZE, elements=st.floats(0.01, 1e6))
FROM_ZERO = arrays(float, SIZE, elements=st.just(0.0) | st.floats(0.01, 1e6))


@given(FROM_ZERO, FROM_ZERO, POSITIVE, POSITIVE)
def test_shift_share_adds_to_the_change(base, now, whole, whole_now) -> None:
    parts = dunn(base, now, whole, whole_now)
    together = parts.national + parts.mix + parts.competitive
    scale = np.abs(parts.national) + np.abs(parts.mix) + np.abs(parts.competitive)
    assert (np.abs(together - (now - base)) <= 1e-9 * scale).all()
    assert np.allclose(parts.competitive[base == 0], now[base == 0])


@given(POSITIVE, POSITIVE, POSITIVE, POSITIVE)
def test_esteban_and_marquillas_split_the_competitive_part(base, now, whole, whole_now) -> None:
    parts, split = dunn(base, now, whole, whole_now), esteban_marquillas(base, now, whole, whole_now)
    scale = np.abs(split.competitive) + np.abs(split.allocation) + np.abs(now) + np.abs(base * whole_now / whole)
    assert (np.abs(split.competitive + split.allocation - parts.competitive) <= 1e-9 * scale).all()


@given(arrays(float, (4, SIZE), elements=st.floats(0.01, 1e6)), arrays(float, (4, SIZE), elements=st.floats(0.01, 1e6)))
def test_mix_and_competitive_parts_of_all_regions_are_nothing(base, now) -> None:
    parts = dunn(base, now, base.sum(axis=0), now.sum(axis=0))
    scale = np.abs(base).sum() * (1.0 + (now.sum(axis=0) / base.sum(axis=0)).max())
    assert abs(parts.competitive.sum()) <= 1e-9 * scale
    assert abs(parts.mix.sum()) <= 1e-9 * scale


@given(POSITIVE, POSITIVE)
def test_the_weighted_mean_of_quotients_is_one(own, whole) -> None:
    found = location_quotient(own, own.sum(), whole, whole.sum())
    assert (found * whole / whole.sum()).sum() == pytest.approx(1.0)
    assert location_quotient(whole, whole.sum(), whole, whole.sum()) == pytest.approx(np.ones(SIZE))


@given(arrays(float, (SIZE, 4), elements=st.floats(0.01, 1e6)))
def test_a_region_beside_itself_does_not_move(own) -> None:
    found = dynamic_quotient(own, own.sum(axis=0), own, own.sum(axis=0))
    assert np.allclose(found.yearly, 1.0) and np.allclose(found.power, 1.0)


@given(POSITIVE, POSITIVE)
def test_indices_stay_inside_their_bounds(one, other) -> None:
    assert 0.0 <= krugman_index(one, other) <= 2.0 + 1e-12
    assert krugman_index(one, one) == 0.0 and krugman_index(one, other) == pytest.approx(krugman_index(other, one))
    found = concentration(one)
    assert 1.0 / SIZE - 1e-12 <= found.herfindahl <= 1.0 and 1.0 - 1e-9 <= found.equivalents <= SIZE + 1e-9
    assert all(part >= -1e-9 for part in theil_indices(one, other)) and williamson_index(one, other) >= 0.0


@given(POSITIVE, st.floats(0.01, 1e3))
def test_equal_regions_have_no_inequality(people, rich) -> None:
    assert np.allclose([*theil_indices(people * rich, people), williamson_index(people * rich, people)], 0.0, atol=1e-6)


@given(arrays(float, 4, elements=st.floats(-10, 10)))
def test_a_field_is_that_of_its_two_sides(values) -> None:
    across, line_across, up, line_up = values
    found = field(*(np.array(part) for part in values))
    if across == line_across or up == line_up:
        assert np.isnan(found)
    else:
        assert int(found) == {(1, 1): 1, (1, 0): 2, (0, 1): 3, (0, 0): 4}[int(across > line_across), int(up > line_up)]


def test_growth_of_next_to_nothing_is_no_denominator() -> None:
    assert np.isnan(ratio_of_growth(np.array(5.0), np.array(0.49))) and not np.isnan(
        ratio_of_growth(np.array(5.0), np.array(-0.5))
    )


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_parts_of_every_region_add_up_on_the_shipped_figures(shipped: pd.DataFrame, variant: str) -> None:
    known = panel(shipped).span("2022", "2024")
    regions = tuple(code for code in known.regions if known.of((code, "12")).complete == known.years)
    assert len(regions) >= 25
    table = shift_share(shipped, regions, "12", "2022", "2024", variant)
    wide = table.pivot(index=["region", "item"], columns="component", values="value")
    assert np.allclose(wide.drop(columns="total").sum(axis=1, skipna=False), wide["total"], atol=1e-9, rtol=0)
    together = wide.drop(index="TOTAL", level="item").groupby(level="region").sum()
    assert np.allclose(together, wide.xs("TOTAL", level="item"), atol=1e-8, rtol=0)


def test_a_region_without_industries_has_gaps_and_no_zeros(shipped: pd.DataFrame) -> None:
    known = panel(shipped).span("2024", "2024")
    without = next(code for code in known.regions if not known.of((code,)).complete)
    table = lq(shipped, (without,), "12", "2024", "2024")
    lacking = table[np.isnan(table["value"])]
    assert len(lacking) and set(lacking["reason"]) == {"missing_input"} and set(lacking["status"]) == {"unknown"}
    assert not (table["value"] == 0).any()


def test_status_travels(shipped: pd.DataFrame) -> None:
    assert set(lq(shipped, ("1275",), "12", "2023", "2023")["status"]) == {"final"}
    assert set(lq(shipped, ("1275",), "12", "2025", "2025")["status"]) == {"very_preliminary"}


def test_the_break_of_the_census_has_no_mean(shipped: pd.DataFrame) -> None:
    table = klassen_of_regions(shipped, ("1275",), "12", "2018", "2022").set_index("component")
    assert np.isnan(table.loc["class", "value"]) and table.loc["class", "reason"] == "population_break"
    assert klassen_of_regions(shipped, ("1275",), "12", "2021", "2024")["value"].iloc[-1] == 1.0


def test_inequality_needs_every_region(shipped: pd.DataFrame) -> None:
    for table in (theil(shipped, "12", "2024", "2025"), williamson(shipped, "12", "2024", "2025")):
        assert not table[table["period"] == "2024"]["value"].isna().any()
        assert table[table["period"] == "2025"]["value"].isna().all()


def test_twins_are_ranked_by_their_likeness(shipped: pd.DataFrame) -> None:
    table = twins(shipped, "1275", "2024", "2024").dropna(subset="value")
    ranked = tuple(table.sort_values("value", ascending=False, kind="stable")["item"])
    assert most_alike(shipped, "1275", "2024") == ranked and "12" not in ranked
    parts = alike(shipped, "1275", ranked[0], "2024")
    overlap = parts[parts["component"] == "overlap"]["value"].sum()
    assert overlap == pytest.approx(table["value"].max(), abs=1e-12)
    assert set(most_alike(shipped, "1275", "2024", left_out="G")) == set(ranked)


def test_the_lines_of_the_matrix_are_told(shipped: pd.DataFrame) -> None:
    table = growth_share(shipped, ("1275",), "12", "2021", "2024")
    wide = table.pivot(index="item", columns="component", values="value")
    assert (wide["line_lq"] == 1).all() and wide["line_growth"].nunique() == 1
    assert set(wide.index) == set(INDUSTRIES)
    above = (wide["lq"] > 1) & (wide["growth"] > wide["line_growth"])
    assert (wide.loc[above, "class"] == 1).all() and above.any()


def test_what_is_not_there_is_said(shipped: pd.DataFrame) -> None:
    for call in (
        lambda: lq(shipped, ("7371",), "12", "2021", "2024"),
        lambda: lq(shipped, ("1275",), "12", "1999", "2024"),
        lambda: theil(shipped, "73", "2021", "2024"),
        lambda: most_alike(shipped, "1275", "2024", left_out="Z"),
    ):
        with pytest.raises(NoSuchPart):
            call()


def test_an_empty_table_has_no_region() -> None:
    assert panel(levels({"A": {"2022": 1.0}}).iloc[:0]).regions == ()


def test_elasticity_says_why_there_is_none() -> None:
    """Synthetic: a reference that hardly grows."""
    own = levels({"TOTAL": {"2021": 100.0, "2022": 105.0}}, region="1275")
    other = levels({"TOTAL": {"2021": 1000.0, "2022": 1001.0}}, region="12")
    table = elasticity(pd.concat([own, other], ignore_index=True), ("1275",), "12", "2021", "2022")
    assert table["value"].isna().all() and table["reason"].item() == "small_denominator"
