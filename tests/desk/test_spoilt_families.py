"""Seeded faults in workbooks of every family and container: what can be spoilt is told, of a clean one nothing."""

import pytest

from tests.desk import campaign, spoil
from tests.desk.campaign import GRIDS, trials

SINGLE_CELLS = 0.99
SWAPPED = 0.85


def some(name: str) -> tuple[str, ...]:
    """Four families, others for each fault, so that together they are all."""
    first = 4 * list(campaign.FAULTS).index(name)
    return tuple(GRIDS[(first + step) % len(GRIDS)] for step in range(4))


@pytest.mark.parametrize("name", spoil.STRUCTURAL)
def test_what_is_wrong_with_the_structure_is_told_in_any_family(name: str) -> None:
    found = list(trials(name, range(2), some(name)))
    assert found
    assert [(family, seed) for family, seed, told in found if not told] == []


@pytest.mark.parametrize("family", GRIDS)
def test_a_mistyped_figure_is_told_in_any_family_and_a_clean_workbook_tells_nothing(family: str) -> None:
    assert [told for *_, told in trials("clean", range(1), (family,))] == [[]]
    assert [bool(told) for *_, told in trials("single_cell", range(1), (family,))] == [True]


@pytest.mark.campaign
@pytest.mark.parametrize("name", spoil.STRUCTURAL)
def test_every_structural_fault_in_every_family_is_told(name: str) -> None:
    found = campaign.count(name)
    assert found["wrong"] == [] and found["workbooks"]


@pytest.mark.campaign
@pytest.mark.parametrize(("name", "least"), [("single_cell", SINGLE_CELLS), ("swapped_quarters", SWAPPED)])
def test_nearly_all_of_what_a_sum_or_a_season_can_tell_is_told(name: str, least: float) -> None:
    found = campaign.count(name)
    assert found["told"] >= least * found["workbooks"] > 0, found["wrong"]


@pytest.mark.campaign
def test_nothing_is_told_of_clean_workbooks_of_any_family() -> None:
    found = campaign.count("clean")
    assert (found["wrong"], found["workbooks"]) == ([], len(GRIDS) * campaign.PER_FAMILY["clean"])
