"""A table fetched: complete and equal whatever fails on the way, of one vintage, and nothing asked for twice."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from data import webapi
from data.webapi import Fetched, NothingThere, Unsound, WebApiError, cache
from data.workbook import read_here
from tests.webapi import fake
from tests.webapi.conftest import SIZES, YEARS, data
from text.lookup import regions

Fetch = Callable[..., Fetched]
SEED = 2
SMALL = {"12": 9000.0, "1275": 7000.0}
ITEMS = (*"ABCDEFGHIJKL", "MN", *"OPQ", "RSTU")


def rows(made: Fetched) -> dict[tuple[str, str, str], float]:
    """The figures of a fetched table as the reader has them."""
    obs = read_here(made.content, made.name).observations
    assert set(obs["price_basis"]) == {"constant_2010"} and set(obs["unit"]) == {"billion_idr"}
    return dict(zip(zip(obs["region"], obs["item"], obs["period"], strict=True), obs["value"], strict=True))


def expected(table: fake.Table, places: tuple[str, ...], years: tuple[int, ...]) -> dict[tuple[str, str, str], float]:
    """The figures that the fake BPS has, by another way than its answers."""
    found = {}
    for region in places:
        for year in years:
            for quarter in range(1, 5):
                made = {item: table.value(region, at, year, 30 + quarter) for at, item in enumerate(ITEMS)}
                made["TOTAL"] = round(sum(made.values()), 2)
                found |= {(region, item, f"{year}-Q{quarter}"): value for item, value in made.items()}
            for item in (*ITEMS, "TOTAL"):
                found[region, item, str(year)] = round(sum(found[region, item, f"{year}-Q{q}"] for q in range(1, 5)), 2)
    return found


def test_a_full_fetch_is_complete_and_equal_where_a_tenth_of_the_answers_fail(bps: fake.Bps, fetched: Fetch) -> None:
    """The seed is one with which some of these few answers do fail."""
    bps.trouble = fake.failing(random.Random(SEED), 0.1)
    found = rows(fetched(*YEARS, regions=regions()))
    assert found == pytest.approx(expected(bps.tables["2775"], regions(), YEARS), abs=0.005)
    assert len(found) == len(SIZES) * 18 * 5 * len(YEARS) and len(bps.asked) > len(YEARS)


@pytest.mark.parametrize("seed", range(4))
def test_a_long_fetch_is_so_too(bps: fake.Bps, fetched: Fetch, seed: int) -> None:
    bps.tables["2775"].years, bps.tables["2775"].sizes = tuple(range(2010, 2027)), SMALL
    bps.trouble = fake.failing(random.Random(seed), 0.3)
    found = rows(fetched(*range(2010, 2027)))
    assert found == pytest.approx(expected(bps.tables["2775"], ("1275",), tuple(range(2010, 2027))), abs=0.005)
    assert len(bps.asked) > 17


def test_only_the_regions_and_years_named_are_read_whatever_the_answers_hold(bps: fake.Bps, fetched: Fetch) -> None:
    table = bps.tables["2775"]
    table.whole = table.as_text = True
    made = fetched(2024, 2025, regions=("12", "1275"))
    assert rows(made) == pytest.approx(expected(table, ("12", "1275"), (2024, 2025)), abs=0.005)
    assert (
        read_here(made.content, made.name).problems
        == read_here(fetched(2024, 2025, regions=("12", "1275")).content, "").problems
    )
    assert not any(problem.code == "region_unknown" for problem in read_here(made.content, made.name).problems)


def test_years_that_are_not_named_are_those_of_the_table_and_nothing_else_is_asked(
    bps: fake.Bps, fetched: Fetch
) -> None:
    assert fetched().years == YEARS
    lists = [question for question in bps.asked if "/model/data/" not in question]
    assert lists == ["list/model/th/lang/ind/domain/0000/var/2775"]
    bps.asked.clear()
    fetched(2025)
    assert bps.asked == [data(2025)]


def test_a_year_that_bps_does_not_have_is_left_out_and_no_year_at_all_is_told(bps: fake.Bps, fetched: Fetch) -> None:
    assert fetched(2020, 2021, 2022).years == (2022,)
    with pytest.raises(NothingThere):
        fetched(2001)


def test_a_fetch_that_was_broken_off_goes_on_without_asking_for_what_it_has(bps: fake.Bps, fetched: Fetch) -> None:
    bps.trouble = lambda number, question: fake.said({}, 500) if question == data(2023) else None
    with pytest.raises(Unsound):
        fetched(*YEARS)
    bps.trouble, had = lambda number, question: None, set(bps.answered)
    bps.asked.clear()
    assert had == {data(2026), data(2025), data(2024)}
    assert len(rows(fetched(*YEARS))) == 18 * 5 * len(YEARS)
    assert bps.asked == [data(2023), data(2022)]


def test_so_it_does_where_the_years_had_to_be_asked_for(bps: fake.Bps, fetched: Fetch) -> None:
    bps.per_page = 2
    bps.trouble = lambda number, question: fake.said({}, 500) if question == data(2023) else None
    with pytest.raises(Unsound):
        fetched()
    bps.trouble = lambda number, question: None
    bps.asked.clear()
    assert fetched().years == YEARS and bps.asked == [data(2023), data(2022)]
    bps.asked.clear()
    fetched()
    assert sum("/model/th/" in question for question in bps.asked) == 3


def test_after_all_came_nothing_is_asked_for_again_until_the_fetch_is_ended(bps: fake.Bps, fetched: Fetch) -> None:
    first = fetched(*YEARS, end=False)
    bps.asked.clear()
    again = fetched(*YEARS)
    assert (bps.asked, again.content) == ([], first.content)


def test_what_bps_may_revise_is_asked_for_anew_and_what_is_finished_is_kept(bps: fake.Bps, fetched: Fetch) -> None:
    first = fetched(*YEARS)
    bps.asked.clear()
    bps.tables["2775"].factor[2026] = 1.01
    again = fetched(*YEARS)
    assert set(bps.asked) == {data(2026), data(2025), data(2024)} and again.kept == (2022, 2023)
    assert rows(again) == pytest.approx(expected(bps.tables["2775"], ("1275",), YEARS), abs=0.005)
    assert rows(again) != rows(first)


def test_a_finished_year_is_asked_for_again_once_bps_states_another_update(bps: fake.Bps, fetched: Fetch) -> None:
    fetched(*YEARS)
    bps.tables["2775"].factor[2022], bps.tables["2775"].updated = 1.02, "2026-11-05 11:00:00"
    made = fetched(*YEARS)
    assert made.kept == () and made.dated == "2026-11-05"
    assert rows(made) == pytest.approx(expected(bps.tables["2775"], ("1275",), YEARS), abs=0.005)


@pytest.mark.parametrize("name", ["HOLDS", "GOES_ON"])
def test_what_came_long_ago_is_asked_for_again(
    bps: fake.Bps, fetched: Fetch, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    fetched(*YEARS, end=name == "HOLDS")
    monkeypatch.setattr(cache, name, 0.0)
    bps.asked.clear()
    fetched(*YEARS)
    assert set(bps.asked) == {data(year) for year in YEARS}


def revises(bps: fake.Bps, at: int, stated: bool) -> Callable[[int, str], None]:
    """Revises the table before the answer of that number."""

    def trouble(number: int, question: str) -> None:
        if number == at:
            table = bps.tables["2775"]
            table.factor |= dict.fromkeys(YEARS, 1.03)
            table.updated = "2026-11-24 09:00:00" if stated else table.updated

    return trouble


@pytest.mark.parametrize("at", range(2, 6))
def test_a_table_that_bps_revises_meanwhile_is_of_one_vintage(bps: fake.Bps, fetched: Fetch, at: int) -> None:
    bps.trouble = revises(bps, at, stated=True)
    assert rows(fetched(*YEARS)) == pytest.approx(expected(bps.tables["2775"], ("1275",), YEARS), abs=0.005)


@pytest.mark.parametrize("at", range(2, 6))
def test_so_it_is_where_only_the_values_of_two_answers_tell(bps: fake.Bps, fetched: Fetch, at: int) -> None:
    bps.tables["2775"].whole, bps.tables["2775"].sizes = True, SMALL
    bps.trouble = revises(bps, at, stated=False)
    assert rows(fetched(*YEARS)) == pytest.approx(expected(bps.tables["2775"], ("1275",), YEARS), abs=0.005)


def test_a_table_that_never_holds_still_is_refused(bps: fake.Bps, fetched: Fetch) -> None:
    def trouble(number: int, question: str) -> None:
        bps.tables["2775"].factor |= dict.fromkeys(YEARS, 1 + number / 100)

    bps.trouble, bps.tables["2775"].whole, bps.tables["2775"].sizes = trouble, True, SMALL
    with pytest.raises(Unsound) as refused:
        fetched(*YEARS)
    assert refused.value.kind == "changing"


def test_an_answer_that_states_the_moment_of_asking_is_no_revision(bps: fake.Bps, fetched: Fetch) -> None:
    def trouble(number: int, question: str) -> None:
        bps.tables["2775"].updated = f"2026-11-24 09:00:{number:02}"

    bps.trouble = trouble
    assert len(rows(fetched(*YEARS))) == 18 * 5 * len(YEARS)


def test_an_answer_about_another_table_is_not_taken(bps: fake.Bps, fetched: Fetch) -> None:
    other = fake.Table(SIZES, YEARS, number="2534").answer([2025])
    bps.trouble = lambda number, question: fake.said(other) if number == 1 else None
    assert rows(fetched(2025)) == pytest.approx(expected(bps.tables["2775"], ("1275",), (2025,)), abs=0.005)
    bps.trouble = lambda number, question: fake.said(other)
    with pytest.raises(WebApiError):
        fetched(2025)


def test_kept_answers_that_are_damaged_are_asked_for_again(bps: fake.Bps, fetched: Fetch, home: Path) -> None:
    fetched(*YEARS, end=False)
    spoilt = sorted((home / "webapi" / "replies").iterdir())[:2]
    spoilt[0].write_bytes(b"{}")
    spoilt[1].unlink()
    for path in list((home / "webapi" / "underway").glob("*/*.json"))[:1]:
        path.write_text("{")
    bps.asked.clear()
    assert len(rows(fetched(*YEARS))) == 18 * 5 * len(YEARS) and 2 <= len(bps.asked) <= 3


def test_the_same_answers_are_the_same_file(bps: fake.Bps, fetched: Fetch) -> None:
    assert fetched(2025, 2026).content == fetched(2025, 2026).content


def test_bps_may_say_that_an_answer_still_holds(bps: fake.Bps, fetched: Fetch) -> None:
    whole = bps.tables["2775"].answer([2026])
    bps.trouble = lambda number, question: fake.said(whole, ETag='"a"')
    first = fetched(2026)
    bps.trouble = lambda number, question: (304, {}, b"")
    assert fetched(2026).content == first.content


def test_a_fetched_table_says_where_it_is_from(bps: fake.Bps, fetched: Fetch) -> None:
    made = fetched(2025, 2026)
    assert made.url == f"{bps.address}/list/model/data/lang/ind/domain/0000/var/2775/th/125;126"
    assert made.title.startswith("PDRB Triwulanan Atas Dasar Harga Konstan") and made.dated == "2026-05-05"
    assert made.name == "bps-2775-1275-2025-2026.json" and made.at.tzinfo is not None


def test_the_declared_tables_are_named_in_both_languages() -> None:
    found = {table.number: table for table in webapi.declared()}
    assert {"2775", "2776", "2534", "2533", "2193", "2194", "533", "534", "288"} == set(found)
    assert all(table.title(lang) for table in found.values() for lang in ("id", "en"))
