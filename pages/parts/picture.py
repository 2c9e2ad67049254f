"""The buttons that save a chart as PNG or SVG; the picture is made by `static/picture.js` in the visitor's browser."""

import json
from collections.abc import Sequence
from html import escape
from pathlib import Path

import plotly.graph_objects as go
import streamlit as st

from deploy.asset import version
from pages.parts.vendor import plotly_script
from text.lookup import say

SCRIPT = Path(__file__).resolve().parents[2] / "static" / "picture.js"
STYLE = """
.picture { display: flex; flex-direction: column; gap: 1rem; }
.picture button { font: inherit; font-size: .875rem; color: inherit; background: transparent; cursor: pointer;
  width: 100%; min-height: 2.5rem; padding: .25rem .75rem; border-radius: 6px;
  border: 1px solid color-mix(in srgb, currentColor 25%, transparent); }
.picture button:hover { background: color-mix(in srgb, currentColor 8%, transparent); }
.picture button:focus-visible { outline: 2px solid #4C9BEA; outline-offset: 2px; }
.picture button[aria-busy="true"] { cursor: progress; opacity: .7; }
.picture [role="status"]:empty { display: none; }
.picture [role="status"] { font-size: .875rem; }
"""


def picture(
    key: str,
    *,
    title: str,
    subtitle: str,
    source: str,
    filename: str,
    lang: str,
    container_key: str,
    names: Sequence[str] = ("",),
    figures: Sequence[go.Figure] = (),
) -> None:
    """Draws the two buttons for the chart in the container `container_key`.

    Title, subtitle and source line stand inside the picture. `names` names the charts where there are several;
    `figures` are drawn instead of those on the page: the light ones where the page is dark.
    """
    words = {
        "title": title,
        "subtitle": subtitle,
        "source": source,
        "filename": filename,
        "names": json.dumps(list(names)),
        "container": f"st-key-{container_key}",
        "plotly": f"./app/static/vendor/{plotly_script().name}",
        "working": say("picture.working", lang),
        "done": say("picture.done", lang),
        "failed": say("picture.failed", lang),
    }
    if figures:
        words["figures"] = f"[{','.join(str(figure.to_json()) for figure in figures)}]"
    attributes = " ".join(f'data-{name}="{escape(value)}"' for name, value in words.items())
    buttons = "".join(
        f'<button type="button" data-picture="{kind}">{escape(say(f"picture.{kind}", lang))}</button>'
        for kind in ("png", "svg")
    )
    st.html(
        f'<style>{STYLE}</style><div class="picture" id="{escape(key)}" {attributes}>{buttons}'
        '<span role="status"></span></div>'
        f'<script type="module" src="./app/static/picture.js?v={version(SCRIPT)}"></script>',
        unsafe_allow_javascript=True,
    )
