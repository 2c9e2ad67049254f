"""What the terminal writes: the same rows in each format, the finding word for word, UTF-8 on every system."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from cli import cli
from model.observations import COLUMNS

ROOT = Path(__file__).parents[1]
HEADER = "region,approach,item,price_basis,frequency,period,measure,value,unit,status,reason"


def run(line: str) -> Result:
    return CliRunner().invoke(cli, line.split())


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "cli.py", *words], cwd=ROOT, capture_output=True, env=os.environ | environment, check=False
    )


def test_json_holds_the_same_rows_with_null_for_missing() -> None:
    line = "table --region 1275 --measure yoy --item TOTAL"
    objects = json.loads(run(f"{line} --format json").stdout_bytes)
    rows = list(csv.DictReader(io.StringIO(run(line).stdout)))
    assert [list(one) for one in objects] == [list(COLUMNS)] * len(rows)
    for one, row in zip(objects, rows, strict=True):
        assert one.pop("value") == (float(value) if (value := row.pop("value")) else None)
        assert one == row


def test_files_hold_what_the_screen_shows(tmp_path: Path) -> None:
    line = "table --region 1275 --measure contribution_yoy --period 2023"
    shown = run(line).stdout_bytes
    for notation in ("csv", "xlsx"):
        written = run(f"{line} --format {notation} --out {tmp_path}/medan.{notation}")
        assert (written.exit_code, written.output) == (0, "")
    assert (tmp_path / "medan.csv").read_bytes() == shown
    header, *rows = openpyxl.load_workbook(tmp_path / "medan.xlsx")["observations"].values
    assert [tuple(cell or "" for cell in row) for row in rows] == [
        tuple(float(cell) if name == "value" else cell for name, cell in zip(COLUMNS, row, strict=True))
        for row in csv.reader(shown.decode().splitlines()[1:])
    ]
    assert header == COLUMNS


SENTENCES = [
    ("1275", "2023", "id", "Ekonomi Kota Medan tahun 2023 tumbuh 5,04 persen (y-on-y); "
     "perdagangan menyumbang 1,40 dan jasa 2,42 poin persen."),
    ("1275", "2023", "en", "The economy of Kota Medan grew 5.04 percent in 2023 (y-on-y); "
     "trade contributed 1.40 and services 2.42 percentage points."),
    ("1275", "2020", "id", "Ekonomi Kota Medan tahun 2020 mengalami kontraksi 1,98 persen (y-on-y). "
     "Kontribusi lapangan usaha belum tersedia sebelum tahun 2022."),
    ("1275", "2020", "en", "The economy of Kota Medan contracted 1.98 percent in 2020 (y-on-y). "
     "Contributions by industry are not available before 2022."),
]  # fmt: skip


@pytest.mark.parametrize(("region", "period", "lang", "sentence"), SENTENCES)
def test_the_finding_is_a_sentence(region: str, period: str, lang: str, sentence: str) -> None:
    result = run(f"sentence --region {region} --period {period} --lang {lang}")
    assert (result.exit_code, result.stderr, result.stdout) == (0, "", f"{sentence}\n")


def test_a_quarter_of_the_province_and_a_year_without_growth_have_a_sentence_too() -> None:
    quarter = run("sentence --region 12 --period 2024-Q4")
    assert (quarter.exit_code, quarter.stdout.count("\n")) == (0, 1)
    assert "5,10 persen (y-on-y)" in quarter.stdout and "IV-2024" in quarter.stdout
    first = run("sentence --region 1275 --period 2010")
    assert (first.exit_code, first.stdout.count("\n")) == (0, 1)


def test_what_is_written_is_utf8_with_plain_newlines_whatever_the_system_says() -> None:
    words = ("table", "--region", "1275", "--measure", "yoy", "--item", "TOTAL", "--period", "2023")
    printed = process(*words, PYTHONIOENCODING="cp1252", LC_ALL="C")
    assert printed.returncode == 0 and b"\r" not in printed.stdout
    assert printed.stdout.decode("ascii").startswith(HEADER)
    refused = process("table", "--region", "Médan", "--measure", "yoy", PYTHONIOENCODING="ascii", PYTHONUTF8="1")
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert "ditemukan “Médan”" in refused.stderr.decode("utf-8")


def test_a_reader_that_goes_away_is_no_error() -> None:
    line = f"{sys.executable} cli.py table --region 12 --measure level --frequency Q | head -n 1"
    piped = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
    assert (piped.stdout.decode(), piped.stderr) == (f"{HEADER}\n", b"")


def test_a_full_disk_gets_one_line() -> None:
    for command in ("table --region 1275 --measure yoy --lang en", "sentence --region 1275 --period 2023 --lang en"):
        line = f"{sys.executable} cli.py {command} > /dev/full"
        full = subprocess.run(["sh", "-c", line], cwd=ROOT, capture_output=True, check=False)
        assert (full.returncode, full.stderr.count(b"\n")) == (2, 1)
        assert full.stderr.startswith(b"The result cannot be written: ")


def test_the_terminal_draws_nothing_and_so_loads_nothing_that_draws() -> None:
    program = (
        "import sys, contextlib\nfrom cli import cli\n"
        "with contextlib.suppress(SystemExit): cli(['sentence', '--region', '1275', '--period', '2023'])\n"
        "print(sorted({'streamlit', 'plotly', 'charts', 'xlsxwriter', 'openpyxl'} & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert printed.stdout.decode("utf-8").splitlines()[1:] == ["[]"]


def test_a_table_loads_nothing_of_what_submits_and_reads_no_sentence() -> None:
    program = (
        "import sys, contextlib\nfrom cli import cli\nfrom text.lookup import texts\n"
        "with contextlib.suppress(SystemExit): cli(['table', '--region', '1275', '--measure', 'yoy'])\n"
        "print(sorted({'desk', 'deploy', 'data.workbook'} & set(sys.modules)), texts.cache_info().misses)"
    )
    printed = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert printed.stdout.decode("utf-8").splitlines()[-1] == "[] 0"
