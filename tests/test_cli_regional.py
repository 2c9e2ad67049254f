"""`regional`: the columns, components and periods of every method, and a sentence for what does not fit."""

import csv
import json
from io import StringIO

import pytest
from click.testing import CliRunner, Result

from cli import cli
from model.items import INDUSTRIES

MEDAN = ["--region", "1275", "--reference", "12", "--from", "2021", "--to", "2024"]
YEARS = {"2021", "2022", "2023", "2024"}
SPAN = {"2021/2024"}
INDUSTRY = set(INDUSTRIES)


def asked(*words: str) -> Result:
    return CliRunner().invoke(cli, ["regional", *words])


def rows(*words: str) -> list[dict[str, str]]:
    result = asked(*words)
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("item,period,component,value,unit\n")
    return list(csv.DictReader(StringIO(result.stdout)))


@pytest.mark.parametrize(
    ("words", "items", "periods", "components"),
    [
        ("lq", INDUSTRY, YEARS, ["lq"]),
        ("dlq", INDUSTRY, SPAN, ["dlq", "dlq_power"]),
        ("shift-share", INDUSTRY | {"TOTAL"}, SPAN, ["national", "mix", "competitive", "total"]),
        ("shift-share --variant barff-knight", INDUSTRY | {"TOTAL"}, SPAN, ["national", "mix", "competitive", "total"]),
        (
            "shift-share --variant esteban-marquillas",
            INDUSTRY | {"TOTAL"}, SPAN, ["national", "mix", "competitive", "allocation", "total"],
        ),
        ("klassen", INDUSTRY, SPAN, ["growth_region", "growth_reference", "share_region", "share_reference", "class"]),
        (
            "klassen --variant region",
            {"TOTAL"}, SPAN, ["growth_region", "growth_reference", "share_region", "share_reference", "class"],
        ),
        ("growth-share", INDUSTRY, SPAN, ["lq", "growth", "level", "line_lq", "line_growth", "class"]),
        ("krugman", {"TOTAL"}, YEARS, ["krugman"]),
        ("herfindahl", {"TOTAL"}, YEARS, ["herfindahl", "normalised", "equivalents"]),
        ("theil", {"TOTAL"}, YEARS, ["t", "l"]),
        ("williamson", {"TOTAL"}, YEARS, ["williamson"]),
        ("elasticity", {"TOTAL"}, SPAN, ["elasticity"]),
    ],
)  # fmt: skip
def test_a_method_prints_its_components(words: str, items: set[str], periods: set[str], components: list[str]) -> None:
    found = rows("--method", *words.split(), *MEDAN)
    assert {row["item"] for row in found} == items
    assert {row["period"] for row in found} == periods
    assert list(dict.fromkeys(row["component"] for row in found)) == components
    assert len(found) == len(items) * len(periods) * len(components)
    assert all(row["value"] for row in found)


def test_twins_are_the_other_regencies_and_cities() -> None:
    found = rows("--method", "twins", *MEDAN)
    assert {row["component"] for row in found} == {"similarity"} and {row["period"] for row in found} == YEARS
    assert len({row["item"] for row in found}) == 32 and "1275" not in {row["item"] for row in found}
    assert any(not row["value"] for row in found)  # regions of which the edition has no industries


def test_what_is_left_out_is_the_province_and_the_years_there_are() -> None:
    assert rows("--method", "dlq", "--region", "1275")[0]["period"] == "2021/2025"
    assert {row["period"] for row in rows("--method", "krugman", "--region", "1275")} == {*YEARS, "2025"}


def test_json_is_a_list_of_objects_with_null() -> None:
    found = json.loads(asked("--method", "twins", *MEDAN, "--format", "json").stdout)
    assert set(found[0]) == {"item", "period", "component", "value", "unit"}
    assert None in {row["value"] for row in found}


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--method foo --region 1275", "shift-share"),
        ("--region 1275", "--method"),
        ("--method lq --region 9", "--region"),
        ("--method lq --region 1275 --reference 77", "--reference"),
        ("--method lq --region 1275 --variant dunn", "--variant"),
        ("--method klassen --region 1275 --variant dunn", "industry, region"),
        ("--method lq --region 1275 --from 2024 --to 2021", "--from"),
        ("--method dlq --region 1275 --from 2024 --to 2024", "--from"),
        ("--method lq --region 1275 --from 1999 --to 2024", "1999"),
        ("--method lq --region 1275 --from 24 --to 2024", "--from"),
        ("--method lq --region 1275 --format xlsx", "csv, json"),
        ("--method theil --region 1275 --reference 1201", "1201"),
        ("--method lq --region 1201", "1201"),
    ],
)
def test_what_does_not_fit_is_one_sentence(words: str, told: str) -> None:
    for lang in ("id", "en"):
        result = asked(*words.split(), "--lang", lang)
        assert (result.exit_code, result.stdout) == (2, "")
        assert len(result.stderr.splitlines()) == 1 and told in result.stderr
