"""What every figure keeps: known properties, one ground, a small text on the wire, no plot that a finger moves."""

import plotly.graph_objects as go
import plotly.io
import pytest

from charts import bars, columns, lines, pairs, stack, structure, template, tokens

CHARTS = {
    "columns": lambda f, lang, theme: columns.columns(f["growth"], lang, theme),
    "growth": lambda f, lang, theme: bars.growth(f["industries"], lang, theme),
    "contribution": lambda f, lang, theme: bars.contribution(f["industries"], lang, theme),
    "ranked": lambda f, lang, theme: bars.ranked(f["industries"], lang, theme),
    "pairs": lambda f, lang, theme: pairs.pairs(f["contributions"], "2025", "2024", lang, theme),
    "stack": lambda f, lang, theme: stack.columns(f["contributions"], lang, theme),
    "stack-regions": lambda f, lang, theme: stack.regions(f["contributions"].tail(4), lang, theme),
    "lines-items": lambda f, lang, theme: lines.items(f["contributions"], lang, theme, chosen=("TOTAL", "TRADE")),
    "lines-regions": lambda f, lang, theme: lines.regions(f["growth"], lang, theme, chosen="1275"),
    "structure": lambda f, lang, theme: structure.bar(f["contributions"].tail(4), lang, theme, parts=stack.THREE),
    "structure-columns": lambda f, lang, theme: structure.columns(f["contributions"], lang, theme, parts=stack.THREE),
}


@pytest.fixture(params=CHARTS)
def draw(request, growth, industries, contributions):
    frames = {"growth": growth, "industries": industries, "contributions": contributions}
    return lambda lang="id", theme="light": CHARTS[request.param](frames, lang, theme), request.param


def test_an_unknown_property_would_be_seen() -> None:
    with pytest.raises(ValueError, match="no_such_property"):
        go.Figure({"data": [], "layout": {"no_such_property": 1}})


@pytest.mark.parametrize("theme", tokens.THEMES)
@pytest.mark.parametrize("lang", ["id", "en"])
def test_every_property_is_one_that_plotly_knows(draw, lang: str, theme: tokens.Theme) -> None:
    figure = draw[0](lang, theme)
    assert len(go.Figure(figure.to_dict()).data) == len(figure.data)


def test_name_height_and_ground(draw) -> None:
    figure = draw[0]("id", "dark")
    assert figure.layout.uirevision == draw[1]
    assert figure.layout.height >= 80
    shared = figure.layout.template.layout
    assert shared.paper_bgcolor == shared.plot_bgcolor == tokens.ui("background", "dark")
    assert shared.dragmode is False and shared.xaxis.fixedrange and shared.yaxis.fixedrange
    assert shared.showlegend is False


def test_a_figure_is_small_on_the_wire(draw) -> None:
    text = plotly.io.to_json(draw[0](), validate=False)
    assert len(text) < 9_000
    assert "colorway" not in text


def test_bars_carry_hover_text(draw) -> None:
    for trace in draw[0]().data:
        if trace.type == "bar":
            assert len(trace.customdata) == len(trace.x)
            assert all(name and number for name, number in trace.customdata)


def test_a_chart_leaves_its_result_alone(draw, growth, industries, contributions) -> None:
    before = [frame.copy() for frame in (growth, industries, contributions)]
    draw[0]()
    assert all(frame.equals(copy) for frame, copy in zip((growth, industries, contributions), before, strict=True))


def test_the_bar_of_tools_is_hidden() -> None:
    assert template.CONFIG == {"displayModeBar": False, "displaylogo": False, "responsive": True}


def test_no_label_stands_outside_its_axis(draw) -> None:
    """plotly hides an annotation whose point is beyond the range, be it by the last bit of a float."""
    layout = draw[0]().layout
    for note in layout.annotations:
        for at, axis, ref in ((note.x, layout.xaxis, note.xref), (note.y, layout.yaxis, note.yref)):
            assert ref == "paper" or min(axis.range) <= at <= max(axis.range)
