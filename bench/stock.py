"""The same program under the settings that Streamlit comes with: what `streamlit run app.py` does without ours.

python -m bench.stock             the program as it is, pages and figures kept
python -m bench.stock rebuilding  each run computes the view, draws the figures and encodes them anew
"""

import dataclasses
import os
import sys
from inspect import unwrap

from streamlit.web import cli
from streamlit.web.server import app_discovery

STOCK = {
    "runner.postScriptGC": "true",
    "runner.magicEnabled": "true",
    "server.fileWatcherType": "auto",
}


def rebuild() -> None:
    """Takes the caches out of the program, so that it works as a page without them would."""
    from pages.parts import body, prepared

    prepared.prepare = lambda figure: figure
    built = unwrap(prepared.page)
    body.page = lambda *args: dataclasses.replace(built(*args))  # type: ignore[assignment]
    body.offer = unwrap(prepared.offer)


def plainly() -> None:
    """Has `streamlit run` take app.py for a script alone, without what deploy/asgi.py puts before it."""
    nothing = app_discovery.AppDiscoveryResult(is_asgi_app=False, app_name=None, import_string=None)
    app_discovery.discover_asgi_app = lambda *_: nothing


def main() -> None:
    plainly()
    if "rebuilding" in sys.argv[1:]:
        rebuild()
    place = ["--server.address", os.environ.get("HOST", "127.0.0.1"), "--server.port", os.environ.get("PORT", "8501")]
    settings = [word for name, value in STOCK.items() for word in (f"--{name}", value)]
    cli.main(["run", "app.py", "--server.headless", "true", *place, *settings])


if __name__ == "__main__":
    main()
