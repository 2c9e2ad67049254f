"""plotly.js for pictures, taken from the installed package: the program asks no other server for it."""

import os
import shutil
from functools import cache
from pathlib import Path

import plotly

FOLDER = Path(__file__).resolve().parents[2] / "static" / "vendor"


@cache
def plotly_script() -> Path:
    """The script below `static/vendor/`, copied there once for each version of plotly."""
    source = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    target = FOLDER / f"plotly-{plotly.__version__}.min.js"
    if not target.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(f".{os.getpid()}")
        shutil.copyfile(source, unfinished)
        unfinished.replace(target)
    return target
