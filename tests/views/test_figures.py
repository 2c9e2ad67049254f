"""Every figure in a sentence is one of the page: of the frame under it, or of the headline worked out once more."""

from decimal import Decimal
from math import isnan, nan

from model.items import INDUSTRIES, THREE_GROUPS
from model.period import shift, year_earlier
from tests.views.ledger import BILLIONS, Ledger, amounts, figures, printed
from tests.views.walk import Seen
from views.frame import SHOWN
from views.headline import KIND
from views.view import Panel


def shown(panel: Panel) -> set[Decimal]:
    """The sizes of the figures in a panel's table, as they are printed."""
    return {abs(printed(x)) for x in panel.result[SHOWN].dropna()}


def headline(seen: Seen) -> set[Decimal]:
    """Growth, the growth before it, and what trade and services contributed, from the levels."""
    ledger, found = Ledger(seen.obs), []
    region, period = seen.state.region, seen.state.period
    for kind in ("yoy", "qtq", "ctc") if "Q" in period else ("yoy",):
        found += [ledger.points(region, item, period, kind) for item in ("TOTAL", "TRADE", "SERVICES", "TERTIARY")]
    return {abs(printed(x)) for x in found if not isnan(x)}


def before(seen: Seen) -> set[Decimal]:
    """The growth of a year or a quarter before, which the remark of *Ringkasan* compares with."""
    ledger, state = Ledger(seen.obs), seen.state
    found = [ledger.growth(state.region, "TOTAL", year_earlier(state.period))]
    if "Q" in state.period:
        found.append(ledger.growth(state.region, "TOTAL", shift(state.period, -1), "qtq"))
    return {abs(printed(x)) for x in found if not isnan(x)}


def averages(seen: Seen) -> set[Decimal]:
    """Compound average growth of GRDP, and of each industry, from each year up to that of the page."""
    ledger, state = Ledger(seen.obs), seen.state
    if state.measure != "cagr":
        return set()
    first = (str(year) for year in range(2010, int(state.period)))
    found = [ledger.average(state.region, "TOTAL", year, state.period, state.basis) for year in first]
    return {abs(printed(x)) for x in found if not isnan(x)}


def prices(seen: Seen) -> set[Decimal]:
    """Growth of GRDP at current prices and of its implicit price index, which stand in no table of one period."""
    ledger, state = Ledger(seen.obs), seen.state
    nominal, real = (
        ledger.growth(state.region, "TOTAL", state.period, "yoy", basis) for basis in ("current", "constant_2010")
    )
    found = [nominal, 100 * ((100 + nominal) / (100 + real) - 1)]
    return {abs(printed(x)) for x in found if not isnan(x)}


def together(seen: Seen) -> set[Decimal]:
    """What the industries chosen contributed together."""
    ledger, state = Ledger(seen.obs), seen.state
    if state.measure not in KIND or not state.items:
        return set()
    kind = KIND[state.measure]
    x = sum(ledger.points(state.region, item, state.period, kind, state.basis) for item in state.items)
    return set() if isnan(x) else {abs(printed(x))}


def shares(seen: Seen) -> set[Decimal]:
    """The shares of the industries or groups at current prices, and those of the first four together."""
    ledger, state, found = Ledger(seen.obs), seen.state, set()
    total = ledger.level(state.region, "TOTAL", state.period, "current")
    for items in (INDUSTRIES, THREE_GROUPS):
        levels = [ledger.levels.get((state.region, item, "current", state.period), (nan, ""))[0] for item in items]
        parts = sorted((100 * x / total for x in levels if not isnan(x)), reverse=True)
        found |= {printed(x) for x in [*parts, sum(parts[:4])]}
    for item in ("PRIMARY", "SECONDARY", "TERTIARY"):
        share = 100 * ledger.level(state.region, item, state.period, "current") / total
        found |= set() if isnan(share) else {printed(share)}
    return found


def test_every_figure_of_a_panel_stands_in_its_table(walk: tuple[Seen, ...]) -> None:
    said = 0
    for seen in walk:
        for panel in seen.view.panels:
            words = " ".join((panel.title, panel.subtitle.replace("0,05", ""), *panel.notes))
            found = figures(words, seen.state.lang) - {Decimal("0.05")}
            assert found <= shown(panel), (seen, panel.title)
            said += len(found)
    assert said > 150


def test_every_amount_of_a_title_is_a_level_of_its_table(walk: tuple[Seen, ...]) -> None:
    said = 0
    for seen in walk:
        for panel in seen.view.panels:
            for amount, word in amounts(panel.title, seen.state.lang):
                levels = {printed(x / BILLIONS[word]) for x in panel.result["value"].dropna()}
                assert panel.result["unit"].iloc[0] == "billion_idr" and amount in levels, (seen, panel.title)
                said += 1
    assert said > 5


def test_every_figure_of_a_finding_is_a_headline_or_stands_in_a_table(walk: tuple[Seen, ...]) -> None:
    said = 0
    for seen in walk:
        tables = {figure for panel in seen.view.panels for figure in shown(panel)}
        allowed = headline(seen)
        if seen.page == "growth":
            allowed |= tables
            allowed |= {abs(figure - 100) for figure in tables} if seen.state.measure == "index" else set()
            allowed |= prices(seen) | averages(seen) | together(seen) | {Decimal("0.05")}
        if seen.page == "structure":
            allowed = shares(seen)
        found = figures(f"{seen.view.finding} {seen.view.remark}", seen.state.lang)
        assert found <= allowed | (before(seen) if seen.page == "overview" else set()), (seen, seen.view.finding)
        said += len(found)
    assert said > 800


def test_the_page_of_trade_and_services_says_the_kind_that_was_asked(walk: tuple[Seen, ...]) -> None:
    said = 0
    for seen in walk:
        if seen.page == "trade_services":
            ledger, state = Ledger(seen.obs), seen.state
            found = figures(seen.view.finding, state.lang)
            own = [
                ledger.points(state.region, item, state.period, KIND[state.measure]) for item in ("TOTAL", "TERTIARY")
            ]
            assert found == (set() if isnan(own[1]) else {abs(printed(x)) for x in own}), seen
            said += len(found) > 0
    assert said > 30
