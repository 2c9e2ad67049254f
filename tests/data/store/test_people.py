"""Users, reports of errors, drafts and decks, under both engines."""

import pytest

from data import store
from data.store.place import Place
from tests.data.store.conftest import Clock
from tests.data.store.made import NOON


def test_a_user_has_a_role_until_it_changes(where: Place, clock: Clock) -> None:
    made = store.set_user("ani@contoh.id", "analyst")
    assert (made.role, made.active, made.revoked_at) == ("analyst", True, None)
    assert store.set_user("ani@contoh.id", "approver", by="admin").revoked_at == NOON
    assert not store.set_user("ani@contoh.id", "approver", active=False).active
    store.set_user("adi", "admin")
    assert [user.name for user in store.users()] == ["adi", "ani@contoh.id"]
    assert [act.action for act in store.acts(last=4)] == ["set_user"] * 4


def test_sessions_end_at_a_revocation(where: Place, clock: Clock) -> None:
    store.set_user("ani", "viewer")
    clock.pass_by(hours=1)
    assert store.revoke("ani", "admin").revoked_at == clock.now
    with pytest.raises(store.Unknown):
        store.revoke("tak ada")
    with pytest.raises(store.Unknown):
        store.user("tak ada")
    for name, role in (("ani", "raja"), (" ", "admin")):
        with pytest.raises(ValueError):
            store.set_user(name, role)


def test_a_report_is_answered_or_dismissed(where: Place, clock: Clock) -> None:
    first, second = store.report_error("PDRB A 2023 keliru", "growth?period=2023"), store.report_error("terlalu kecil")
    assert (first.id, first.state, second.id) == (1, "open", 2)
    assert store.answer_error(1, "budi", "diperbaiki").state == "answered"
    assert store.answer_error(2, "budi", "bukan kesalahan", dismissed=True).state == "dismissed"
    assert [report.id for report in store.error_reports("answered")] == [1]
    assert len(store.error_reports()) == 2
    with pytest.raises(store.Unknown):
        store.answer_error(3, "budi", "")
    with pytest.raises(store.Unknown):
        store.error_report(3)


def test_a_report_is_answered_once(where: Place, clock: Clock) -> None:
    store.report_error("PDRB A 2023 keliru")
    store.answer_error(1, "budi", "diperbaiki")
    before = store.acts()
    for dismissed in (False, True):
        with pytest.raises(store.Answered) as caught:
            store.answer_error(1, "beni", "bukan kesalahan", dismissed)
        assert caught.value.id == 1
    assert store.acts() == before and store.error_report(1).answer == "diperbaiki"


def test_the_same_report_again_is_one_while_it_is_open(where: Place, clock: Clock) -> None:
    ids = [store.report_error("keliru", "growth?period=2023", most=1).id for _ in range(3)]
    assert ids == [1, 1, 1] and len(store.error_reports()) == 1
    assert store.report_error("keliru", "growth?period=2024").id == 2
    store.answer_error(1, "budi", "diperbaiki")
    assert store.report_error("keliru", "growth?period=2023").id == 3


def test_no_more_reports_are_taken_than_the_caller_says(where: Place, clock: Clock) -> None:
    for number in range(3):
        store.report_error(f"keliru {number}", most=3)
        clock.pass_by(minutes=10)
    before = store.acts()
    with pytest.raises(store.TooMany) as caught:
        store.report_error("satu lagi", most=3)
    assert caught.value.most == 3 and store.acts() == before
    clock.pass_by(minutes=31)
    assert store.report_error("satu lagi", most=3).id == 4
    with pytest.raises(store.TooMany):
        store.report_error("dan lagi", most=3)


def test_a_draft_is_its_owners(where: Place, clock: Clock) -> None:
    id = store.save_draft("ani", "a.xlsx", b"\x00\xff")
    store.save_draft("ani", "a.xlsx", b"\x00\xff", '{"year": "2025"}', id)
    (kept,) = store.drafts("ani")
    assert (kept.id, kept.content, kept.answers, store.drafts("budi")) == (id, b"\x00\xff", '{"year": "2025"}', ())
    assert store.draft("ani", id) == kept
    assert [(name.id, name.name, name.answers) for name in store.draft_names("ani")] == [(id, "a.xlsx", kept.answers)]
    for asked in (lambda: store.draft("budi", id), lambda: store.save_draft("budi", "b.xlsx", b"", "", id)):
        with pytest.raises(store.Unknown):
            asked()
    store.drop_draft("budi", id)
    assert len(store.drafts("ani")) == 1
    store.drop_draft("ani", id)
    assert store.drafts("ani") == ()


def test_a_deck_is_kept_and_dropped(where: Place, clock: Clock) -> None:
    id = store.save_deck("ani", "Rapat", "[]")
    clock.pass_by(minutes=1)
    other = store.save_deck("ani", "Lain", "[]")
    assert [deck.id for deck in store.decks("ani")] == [other, id]
    store.drop_deck("ani", id)
    assert [deck.title for deck in store.decks("ani")] == ["Lain"]
