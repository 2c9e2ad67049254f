"""What stands in the way of a submission at the terminal: a question, contested rows, an error, a file that is none."""

from pathlib import Path

import pytest

from data import store
from tests.desk.office import book
from tests.terminal import ANNUAL, Ran, run, written


@pytest.fixture(autouse=True)
def office(own_office: Path) -> None:
    """A store of its own, where people are known."""


def stopped(*words: object) -> Ran:
    """A submission that is stopped: exit code 1, no id, and nothing written."""
    before = store.head()
    ran = run("submit", *words, "--by", "ana")
    assert (ran.code, ran.out) == (1, "") and store.head() == before, ran
    return ran


def done(*words: object) -> store.Submission:
    """A submission that is made; its id is the last word."""
    ran = run("submit", *words, "--by", "ana")
    assert (ran.code, ran.err) == (0, ""), ran
    return store.submission(int(ran.last))


def twice(folder: Path) -> Path:
    """A file in which an industry stands twice, with other figures."""
    made = book(ANNUAL)
    made.form = "csv"
    (table,) = made.tables
    again = made.copy().tables[0].row("C")
    again.values = [round(2 * (value or 0), 2) for value in again.values]
    table.rows.insert(table.rows.index(table.row("D")), again)
    path = folder / "dua-kali.csv"
    path.write_bytes(made.content()[0])
    return path


def test_an_open_question_is_answered_first(tmp_path: Path) -> None:
    silent = written(tmp_path, title="PDRB Menurut Lapangan Usaha")
    ran = stopped(silent, "--reason", "uji")
    assert "pertanyaan masih terbuka" in ran.err and ran.err.count("\n") > 3
    assert "Questions still open: " in stopped(silent, "--lang", "en").err
    answers = ("--region", "1276", "--price-basis", "current", "--unit", "miliar")
    made = done(silent, *answers, "--reason", "uji")
    rows = store.observations_of(made.id)
    assert (set(rows["region"]), set(rows["price_basis"])) == ({"1276"}, {"current"})
    assert made.answers["region"] == "1276" and made.answers["unit"] == "miliar"


def test_contested_rows_are_left_out_where_somebody_agrees_and_says_why(tmp_path: Path) -> None:
    path = twice(tmp_path)
    assert "--accept-dropped" in stopped(path).err
    for words in (("--reason", "uji"), ("--accept-dropped",), ("--accept-dropped", "--reason", " ")):
        stopped(path, *words)
    made = done(path, "--accept-dropped", "--reason", "baris ganda ditinggalkan")
    assert made.reason == "baris ganda ditinggalkan"
    assert "C" not in set(store.observations_of(made.id)["item"])


def test_a_contested_table_is_not_dropped_by_agreeing(tmp_path: Path) -> None:
    shifted = written(tmp_path, factor=1000.0)
    stopped(shifted, "--accept-dropped", "--reason", "uji")
    assert done(shifted, "--unit", "juta", "--reason", "uji").rows


def test_an_error_needs_a_reason(tmp_path: Path) -> None:
    path = written(tmp_path, spoilt=True)
    ran = stopped(path)
    assert "Tulis alasan" in ran.err and "--reason" in ran.err and "Total tidak sama" in ran.err
    assert done(path, "--reason", "dicetak begitu").reason == "dicetak begitu"


def changed(folder: Path, name: str, factor: float, digits: int | None = None) -> Path:
    """The synthetic table with the figures of its last year times a factor, or all printed with so many decimals."""
    made = book(ANNUAL)
    made.form = "csv"
    (table,) = made.tables
    for row in table.rows:
        row.values[-1] = round((row.values[-1] or 0.0) * factor, table.digits)
    if digits is not None:
        table.digits = digits
    path = folder / f"{name}.csv"
    path.write_bytes(made.content()[0])
    return path


def test_what_is_behind_unusual_growth_is_asked_for_and_kept_with_each_finding(tmp_path: Path) -> None:
    leap = changed(tmp_path, "lompat", 1.9)
    silent = run("submit", leap, "--by", "ana", "--lang", "en")
    assert (silent.code, silent.err) == (0, "") and "Findings that ask what is behind them: " in silent.out
    assert store.fenomena_of(int(silent.last)) == ()
    run("reject", silent.last, "--by", "budi", "--reason", "uji")
    told = run("submit", leap, "--by", "ana", "--fenomena", "Pabrik baru beroperasi.")
    assert "fenomena" not in told.out and told.last != silent.last
    kept = store.fenomena_of(int(told.last))
    assert kept and {one.text for one in kept} == {"Pabrik baru beroperasi."} and all(one.subject for one in kept)


def test_figures_that_are_equal_only_as_rounded_are_counted(tmp_path: Path) -> None:
    made = done(written(tmp_path))
    run("approve", made.id, "--by", "budi")
    run("publish", made.id, "--by", "budi", "--effective-at", "now")
    coarse = changed(tmp_path, "kasar", 1.0, digits=0)
    ran = run("submit", coarse, "--by", "ana", "--reason", "uji")
    assert "tidak ada perubahan" in ran.out and "Hanya beda pembulatan: " in ran.out
    assert "Hanya beda" not in run("submit", written(tmp_path, title=None), "--by", "ana").out


def test_many_problems_are_counted_behind_the_first(tmp_path: Path) -> None:
    made = book(ANNUAL)
    made.form = "csv"
    for row in made.tables[0].rows[:-1]:
        row.label = ("", f"Uraian tak dikenal {row.item}")
    path = tmp_path / "asing.csv"
    path.write_bytes(made.content()[0])
    ran = stopped(path)
    assert 4 <= ran.err.count("\n") <= 23
    assert all(line.endswith(".") for line in ran.err.splitlines())


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03", b"halo, dunia\n"])
def test_a_file_that_is_no_table_is_refused_in_one_line(content: bytes, tmp_path: Path) -> None:
    path, before = tmp_path / "bukan.csv", store.head()
    path.write_bytes(content)
    for lang, words in (("id", "Berkas ditolak."), ("en", "The file is refused.")):
        ran = run("submit", path, "--by", "ana", "--lang", lang)
        assert ran.refused and ran.err.startswith(words) and store.head() == before


def test_who_may_not_submit_is_told_before_the_file_is_looked_at(tmp_path: Path) -> None:
    ran = run("submit", tmp_path / "nowhere.csv", "--by", "budi")
    assert ran.refused and "analis" in ran.err


def test_a_file_name_in_other_bytes_is_kept_as_far_as_it_can_be_read(tmp_path: Path) -> None:
    path = written(tmp_path).rename(tmp_path / "angka\udcff.csv")
    assert done(path).file_name == "angka\N{REPLACEMENT CHARACTER}.csv"
