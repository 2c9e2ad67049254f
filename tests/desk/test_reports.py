"""Reports of readers and announced dates: who may, how long, how many; in a store of their own."""

import time
from datetime import timedelta
from pathlib import Path

import pytest

from data import store
from desk import calendar, reports
from desk.refusals import sentence
from desk.rights import Mode, Person, Refused, Role
from desk.workflow import NotReady
from text.lookup import LANGUAGES, say

READER = Person()
PEOPLE = [Person("x" if role is not Role.VIEWER else "", role) for role in Role]
BUDI = Person("budi", Role.APPROVER)
ALONE = Person("lokal", mode=Mode.LOCAL)


@pytest.fixture(autouse=True)
def home(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of its own, and nobody who has sent anything."""
    monkeypatch.setattr(reports, "SENDERS", reports.Senders())


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
def test_everybody_may_report_and_approvers_answer(person: Person) -> None:
    made = reports.report(person, "  Angka G 2025 keliru.  ", "pertumbuhan?edition=18", " a@b.example ")
    assert (made.text, made.contact, made.about) == ("Angka G 2025 keliru.", "a@b.example", "pertumbuhan?edition=18")
    before = store.acts()
    for step in (
        lambda: reports.listed(person),
        lambda: reports.answer(person, made.id, "Sudah diperbaiki."),
        lambda: reports.dismiss(person, made.id, "Bukan kesalahan."),
    ):
        if person.role is not Role.APPROVER:
            with pytest.raises(Refused, match="refused.answer_report.role"):
                step()
    assert store.acts() == before
    if person.role is Role.APPROVER:
        assert reports.listed(person) == (made,)
        assert reports.answer(person, made.id, " Sudah diperbaiki. ").answer == "Sudah diperbaiki."
        assert [one.id for one in reports.answered()] == [made.id] and reports.listed(person) == ()


def test_a_dismissed_report_is_shown_to_nobody() -> None:
    made = reports.report(READER, "Iklan", "")
    assert reports.dismiss(ALONE, made.id, "iklan").state == "dismissed"
    assert reports.answered() == () and reports.listed(ALONE) == ()
    with pytest.raises(store.Answered):
        reports.answer(BUDI, made.id, "terima kasih")


@pytest.mark.parametrize(
    ("given", "key"),
    [
        ({"text": " \n"}, "report.empty"),
        ({"text": "x" * (reports.LONGEST + 1)}, "report.too_long"),
        ({"text": "x", "contact": "x" * (reports.LONGEST_CONTACT + 1)}, "report.too_long"),
        ({"text": "x", "about": "x" * (reports.LONGEST_ABOUT + 1)}, "report.too_long"),
        ({"text": "x", "sent": reports.A_SESSION}, "report.enough"),
    ],
)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_that_does_not_fit_is_refused_in_words(given: dict, key: str, lang: str) -> None:
    before = store.acts()
    with pytest.raises(NotReady) as raised:
        reports.report(READER, **{"about": "", **given})
    found, slots = sentence(raised.value)
    assert found == key and say(found, lang, **slots).endswith(".")
    assert store.acts() == before


def test_an_answer_has_words() -> None:
    made = reports.report(READER, "x", "")
    for step in (reports.answer, reports.dismiss):
        for words in (" ", "x" * (reports.LONGEST + 1)):
            with pytest.raises(NotReady):
                step(BUDI, made.id, words)
    assert store.error_report(made.id).state == "open"


def test_an_hour_takes_so_many_reports_whoever_sends_them() -> None:
    for number in range(reports.AN_HOUR):
        reports.report(READER, f"laporan {number}", "")
    with pytest.raises(store.TooMany) as raised:
        reports.report(READER, "satu lagi", "")
    assert sentence(raised.value) == ("store.too_many", {"most": reports.AN_HOUR})


@pytest.mark.parametrize("person", PEOPLE, ids=lambda person: person.role)
def test_an_approver_announces_and_takes_back(person: Person) -> None:
    later, before = store.now() + timedelta(days=3), store.acts()
    if person.role is not Role.APPROVER:
        with pytest.raises(Refused, match="refused.announce.role"):
            calendar.announce(person, later, "1275", "production", "2026-Q3")
        with pytest.raises(Refused, match="refused.announce.role"):
            calendar.withdraw(person, 1)
        assert store.acts() == before
        return
    made = calendar.announce(person, later, "1275", "production", " 2026-q3 ")
    assert [(one.at, one.region, one.approach, one.period) for one in calendar.upcoming()] == [
        (later, "1275", "production", "2026-Q3")
    ]
    calendar.withdraw(person, made.id)
    assert calendar.upcoming() == ()


@pytest.mark.parametrize("period", ["", "triwulan III", "2026-Q5", "PDRB 173,45 triliun", "2026-Q3 5,04"])
def test_nothing_but_a_period_can_be_announced(period: str) -> None:
    with pytest.raises(NotReady) as raised:
        calendar.announce(BUDI, store.now() + timedelta(days=3), "1275", "production", period)
    assert raised.value.stop.key == "calendar.no_period" and calendar.upcoming() == ()


def test_one_address_cannot_use_up_the_reports_of_an_hour(monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(reports.AN_ADDRESS):
        reports.report(READER, f"laporan {number}", "", address="192.0.2.7")
    with pytest.raises(NotReady) as raised:
        reports.report(READER, "satu lagi", "", address="192.0.2.7")
    assert sentence(raised.value)[0] == "report.address"
    assert reports.report(READER, "dari orang lain", "", address="192.0.2.8").state == "open"
    later = time.monotonic() + 3601
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert reports.SENDERS.lately("192.0.2.7") == 0 and not reports.SENDERS._sent


def test_without_an_address_the_limits_of_the_visit_and_the_hour_hold() -> None:
    for number in range(reports.AN_ADDRESS + 1):
        reports.report(READER, f"laporan {number}", "")
    assert reports.SENDERS.lately("") == 0
