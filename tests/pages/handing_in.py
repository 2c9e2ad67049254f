"""What the tests of *Unggah* share: an analyst at the screen, made-up tables to drop, and how the page is used."""

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from data.store import Submission
from desk.rights import Person, Role
from pages.parts import identity
from pages.parts.upload import examined as examinations
from tests.pages.kept_office import Clock
from tests.workbooks import handed_in

ANA = Person("ana", Role.ANALYST)
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@pytest.fixture
def desk(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of its own, an analyst at the screen, and no examination that another test has made."""
    as_person(monkeypatch, ANA)
    for cached in (examinations._examined, examinations._changed):
        cached.cache_clear()


def as_person(monkeypatch: pytest.MonkeyPatch, person: Person) -> None:
    monkeypatch.setattr(identity, "person", lambda: person)


def quarter(**stated: str) -> bytes:
    """Medan in 2026-Q2 as the edition has it, and 2026-Q3, made up."""
    known = handed_in.levels(store.edition().observations, frequency="Q")
    return handed_in.workbook(handed_in.next_period(known), **stated)


def year(growth: float = 0.05, **stated: str) -> bytes:
    """Medan in 2025 as the edition has it, and 2026, made up."""
    known = handed_in.levels(store.edition().observations)
    return handed_in.workbook(handed_in.next_period(known, 1, growth), **stated)


def upload(at: AppTest, *files: tuple[str, bytes]) -> AppTest:
    """Drops files, all at once."""
    at.file_uploader[0].set_value([(name, content, SHEET) for name, content in files])
    return run(at)


def run(at: AppTest) -> AppTest:
    at = at.run()
    assert not at.exception, at.exception[0].value
    return at


def press(at: AppTest, key: str) -> AppTest:
    """Presses the one button whose key begins so."""
    (button,) = [button for button in at.button if button.key.startswith(key)]
    return run(button.click())


def told(at: AppTest) -> list[str]:
    """What stands in the way of a submission."""
    return [box.value for box in at.info]


def table(at: AppTest, column: str) -> list[str]:
    """The column of that heading, of the table that has one."""
    (found,) = [frame.value for frame in at.dataframe if column in frame.value.columns]
    return list(found[column])


def fields(at: AppTest, kind: str, prefix: str) -> dict[str, object]:
    """The widgets of a kind whose key begins so, by what follows in it."""
    found = [widget for widget in getattr(at, kind) if widget.key.startswith(prefix)]
    return {widget.key.removeprefix(prefix).split("-")[0]: widget for widget in found}


def waiting() -> tuple[Submission, ...]:
    return store.submissions("waiting")
