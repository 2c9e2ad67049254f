"""A finished figure that is serialised once and sent many times.

Streamlit asks a figure for its dict and turns the dict into JSON at every rerun, which copies and encodes the whole
figure each time. A prepared figure hands out one dict, and that dict one encoded text.
"""

from typing import Any

import orjson
import plotly.graph_objects as go
import plotly.io


class _Spec(dict[str, Any]):
    """The dict of a figure that knows its JSON: plotly asks for what to encode, and a fragment is copied as it is."""

    def __init__(self, content: dict[str, Any], encoded: str) -> None:
        super().__init__(content)
        self._fragment = orjson.Fragment(encoded.encode())

    def to_plotly_json(self) -> orjson.Fragment:
        return self._fragment


class Prepared(go.Figure):
    """A figure to be shown, no longer to be changed: what is updated afterwards is not sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        content = super().to_dict()
        self.__dict__["_spec"] = _Spec(content, plotly.io.to_json(content, validate=False))

    def to_dict(self) -> dict[str, Any]:
        """The one dict of this figure, the same object at each call: not to be changed."""
        spec: _Spec = self.__dict__["_spec"]
        return spec


def prepare(figure: go.Figure) -> Prepared:
    """`figure` as it is now, ready to be sent again and again."""
    return Prepared(figure.to_dict(), _validate=False)
