"""A template that is written into its figure: the figure's own words go first, at every depth."""

from typing import Any

from charts.settled import settled

TEMPLATE: dict[str, Any] = {
    "data": {"bar": [{"type": "bar", "marker": {"line": {"width": 0}}, "hovertemplate": "shared"}]},
    "layout": {
        "font": {"size": 12, "color": "ink"},
        "xaxis": {"showgrid": False, "tickfont": {"size": 12, "color": "grey"}},
        "annotationdefaults": {"showarrow": False, "font": {"size": 13}},
    },
}


def drawn(data: list[dict[str, Any]], **layout: Any) -> dict[str, Any]:
    return settled({"data": data, "layout": {"template": TEMPLATE, **layout}})


def test_a_trace_takes_what_its_kind_says_and_keeps_its_own() -> None:
    bar = {"type": "bar", "marker": {"color": "blue", "line": {"color": "red"}}, "hovertemplate": "own"}
    (trace,) = drawn([bar])["data"]
    assert trace == {
        "type": "bar",
        "marker": {"color": "blue", "line": {"width": 0, "color": "red"}},
        "hovertemplate": "own",
    }


def test_a_trace_of_another_kind_stays_as_it_is() -> None:
    line = {"type": "scatter", "line": {"width": 2}}
    assert drawn([line])["data"] == [line]


def test_every_axis_takes_the_axis_of_the_template() -> None:
    layout = drawn([], xaxis={"tickfont": {"size": 9}}, xaxis2={"showgrid": True}, yaxis={"range": [0, 1]})["layout"]
    assert layout["xaxis"] == {"showgrid": False, "tickfont": {"size": 9, "color": "grey"}}
    assert layout["xaxis2"] == {"showgrid": True, "tickfont": {"size": 12, "color": "grey"}}
    assert layout["yaxis"] == {"range": [0, 1]}


def test_an_axis_that_the_figure_does_not_mention_is_there() -> None:
    assert drawn([])["layout"]["xaxis"] == TEMPLATE["layout"]["xaxis"]


def test_every_note_takes_the_defaults_of_notes() -> None:
    layout = drawn([], annotations=[{"text": "a"}, {"text": "b", "font": {"color": "red"}}])["layout"]
    assert layout["annotations"] == [
        {"showarrow": False, "font": {"size": 13}, "text": "a"},
        {"showarrow": False, "font": {"size": 13, "color": "red"}, "text": "b"},
    ]
    assert "annotationdefaults" not in layout
    assert "annotations" not in drawn([])["layout"]


def test_the_template_is_gone_and_was_not_touched() -> None:
    before = repr(TEMPLATE)
    assert "template" not in drawn([{"type": "bar"}], font={"size": 9})["layout"]
    assert repr(TEMPLATE) == before
