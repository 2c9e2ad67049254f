"""Ringkasan: how fast the region grew, what made it grow, and what its economy is made of."""

import pandas as pd

from model.dimensions import Measure, PriceBasis
from model.items import INDUSTRIES, RESIDUAL, TOTAL
from text import lookup, narrative, ranking
from text.lookup import say
from views import cards, growth_total, headline, missing, structure
from views.frame import inputs, result, select
from views.growth_total import values
from views.growth_words import RATES
from views.headline import finding
from views.period import periods, span
from views.view import NOBODY, Offer, Panel, State, View
from views.words import based, composition, notes, subtitle, whole

__all__ = ["finding", "offer", "view"]

ANNUAL = (Measure.YOY, Measure.INDEX, Measure.LEVEL)
QUARTERLY = (Measure.YOY, Measure.QTQ, Measure.CTC, Measure.LEVEL)


def offer(obs: pd.DataFrame, region: str, period: str) -> Offer:
    """What *Ringkasan* lets choose."""
    kind = headline.news(obs, region, period).kind if period else Measure.YOY
    return Offer(
        periods=periods(obs, region),
        measures=tuple(dict.fromkeys((kind, *(QUARTERLY if len(period) > 4 else ANNUAL)))),
        bases=(PriceBasis.CONSTANT_2010, PriceBasis.CURRENT),
        items=INDUSTRIES,
        compare=headline.others(region),
    )


def view(obs: pd.DataFrame, state: State) -> View:
    """The page: the finding, the cards, growth over time, contributions and structure of the period."""
    both = select(obs, {state.region, state.compare}, state.frequency)
    story = headline.news(obs, state.region, state.period)
    panels = (
        _growth(both, state),
        _contribution(both, state, story),
        structure.groups(both[both["region"] == state.region], state, "overview.structure"),
    )
    return View(
        finding=headline.sentence(story, state.lang),
        remark=_remark(story, state.lang),
        status=story.status,
        cards=cards.cards(obs, state, story),
        panels=tuple(panel for panel in panels if panel is not None),
        missing=missing.sentences(obs, state),
    )


def _remark(story: headline.Headline, lang: str) -> str:
    """How the growth compares with the one before, and what services are."""
    course = narrative.momentum(
        story.growth,
        story.before,
        narrative.base_period(story.period, story.kind),
        lang,
        previous_status=story.before_status or None,
    )
    return " ".join(part for part in (course, headline.rounding(story, lang), composition(lang)) if part)


def _growth(obs: pd.DataFrame, state: State) -> Panel | None:
    """Columns of GRDP over time; lines where another region is chosen to compare with."""
    if state.compare != NOBODY and state.measure in RATES:
        return growth_total.region_lines(obs, state, state.measure, "overview.growth")
    own = obs[obs["region"] == state.region]
    frame = result(own, state.measure, (TOTAL,), state.basis, span(own, state.region, state.frequency, state.period))
    there = frame[frame["value"].notna()].reset_index(drop=True)
    if len(there) < 2:
        return None
    return Panel(
        key="overview.growth",
        chart="columns",
        title=growth_total.total_title(there, state.region, state.lang),
        subtitle=subtitle(there, state.region, state.lang, *based(state.measure, 2010, state.lang)),
        result=there,
        rows=inputs(own, there, lead=1),
        notes=notes(there, state.lang),
    )


def _contribution(obs: pd.DataFrame, state: State, story: headline.Headline) -> Panel | None:
    """Bars of what each industry contributed to growth."""
    own = obs[obs["region"] == state.region]
    items = (*(state.items or (*INDUSTRIES, RESIDUAL)), TOTAL)
    kind = headline.CONTRIBUTION[story.kind]
    frame = result(own, kind, items, periods=(state.period,))
    industries = frame[frame["item"].isin(INDUSTRIES)]
    if industries["value"].notna().sum() == 0:
        return None
    title = ranking.largest_contributor(values(industries), state.lang) if whole(frame) else ""
    return Panel(
        key="overview.contribution",
        chart="contribution",
        title=title or say("panel.by_industry", state.lang, measure=lookup.measure(kind, state.lang)),
        subtitle=subtitle(frame, state.region, state.lang, say("key.trade_services_other", state.lang)),
        result=frame,
        rows=inputs(own, frame, lead=1),
        notes=notes(frame, state.lang),
    )
