"""A prepared figure sends what the figure would, without encoding it again."""

import plotly.graph_objects as go
import plotly.io
import plotly.tools
from plotly.basedatatypes import BaseFigure

from charts import columns
from charts.prepared import prepare


def as_streamlit_sends(figure: BaseFigure) -> str:
    spec = plotly.tools.return_figure_from_figure_or_data(figure, validate_figure=True)
    return plotly.io.to_json(spec, validate=False)


def test_it_sends_the_same_text(growth) -> None:
    figure = columns.columns(growth, "id")
    assert as_streamlit_sends(prepare(figure)) == as_streamlit_sends(figure)


def test_plotly_takes_the_encoder_that_knows_it() -> None:
    figure = go.Figure(data=[{"y": [1.5, 2.5]}])
    assert plotly.io.json.config.default_engine in ("auto", "orjson")
    assert plotly.io.to_json(prepare(figure), validate=False) == plotly.io.to_json(figure, validate=False)


def test_it_is_a_figure_and_knows_its_height(growth) -> None:
    figure = columns.columns(growth, "id")
    prepared = prepare(figure)
    assert isinstance(prepared, BaseFigure)
    assert prepared.to_dict()["layout"]["height"] == figure.layout.height


def test_without_a_height_the_default_holds() -> None:
    assert "height" not in prepare(go.Figure()).to_dict()["layout"]


def test_it_is_encoded_once(growth) -> None:
    prepared = prepare(columns.columns(growth, "id"))
    assert prepared.to_dict() is prepared.to_dict()
