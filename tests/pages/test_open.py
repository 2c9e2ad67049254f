"""Every page opens, in both languages, with a finding, charts that a screen reader can read, and their sources."""

import re

import pytest

from tests.pages.conftest import CHARTED, NEWEST, PAGES, Open, alternatives, choose, said, sound, specs, turn
from tests.text.test_keys import ENGLISH, INDONESIAN, words
from text.lookup import LANGUAGES, regions, say

CHARTS = {"overview": 3, "trade_services": 10, "growth": 3, "structure": 2}
OFFICE = re.compile(r"BPS.*|https?:.*|hash|[0-9a-f]{64}")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_opens_as_the_first_of_a_session(visit: Open, page: str, lang: str) -> None:
    at = visit(page, lang=lang)
    assert len(at.title) == 1 and at.title[0].value
    assert not at.warning
    assert len(specs(at)) == CHARTS.get(page, 0)
    assert at.get("plotly_chart") == [] or all(spec["data"] for spec in specs(at))


@pytest.mark.parametrize(("lang", "foreign"), [("id", ENGLISH), ("en", INDONESIAN)])
@pytest.mark.parametrize("page", CHARTED)
def test_a_page_speaks_one_language(visit: Open, page: str, lang: str, foreign: set[str]) -> None:
    at = visit(page, lang=lang)
    bare = [
        re.sub(r"(?:Sumber|Source|Dihitung dari|Computed from): .*?\. (?=Edisi|Edition)", "", word) for word in said(at)
    ]
    assert {word: found for word in (*bare, *alternatives(at)) if (found := words(word) & foreign)} == {}


def test_the_switch_changes_the_language_of_the_whole_page(visit: Open) -> None:
    at = visit("growth")
    before = said(at)
    at.segmented_control(key="choose_lang").set_value("en")
    after = said(sound(at.run()))
    assert "grew fastest" in at.title[0].value and "tumbuh" in before[0]
    assert [word for word in after if words(word) & INDONESIAN and "Edition 18" not in word] == []
    turn(at, "about")
    assert at.title[0].value == say("about.title", "en")


@pytest.mark.parametrize("page", CHARTED)
def test_every_chart_has_words_for_those_who_cannot_see_it(visit: Open, page: str) -> None:
    at = visit(page)
    heads = [head.value.replace("\\", "") for head in at.header]
    names = [head.value for head in at.subheader]
    for words_of_it in alternatives(at):
        assert words_of_it.startswith("Diagram ")
        assert sum(f". {head}. " in words_of_it for head in heads) + sum(f". {name}: " in words_of_it for name in names)
        assert re.search(r"20\d\d", words_of_it)
        assert words_of_it.endswith(say("block.table_below", "id"))


def test_each_small_chart_tells_its_own_finding(visit: Open) -> None:
    at = visit("trade_services", lang="en")
    told = [words_of_it for words_of_it in alternatives(at) if words_of_it.startswith("Line chart. ")]
    assert told[0].startswith(
        "Line chart. Trade: Medan grew 7.39 percent, Sumatera Utara grew 6.15 percent in 2025**. Growth, y-on-y"
    )
    assert len(told) == len(at.subheader) == len(set(told))


@pytest.mark.parametrize("page", CHARTED)
def test_every_chart_names_its_sources_edition_and_marks(visit: Open, page: str) -> None:
    at = visit(page)
    lines = [word for word in said(at) if re.search(r"(?:Sumber|Dihitung dari): ", word)]
    assert len(lines) == len(at.header)
    for line in lines:
        assert "BPS" in line and f"Edisi {NEWEST}." in line
    assert any("** angka sangat sementara" in line for line in lines)


def test_what_is_computed_says_so_and_what_is_published_too(visit: Open) -> None:
    at = visit("overview", measure="level")
    lines = [word for word in said(at) if re.search(r":small.*(?:Sumber|Dihitung dari): ", word)]
    assert ["Sumber: " in line for line in lines] == [True, False, False]
    assert "BPS, diketik ulang pihak ketiga, tanpa nomor tabel" in lines[2]


@pytest.mark.parametrize("region", regions()[::5])
@pytest.mark.parametrize("page", ["overview", "structure"])
def test_every_fifth_region_opens(visit: Open, page: str, region: str) -> None:
    at = visit(page, region=region)
    assert at.selectbox(key="choose_region").value == region
    assert not at.warning and specs(at)


@pytest.mark.parametrize("page", CHARTED)
def test_a_region_without_industries_says_so_and_has_no_empty_chart(visit: Open, page: str) -> None:
    at = visit(page, region="1201")
    assert any("Kabupaten Nias belum tersedia dalam edisi ini" in word for word in said(at))
    for spec in specs(at):
        assert any(len(trace.get("x", [])) for trace in spec["data"])
    empty = say("block.empty", "id") in said(at)
    assert empty == (not specs(at)) == (page == "trade_services")


def test_a_quarter_of_the_province(visit: Open) -> None:
    at = visit("overview", region="12", period="2024-Q4")
    assert at.title[0].value.startswith(
        "Ekonomi Sumatera Utara Triwulan IV-2024\\* terhadap Triwulan IV-2023 tumbuh 5,10"
    )
    assert len(at.metric) == 3
    choose(at, measure="qtq")
    assert any("tidak disesuaikan menurut musim" in word for word in said(at))
    turn(at, "trade_services")
    assert at.selectbox(key="choose_period").value == "2024-Q4"
    assert "Sumatera Utara Triwulan IV-2024" in at.title[0].value


def test_the_page_about_it_all_lists_pages_and_releases(visit: Open) -> None:
    at = visit("about", lang="en")
    assert len(at.expander) == NEWEST
    written = " ".join(said(at))
    for page in PAGES:
        assert f"**{say(f'page.{page}.name', 'en')}**: {say(f'page.{page}.description', 'en')}" in written
    for status in ("preliminary", "very_preliminary", "revised"):
        assert say(f"status.{status}", "en") in written


def test_before_the_first_edition_the_page_says_when_it_begins(visit: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("data.store.editions.in_effect", lambda releases, now: ())
    at = visit("growth")
    assert [box.value for box in at.info] == [
        "Belum ada edisi yang berlaku. Edisi pertama berlaku mulai 24 November 2026."
    ]
    assert not at.title and not specs(at)
