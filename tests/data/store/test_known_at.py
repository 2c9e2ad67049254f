"""`--as-of`: after any history, the terminal prints what a naive model says was known at that moment."""

from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from data import store
from tests.data.store import made
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON, SEEDED
from tests.data.store.test_model import STEPS, Model, Said, a_store, take
from tests.terminal import run

ASKED = ("table", "--region", "1275", "--measure", "level", "--price-basis", "current")
SHARED = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


def printed(*words: str) -> Said:
    """What `table` prints, by item and year."""
    ran = run(*ASKED, *words)
    assert (ran.code, bool(ran.err)) == (0, not ran.rows)
    return {(row["item"], row["period"]): (float(row["value"]), row["status"]) for row in ran.rows}


def agrees(model: Model, now: datetime) -> None:
    """At each moment at which something took effect, a microsecond before it, and at the end of its day."""
    moments = {when for when, *_ in model.releases if when <= now} | {NOON + timedelta(minutes=30)}
    for moment in sorted(moments):
        before = moment - timedelta(microseconds=1)
        end = datetime.combine(moment.date(), time.max, store.JAKARTA)
        assert printed("--as-of", moment.isoformat()) == model.editions(moment)[-1]
        assert printed("--as-of", moment.date().isoformat()) == model.editions(min(end, now))[-1]
        if before < SEEDED:
            assert "belum ada edisi" in run(*ASKED, "--as-of", before.isoformat()).err
        else:
            assert printed("--as-of", before.astimezone().isoformat()) == model.editions(before)[-1]
    assert printed("--as-of", "2999-01-01") == printed() == model.editions(now)[-1]


def runs(template: Path, socket: str | None, steps: list[tuple]) -> None:
    """A whole history, looked at some hours later: most of what was scheduled has taken effect."""
    model = Model()
    for name, rows in made.SHIPPED:
        stated = {(item, year): (value, status) for item, year, value, status in rows}
        model.releases.append((SEEDED, int(name[:2]), stated, None))
    with a_store(template, socket) as clock:
        for step in steps:
            take(model, clock, step)
        agrees(model, clock.pass_by(hours=3))


@settings(max_examples=8, deadline=None, suppress_health_check=SHARED)
@given(steps=STEPS)
def test_the_terminal_prints_what_was_known(seeded: Path, steps: list[tuple]) -> None:
    runs(seeded, None, steps)


@pytest.mark.server
@settings(max_examples=3, deadline=None, suppress_health_check=SHARED)
@given(steps=STEPS)
def test_the_terminal_prints_what_was_known_under_postgresql(
    seeded: Path, postgresql: str, seeded_postgresql: str, steps: list[tuple]
) -> None:
    runs(seeded, postgresql, steps)


@pytest.mark.campaign
@settings(max_examples=200, deadline=None, suppress_health_check=SHARED)
@given(steps=STEPS)
def test_the_terminal_prints_what_was_known_after_two_hundred_histories(seeded: Path, steps: list[tuple]) -> None:
    runs(seeded, None, steps)


def test_a_day_ends_with_its_last_microsecond_in_medan(where: object, clock: Clock) -> None:
    """What takes effect at midnight belongs to the new day, also seen from UTC."""
    midnight = (NOON + timedelta(days=1)).replace(hour=0)
    made.published(made.table(("A", "2023", 2.0, "final")), midnight - timedelta(microseconds=1))
    clock.now = midnight - timedelta(microseconds=1)
    made.published(made.table(("A", "2023", 1.0, "final")), midnight)
    clock.pass_by(days=3)
    key = ("A", "2023")
    assert printed("--as-of", "2026-11-24")[key] == (2.0, "final")
    assert printed("--as-of", "2026-11-25")[key] == (1.0, "final")
    assert printed("--as-of", "2026-11-24T16:59:59.999999Z")[key] == (2.0, "final")
    assert printed("--as-of", "2026-11-24T17:00Z")[key] == (1.0, "final")
    assert printed("--as-of", "2026-11-24T23:59:59.999999")[key] == (2.0, "final")
    assert printed("--as-of", "2026-11-25T00:00")[key] == (1.0, "final")


def test_a_sentence_is_that_of_the_moment(where: object, clock: Clock) -> None:
    """The figures at constant prices of a made-up total decide what it says."""
    for years in ((100.0, 105.0), (100.0, 95.0)):
        rows = made.table(*(("TOTAL", str(2022 + place), value, "final") for place, value in enumerate(years)))
        clock.pass_by(days=1)
        made.published(rows.assign(price_basis="constant_2010"))
    asked = ("sentence", "--region", "1275", "--period", "2023", "--as-of")
    assert "tumbuh 5,00" in run(*asked, "2026-11-25").out
    assert "kontraksi 5,00" in run(*asked, "2026-11-26").out
    assert run(*asked, "2026-11-23").refused
