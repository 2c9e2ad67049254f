"""Synthetic workbooks of every family, told apart from the specimens they resemble: moved, respelt, in other units."""

import pytest

from data.workbook import read_here
from tests.workbooks.make import FAMILIES, Recipe, make

MARKLESS = {"one_header", "entry_grid", "flat_csv"}  # families that have no place for a mark
QUARTERLY = {"website", "wide_quarters", "long", "webapi", "simdasi"}  # families that are not made of three groups
VARIANTS: dict[str, dict] = {
    "as it is": {},
    "moved": {"shift": (3, 2)},
    "billions": {"unit": "billion_idr"},
    "bilingual, English numbers": {"labels": "both", "number_format": "en"},
    "spaced, Indonesian numbers": {"labels": "spaced", "number_format": "id"},
    "marked": {"years": (2019, 2020, 2021), "marks": ((2021, "*"),)},
    "three groups": {"groups": True},
    "province": {"region": "12"},
}


def cases() -> list[tuple[str, str]]:
    without = {"marked": MARKLESS, "three groups": QUARTERLY}
    return [(family, variant) for family in FAMILIES for variant in VARIANTS if family not in without.get(variant, ())]


@pytest.mark.parametrize(("family", "variant"), cases())
def test_every_level_of_a_workbook_is_read_with_its_key_value_and_status(family: str, variant: str) -> None:
    made = make(Recipe(family=family, **VARIANTS[variant]))
    reading = read_here(made.content(), made.name, made.answers)
    found = {
        (row.region, row.approach, row.item, row.price_basis, row.period): (row.value, row.status)
        for row in reading.observations.itertuples()
        if row.item != "TOTAL_NONMIGAS"
    }
    assert found == {(*key[:4], str(key[4])): level for key, level in made.expected.items()}
    assert not [problem for problem in reading.problems if problem.severity in ("error", "block", "refuse")]
