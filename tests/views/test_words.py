"""The small words under a title, on frames made by hand."""

import pandas as pd
import pytest

from model.dimensions import Measure, PriceBasis
from model.items import INDUSTRIES, RESIDUAL
from model.observations import levels
from views.frame import SHOWN, inputs, result, with_shown
from views.words import gap_note, measure_name, notes, period_status, span_words, spans, subtitle, whole

YEARS = {"2023": 100.0, "2024": 110.0}
TOTAL = {"2023": 1700.0, "2024": 1870.0}


def frame(status: str = "final", **figures: float) -> pd.DataFrame:
    """Contributions of 2024 that are printed as given, of one region."""
    items = {item: {"2024": 1.0} for item in figures}
    rows = levels(items, status=status).assign(measure="contribution_yoy", unit="percentage_point")
    return with_shown(rows.assign(value=rows["item"].map(figures)))


def test_a_period_is_as_firm_as_its_weakest_figure() -> None:
    mixed = pd.concat([frame(A=1.0), frame("very_preliminary", B=1.0), frame("preliminary", C=1.0)])
    assert period_status(mixed, "2024") == "very_preliminary"
    assert span_words(mixed, "id") == "2024**"
    assert period_status(mixed[mixed["item"] != "B"], "2024") == "preliminary"
    assert period_status(mixed, "2023") is None


def test_a_missing_figure_does_not_count() -> None:
    mixed = pd.concat([frame(A=1.0), frame("very_preliminary", B=float("nan"))])
    assert span_words(mixed, "en") == "2024" and span_words(mixed.iloc[:0], "en") == ""


@pytest.mark.parametrize(("total", "said"), [(17.0, False), (17.01, True), (16.99, True), (17.004, False)])
def test_the_footnote_on_rounding_stands_where_printed_parts_do_not_add(total: float, said: bool) -> None:
    printed = frame(**dict.fromkeys(INDUSTRIES, 1.0), TOTAL=total)
    assert ("Perbedaan angka di belakang koma disebabkan oleh pembulatan." in notes(printed, "id")) == said
    assert not notes(printed[printed["item"] != "G"], "id")


@pytest.mark.parametrize(("left", "said"), [(0.004, False), (0.005, True), (-0.02, True), (0.0, False)])
def test_the_footnote_on_the_residual_stands_where_one_is_printed(left: float, said: bool) -> None:
    assert any("Residual" in note for note in notes(frame(**{RESIDUAL: left}), "en")) == said


def test_a_footnote_explains_a_small_base_and_a_base_that_moved() -> None:
    assert notes(frame(A=1.0).assign(reason="small_base"), "en") == (
        "† Small base (below 0.05 percent of GRDP), not ranked.",
    )
    assert notes(frame(A=1.0).assign(reason="rebased_2021"), "id")[0].startswith("Tahun dasar indeks dipindah ke 2021")


def test_a_subtitle_says_measure_unit_basis_region_and_periods() -> None:
    obs = levels({"TOTAL": YEARS}, price_basis="current", status="preliminary")
    made = result(obs, Measure.YOY, ("TOTAL",), PriceBasis.CURRENT)
    assert subtitle(made, "1275", "en", "Grey: all") == (
        "Nominal growth, y-on-y, percent, current prices, Kota Medan, 2024*. Price changes included. Grey: all"
    )
    assert subtitle(frame(A=1.0), "", "id") == "Sumber pertumbuhan y-on-y, poin persen, harga konstan 2010, 2024"


def test_an_index_at_current_prices_is_one_of_value() -> None:
    assert measure_name(Measure.INDEX, PriceBasis.CURRENT, "id") == "Indeks nilai"
    assert measure_name(Measure.INDEX, PriceBasis.CONSTANT_2010, "en") == "Volume index"
    assert measure_name(Measure.CONTRIBUTION_YOY, PriceBasis.CURRENT, "id") == "Sumber pertumbuhan nominal y-on-y"


def test_a_year_without_figures_is_a_gap_in_words() -> None:
    obs = levels({"A": {"2018": 1.0, "2021": 2.0, "2023": 3.0, "2024": 4.0}})
    shown = with_shown(obs.assign(reason=""))
    assert gap_note(shown, "id") == (
        "Angka Kota Medan tahun 2019–2020 dan tahun 2022 belum tersedia dalam edisi ini; grafik memberi jeda di situ.",
    )
    assert gap_note(shown[shown["period"] > "2022"], "en") == ()


def test_periods_that_follow_each_other_are_a_span() -> None:
    assert spans(["2025-Q4", "2026-Q1"], "id") == "Triwulan IV-2025–Triwulan I-2026"
    assert spans(["2019"], "en") == "2019"


def test_the_whole_is_there_only_with_every_part() -> None:
    assert whole(frame(**dict.fromkeys(INDUSTRIES, 1.0)))
    assert not whole(frame(**dict.fromkeys(INDUSTRIES[1:], 1.0)))
    assert not whole(frame(**dict.fromkeys(INDUSTRIES[1:], 1.0), A=float("nan")))
    assert whole(frame(H=1.0), ("H",)) and not whole(frame(H=1.0), ("H", "I"))


def test_the_rest_is_what_the_printed_parts_leave_of_the_printed_total() -> None:
    printed = frame(TRADE=0.787, SERVICES=2.8365, OTHERS=1.4482, TERTIARY=3.62, TOTAL=5.0718)
    assert printed.set_index("item")[SHOWN].to_dict() == {
        "TRADE": 0.79,
        "SERVICES": 2.84,
        "OTHERS": 1.44,
        "TERTIARY": 3.62,
        "TOTAL": 5.07,
    }


def test_an_average_rests_on_both_its_years_and_an_index_on_its_base() -> None:
    obs = levels({"A": {str(year): 100.0 + year for year in range(2010, 2026)}, "TOTAL": TOTAL})
    average = frame(A=1.0).assign(measure="cagr", unit="percent", period="2012/2020")
    assert set(obs.loc[inputs(obs, average), "period"]) == {"2012", "2020"}
    index = frame(A=1.0).assign(measure="index", unit="index")
    assert set(obs.loc[inputs(obs, index, base=2010), "period"]) == {"2010", "2024"}
