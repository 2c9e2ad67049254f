"""The file beside the edition: new, equal, revised; growth that is unlike the past or the province."""

import pandas as pd
import pytest

from model.observations import empty, levels
from stats.validation import history

PAST = {str(year): round(100 * 1.05 ** (year - 2015), 2) for year in range(2015, 2025)}
KNOWN = levels({"TOTAL": PAST})


def test_each_row_is_new_equal_or_revised_with_its_size(filed, evidence) -> None:
    here = evidence(filed({"TOTAL": {"2023": PAST["2023"], "2024": PAST["2024"] + 1, "2025": 162.0}}))
    compared = history.compare(here, KNOWN)
    assert compared["kind"].tolist() == ["equal", "revised", "new"]
    assert compared["size"].round(2).tolist()[:2] == [0.0, 1.0]
    assert compared["percent"].round(2).tolist()[1] == round(100 / PAST["2024"], 2)
    assert compared["growth_before"].round(1).tolist()[:2] == [5.0, 5.0]
    assert compared["growth_after"].round(1).tolist() == [5.0, 5.7, 3.8]


@pytest.mark.parametrize(
    ("value", "digits", "kind"), [(155.1, 1, "equal"), (155.1, 2, "revised"), (155.134, 3, "equal")]
)
def test_rounding_is_no_revision(filed, evidence, value, digits, kind) -> None:
    assert PAST["2024"] == 155.13
    compared = history.compare(evidence(filed({"TOTAL": {"2024": value}}, digits=digits)), KNOWN)
    assert compared["kind"].tolist() == [kind]


def test_revisions_are_told_once_a_price_basis(filed, evidence) -> None:
    here = evidence(filed({"TOTAL": {"2023": PAST["2023"] + 2, "2024": PAST["2024"] + 5}}))
    (found,) = history.revised_value(here, history.compare(here, KNOWN))
    assert (found.code, found.severity, found.where) == ("revised_value", "info", "C5:D5")
    assert (found.found, found.expected) == ("1275 TOTAL constant_2010 2024: 160.13 (+1)", "155.13 (+3.22 %)")


def test_a_shifted_decimal_point_is_more_than_a_revision(filed, evidence) -> None:
    here = evidence(filed({"TOTAL": {"2023": 9 * PAST["2023"], "2024": 1551.3}}))
    (found,) = history.revised_value(here, history.compare(here, KNOWN))
    assert (found.severity, found.found, found.expected) == (
        "warning", "1275 TOTAL constant_2010 2024: 1551.30 (+1)", "155.13 (× 10)"
    )  # fmt: skip


def test_an_equal_file_and_an_empty_edition_revise_nothing(filed, evidence) -> None:
    here = evidence(filed({"TOTAL": PAST}))
    for known in (KNOWN, empty()):
        compared = history.compare(here, known)
        assert history.revised_value(here, compared) == []
        assert history.growth_unlike_history(here, compared, known) == []


@pytest.mark.parametrize(("growth", "count"), [(5.0, 0), (7.9, 0), (8.2, 1), (-1.0, 1)])
def test_growth_far_from_the_region_s_own_asks_for_the_reason(filed, evidence, growth, count) -> None:
    here = evidence(filed({"TOTAL": {"2025": PAST["2024"] * (1 + growth / 100)}}))
    found = history.growth_unlike_history(here, history.compare(here, KNOWN), KNOWN)
    assert [(one.code, one.severity) for one in found] == [("growth_unlike_history", "warning")] * count


def test_a_fall_where_the_province_grows_asks_for_the_reason(filed, evidence) -> None:
    province = levels({"TOTAL": {"2024": 600.0, "2025": 630.0}}, region="12")
    known = pd.concat([province, levels({"TOTAL": {"2024": 100.0}})], ignore_index=True)
    for level, count in ((98.0, 1), (102.0, 0)):
        here = evidence(filed({"TOTAL": {"2025": level}}))
        found = history.growth_unlike_history(here, history.compare(here, known), known)
        assert [one.expected for one in found] == ["12: 5.00"] * count


def test_each_regency_is_held_against_its_own_province(filed, evidence) -> None:
    growing = [levels({"TOTAL": {"2024": 900.0, "2025": 945.0}}, region="12")]
    falling = [levels({"TOTAL": {"2024": 900.0, "2025": 855.0}}, region="11")]
    files = [filed({"TOTAL": {"2024": 100.0, "2025": 96.0}}, region=region) for region in ("1203", "1101")]
    here = evidence(files[0] + files[1])
    for known in (pd.concat(growing + falling), pd.concat(falling + growing)):
        found = history.growth_unlike_history(here, history.compare(here, known), known)
        assert [(one.found, one.expected) for one in found] == [("1203 TOTAL constant_2010 2025: -4.00", "12: 5.00")]


def test_periods_of_one_series_are_told_as_one_and_many_series_too(filed, evidence) -> None:
    items = "ACFGHIJ"
    known = levels({item: PAST for item in items})
    for count, told in ((1, 1), (5, 5), (6, 1)):
        figures = {item: {"2025": 1.5 * PAST["2024"], "2026": 3 * PAST["2024"]} for item in items[:count]}
        here = evidence(filed(figures))
        found = history.growth_unlike_history(here, history.compare(here, known), known)
        assert len(found) == told
        assert found[0].found.endswith(f"2026: 100.00 (+{2 * count // told - 1})")
