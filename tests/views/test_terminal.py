"""What the words of the terminal ask for, and the frame that answers."""

import pandas as pd
import pytest

from model.dimensions import Frequency, Measure, PriceBasis
from model.items import GROUPS, INDUSTRIES
from model.observations import levels
from views.argument import WrongArgument
from views.terminal import frame, request, sources, title


def test_every_part_that_is_left_out_is_filled_in() -> None:
    asked = request(region="1275", measure="yoy")
    assert (asked.approach, asked.basis, asked.frequency) == ("production", PriceBasis.CONSTANT_2010, Frequency.A)
    assert (asked.items, asked.periods, asked.span, asked.base) == ((), (), None, 2010)


@pytest.mark.parametrize(
    ("period", "frequency", "periods"),
    [
        ("2023", None, ("2023",)),
        ("2023-Q2", None, ("2023-Q2",)),
        ("2023-Q2", "Q", ("2023-Q2",)),
        ("2023", "Q", ("2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4")),
    ],
)
def test_a_year_is_itself_or_its_quarters(period: str, frequency: str | None, periods: tuple[str, ...]) -> None:
    assert request(region="12", measure="yoy", period=period, frequency=frequency).periods == periods


def test_a_compound_average_spans_two_years() -> None:
    asked = request(region="1275", measure="cagr", period="2021/2025")
    assert (asked.span, asked.periods) == (("2021", "2025"), ())


@pytest.mark.parametrize("measure", [one for one in Measure if one.endswith(("qtq", "ctc"))])
def test_what_goes_by_quarters_has_no_annual_figure(measure: Measure) -> None:
    assert request(region="12", measure=measure).frequency == Frequency.Q
    with pytest.raises(WrongArgument) as wrong:
        request(region="12", measure=measure, frequency="A")
    assert wrong.value.key == "cli.wrong.quarterly_measure"


def expenditure() -> pd.DataFrame:
    """Exports grow by 20 of 100, imports by 10."""
    items = {"EXP": (70.0, 90.0), "IMP": (20.0, 30.0), "HH": (50.0, 50.0), "TOTAL": (100.0, 110.0)}
    years = {item: dict(zip(("2022", "2023"), pair, strict=True)) for item, pair in items.items()}
    return levels(years, region="12", approach="expenditure")


def test_imports_take_from_growth_when_they_grow() -> None:
    obs = expenditure()
    asked = request(
        region="12", measure="contribution_yoy", approach="expenditure", period="2023", items=("EXP", "IMP")
    )
    assert frame(obs, asked)["value"].tolist() == pytest.approx([20.0, -10.0])
    growth = request(region="12", measure="yoy", approach="expenditure", period="2023", items=("IMP",))
    assert frame(obs, growth)["value"].tolist() == pytest.approx([50.0])


def test_the_frame_is_fresh_and_the_observations_stay() -> None:
    obs = expenditure()
    before = obs.copy(deep=True)
    asked = request(region="12", measure="level", approach="expenditure")
    printed = frame(obs, asked)
    printed.loc[:, "value"] = 0.0
    pd.testing.assert_frame_equal(obs, before)


def test_a_region_without_figures_gives_an_empty_table_of_the_same_columns() -> None:
    printed = frame(expenditure(), request(region="1275", measure="yoy"))
    assert printed.empty and list(printed.columns) == list(expenditure().columns)


def test_growth_rests_on_the_levels_of_both_years() -> None:
    heads = levels({"TOTAL": {"2023": 60.0}}, region="12", approach="expenditure")
    obs = pd.concat([expenditure(), heads.assign(measure="per_capita", unit="thousand_idr")], ignore_index=True)
    asked = request(region="12", measure="yoy", approach="expenditure", period="2023", items=("IMP",))
    used = obs.loc[sources(obs, asked, frame(obs, asked))]
    assert set(used["item"]) == {"IMP", "TOTAL"} and set(used["period"]) == {"2022", "2023"}
    assert set(used["measure"]) == {"level"}


def used_years(measure: str, years: dict[str, float], **asked: str) -> set[str]:
    obs = levels({"TOTAL": years}, region="12")
    wanted = request(region="12", measure=measure, **asked)
    return set(obs.loc[sources(obs, wanted, frame(obs, wanted)), "period"])


def test_each_measure_rests_on_the_years_that_it_compares() -> None:
    years = {str(year): 100.0 + year for year in range(2018, 2026)}
    assert used_years("level", years, period="2023") == {"2023"}
    assert used_years("yoy", years, period="2023") == {"2022", "2023"}
    assert used_years("cagr", years, period="2019/2024") == {"2019", "2024"}
    assert used_years("index", years, period="2019", base="2021") == {"2018", "2019", "2021"}


def test_a_rest_is_made_of_what_it_leaves_out() -> None:
    obs = levels({item: {"2022": 9.0, "2023": 10.0} for item in (*INDUSTRIES, "TOTAL")}, region="12")
    for item, parts in (("RESIDUAL", set(INDUSTRIES)), ("OTHERS", set(GROUPS["TERTIARY"]))):
        asked = request(region="12", measure="contribution_yoy", period="2023", items=(item,))
        assert set(obs.loc[sources(obs, asked, frame(obs, asked)), "item"]) == parts | {"TOTAL"}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("id", ("Laju pertumbuhan y-on-y, Sumatera Utara", "12")),
        ("en", ("Growth, y-on-y, Sumatera Utara", "12")),
    ],
)
def test_a_table_has_a_title_in_both_languages(lang: str, words: tuple[str, str]) -> None:
    heading, detail, region = title(request(region="12", measure="yoy", period="2024-Q4"), lang)
    assert (heading, region) == words
    assert "2010" in detail and "2024" in detail
