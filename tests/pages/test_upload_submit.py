"""*Unggah* from a draft to its submission: reasons, agreement, status, source, drafts. The tables are made up."""

import pytest
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Selectbox

from data import store
from data.store import errors
from desk.rights import Person, Role
from tests.pages.conftest import Open, said
from tests.pages.handing_in import as_person, desk, fields, press, quarter, run, told, upload, waiting, year
from tests.pages.kept_office import clock
from tests.workbooks import handed_in
from text.lookup import LANGUAGES, say

__all__ = ["clock", "desk"]
pytestmark = pytest.mark.usefixtures("desk")


def drafts(at: AppTest) -> Selectbox:
    """The list of drafts."""
    (found,) = [box for box in at.selectbox if box.key.startswith("upload_draft-")]
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_table_is_submitted(visit: Open, lang: str) -> None:
    at = press(upload(visit("upload", lang=lang), ("SINTETIS.xlsx", quarter())), "submit-")
    (made,) = waiting()
    assert (made.created_by, made.rows, made.file_name, made.base) == ("ana", 36, "SINTETIS.xlsx", 18)
    assert store.file_of(made.id).startswith(b"PK")
    assert at.success[0].value == say("upload.submitted", lang, file="SINTETIS.xlsx", id=made.id)
    assert store.drafts("ana") == () and at.title[0].value == say("upload.title.none", lang)
    (listed,) = [frame.value for frame in at.dataframe]
    assert listed[say("upload.own.state", lang)].tolist() == [say("upload.became.waiting", lang)]


def test_an_error_needs_a_reason(visit: Open) -> None:
    figures = handed_in.next_period(handed_in.levels(store.edition().observations), 1, 0.05)
    figures["TOTAL"]["2026"] += 500
    at = upload(visit("upload"), ("SINTETIS.xlsx", handed_in.workbook(figures)))
    assert say("submit.needs_reason", "id", count=1) in told(at)
    at = run(at.text_area[0].set_value("Diskrepansi yang disepakati."))
    press(at, "submit-")
    assert waiting()[0].reason == "Diskrepansi yang disepakati."


def test_growth_unlike_the_past_needs_its_reason(visit: Open) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", year(growth=0.0)))
    assert say("submit.fenomena", "id", count=1) in told(at)
    assert next(iter(fields(at, "button", "submit-").values())).disabled
    (area,) = at.text_area
    press(run(area.set_value("Ekspor turun.")), "submit-")
    (reason,) = store.fenomena_of(waiting()[0].id)
    assert (reason.code, reason.text) == ("growth_unlike_history", "Ekspor turun.")
    assert "1275" in reason.subject and "2026" in reason.subject


def test_contested_rows_are_left_out_only_where_somebody_agrees(visit: Open) -> None:
    figures = handed_in.next_period(handed_in.levels(store.edition().observations), 1, 0.05)
    content = handed_in.workbook(figures, again={"K": {"2025": 1.0, "2026": 2.0}})
    at = upload(visit("upload"), ("SINTETIS.xlsx", content))
    assert say("submit.contested", "id", count=1) in told(at)
    at = run(next(iter(fields(at, "checkbox", "agree-").values())).check())
    assert say("submit.contested", "id", count=1) in told(at)
    at = run(at.text_area[0].set_value("Baris kedua milik tabel lain."))
    press(at, "submit-")
    assert set(store.observations_of(waiting()[0].id)["item"]) == set(figures) - {"K"}


def test_unmarked_years_open_with_the_practice_of_bps_and_can_be_changed(visit: Open) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", year()))
    boxes = fields(at, "selectbox", "status-")
    assert {label: box.value for label, box in boxes.items()} == {"2026": "very_preliminary", "2025": "preliminary"}
    press(run(boxes["2025"].set_value("revised")), "submit-")
    rows = store.observations_of(waiting()[0].id)
    statuses = rows.groupby("period")["status"].unique().map(list).to_dict()
    assert statuses == {"2025": ["revised"], "2026": ["very_preliminary"]}


def test_marked_figures_are_not_asked_about(visit: Open) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", year(mark="*")))
    assert not fields(at, "selectbox", "status-")
    press(at, "submit-")
    assert set(store.observations_of(waiting()[0].id)["status"]) == {"preliminary"}


def test_the_source_is_kept_and_a_wrong_address_is_told(visit: Open) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", quarter()))
    boxes = fields(at, "text_input", "source-")
    boxes["publisher"].set_value("BPS Kota Medan")
    at = run(boxes["url"].set_value("javascript:alert(1)"))
    assert say("submit.url", "id") in told(at)
    at = run(fields(at, "text_input", "source-")["url"].set_value("https://medankota.bps.go.id/x"))
    press(at, "submit-")
    origin = waiting()[0].origin
    assert (origin.publisher_id, origin.url) == ("BPS Kota Medan", "https://medankota.bps.go.id/x")


def test_a_draft_and_what_was_said_survive_a_new_session_and_can_be_dropped(visit: Open) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", year(growth=0.0)))
    at = run(at.text_area[0].set_value("Ekspor turun."))
    run(fields(at, "text_input", "source-")["publisher"].set_value("BPS"))
    later = run(visit("upload"))
    assert later.text_area[0].value == "Ekspor turun."
    assert fields(later, "text_input", "source-")["publisher"].value == "BPS"
    assert later.title[0].value.startswith(say("upload.title.ready", "id"))
    later = press(later, "upload_drop")
    assert store.drafts("ana") == () and later.title[0].value == say("upload.title.none", "id")


def test_a_draft_is_seen_by_its_owner_only(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    upload(visit("upload"), ("rahasia.xlsx", quarter()))
    as_person(monkeypatch, Person("ben", Role.ANALYST))
    at = run(visit("upload"))
    assert at.title[0].value == say("upload.title.none", "id")
    assert not any("rahasia" in word for word in said(at))


def test_the_same_file_twice_is_one_draft_and_one_submission(visit: Open) -> None:
    content = quarter()
    at = upload(visit("upload"), ("SINTETIS.xlsx", content))
    at = upload(at, ("SINTETIS.xlsx", content), ("SINTETIS.xlsx", content))
    assert len(store.drafts("ana")) == 1
    at = press(at, "submit-")
    at = press(upload(at, ("SINTETIS.xlsx", content)), "submit-")
    (made,) = store.submissions()
    assert at.success[0].value == say("upload.submitted_before", "id", file="SINTETIS.xlsx", id=made.id)


def test_a_second_press_and_a_second_window_make_no_second_submission(visit: Open) -> None:
    one = upload(visit("upload"), ("SINTETIS.xlsx", quarter()))
    other = run(visit("upload"))
    press(one, "submit-")
    other = press(other, "submit-")
    assert len(store.submissions()) == 1
    assert other.title[0].value == say("upload.title.none", "id")


def test_the_draft_that_is_worked_on_stays_when_its_state_changes(visit: Open) -> None:
    at = upload(visit("upload"), ("A.xlsx", quarter()), ("B.xlsx", year(growth=0.0)))
    assert drafts(at).options[1].startswith("B.xlsx")
    at = run(drafts(at).select_index(1))
    (area,) = at.text_area
    at = run(run(area.set_value("Ekspor turun.")))
    assert drafts(at).options[1].endswith(say("upload.state.ready", "id"))
    assert [box.value for box in at.text_area] == ["Ekspor turun."]
    press(at, "submit-")
    assert waiting()[0].file_name == "B.xlsx"


def test_a_second_window_does_not_undo_what_the_first_said(visit: Open) -> None:
    one = upload(visit("upload"), ("SINTETIS.xlsx", quarter()))
    other = run(visit("upload"))
    run(fields(one, "text_input", "source-")["publisher"].set_value("BPS Sintetis"))
    other = run(fields(other, "text_input", "source-")["table"].set_value("99"))
    assert [box.value for box in other.warning] == [say("upload.elsewhere", "id")]
    shown = fields(other, "text_input", "source-")
    assert [shown[name].value for name in ("publisher", "table")] == ["BPS Sintetis", ""]
    other = run(fields(other, "text_input", "source-")["table"].set_value("99"))
    assert not other.warning
    press(other, "submit-")
    (made,) = waiting()
    assert (made.origin.publisher_id, made.origin.table) == ("BPS Sintetis", "99")


def test_a_table_without_change_says_so_and_can_be_submitted(visit: Open) -> None:
    known = handed_in.levels(store.edition().observations)
    equal = {item: {"2025": round(series["2025"], 6)} for item, series in known.items()}
    at = upload(visit("upload"), ("SINTETIS.xlsx", handed_in.workbook(equal, mark="**")))
    assert say("upload.unchanged", "id", number=18) in told(at)
    assert "Tidak ada perubahan" in at.title[0].value and not at.get("plotly_chart")
    press(at, "submit-")
    assert len(waiting()) == 1


def test_twenty_files_become_a_draft_each(visit: Open) -> None:
    files = [(f"SINTETIS-{number:02}.xlsx", year(growth=0.04 + number / 1000)) for number in range(20)]
    at = upload(visit("upload"), *files)
    assert len(store.drafts("ana")) == 20
    choice = drafts(at)
    assert choice.label == say("upload.draft", "id", count=20)
    assert all(option.endswith(say("upload.state.ready", "id")) for option in choice.options)
    assert choice.options[0].startswith("SINTETIS-00.xlsx")
    press(run(choice.select_index(3)), "submit-")
    assert waiting()[0].file_name == "SINTETIS-03.xlsx" and len(store.drafts("ana")) == 19


def test_files_that_are_drafts_are_held_no_longer(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[str] = []
    monkeypatch.setattr(
        MemoryUploadedFileManager, "remove_file", lambda self, session_id, file_id: gone.append(file_id)
    )
    upload(visit("upload"), ("SINTETIS.xlsx", quarter()), ("foto.xlsx", b"\x89PNG\r\n"))
    assert len(set(gone)) == 2


def test_a_role_that_is_lost_ends_what_the_page_does(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", quarter()))
    as_person(monkeypatch, Person("ana", Role.VIEWER))
    at = press(at, "submit-")
    assert told(at) == [say("refused.upload.role", "id")]
    assert store.submissions() == ()


def test_a_store_that_is_full_is_told_and_the_draft_stays(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    at = upload(visit("upload"), ("SINTETIS.xlsx", quarter()))

    def full(*_: object, **__: object) -> None:
        raise errors.StoreFull("penuh")

    monkeypatch.setattr(store, "submit", full)
    at = press(at, "submit-")
    assert at.error[0].value.startswith("Cakram penuh")
    assert len(store.drafts("ana")) == 1
