"""Ralat: what was wrong, since when, and what is right; a reader's report and its answer. Made-up figures."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from data import store
from desk import reports
from desk.rights import Person, Role
from pages.parts import identity
from pages.parts.navigation import ADDRESSES
from tests.pages.conftest import Open, said, sound, turn
from tests.pages.kept_office import Clock, approved, clock, handed_in, published, table
from text.lookup import LANGUAGES, say

__all__ = ["clock"]
pytestmark = pytest.mark.usefixtures("clock")
HOSTILE = "**tebal** [klik](https://jahat.example) ![x](https://jahat.example/a.png) <script>alert(1)</script> $x$ `a`"


def told(at: AppTest) -> str:
    return "\n".join(said(at))


def raw(at: AppTest) -> str:
    """All markdown of the page, as it is sent, but what stands as code."""
    kinds = (at.title, at.header, at.subheader, at.markdown, at.info, at.warning, at.success, at.error)
    return re.sub("`[^`\n]*`", "", "\n".join(element.value for kind in kinds for element in kind))


def corrected(clock: Clock, words: str = "Nilai perdagangan tertukar.") -> store.Published:
    """An edition in which trade of Medan in 2025 is wrong for a day, and the correction that follows."""
    clock.pass_by(hours=1)
    published(table(2.0))
    clock.pass_by(days=1)
    made = approved(handed_in(table(0.5)))
    return store.publish(made.id, "budi", None, correction=words)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_before_the_first_correction_the_page_says_so(visit: Open, lang: str) -> None:
    published(table(1.5))
    at = visit("corrections", lang=lang)
    assert at.title[0].value == say("corrections.none", lang) and not at.dataframe


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_correction_says_what_was_wrong_since_when_and_what_is_right(visit: Open, clock: Clock, lang: str) -> None:
    corrected(clock)
    at = visit("corrections", lang=lang)
    assert "Nilai perdagangan tertukar." in told(at)
    shown = at.dataframe[0].value
    heads = {name: say(f"corrections.column.{name}", lang) for name in ("wrong", "right", "since", "region")}
    wrong, right = (store.edition(number).observations for number in (19, 20))
    key = {"region": "1275", "item": "G", "period": "2025", "measure": "level"}
    values = [
        obs[(obs[list(key)] == list(key.values())).all(axis=1)]["value"].iloc[0] for obs in (wrong, right)
    ]  # fmt: skip
    printed = [f"{value:,.2f}**" if lang == "en" else _indonesian(value) for value in values]
    assert shown[heads["wrong"]].tolist() == printed[:1] and shown[heads["right"]].tolist() == printed[1:]
    assert shown[heads["since"]].tolist() == ["25 Nov 2026"] and shown[heads["region"]].tolist() == ["Medan"]
    assert f"](./rilis?lang={lang}&region=1275&section=compare&older=19&newer=20)" in told(at)


def _indonesian(value: float) -> str:
    return f"{value:,.2f}**".translate(str.maketrans(",.", ".,"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_return_to_an_older_edition_is_a_correction_too(visit: Open, clock: Clock, lang: str) -> None:
    clock.pass_by(hours=1)
    published(table(2.0))
    back = approved(store.roll_back(18, "beni", "Tabel yang keliru."))
    store.publish(back.id, "budi")
    at = visit("corrections", lang=lang)
    assert "Tabel yang keliru." in told(at) and say("editions.kind.rollback", lang) in told(at)
    assert len(at.dataframe) == 1


def test_an_ordinary_revision_is_none_and_what_is_scheduled_is_not_told(visit: Open, clock: Clock) -> None:
    published(table(1.5))
    made = approved(handed_in(table(1.7)))
    store.publish(made.id, "budi", clock.now.replace(hour=20), correction="RAHASIA sampai waktunya")
    at = visit("corrections")
    assert at.title[0].value == say("corrections.none", "id") and "RAHASIA" not in told(at)
    clock.pass_by(hours=12)
    assert "RAHASIA" in told(visit("corrections"))


def test_what_an_approver_typed_does_nothing_but_be_read(visit: Open, clock: Clock) -> None:
    corrected(clock, HOSTILE)
    assert not any(harm in raw(visit("corrections")) for harm in ("](https://jahat", "<script", "**tebal**"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["overview", "growth", "about", "releases"])
def test_every_page_leads_to_the_form_with_what_was_on_screen(visit: Open, page: str, lang: str) -> None:
    at = visit(page, lang=lang, region="12", edition="17")
    at.button(key="report_here").click()
    sound(at.run())
    assert at.title[0].value == say("corrections.none", lang)
    turn(at, "corrections")
    at.text_area(key="report_text_0").set_value("Angkanya keliru.")
    at.button(key="report_do_0").click()
    sound(at.run())
    (report,) = store.error_reports("open")
    assert report.about == f"{ADDRESSES[page]}?region=12&lang={lang}&edition=17" and report.text == "Angkanya keliru."
    assert [box.value for box in at.success] == [say("report.sent", lang, id=1)]
    assert at.text_area(key="report_text_1").value == ""


def send(at: AppTest, text: str, number: int) -> AppTest:
    at.text_area(key=f"report_text_{number}").set_value(text)
    at.button(key=f"report_do_{number}").click()
    at.run()
    assert not at.exception
    return at


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_visit_sends_so_many_reports_and_an_hour_takes_so_many(
    visit: Open, lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at = visit("corrections", lang=lang)
    assert [box.value for box in send(at, "  ", 0).error] == [say("report.empty", lang)]
    for number in range(reports.A_SESSION):
        sound(send(at, f"laporan {number}", number))
    send(at, "satu lagi", reports.A_SESSION)
    assert [box.value for box in at.error] == [say("report.enough", lang, most=reports.A_SESSION)]
    monkeypatch.setattr(reports, "AN_HOUR", reports.A_SESSION)
    at = send(visit("corrections", lang=lang), "dari orang lain", 0)
    assert [box.value for box in at.error] == [say("store.too_many", lang, most=reports.A_SESSION)]
    assert len(store.error_reports()) == reports.A_SESSION


def test_a_message_that_comes_twice_is_one_report(visit: Open) -> None:
    at = visit("corrections")
    at.text_area(key="report_text_0").set_value("Angkanya keliru.")
    at.button(key="report_do_0").click()
    message = at._tree.get_widget_states()  # what the browser sends, and with a double click sends again
    sound(at._run(message))
    sound(at._run(message))
    assert len(store.error_reports()) == 1


def test_what_ails_the_store_is_no_readers_business(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    from data.store.errors import StoreFull

    def full(*given: object, **named: object) -> store.ErrorReport:
        raise StoreFull("/srv/rahasia: no space left")

    monkeypatch.setattr(store, "report_error", full)
    at = send(visit("corrections"), "keliru", 0)
    assert [box.value for box in at.error] == [say("report.unavailable", "id")]


@pytest.fixture
def approver(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    return lambda: monkeypatch.setattr(identity, "person", lambda: Person("budi", Role.APPROVER))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_report_reaches_the_approver_and_its_answer_everybody(
    visit: Open, approver: Callable[[], None], monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    reports.report(Person(), HOSTILE, f"pertumbuhan?region=12&edition=17&x={'y' * 9}", "a@b.example")
    reports.report(Person(), "iklan", "](https://jahat.example)")
    with monkeypatch.context() as patch:
        patch.setattr(identity, "person", lambda: Person("budi", Role.APPROVER))
        at = visit("releases", lang=lang, section="reports")
        assert not any(harm in raw(at) for harm in ("](https://jahat", "<script", "**tebal**"))
        assert f"[{say('page.growth.name', lang)}](./pertumbuhan?region=12&edition=17)" in raw(at)
        at.button(key="answer_do-1").click().run()
        assert [box.value for box in at.error] == [say("report.no_answer", lang)]
        at.text_area(key="answer-1").set_value("Diperbaiki dalam edisi 19.")
        at.button(key="answer_do-1").click()
        sound(at.run())
        at.text_area(key="answer-2").set_value("iklan")
        at.button(key="dismiss_do-2").click()
        sound(at.run())
        assert say("reported.none", lang) in said(at)
    at = visit("corrections", lang=lang)
    assert "Diperbaiki dalam edisi 19." in told(at) and "iklan" not in told(at) and "tebal" not in told(at)


def test_a_report_that_somebody_else_answered_meanwhile_is_left(visit: Open, approver: Callable[[], None]) -> None:
    reports.report(Person(), "keliru", "")
    approver()
    at = visit("releases", section="reports")
    at.text_area(key="answer-1").set_value("jawaban kedua")
    store.answer_error(1, "beni", "jawaban pertama")
    before = store.head()
    at.button(key="answer_do-1").click().run()
    assert not at.exception and store.head() == before
    assert say("reported.none", "id") in said(turn(at, "releases"))
