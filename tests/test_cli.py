"""The terminal as someone types it: figures of the publications, defaults, and one line for what does not fit."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner, Result

from cli import cli
from data import store
from model.dimensions import Measure
from model.items import GROUPS, INDUSTRIES, RESIDUAL, order
from model.observations import COLUMNS, check
from model.rounding import half_away

ROOT = Path(__file__).parents[1]
HEADER = "region,approach,item,price_basis,frequency,period,measure,value,unit,status,reason"


def run(line: str) -> Result:
    return CliRunner().invoke(cli, line.split())


def table(line: str) -> pd.DataFrame:
    """The table that is printed, read back and checked."""
    result = run(f"table {line}")
    assert (result.exit_code, result.stderr) == (0, "")
    read_back = pd.read_csv(io.BytesIO(result.stdout_bytes), dtype=dict.fromkeys(COLUMNS, "str"), keep_default_na=False)
    return check(read_back.assign(value=pd.to_numeric(read_back["value"])).astype({"value": "float64"}))


def figure(line: str) -> float:
    """The one value that is printed."""
    (value,) = table(line)["value"]
    return float(value)


def process(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "cli.py", *words], cwd=ROOT, capture_output=True, env=os.environ | environment, check=False
    )


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("--region 1275 --measure yoy --item TOTAL --period 2023", "5.0422"),
        ("--region 1275 --measure contribution_yoy --item TRADE --period 2023", "1.3968"),
        ("--region 1275 --measure contribution_yoy --item SERVICES --period 2023", "2.4196"),
        ("--region 1275 --measure yoy --item TOTAL --period 2022", "4.71"),
        ("--region 1275 --measure yoy --item TOTAL --period 2024", "5.07"),
        ("--region 1275 --measure yoy --item TOTAL --period 2025", "5.10"),
        ("--region 1275 --measure yoy --item TOTAL --period 2020", "-1.98"),
        ("--region 12 --measure yoy --item TOTAL --period 2024-Q4", "5.10"),
        ("--region 12 --measure qtq --item TOTAL --period 2024-Q4", "0.44"),
        ("--region 12 --measure ctc --item TOTAL --period 2024-Q4", "5.03"),
        ("--region 1275 --measure share --item PRIMARY --period 2025", "0.91"),
        ("--region 1275 --measure share --item SECONDARY --period 2025", "31.71"),
        ("--region 1275 --measure share --item TERTIARY --period 2025", "67.38"),
        ("--region 1275 --measure cagr --item TOTAL --period 2021/2025", "4.98"),
        ("--region 1275 --measure deflator --item TERTIARY --period 2025", "181.59"),
        ("--region 12 --measure per_capita --item TOTAL --period 2010", "25412.07"),
    ],
)
def test_figures_come_out_as_published(line: str, printed: str) -> None:
    assert str(half_away(figure(line), len(printed.partition(".")[2]))) == printed


@pytest.mark.parametrize("year", ["2022", "2023", "2024", "2025"])
def test_contributions_and_residual_add_to_the_growth_of_the_total(year: str) -> None:
    parts = table(f"--region 1275 --measure contribution_yoy --period {year}").set_index("item")["value"]
    growth = figure(f"--region 1275 --measure yoy --item TOTAL --period {year}")
    assert parts[[*INDUSTRIES, RESIDUAL]].sum() == pytest.approx(growth, abs=1e-9)


@pytest.mark.parametrize("region", ["1275", "12"])
@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_prints_a_sound_table_in_bps_order(region: str, measure: str) -> None:
    printed = table(f"--region {region} --measure {measure}") if _has_rows(region, measure) else None
    if printed is not None:
        assert set(printed["measure"]) == {measure} and set(printed["region"]) == {region}
        rows = [(order(item), period) for item, period in zip(printed["item"], printed["period"], strict=True)]
        assert rows == sorted(rows)
        assert not set(printed["item"]) & set(GROUPS)
        assert (RESIDUAL in set(printed["item"])) == measure.startswith("contribution")


def _has_rows(region: str, measure: str) -> bool:
    result = run(f"table --region {region} --measure {measure}")
    assert result.exit_code == 0 and "Traceback" not in result.output
    return result.stdout.count("\n") > 1


@pytest.mark.parametrize(
    ("line", "basis", "frequency"),
    [
        ("--measure yoy", "constant_2010", "A"),
        ("--measure level", "constant_2010", "A"),
        ("--measure yoy --price-basis current", "current", "A"),
        ("--measure share", "current", "A"),
        ("--measure per_capita", "current", "A"),
        ("--measure deflator", "implicit", "A"),
        ("--measure deflator --price-basis implicit", "implicit", "A"),
        ("--measure volume_effect", "implicit", "A"),
        ("--measure yoy --period 2024-Q1", "constant_2010", "Q"),
        ("--measure qtq", "constant_2010", "Q"),
        ("--measure ctc --period 2024", "constant_2010", "Q"),
        ("--measure contribution_ctc", "constant_2010", "Q"),
        ("--measure deflator_qtq", "implicit", "Q"),
    ],
)
def test_what_is_not_asked_for_has_a_default(line: str, basis: str, frequency: str) -> None:
    printed = table(f"--region 12 {line}")
    assert (set(printed["price_basis"]), set(printed["frequency"])) == ({basis}, {frequency})
    assert set(printed["approach"]) == {"production"}


def test_a_year_at_quarterly_frequency_is_its_quarters() -> None:
    printed = table("--region 12 --measure yoy --item TOTAL --frequency Q --period 2023")
    assert printed["period"].tolist() == ["2023-Q1", "2023-Q2", "2023-Q3", "2023-Q4"]


def test_items_repeat_and_come_in_bps_order() -> None:
    printed = table("--region 1275 --measure yoy --period 2023 --item TOTAL --item TRADE --item G --item A --item G")
    assert printed["item"].tolist() == ["A", "G", "TRADE", "TOTAL"]


def test_without_items_the_seventeen_and_total_stand() -> None:
    printed = table("--region 1275 --measure yoy --period 2023")
    assert printed["item"].tolist() == [*INDUSTRIES, "TOTAL"]


def test_an_index_has_the_base_that_is_asked_for_or_says_which_it_has() -> None:
    total = table("--region 1275 --measure index --item TOTAL --base 2021").set_index("period")
    assert total.at["2021", "value"] == 100 and total.at["2021", "reason"] == ""
    trade = table("--region 1275 --measure index --item G").set_index("period")
    assert trade.at["2021", "value"] == 100 and trade.at["2020", "reason"] == "missing_input"
    assert set(trade.loc["2021":, "reason"]) == {"rebased_2021"}


def test_what_cannot_be_computed_is_a_row_with_a_reason() -> None:
    (row,) = table("--region 1275 --measure yoy --item TOTAL --period 2010").to_dict("records")
    assert row["reason"] == "no_predecessor" and pd.isna(row["value"])


@pytest.mark.parametrize("line", ["--measure yoy --period 1999", "--measure per_capita --frequency Q"])
def test_no_row_is_the_header_and_a_sentence(line: str) -> None:
    result = run(f"table --region 1275 {line}")
    assert (result.exit_code, result.stdout) == (0, f"{HEADER}\n")
    assert result.stderr.startswith("Tidak ada baris: edisi ") and result.stderr.count("\n") == 1


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


@pytest.mark.parametrize(("line", "option", "found", "expected"), WRONG, ids=[line for line, *_ in WRONG])
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


def test_an_older_edition_holds_what_was_known_then() -> None:
    line = "--region 1275 --measure level --item TOTAL --period 2020"
    assert figure(f"{line} --edition 1") == 153669.77583
    assert figure(line) == figure(f"{line} --edition {store.edition().number}") == 153669.95


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


@pytest.mark.parametrize(("lang", "words"), [("id", "Kode wilayah BPS"), ("en", "BPS region code")])
def test_help_speaks_both_languages(lang: str, words: str) -> None:
    result = run(f"table --help --lang {lang}")
    assert result.exit_code == 0 and words in result.stdout
    assert "contribution_yoy" in result.stdout


def test_without_a_command_there_is_help() -> None:
    result = run("")
    assert result.exit_code == 0 and "sentence" in result.stdout


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


def test_the_terminal_draws_nothing_and_so_loads_nothing_that_draws() -> None:
    program = (
        "import sys, contextlib\nfrom cli import cli\n"
        "with contextlib.suppress(SystemExit): cli(['sentence', '--region', '1275', '--period', '2023'])\n"
        "print(sorted({'streamlit', 'plotly', 'charts', 'xlsxwriter', 'openpyxl'} & set(sys.modules)))"
    )
    printed = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True)
    assert printed.stdout.decode("utf-8").splitlines()[1:] == ["[]"]
