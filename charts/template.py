"""What all figures share: ground, type, margins, hover, and a finger that scrolls the page, not the chart.

The template travels inside each figure, so it holds only what is used.
"""

from functools import cache
from typing import Any

import plotly.graph_objects as go

from charts import tokens
from charts.tokens import Theme

FAMILY = "IBM Plex Sans, Arial, sans-serif"
VALUE, LABEL, SMALL, TOTAL = 13, 12, 11, 15
PHONE = 340
SEPARATORS = {"id": ",.", "en": ".,"}
CONFIG: dict[str, Any] = {"displayModeBar": False, "displaylogo": False, "responsive": True}

_HOVER = "<b>%{customdata[0]}</b><br>%{customdata[1]}<extra></extra>"


@cache
def template(lang: str, theme: Theme) -> dict[str, Any]:
    """The shared part of every figure."""
    ground, ink, muted, rule = (tokens.ui(name, theme) for name in ("background", "ink", "muted", "rule"))
    axis = {
        "automargin": True,
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "ticks": "",
        "gridcolor": rule,
        "tickfont": {"size": LABEL, "color": muted},
        "exponentformat": "none",
        "separatethousands": True,
    }
    layout = {
        "font": {"family": FAMILY, "size": LABEL, "color": ink},
        "paper_bgcolor": ground,
        "plot_bgcolor": ground,
        "separators": SEPARATORS[lang],
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "barmode": "relative",
        "bargap": 0.3,
        "xaxis": axis,
        "yaxis": axis | {"ticklabelstandoff": 6},
        "annotationdefaults": {"showarrow": False, "font": {"size": VALUE}},
        "hoverlabel": {
            "bgcolor": ground,
            "bordercolor": rule,
            "align": "left",
            "font": {"family": FAMILY, "size": VALUE, "color": ink},
        },
    }
    bar = {"hovertemplate": _HOVER, "marker": {"line": {"width": 0}}}
    return {"layout": layout, "data": {"bar": [bar], "scatter": [{"hovertemplate": _HOVER}]}}


def figure(
    name: str, traces: list[dict[str, Any]], layout: dict[str, Any], height: int, lang: str, theme: Theme
) -> go.Figure:
    """A figure of ready traces; `name` keeps hover and view through a rerun.

    Property names are checked by the tests of this folder, not again at every draw.
    """
    margin = {"l": 4, "r": 8, "t": 12, "b": 4} | layout.pop("margin", {})
    shared = {"template": template(lang, theme), "height": height, "uirevision": name, "margin": margin}
    return go.Figure(data=traces, layout=shared | layout, _validate=False)
