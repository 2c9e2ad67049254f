"""The map of changes: what is new, revised, withdrawn and the same can be told apart, by words and signs too."""

from itertools import combinations

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import plotly.io
import pytest

from charts import changes, tokens
from model.items import INDUSTRIES
from model.observations import WITHDRAWN, levels
from stats.revision import revision
from tests.charts.test_tokens import contrast

YEARS = [str(year) for year in range(2021, 2026)]


@pytest.fixture
def values() -> pd.DataFrame:
    """Seventeen industries, made up: one year of each kind of change."""
    old = levels({item: {year: 100.0 for year in YEARS[:4]} for item in (*INDUSTRIES, "TOTAL")})
    new = levels({item: {year: 100.0 for year in YEARS} for item in (*INDUSTRIES, "TOTAL")}, status="preliminary")
    new["value"] += np.select([new["period"] == "2023", new["period"] == "2024"], [8.7, -12.4], 0.0)
    gone = (new["period"] == "2022") & (new["item"] == "B")
    return revision(old, new.assign(value=new["value"].mask(gone), status=new["status"].mask(gone, WITHDRAWN)))


def texts(figure: go.Figure, item: str) -> list[str]:
    return list(figure.data[0].text[list(figure.data[0].y).index(item)])


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_property_is_one_that_plotly_knows(values: pd.DataFrame, lang: str, theme: tokens.Theme) -> None:
    figure = changes.changes(values, lang, theme)
    assert len(go.Figure(figure.to_dict()).data) == 1


def test_each_kind_of_change_stands_in_its_cell_in_words(values: pd.DataFrame) -> None:
    figure = changes.changes(values, "id")
    assert texts(figure, "A") == ["·", "·", "+8,70", "−12,40", "baru"]
    assert texts(figure, "B")[1] == "×"
    assert texts(changes.changes(values, "en"), "B") == ["·", "×", "+8.70", "−12.40", "new"]
    assert [round(place) for place in figure.data[0].z[1]] == [0, 4, 1, 2, 3]


def test_rows_stand_in_the_order_of_print_and_periods_in_time(values: pd.DataFrame) -> None:
    figure = changes.changes(values.sample(frac=1, random_state=1), "id")
    assert list(figure.data[0].y) == [*INDUSTRIES, "TOTAL"]
    assert list(figure.data[0].x) == YEARS
    assert figure.layout.yaxis.range[0] > figure.layout.yaxis.range[1]  # the first row at the top
    assert figure.layout.yaxis.ticktext[0] == "Pertanian"
    assert list(figure.layout.xaxis.ticktext) == [f"{year}*" for year in YEARS]


def test_many_columns_carry_signs_that_tell_the_kinds_apart() -> None:
    quarters = [f"{year}-Q{quarter}" for year in range(2019, 2025) for quarter in range(1, 5)]
    old = levels({"TOTAL": {quarter: 100.0 for quarter in quarters[:-1]}})
    new = levels({"TOTAL": {quarter: 100.0 + (-1) ** place for place, quarter in enumerate(quarters)}})
    new.loc[3, "value"] = 100.0
    shown = texts(changes.changes(revision(old, new), "id"), "TOTAL")
    assert shown[:4] == ["+", "−", "+", "·"] and shown[-1] == "◆"
    assert len(set(changes.SIGNS)) == len(changes.CLASSES)


def test_a_small_revision_never_reads_as_none() -> None:
    old = levels({item: {year: 100.0 for year in YEARS} for item in INDUSTRIES})
    new = levels({item: {year: 100.04 for year in YEARS} for item in INDUSTRIES})
    shown = texts(changes.changes(revision(old, new), "id"), "A")
    assert set(shown) <= {"+0,04", "+"}


def test_where_nothing_was_handed_in_nothing_stands() -> None:
    new = levels({"A": {"2024": 1.0, "2025": 1.1}, "G": {"2025": 2.0}})
    figure = changes.changes(revision(new[:0], new), "id")
    assert texts(figure, "G") == ["", "baru"] and np.isnan(figure.data[0].z[1][0])
    assert figure.data[0].hoverongaps is False


def test_hovering_tells_before_and_after(values: pd.DataFrame) -> None:
    cells = changes.changes(values, "id").data[0].customdata
    assert cells[0][2] == ["Pertanian, 2023*", "100,00 → 108,70 miliar rupiah (+8,70)"]
    assert cells[1][1] == ["Pertambangan, 2022", "ditarik: 100,00 miliar rupiah"]
    assert cells[0][4] == ["Pertanian, 2025*", "baru: 100,00 miliar rupiah"]


@pytest.mark.parametrize("theme", tokens.THEMES)
def test_the_text_of_every_class_is_legible_and_no_two_share_a_ground(theme: tokens.Theme) -> None:
    grounds = [tokens.heat(name, theme) for name in changes.CLASSES]
    assert all(contrast(tokens.ui("ink", theme), ground) >= 4.5 for ground in grounds)
    assert all(one != other for one, other in combinations(grounds, 2))


def test_the_map_is_small_on_the_wire_and_leaves_its_table_alone(values: pd.DataFrame) -> None:
    before = values.copy()
    figure = changes.changes(values, "id")
    assert len(plotly.io.to_json(figure, validate=False)) < 20_000
    pd.testing.assert_frame_equal(values, before)
    assert figure.layout.height < 600


def test_a_map_of_one_figure_is_drawn() -> None:
    one = levels({"TOTAL": {"2026-Q3": 1.0}})
    assert texts(changes.changes(revision(one[:0], one), "en"), "TOTAL") == ["new"]
