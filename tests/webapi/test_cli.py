"""`cli.py bps`: what it writes, prints and returns; what it refuses; and that it goes on where it was killed.

The figures are made up; those of the fake BPS have the size of what the edition has.
"""

import csv
import io
import json
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data import store
from tests.terminal import ROOT, Ran, run
from tests.webapi import fake
from tests.webapi.conftest import data
from text.lookup import regions


@pytest.fixture(autouse=True)
def sized(bps: fake.Bps, own_office: Path) -> fake.Bps:
    """Figures of the size of those that the edition has, and an office of its own."""
    obs = store.edition().observations
    wanted = (obs["item"] == "TOTAL") & (obs["price_basis"] == "constant_2010") & (obs["period"] == "2023")
    totals = obs[wanted & (obs["approach"] == "expenditure") & (obs["measure"] == "level")]
    bps.tables["2775"].sizes = dict(zip(totals["region"], totals["value"], strict=True)) | {}
    bps.tables["2775"].sizes = {region: bps.tables["2775"].sizes[region] for region in regions()}
    return bps


KILLS = 6


class Fetch:
    """`bps fetch` in a folder: what it did, its rows and what it found."""

    def __init__(self, folder: Path, *words: object) -> None:
        out, problems = folder / "out.csv", folder / "problems.json"
        self.ran: Ran = run("bps", "fetch", "--out", out, "--problems", problems, *words)
        self.rows = list(csv.DictReader(io.StringIO(out.read_text()))) if out.exists() else None
        self.codes = [one["code"] for one in json.loads(problems.read_bytes())] if problems.exists() else None


def test_a_table_is_fetched_as_a_file_is_read(bps: fake.Bps, tmp_path: Path) -> None:
    done = Fetch(tmp_path, "--table", "2775", "--region", "1275", "--years", "2025:2026")
    assert done.ran.code == 0 and done.ran.out == ""
    assert bps.asked == [data(2026), data(2025)]
    assert {(row["region"], row["period"][:4]) for row in done.rows} == {("1275", "2025"), ("1275", "2026")}
    assert len(done.rows) == 2 * 5 * 18 and "reason" not in done.rows[0]
    assert "status_missing" in done.codes and "Diambil dari BPS: tabel 2775" in done.ran.err
    assert (
        Fetch(tmp_path, "--table", "2775", "--region", "12,1201", "--region", "1275", "--years", "2026").ran.code == 0
    )
    assert Fetch(tmp_path, "--table", "2775", "--years", "2026").rows[-1]["region"] == regions()[-1]


def test_a_table_of_another_site_is_named_by_its_domain(bps: fake.Bps, tmp_path: Path) -> None:
    Fetch(tmp_path, "--table", "4711", "--years", "2026")
    Fetch(tmp_path, "--table", "2775", "--domain", "1200", "--years", "2026")
    assert [question.split("/")[6:9] for question in bps.asked] == [["1275", "var", "4711"], ["1200", "var", "2775"]]


def test_errors_in_the_figures_give_the_exit_code_of_read(bps: fake.Bps, tmp_path: Path) -> None:
    spoilt = bps.tables["2775"].answer([2026])
    spoilt["datacontent"][f"12752775{2005}12631"] += 5000
    bps.trouble = lambda number, question: fake.said(spoilt)
    done = Fetch(tmp_path, "--table", "2775", "--region", "1275", "--years", "2026")
    assert done.ran.code == 1 and "total_mismatch" in done.codes and done.rows


@pytest.mark.parametrize(
    ("answer", "code", "told"),
    [
        (fake.said({}, 401), "source_unreachable", "menolak kunci"),
        ((403, {"Content-Type": "text/html"}, b"<html>"), "source_unreachable", "Penjaga"),
        ((500, {}, b""), "source_unreachable", "HTTP 500"),
        (fake.said({"status": "OK", "data-availability": "not-available"}), "no_data_found", "tidak mempunyai angka"),
    ],
)
def test_a_table_that_does_not_arrive_is_told_and_leaves_no_rows(
    bps: fake.Bps, tmp_path: Path, answer: fake.Answer, code: str, told: str
) -> None:
    bps.trouble = lambda number, question: answer
    done = Fetch(tmp_path, "--table", "2775", "--years", "2026")
    assert (done.ran.code, done.ran.out, done.rows, done.codes) == (2, "", [], [code])
    assert told in done.ran.err and done.ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--table", "abc"), "2775"),
        (("--table", "2775", "--domain", "12"), "Situs BPS"),
        (("--table", "2775", "--region", "3171"), "--region"),
        (("--table", "2775", "--years", "2026:2025"), "--years"),
        (("--table", "2775", "--years", "1900:2026"), "--years"),
        (("--table", "2775", "--years", "26"), "--years"),
        (("--table", "2775", "--submit"), "--by"),
        (("--table", "2775", "--submit", "--by", "budi"), "analis"),
        (("--table", "2775", "--submit", "--by", "nobody"), "nobody"),
        ((), "--table"),
    ],
)
def test_wrong_words_are_told_before_anything_is_asked(
    bps: fake.Bps, tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    done = Fetch(tmp_path, *words)
    assert done.ran.refused and told in done.ran.err
    assert (bps.asked, done.rows, done.codes) == ([], None, None)


def test_without_a_key_or_with_a_strange_address_nothing_is_asked(
    bps: fake.Bps, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BPS_WEBAPI_URL", "http://example.com/v1/api")
    done = Fetch(tmp_path, "--table", "2775", "--years", "2026", "--lang", "en")
    assert done.ran.refused and "may only be" in done.ran.err and done.rows is None
    monkeypatch.setenv("BPS_WEBAPI_URL", bps.address)
    monkeypatch.delenv("BPS_WEBAPI_KEY")
    done = Fetch(tmp_path, "--table", "2775", "--years", "2026", "--lang", "en")
    assert done.ran.refused and "Register at webapi.bps.go.id" in done.ran.err and done.rows is None
    assert bps.asked == []


def test_a_fetched_table_is_handed_in_with_its_file_and_where_it_is_from(bps: fake.Bps, tmp_path: Path) -> None:
    words = ("--table", "2775", "--region", "1275", "--years", "2026", "--submit", "--by", "ana")
    done = Fetch(tmp_path, *words)
    assert done.ran.code == 0, done.ran
    made = store.submission(int(done.ran.last))
    assert (made.created_by, made.origin.table, made.rows) == ("ana", "2775", len(done.rows))
    assert made.origin.url == f"{bps.address}/list/model/data/lang/ind/domain/0000/var/2775/th/126"
    assert made.origin.short_id == "BPS, WebAPI, tabel 2775" and made.origin.dated == "2026-05-05"
    assert "Diambil dari WebAPI BPS pada " in made.origin.caveat_id and " WIB" in made.origin.caveat_en
    raw = json.loads(store.file_of(made.id))
    assert raw["replies"] == [bps.tables["2775"].answer([2026])]
    assert set(store.observations_of(made.id)["region"]) == {"1275"}
    assert Fetch(tmp_path, *words).ran.last == done.ran.last


def test_what_stands_in_the_way_of_handing_in_is_told(bps: fake.Bps, tmp_path: Path) -> None:
    spoilt = bps.tables["2775"].answer([2026])
    spoilt["datacontent"][f"12752775{2005}12631"] += 5000
    bps.trouble = lambda number, question: fake.said(spoilt)
    words = ("--table", "2775", "--region", "1275", "--years", "2026", "--submit", "--by", "ana")
    assert Fetch(tmp_path, *words).ran.code == 1 and store.submissions() == ()
    assert Fetch(tmp_path, *words, "--reason", "Sesuai BPS").ran.code == 0


def test_tables_are_listed_as_csv(bps: fake.Bps) -> None:
    bps.lists["var"] = [{"var_id": n, "title": f"Tabel {n}", "unit": "Jiwa"} for n in range(25)]
    bps.lists["var"].append({"var_id": 2775, "title": "PDRB, <i>triwulanan</i>", "unit": "Milyar Rupiah"})
    ran = run("bps", "list", "--domain", "1275", "--search", "pdrb")
    assert (ran.code, ran.out.splitlines()[0]) == (0, "table,title,unit,updated,years")
    assert [(row["table"], row["title"]) for row in ran.rows] == [("2775", "PDRB, triwulanan")]
    assert bps.asked[0] == "list/model/var/lang/ind/domain/1275/keyword/pdrb"
    assert run("bps", "list", "--domain", "x").refused and run("bps", "list", "--kind", "x").refused
    bps.trouble = lambda number, question: (500, {}, b"")
    assert run("bps", "list").refused


def test_a_check_says_whether_bps_has_anything_newer(bps: fake.Bps) -> None:
    ran = run("bps", "check", "--table", "2775")
    assert ran.code == 1 and "lebih baru daripada edisi 18" in ran.err
    (row,) = ran.rows
    assert (row["table"], row["year"], row["updated"], row["newest"]) == ("2775", "2026", "2026-05-05", "2026-Q4")
    assert int(row["new"]) and int(row["revised"])
    bps.tables["2775"].years = (2030,)
    bps.trouble = lambda number, question: (
        fake.said({"status": "OK", "data-availability": "not-available"}) if "/data/" in question else None
    )
    ran = run("bps", "check", "--table", "2775", "--lang", "en")
    assert (ran.code, ran.rows[0]["new"]) == (0, "0") and "nothing newer" in ran.err


def held(home: Path) -> set[str]:
    """The questions whose answers a fetch that is under way has."""
    return {json.loads(path.read_text())["question"] for path in (home / "webapi" / "underway").glob("*/*.json")}


def test_a_fetch_that_is_killed_goes_on_without_asking_for_what_it_has(
    bps: fake.Bps, own_office: Path, tmp_path: Path
) -> None:
    """The real command, killed by the system at any moment; the answers take a while, so that it is killed between."""

    def slowly(number: int, question: str) -> None:
        time.sleep(0.15)

    bps.trouble, chance, kills = slowly, random.Random(9), 0
    years = range(2017, 2027)
    bps.tables["2775"].years = tuple(years)
    out = tmp_path / "out.csv"
    words = ["--table", "2775", "--region", "1275", "--years", "2017:2026", "--out", str(out), "--problems"]
    command = [sys.executable, "cli.py", "bps", "fetch", *words, str(tmp_path / "p.json")]
    while True:
        had, before = held(own_office), len(bps.asked)
        process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        until = time.monotonic() + 60
        while kills < KILLS and len(bps.asked) == before and process.poll() is None and time.monotonic() < until:
            time.sleep(0.01)
        time.sleep(chance.uniform(0, 0.5) if kills < KILLS else 0)
        if kills < KILLS:
            process.kill()
        code = process.wait()
        assert not had & set(bps.asked[before:])
        if code != -9:
            break
        assert not out.exists()
        kills += 1
    assert code == 0 and kills == KILLS and held(own_office) == set()
    assert out.read_text().count("\n") == 1 + len(years) * 5 * 18


def test_a_check_goes_through_all_declared_tables_that_could_be_handed_in(bps: fake.Bps) -> None:
    ran = run("bps", "check")
    assert ran.code == 1 and [row["table"] for row in ran.rows][0] == "2775"
    assert {row["year"] for row in ran.rows[1:]} == {""} and "288" not in {row["table"] for row in ran.rows}
