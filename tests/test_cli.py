"""`cli.py table`: the figures of the publications, the defaults, and what has no figure."""

import io

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from cli import cli
from data import store
from model.dimensions import Measure
from model.items import GROUPS, INDUSTRIES, RESIDUAL, order
from model.observations import COLUMNS, check
from model.rounding import half_away

HEADER = "region,approach,item,price_basis,frequency,period,measure,value,unit,status,reason"


def run(line: str) -> Result:
    return CliRunner().invoke(cli, line.split())


def table(line: str) -> pd.DataFrame:
    """The table that is printed, read back and checked."""
    result = run(f"table {line}")
    assert (result.exit_code, result.stderr) == (0, "")
    read_back = pd.read_csv(io.BytesIO(result.stdout_bytes), dtype=dict.fromkeys(COLUMNS, "str"), keep_default_na=False)
    return check(read_back.assign(value=pd.to_numeric(read_back["value"])).astype({"value": "float64"}))


def figure(line: str) -> float:
    """The one value that is printed."""
    (value,) = table(line)["value"]
    return float(value)


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("--region 1275 --measure yoy --item TOTAL --period 2023", "5.0422"),
        ("--region 1275 --measure contribution_yoy --item TRADE --period 2023", "1.3968"),
        ("--region 1275 --measure contribution_yoy --item SERVICES --period 2023", "2.4196"),
        ("--region 1275 --measure yoy --item TOTAL --period 2022", "4.71"),
        ("--region 1275 --measure yoy --item TOTAL --period 2024", "5.07"),
        ("--region 1275 --measure yoy --item TOTAL --period 2025", "5.10"),
        ("--region 1275 --measure yoy --item TOTAL --period 2020", "-1.98"),
        ("--region 12 --measure yoy --item TOTAL --period 2024-Q4", "5.10"),
        ("--region 12 --measure qtq --item TOTAL --period 2024-Q4", "0.44"),
        ("--region 12 --measure ctc --item TOTAL --period 2024-Q4", "5.03"),
        ("--region 1275 --measure share --item PRIMARY --period 2025", "0.91"),
        ("--region 1275 --measure share --item SECONDARY --period 2025", "31.71"),
        ("--region 1275 --measure share --item TERTIARY --period 2025", "67.38"),
        ("--region 1275 --measure cagr --item TOTAL --period 2021/2025", "4.98"),
        ("--region 1275 --measure deflator --item TERTIARY --period 2025", "181.59"),
        ("--region 12 --measure per_capita --item TOTAL --period 2010", "25412.07"),
    ],
)
def test_figures_come_out_as_published(line: str, printed: str) -> None:
    assert str(half_away(figure(line), len(printed.partition(".")[2]))) == printed


@pytest.mark.parametrize("year", ["2022", "2023", "2024", "2025"])
def test_contributions_and_residual_add_to_the_growth_of_the_total(year: str) -> None:
    parts = table(f"--region 1275 --measure contribution_yoy --period {year}").set_index("item")["value"]
    growth = figure(f"--region 1275 --measure yoy --item TOTAL --period {year}")
    assert parts[[*INDUSTRIES, RESIDUAL]].sum() == pytest.approx(growth, abs=1e-9)


@pytest.mark.parametrize("region", ["1275", "12"])
@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_prints_a_sound_table_in_bps_order(region: str, measure: str) -> None:
    printed = table(f"--region {region} --measure {measure}")
    assert set(printed["measure"]) == {measure} and set(printed["region"]) == {region}
    rows = [(order(item), period) for item, period in zip(printed["item"], printed["period"], strict=True)]
    assert rows == sorted(rows)
    assert not set(printed["item"]) & set(GROUPS)
    assert (RESIDUAL in set(printed["item"])) == measure.startswith("contribution")


@pytest.mark.parametrize(
    ("line", "basis", "frequency"),
    [
        ("--measure yoy", "constant_2010", "A"),
        ("--measure level", "constant_2010", "A"),
        ("--measure yoy --price-basis current", "current", "A"),
        ("--measure share", "current", "A"),
        ("--measure per_capita", "current", "A"),
        ("--measure deflator", "implicit", "A"),
        ("--measure deflator --price-basis implicit", "implicit", "A"),
        ("--measure volume_effect", "implicit", "A"),
        ("--measure yoy --period 2024-Q1", "constant_2010", "Q"),
        ("--measure qtq", "constant_2010", "Q"),
        ("--measure ctc --period 2024", "constant_2010", "Q"),
        ("--measure contribution_ctc", "constant_2010", "Q"),
        ("--measure deflator_qtq", "implicit", "Q"),
    ],
)
def test_what_is_not_asked_for_has_a_default(line: str, basis: str, frequency: str) -> None:
    printed = table(f"--region 12 {line}")
    assert (set(printed["price_basis"]), set(printed["frequency"])) == ({basis}, {frequency})
    assert set(printed["approach"]) == {"production"}


def test_a_year_at_quarterly_frequency_is_its_quarters() -> None:
    printed = table("--region 12 --measure yoy --item TOTAL --frequency Q --period 2023")
    assert printed["period"].tolist() == ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]


def test_items_repeat_and_come_in_bps_order() -> None:
    printed = table("--region 1275 --measure yoy --period 2023 --item TOTAL --item TRADE --item G --item A --item G")
    assert printed["item"].tolist() == ["A", "G", "TRADE", "TOTAL"]


def test_without_items_the_seventeen_and_total_stand() -> None:
    printed = table("--region 1275 --measure yoy --period 2023")
    assert printed["item"].tolist() == [*INDUSTRIES, "TOTAL"]


def test_an_index_has_the_base_that_is_asked_for_or_says_which_it_has() -> None:
    total = table("--region 1275 --measure index --item TOTAL --base 2021").set_index("period")
    assert total.at["2021", "value"] == 100 and total.at["2021", "reason"] == ""
    trade = table("--region 1275 --measure index --item G").set_index("period")
    assert trade.at["2021", "value"] == 100 and trade.at["2020", "reason"] == "missing_input"
    assert set(trade.loc["2021":, "reason"]) == {"rebased_2021"}


def test_what_cannot_be_computed_is_a_row_with_a_reason() -> None:
    (row,) = table("--region 1275 --measure yoy --item TOTAL --period 2010").to_dict("records")
    assert row["reason"] == "no_predecessor" and pd.isna(row["value"])


@pytest.mark.parametrize(
    ("measure", "item", "period"),
    [
        ("level", "G", "2025"),
        ("yoy", "G", "2025"),
        ("change", "A", "2023"),
        ("index", "SERVICES", "2023"),
        ("cagr", "TRADE", "2021/2025"),
        ("share", "G", "2025"),
        ("contribution_yoy", "G", "2023"),
        ("contribution_ctc", "SERVICES_PUBLIC", "2026-Q2"),
        ("level", "TERTIARY", "2023"),
    ],
)
def test_an_item_asked_for_by_name_says_that_it_lacks_current_prices(measure: str, item: str, period: str) -> None:
    (row,) = table(f"--region 1275 --measure {measure} --price-basis current --item {item} --period {period}").to_dict(
        "records"
    )
    assert (row["item"], row["period"], row["price_basis"]) == (item, period, "current")
    assert pd.isna(row["value"]) and (row["status"], row["reason"]) == ("unknown", "no_current_prices")


def test_what_lacks_current_prices_stands_in_bps_order_among_what_has_them() -> None:
    line = "--region 1275 --measure yoy --price-basis current --period 2023"
    printed = table(f"{line} --item TOTAL --item TRADE --item G --item A")
    assert printed["item"].tolist() == ["A", "G", "TRADE", "TOTAL"]
    assert printed["value"].notna().tolist() == [False, False, False, True]
    assert table(line)["item"].tolist() == ["TOTAL"]


@pytest.mark.parametrize("item", ["INV", "NX"])
def test_what_can_change_sign_has_no_price(item: str) -> None:
    line = f"--region 12 --approach expenditure --measure deflator --item {item} --period 2023"
    (row,) = table(line).to_dict("records")
    assert pd.isna(row["value"]) and row["reason"] == "negative_base"


@pytest.mark.parametrize("line", ["--measure yoy --period 1999", "--measure per_capita --frequency Q"])
def test_no_row_is_the_header_and_a_sentence(line: str) -> None:
    result = run(f"table --region 1275 {line}")
    assert (result.exit_code, result.stdout) == (0, f"{HEADER}\n")
    assert result.stderr.startswith("Tidak ada baris: edisi ") and result.stderr.count("\n") == 1


def test_an_older_edition_holds_what_was_known_then() -> None:
    line = "--region 1275 --measure level --item TOTAL --period 2020"
    assert figure(f"{line} --edition 1") == 153669.77583
    assert figure(line) == figure(f"{line} --edition {store.edition().number}") == 153669.95
