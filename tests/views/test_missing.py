"""What a page says is missing is missing, and what is missing is said: region by region, counted once more."""

import re
from collections.abc import Callable

import pandas as pd
import pytest

from model.items import INDUSTRIES, THREE_GROUPS
from tests.views.walk import MEDAN, NIAS, SUMUT, Seen, first
from text.lookup import LANGUAGES, region_in_sentence, regions
from views.missing import sentences
from views.view import State


class Shelf:
    """Which items of a region stand at a basis, by period."""

    def __init__(self, obs: pd.DataFrame, region: str) -> None:
        own = obs[(obs["region"] == region) & (obs["approach"] == "production") & (obs["measure"] == "level")]
        self.items: dict[tuple[str, str], set[str]] = {}
        for row in own.itertuples():
            self.items.setdefault((row.price_basis, row.period), set()).add(row.item)

    def periods(self, basis: str, wanted: tuple[str, ...], size: int = 4) -> list[str]:
        """The years (or quarters, of size 7) in which all of `wanted` stand."""
        return sorted(
            period for (at, period), found in self.items.items()
            if at == basis and len(period) == size and set(wanted) <= found
        )  # fmt: skip


def said(obs: pd.DataFrame, region: str, lang: str, words: str) -> list[str]:
    """The sentences that hold these words; each names the region."""
    all_of_them = sentences(obs, State(region, lang, period="2025"))
    assert all(region_in_sentence(region, lang) in sentence for sentence in all_of_them)
    return [sentence for sentence in all_of_them if words in sentence]


def years(sentence: str) -> list[str]:
    return re.findall(r"\b(20\d\d)\b", sentence)


@pytest.fixture(params=regions())
def region(request: pytest.FixtureRequest) -> str:
    return request.param


def test_industries_at_current_prices(shipped: pd.DataFrame, region: str) -> None:
    shelf = Shelf(shipped, region)
    found = said(shipped, region, "id", "17 lapangan usaha atas dasar harga berlaku")
    assert bool(found) == (not shelf.periods("current", INDUSTRIES))
    groups = shelf.periods("current", THREE_GROUPS)
    if found and groups:
        assert "primer, sekunder, dan tersier" in found[0] and years(found[0]) == groups


def test_totals_at_current_prices(shipped: pd.DataFrame, region: str) -> None:
    shelf = Shelf(shipped, region)
    lacking = [
        year for year in shelf.periods("constant_2010", ("TOTAL",)) if year not in shelf.periods("current", ("TOTAL",))
    ]
    found = said(shipped, region, "en", "Total GRDP")
    assert [years(sentence) for sentence in found] == ([lacking] if lacking else [])


def test_industries_of_early_years(shipped: pd.DataFrame, region: str) -> None:
    shelf = Shelf(shipped, region)
    there = shelf.periods("constant_2010", INDUSTRIES)
    anything = [
        year for year in shelf.periods("constant_2010", ()) if shelf.items["constant_2010", year] & set(INDUSTRIES)
    ]
    assert there == anything
    totals = shelf.periods("constant_2010", ("TOTAL",))
    (sentence,) = [one for one in said(shipped, region, "id", "menurut lapangan usaha") if "harga berlaku" not in one]
    if not there:
        assert "belum tersedia dalam edisi ini" in sentence
    elif there == [year for year in totals if year >= there[0]]:
        assert years(sentence) == there[:1] and "sebelum" in sentence
    else:
        assert years(sentence) == there and "hanya tersedia untuk" in sentence


def test_quarters_at_constant_prices(shipped: pd.DataFrame, region: str) -> None:
    quarters = Shelf(shipped, region).periods("constant_2010", ("TOTAL",), 7)
    found = said(shipped, region, "en", "Quarterly figures")
    if quarters[0] == "2010-Q1":
        assert found == []
    else:
        assert f"before Q{quarters[0][-1]} {quarters[0][:4]}" in found[0]
        assert f"growth y-on-y in Q{quarters[-1][-1]} {quarters[-1][:4]}**" in found[0]
        assert f"{int(quarters[-1][:4]) - 1}{quarters[-1][4:]}" not in quarters


@pytest.mark.parametrize("lang", LANGUAGES)
def test_both_languages_say_as_much(shipped: pd.DataFrame, lang: str) -> None:
    counts = {region: len(sentences(shipped, State(region, lang, period="2025"))) for region in (MEDAN, SUMUT, NIAS)}
    assert counts == {MEDAN: 4, SUMUT: 1, NIAS: 4}


def test_medan_says_that_its_industries_lack_current_prices(
    see: Callable[[str, State], Seen], shipped: pd.DataFrame
) -> None:
    seen = see("structure", first(shipped, "structure", MEDAN, "id"))
    assert seen.view.missing[0] == (
        "PDRB Kota Medan menurut 17 lapangan usaha atas dasar harga berlaku belum tersedia dalam edisi ini; "
        "distribusi persentase hanya untuk primer, sekunder, dan tersier tahun 2025**."
    )
    assert "structure.industries" not in {panel.key for panel in seen.view.panels}


def test_a_year_without_current_prices_has_no_structure(see: Callable[[str, State], Seen]) -> None:
    seen = see("structure", State(MEDAN, "en", "share", "current", (), "2023", SUMUT))
    assert seen.view.finding.startswith("The structure of the economy of Kota Medan in 2023 cannot be shown")
    assert seen.view.panels == ()


def test_one_industry_at_current_prices_is_no_structure(see: Callable[[str, State], Seen]) -> None:
    seen = see("structure", State(MEDAN, "id", "share", "current", (), "2026-Q1", SUMUT))
    assert seen.view.finding == (
        "Struktur ekonomi Kota Medan Triwulan I-2026** belum dapat ditunjukkan "
        "karena angka atas dasar harga berlaku menurut lapangan usaha belum tersedia."
    )


def test_every_page_says_all_that_is_missing(walk: tuple[Seen, ...]) -> None:
    for seen in walk[::7]:
        assert seen.view.missing == sentences(seen.obs, seen.state), seen


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(("region", "other", "period"), [(SUMUT, MEDAN, "2024-Q4"), (MEDAN, SUMUT, "2026-Q2")])
def test_a_region_without_the_period_is_not_compared_and_named(
    see: Callable[[str, State], Seen], lang: str, region: str, other: str, period: str
) -> None:
    for page in ("growth", "trade_services"):
        measure = "contribution_yoy" if page == "trade_services" else "yoy"
        seen = see(page, State(region, lang, measure, period=period, compare=other)).view
        assert region_in_sentence(other, lang) in seen.missing[-1]
        for panel in seen.panels:
            assert set(panel.result["region"]) == {region} and region_in_sentence(other, lang) not in panel.subtitle
    with_figures = see("growth", State(region, lang, period="2025", compare=other)).view
    assert not any(region_in_sentence(other, lang) in sentence for sentence in with_figures.missing)
