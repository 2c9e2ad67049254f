"""The worked examples: computed for Medan from the shipped figures, and printed in the literature."""

import csv
import re
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from stats.regional.inequality import theil_indices
from stats.regional.klassen import klassen
from stats.regional.quotient import dlq, location_quotient, lq
from stats.regional.shift_share import dunn, esteban_marquillas, shift_share
from stats.regional.specialisation import concentration, herfindahl, krugman, krugman_index

GOLDEN = Path(__file__).parents[2] / "golden"
CODES = {"M,N": "MN", "R,S,T,U": "RSTU"}
MEDAN, SUMUT = ("1275",), "12"
SPAN = ("2021", "2024")


def golden(name: str) -> list[dict[str, str]]:
    with (GOLDEN / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = {CODES.get(row["code"], row["code"]): row for row in golden("regional_medan_2021_2024.csv")}
EXAMPLES = {row["case"]: row for row in golden("regional_examples.csv")}


def as_printed(value: float, printed: str) -> bool:
    """Whether a value rounds to what is printed, in its decimals."""
    return abs(value - float(printed)) <= 0.5000001 * 10.0 ** -len(printed.partition(".")[2])


@pytest.fixture(scope="module")
def found(shipped: pd.DataFrame) -> dict[str, float]:
    """Every figure of the golden table, by item and column."""
    parts = [
        ("lq_2021", lq(shipped, MEDAN, SUMUT, *SPAN).query("period == '2021'")),
        ("lq_2024", lq(shipped, MEDAN, SUMUT, *SPAN).query("period == '2024'")),
        *_columns(dlq(shipped, MEDAN, SUMUT, *SPAN), dlq="dlq_T1", dlq_power="dlq_pow_T3"),
        *_columns(
            shift_share(shipped, MEDAN, SUMUT, *SPAN),
            national="ss_national_bn", mix="ss_mix_bn", competitive="ss_competitive_bn", total="actual_change_bn",
        ),
        *_columns(
            shift_share(shipped, MEDAN, SUMUT, *SPAN, variant="esteban-marquillas"),
            competitive="em_competitive_bn", allocation="em_allocation_bn",
        ),
        *_columns(
            klassen(shipped, MEDAN, SUMUT, *SPAN),
            growth_region="cagr_medan_pct", growth_reference="cagr_sumut_pct", share_region="mean_share_medan_pct",
        ),
    ]  # fmt: skip
    return {
        f"{item} {column}": value
        for column, table in parts
        for item, value in zip(table["item"], table["value"], strict=True)
    }


def _columns(table: pd.DataFrame, **names: str) -> list[tuple[str, pd.DataFrame]]:
    return [(column, table[table["component"] == component]) for component, column in names.items()]


# `mean_share_sumut_pct` rests on an earlier vintage of the province's manufacturing; the classes that follow do not.
COLUMNS = (
    "lq_2021", "lq_2024", "dlq_T1", "dlq_pow_T3", "ss_national_bn", "ss_mix_bn", "ss_competitive_bn",
    "actual_change_bn", "em_competitive_bn", "em_allocation_bn", "cagr_medan_pct", "cagr_sumut_pct",
    "mean_share_medan_pct",
)  # fmt: skip
SUMMED = COLUMNS[4:10]


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("item", ROWS)
def test_medan_beside_its_province(found: dict[str, float], item: str, column: str) -> None:
    if item == "TOTAL" and column not in SUMMED:
        assert f"TOTAL {column}" not in found
    else:
        assert as_printed(found[f"{item} {column}"], ROWS[item][column])


@pytest.mark.parametrize("item", [item for item in ROWS if item != "TOTAL"])
def test_medan_has_the_class_of_the_table(shipped: pd.DataFrame, item: str) -> None:
    table = klassen(shipped, MEDAN, SUMUT, *SPAN)
    number = table[(table["item"] == item) & (table["component"] == "class")]["value"].item()
    assert ["I", "II", "III", "IV"][int(number) - 1] == ROWS[item]["klassen_sector"].split()[0]


def test_medan_is_as_specialised_and_as_concentrated_as_printed(shipped: pd.DataFrame) -> None:
    assert round(krugman(shipped, MEDAN, SUMUT, "2024", "2024")["value"].item(), 6) == 0.636427
    for region, printed in (("1275", 0.144017), ("12", 0.150296)):
        assert round(herfindahl(shipped, (region,), "2024", "2024")["value"].iloc[0], 6) == printed


def numbers(text: str) -> list[float]:
    return [float(one) for one in re.findall(r"-?\d+(?:\.\d+)?", text)]


@pytest.mark.parametrize("name", ["A", "B", "C"])
def test_shift_share_of_farhauer_and_kroell(name: str) -> None:
    row = EXAMPLES[f"Shift-share region {name} (Farhauer/Kroell 2013 data)"]
    base, now, whole, whole_now = (np.array(numbers(part)) for part in re.findall(r"\[(.*?)\]", row["inputs"]))
    change, national, mix, competitive, esteban, allocation = numbers(row["expected"])
    parts = [part.sum() for part in dunn(base, now, whole, whole_now)]
    assert np.allclose(parts, [national, mix, competitive, change], atol=5e-7)
    assert np.allclose(
        [part.sum() for part in esteban_marquillas(base, now, whole, whole_now)], [esteban, allocation], atol=5e-7
    )


def test_shift_share_of_trade_in_tebing_tinggi() -> None:
    """The thesis prints other digits and the other sign: a misprint, the formula counts."""
    whole = np.array([15984.93, 100000.0 - 15984.93])
    now = np.array([20574.43, 126920.0 - 20574.43])
    parts = dunn(np.array([213.9274, 0.0]), np.array([279.860, 0.0]), whole, now)
    assert [round(float(part[0]), 4) for part in (parts.mix, parts.competitive)] == [3.8323, 4.5110]


def test_quotients_of_the_estates_of_jambi() -> None:
    """The page prints 4.2 for tea, divided by the wrong figure: by the formula it is 0.735."""
    region, nation = np.array([850.0, 650, 400, 700]), np.array([1320.0, 2450, 3150, 4000])
    found = location_quotient(region, np.array(2600.0), nation, np.array(10920.0))
    assert found.round(9).tolist()[:3] == [2.704545455, 1.114285714, 0.533333333]
    assert round(float(found[3]), 3) == 0.735


def test_inequality_of_stoermann() -> None:
    t, mean_log = theil_indices(
        np.array(numbers(EXAMPLES["Theil-L (REAT theil) Stoermann 2009"]["inputs"])), np.ones(5)
    )
    assert (round(float(mean_log), 7), round(float(t), 6)) == (0.2326302, 0.250201)


def test_concentration_of_doersam_and_of_the_german_states() -> None:
    found = concentration(np.array(numbers(EXAMPLES["Herfindahl Doersam 2004"]["inputs"])))
    assert [round(float(part), 2) for part in found] == [0.34, 0.12, 2.94]
    states = numbers(EXAMPLES["Herfindahl German Laender GDP 2015"]["inputs"])
    assert round(float(concentration(np.array(states)).herfindahl), 3) == 0.125


def test_specialisation_at_its_most() -> None:
    assert float(krugman_index(np.array([20.0, 10, 70, 0, 0]), np.array([0.0, 0, 0, 60, 40]))) == 2.0


@pytest.mark.parametrize("case", [name for name in EXAMPLES if name.startswith("Shift-share Kota Medan")])
def test_parts_printed_of_medan_add_to_their_shift(case: str) -> None:
    """What older studies printed of Medan adds up, but where the source's own misprint is told."""
    row = EXAMPLES[case]
    parts, (total,) = numbers(row["expected"].partition("total")[0] + row["inputs"]), numbers(row["expected"])
    misprinted = "misprint" in row["note"]
    assert (abs(sum(parts) - total) <= 0.021) != misprinted
