"""An approver on *Rilis*: from what waits to an edition and back, and what is refused in words; figures are made up."""

from collections.abc import Callable
from datetime import date, datetime, time

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Button

from data import store
from desk import review, workflow
from desk.proposal import propose
from desk.rights import Mode, Person, Role
from pages.parts import identity
from tests.pages.conftest import Open, address, said, sound
from tests.pages.kept_office import Clock, approved, clock, handed_in, published, table
from tests.workbooks import handed_in as made
from text.lookup import LANGUAGES, say
from text.problem import message
from views.changes import view

__all__ = ["clock"]
BUDI, BENI = Person("budi", Role.APPROVER), Person("beni", Role.APPROVER)


@pytest.fixture
def be(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> Callable[[Person], None]:
    """Makes somebody the person at the screen."""

    def be(person: Person) -> None:
        monkeypatch.setattr(identity, "person", lambda: person)

    be(BUDI)
    return be


def button(at: AppTest, step: str) -> Button:
    """The one button of a step."""
    (found,) = [one for one in at.button if one.key.partition("-")[0] == step]
    return found


def press(at: AppTest, step: str) -> AppTest:
    button(at, step).click()
    at.run()
    assert not at.exception, at.exception[0].value
    return at


def told(at: AppTest) -> str:
    """All that the page says."""
    return "\n".join(said(at))


@pytest.fixture
def waiting(be: Callable[[Person], None]) -> store.Submission:
    """A workbook of an analyst, taken through the same road as the page's, whose figures are made up."""
    known = made.levels(store.edition().observations)
    content = made.workbook(made.next_period(known, before=2))
    proposal = propose(content, "SINTETIS.xlsx", None, reason="data sintetis")
    return workflow.submit(Person("ana", Role.ANALYST), proposal)[0]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_waits_is_shown_with_its_file_its_problems_and_what_it_would_change(
    visit: Open, waiting: store.Submission, lang: str
) -> None:
    at = visit("releases", lang=lang)
    for words in ("SINTETIS.xlsx", "data sintetis", waiting.content_hash[:16]):
        assert words in told(at)
    changes = view(store.edition().observations, store.observations_of(waiting.id), lang)
    assert changes.counts["new"] == 18 and changes.finding in told(at)
    assert len(at.get("plotly_chart")) == 1 and at.get("download_button") == []
    found = review.problems(BUDI, waiting.id)
    assert found and all(message(problem, lang) in told(at) for problem in found[:3])
    for key in ("deciding.compared", "upload.problems.subtitle"):
        assert say(key, lang, number=18) in told(at)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_approved_and_published_it_is_the_next_edition(visit: Open, waiting: store.Submission, lang: str) -> None:
    at = press(visit("releases", lang=lang), "approve")
    assert [box.value for box in at.success] == [say("deciding.approve.done", lang, id=waiting.id)]
    assert store.submission(waiting.id).approved_by == "budi" and store.edition().number == 18
    press(at, "publish")
    assert [box.value for box in at.success] == [say("deciding.publish.done", lang, id=waiting.id, number=19)]
    assert store.edition().number == 19 and at.title[0].value.count("19")
    assert say("deciding.nothing", lang) in said(at) and address(at)["edition"] == "19"


def test_a_click_that_comes_twice_writes_once(visit: Open, waiting: store.Submission) -> None:
    at = visit("releases")
    button(at, "approve").click()
    message = at._tree.get_widget_states()  # what the browser sends, and with a double click sends again
    sound(at._run(message))
    before = store.head()
    sound(at._run(message))
    assert store.head() == before and [act.action for act in store.acts(last=1)] == ["approved"]


def test_a_schedule_is_kept_to_the_minute_in_jakarta(visit: Open, waiting: store.Submission, clock: Clock) -> None:
    at = press(visit("releases"), "approve")
    assert button(at, "schedule").disabled
    at.date_input(key=f"publish-{waiting.id}_day").set_value(date(2026, 11, 27))
    at.time_input(key=f"publish-{waiting.id}_time").set_value(time(11, 7))
    sound(at.run())
    press(at, "schedule")
    moment = datetime(2026, 11, 27, 11, 7, tzinfo=store.JAKARTA)
    assert store.releases()[-1].effective_at == moment and store.edition().number == 18
    assert say("deciding.scheduled", "id", date="27 Nov 2026 pukul 11.07 WIB") in told(at)
    assert say("calendar.none", "id") in said(visit("releases", section="calendar")), "a schedule announces nothing"
    clock.now = moment
    assert store.edition().number == 19 and store.edition().effective_at == moment
    assert any(entry.release.effective_at == moment for entry in store.catalogue())


def test_a_moment_that_passes_meanwhile_is_refused_in_words(
    visit: Open, waiting: store.Submission, clock: Clock
) -> None:
    at = press(visit("releases"), "approve")
    at.date_input(key=f"publish-{waiting.id}_day").set_value(clock.now.date())
    at.time_input(key=f"publish-{waiting.id}_time").set_value(time(9, 1))
    sound(at.run())
    clock.pass_by(minutes=1)
    before = store.head()
    press(at, "schedule")
    assert [box.value for box in at.error] == [
        say("store.past", "id", moment="25 Nov 2026 pukul 09.01 WIB", now="25 Nov 2026 pukul 09.01 WIB")
    ]
    assert store.head() == before


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_approval_is_bound_to_the_edition_that_was_shown(
    visit: Open, waiting: store.Submission, clock: Clock, lang: str
) -> None:
    at = visit("releases", lang=lang)
    clock.pass_by(minutes=1)
    published(table(1.5, "1276", "TOTAL", "2024"))
    before = store.head()
    press(at, "approve")
    assert [box.value for box in at.error] == [say("store.changed", lang, base=18, newest=19)]
    assert store.head() == before
    assert say("deciding.compared", lang, number=19) in told(at)
    press(at, "approve")
    assert not at.error and store.submission(waiting.id).base == 19


def test_who_lost_the_role_between_looking_and_pressing_writes_nothing(
    visit: Open, waiting: store.Submission, be: Callable[[Person], None]
) -> None:
    at, before = visit("releases"), store.head()
    be(Person("budi", Role.VIEWER))
    press(at, "approve")
    assert store.head() == before and not any(button.key == "approve" for button in at.button)


def test_what_was_decided_elsewhere_meanwhile_is_left_alone(visit: Open, waiting: store.Submission) -> None:
    at = visit("releases")
    store.reject(waiting.id, "beni", "keliru")
    before = store.head()
    press(at, "approve")
    assert store.head() == before and say("deciding.nothing", "id") in said(at)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_rejection_needs_a_reason(visit: Open, waiting: store.Submission, lang: str) -> None:
    at, before = visit("releases", lang=lang), store.head()
    press(at, "reject")
    assert [box.value for box in at.error] == [say("submit.reason_missing", lang)] and store.head() == before
    at.text_area(key=f"reason-{waiting.id}").set_value("kolom tertukar")
    press(at, "reject")
    assert store.submission(waiting.id).note == "kolom tertukar"
    assert store.submission(waiting.id).state == "rejected" and say("deciding.nothing", lang) in said(at)


def test_what_is_scheduled_is_sent_back_and_says_why(visit: Open, be: Callable[[Person], None], clock: Clock) -> None:
    made_ = approved(handed_in(table(1.5, "12", "A", "2024-Q1")))
    store.publish(made_.id, "budi", clock.now.replace(hour=20))
    at = visit("releases")
    at.text_area(key=f"reason-{made_.id}").set_value("tunda")
    press(at, "send_back")
    assert store.submission(made_.id).state == "returned" and any("tunda" in word for word in said(at))


def test_what_met_another_release_says_so(visit: Open, be: Callable[[Person], None], clock: Clock) -> None:
    first = approved(handed_in(table(1.5, "12", "A", "2024-Q1")))
    store.publish(first.id, "budi", clock.now.replace(hour=20))
    published(table(1.6, "12", "A", "2024-Q1"))
    at = visit("releases")
    assert say("deciding.collided", "id", release="submission-2") in told(at) and "collides" not in told(at)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_return_to_an_older_edition_is_approved_by_somebody_else(
    visit: Open, be: Callable[[Person], None], lang: str
) -> None:
    published(table(2.0))
    at, before = visit("releases", lang=lang), store.head()
    press(at, "roll_back")
    assert [box.value for box in at.error] == [say("submit.reason_missing", lang)] and store.head() == before
    at.text_area(key="roll_back_reason").set_value("tabel SINTETIS yang keliru")
    press(at, "roll_back")
    id = store.submissions("waiting")[0].id
    assert [box.value for box in at.success] == [say("deciding.roll_back.done", lang, id=id, number=18)]
    assert say("refused.approve.own", lang) in said(at) and not any(button.key == "approve" for button in at.button)
    at.text_area(key="roll_back_reason").set_value("sekali lagi")
    press(at, "roll_back")
    assert len(store.submissions("waiting")) == 1
    be(BENI)
    at = press(press(visit("releases", lang=lang), "approve"), "publish")
    assert store.edition().content_hash == store.edition(18).content_hash and store.edition().number == 20


def test_one_person_alone_takes_all_the_steps_and_every_place_says_so(
    visit: Open, be: Callable[[Person], None]
) -> None:
    be(Person("lokal", mode=Mode.LOCAL))
    handed_in(table(1.5), by="lokal", mode="local")
    at = visit("releases")
    assert any(say("editions.local", "id") in badge.value for badge in at.markdown)
    press(press(at, "approve"), "publish")
    assert store.edition().number == 19 and store.edition().releases[-1].mode == "local"


def test_a_date_is_announced_and_taken_back_on_the_page(visit: Open, be: Callable[[Person], None]) -> None:
    at = visit("releases", section="calendar")
    at.text_input(key="announce_period").set_value("2026-Q3")
    at.date_input(key="announce_day").set_value(date(2026, 12, 1))
    at.time_input(key="announce_time").set_value(time(11, 0))
    sound(at.run())
    press(at, "announce")
    line = "1 Des 2026 pukul 11.00 WIB** PDRB Kota Medan menurut lapangan usaha, Triwulan III-2026"
    assert line in told(at) and line in told(visit("overview"))
    press(at, "withdraw")
    assert say("calendar.none", "id") in said(at) and say("calendar.none", "id") in said(visit("overview"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_period_that_is_none_is_refused_in_words(visit: Open, be: Callable[[Person], None], lang: str) -> None:
    at = visit("releases", section="calendar", lang=lang)
    at.text_input(key="announce_period").set_value("5,04")
    at.date_input(key="announce_day").set_value(date(2026, 12, 1))
    at.time_input(key="announce_time").set_value(time(11, 0))
    sound(at.run())
    press(at, "announce")
    assert [box.value for box in at.error] == [say("calendar.no_period", lang)] and store.announcements() == ()
