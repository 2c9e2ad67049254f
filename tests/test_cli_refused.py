"""What the terminal refuses: exit code 2 and one sentence, and nothing is written."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data import store
from tests.terminal import Ran, approved, published, run, submitted, written

TOMORROW = (datetime.now(store.JAKARTA) + timedelta(days=1)).isoformat()
SHIPPED = 18
"""Editions of what ships."""


@pytest.fixture(autouse=True)
def office(own_office: Path) -> None:
    """A store of its own, where people are known."""


def nothing_written(*words: object) -> Ran:
    """A command that has to be refused; the audit chain ends where it ended."""
    before = store.head()
    ran = run(*words)
    assert ran.refused, (words, ran)
    assert store.head() == before
    return ran


def published_with_another_approved(folder: Path) -> tuple[str, str]:
    """A published submission, and one whose approval was made against the edition before."""
    older = approved(folder, 1.01)
    newer = approved(folder, 1.02)
    assert run("publish", newer, "--by", "budi", "--effective-at", "now").code == 0
    return newer, older


def test_each_step_out_of_order_is_refused(tmp_path: Path) -> None:
    waiting, agreed = submitted(tmp_path, 1.0), approved(tmp_path, 1.03)
    scheduled = approved(tmp_path, 1.04)
    assert run("publish", scheduled, "--by", "budi", "--effective-at", TOMORROW).code == 0
    ended = submitted(tmp_path, 1.05)
    assert run("reject", ended, "--by", "budi", "--reason", "keliru").code == 0
    for id, steps in {
        waiting: ("publish", "send-back"),
        agreed: ("approve",),
        scheduled: ("approve", "publish", "reject"),
        ended: ("approve", "publish", "reject", "send-back"),
        "4711": ("approve", "publish", "reject", "send-back"),
    }.items():
        for step in steps:
            ran = nothing_written(*taking(step, id))
            assert id == "4711" or store.submission(int(id)).state in ("waiting", "approved", "scheduled", "rejected")
            assert ran.err.endswith(".\n")


def taking(step: str, id: str, by: str = "budi") -> tuple[str, ...]:
    """The words of a step."""
    more = {"publish": ("--effective-at", "now"), "approve": ()}.get(step, ("--reason", "uji"))
    return (step, id, "--by", by, *more)


def test_what_is_published_takes_no_further_step_and_a_lost_comparison_is_told(tmp_path: Path) -> None:
    newer, older = published_with_another_approved(tmp_path)
    for step in ("approve", "publish", "reject", "send-back"):
        nothing_written(*taking(step, newer))
    lost = nothing_written(*taking("publish", older))
    assert "Data sudah berubah" in lost.err and f"edisi {SHIPPED + 1}" in lost.err
    assert run("approve", older, "--by", "budi").code == 0
    assert run("publish", older, "--by", "budi", "--effective-at", "now").last == str(SHIPPED + 2)


@pytest.mark.parametrize("number", [0, SHIPPED + 1, 999999999])
def test_an_edition_that_is_not_there_or_not_in_effect_is_refused(number: int, tmp_path: Path) -> None:
    assert published(tmp_path, 1.0, TOMORROW) != str(SHIPPED + 1)
    nothing_written("rollback", number, "--by", "budi", "--reason", "uji")
    nothing_written("diff", 1, number)
    nothing_written("diff", number, 1)
    nothing_written("table", "--region", "1275", "--measure", "yoy", "--edition", number)
    nothing_written("sentence", "--region", "1275", "--period", "2023", "--edition", number)


def test_the_newest_edition_is_not_given_back() -> None:
    nothing_written("rollback", SHIPPED, "--by", "budi", "--reason", "uji")


WHO = {
    "submit": ("nobody", "gone", "vera", "budi", "adi"),
    "approve": ("nobody", "gone", "vera", "ana", "ani", "adi"),
    "reject": ("nobody", "gone", "vera", "ana", "ani", "adi"),
    "send-back": ("nobody", "gone", "vera", "ana", "ani", "adi"),
    "publish": ("nobody", "gone", "vera", "ana", "ani", "adi"),
    "rollback": ("nobody", "gone", "vera", "ana", "ani", "adi"),
}


@pytest.mark.parametrize("step", WHO)
def test_who_has_not_the_role_may_not(step: str, tmp_path: Path) -> None:
    waiting, agreed = submitted(tmp_path, 1.0), approved(tmp_path, 1.01)
    subject = {
        "submit": str(written(tmp_path, 1.02)),
        "rollback": "1",
        "approve": waiting,
        "reject": waiting,
    }.get(step, agreed)
    for by in WHO[step]:
        words = taking(step, subject, by) if step != "submit" else (step, subject, "--by", by)
        ran = nothing_written(*words)
        assert by not in ("nobody", "gone") or by in ran.err


def test_nobody_decides_on_what_they_submitted(tmp_path: Path) -> None:
    made = submitted(tmp_path)
    store.set_user("ana", "approver", "test")
    assert "orang lain" in nothing_written(*taking("approve", made, "ana")).err
    assert run("approve", made, "--by", "budi").code == 0
    for step in ("reject", "send-back", "publish"):
        nothing_written(*taking(step, made, "ana"))


@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_moment_that_cannot_be_is_refused(lang: str, tmp_path: Path) -> None:
    made = approved(tmp_path)
    for found in (
        "2026-11-25T11:00", "2099-11-25", "besok", "", "Now", "2026-11-24T00:00+07:00", "0001-01-01T00:00+14:00",
        "9999-12-31T23:00Z", "9999-12-31T23:59-12:00", "2099-02-30T00:00Z", "2099-11-25T11:00+99:00",
    ):  # fmt: skip
        nothing_written("publish", made, "--by", "budi", "--effective-at", found, "--lang", lang)
    for found in ("2026-11-24T25:00", "kemarin", "", "2026-13-01"):
        words = ("--as-of", found, "--lang", lang)
        assert found in nothing_written("table", "--region", "1275", "--measure", "yoy", *words).err
        assert "--as-of" in nothing_written("sentence", "--region", "1275", "--period", "2023", *words).err


WRONG = [
    ("submit", "FILE"), ("submit FILE", "--by"), ("submit FILE --by", "--by"), ("approve 1", "--by"),
    ("approve --by budi", "ID"), ("approve satu --by budi", "satu"), ("approve -1 --by budi", "-1"),
    ("approve 1 2 --by budi", "2"), ("approve 1.5 --by budi", "1.5"), (f"approve {'9' * 4000} --by budi", "999"),
    ("approve 1 --by budi --by beni", "budi, beni"), ("publish 1 --by budi", "--effective-at"),
    ("reject 1 --by budi", "--reason"), ("send-back 1 --by budi", "--reason"), ("rollback 1 --by budi", "--reason"),
    ("rollback satu --by budi --reason x", "EDITION"), ("diff 1", "B"), ("diff 1 dua", "dua"), ("diff 1 2 3", "3"),
    ("diff 1 2 --format xlsx", "csv, json"), ("editions 3", "3"), ("editions --lang fr", "id, en"),
    ("history --region 1299", "1299"), ("history --item XX", "--item"), ("history --period 2023Q1", "2023-Q1"),
    ("history --measure growth", "--measure"), ("history --approach x", "--approach"),
    ("history --price-basis x", "--price-basis"), ("history --frequency M", "--frequency"),
    ("history --item A --item B", "A, B"), ("verify x", "x"), ("backup", "DIR"), ("restore x", "--to"),
    ("user tambah", "add, role, revoke, list"), ("user add", "NAME"), ("user add eka", "--role"),
    ("user add eka --role boss", "viewer, analyst, approver, admin"), ("user role eka --role analyst", "eka"),
    ("user revoke eka", "eka"), ("user add ana --role analyst", "ana"), ("user list x", "x"),
    ("submit FILE --by ana --status firm", "very_preliminary"),
    ("submit FILE --by ana --status 2026Q1=final", "2026Q1"),
    ("submit FILE --by ana --source-dated kemarin", "kemarin"), ("submit FILE --by ana --source-url x", "https://"),
    ("submit FILE --by ana --region 12.71", "12.71"), ("submit nowhere.csv --by ana", "nowhere.csv"),
    ("table --region 1275 --measure yoy --edition 1 --as-of 2026-11-24", "--as-of"),
    ("setuju 1", "submit, approve, reject"),
]  # fmt: skip


@pytest.mark.parametrize(("line", "named"), WRONG, ids=[line[:60] for line, _ in WRONG])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_wrong_argument_is_named_in_one_line(line: str, named: str, lang: str, tmp_path: Path) -> None:
    words = [str(written(tmp_path)) if word == "FILE" else word for word in line.split()]
    if "--lang" not in words and not line.endswith("--by"):
        words += ["--lang", lang]
    assert named in nothing_written(*words).err


@pytest.mark.parametrize("strange", ["a\udcff", "a\x1bb", "", " ", "a\u202eb", "x" * 300])
def test_a_name_that_cannot_be_one_is_refused(strange: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for words in (("add", strange, "--role", "analyst"), ("role", strange, "--role", "analyst"), ("revoke", strange)):
        nothing_written("user", *words)
    for mode in ("", "local"):
        monkeypatch.setenv("PDRB_MODE", mode)
        nothing_written("submit", written(tmp_path), "--by", strange)
        nothing_written("rollback", 1, "--by", strange, "--reason", "uji")


@pytest.mark.parametrize("strange", ["a\udcff", "a\x1b[31m", "\x00"])
def test_a_reason_that_cannot_be_kept_is_refused(strange: str, tmp_path: Path) -> None:
    nothing_written("submit", written(tmp_path), "--by", "ana", "--reason", strange)
    nothing_written("submit", written(tmp_path), "--by", "ana", "--source-title", strange)
    nothing_written("rollback", 1, "--by", "budi", "--reason", strange)
    nothing_written("reject", submitted(tmp_path), "--by", "budi", "--reason", strange)


def test_an_empty_reason_is_none(tmp_path: Path) -> None:
    nothing_written("rollback", 1, "--by", "budi", "--reason", "  ")
    nothing_written("reject", submitted(tmp_path), "--by", "budi", "--reason", "")


def test_a_mode_that_there_is_not_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PDRB_MODE", "lokal")
    assert "PDRB_MODE" in nothing_written("submit", written(tmp_path), "--by", "ana").err
