"""What was recognised in a file, in words; the tables are made up (`tests/workbooks`)."""

import pandas as pd
import pytest

from data.workbook import Reading, read_here
from tests.workbooks.make import Recipe, make
from views.recognised import Table, recognised


def tables(reading: Reading, lang: str = "id") -> list[Table]:
    return list(recognised(reading.observations, reading.cells, reading.printed, reading.printed_cells, lang))


def read(recipe: Recipe) -> Reading:
    made = make(recipe)
    return read_here(made.content(), made.name, made.answers)


def test_each_table_of_a_sheet_is_told_with_its_place() -> None:
    made = make(Recipe("stacked", parts=False))
    found = tables(read_here(made.content(), made.name, made.answers))
    assert [(table.content, table.region, table.unit) for table in found] == [
        ("PDRB menurut lapangan usaha, harga berlaku", "Kota Medan", "miliar rupiah"),
        ("PDRB menurut lapangan usaha, harga konstan 2010", "Kota Medan", "miliar rupiah"),
    ]
    assert [table.periods for table in found] == ["2023–2024 dan Tw I-2023–Tw IV-2024"] * 2
    assert [table.figures for table in found] == ["180", "180"]
    rows = sorted({row + 1 for _, row, _ in made.where.values()})
    assert [table.place for table in found] == [f"Prod1 D{rows[0]}:M{rows[17]}", f"Prod1 D{rows[18]}:M{rows[35]}"]


def test_the_expenditure_side_and_english() -> None:
    (first, *_) = tables(read(Recipe("exp_sheet", parts=False)), "en")
    assert first.content.startswith("GRDP by expenditure, ")
    assert first.unit == "billion rupiah"


def test_derived_tables_follow_those_of_levels() -> None:
    found = tables(read(Recipe("publication")))
    kinds = [table.content.split(" menurut")[0] for table in found]
    assert kinds == sorted(kinds, key=lambda kind: kind != "PDRB")


def test_a_table_of_many_regions_counts_them() -> None:
    reading = read(Recipe("stacked", parts=False))
    obs = pd.concat([reading.observations, reading.observations.assign(region="1276")], ignore_index=True)
    cells = pd.concat([reading.cells, reading.cells], ignore_index=True)
    found = recognised(obs, cells, obs[:0], cells[:0], "id")
    assert {table.region for table in found} == {"2 wilayah"}


@pytest.mark.parametrize("family", ["webapi", "simdasi"])
def test_what_has_no_cells_is_told_without_a_place(family: str) -> None:
    for table in tables(read(Recipe(family))):
        assert table.content and table.region and ":" not in table.place


def test_nothing_read_is_no_table() -> None:
    assert tables(Reading()) == []


def test_columns_beyond_z_come_after_those_before() -> None:
    obs = read(Recipe("stacked", parts=False)).observations[:2]
    cells = pd.DataFrame({"sheet": "A", "cell": ["Z4", "AB9"], "digits": 2, "table": 1}, index=obs.index)
    assert recognised(obs, cells, obs[:0], cells[:0], "id")[0].place == "A Z4:AB9"
