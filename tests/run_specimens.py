"""Run a folder of specimens: python tests/run_specimens.py DIR [NAME …]

Each is a file with `NAME.manifest.json` (what must be reported, what a user must supply) and `NAME.expected.csv` (the
rows). A file is read twice, without answers and with those of the manifest. Exit code 1 when one is not read right.
"""

import csv
import json
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from data.store import JAKARTA, edition  # noqa: E402
from data.workbook import Answers  # noqa: E402
from desk.examine import Examination, examine  # noqa: E402
from model.problems import Severity  # noqa: E402

KNOWN_ON = datetime(2026, 11, 25, tzinfo=JAKARTA)
KEY = ("region", "approach", "item", "price_basis", "frequency", "period", "measure")
GRAVE = (Severity.REFUSE, Severity.BLOCK, Severity.ERROR)
ANSWERED = {"unit_suspect", "ambiguous_number_format"}


def wrongs(folder: Path, manifest: dict[str, Any]) -> list[str]:
    """What is not as the manifest says, a line each."""
    content, name = (folder / manifest["file"]).read_bytes(), manifest["file"]
    known = edition(now=KNOWN_ON)
    first = examine(content, name, Answers(), known)
    found = reported(first, manifest, codes_wanted(manifest, answered=False))
    supplied = manifest["user_supplied_values"]
    second = examine(content, name, Answers(**supplied), known) if supplied else first
    if supplied:
        told = reported(second, manifest, codes_wanted(manifest, answered=True))
        found += [f"with answers: {line}" for line in told]
    rows = [] if manifest["must_refuse"] else expected_rows(folder / f"{manifest['name']}.expected.csv")
    return found + compared(second, rows, manifest)


def codes_wanted(manifest: dict[str, Any], answered: bool) -> set[str]:
    """The codes of the manifest, less those that answers take away."""
    codes = {problem["code"] for problem in manifest["problems"]}
    return {code for code in codes if not (answered and (code.endswith("_missing") or code in ANSWERED))} | (
        codes & {"status_missing"}
    )


def reported(examination: Examination, manifest: dict[str, Any], wanted: set[str]) -> list[str]:
    """Codes that are not reported, and grave ones that nobody expects."""
    told = {problem.code for problem in examination.problems}
    allowed = wanted | set(manifest["may_also_report"])
    grave = {problem.code for problem in examination.problems if problem.severity in GRAVE}
    asked = {problem.code for problem in examination.problems if problem.severity == Severity.NEEDS_ANSWER}
    lines = [f"not reported: {code}" for code in sorted(wanted - told)]
    return lines + [f"nobody expects: {_first(examination, code)}" for code in sorted((grave | asked) - allowed)]


def _first(examination: Examination, code: str) -> str:
    problem = next(problem for problem in examination.problems if problem.code == code)
    return f"{code} {problem.sheet} {problem.where} {problem.found} | {problem.expected}"


def expected_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def compared(examination: Examination, rows: list[dict[str, str]], manifest: dict[str, Any]) -> list[str]:
    """Rows that are missing, superfluous or otherwise, at most five of each."""
    optional = set(manifest["optional_items"])
    wanted = {tuple(row[name] for name in KEY): row for row in rows}
    got = {tuple(row[name] for name in KEY): row for row in examination.observations.to_dict("records")}
    lines = [f"missing row: {key}" for key in sorted(wanted.keys() - got.keys()) if key[2] not in optional]
    lines += _few([f"superfluous row: {key}" for key in sorted(got.keys() - wanted.keys()) if key[2] not in optional])
    other = [
        f"{key}: {got[key]['value']!r} {got[key]['unit']} {got[key]['status']}, expected {row}"
        for key, row in wanted.items()
        if key in got
        and (float(row["value"]), row["unit"], row["status"])
        != (got[key]["value"], got[key]["unit"], got[key]["status"])
    ]
    return _few(lines) + _few([f"otherwise: {line}" for line in other])


def _few(lines: list[str], most: int = 5) -> list[str]:
    return lines if len(lines) <= most else [*lines[:most], f"… {len(lines) - most} more"]


def main(folder: Path, names: list[str]) -> int:
    """One line a specimen, then what is wrong with it; the number of those that are not right."""
    failed = 0
    manifests = sorted(folder.glob("*.manifest.json"))
    for path in manifests:
        manifest = json.loads(path.read_text(encoding="utf-8"))
        if names and manifest["name"] not in names:
            continue
        start = time.perf_counter()
        lines = wrongs(folder, manifest)
        failed += bool(lines)
        print(f"{'FAIL' if lines else 'ok  '} {manifest['file']} ({time.perf_counter() - start:.2f} s)")
        for line in lines:
            print(f"       {line}")
    print(f"{len(manifests) if not names else len(names)} specimens, {failed} not right")
    return failed


if __name__ == "__main__":
    sys.exit(min(1, main(Path(sys.argv[1]), sys.argv[2:])))
