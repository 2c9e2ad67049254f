"""`verify`, `backup`, `restore` and `user`; and a store that does not answer, whatever is asked."""

import ast
import re
from pathlib import Path

import pytest

from commands.keeping import MISFITS
from data import store
from data.store import errors
from data.store.place import place
from tests.data.store import damage
from tests.terminal import ROOT, approved, process, published, run, submitted, written


@pytest.fixture(autouse=True)
def office(own_office: Path) -> None:
    """A store of its own, where people are known."""


def changed(statement: str) -> None:
    """Changes what is stored behind the back of the store."""
    with damage.unguarded(place()) as conn:
        conn.exec_driver_sql(statement)


def test_a_sound_store_is_told_so_with_the_end_of_its_chain() -> None:
    for lang, words in (("id", "Semuanya sesuai"), ("en", "Everything fits")):
        ran = run("verify", "--lang", lang)
        assert (ran.code, ran.err) == (0, "") and words in ran.out and store.head() in ran.out


def test_each_misfit_is_a_sentence(tmp_path: Path) -> None:
    published(tmp_path)
    submitted(tmp_path, 1.01)
    changed("UPDATE observation SET value = value + 1 WHERE rowid = 7")
    changed("UPDATE submission SET file_name = 'lain.csv' WHERE id = 1")
    changed("DELETE FROM audit WHERE number = 5")
    changed("DELETE FROM \"user\" WHERE name = 'vera'")
    told = {lang: run("verify", "--lang", lang) for lang in ("id", "en")}
    for ran in told.values():
        assert (ran.code, ran.err) == (1, "")
        lines = ran.out.splitlines()
        assert len(lines) == len(told["id"].out.splitlines()) and all(line.endswith(".") for line in lines)
        for where in ("observation 7: ", "submission 1: ", "audit 6: ", "user vera: "):
            assert any(line.startswith(where) for line in lines), where
    assert "user vera: hilang." in told["id"].out and "user vera: is missing." in told["en"].out
    assert "bukan seperti yang ditinggalkan langkah terakhirnya; seharusnya " in told["id"].out


def test_a_store_that_is_no_database_is_a_misfit() -> None:
    place().file.write_bytes(b"no database at all" * 1000)
    ran = run("verify")
    assert ran.code == 1 and ran.out.startswith("database: ")


def test_a_sentence_is_there_for_all_that_verification_says() -> None:
    said: set[str] = set()
    for name in ("verify.py", "verify_rows.py"):
        for node in ast.walk(ast.parse((ROOT / "data" / "store" / name).read_text(encoding="utf-8"))):
            call = isinstance(node, ast.Call) and getattr(node.func, "id", "") == "Misfit"
            what = node.args[1:2] if call else node.value.elts[1:2] if _yields(node) else ()
            said |= {part.value for part in what if isinstance(part, ast.Constant)}
    assert set(MISFITS) <= said
    assert {what for what in said - set(MISFITS) if not re.fullmatch("[a-z_]+", what)} == set()


def _yields(node: ast.AST) -> bool:
    return isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple)


def test_a_backup_becomes_a_store_that_says_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = published(tmp_path)
    head, editions = store.head(), run("editions").out
    copied = run("backup", tmp_path / "cadangan")
    assert (copied.code, copied.err) == (0, "") and str(tmp_path / "cadangan") in copied.out
    again = run("restore", tmp_path / "cadangan", "--to", tmp_path / "baru")
    assert (again.code, again.err) == (0, "") and head in again.out
    monkeypatch.setenv("PDRB_HOME", str(tmp_path / "baru"))
    assert (store.head(), run("editions").out) == (head, editions)
    assert run("verify").code == 0 and run("rollback", int(made) - 1, "--by", "budi", "--reason", "uji").code == 0


def test_a_place_that_is_taken_or_holds_no_backup_is_refused(tmp_path: Path) -> None:
    written(tmp_path)
    (tmp_path / "berkas").write_text("x")
    assert run("backup", tmp_path / "cadangan").code == 0
    for words in (
        ("backup", tmp_path), ("backup", tmp_path / "berkas"), ("backup", tmp_path / "berkas" / "di-dalam"),
        ("restore", tmp_path, "--to", tmp_path / "baru"), ("restore", tmp_path / "kosong", "--to", tmp_path / "baru"),
        ("restore", tmp_path / "cadangan", "--to", tmp_path),
    ):  # fmt: skip
        assert run(*words).refused, words
    assert not (tmp_path / "baru").exists()


def test_a_backup_that_was_changed_is_not_restored(tmp_path: Path) -> None:
    assert run("backup", tmp_path / "cadangan").code == 0
    file = tmp_path / "cadangan" / "pdrb.sqlite3"
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)
    ran = run("restore", tmp_path / "cadangan", "--to", tmp_path / "baru")
    assert ran.refused and "SHA-256" in ran.err


def test_users_are_added_changed_listed_and_taken_away() -> None:
    assert "eka@bps.example" in run("user", "add", "Eka@BPS.example", "--role", "analyst").out
    assert "approver" in run("user", "role", "eka@bps.example", "--role", "approver").out
    listed = run("user", "list")
    assert listed.out.splitlines()[0] == "name,role"
    roles = {row["name"]: row["role"] for row in listed.rows}
    assert (roles["eka@bps.example"], roles["ana"], roles["gone"]) == ("approver", "analyst", "")
    assert run("user", "revoke", "eka@bps.example").code == 0
    assert {row["name"]: row["role"] for row in run("user", "list").rows}["eka@bps.example"] == ""
    assert [act.actor for act in store.acts(3)] == ["terminal"] * 3


def test_the_last_admin_stays() -> None:
    for words in (("role", "adi", "--role", "viewer"), ("revoke", "adi")):
        head = store.head()
        assert run("user", *words).refused and store.head() == head


def test_a_first_user_can_be_added_where_there_is_no_store_yet(tmp_path: Path) -> None:
    home = str(tmp_path / "baru")
    assert process("user", "add", "ana", "--role", "admin", PDRB_HOME=home).code == 0
    assert (tmp_path / "baru" / "pdrb.sqlite3").is_file()
    assert process("user", "list", PDRB_HOME=home).out == "name,role\nana,admin\n"


UNAVAILABLE = sorted(
    (kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, errors.Unavailable)),
    key=lambda kind: kind.__name__,
)
ASKED = [
    ("table --region 1275 --measure yoy", "edition"),
    ("table --region 1275 --measure yoy --as-of 2026-11-24", "as_of"),
    ("sentence --region 1275 --period 2023", "edition"),
    ("submit FILE --by ana", "submit"),
    ("approve ID --by budi", "approve"),
    ("reject ID --by budi --reason x", "reject"),
    ("send-back ID --by budi --reason x", "send_back"),
    ("publish ID --by budi --effective-at now", "publish"),
    ("rollback 1 --by budi --reason x", "roll_back"),
    ("editions", "catalogue"),
    ("diff 1 2", "diff"),
    ("history --region 1275", "history"),
    ("verify", "reach"),
    ("backup DIR", "backup"),
    ("user list", "users"),
    ("user add eka --role analyst", "set_user"),
]


@pytest.mark.parametrize("kind", [kind for kind in UNAVAILABLE if kind is not errors.Unavailable])
def test_a_store_that_cannot_answer_is_one_sentence(
    kind: type[errors.Unavailable], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise kind("disk 7:\nsector 3")

    names = {"FILE": str(written(tmp_path)), "ID": approved(tmp_path, 1.01), "DIR": str(tmp_path / "cadangan")}
    for line, asked in ASKED:
        with monkeypatch.context() as patch:
            patch.setattr(store, asked, fails)
            ran = run(*(names.get(word, word) for word in line.split()))
        assert ran.refused, (line, ran)
        assert kind is errors.StoreBusy or "(disk 7: sector 3)" in ran.err


def test_a_home_that_cannot_be_made_is_one_sentence() -> None:
    for words in (("editions",), ("verify",)):
        assert process(*words, PDRB_HOME="/dev/null/rumah").refused
    assert process("user", "list", PDRB_DATABASE_URL="mysql://x").refused
