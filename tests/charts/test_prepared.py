"""A prepared figure sends what draws the same as the figure, without encoding it again."""

import json
import re

import plotly.graph_objects as go
import plotly.io
import plotly.tools
from plotly.basedatatypes import BaseFigure

from charts import columns
from charts.prepared import prepare
from charts.settled import settled


def as_streamlit_sends(figure: BaseFigure) -> str:
    spec = plotly.tools.return_figure_from_figure_or_data(figure, validate_figure=True)
    return plotly.io.to_json(spec, validate=False)


def test_it_sends_the_figure_with_its_template_written_in(growth) -> None:
    figure = columns.columns(growth, "id")
    sent = json.loads(as_streamlit_sends(prepare(figure)))
    assert re.fullmatch("[0-9a-f]{12}", sent["layout"].pop("datarevision"))
    assert sent == json.loads(str(plotly.io.to_json(settled(figure.to_dict()), validate=False)))


def test_its_revision_tells_figures_apart(growth) -> None:
    first, same = (prepare(columns.columns(growth, "id")) for _ in range(2))
    other = prepare(columns.columns(growth, "id", "dark"))
    assert as_streamlit_sends(first) == as_streamlit_sends(same)
    revision = re.compile('"datarevision":"([^"]+)"')
    assert revision.findall(as_streamlit_sends(first)) != revision.findall(as_streamlit_sends(other))


def test_plotly_takes_the_encoder_that_knows_it() -> None:
    assert plotly.io.json.config.default_engine in ("auto", "orjson")
    assert '"y":[1.5,2.5]' in str(plotly.io.to_json(prepare(go.Figure(data=[{"y": [1.5, 2.5]}])), validate=False))


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
