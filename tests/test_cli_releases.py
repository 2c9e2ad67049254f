"""From a file to an edition at the terminal: what each step says, and its last word."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from data import store
from model.observations import COLUMNS, KEY
from tests.data.store import postgres
from tests.terminal import ROOT, approved, known_people, process, published, run, written

ITEM = ("--region", "1212", "--item", "C", "--period", "2023", "--price-basis", "constant_2010")
"""A figure that the synthetic table has."""


@pytest.fixture(autouse=True)
def office(own_office: Path) -> None:
    """A store of its own, where people are known."""


@pytest.fixture(scope="module")
def postgresql() -> Iterator[str]:
    """The address of an empty database of a real server."""
    with postgres.server() as socket:
        yield postgres.database(socket, "terminal")


def level(*words: str) -> float:
    """The figure of ITEM that `table` prints."""
    (row,) = run("table", "--measure", "level", *ITEM, *words).rows
    return float(row["value"])


def test_a_table_goes_all_the_way_and_every_edition_can_be_shown_again(tmp_path: Path) -> None:
    newest = store.edition().number
    before = level()
    made = run("submit", written(tmp_path), "--by", "ana")
    assert (made.code, made.err) == (0, "") and made.last.isdecimal()
    assert level() == before
    agreed = run("approve", made.last, "--by", "budi")
    assert (agreed.code, agreed.err) == (0, "") and f"edisi {newest}" in agreed.out
    assert level() == before
    out = run("publish", made.last, "--by", "beni", "--effective-at", "now")
    assert (out.code, out.err, out.last) == (0, "", str(newest + 1))
    after = level()
    assert after != before
    assert level("--edition", str(newest)) == before
    assert level("--edition", str(newest + 1)) == after
    release = store.edition().releases[-1]
    assert (release.created_by, release.approved_by, release.mode) == ("ana", "budi", "office")
    assert release.origin.title_id == "Berkas sintetis-1.0.csv"


def test_the_commands_do_so_as_processes(tmp_path: Path) -> None:
    made = process("submit", written(tmp_path), "--by", "ana", "--lang", "en")
    assert (made.code, made.err) == (0, "")
    assert process("approve", made.last, "--by", "budi").code == 0
    newest = store.edition().number
    out = process("publish", made.last, "--by", "budi", "--effective-at", "now")
    assert (out.code, out.err, out.out) == (0, "", f"Diterbitkan sebagai edisi {newest + 1}\n")
    sound = process("verify")
    assert (sound.code, sound.err) == (0, "") and "Semuanya sesuai" in sound.out
    early = process("sentence", "--region", "1275", "--period", "2023", "--as-of", "2026-11-23")
    assert early.refused and "belum ada edisi" in early.err


def test_the_same_file_is_one_submission_however_often_it_comes(tmp_path: Path) -> None:
    first = run("submit", written(tmp_path), "--by", "ana")
    head = store.head()
    for by in ("ana", "ani"):
        again = run("submit", written(tmp_path), "--by", by)
        assert (again.code, again.last) == (0, first.last) and "sudah pernah diajukan" in again.out
    assert store.head() == head
    assert "sudah pernah diajukan" not in first.out


def test_the_same_file_handed_in_by_many_at_one_moment_is_one_submission(tmp_path: Path) -> None:
    words = (sys.executable, "cli.py", "submit", str(written(tmp_path)), "--by", "ana")
    many = [subprocess.Popen(words, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    told = [one.communicate()[0] for one in many]
    assert [one.returncode for one in many] == [0, 0, 0]
    assert len({out.split()[-1] for out in told}) == 1
    assert sum("sudah pernah diajukan" in out for out in told) == 2


def test_figures_that_all_stand_already_are_no_change_and_are_submitted_all_the_same(tmp_path: Path) -> None:
    changed = run("submit", written(tmp_path), "--by", "ana")
    assert "tidak ada perubahan" not in changed.out and "angka baru" in changed.out
    published(tmp_path)
    path = written(tmp_path)
    path.write_bytes(path.read_bytes() + b"\n")  # another file with the same figures
    for lang, words in (("id", "tidak ada perubahan"), ("en", "no change")):
        same = run("submit", path, "--by", "ana", "--lang", lang)
        assert (same.code, same.err) == (0, "") and words in same.out
        assert store.submission(int(same.last)).state == "waiting"
    assert same.last != changed.last


def test_what_is_typed_about_a_file_is_kept(tmp_path: Path) -> None:
    source = ("--source-publisher", "BPS Sintetis", "--source-table", "99", "--source-title", "Tabel sintetis",
              "--source-url", "https://bps.example/99", "--source-dated", "2026-11-05")  # fmt: skip
    marks = ("--status", "final", "--status", "2025=preliminary")
    made = run("submit", written(tmp_path), "--by", "ana", "--reason", "uji", *source, *marks)
    kept = store.submission(int(made.last))
    assert (kept.origin.publisher_id, kept.origin.table, kept.origin.title_en) == (
        "BPS Sintetis",
        "99",
        "Tabel sintetis",
    )
    assert (kept.origin.url, kept.origin.dated, kept.reason) == ("https://bps.example/99", "2026-11-05", "uji")
    statuses = store.observations_of(kept.id).groupby("period")["status"].unique()
    assert {period: list(found) for period, found in statuses.items()} == {
        **{str(year): ["final"] for year in range(2021, 2025)}, "2025": ["preliminary"],
    }  # fmt: skip
    assert store.file_of(kept.id) == written(tmp_path).read_bytes()


def test_a_figure_without_a_mark_is_as_firm_as_bps_has_it_unless_something_else_is_said(tmp_path: Path) -> None:
    usual = run("submit", written(tmp_path), "--by", "ana")
    assert "final 2021, 2022, 2023; preliminary 2024; very_preliminary 2025" in usual.out
    kept = store.observations_of(int(usual.last)).groupby("period")["status"].unique()
    assert [list(kept[period]) for period in ("2023", "2024", "2025")] == [
        ["final"], ["preliminary"], ["very_preliminary"],
    ]  # fmt: skip
    unknown = run("submit", written(tmp_path), "--by", "ana", "--status", "unknown")
    assert set(store.observations_of(int(unknown.last))["status"]) == {"unknown"}


def test_a_correction_says_what_was_wrong(tmp_path: Path) -> None:
    words = ("--effective-at", "now", "--correction", "Tabel lama salah satuan.")
    assert run("publish", approved(tmp_path), "--by", "budi", *words).code == 0
    release = store.edition().releases[-1]
    assert (release.kind, release.reason) == ("correction", "Tabel lama salah satuan.")


def test_what_lies_ahead_is_scheduled_and_unseen_until_its_moment(tmp_path: Path) -> None:
    newest, before = store.edition().number, level()
    moment = datetime.now(store.JAKARTA).replace(microsecond=0) + timedelta(days=1)
    utc = (moment - timedelta(hours=7)).replace(tzinfo=None).isoformat() + "Z"
    out = run("publish", approved(tmp_path), "--by", "budi", "--effective-at", utc)
    assert (out.code, out.out) == (0, f"terjadwal {moment.isoformat()}\n")
    assert (store.edition().number, level()) == (newest, before)
    assert len(run("editions").rows) == newest
    assert run("history", *ITEM).rows[-1]["value"] == str(before)
    assert run("table", "--measure", "level", *ITEM, "--edition", newest + 1).refused


def test_a_scheduled_release_goes_back_and_can_be_rejected(tmp_path: Path) -> None:
    moment = (datetime.now(store.JAKARTA) + timedelta(days=1)).isoformat()
    made = approved(tmp_path)
    assert run("publish", made, "--by", "budi", "--effective-at", moment, "--lang", "en").out.startswith("scheduled ")
    assert run("send-back", made, "--by", "beni", "--reason", "salah cetak").code == 0
    assert (store.submission(int(made)).state, store.submission(int(made)).note) == ("returned", "salah cetak")
    assert run("reject", made, "--by", "budi", "--reason", "keliru").code == 0
    assert (store.submission(int(made)).state, store.submission(int(made)).note) == ("rejected", "keliru")


def test_a_rollback_gives_an_older_edition_back_once_another_person_agrees(tmp_path: Path) -> None:
    older = store.edition()
    newer = published(tmp_path)
    asked = run("rollback", older.number, "--by", "budi", "--reason", "salah tabel")
    assert (asked.code, asked.err) == (0, "") and store.submission(int(asked.last)).kind == "rollback"
    assert run("approve", asked.last, "--by", "budi").refused
    assert run("approve", asked.last, "--by", "beni").code == 0
    again = run("rollback", older.number, "--by", "budi", "--reason", "salah tabel")
    assert again.last == asked.last and "sudah pernah diajukan" in again.out
    back = run("publish", asked.last, "--by", "beni", "--effective-at", "now")
    assert back.last == str(int(newer) + 1)
    assert run("diff", older.number, back.last).rows == []
    assert run("editions").rows[-1]["sha256"] == older.content_hash


def test_editions_differ_as_the_store_says(tmp_path: Path) -> None:
    newest = store.edition().number
    published(tmp_path)
    listed = run("editions")
    assert listed.out.splitlines()[0] == "edition,release,effective_at,title,sha256"
    assert [row["edition"] for row in listed.rows] == [str(number) for number in range(1, newest + 2)]
    for row in (listed.rows[0], listed.rows[-1]):
        known = store.edition(int(row["edition"]))
        assert (row["sha256"], row["release"]) == (known.content_hash, known.releases[-1].id)
        assert datetime.fromisoformat(row["effective_at"]) == known.effective_at and "+07:00" in row["effective_at"]
    differ = run("diff", newest, newest + 1)
    assert differ.out.splitlines()[0] == ",".join([*KEY, "value_a", "value_b", "change"])
    found = next(row for row in differ.rows if (row["item"], row["period"]) == ("C", "2023"))
    assert float(found["value_a"]) == level("--edition", str(newest)) and float(found["value_b"]) == level()
    assert float(found["change"]) == float(found["value_b"]) - float(found["value_a"])
    assert len(differ.rows) == len(store.diff(newest, newest + 1))
    assert any(row["value_a"] == "" == row["change"] for row in differ.rows)
    told = run("diff", newest, newest + 1, "--format", "json").out
    assert told.count("\n") == len(differ.rows) + 2 and '"change": null' in told


def test_the_history_of_a_figure_has_a_row_an_edition_that_changed_it(tmp_path: Path) -> None:
    first, before = store.edition().number, level()
    values = [before]
    for factor in (1.0, 1.01):
        published(tmp_path, factor)
        values.append(level())
    shown = run("history", *ITEM)
    assert shown.out.splitlines()[0] == ",".join([*COLUMNS, "edition", "effective_at"])
    assert [float(row["value"]) for row in shown.rows] == values
    assert [int(row["edition"]) for row in shown.rows][1:] == [first + 1, first + 2]
    assert {(row["region"], row["item"], row["period"]) for row in shown.rows} == {("1212", "C", "2023")}


def test_a_figure_that_no_edition_has_is_a_result_without_rows() -> None:
    shown = run("history", "--region", "1275", "--item", "TOTAL", "--period", "1999")
    assert (shown.code, shown.rows) == (0, []) and "1275, TOTAL, 1999" in shown.err
    assert shown.out == ",".join([*COLUMNS, "edition", "effective_at"]) + "\n"


def test_in_local_mode_one_person_does_everything_and_each_step_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PDRB_MODE", "local")
    made = run("submit", written(tmp_path), "--by", "Siti Aminah")
    steps = [made, run("approve", made.last, "--by", "Siti Aminah"),
             run("publish", made.last, "--by", "Siti Aminah", "--effective-at", "now")]  # fmt: skip
    assert all(step.code == 0 and step.out.startswith("Mode lokal") for step in steps)
    assert steps[-1].last == str(store.edition().number)
    assert store.edition().releases[-1].mode == "local"


@pytest.mark.server
def test_the_same_road_leads_through_postgresql(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgresql: str
) -> None:
    monkeypatch.setenv("PDRB_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PDRB_DATABASE_URL", postgresql)
    known_people()
    newest = store.edition().number
    assert published(tmp_path) == str(newest + 1)
    head = store.head()
    assert run("approve", "1", "--by", "budi").refused and store.head() == head
    asked = run("rollback", newest, "--by", "budi", "--reason", "uji")
    assert run("approve", asked.last, "--by", "beni").code == 0
    assert run("publish", asked.last, "--by", "beni", "--effective-at", "now").last == str(newest + 2)
    assert run("diff", newest, newest + 2).rows == [] != run("diff", newest, newest + 1).rows
    assert run("verify").code == 0 and run("backup", tmp_path / "cadangan").code == 0
