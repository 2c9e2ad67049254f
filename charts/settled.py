"""A figure with its template written into it.

plotly.js takes every template for a new one and draws the whole chart again whenever it is handed the same figure, as
Streamlit does once more right after a chart has appeared. With what the template says written into traces and layout,
and a `datarevision` that tells whether the figures changed, the second drawing is left out.
"""

import re
from typing import Any

_AXIS = re.compile(r"[xy]axis\d*")
_DEFAULTS = "defaults"


def settled(figure: dict[str, Any]) -> dict[str, Any]:
    """The dict of a figure without template, to be drawn the same; what the figure says itself goes first.

    >>> template = {"layout": {"font": {"size": 12}, "annotationdefaults": {"showarrow": False}}, "data": {}}
    >>> settled({"data": [], "layout": {"template": template, "annotations": [{"text": "a"}]}})["layout"]
    {'font': {'size': 12}, 'annotations': [{'showarrow': False, 'text': 'a'}]}
    """
    layout = dict(figure["layout"])
    template = layout.pop("template", {})
    traces = template.get("data", {})
    return figure | {
        "data": [_over(trace, *traces.get(trace["type"], ())[:1]) for trace in figure["data"]],
        "layout": _layout(layout, dict(template.get("layout", {}))),
    }


def _layout(layout: dict[str, Any], shared: dict[str, Any]) -> dict[str, Any]:
    """The layout over what the template says of it: every axis over the template's, every list entry over its own."""
    entries = {name: shared.pop(name) for name in list(shared) if name.endswith(_DEFAULTS)}
    whole = _over(layout, shared)
    for name in layout:
        if _AXIS.fullmatch(name):
            whole[name] = _over(layout[name], shared.get(name[:5], {}))
    for name, below in entries.items():
        several = f"{name.removesuffix(_DEFAULTS)}s"
        if several in layout:
            whole[several] = [_over(entry, below) for entry in layout[several]]
    return whole


def _over(own: dict[str, Any], below: dict[str, Any] | None = None) -> dict[str, Any]:
    """`own` over `below`, down to the last level."""
    below = below or {}
    nested = {
        name: _over(value, below[name])
        for name, value in own.items()
        if isinstance(value, dict) and isinstance(below.get(name), dict)
    }
    return below | own | nested
