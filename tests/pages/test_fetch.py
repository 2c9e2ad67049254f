"""*Ambil dari BPS*: who may, what is said without a key, and the way to the comparison. The figures are made up."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from data import store
from data.webapi import ask
from desk.draft import Said
from desk.rights import Person, Role
from pages.parts.upload import drafts
from tests.pages.conftest import Open, said, turn
from tests.pages.handing_in import as_person, desk, press, run, told, waiting
from tests.pages.kept_office import clock
from tests.text.test_keys import ENGLISH, INDONESIAN, words
from tests.webapi import fake
from text.lookup import LANGUAGES, say

__all__ = ["clock", "desk"]
pytestmark = pytest.mark.usefixtures("desk")


@pytest.fixture
def bps(own_store: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[fake.Bps]:
    """A fake BPS whose table has figures of Medan of the size that the edition has."""
    monkeypatch.setattr(ask, "BACK_OFF", 0.0)
    monkeypatch.setattr(ask, "JITTER", 0.0)
    monkeypatch.setenv("BPS_WEBAPI_KEY", fake.KEY)
    with fake.serving(fake.Bps(fake.Table({"1275": 180_000.0, "12": 600_000.0}, (2024, 2025, 2026)))) as served:
        monkeypatch.setenv("BPS_WEBAPI_URL", served.address)
        yield served


@pytest.fixture
def no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("BPS_WEBAPI_KEY", raising=False)
    monkeypatch.setenv("PDRB_SECRETS", str(tmp_path / "none.toml"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("role", [Role.VIEWER, Role.APPROVER, Role.ADMIN])
def test_who_may_not_upload_may_not_fetch(
    visit: Open, bps: fake.Bps, monkeypatch: pytest.MonkeyPatch, role: Role, lang: str
) -> None:
    as_person(monkeypatch, Person("ana", role))
    at = visit("fetch", lang=lang)
    assert told(at) == [say("refused.upload.role", lang)]
    assert not at.multiselect and not [button for button in at.button if button.key == "fetch_do"]


@pytest.mark.parametrize(("lang", "foreign"), [("id", ENGLISH), ("en", INDONESIAN)])
def test_without_a_key_the_page_says_what_to_do(visit: Open, no_key: None, lang: str, foreign: set[str]) -> None:
    at = run(visit("fetch", lang=lang))
    assert told(at) == [say("fetch.no_key", lang)] and not at.multiselect
    assert {word: found for word in said(at) if (found := words(word) & foreign)} == {}


@pytest.mark.parametrize(("lang", "foreign"), [("id", ENGLISH), ("en", INDONESIAN)])
def test_a_table_that_is_fetched_opens_in_the_comparison(
    visit: Open, bps: fake.Bps, lang: str, foreign: set[str]
) -> None:
    at = run(visit("fetch", lang=lang))
    assert at.title[0].value == say("fetch.title", lang)
    assert {word: found for word in said(at) if (found := words(word) & foreign)} == {}
    at.multiselect(key="fetch_tables").set_value(["2775"])
    at.selectbox(key="fetch_first").set_value(2026)
    at.selectbox(key="fetch_last").set_value(2026)
    at = press(run(at), "fetch_do")
    (draft,) = store.drafts("ana")
    assert draft.name == "bps-2775-1275-2026.json" and b'"replies"' in draft.content
    source = Said.read(draft.answers).source
    assert source.table == "2775" and source.url.endswith("/var/2775/th/126") and source.fetched
    assert at.title[0].value.startswith(say("upload.title.stopped", lang)) or "2026" in at.title[0].value
    assert say("fetch.came", lang, table="2775", years="2026") in [box.value for box in at.success]
    assert [question for question in bps.asked if "/model/data/" not in question] == []


def test_what_was_fetched_is_handed_in_with_where_it_is_from(visit: Open, bps: fake.Bps) -> None:
    at = run(visit("fetch"))
    at.multiselect(key="fetch_tables").set_value(["2775"])
    at.selectbox(key="fetch_first").set_value(2026)
    at.selectbox(key="fetch_last").set_value(2026)
    at = turn(press(run(at), "fetch_do"), "upload")
    for area in at.text_area:
        area.set_value("Contoh, bukan angka BPS.")
    at = press(run(at), "submit-")
    (made,) = waiting()
    assert made.origin.short_id == "BPS, WebAPI, tabel 2775" and "WebAPI BPS pada" in made.origin.caveat_id
    assert made.file_name == "bps-2775-1275-2026.json" and store.drafts("ana") == ()


def test_what_does_not_arrive_is_told_and_nothing_is_kept(visit: Open, bps: fake.Bps) -> None:
    bps.trouble = lambda number, question: (403, {"Content-Type": "text/html"}, b"<html>")
    at = run(visit("fetch"))
    at.multiselect(key="fetch_tables").set_value(["2775", "2776"])
    at = press(run(at), "fetch_do")
    why = say("webapi.error.blocked", "id", status=403)
    assert [box.value for box in at.error] == [say("fetch.failed", "id", table=t, why=why) for t in ("2775", "2776")]
    assert store.drafts("ana") == () and fake.KEY not in " ".join(said(at))


def test_one_table_of_two_that_arrives_is_kept_and_can_be_opened(visit: Open, bps: fake.Bps) -> None:
    at = run(visit("fetch"))
    at.multiselect(key="fetch_tables").set_value(["2775", "2776"])
    at = press(run(at), "fetch_do")
    assert len(at.error) == 1 and len(store.drafts("ana")) == 1
    assert len(at.get("page_link")) == 1


def test_another_table_is_named_by_its_number(visit: Open, bps: fake.Bps) -> None:
    at = run(visit("fetch"))
    (button,) = [button for button in at.button if button.key == "fetch_do"]
    assert button.disabled
    at.text_input(key="fetch_other").set_value("4711")
    at = press(run(at), "fetch_do")
    assert {question.split("/")[6] for question in bps.asked} == {"1275"} and "4711" in at.error[0].value
    at.text_input(key="fetch_other").set_value("../x")
    at = press(run(at), "fetch_do")
    assert at.error[0].value == say("webapi.error.table", "id", found="../x")


def test_a_person_with_as_many_drafts_as_there_can_be_fetches_nothing(
    visit: Open, bps: fake.Bps, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafts, "MOST", 0)
    at = run(visit("fetch"))
    at.multiselect(key="fetch_tables").set_value(["2775"])
    at = press(run(at), "fetch_do")
    assert say("upload.too_many", "id", count=0) in at.error[0].value and bps.asked == []
