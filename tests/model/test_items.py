"""Codes of industries and components: which there are, what they are part of, how they stand in print."""

import pytest

from model.dimensions import Approach
from model.items import CODES, COMPONENTS, GROUPS, INDUSTRIES, known, members, order, parent, sign


def test_there_are_seventeen_industries_and_each_code_stands_once() -> None:
    assert len(INDUSTRIES) == 17
    assert len(set(CODES)) == len(CODES)


def test_groups_are_as_bps_makes_them() -> None:
    assert GROUPS["PRIMARY"] == ("A", "B")
    assert GROUPS["SECONDARY"] == ("C", "D", "E", "F")
    assert GROUPS["TRADE"] + GROUPS["SERVICES"] == GROUPS["TERTIARY"]
    assert GROUPS["PRIMARY"] + GROUPS["SECONDARY"] + GROUPS["TERTIARY"] == INDUSTRIES
    assert sorted(GROUPS["SERVICES_PUBLIC"] + GROUPS["SERVICES_PRIVATE"]) == sorted(GROUPS["SERVICES"])
    assert GROUPS["SERVICES_PUBLIC"] == ("O", "P", "Q")


def test_the_rest_stands_below_what_it_is_the_rest_of() -> None:
    items = ["TOTAL", "RESIDUAL", "OTHERS", "SERVICES", "TRADE", "G", "RSTU"]
    assert sorted(items, key=order) == ["G", "RSTU", "TRADE", "SERVICES", "OTHERS", "RESIDUAL", "TOTAL"]
    assert sorted(["TOTAL", "OTHERS", "NX"], key=order) == ["NX", "OTHERS", "TOTAL"]


@pytest.mark.parametrize("item", ["A", "MN", "RSTU", "A.1", "A.1.a", "C.16", "HH.g", "GFCF.b", "TOTAL_NONMIGAS"])
def test_codes_of_the_one_table_are_known(item: str) -> None:
    assert known(item)


@pytest.mark.parametrize(
    "item",
    [
        "",
        "a",
        "M",
        "N",
        "R",
        " A",
        "A ",
        "A\n",
        "A.",
        "A.1.",
        "A..1",
        "A.b2",
        "A.123",
        "A.1.a.1.a",
        "TOTAL.1",
        "TRADE.a",
    ],
)
def test_what_is_no_code_is_not_known(item: str) -> None:
    assert not known(item)


def test_a_very_long_code_is_not_known_and_costs_nothing() -> None:
    assert not known("A" + ".1" * 100_000)
    assert not known("A." + "9" * 100_000)


def test_every_part_leads_to_the_total() -> None:
    assert [parent(item) for item in ("A.1.a", "A.1", "A", "GFCF.b", "GFCF")] == ["A.1", "A", "TOTAL", "GFCF", "TOTAL"]
    assert [parent(item) for item in ("TOTAL", "TRADE", "RESIDUAL", "OTHERS")] == [None] * 4


def test_parts_stand_below_what_they_are_part_of_and_the_total_last() -> None:
    printed = [
        "A",
        "A.1",
        "A.1.a",
        "A.1.b",
        "A.2",
        "A.10",
        "B",
        "RSTU",
        "HH",
        "HH.a",
        "IMP",
        "PRIMARY",
        "RESIDUAL",
        "TOTAL",
    ]
    assert sorted(reversed(printed), key=order) == printed


def test_only_imports_are_subtracted() -> None:
    assert [item for item in (*INDUSTRIES, *COMPONENTS) if sign(item) < 0] == ["IMP"]


def test_only_production_has_groups_of_industries() -> None:
    assert members("PRIMARY") == ("A", "B")
    assert members("PRIMARY", Approach.EXPENDITURE) == members("A") == ()
