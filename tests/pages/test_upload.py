"""*Unggah* up to what would change: who may, refusals, questions, problems, changes. The tables are made up."""

import pytest

from data import store
from desk.rights import Person, Role
from pages.parts.upload import examined as examinations
from tests.pages.conftest import Open, said
from tests.pages.handing_in import as_person, desk, fields, press, quarter, run, table, told, upload, waiting, year
from tests.pages.kept_office import Clock, approved, clock, published
from tests.pages.kept_office import handed_in as submitted
from tests.pages.kept_office import table as one_figure
from tests.text.test_keys import ENGLISH, INDONESIAN, words
from tests.workbooks import handed_in
from text.lookup import LANGUAGES, say

__all__ = ["clock", "desk"]
pytestmark = pytest.mark.usefixtures("desk")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("role", [Role.VIEWER, Role.APPROVER, Role.ADMIN])
def test_who_may_not_upload_is_told_so_and_sees_nothing(
    visit: Open, monkeypatch: pytest.MonkeyPatch, role: Role, lang: str
) -> None:
    store.save_draft("ana", "rahasia.xlsx", year())
    as_person(monkeypatch, Person("ana", role))
    at = visit("upload", lang=lang)
    assert told(at) == [say("refused.upload.role", lang)]
    assert not at.file_uploader and not at.dataframe and not at.metric
    assert not any("rahasia" in word for word in said(at))


@pytest.mark.parametrize(("lang", "foreign"), [("id", ENGLISH), ("en", INDONESIAN)])
def test_a_table_is_recognised_and_compared(visit: Open, lang: str, foreign: set[str]) -> None:
    at = upload(visit("upload", lang=lang), ("SINTETIS.xlsx", quarter()))
    assert at.title[0].value.startswith(say("upload.title.ready", lang))
    assert say("changes.count.new", lang, count=18) in at.title[0].value
    assert table(at, say("upload.recognised.place", lang)) == ["PDRB C4:D21"]
    assert table(at, say("upload.recognised.region", lang)) == ["Kota Medan"]
    assert [metric.value for metric in at.metric] == ["18", "1", "17"]
    assert len(at.get("plotly_chart")) == 1
    assert {word: found for word in said(at) if (found := words(word) & foreign)} == {}


def test_what_the_file_does_not_say_is_asked_and_examined_anew(visit: Open) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", year(region="", basis="", unit="")))
    assert at.title[0].value == say("upload.title.stopped", "id")
    asked = fields(at, "selectbox", "answer-")
    assert set(asked) == {"region", "price_basis", "unit"}
    assert not at.metric and say("submit.open_question", "id", count=3) in told(at)
    for name, answer in {"region": "1275", "price_basis": "constant_2010", "unit": "billion_idr"}.items():
        asked[name].set_value(answer)
    at = press(at, "examine-")
    assert at.title[0].value.startswith(say("upload.title.ready", "id"))
    press(at, "submit-")
    assert waiting()[0].answers == {"region": "1275", "price_basis": "constant_2010", "unit": "billion_idr"}


def test_a_wrong_answer_can_be_changed(visit: Open) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", year(unit="")))
    for unit, state in (("million_idr", "stopped"), ("billion_idr", "ready")):
        fields(at, "selectbox", "answer-")["unit"].set_value(unit)
        at = press(at, "examine-")
        assert at.title[0].value.startswith(say(f"upload.title.{state}", "id"))


def test_a_unit_that_cannot_be_is_asked_for(visit: Open) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", year(unit="(juta rupiah)")))
    assert say("submit.open_question", "id", count=1) in told(at)
    fields(at, "selectbox", "answer-")["unit"].set_value("billion_idr")
    assert press(at, "examine-").title[0].value.startswith(say("upload.title.ready", "id"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_refused_file_is_told_in_a_sentence_and_not_kept(visit: Open, lang: str) -> None:
    large = b"PK\x03\x04" + bytes(10 * 1024 * 1024)
    at = upload(visit("upload", lang=lang), ("foto.xlsx", b"\x89PNG\r\n"), ("besar.xlsx", large), ("kosong.csv", b""))
    refusals = [box.value for box in at.error]
    assert [words_of_it.split("`")[1] for words_of_it in refusals] == ["foto.xlsx", "besar.xlsx", "kosong.csv"]
    assert "PNG image" in refusals[0] and "10.1 MiB" in refusals[1]
    assert store.drafts("ana") == () and at.title[0].value == say("upload.title.none", lang)
    assert not upload(at, ("SINTETIS.xlsx", quarter())).error


def test_problems_stand_in_a_table_with_their_cells_the_gravest_first(visit: Open) -> None:
    figures = handed_in.next_period(handed_in.levels(store.edition().observations), 1, 0.05)
    figures["TOTAL"]["2026"] += 500
    at = upload(visit("upload"), ("SINTETIS.xlsx", handed_in.workbook(figures)))
    assert at.title[0].value.startswith(say("upload.title.stopped", "id"))
    at = press(at, "button-problems-")
    assert table(at, "Berat")[0] == "kesalahan" and table(at, "Berat")[-1] == "keterangan"
    assert table(at, "Lembar")[0] == "PDRB" and table(at, "Sel")[0] == "D21"
    assert table(at, "Ditemukan")[0].startswith("Kota Medan, PDRB, harga konstan 2010, 2026: 202.970")
    assert table(at, "Diharapkan")[0].startswith("202.470")
    assert table(at, "Penjelasan")[0].startswith("Total tidak sama dengan jumlah penyusunnya (lembar PDRB, D21)")


def test_an_examination_is_not_repeated(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    seen, real = [], examinations.examine

    def counted(content: bytes, name: str, *rest: object) -> object:
        seen.append(name)
        return real(content, name, *rest)

    monkeypatch.setattr(examinations, "examine", counted)
    at = upload(visit("upload"), ("SINTETIS.xlsx", quarter()))
    run(at)
    run(fields(at, "text_input", "source-")["publisher"].set_value("BPS"))
    run(visit("upload", lang="en"))
    assert seen == ["SINTETIS.xlsx"]


def test_beside_a_new_edition_a_draft_is_examined_anew(visit: Open, clock: Clock) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", quarter()))
    assert any("edisi 18" in word for word in said(at))
    published(one_figure(2.0))
    assert any("edisi 19" in word for word in said(run(at)))


def test_the_template_is_offered_for_the_newest_years(visit: Open) -> None:
    at = visit("upload")
    assert at.get("download_button")[0].proto.label == say("upload.template.save", "id")
    assert at.multiselect(key="template_years").value == [2025, 2026]


def test_the_file_name_of_a_stranger_does_nothing(visit: Open) -> None:
    at = upload(visit("upload"), ("<b>[klik](http://x)</b>.xlsx", quarter()))
    assert not any("](http" in word or "<b>" in word for word in said(at))
    assert store.drafts("ana")[0].name.endswith(".xlsx")


def test_what_became_of_a_submission_is_told_with_the_note_of_the_approver(visit: Open) -> None:
    other = submitted(one_figure(3.0), by="ben")
    at = press(upload(visit("upload"), ("SINTETIS.xlsx", quarter())), "submit-")
    store.reject(waiting()[1].id, "ada", "Angka **J** salah; lihat [tabel](http://x)")
    approved(other)
    at = run(at)
    assert table(at, say("upload.own.state", "id")) == [say("upload.became.rejected", "id")]
    (note,) = table(at, say("upload.own.note", "id"))
    assert note.startswith("Angka") and "[" not in note
