"""The same charts as a file: plotly.js and one JSON a year, compressed beforehand; nothing runs on the server.

python -m bench.static_page               HOST, PORT
"""

import json
import os
import tempfile
from html import escape
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware

from bench.charted import CONFIG, ROWS, STYLE, YEARS, Block, charted
from deploy import asset
from pages.parts.vendor import plotly_script

SCRIPT = """
const config = __CONFIG__;
const draw = page => {
  document.querySelector("h1").textContent = page.finding;
  page.figures.forEach((figure, number) => {
    const place = document.getElementById("chart-" + number);
    Plotly.react(place, figure.data, figure.layout, {...config, responsive: true});
  });
};
draw(JSON.parse(document.getElementById("first").textContent));
document.getElementById("period").addEventListener("change", async event =>
  draw(await (await fetch("/" + event.target.value + ".json")).json()));
"""


def _block(block: Block, first: int) -> str:
    places = [f'<div id="chart-{first + place}"></div>' for place in range(len(block.figures))]
    content = places[0]
    if len(places) > 1:
        named = zip(block.figures, places, strict=True)
        small = "".join(f"<div><h3>{escape(name)}</h3>{place}</div>" for name, place in named)
        content = f'<div class="small">{small}</div>'
    head = f"<h2>{escape(block.title)}</h2><p>{escape(block.subtitle)}</p>"
    return f"<div>{head}{content}<p>{escape(block.source)}</p></div>"


def _content(year: str) -> str:
    page = charted(year)
    figures = ",".join(str(figure.to_json(validate=False)) for figure in page.figures())
    return f'{{"finding":{json.dumps(page.finding)},"figures":[{figures}]}}'


def _document(script: str) -> str:
    opened, first, rows = charted(YEARS[0]), 0, ""
    for row in ROWS:
        columns = ""
        for keys in row:
            blocks = ""
            for key in keys:
                blocks += _block(opened.blocks[key], first)
                first += len(opened.blocks[key].figures)
            columns += f"<div>{blocks}</div>"
        rows += f'<div class="row">{columns}</div>'
    options = "".join(f'<option value="{year}">{charted(year).year}</option>' for year in YEARS)
    return (
        f'<!doctype html><meta charset="utf-8"><title>bench</title><style>{STYLE}</style>'
        f'<script src="/{script}" defer></script><script src="/page.js" defer></script>'
        f'<h1>{escape(opened.finding)}</h1><select id="period">{options}</select>{rows}'
        f'<script type="application/json" id="first">{_content(YEARS[0]).replace("<", chr(92) + "u003c")}</script>'
    )


def write(folder: Path) -> None:
    """Writes the page and what it asks for."""
    script = plotly_script()
    (folder / script.name).symlink_to(script)
    (folder / "page.js").write_text(SCRIPT.replace("__CONFIG__", json.dumps(CONFIG)), encoding="utf-8")
    (folder / "index.html").write_text(_document(script.name), encoding="utf-8")
    for year in YEARS:
        (folder / f"{year}.json").write_text(_content(year), encoding="utf-8")


class Files(asset.Assets):
    """The folder, with links followed and HTML compressed."""

    def _file(self, scope: dict) -> tuple[Path, str] | None:  # type: ignore[override]
        folder, keep = self.folders["/"]
        path = folder / (scope["path"].lstrip("/") or "index.html")
        return (path, keep) if path.parent == folder and path.is_file() else None


def main() -> None:
    asset._COMPRESSED.add(".html")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder)
        asset.warm([path for path in folder.iterdir() if path.suffix != ".html"])
        app = Starlette(middleware=[Middleware(Files, folders={"/": (folder, asset.FOR_EVER)})])
        uvicorn.run(app, host=os.environ["HOST"], port=int(os.environ["PORT"]), access_log=False, log_level="warning")


if __name__ == "__main__":
    main()
