"""What ships is complete, says where it comes from, and cannot be changed unnoticed."""

import csv
import re
import shutil
import tomllib
from dataclasses import fields
from datetime import date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from data import shipped
from data.canonical import canonical
from model.observations import check
from model.release import Origin

RELEASES = shipped.read_all()
BOTH = [field.name.removesuffix("_id") for field in fields(Origin) if field.name.endswith("_id")]

COUNTS = {
    "01-superseded-values": 43,
    "02-webapi-2193-regencies-expenditure-current": 3696,
    "03-webapi-2194-regencies-expenditure-constant": 3234,
    "04-webapi-534-province-expenditure-current": 540,
    "05-webapi-533-province-expenditure-constant": 540,
    "06-webapi-288-per-capita-2010-2017": 32,
    "07-webapi-288-per-capita-2018-2025": 32,
    "08-table-2533-regencies-groups-current-2025": 660,
    "09-regencies-per-capita-constant-2016-2024": 297,
    "10-table-2194-regencies-total-constant-2010-2025": 594,
    "11-table-2194-regencies-gfcf-constant-2024-2025": 66,
    "12-table-2194-regencies-government-constant-2024-2025": 66,
    "13-publication-2026-regencies-per-capita-current": 165,
    "14-retyped-regencies-industries-constant-2021-2025": 2329,
    "15-provinces-quarterly-industries-current-2020-2026": 558,
    "16-provinces-quarterly-industries-constant-2020-2026": 558,
    "17-table-2775-regencies-industries-constant-2026": 1188,
    "18-table-2776-regencies-manufacturing-current-2026": 132,
}


def rows(release_id: str) -> list[dict[str, str]]:
    with (shipped.TABLES / release_id / "observations.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_table_is_there_with_its_rows():
    assert {release.id: len(release.observations) for release in RELEASES} == COUNTS
    assert sum(COUNTS.values()) == 14161 + 526 + 43


def test_order_is_the_prefix_of_the_name_and_all_take_effect_the_day_they_were_gathered():
    assert [release.order for release in RELEASES] == [int(release.id[:2]) for release in RELEASES]
    assert {release.effective_at for release in RELEASES} == {datetime.fromisoformat("2026-11-24T00:00:00+07:00")}


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.id)
def test_values_are_the_nearest_floats_of_the_text(release):
    check(release.observations)
    written = rows(release.id)
    assert release.observations["value"].tolist() == [float(row["value"]) for row in written]
    for name in ("region", "item", "period", "status", "unit"):
        assert release.observations[name].tolist() == [row[name] for row in written]


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.id)
def test_files_are_short_plain_utf8(release):
    content = (shipped.TABLES / release.id / "observations.csv").read_bytes()
    assert b"\r" not in content and b'"' not in content and content.endswith(b"\n") and content.isascii()
    assert sha256(content).hexdigest() == release.sha256
    assert canonical(release.observations).count(b"\n") == content.count(b"\n")


@pytest.mark.parametrize("release", RELEASES, ids=lambda release: release.id)
def test_every_origin_is_complete_in_both_languages(release):
    origin = release.origin
    assert set(BOTH) == {"publisher", "title", "licence", "caveat", "short"}
    for name in BOTH:
        indonesian, english = origin.words(name, "id"), origin.words(name, "en")
        assert indonesian.strip() and english.strip()
        assert indonesian != english or (name == "short" and not re.search("[a-z]", indonesian.replace("WebAPI", "")))
    assert origin.url.startswith("https://") and origin.retrieved == date(2026, 11, 24)
    assert origin.repository and origin.path and origin.commit
    assert origin.table == "" or origin.table.isdigit()
    for text in (origin.dated, origin.copied):
        assert re.fullmatch(r"(20\d\d(-\d\d(-\d\d)?)?)?", text)
    numbers = [sorted(re.findall(r"\d+", origin.words("caveat", lang))) for lang in ("id", "en")]
    assert numbers[0] == numbers[1], "the two caveats name different figures"


def test_the_source_line_of_retyped_figures_says_so():
    origin = next(release.origin for release in RELEASES if release.id.startswith("14-retyped"))
    assert origin.short_id == "BPS, diketik ulang pihak ketiga, tanpa nomor tabel"
    assert origin.short_en == "BPS, retyped by a third party, no table number"
    assert "ketiga" in origin.publisher_id and "third party" in origin.publisher_en


def test_each_superseded_value_keeps_its_source_and_vintage():
    folder = shipped.TABLES / "01-superseded-values"
    with (folder / "vintages.csv").open(encoding="utf-8", newline="") as lines:
        vintages = list(csv.DictReader(lines))
    key = [name for name in vintages[0] if name not in ("source", "vintage")]
    assert [[row[name] for name in key] for row in vintages] == [
        [row[name] for name in key] for row in rows("01-superseded-values")
    ]
    parts = tomllib.loads((folder / "origin.toml").read_text(encoding="utf-8"))["part"]
    assert {row["source"] for row in vintages} == {part["id"] for part in parts}
    assert all(row["vintage"] for row in vintages) and all(part["url"] for part in parts)


@pytest.fixture
def copy(tmp_path) -> Path:
    return Path(shutil.copytree(shipped.TABLES / "01-superseded-values", tmp_path / "01-superseded-values"))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_bytes(text.replace(old, new, 1).encode())


def seal(folder: Path) -> None:
    """State the SHA-256 of the observations as they now are."""
    digest = sha256((folder / "observations.csv").read_bytes()).hexdigest()
    origin = folder / "origin.toml"
    origin.write_bytes(re.sub(rb"[0-9a-f]{64}", digest.encode(), origin.read_bytes(), count=1))


def test_a_changed_figure_is_noticed(copy):
    stated = shipped.read(copy).sha256
    change(copy / "observations.csv", "153669.77583", "153669.77584")
    with pytest.raises(shipped.UnsoundTable, match=rf"observations\.csv: SHA-256 is [0-9a-f]{{64}}, expected {stated}"):
        shipped.read(copy)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("153238,", "153.238,5,", "line 2: 11 fields, expected 10"),
        ("153238,", "n/a,", r"line 2: value is 'n/a', expected a decimal number"),
        ("153238,", "inf,", r"line 2: value is 'inf'"),
        ("103289,", ",", r"line 3: value is ''"),
        ("production,A,", "production,Z9,", r"unknown item: \['Z9'\]"),
        (",2023,", ",2023-Q1,", r"period '2023-Q1' does not fit frequency 'A'"),
        (",very_preliminary", ",provisional", r"unknown status: \['provisional'\]"),
        ("item,", "industry,", r"columns are .*'industry'.*, expected .*'item'"),
        ("production,C,", "production,A,", "key stands twice"),
    ],
)
def test_an_unsound_table_is_refused_with_what_was_found(copy, old, new, message):
    change(copy / "observations.csv", old, new)
    seal(copy)
    with pytest.raises(shipped.UnsoundTable, match=rf"(?s)observations\.csv.*{message}"):
        shipped.read(copy)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("caveat_en = ", "caveat_fr = ", r"missing \['caveat_en'\], not expected \['caveat_fr'\]"),
        ("order = 1", 'order = "1"', r"found \{'order': 'str'\}, expected \{ ?'order': 'int' ?\}"),
        ("+07:00", "", "effective_at is 2026-11-24 00:00:00, expected an offset"),
    ],
)
def test_an_incomplete_origin_is_refused(copy, old, new, message):
    change(copy / "origin.toml", old, new)
    with pytest.raises(shipped.UnsoundTable, match=rf"origin\.toml: {message}"):
        shipped.read(copy)


def test_two_releases_of_one_order_are_refused(copy):
    shutil.copytree(copy, copy.with_name("02-again"))
    with pytest.raises(shipped.UnsoundTable, match=r"orders of the origins are \[1, 1\], expected 1 to 2"):
        shipped.read_all(copy.parent)
