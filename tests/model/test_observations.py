"""The contract of the one table: what `check` lets pass and what it names."""

import pandas as pd
import pytest

from model.observations import COLUMNS, check, empty, levels

SOUND = levels({"A": {"2022": 1.0, "2023": 2.0}, "TOTAL": {"2023-Q1": 5.0}})


def test_a_sound_table_comes_back_itself() -> None:
    assert check(SOUND) is SOUND
    assert len(check(empty())) == 0
    assert len(check(levels({}))) == 0


@pytest.mark.parametrize(
    ("column", "value", "named"),
    [
        ("approach", "income", "unknown approach: .*income"),
        ("price_basis", "2010", "unknown price_basis: .*2010"),
        ("measure", "growth", "unknown measure: .*growth"),
        ("unit", "rupiah", "unknown unit: .*rupiah"),
        ("status", "", "unknown status"),
        ("item", "M", "unknown item: .*M"),
        ("period", "2023-Q5", "not a period: '2023-Q5'"),
        ("period", "2023-Q1", "does not fit frequency 'A'"),
        ("frequency", "Q", "does not fit frequency 'Q'"),
        ("frequency", "M", "unknown frequency: .*M"),
        ("value", float("nan"), "neither value nor reason"),
        ("period", "2023", "key stands twice"),
    ],
)
def test_what_does_not_fit_is_named(column: str, value: object, named: str) -> None:
    spoilt = SOUND.copy()
    spoilt.loc[0, column] = value
    with pytest.raises(ValueError, match=named):
        check(spoilt)


def test_columns_and_their_order_belong_to_the_contract() -> None:
    with pytest.raises(ValueError, match="columns are"):
        check(SOUND[list(reversed(COLUMNS))])
    with pytest.raises(ValueError, match="columns are"):
        check(SOUND.assign(source="x"))
    with pytest.raises(ValueError, match="expected float64"):
        check(SOUND.assign(value=SOUND["value"].astype("int64")))


def test_a_missing_value_with_a_reason_and_a_span_are_sound() -> None:
    gap = SOUND.assign(value=float("nan"), reason="missing_input")
    assert check(gap) is gap
    span = SOUND.head(1).assign(period="2021/2025", measure="cagr", unit="percent")
    assert check(span) is span


def test_levels_know_their_frequency_and_their_keys() -> None:
    assert SOUND["frequency"].tolist() == ["A", "A", "Q"]
    assert isinstance(SOUND, pd.DataFrame) and tuple(SOUND.columns) == COLUMNS
