"""A finished figure that is serialised once and sent many times.

Streamlit asks a figure for its dict and turns the dict into JSON at every rerun, which copies and encodes the whole
figure each time. A prepared figure keeps the encoded text and lets go of its parts, which weigh ten times as much.
"""

from typing import Any

import orjson
import plotly.graph_objects as go
import plotly.io
from plotly.basedatatypes import BaseFigure


class _Spec(dict[str, Any]):
    """What stands for the dict of a figure: plotly asks it what to encode, and a fragment is copied as it is."""

    def __init__(self, encoded: str, height: int | None) -> None:
        super().__init__(data=[], layout={} if height is None else {"height": height})
        self._fragment = orjson.Fragment(encoded.encode())

    def to_plotly_json(self) -> orjson.Fragment:
        return self._fragment


class Prepared(BaseFigure):
    """A figure to be shown and nothing else: it knows its text and its height, no longer its traces.

    It is sent right by plotly's encoder that uses orjson, which plotly takes wherever orjson is installed.
    """

    def __init__(self, encoded: str, height: int | None) -> None:
        self.__dict__["_spec"] = _Spec(encoded, height)

    def to_dict(self) -> dict[str, Any]:
        """What stands for the dict of this figure, the same object at each call: not to be changed."""
        spec: _Spec = self.__dict__["_spec"]
        return spec


def prepare(figure: go.Figure) -> Prepared:
    """`figure` as it is now, ready to be sent again and again."""
    return Prepared(str(plotly.io.to_json(figure, validate=False)), figure.layout.height)
