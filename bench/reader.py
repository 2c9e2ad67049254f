"""The reader: a stacked workbook from bytes to problems, clean workbooks of 100,000 rows beside python-calamine, the
largest files that may come in, and what hostile files take before they are refused.

All files are synthetic. Clean workbooks are read in turn by both within one run; the child's start is a part of ours.

    python -m bench.reader [rounds]
"""

import io
import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from python_calamine import CalamineWorkbook

from bench import reader_files
from bench.reader_hostile import HOSTILE, LARGEST
from data import store
from data.workbook import read
from desk.examine import examine

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / "bench" / "out"


class Cost(NamedTuple):
    """Seconds by the clock, and of processor time, of this process and of its children."""

    wall: float
    cpu: float


def measured(work: Callable[[], object]) -> Cost:
    """The cost of one call, its result let go outside the clock."""
    wall, cpu = time.perf_counter(), _processor()
    result = work()
    spent = Cost(time.perf_counter() - wall, _processor() - cpu)
    del result
    return spent


def _processor() -> float:
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in used)


def calamine(content: bytes) -> int:
    """All cells of all sheets, made in Rust and handed to Python; how many rows they are."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


def stacked(rounds: int) -> dict[str, float]:
    """From bytes to problems beside the newest edition, which the program has at hand."""
    content, known = reader_files.stacked(), store.edition()
    found = examine(content, "synthetic.xlsx", edition=known)
    costs = [measured(lambda: examine(content, "synthetic.xlsx", edition=known)) for _ in range(rounds)]
    wall, cpu = (median(column) for column in zip(*costs, strict=True))
    figures = len(found.reading.observations) + len(found.reading.printed)
    return {"figures": figures, "wall": wall, "cpu": cpu, "longest": max(costs).wall}


def clean(make: Callable[[], bytes], rounds: int) -> dict[str, float]:
    """The whole read of a clean workbook against calamine, medians and medians of the ratios within a round."""
    content = make()
    found = read(content, "synthetic.xlsx")
    pairs = [
        (measured(lambda: calamine(content)), measured(lambda: read(content, "synthetic.xlsx"))) for _ in range(rounds)
    ]
    return {
        "rows": calamine(content),
        "figures": len(found.observations),
        "MiB": len(content) / 2**20,
        "calamine": median(theirs.wall for theirs, _ in pairs),
        "ours": median(ours.wall for _, ours in pairs),
        "wall_ratio": median(ours.wall / theirs.wall for theirs, ours in pairs),
        "cpu_ratio": median(ours.cpu / theirs.cpu for theirs, ours in pairs),
    }


def alone(name: str) -> dict[str, Any]:
    """One of the largest or hostile files, read in a process of its own so that the memory is that of its child."""
    command = [sys.executable, "-m", "bench.reader", "--file", name]
    told = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    found: dict[str, Any] = json.loads(told)
    return found


def one_file(name: str) -> dict[str, Any]:
    """How a file ends, in what time, and how much memory its child held."""
    content = (HOSTILE | LARGEST)[name]()
    ends: list[Any] = []
    cost = measured(lambda: ends.append(read(content, name)))
    (reading,) = ends
    held = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    refused = [f"{problem.code}: {problem.found}" for problem in reading.problems if problem.severity == "refuse"]
    return {"end": refused[0] if refused else "read", "MiB": len(content) / 2**20, **cost._asdict(), "memory_MiB": held}


def main() -> None:
    """Print the tables of one run and keep them as JSON."""
    if sys.argv[1:2] == ["--file"]:
        print(json.dumps(one_file(sys.argv[2])))
        return
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    result: dict[str, Any] = {"synthetic": True, "rounds": rounds, "load_average_before": os.getloadavg()[0]}
    result["stacked"] = stacked(rounds)
    print("stacked, 800 rows x 60 columns, {figures:,} figures: {wall:.2f} s, {cpu:.2f} s of processor\n".format(
        **result["stacked"]
    ))  # fmt: skip
    print("| clean workbook | MiB | calamine s | ours s | against it | by processor |\n|---|---:|---:|---:|---:|---:|")
    result["clean"] = {}
    for name, make in reader_files.CLEAN.items():
        found = result["clean"][name] = clean(make, rounds)
        row = "| {} | {MiB:.1f} | {calamine:.2f} | {ours:.2f} | {wall_ratio:.2f} | {cpu_ratio:.2f} |"
        print(row.format(name, **found), flush=True)
    print("\n| file | MiB | end | seconds | processor s | memory of the child MiB |\n|---|---:|---|---:|---:|---:|")
    result["files"] = {}
    for name in (*LARGEST, *HOSTILE):
        found = result["files"][name] = alone(name)
        row = "| {} | {MiB:.1f} | {end} | {wall:.2f} | {cpu:.2f} | {memory_MiB:.0f} |"
        print(row.format(name, **found), flush=True)
    result["load_average_after"] = os.getloadavg()[0]
    OUT.mkdir(exist_ok=True)
    (OUT / "reader.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
