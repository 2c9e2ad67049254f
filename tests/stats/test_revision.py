"""What a table changes in an edition: each value, and growth. The figures are made up."""

import numpy as np
import pandas as pd
import pytest

from data.edition import stack, stand
from model.observations import KEY, WITHDRAWN, levels
from stats import revision
from stats.revision import Kind

BEFORE = levels(
    {
        "A": {"2022": 10.0, "2023": 11.0, "2024": 12.0},
        "TOTAL": {"2022": 100.0, "2023": 105.0, "2024": 110.25, "2023-Q4": 26.0},
    }
)


def withdrawn(obs: pd.DataFrame) -> pd.DataFrame:
    return obs.assign(value=np.nan, status=WITHDRAWN)


def test_each_value_is_new_revised_equal_or_withdrawn() -> None:
    handed_in = pd.concat(
        [levels({"A": {"2023": 11.0, "2024": 11.4, "2025": 13.0}}), withdrawn(levels({"TOTAL": {"2024": 0.0}}))],
        ignore_index=True,
    )
    found = revision.revision(BEFORE, handed_in)
    assert found["kind"].tolist() == ["equal", "revised", "new", "withdrawn"]
    assert found["before"].fillna(-1).tolist() == [11.0, 12.0, -1, 110.25]
    assert found["after"].fillna(-1).tolist() == [11.0, 11.4, 13.0, -1]
    assert found["size"].round(6).fillna(-9).tolist() == [0.0, -0.6, -9, -9]
    assert found["percent"].round(6).fillna(-9).tolist() == [0.0, -5.0, -9, -9]
    assert found["status_before"].tolist() == ["final", "final", "", "final"]
    assert found["status_after"].tolist() == ["final", "final", "final", ""]


def test_what_was_never_there_cannot_be_taken_out() -> None:
    found = revision.revision(BEFORE, withdrawn(levels({"B": {"2024": 0.0}})))
    assert found["kind"].tolist() == [Kind.EQUAL]


@pytest.mark.parametrize(("after", "kind"), [(12.004, "equal"), (12.006, "revised"), (12.0, "equal")])
def test_rounding_is_no_revision(after: float, kind: str) -> None:
    assert revision.revision(BEFORE, levels({"A": {"2024": after}}))["kind"].tolist() == [kind]


def test_negative_levels_keep_the_direction_of_their_change() -> None:
    old, new = (levels({"INV": {"2024": value}}, approach="expenditure") for value in (-10.0, -8.0))
    found = revision.revision(old, new).iloc[0]
    assert (found["size"], found["percent"]) == (2.0, 20.0)


def test_a_zero_has_no_change_in_per_cent() -> None:
    found = revision.revision(levels({"B": {"2024": 0.0}}), levels({"B": {"2024": 1.0}})).iloc[0]
    assert (found["kind"], found["size"]) == ("revised", 1.0) and np.isnan(found["percent"])


def test_an_unknown_status_does_not_weaken_an_equal_value() -> None:
    handed_in = levels({"A": {"2023": 11.0, "2024": 11.4}}, status="unknown")
    assert revision.revision(BEFORE, handed_in)["status_after"].tolist() == ["final", "unknown"]


def test_growth_changes_in_the_year_and_in_the_next() -> None:
    found = revision.growth_revision(BEFORE, levels({"TOTAL": {"2023": 106.0}}))
    told = found.set_index("period")[["before", "after", "change"]].round(4)
    assert told.loc["2023"].tolist() == [5.0, 6.0, 1.0]
    assert told.loc["2024"].tolist() == [
        5.0,
        round(100 * (110.25 / 106 - 1), 4),
        round(100 * (110.25 / 106 - 1) - 5, 4),
    ]
    assert set(found["item"]) == {"TOTAL"}


def test_growth_of_a_new_period_has_no_before() -> None:
    found = revision.growth_revision(BEFORE, levels({"TOTAL": {"2025": 115.7625, "2024-Q1": 27.3}}))
    told = found.set_index(["period", "measure"])["after"].round(4).to_dict()
    assert told == {("2025", "yoy"): 5.0, ("2024-Q1", "qtq"): 5.0}
    assert found["before"].isna().all()


def test_growth_that_can_no_longer_be_computed_has_no_after() -> None:
    found = revision.growth_revision(BEFORE, withdrawn(levels({"TOTAL": {"2022": 0.0}})))
    assert found[["period", "before"]].round(4).values.tolist() == [["2023", 5.0]]
    assert found["after"].isna().all()


def test_nothing_submitted_changes_nothing() -> None:
    assert revision.revision(BEFORE, BEFORE[:0]).empty
    assert revision.growth_revision(BEFORE, BEFORE[:0]).empty
    assert revision.growth_revision(BEFORE, BEFORE).empty


def test_the_edition_as_it_would_be_is_the_one_that_is_published(shipped: pd.DataFrame) -> None:
    own = shipped[shipped["region"].isin(["12", "1275"])].reset_index(drop=True)
    changed = own[own["period"] == "2024"].assign(status="unknown")
    changed = changed.assign(value=changed["value"].where(changed["item"] != "G", changed["value"] * 1.01))
    handed_in = pd.concat([changed, withdrawn(own[own["period"] == "2021"])], ignore_index=True)
    published = stand([stack(own, "old"), stack(handed_in, "new")])
    ours = revision.applied(own, handed_in).sort_values(list(KEY), ignore_index=True)
    theirs = published.sort_values(list(KEY), ignore_index=True)
    pd.testing.assert_frame_equal(ours, theirs[ours.columns.tolist()])


def test_neither_table_is_touched() -> None:
    old, new = BEFORE.copy(), levels({"A": {"2024": 11.4}})
    kept = new.copy()
    revision.revision(old, new)
    revision.growth_revision(old, new)
    pd.testing.assert_frame_equal(old, BEFORE)
    pd.testing.assert_frame_equal(new, kept)
