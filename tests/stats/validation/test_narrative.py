"""Sentences of a file against its tables."""

import pytest

from model.observations import empty, levels
from stats.validation.narrative import text_unlike_table

GRDP = {"A": {"2024": 100.0, "2025": 103.0}, "TOTAL": {"2024": 1000.0, "2025": 1052.9}}


def told(evidence, text: str, known=None) -> list[tuple[str, str]]:
    found = text_unlike_table(evidence, empty() if known is None else known, [("BRS", "A9", text)])
    assert {(one.severity, one.sheet, one.where) for one in found} <= {("warning", "BRS", "A9")}
    return [(one.found, one.expected) for one in found]


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("Ekonomi Kota Medan tahun 2025 tumbuh 5,29 persen.", []),
        ("The economy of Medan grew by 5.29 percent in 2025.", []),
        ("Ekonomi Kota Medan tahun 2025 tumbuh 5,92 persen.", [("5,92 persen", "5.29")]),
        ("Pertanian tumbuh 3,00 persen pada 2025. PDRB tumbuh 8,31 persen.", [("8,31 persen", "5.29")]),
        ("PDRB 2025 mencapai Rp1.052,90 miliar.", []),
        ("PDRB 2025 mencapai Rp1,05 triliun.", []),
        ("PDRB 2025 mencapai Rp1.025,90 miliar.", [("Rp1.025,90 miliar", "1052.90")]),
        ("PDRB 2025 mencapai Rp1.05 trillion.", []),
    ],
)
def test_a_figure_in_words_stands_in_a_table_or_follows_from_it(filed, evidence, text, strange) -> None:
    assert told(evidence(filed(GRDP)), text) == strange


@pytest.mark.parametrize(
    "text",
    [
        "Ekonomi Kota Medan tahun 2019 tumbuh 5,93 persen.",
        "Inflasi Kota Medan tahun 2025 sebesar 2,87 persen.",
        "Keempat lapangan usaha memberi peranan 61,19 persen pada 2025.",
        "Ekonomi triwulan IV-2025 tumbuh 0,53 persen (q-to-q).",
        "Ekonomi 2025 menguat 0,19 poin persen dibanding 2024.",
        "Tingkat kemiskinan 8,00 persen, pengangguran 8,13 persen.",
        "Pertanian memberi kontribusi 11,11 persen terhadap PDRB 2025.",
    ],
)
def test_what_no_table_can_tell_is_passed_over(filed, evidence, text) -> None:
    assert told(evidence(filed(GRDP)), text) == []


def test_printed_figures_go_before_computed_ones(filed, evidence, derived) -> None:
    shares = derived({"A": {"2025": 80.14}, "TOTAL": {"2025": 100.0}}, "share")
    both = evidence(filed(GRDP), shares)
    assert told(both, "Ekonomi 2025 didominasi pertanian sebesar 80,14 persen.") == []
    assert told(both, "Ekonomi 2025 didominasi pertanian sebesar 80,15 persen.") == [("80,15 persen", "80.14")]


def test_the_year_before_may_be_that_of_the_edition(filed, evidence) -> None:
    here, known = evidence(filed({"TOTAL": {"2025": 1052.9}})), levels({"TOTAL": {"2024": 1000.0}})
    text = "Ekonomi Kota Medan tahun 2025 tumbuh 5,92 persen."
    assert told(here, text) == []
    assert told(here, text, known) == [("5,92 persen", "5.29")]
