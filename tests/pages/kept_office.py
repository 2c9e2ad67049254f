"""A store of a test's own that its pages read, with a clock that the test holds, and synthetic tables to publish.

No figure made here is a statistic.
"""

from dataclasses import fields
from datetime import date, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from data import store
from data.store import editions, moment
from model.observations import COLUMNS
from model.release import Origin

BEGAN = datetime(2026, 11, 25, 9, tzinfo=store.JAKARTA)
"""When a test begins; what ships has been in effect since the day before."""
ORIGIN = Origin(**{field.name: date(2026, 11, 24) if field.type is date else "SINTETIS" for field in fields(Origin)})


class Clock:
    """The clock of the store, as the test sets it."""

    def __init__(self) -> None:
        self.now = BEGAN

    def pass_by(self, **time: float) -> datetime:
        self.now += timedelta(**time)
        return self.now


@pytest.fixture
def clock(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Holds the clock of a store of its own; in place of the clock that the other tests of pages share."""
    held = Clock()
    monkeypatch.setattr(store, "edition", editions.edition)
    monkeypatch.setattr(moment, "local", lambda: held.now)
    monkeypatch.setattr(moment, "of", lambda conn: held.now)
    return held


def table(factor: float, region: str = "1275", item: str = "G", period: str = "2025") -> pd.DataFrame:
    """The figures of an item and period that the newest edition has, times a factor: one table to hand in."""
    obs = store.edition().observations
    wanted = (obs["region"] == region) & (obs["item"] == item) & (obs["period"] == period)
    found = obs[wanted & (obs["measure"] == "level")]
    return found.assign(value=(found["value"] * factor).round(2))[list(COLUMNS)].reset_index(drop=True)


def handed_in(obs: pd.DataFrame, by: str = "ana", mode: str = "office", reason: str = "") -> store.Submission:
    """A table that waits for approval."""
    content = obs.to_csv().encode()
    return store.submit(obs, by, ORIGIN, content, "SINTETIS.csv", mode, reason=reason)[0]


def approved(made: store.Submission, by: str = "budi") -> store.Submission:
    """The submission, approved as compared with the newest edition."""
    return store.approve(made.id, by, made.content_hash, store.edition().number, made.mode)


def published(obs: pd.DataFrame, effective_at: datetime | None = None, by: str = "ana") -> store.Published:
    """A table taken all the way."""
    return store.publish(approved(handed_in(obs, by)).id, "budi", effective_at)
