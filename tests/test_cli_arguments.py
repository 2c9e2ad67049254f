"""Arguments of the terminal that do not fit: one line that says which, what was found and what was expected."""

import pytest
from click.testing import CliRunner, Result

from cli import cli
from data import store


def run(line: str) -> Result:
    return CliRunner().invoke(cli, line.split())


WRONG = [
    ("table --region 1299 --measure yoy", "--region", "1299", "12, 1201"),
    ("table --region Medan --measure yoy", "--region", "Medan", "1275"),
    ("table --region 1275 --measure growth", "--measure", "growth", "level, per_capita, yoy"),
    ("table --region 1275 --measure yoy --approach income", "--approach", "income", "production, expenditure"),
    ("table --region 1275 --measure yoy --price-basis 2010", "--price-basis", "2010", "current, constant_2010"),
    ("table --region 1275 --measure deflator --price-basis current", "--price-basis", "current", "implicit"),
    ("table --region 1275 --measure yoy --price-basis implicit", "--price-basis", "implicit", "constant_2010"),
    ("table --region 1275 --measure yoy --frequency M", "--frequency", "M", "A, Q"),
    ("table --region 12 --measure qtq --frequency A", "--frequency", "A", "Q"),
    ("table --region 12 --measure ctc --frequency A", "--frequency", "A", "Q"),
    ("table --region 12 --measure contribution_ctc --frequency A", "--frequency", "A", "Q"),
    ("table --region 12 --measure cagr --frequency Q", "--frequency", "Q", "A"),
    ("table --region 12 --measure yoy --frequency A --period 2023-Q1", "--frequency", "A", "Q"),
    ("table --region 1275 --measure yoy --item XX", "--item", "XX", "RSTU"),
    ("table --region 1275 --measure yoy --item g", "--item", "g", "G"),
    ("table --region 1275 --measure yoy --period 2023Q1", "--period", "2023Q1", "2023-Q1"),
    ("table --region 1275 --measure yoy --period 2021/2025", "--period", "2021/2025", "2023"),
    ("table --region 1275 --measure cagr --period 2025", "--period", "2025", "2021/2025"),
    ("table --region 1275 --measure cagr --period 2025/2021", "--period", "2025/2021", "2021/2025"),
    ("table --region 1275 --measure cagr --period 2021-Q1/2025-Q1", "--period", "2021-Q1/2025-Q1", "2021/2025"),
    ("table --region 1275 --measure index --base abc", "--base", "abc", "2010"),
    ("table --region 1275 --measure yoy --base 2015", "--base", "index", "yoy"),
    ("table --region 1275 --measure yoy --item TOTAL.1", "--item", "TOTAL.1", "A.1"),
    ("table --region 1275 --measure yoy --item A.100", "--item", "A.100", "A.1"),
    (f"table --region 1275 --measure yoy --item A{'.1' * 3000}", "--item", "A.1.1", "A.1"),
    ("table --region 1275 --measure cagr --period 0999/2025", "--period", "0999/2025", "2021/2025"),
    ("table --region 1275 --measure index --base 0000", "--base", "0000", "2010"),
    ("table --region 1275 --measure index --base ٢٠١٠", "--base", "٢٠١٠", "2010"),
    ("table --region 1275 --measure index --base 2021-Q1", "--base", "2021-Q1", "2010"),
    (f"table --region 1275 --measure yoy --edition {'9' * 5000}", "--edition", "9999", "{newest}"),
    ("table --region 1275 --region 12 --measure yoy", "--region", "1275, 12", ""),
    ("table --region 1275 --measure yoy --period 2023 --period 2023", "--period", "2023, 2023", ""),
    ("sentence --region 1275 --period 2023 --period 2024", "--period", "2023, 2024", ""),
    ("table --region 1275 --measure yoy --edition 999", "--edition", "999", "{newest}"),
    ("table --region 1275 --measure yoy --edition 0", "--edition", "0", "{newest}"),
    ("table --region 1275 --measure yoy --edition baru", "--edition", "baru", "{newest}"),
    ("table --region 1275 --measure yoy --format pdf", "--format", "pdf", "csv, json, xlsx"),
    ("table --region 1275 --measure yoy --format xlsx", "--format", "xlsx", "--out"),
    ("table --region 1275 --measure yoy --out /", "--out", "/", ""),
    ("table --region 1275 --measure yoy --lang fr", "--lang", "fr", "id, en"),
    ("table --region 1275", "--measure", "", ""),
    ("table --measure yoy", "--region", "", ""),
    ("table --region 1275 --measure yoy --tahun 2023", "--tahun", "", "--help"),
    ("table --region 1275 --measure yoy 2023", "2023", "", "--help"),
    ("table --region 1275 --measure", "--measure", "", ""),
    ("tabel --region 1275", "tabel", "", "table, sentence"),
    ("sentence --region 1299 --period 2023", "--region", "1299", "1275"),
    ("sentence --region 1275 --period kemarin", "--period", "kemarin", "2023-Q1"),
    ("sentence --region 1275 --period 2023 --lang fr", "--lang", "fr", "id, en"),
    ("sentence --region 1275 --period 2023 --edition 999", "--edition", "999", "{newest}"),
    ("sentence --region 1275", "--period", "", ""),
]


@pytest.mark.parametrize(("line", "option", "found", "expected"), WRONG, ids=[line[:80] for line, *_ in WRONG])
@pytest.mark.parametrize("lang", ["id", "en"])
def test_a_wrong_argument_gets_one_line_that_names_it(
    line: str, option: str, found: str, expected: str, lang: str
) -> None:
    result = run(line if "--lang" in line or line.endswith("--measure") else f"{line} --lang {lang}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1 and result.stderr.endswith("\n")
    for word in (option, found, expected.format(newest=store.edition().number)):
        assert word in result.stderr


def test_messages_speak_the_language_asked_for() -> None:
    assert run("table --region 1 --measure yoy").stderr.startswith("--region: ditemukan “1”, seharusnya")
    assert run("table --region 1 --measure yoy --lang en").stderr.startswith("--region: found “1”, expected")
    assert "--measure: is required." in run("table --region 1275 --lang=en").stderr


def test_a_strange_argument_cannot_break_the_line() -> None:
    result = CliRunner().invoke(cli, ["table", "--region", "12\n75\udcff\x1b[31m", "--measure", "yoy"])
    assert result.exit_code == 2
    assert result.stderr_bytes.decode("utf-8").count("\n") == 1 and "\x1b" not in result.stderr


def test_before_the_first_edition_there_is_nothing_to_print(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(number: int | None = None) -> None:
        raise store.NoEdition(number, 0)

    monkeypatch.setattr(store, "edition", none)
    result = run("table --region 1275 --measure yoy")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert "24 Nov 2026" in result.stderr


@pytest.mark.parametrize(("lang", "words"), [("id", "Kode wilayah BPS"), ("en", "BPS region code")])
def test_help_speaks_both_languages(lang: str, words: str) -> None:
    result = run(f"table --help --lang {lang}")
    assert result.exit_code == 0 and words in result.stdout
    assert "contribution_yoy" in result.stdout


def test_without_a_command_there_is_help() -> None:
    result = run("")
    assert result.exit_code == 0 and "sentence" in result.stdout
