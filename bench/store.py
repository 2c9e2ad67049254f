"""The store with a national panel of 1.2 million rows: publishing, opening, verifying; and a small one, started cold.

The panel is synthetic (`bench.panel`). SQLite in a temporary folder; PostgreSQL with PDRB_DATABASE_URL (empty).

    python -m bench.store
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import pandas as pd

from bench.panel import national
from data import store
from data.store import editions

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "bench" / "out"
COLD = {
    "a process that opens the newest edition": "from data import store; store.edition()",
    "the same without the store": "import pandas, pyarrow.parquet",
}


def timed(what: Callable[[], Any]) -> float:
    """Seconds that a call takes."""
    began = time.perf_counter()
    what()
    return time.perf_counter() - began


def take_all_the_way(obs: pd.DataFrame) -> dict[str, float]:
    """Submits, approves and publishes a table; the seconds of each step."""
    made: dict[str, Any] = {}
    origin = store.releases()[-1].origin

    def submit() -> None:
        made["one"], _ = store.submit(obs, "analyst", origin, b"synthetic", "synthetic.csv")

    def approve() -> None:
        store.approve(made["one"].id, "approver", made["one"].content_hash, store.edition().number)

    steps = {"submit": submit, "approve": approve, "publish": lambda: store.publish(made["one"].id, "approver")}
    return {name: timed(step) for name, step in steps.items()}


def opening(regions: list[str]) -> dict[str, float]:
    """Opening one region after another, none opened before, and the whole edition."""
    one = [timed(lambda region=region: store.edition(regions=[region])) for region in regions]
    editions._edition.cache_clear()
    return {
        "open one region, first": one[0],
        "open one region, median": median(one),
        "open one region, longest": max(one),
        "open the whole edition": timed(store.edition),
        "open it again": timed(store.edition),
    }


def main() -> None:
    found: dict[str, float] = {}
    with tempfile.TemporaryDirectory(prefix="pdrb-bench-") as folder:
        os.environ["PDRB_HOME"] = folder
        found["make and seed a store"] = timed(store.edition)
        for name, code in COLD.items():
            command = [sys.executable, "-c", code]
            runs = [timed(lambda: subprocess.run(command, cwd=ROOT, check=True)) for _ in range(5)]  # noqa: B023
            found[name] = median(runs)
        found["verify the shipped figures"] = timed(store.verify)
        panel = national("str")
        found["rows"] = len(panel)
        found |= take_all_the_way(panel)
        found |= opening(sorted(panel["region"].unique())[:20])
        found["history of one figure"] = timed(lambda: store.history(region="1301", item="TOTAL", period="2020-Q1"))
        found["verify"] = timed(lambda: _sound(store.verify()))
        found["backup"] = timed(lambda: store.backup(Path(folder) / "backup"))
    width = max(map(len, found))
    for name, value in found.items():
        print(f"{name:<{width}}  {value:,.0f}" if name == "rows" else f"{name:<{width}}  {value:8.3f} s")
    OUT.mkdir(exist_ok=True)
    (OUT / "store.json").write_text(
        json.dumps({name: round(value, 4) for name, value in found.items()}, indent=2) + "\n"
    )


def _sound(unfit: tuple[store.Misfit, ...]) -> None:
    assert unfit == (), unfit


if __name__ == "__main__":
    main()
