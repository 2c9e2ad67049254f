"""Sentences about structure: "masih", "perubahan berarti" and fractions only where they hold."""

import pytest

from text.composition import chosen, fraction, largest_share, leaders_together, structure, unchanged

MEDAN, SUMUT = "1275", "12"


def test_structure_keeps_still_for_an_unchanged_leader() -> None:
    now = {"TERTIARY": 67.379, "SECONDARY": 31.708, "PRIMARY": 0.913}
    assert structure(now, MEDAN, "2025", "id", status="very_preliminary") == (
        "Perekonomian Kota Medan tahun 2025** didominasi oleh lapangan usaha tersier sebesar 67,38 persen; diikuti "
        "oleh lapangan usaha sekunder sebesar 31,71 persen dan lapangan usaha primer sebesar 0,91 persen."
    )
    same = structure(now, MEDAN, "2025", "id", previous={"TERTIARY": 67.0, "SECONDARY": 32.0, "PRIMARY": 1.0})
    assert "masih didominasi" in same
    turned = structure(now, MEDAN, "2025", "en", previous={"TERTIARY": 40.0, "SECONDARY": 59.0, "PRIMARY": 1.0})
    assert "still" not in turned


def test_a_structure_is_unchanged_only_with_ranks_and_shares_that_hold() -> None:
    now = {"TERTIARY": 67.379, "SECONDARY": 31.708, "PRIMARY": 0.913}
    assert unchanged(
        now, {"TERTIARY": 67.0, "SECONDARY": 32.0, "PRIMARY": 1.0}, "2024", "en", status="preliminary"
    ) == ("Compared with 2024*, the structure of GRDP by industry showed no significant change.")
    assert unchanged(now, {"TERTIARY": 66.0, "SECONDARY": 33.0, "PRIMARY": 1.0}, "2024", "id") == ""
    assert unchanged({"A": 50.2, "G": 49.8}, {"A": 49.9, "G": 50.1}, "2024", "id") == ""
    assert unchanged(now, {"TERTIARY": 67.0}, "2024", "id") == unchanged({}, {}, "2024", "id") == ""


def test_structure_of_seventeen_adds_the_leaders_from_unrounded_shares() -> None:
    shares = {"A": 24.394, "G": 18.814, "C": 18.364, "F": 13.004, "H": 5.18, "O": 4.0}
    assert structure(shares, SUMUT, "2024", "id", top=2).endswith(
        "sebesar 24,39 persen; diikuti oleh perdagangan sebesar 18,81 persen."
    )
    assert leaders_together(shares, "id") == (
        "Bersama industri pengolahan (18,36 persen) dan konstruksi (13,00 persen), "
        "peranan keempat lapangan usaha itu mencapai 74,58 persen."
    )
    assert leaders_together({"A": 60.0, "G": 40.0}, "id") == ""
    assert largest_share(shares, "en") == "The largest part of GRDP, 24.39 percent, comes from agriculture"


def test_chosen_industries_have_their_shares() -> None:
    assert chosen({"G": 18.97, "H": 5.18}, SUMUT, "2025", "en", status="very_preliminary") == (
        "Of GRDP of Sumatera Utara in 2025**, trade made up 18.97 percent and transport made up 5.18 percent."
    )
    assert chosen({}, SUMUT, "2025", "id") == ""


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
