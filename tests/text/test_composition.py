"""Sentences about structure: "masih", "perubahan berarti" and fractions only where they hold."""

import pytest

from text.composition import fraction, largest_share, structure

MEDAN, SUMUT = "1275", "12"


def test_structure_keeps_still_for_an_unchanged_leader() -> None:
    now = {"TERTIARY": 67.379, "SECONDARY": 31.708, "PRIMARY": 0.913}
    assert structure(now, MEDAN, "2025", "id", status="very_preliminary") == (
        "Perekonomian Kota Medan tahun 2025** didominasi oleh lapangan usaha tersier sebesar 67,38 persen; diikuti "
        "oleh lapangan usaha sekunder sebesar 31,71 persen dan lapangan usaha primer sebesar 0,91 persen."
    )
    same = structure(now, MEDAN, "2025", "id", previous={"TERTIARY": 67.0, "SECONDARY": 32.0, "PRIMARY": 1.0})
    assert "tidak menunjukkan perubahan berarti. " in same and "masih didominasi" in same
    moved = structure(now, MEDAN, "2025", "id", previous={"TERTIARY": 66.0, "SECONDARY": 33.0, "PRIMARY": 1.0})
    assert "perubahan berarti" not in moved and "masih didominasi" in moved
    turned = structure(now, MEDAN, "2025", "en", previous={"TERTIARY": 40.0, "SECONDARY": 59.0, "PRIMARY": 1.0})
    assert "still" not in turned and "significant" not in turned


def test_structure_of_seventeen_adds_the_leaders_from_unrounded_shares() -> None:
    shares = {"A": 24.394, "G": 18.814, "C": 18.364, "F": 13.004, "H": 5.18, "O": 4.0}
    said = structure(shares, SUMUT, "2024", "id")
    assert said.endswith("Peranan keempat lapangan usaha tersebut mencapai 74,58 persen.")
    assert largest_share(shares, "en") == "The largest part of GRDP, 24.39 percent, comes from agriculture"


@pytest.mark.parametrize(
    ("share", "said"),
    [
        (67.38, "Sekitar dua pertiga PDRB berasal dari lapangan usaha tersier"),
        (50.9, "Sekitar separuh PDRB berasal dari lapangan usaha tersier"),
        (58.2, "58,20 persen PDRB berasal dari lapangan usaha tersier"),
        (68.0, "68,00 persen PDRB berasal dari lapangan usaha tersier"),
    ],
)
def test_a_fraction_is_said_only_within_a_point(share: float, said: str) -> None:
    assert fraction(share, "TERTIARY", "id") == said
