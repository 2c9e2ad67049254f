"""Two editions side by side, and one figure through all of them."""

from datetime import timedelta
from hashlib import sha256

import pandas as pd
import pytest

from data import store
from data.canonical import FIELDS, content_hash
from data.store.place import Place
from model.observations import COLUMNS, KEY
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, approved, published, table


def rows(frame: pd.DataFrame, *columns: str) -> list[tuple]:
    return list(
        frame[list(columns)].astype(object).where(frame[list(columns)].notna(), None).itertuples(index=False, name=None)
    )


def test_a_difference_names_each_key_that_says_otherwise(where: Place, clock: Clock) -> None:
    published(
        table(
            ("A", "2023", float("nan"), "withdrawn"), ("TOTAL", "2023", 100.0, "revised"), ("C", "2025", 5.0, "final")
        )
    )
    found = store.diff(2, 3)
    assert list(found.columns[: len(KEY)]) == list(KEY)
    assert rows(found, "item", "period", "value_a", "value_b", "change", "status_a", "status_b") == [
        ("A", "2023", 41.0, None, None, "unknown", None),
        ("C", "2025", None, 5.0, None, None, "final"),
        ("TOTAL", "2023", 100.0, 100.0, 0.0, "final", "revised"),
    ]
    assert store.diff(3, 3).empty
    back = store.diff(3, 2)
    assert back["value_a"].equals(found["value_b"]) and back["value_b"].equals(found["value_a"])
    with pytest.raises(store.NoEdition):
        store.diff(2, 4)


def test_history_tells_how_a_figure_came_to_stand(where: Place, clock: Clock) -> None:
    clock.pass_by(hours=1)
    published(table(("A", "2023", 42.0, "final")))
    published(table(("A", "2023", 42.0, "unknown")))  # weaker, says nothing new
    store.publish(approved(store.roll_back(1, "ani", "salah")).id, "budi")
    published(table(("A", "2023", float("nan"), "withdrawn")))
    published(table(("A", "2023", 44.0, "final")), NOON + timedelta(days=1))  # not yet
    found = store.history(region="1275", item="A", period="2023")
    assert list(found.columns) == [*COLUMNS, "edition", "effective_at", "release"]
    assert rows(found, "edition", "value", "status", "release") == [
        (1, 40.5, "preliminary", "01-made"),
        (2, 41.0, "unknown", "02-made"),
        (3, 42.0, "final", "submission-1"),
        (5, 40.5, "preliminary", "submission-3"),
        (6, None, "withdrawn", "submission-4"),
    ]
    assert found["effective_at"].tolist()[1:3] == ["2026-11-24T00:00:00+07:00", "2026-11-24T13:00:00+07:00"]
    assert set(store.history(item=["A", "TOTAL"])["item"]) == {"A", "TOTAL"}
    assert store.history(item="B").empty
    with pytest.raises(ValueError, match="value"):
        store.history(value="1")


def test_history_agrees_with_the_editions_one_by_one(where: Place, clock: Clock) -> None:
    for value, status in ((42.0, "final"), (42.0, "unknown"), (43.0, "unknown"), (43.0, "revised")):
        published(table(("A", "2023", value, status), ("C", "2025", value, "final")))
    stood = None
    expected = []
    for number in range(1, 7):
        obs = store.edition(number).observations
        row = obs.loc[(obs["item"] == "A") & (obs["period"] == "2023"), ["value", "status"]].iloc[0].tolist()
        if row != stood:
            expected.append((number, *row))
        stood = row
    assert rows(store.history(item="A"), "edition", "value", "status") == expected


def test_a_region_is_what_the_whole_edition_says_of_it(where: Place, clock: Clock) -> None:
    published(table(("A", "2023", 1.0, "final"), region="12"))
    whole, part = store.edition(), store.edition(regions=["12"])
    assert part.observations["region"].tolist() == ["12"] and part.release_of.tolist() == ["submission-1"]
    assert (part.number, part.content_hash) == (whole.number, whole.content_hash)
    assert len(store.edition(regions=["12", "1275"]).observations) == len(whole.observations)
    assert store.edition(regions=[]).observations.empty


def test_the_hash_is_that_of_the_exported_csv(where: Place, clock: Clock) -> None:
    published(table(("A", "2023", 0.1 + 0.2, "final"), ("C", "2025", 1e16, "final"), ("B", "2025", -0.0, "final")))
    edition = store.edition()
    exported = edition.observations.to_csv(columns=list(FIELDS), index=False, lineterminator="\n")
    head, *lines = exported.splitlines()
    assert sha256("".join(f"{line}\n" for line in (head, *sorted(lines))).encode()).hexdigest() == edition.content_hash
    assert "A,current,A,2023,level,0.30000000000000004," in exported and ",1e+16," in exported and ",0.0," in exported
    assert content_hash(edition.observations) == edition.content_hash


def test_rows_of_a_release_are_as_published(where: Place, clock: Clock) -> None:
    obs = table(("A", "2023", 42.0, "unknown"), ("C", "2025", float("nan"), "withdrawn"))
    published(obs)
    assert rows(store.rows_of("submission-1"), *COLUMNS) == rows(obs, *COLUMNS)
    with pytest.raises(store.Unknown):
        store.rows_of("submission-2")
