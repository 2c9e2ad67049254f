"""The same charts in Dash, as one would serve it to the public: figures and compressed answers kept, waitress in front.

python -m bench.dash_page                 HOST, PORT
"""

import os
from pathlib import Path

from dash import Dash, Input, Output, dcc, html
from flask import Flask, Request
from waitress import serve

from bench.charted import CONFIG, ROWS, STYLE, YEARS, Block, charted
from charts.prepared import Prepared


def _text(figure: Prepared) -> object:
    """The figure's JSON as it is, which Dash need not encode again either."""
    return figure.to_plotly_json().to_plotly_json()  # type: ignore[attr-defined]


def _graph(figure: Prepared, number: int) -> dcc.Graph:
    return dcc.Graph(id=f"chart-{number}", figure=_text(figure), config=CONFIG, responsive=True)


def _block(block: Block, first: int) -> html.Div:
    graphs = [_graph(figure, first + place) for place, figure in enumerate(block.figures.values())]
    content = graphs
    if len(graphs) > 1:
        small = [html.Div([html.H3(name), graph]) for name, graph in zip(block.figures, graphs, strict=True)]
        content = [html.Div(small, className="small")]
    return html.Div([html.H2(block.title), html.P(block.subtitle), *content, html.P(block.source)])


def layout() -> html.Div:
    """The page as it opens."""
    opened = charted(YEARS[0])
    rows, first = [], 0
    for row in ROWS:
        columns = []
        for keys in row:
            blocks = []
            for key in keys:
                blocks.append(_block(opened.blocks[key], first))
                first += len(opened.blocks[key].figures)
            columns.append(html.Div(blocks))
        rows.append(html.Div(columns, className="row"))
    options = [{"label": charted(year).year, "value": year} for year in YEARS]
    choice = dcc.Dropdown(options, YEARS[0], id="period", clearable=False)
    return html.Div([html.H1(opened.finding, id="finding"), choice, *rows])


class Kept(dict[str, bytes]):
    """Compressed answers, in the shape that flask-compress asks for."""

    set = dict.__setitem__


def asked(request: Request) -> str:
    """What an answer depends on."""
    return f"{request.method} {request.full_path} {request.get_data(as_text=True)}"


def application() -> Dash:
    server = Flask("bench")
    server.config.update(COMPRESS_ALGORITHM=["gzip"], COMPRESS_CACHE_BACKEND=Kept, COMPRESS_CACHE_KEY=asked)
    app = Dash("bench", server=server, compress=True, assets_folder=str(Path(__file__).parent / "out" / "no-assets"))
    app.index_string = app.index_string.replace("{%css%}", f"{{%css%}}<style>{STYLE}</style>")
    app.layout = layout()
    count = len(charted(YEARS[0]).figures())
    outputs = [Output("finding", "children"), *(Output(f"chart-{number}", "figure") for number in range(count))]

    @app.callback(outputs, Input("period", "value"), prevent_initial_call=True)
    def _show(year: str) -> list[object]:
        chosen = charted(year)
        return [chosen.finding, *(_text(figure) for figure in chosen.figures())]

    return app


def main() -> None:
    for year in YEARS:
        charted(year)
    serve(application().server, host=os.environ["HOST"], port=int(os.environ["PORT"]), threads=8)


if __name__ == "__main__":
    main()
