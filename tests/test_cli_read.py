"""`cli.py read`: a file in, its rows and what was found out; exit codes, answers, refusals, wrong arguments."""

import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from cli import cli
from model.observations import COLUMNS
from tests.desk.office import Book, book

TOLD = ("code", "severity", "sheet", "where", "found", "expected", "message_id", "message_en")
ANNUAL = 1
"""A seed of a table of years."""


@pytest.fixture
def read(tmp_path: Path):
    """Run the command on a file of these bytes; `rows` and `told` are what it wrote, None where it wrote nothing."""

    class Ran:
        def __init__(self, content: bytes, *words: str, name: str = "tabel.csv") -> None:
            (tmp_path / name).write_bytes(content)
            out, problems = tmp_path / "out.csv", tmp_path / "problems.json"
            line = ["read", str(tmp_path / name), "--out", str(out), "--problems", str(problems), *words]
            self.result: Result = CliRunner().invoke(cli, line)
            self.code = self.result.exit_code
            self.rows = list(csv.DictReader(out.open(encoding="utf-8"))) if out.exists() else None
            self.header = out.read_text(encoding="utf-8").splitlines()[0] if out.exists() else ""
            self.told = json.loads(problems.read_bytes()) if problems.exists() else None

        @property
        def codes(self) -> set[str]:
            return {problem["code"] for problem in self.told or ()}

    return Ran


def annual(title: str | None = None, factor: float = 1.0) -> bytes:
    """A table of years, under another title, or its figures times a factor."""
    spoilt: Book = book(ANNUAL)
    spoilt.form = "csv"
    (table,) = spoilt.tables
    if title is not None:
        table.title = title
    for row in table.rows:
        row.values = [round((value or 0.0) * factor, 2) for value in row.values]
    return spoilt.content()[0]


def test_a_clean_file_gives_its_rows_in_the_columns_of_the_one_table_but_reason(read) -> None:
    ran = read(annual())
    assert ran.code == 0
    assert ran.header == ",".join(COLUMNS[:-1])
    expected = {(row.item, year): value for table in book(ANNUAL).tables for row in table.rows
                for year, value in zip(table.periods, row.values, strict=True)}  # fmt: skip
    assert {(row["item"], row["period"]): round(float(row["value"]), 2) for row in ran.rows} == {
        key: round(value, 2) for key, value in expected.items()
    }
    assert {row["price_basis"] for row in ran.rows} == {"constant_2010"}
    assert {row["measure"] for row in ran.rows} == {"level"}


def test_each_problem_is_an_object_with_a_sentence_in_both_languages(read) -> None:
    spoilt = book(ANNUAL)
    spoilt.tables[0].row("C").values[1] = 1.0
    content, name = spoilt.content()
    ran = read(content, name=name)
    assert ran.code == 1
    assert all(tuple(problem) == TOLD for problem in ran.told)
    broken = next(problem for problem in ran.told if problem["code"] == "total_mismatch")
    assert broken["severity"] == "error" and broken["where"] and broken["found"] and broken["expected"]
    assert broken["where"].split(",")[0] in broken["message_id"]
    assert broken["message_id"] != broken["message_en"]


def test_a_question_leaves_the_table_without_rows_until_it_is_answered(read) -> None:
    silent = annual("PDRB Menurut Lapangan Usaha")
    asked = read(silent)
    assert (asked.code, asked.rows) == (1, [])
    assert {"region_missing", "price_basis_missing", "unit_missing"} <= asked.codes
    words = ["--region", "1276", "--price-basis", "current", "--unit", "miliar"]
    answered = read(silent, *words)
    assert answered.code == 0 and not {code for code in answered.codes if code.endswith("_missing")} - {
        "status_missing"
    }
    assert {(row["region"], row["price_basis"]) for row in answered.rows} == {("1276", "current")}


@pytest.mark.parametrize("unit", ["juta", "million_idr"])
def test_a_unit_that_cannot_be_is_asked_for_and_taken_when_named(read, unit) -> None:
    wrong = annual(factor=1000.0)
    first = read(wrong)
    assert (first.code, first.rows) == (1, []) and "unit_suspect" in first.codes
    second = read(wrong, "--unit", unit)
    assert second.code == 0 and "unit_suspect" not in second.codes
    right = {(row["item"], row["period"]): float(row["value"]) for row in read(annual()).rows}
    assert {(row["item"], row["period"]): float(row["value"]) for row in second.rows} == pytest.approx(right, rel=1e-9)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03", b"halo, dunia\n"])
def test_a_refused_file_gives_an_empty_table_and_the_reason(read, content) -> None:
    ran = read(content)
    assert (ran.code, ran.rows, ran.header) == (2, [], ",".join(COLUMNS[:-1]))
    assert [problem["severity"] for problem in ran.told] == ["refuse"]


@pytest.mark.parametrize(
    "words",
    [
        ("--region", "12.71"),
        ("--year", "24"),
        ("--price-basis", "constant"),
        ("--unit", "dollar"),
        ("--number-format", "de"),
        ("--lang", "fr"),
        ("--unit", "juta", "--unit", "miliar"),
        ("--unknown", "x"),
        ("superfluous",),
    ],
)
def test_a_wrong_argument_is_named_in_one_line_and_nothing_is_written(read, words) -> None:
    ran = read(annual(), *words)
    assert (ran.code, ran.rows, ran.told) == (2, None, None)
    assert ran.result.stderr.count("\n") == 1
    assert words[0] in ran.result.stderr or words[1] in ran.result.stderr


@pytest.mark.parametrize(
    "line",
    ["", "{file}", "{file} --out {out}", "{file} --problems {out}", "{file} --out {out} --problems {out}",
     "{file} --out {file} --problems {out}", "nowhere.csv --out {out} --problems {told}",
     "{folder} --out {out} --problems {told}", "{file} --out {folder} --problems {told}",
     "{file} --out {folder}/none/out.csv --problems {told}"],
)  # fmt: skip
def test_files_that_cannot_be_are_refused_before_anything_is_written(tmp_path: Path, line: str) -> None:
    file = tmp_path / "tabel.csv"
    file.write_bytes(annual())
    names = {"file": file, "out": tmp_path / "out.csv", "told": tmp_path / "told.json", "folder": tmp_path}
    result = CliRunner().invoke(cli, ["read", *line.format(**names).split()])
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir()] == ["tabel.csv"]
    assert file.read_bytes() == annual()


def test_the_summary_is_in_the_language_asked_for(read) -> None:
    assert "Rows read: " in read(annual(), "--lang", "en").result.stderr
    assert "baris dibaca" in read(annual()).result.stderr
