"""GRDP as a whole on *Pertumbuhan*: over time by the measure of the page, and against another region."""

import pandas as pd

from model.dimensions import Measure, PriceBasis
from model.items import TOTAL
from text import comparison, lookup, standing, trend
from text.lookup import say
from views.frame import basis_of, inputs, result
from views.growth_words import RATES
from views.headline import KIND
from views.period import span
from views.view import NOBODY, Panel, State
from views.words import at_basis, based, notes, period_status, subtitle

COMPARED = RATES | {Measure.INDEX, Measure.DEFLATOR, Measure.DEFLATOR_YOY, Measure.DEFLATOR_QTQ, Measure.DEFLATOR_CTC}


def values(frame: pd.DataFrame, by: str = "item") -> dict[str, float]:
    """The values of a frame by item, or by period or region."""
    return dict(zip(frame[by], frame["value"], strict=True))


def statuses(frame: pd.DataFrame) -> dict[str, str]:
    """The status of each period that has a value, for one item."""
    present = frame[frame["value"].notna()]
    return dict(zip(present["period"], present["status"], strict=True))


def total(own: pd.DataFrame, state: State, base: int) -> Panel | None:
    """Columns: GRDP by the measure of the page; its growth where the measure is of contributions."""
    measure = KIND.get(state.measure, state.measure)
    if measure == Measure.CAGR:
        return None
    wanted = span(own, state.region, state.frequency, state.period)
    frame = _since(result(own, measure, (TOTAL,), state.basis, wanted, base=base), measure, base)
    if len(frame) < 2:
        return None
    return Panel(
        key="growth.total",
        chart="columns",
        title=total_title(frame, state.region, state.lang),
        subtitle=subtitle(frame, state.region, state.lang, *based(measure, base, state.lang)),
        result=frame,
        rows=inputs(own, frame, lead=int(measure != Measure.INDEX), base=base),
        notes=notes(frame, state.lang),
    )


def total_title(frame: pd.DataFrame, region: str, lang: str) -> str:
    """What the figures of GRDP did over time."""
    measure, basis = Measure(frame["measure"].iloc[0]), PriceBasis(frame["price_basis"].iloc[0])
    series, marks = values(frame, "period"), statuses(frame)
    if measure in RATES and basis == PriceBasis.CONSTANT_2010:
        return trend.growth_title(series, region, lang, statuses=marks)
    if measure == Measure.CHANGE:
        about = trend.subject("change", lang, item=TOTAL)
    elif measure == Measure.LEVEL:
        about = trend.subject("level", lang, region=region)
    else:
        about = trend.subject("of", lang, region=region, noun=standing.noun(measure, basis, lang))
    return trend.since_sentence(series, about, lang, unit=frame["unit"].iloc[0], statuses=marks)


def against(obs: pd.DataFrame, state: State, base: int) -> Panel | None:
    """Lines: GRDP of the region and of the one it is compared with, by the measure, or by growth."""
    if state.compare == NOBODY:
        return None
    measure = KIND.get(state.measure, state.measure)
    return region_lines(obs, state, measure if measure in COMPARED else Measure.YOY, "growth.regions", base)


def region_lines(obs: pd.DataFrame, state: State, measure: Measure, key: str, base: int = 2010) -> Panel | None:
    """The panel of one measure of GRDP in two regions up to the period asked for; None where neither has two values."""
    frame = result(obs, measure, (TOTAL,), state.basis, base=base)
    frame = _since(frame[frame["period"] <= state.period], measure, base)
    own, other = (frame[frame["region"] == code] for code in (state.region, state.compare))
    if len(own) < 2:
        return None
    grey = (say("key.grey_region", state.lang, region=lookup.region(state.compare, state.lang)),) if len(other) else ()
    return Panel(
        key=key,
        chart="lines_regions",
        title=_against(own, other, state, measure),
        subtitle=subtitle(frame, "" if grey else state.region, state.lang, *based(measure, base, state.lang), *grey),
        result=frame,
        rows=inputs(obs, frame, lead=int(measure != Measure.INDEX), base=base),
        notes=notes(frame, state.lang),
        hatch="lines",
        options={"chosen": state.region},
    )


def _against(own: pd.DataFrame, other: pd.DataFrame, state: State, measure: Measure) -> str:
    """What the two lines show; of the region's own line where the other has nothing in the period asked for."""
    series, theirs = values(own, "period"), values(other, "period")
    pair, both = (state.region, state.compare), state.period in series.keys() & theirs.keys()
    if measure in RATES:
        leading = comparison.lead(series, theirs if both else {}, pair, state.lang, statuses=statuses(own))
        if leading:
            return at_basis(leading, measure, state.basis, state.lang)
    elif both:
        basis, unit = basis_of(measure, state.basis), str(own["unit"].iloc[0])
        noun, status = standing.noun(measure, basis, state.lang), period_status(own, state.period)
        figures = (series[state.period], theirs[state.period])
        return comparison.values_side_by_side(*figures, pair, state.period, noun, unit, state.lang, status)
    return total_title(own, state.region, state.lang)


def _since(frame: pd.DataFrame, measure: Measure, base: int) -> pd.DataFrame:
    """The rows with a value; of an index, from its base year on."""
    there = frame["value"].notna()
    if measure == Measure.INDEX:
        there &= frame["period"] >= str(base)
    return frame[there].reset_index(drop=True)
