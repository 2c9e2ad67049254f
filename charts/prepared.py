"""A finished figure that is serialised once and sent many times.

Streamlit asks a figure for its dict and turns the dict into JSON at every rerun, which copies and encodes the whole
figure each time. A prepared figure keeps the encoded text and lets go of its parts, which weigh ten times as much.
"""

import hashlib
from typing import Any

import orjson
import plotly.graph_objects as go
import plotly.io
from plotly.basedatatypes import BaseFigure

from charts.settled import settled


class _Spec(dict[str, Any]):
    """What stands for the dict of a figure: plotly asks it what to encode, and a fragment is copied as it is."""

    def __init__(self, encoded: bytes, height: int | None) -> None:
        super().__init__(data=[], layout={} if height is None else {"height": height})
        self._fragment = orjson.Fragment(encoded)

    def to_plotly_json(self) -> orjson.Fragment:
        return self._fragment


class Prepared(BaseFigure):
    """A figure to be shown and nothing else: it knows its text and its height, no longer its traces.

    It is sent right by plotly's encoder that uses orjson, which plotly takes wherever orjson is installed.
    """

    def __init__(self, encoded: bytes, height: int | None) -> None:
        self.__dict__["_spec"] = _Spec(encoded, height)

    def to_dict(self) -> dict[str, Any]:
        """What stands for the dict of this figure, the same object at each call: not to be changed."""
        spec: _Spec = self.__dict__["_spec"]
        return spec


def prepare(figure: go.Figure) -> Prepared:
    """`figure` as it is now, ready to be sent again and again."""
    whole = settled(figure.to_dict())
    whole["layout"]["datarevision"] = hashlib.sha256(_encoded(whole)).hexdigest()[:12]
    return Prepared(_encoded(whole), figure.layout.height)


def _encoded(whole: dict[str, Any]) -> bytes:
    return str(plotly.io.to_json(whole, validate=False)).encode()
