"""Statuses from firm to weak, and the unit of each measure."""

from model.dimensions import STATUSES, UNITS, Measure, Status, weakest


def test_the_weakest_status_wins_and_every_measure_has_a_unit() -> None:
    assert [status.value for status in STATUSES] == [
        "final", "revised", "preliminary", "very_preliminary", "estimated", "unknown",
    ]  # fmt: skip
    assert weakest({"final", "unknown", "estimated"}) == Status.UNKNOWN
    assert set(UNITS) == set(Measure)
