"""The same program under the settings that Streamlit comes with: what `streamlit run app.py` does without ours.

python -m bench.stock             the program as it is, pages and figures kept
python -m bench.stock rebuilding  each run computes the view, draws the figures and encodes them anew
"""

import dataclasses
import os
import sys

from streamlit.web import cli

STOCK = {
    "runner.postScriptGC": "true",
    "runner.magicEnabled": "true",
    "server.fileWatcherType": "auto",
}


def rebuild() -> None:
    """Takes the caches out of the program, so that it works as a page without them would."""
    from pages.parts import body, prepared

    prepared.prepare = lambda figure: figure  # type: ignore[assignment]
    built = prepared.page.__wrapped__
    body.page = lambda *args: dataclasses.replace(built(*args))  # type: ignore[assignment]
    body.offer = prepared.offer.__wrapped__  # type: ignore[assignment]


def main() -> None:
    if "rebuilding" in sys.argv[1:]:
        rebuild()
    place = ["--server.address", os.environ.get("HOST", "127.0.0.1"), "--server.port", os.environ.get("PORT", "8501")]
    settings = [word for name, value in STOCK.items() for word in (f"--{name}", value)]
    cli.main(["run", "app.py", "--server.headless", "true", *place, *settings])


if __name__ == "__main__":
    main()
