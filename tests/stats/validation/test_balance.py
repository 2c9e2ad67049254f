"""Production with expenditure, regencies with their province."""

import pandas as pd
import pytest

from model.observations import empty, levels
from stats.validation import balance, history

BY_INDUSTRY = {"2023": 1004.9, "2024": 1050.0}


@pytest.mark.parametrize(
    ("spent", "told"),
    [
        ({"2023": 1004.9, "2024": 1050.0}, []),
        ({"2023": 1004.91, "2024": 1050.0}, []),
        ({"2023": 1005.08, "2024": 1050.1}, [("1275 TOTAL constant_2010 2023: 1004.90 (+1)", "1005.08", "C5:D5")]),
        ({"2022": 999.0}, []),
    ],
)
def test_the_two_sides_of_the_accounts_are_compared(filed, evidence, spent, told) -> None:
    both = filed({"TOTAL": BY_INDUSTRY}) + filed({"TOTAL": spent}, table=2, sheet="Exp", approach="expenditure")
    found = balance.approaches_differ(evidence(both), empty())
    assert [(one.found, one.expected, one.where) for one in found] == told
    assert {one.severity for one in found} <= {"info"}


def test_the_other_side_may_be_that_of_the_edition(filed, evidence) -> None:
    here = evidence(filed({"TOTAL": BY_INDUSTRY}))
    for level, count in ((1050.0, 0), (1051.0, 1)):
        known = levels({"TOTAL": {"2024": level}}, approach="expenditure")
        assert len(balance.approaches_differ(here, known)) == count


def test_what_the_edition_alone_has_otherwise_is_not_told_again(filed, evidence) -> None:
    known = pd.concat(
        [levels({"TOTAL": {"2010": 5.0}}), levels({"TOTAL": {"2010": 6.0}}, approach="expenditure")], ignore_index=True
    )
    assert balance.approaches_differ(evidence(filed({"TOTAL": BY_INDUSTRY})), known) == []


def province(whole: float, *parts: float) -> pd.DataFrame:
    frames = [levels({"TOTAL": {"2024": whole}}, region="12")]
    frames += [levels({"TOTAL": {"2024": each}}, region=f"12{place:02d}") for place, each in enumerate(parts, start=1)]
    return pd.concat(frames, ignore_index=True)


@pytest.mark.parametrize(
    ("level", "told"),
    [
        (40.0, []),
        (42.9, []),
        (43.5, [("info", "12 TOTAL constant_2010 2024: 103.50", "100.00 (+3.50 %)")]),
        (46.0, [("warning", "12 TOTAL constant_2010 2024: 106.00", "100.00 (+6.00 %)")]),
        (33.0, [("warning", "12 TOTAL constant_2010 2024: 93.00", "100.00 (-7.00 %)")]),
    ],
)
def test_regencies_add_to_their_province(filed, evidence, level, told) -> None:
    known = province(100.0, 30.0, 30.0, 40.0)
    here = evidence(filed({"TOTAL": {"2024": level}}, region="1203"))
    found = balance.regions_differ(here, history.compare(here, known), known)
    assert [(one.severity, one.found, one.expected) for one in found] == told


def test_a_regency_that_is_not_there_yet_or_did_not_move_tells_nothing(filed, evidence) -> None:
    here = evidence(filed({"TOTAL": {"2024": 40.0}}, region="1203"))
    lacking = pd.concat([province(100.0, 30.0), levels({"TOTAL": {"2023": 9.0}}, region="1202")], ignore_index=True)
    same = province(200.0, 30.0, 30.0, 40.0)
    for known in (lacking, same, empty()):
        assert balance.regions_differ(here, history.compare(here, known), known) == []
