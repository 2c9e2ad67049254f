"""In plotly.js itself: a settled figure is understood exactly as the figure with its template, and is drawn once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import plotly.io
import pytest

from charts.prepared import prepare
from data import store
from pages.parts.drawings import VIEWS, draw
from pages.parts.vendor import plotly_script
from pages.parts.warm import opening_state
from views.view import MEDAN

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.browser

# What plotly.js made of a figure, and how often it drew when it was handed the same once more. The look of shapes that
# a visitor would draw (new...) hangs on whether the ground stands in the template; nobody draws on these charts.
UNDERSTOOD = """async ([text, width]) => {
  const place = document.createElement("div");
  document.body.append(place);
  const read = () => { const figure = JSON.parse(text); figure.layout.width = width; return figure; };
  const hidden = (name, value) => /^(_|template$|datarevision$|uid$|new|active)/.test(name) ? undefined : value;
  await Plotly.newPlot(place, read());
  const understood = JSON.stringify([place._fullLayout, place._fullData], hidden);
  let again = 0;
  place.on("plotly_beforeplot", () => { again += 1; });
  await Plotly.react(place, read());
  place.remove();
  return [understood, again];
}"""


@pytest.mark.parametrize("name", VIEWS)
def test_a_settled_figure_is_the_same_and_is_drawn_once(chromium: Browser, name: str) -> None:
    edition = store.edition(None)
    state = opening_state(name, edition.number, edition.content_hash, MEDAN, "id")
    panels = VIEWS[name].view(edition.observations, state).panels
    figures = [figure for panel in panels for figure in draw(panel, "id", "dark").values()]
    assert figures
    page = chromium.new_page()
    page.add_script_tag(path=plotly_script())
    for figure in figures:
        with_template, _ = page.evaluate(UNDERSTOOD, [plotly.io.to_json(figure, validate=False), 600])
        without, again = page.evaluate(UNDERSTOOD, [plotly.io.to_json(prepare(figure), validate=False), 600])
        assert without == with_template
        assert again == 0
    page.close()
