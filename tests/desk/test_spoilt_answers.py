"""Faults in answers of the WebAPI: a page of HTML, a dynamic table, a table of a yearbook."""

import copy
from collections.abc import Callable
from typing import Any

import pytest

from tests.desk.campaign import grave
from tests.workbooks.make import Recipe, make

Json = dict[str, Any]


def item_of(key: str) -> str:
    return key[8:12]


def lost_item(answer: Json) -> None:
    answer["turvar"] = [one for one in answer["turvar"] if one["val"] != 2009]
    answer["datacontent"] = {key: value for key, value in answer["datacontent"].items() if item_of(key) != "2009"}


def lost_quarter(answer: Json) -> None:
    answer["datacontent"] = {key: value for key, value in answer["datacontent"].items() if not key.endswith("12432")}


def unknown_item(answer: Json) -> None:
    answer["turvar"][3]["label"] = "<b>Ekonomi Kreatif</b>"


def unknown_region(answer: Json) -> None:
    answer["vervar"][1].update(val=1299, label="Kabupaten Antah")
    content = answer["datacontent"]
    answer["datacontent"] = {
        key.replace("1212", "1299", 1) if key[:4] == "1212" else key: value for key, value in content.items()
    }


def doubled_item(answer: Json) -> None:
    answer["turvar"].append({"val": 2099, "label": answer["turvar"][2]["label"]})
    content = answer["datacontent"]
    content |= {f"{key[:8]}2099{key[12:]}": 1.07 * value for key, value in content.items() if item_of(key) == "2007"}


def thousandfold_item(answer: Json) -> None:
    content = answer["datacontent"]
    answer["datacontent"] = {key: value * (1000 if item_of(key) == "2007" else 1) for key, value in content.items()}


def thousandfold_table(answer: Json) -> None:
    answer["datacontent"] = {key: value * 1000 for key, value in answer["datacontent"].items()}


def mistyped_figure(answer: Json) -> None:
    key = next(key for key in answer["datacontent"] if item_of(key) == "2011")
    answer["datacontent"][key] *= 10


OF_A_DYNAMIC_TABLE = (
    lost_item, lost_quarter, unknown_item, unknown_region, doubled_item, thousandfold_item, thousandfold_table,
    mistyped_figure,
)  # fmt: skip


@pytest.mark.parametrize("spoil", OF_A_DYNAMIC_TABLE, ids=lambda fault: fault.__name__)
def test_a_spoilt_dynamic_table_is_told(spoil: Callable[[Json], None]) -> None:
    made = make(Recipe(family="webapi", years=(2023, 2024)))
    assert grave(made) == []
    before = copy.deepcopy(made.json)
    spoil(made.json)
    assert made.json != before and grave(made)


def lost_row(answer: Json) -> None:
    del answer["data"][1]["data"][4]


def unknown_row(answer: Json) -> None:
    answer["data"][1]["data"][4].update(label="Ekonomi Kreatif", label_raw="Ekonomi Kreatif")


def doubled_row(answer: Json) -> None:
    rows = answer["data"][1]["data"]
    rows.insert(5, twin := copy.deepcopy(rows[4]))
    twin["variables"]["a1"].update(value="1.234", value_raw="1.234")


def mistyped_row(answer: Json) -> None:
    held = answer["data"][1]["data"][4]["variables"]["a1"]
    held.update(value=f"9{held['value']}", value_raw=f"9{held['value_raw']}")


@pytest.mark.parametrize("spoil", [lost_row, unknown_row, doubled_row, mistyped_row], ids=lambda fault: fault.__name__)
def test_a_spoilt_table_of_a_yearbook_is_told(spoil: Callable[[Json], None]) -> None:
    made = make(Recipe(family="simdasi"))
    assert grave(made) == []
    spoil(made.json)
    assert grave(made)


@pytest.mark.parametrize(
    ("right", "wrong"), [("Konstruksi", "Ekonomi Kreatif"), ("&lt;td&gt;E&lt;/td&gt;", "&lt;td&gt;F&lt;/td&gt;")]
)
def test_a_spoilt_page_of_html_is_told(right: str, wrong: str) -> None:
    made = make(Recipe(family="statictable"))
    assert grave(made) == []
    assert right in made.json["data"]["table"]
    made.json["data"]["table"] = made.json["data"]["table"].replace(right, wrong)
    assert grave(made)
