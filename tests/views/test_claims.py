"""Claims in titles and findings, counted once more from the levels: highest, largest, fastest, since when, how many."""

import re
from collections.abc import Callable, Iterator
from math import isnan

import pandas as pd
import pytest

from model.items import INDUSTRIES, SERVICES
from model.period import shift
from tests.views.ledger import Ledger, printed, read
from tests.views.walk import MEDAN, SUMUT, Seen
from text.lookup import item_in_sentence, period, region_in_sentence
from views import growth
from views.view import Panel, State

SINCE = re.compile(r"(tertinggi|terendah|highest|lowest) (?:sejak|since) (.+)$")
OF_ALL = re.compile(r"(tertinggi|terendah|highest|lowest) (?:sepanjang|of) (.+)[–](.+)$")
HIGH = {"tertinggi", "highest"}


def panels(walk: tuple[Seen, ...], *keys: str) -> Iterator[tuple[Seen, Panel]]:
    for seen in walk:
        for panel in seen.view.panels:
            if not keys or panel.key in keys:
                yield seen, panel


def series(seen: Seen, panel: Panel) -> dict[str, float]:
    """The figures of the one series that a title speaks of, by period in words without its mark."""
    own = panel.result[(panel.result["region"] == seen.state.region) & panel.result["value"].notna()]
    item = {"trade_services.contributions": "TRADE", "trade_services.weight": "SERVICES", "structure.time": "TERTIARY"}
    if panel.key == "growth.time":
        now = own[(own["period"] == own["period"].max()) & own["item"].isin(INDUSTRIES)]
        item["growth.time"] = now.loc[now["value"].idxmax(), "item"]
    own = own[own["item"] == item.get(panel.key, "TOTAL")].sort_values("period")
    return {period(row.period, seen.state.lang): float(printed(row.value)) for row in own.itertuples()}


def test_highest_and_lowest_since_are_true(walk: tuple[Seen, ...]) -> None:
    claims = 0
    for seen, panel in panels(walk):
        match = SINCE.search(panel.title)
        if not match:
            continue
        figures = series(seen, panel)
        since, last = match[2].rstrip("*"), list(figures)[-1]
        later = list(figures)[list(figures).index(since) + 1 : -1]
        way = 1 if match[1] in HIGH else -1
        assert last in panel.title.replace("*", ""), seen
        assert len(later) >= 2 and all(way * figures[one] < way * figures[last] for one in later), (seen, panel.title)
        assert way * figures[since] >= way * figures[last], (seen, panel.title)
        claims += 1
    assert claims > 20


def test_highest_and_lowest_of_all_are_true(walk: tuple[Seen, ...]) -> None:
    claims = 0
    for seen, panel in panels(walk):
        match = OF_ALL.search(panel.title)
        if not match:
            continue
        figures = series(seen, panel)
        start, end = (list(figures).index(match[place].rstrip("*")) for place in (2, 3))
        *before, last = list(figures.values())[start : end + 1]
        way = 1 if match[1] in HIGH else -1
        assert all(way * one < way * last for one in before) and len(before) >= 2, (seen, panel.title)
        assert end == len(figures) - 1, (seen, panel.title)
        claims += 1
    assert claims > 20


@pytest.mark.parametrize(
    ("key", "among"),
    [("overview.contribution", INDUSTRIES), ("growth.industries", INDUSTRIES), ("trade_services.inside", SERVICES)],
)
def test_the_largest_contributor_is_the_largest_of_all(
    walk: tuple[Seen, ...], key: str, among: tuple[str, ...]
) -> None:
    claims = 0
    for seen, panel in panels(walk, key):
        if not re.search("menyumbang paling besar|contributed most", panel.title):
            continue
        state, ledger = seen.state, Ledger(seen.obs)
        measure, basis = panel.result[["measure", "price_basis"]].iloc[0]
        kind = measure.removeprefix("contribution_")
        points = {item: ledger.points(state.region, item, state.period, kind, basis) for item in among}
        ranked = sorted((printed(x) for x in points.values()), reverse=True)
        least = ranked[1 if key == "trade_services.inside" else 0]
        named = [item_in_sentence(item, state.lang).lower() for item in among if printed(points[item]) >= least]
        assert all(name in panel.title.lower() for name in named), (seen, panel.title)
        claims += 1
    assert claims > 10


def test_how_many_industries_grew_faster_is_counted_over_all_17(walk: tuple[Seen, ...]) -> None:
    claims = 0
    for seen, panel in panels(walk, "growth.industries"):
        match = re.search(r"(\d+) (?:lapangan usaha tumbuh|industr(?:y|ies) grew) (?:lebih cepat|faster)", panel.title)
        if match:
            state, ledger = seen.state, Ledger(seen.obs)
            basis = panel.result["price_basis"].iloc[0]
            if state.measure != "ctc":
                span = panel.result["period"].iloc[0].split("/")
                rates = [
                    printed(
                        ledger.average(state.region, item, *span, basis)
                        if state.measure == "cagr"
                        else ledger.growth(state.region, item, state.period, state.measure, basis)
                    )
                    for item in (*INDUSTRIES, "TOTAL")
                ]
                assert int(match[1]) == sum(rate > rates[-1] for rate in rates[:-1]), (seen, panel.title)
                claims += 1
    assert claims > 10


def test_what_leads_is_said_of_all_industries_only(walk: tuple[Seen, ...]) -> None:
    led = re.compile(
        "tertinggi,|paling besar|terutama bersumber|Bagian terbesar|fastest|contributed most|came mainly|largest part"
    )
    for seen in walk:
        said = " ".join((seen.view.finding, *(panel.title for panel in seen.view.panels)))
        if seen.state.items and seen.page != "structure":
            assert not led.search(said), (seen, said)


@pytest.mark.parametrize(("level", "did"), [(9.0, "tumbuh"), (0.5, "mengalami kontraksi")])
def test_a_small_base_whose_bar_is_longest_is_set_aside_in_words(medan: pd.DataFrame, level: float, did: str) -> None:
    tiny = (medan["item"] == "B") & (medan["price_basis"] == "constant_2010") & (medan["frequency"] == "A")
    obs = medan.assign(value=medan["value"].mask(tiny & (medan["period"] == "2025"), level))
    view = growth.view(obs, State(MEDAN, "id", period="2025"))
    rates = view.panels[0].result.set_index("item")
    assert rates["value"].abs().idxmax() == "B" and rates.loc["B", "reason"] == "small_base"
    assert view.finding.startswith(
        "Ekonomi Kota Medan tahun 2025** tumbuh 5,10 persen (y-on-y); di luar pertambangan (†)"
    )
    assert "transportasi tumbuh tertinggi, 11,24 persen" in view.finding
    assert f"Pertambangan {did} " in view.remark and "di bawah 0,05 persen PDRB" in view.remark
    assert view.panels[1].title.startswith("Di luar pertambangan (†), ") and "Basis kecil" in view.panels[0].notes[0]


def test_no_bar_beats_the_extremes_that_a_finding_names(walk: tuple[Seen, ...]) -> None:
    claims = 0
    for seen, panel in panels(walk, "growth.industries"):
        extremes = re.findall(r"(?:tertinggi|terdalam|terendah|fastest|most|slowest), ([\d.,]+)", seen.view.finding)
        if seen.state.measure not in ("yoy", "qtq", "ctc") or not extremes or seen.state.items:
            continue
        rates = panel.result[panel.result["item"].isin(INDUSTRIES) & panel.result["value"].notna()].set_index("item")
        aside = [item for item in INDUSTRIES if f"{item_in_sentence(item, seen.state.lang)} (†)" in seen.view.finding]
        assert set(rates.loc[aside, "reason"]) <= {"small_base"}, seen
        shown = rates.drop(aside)["shown"]
        said = {read(number.rstrip(",."), seen.state.lang) for number in extremes}
        assert said <= {abs(printed(shown.max())), abs(printed(shown.min()))}, (seen, seen.view.finding)
        claims += 1
    assert claims > 10


def test_a_finding_of_growth_names_the_region_and_what_the_page_shows(walk: tuple[Seen, ...]) -> None:
    for seen in walk:
        if seen.page != "growth":
            continue
        state, said = seen.state, seen.view.finding
        assert region_in_sentence(state.region, state.lang) in said, seen
        growing = state.measure in ("yoy", "qtq", "ctc", "cagr") or state.measure.startswith("contribution")
        assert ("nominal" in said) == (growing and state.basis == "current"), (seen, said)
        bars = [panel.result.dropna(subset="value") for panel in seen.view.panels if panel.key == "growth.industries"]
        if bars and set(state.items) <= set(bars[0]["item"]):
            assert all(item_in_sentence(code, state.lang) in said for code in state.items), (seen, said)


def test_each_measure_has_its_own_finding(see: Callable[[str, State], Seen]) -> None:
    findings = {
        (measure, basis): see("growth", State(SUMUT, "id", measure, basis, (), "2025", MEDAN)).view.finding
        for measure in growth.ANNUAL
        for basis in ("constant_2010", "current")
    }
    implicit = [measure for measure in growth.ANNUAL if measure.startswith("deflator")]
    assert len(set(findings.values())) == len(findings) - len(implicit)


def test_at_current_prices_growth_is_called_nominal_and_nothing_is_volume(walk: tuple[Seen, ...]) -> None:
    nominal = 0
    for seen, panel in panels(walk):
        kind, basis = panel.result[["measure", "price_basis"]].iloc[0]
        words = f"{panel.title} {panel.subtitle}"
        growth = kind in ("yoy", "qtq", "ctc", "cagr") or kind.startswith("contribution")
        assert ("nominal" in words.lower()) == (growth and basis == "current"), (seen, words)
        assert basis == "constant_2010" or "olume" not in words, (seen, words)
        nominal += basis == "current" and growth
    assert nominal > 20


def test_growth_on_the_quarter_before_says_that_it_carries_the_seasons(walk: tuple[Seen, ...]) -> None:
    for seen, panel in panels(walk):
        said = any("musim" in note or "seasonally" in note for note in panel.notes)
        assert said == panel.result["measure"].iloc[0].endswith("qtq"), (seen, panel.key)


def test_since_when_a_region_leads_holds_up_to_the_period_of_the_page(walk: tuple[Seen, ...]) -> None:
    claims = 0
    for seen, panel in panels(walk, "growth.regions", "overview.growth"):
        match = re.search(
            r"(?:Sejak|Since) ((?:Triwulan \w+-|Q\d )?\d{4})\*{0,2} .*?(?:tumbuh|grown) (.+)", panel.title
        )
        if match and panel.chart == "lines_regions":
            wide = panel.result.pivot(index="period", columns="region", values="shown").dropna()
            gap = wide[seen.state.region] - wide[seen.state.compare]
            words = {period(text, seen.state.lang): text for text in wide.index}
            run = gap[gap.index >= words[match[1]]]
            way = 1 if re.search("cepat|faster", match[2]) else -1
            assert wide.index[-1] == seen.state.period, (seen, panel.title)
            assert (way * run > 0).all() and len(run) >= 2, (seen, panel.title)
            earlier = shift(words[match[1]], -1)
            assert earlier not in gap.index or way * gap[earlier] <= 0, (seen, panel.title)
            claims += 1
    assert claims > 10


def test_a_rate_that_no_one_knows_is_not_told(walk: tuple[Seen, ...]) -> None:
    for seen in walk:
        if seen.page == "trade_services":
            state, kind = seen.state, seen.state.measure.removeprefix("contribution_")
            known = not isnan(Ledger(seen.obs).points(state.region, "TERTIARY", state.period, kind))
            keys = {panel.key for panel in seen.view.panels}
            assert ("trade_services.inside" in keys) == known, seen
