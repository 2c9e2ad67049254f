"""The cards of *Ringkasan*, against the levels."""

from collections.abc import Callable
from math import isnan

import pandas as pd

from model.period import year_earlier
from tests.views.ledger import BILLIONS, Ledger, amounts, figures, printed
from tests.views.walk import MEDAN, NIAS, Seen, first
from views.view import Card, State

CURRENT, CONSTANT = "current", "constant_2010"


def overviews(walk: tuple[Seen, ...]) -> list[Seen]:
    return [seen for seen in walk if seen.page == "overview"]


def test_a_year_has_four_cards_and_a_quarter_no_per_capita(walk: tuple[Seen, ...]) -> None:
    for seen in walk:
        quarter = "Q" in seen.state.period
        assert len(seen.view.cards) == (0 if seen.page != "overview" else 3 if quarter else 4), seen


def level_is_right(seen: Seen, card: Card, basis: str) -> None:
    ledger, state = Ledger(seen.obs), seen.state
    level = ledger.level(state.region, "TOTAL", state.period, basis)
    growth = ledger.growth(state.region, "TOTAL", state.period, basis=basis)
    if isnan(level):
        assert card.value == "–", seen
    else:
        ((amount, word),) = amounts(card.value, state.lang)
        assert amount == printed(level / BILLIONS[word]), seen
    assert figures(card.change, state.lang) == (set() if isnan(growth) else {abs(printed(growth))}), seen
    assert card.change.startswith("−") == (growth < 0 and printed(growth) != 0), seen
    assert year_earlier(state.period)[:4] in card.note, seen
    quiet = isnan(growth) or printed(growth) == 0 or basis == CURRENT
    assert card.tone == ("neutral" if quiet else "good" if growth > 0 else "bad"), seen


def test_levels_and_their_growth_are_those_of_the_table(walk: tuple[Seen, ...]) -> None:
    for seen in overviews(walk):
        level_is_right(seen, seen.view.cards[0], CURRENT)
        level_is_right(seen, seen.view.cards[1], CONSTANT)


def test_per_capita_is_as_published_or_said_to_be_missing(walk: tuple[Seen, ...], shipped: pd.DataFrame) -> None:
    own = shipped[(shipped["measure"] == "per_capita") & (shipped["price_basis"] == CURRENT)]
    published = dict(zip(zip(own["region"], own["period"], strict=True), own["value"], strict=True))
    there = 0
    for seen in overviews(walk):
        if "Q" in seen.state.period:
            continue
        card, value = seen.view.cards[2], published.get((seen.state.region, seen.state.period))
        if value is None:
            assert (card.value, card.note) in (("–", "belum tersedia"), ("–", "not available")), seen
        else:
            ((amount, word),) = amounts(card.value, seen.state.lang)
            assert amount == printed(value / 1e6 / BILLIONS[word]), seen
            there += 1
    assert there > 10


def test_trade_and_services_together_are_of_the_growth_beside_them(walk: tuple[Seen, ...]) -> None:
    together = 0
    for seen in overviews(walk):
        ledger, state, card = Ledger(seen.obs), seen.state, seen.view.cards[-1]
        kinds = ("yoy", "qtq") if "Q" in state.period else ("yoy",)
        found = figures(card.value, state.lang) | figures(card.note, state.lang)
        growths = {kind: ledger.points(state.region, "TOTAL", state.period, kind) for kind in kinds}
        kind = next((one for one, growth in growths.items() if not isnan(growth)), "yoy")
        points = ledger.points(state.region, "TERTIARY", state.period, kind)
        assert found == (set() if isnan(points) else {abs(printed(points)), abs(printed(growths[kind]))}), seen
        together += len(found) > 0
    assert together > 30


def test_a_region_that_shrank_is_marked_as_bad(see: Callable[[str, State], Seen], shipped: pd.DataFrame) -> None:
    card = see("overview", first(shipped, "overview", MEDAN, "id", "2020")).view.cards[1]
    assert (card.change, card.tone) == ("−1,98 persen", "bad")


def test_marks_stand_beside_the_periods_of_the_cards(see: Callable[[str, State], Seen], shipped: pd.DataFrame) -> None:
    cards = see("overview", first(shipped, "overview", NIAS, "en", "2025-Q4")).view.cards
    assert [card.label for card in cards] == [
        "GRDP, current prices, Q4 2025**",
        "GRDP, constant 2010 prices, Q4 2025",
        "Trade and services, Q4 2025**",
    ]
