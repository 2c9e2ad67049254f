"""A thousand and more seeded faults, in workbooks of every family and container, and what was told of them.

`python -m tests.desk.campaign FILE` writes what was found as JSON; the campaign of the tests asserts it.
"""

import json
import sys
from collections.abc import Iterator

import numpy as np

from data.workbook import read_here
from desk.examine import examined
from model.observations import empty
from model.problems import Severity
from tests.desk import spoil
from tests.workbooks.made import Made
from tests.workbooks.make import FAMILIES, Recipe, make

TOLD = (Severity.REFUSE, Severity.BLOCK, Severity.NEEDS_ANSWER, Severity.ERROR, Severity.WARNING)
GRIDS = tuple(family for family in FAMILIES if family not in ("webapi", "simdasi", "statictable"))
FAULTS: dict[str, spoil.Fault] = {
    **spoil.STRUCTURAL,
    "single_cell": spoil.single_cell,
    "swapped_quarters": spoil.swapped_quarters,
}
PER_FAMILY = {"single_cell": 20, "swapped_quarters": 20, "clean": 20}
"""Workbooks a family, of structural faults `STRUCTURAL`."""
STRUCTURAL = 7
YEARS = (2022, 2023, 2024)
SHEETS = ("xlsx", "xls", "ods")
ONE_SHEET = (*SHEETS, "csv", "html")


def workbook(rng: np.random.Generator, family: str) -> tuple[Made, Recipe]:
    """A clean workbook of a family: region, unit, spelling, number format, place, marks and container are drawn."""
    recipe = Recipe(
        family=family,
        region=str(rng.choice(["1275", "1212"] if family == "exp_sheet" else ["1275", "1212", "12"])),
        years=YEARS,
        unit=str(rng.choice(["million_idr", "billion_idr"])),
        number_format=str(rng.choice(["", "id", "en"])),
        labels=str(rng.choice(["id", "both"])),
        marks=((2024, "*"),) if rng.integers(2) else (),
        shift=(int(rng.integers(3)), int(rng.integers(3))),
        seed=int(rng.integers(10_000)),
    )
    made = make(recipe)
    if made.form != "html":
        made.form = str(rng.choice(ONE_SHEET if len(made.sheets) == 1 else SHEETS))
    made.separator = ";" if made.form == "csv" and recipe.number_format != "en" else ","
    return made, recipe


def grave(made: Made) -> list[str]:
    """The codes that are told of a workbook, notes left aside."""
    reading = read_here(made.content(), made.name, made.answers)
    return [problem.code for problem in examined(reading, empty(), made.answers).problems if problem.severity in TOLD]


def trial(name: str, family: str, seed: int) -> list[str] | None:
    """The codes told of a workbook with a fault (`clean`: none); None where the family has no place for it."""
    rng = np.random.default_rng([seed, GRIDS.index(family), sum(name.encode())])
    made, recipe = workbook(rng, family)
    if name != "clean" and not FAULTS[name](rng, spoil.table_of(rng, made, recipe)):
        return None
    return grave(made)


def trials(name: str, seeds: range, families: tuple[str, ...] = GRIDS) -> Iterator[tuple[str, int, list[str]]]:
    """Each family and seed that had a place for a fault, and what was told."""
    for family in families:
        for seed in seeds:
            told = trial(name, family, seed)
            if told is not None:
                yield family, seed, told


def count(name: str) -> dict[str, object]:
    """How many workbooks a fault was put into, how many told something, and which did not; of clean ones which did."""
    found = list(trials(name, range(1000, 1000 + PER_FAMILY.get(name, STRUCTURAL))))
    wrong = [f"{family} {seed}" for family, seed, told in found if bool(told) == (name == "clean")]
    return {"workbooks": len(found), "told": sum(bool(told) for *_, told in found), "wrong": wrong}


if __name__ == "__main__":
    result = {name: count(name) for name in (*FAULTS, "clean")}
    with open(sys.argv[1], "w", encoding="utf-8") as out:
        json.dump(result, out, indent=1)
        out.write("\n")
    for name, told in result.items():
        print(f"{name:20} {told['workbooks']:5} {told['told']:5}")
