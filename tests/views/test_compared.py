"""Two editions side by side, one figure through all, and what was revised since; figures are synthetic."""

import pandas as pd
import pytest

from data.difference import difference
from model.observations import WITHDRAWN, levels
from stats.revision import applied
from text.lookup import LANGUAGES
from views import revised, traced
from views.compared import as_handed_in

OLD = levels({"A": {"2023": 10.0, "2024": 11.0}, "G": {"2023": 5.0}})
NEW = levels({"A": {"2023": 10.0, "2024": 11.5}, "H": {"2024": 7.0}})


def said(obs: pd.DataFrame) -> set[tuple]:
    return set(obs[["item", "period", "value"]].itertuples(index=False, name=None))


def test_what_is_handed_in_turns_the_first_edition_into_the_second() -> None:
    rows = as_handed_in(difference(OLD, NEW), NEW, "1275")
    assert rows.loc[rows["status"] == WITHDRAWN, "item"].tolist() == ["G"]
    assert said(applied(OLD, rows)) == said(NEW)
    assert as_handed_in(difference(OLD, NEW), NEW, "12").empty


def test_tables_without_a_difference_are_left_out() -> None:
    current = levels({"A": {"2023": 20.0}}, price_basis="current")
    old, new = (pd.concat([obs, current], ignore_index=True) for obs in (OLD, NEW))
    rows = as_handed_in(difference(old, new), new, "1275")
    assert set(rows["price_basis"]) == {"constant_2010"} and len(rows) == len(NEW) + 1


def test_what_was_revised_is_counted_and_the_largest_is_named() -> None:
    found = revised.revised(OLD, NEW, "1275")
    assert (found.count, found.added) == (1, 1)
    assert revised.sentence(found, "1275", "id") == (
        "Sejak itu 1 angka Kota Medan direvisi; yang terbesar pertanian 2024 menurut lapangan usaha atas dasar harga "
        "konstan 2010, dari 11,00 menjadi 11,50 miliar rupiah."
    )
    assert revised.sentence(revised.revised(OLD, NEW, "12"), "12", "en") == (
        "The figures of Sumatera Utara have not changed since."
    )
    more = levels({"C": {"2023": 1.0, "2024": 2.0}})
    assert revised.sentence(revised.revised(OLD, more, "1275"), "1275", "id") == (
        "Sejak itu 2 angka Kota Medan ditambahkan dan tidak ada yang direvisi."
    )


def test_a_change_in_rupiah_goes_before_a_larger_number_per_head() -> None:
    heads = [
        levels({"TOTAL": {"2023": value}}).assign(measure="per_capita", unit="thousand_idr") for value in (1e5, 2e5)
    ]
    old, new = (pd.concat([obs, head], ignore_index=True) for obs, head in zip((OLD, NEW), heads, strict=True))
    found = revised.revised(old, new, "1275")
    assert found.count == 2 and found.largest is not None and found.largest["item"] == "A"


def history(*rows: tuple[int, float, str]) -> pd.DataFrame:
    made = levels({"G": {"2023": 1.0}})
    return pd.concat(
        [made.assign(edition=edition, value=value, status=status) for edition, value, status in rows],
        ignore_index=True,
    )


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (((3, 10.0, "final"),), "tetap 10,00 miliar rupiah sejak edisi 3."),
        (
            ((3, 10.0, "preliminary"), (5, 12.5, "final")),
            "berubah 1 kali sejak edisi 3: dari 10,00* menjadi 12,50 miliar rupiah.",
        ),
        (
            ((3, 10.0, "preliminary"), (5, 10.0, "final")),
            "tetap bernilai sama sejak edisi 3, tandanya berubah 1 kali: dari 10,00* menjadi 10,00 miliar rupiah.",
        ),
        (((3, 10.0, "final"), (6, float("nan"), WITHDRAWN)), "ditarik dalam edisi 6."),
    ],
)
def test_the_history_of_a_figure_in_a_sentence(rows: tuple, expected: str) -> None:
    told = traced.finding(history(*rows), "id")
    assert told == f"Perdagangan Kota Medan 2023 menurut lapangan usaha atas dasar harga konstan 2010 {expected}"


def test_each_change_is_that_from_the_row_before() -> None:
    rows = history((1, 10.0, "final"), (2, 9.5, "final"), (3, float("nan"), WITHDRAWN), (4, 11.0, "final"))
    assert traced.steps(rows, "id") == ["", "−0,50", "", ""]
    assert [traced.amount(row, "en") for _, row in rows.iterrows()] == ["10.00", "9.50", "–", "11.00"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_history_of_a_figure_per_head_says_so(lang: str) -> None:
    rows = history((1, 10.0, "final")).assign(measure="per_capita", unit="thousand_idr")
    assert ("per kapita" if lang == "id" else "per capita") in traced.finding(rows, lang)
