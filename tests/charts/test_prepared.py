"""A prepared figure sends what the figure would, without encoding it again."""

import json

import plotly.io
import plotly.tools
import pytest
from plotly.basedatatypes import BaseFigure

from charts import columns
from charts.prepared import prepare


def as_streamlit_sends(figure: BaseFigure) -> str:
    spec = plotly.tools.return_figure_from_figure_or_data(figure, validate_figure=True)
    return plotly.io.to_json(spec, validate=False)


def test_it_sends_the_same_text(growth) -> None:
    figure = columns.columns(growth, "id")
    assert as_streamlit_sends(prepare(figure)) == as_streamlit_sends(figure)


@pytest.mark.parametrize("engine", ["json", "orjson"])
def test_it_means_the_same_to_both_encoders(growth, engine: str) -> None:
    figure = columns.columns(growth, "id")
    spec = prepare(figure).to_dict()
    assert json.loads(plotly.io.to_json(spec, validate=False, engine=engine)) == json.loads(as_streamlit_sends(figure))


def test_it_is_a_figure_and_knows_its_height(growth) -> None:
    figure = columns.columns(growth, "id")
    prepared = prepare(figure)
    assert isinstance(prepared, BaseFigure)
    assert prepared.to_dict()["layout"]["height"] == figure.layout.height == prepared.layout.height
    assert prepared == figure


def test_it_is_encoded_once(growth) -> None:
    prepared = prepare(columns.columns(growth, "id"))
    assert prepared.to_dict() is prepared.to_dict()
