"""The four headline cards of *Ringkasan*: current prices, constant prices, per capita, trade and services."""

from math import isnan

import pandas as pd

from model.dimensions import Approach, Frequency, Measure, PriceBasis, Unit
from model.items import TOTAL
from model.period import year_earlier
from stats.measures import compute
from text import lookup, numbers
from text.lookup import say
from text.phrase import printed
from views.frame import select
from views.headline import Headline
from views.view import Card, State

NAMES = {PriceBasis.CURRENT: "card.grdp_current", PriceBasis.CONSTANT_2010: "card.grdp_constant"}


def cards(obs: pd.DataFrame, state: State, story: Headline) -> tuple[Card, ...]:
    """The cards of a region and period, in the language of the state."""
    own = select(obs, {state.region}, state.frequency)
    own = own[own["item"] == TOTAL]
    made = [_level(own, state, PriceBasis.CURRENT), _level(own, state, PriceBasis.CONSTANT_2010)]
    if state.frequency == Frequency.A:
        made.append(_per_capita(obs, state))
    made.append(_together(state, story))
    return tuple(made)


def _level(own: pd.DataFrame, state: State, basis: PriceBasis) -> Card:
    """GRDP of the period in rupiah, and its growth on a year before."""
    frame = compute(own[own["price_basis"] == basis], [Measure.LEVEL, Measure.YOY], items=[TOTAL])
    now = frame[frame["period"] == state.period].set_index("measure")
    level, status = _value(now, Measure.LEVEL), _status(now, Measure.LEVEL)
    growth = _value(now, Measure.YOY)
    known = not isnan(growth)
    earlier = str(
        own.loc[own["price_basis"] == basis].set_index("period")["status"].get(year_earlier(state.period), "")
    )
    return Card(
        label=_label(NAMES[basis], state, status),
        value=numbers.money(level, state.lang),
        change=_signed(growth, Unit.PERCENT, state.lang) if known else "",
        note=say("card.from" if known else "card.change_missing", state.lang, period=_earlier(state, earlier)),
        tone=_tone(growth) if basis == PriceBasis.CONSTANT_2010 else "neutral",
    )


def _per_capita(obs: pd.DataFrame, state: State) -> Card:
    """GRDP per capita at current prices, as published."""
    wanted = (obs["region"] == state.region) & (obs["measure"] == Measure.PER_CAPITA)
    wanted &= (obs["price_basis"] == PriceBasis.CURRENT) & (obs["approach"] == Approach.PRODUCTION)
    published = obs[wanted].set_index("period")
    amount = float(published["value"].get(state.period, float("nan")))
    return Card(
        label=_label("card.per_capita", state, str(published["status"].get(state.period, ""))),
        value=numbers.value(amount, Unit.THOUSAND_IDR, state.lang),
        change="",
        note=say("card.value_missing" if isnan(amount) else "card.as_published", state.lang),
    )


def _together(state: State, story: Headline) -> Card:
    """What trade and services contributed to growth together."""
    points = story.together
    if isnan(points):
        note = say("card.value_missing", state.lang)
    else:
        note = say("card.of_growth", state.lang, growth=numbers.value(story.growth, Unit.PERCENT, state.lang))
    return Card(
        label=_label("card.trade_services", state, story.status),
        value=numbers.value(points, Unit.PERCENTAGE_POINT, state.lang),
        change="",
        note=note,
    )


def _label(key: str, state: State, status: str) -> str:
    period = lookup.period(state.period, state.lang, status or None)
    return say("card.label", state.lang, name=say(key, state.lang), period=period)


def _earlier(state: State, status: str) -> str:
    return lookup.period(year_earlier(state.period), state.lang, status or None)


def _signed(x: float, unit: Unit, lang: str) -> str:
    """A change with its sign and the words of its unit."""
    words = numbers.value(x, unit, lang)
    return f"+{words}" if printed(x) > 0 else words


def _tone(x: float) -> str:
    return "neutral" if isnan(x) or printed(x) == 0 else "good" if x > 0 else "bad"


def _value(rows: pd.DataFrame, measure: Measure) -> float:
    return float(rows["value"].get(measure, float("nan")))


def _status(rows: pd.DataFrame, measure: Measure) -> str:
    return str(rows["status"].get(measure, ""))
