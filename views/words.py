"""The small words of a panel: its subtitle and its notes."""

from collections.abc import Sequence

import pandas as pd

from model.dimensions import Measure, PriceBasis, weakest
from model.items import INDUSTRIES, RESIDUAL, TOTAL
from model.period import shift
from text import lookup
from text.lookup import say
from text.phrase import capital, joined, when
from views.frame import SHOWN

NOMINAL = {
    Measure.YOY,
    Measure.QTQ,
    Measure.CTC,
    Measure.CAGR,
    Measure.CONTRIBUTION_YOY,
    Measure.CONTRIBUTION_QTQ,
    Measure.CONTRIBUTION_CTC,
}
SEASONAL = {Measure.QTQ, Measure.CONTRIBUTION_QTQ}
ADDITIVE = {Measure.CONTRIBUTION_YOY, Measure.CONTRIBUTION_QTQ, Measure.CONTRIBUTION_CTC, Measure.SHARE, Measure.LEVEL}
LAST_DIGIT = 0.01


def subtitle(frame: pd.DataFrame, region: str, lang: str, *extra: str, name: str = "") -> str:
    """Measure, unit, price basis, region and periods of a frame, and what `extra` says of colours and signs.

    `name` stands for the measure where the frame's own name of it would mislead.
    """
    measure, basis = Measure(frame["measure"].iloc[0]), PriceBasis(frame["price_basis"].iloc[0])
    parts = [name or measure_name(measure, basis, lang), lookup.unit(frame["unit"].iloc[0], lang)]
    if basis != PriceBasis.IMPLICIT:
        parts.append(lookup.basis(basis, lang))
    parts += [lookup.region(region, lang) if region else "", span_words(frame, lang)]
    nominal = (say("key.nominal", lang),) if measure in NOMINAL and basis == PriceBasis.CURRENT else ()
    return ". ".join((", ".join(part for part in parts if part), *nominal, *extra))


def measure_name(measure: Measure | str, basis: PriceBasis | str, lang: str) -> str:
    """The name of a measure; at current prices growth is nominal, and an index shows value, not volume."""
    if basis == PriceBasis.CURRENT and (measure == Measure.INDEX or measure in NOMINAL):
        return say(f"nominal.{Measure(measure).value}", lang)
    return lookup.measure(measure, lang)


def at_basis(claim: str, measure: Measure | str, basis: PriceBasis | str, lang: str) -> str:
    """A claim by a measure that says so where it is of nominal growth, price changes included."""
    nominal = measure in NOMINAL and basis == PriceBasis.CURRENT
    return say("panel.at_current", lang, claim=claim) if claim and nominal else claim


def whole(frame: pd.DataFrame, items: Sequence[str] = INDUSTRIES) -> bool:
    """Whether each of `items` has a value in a frame of one period: only then can one of them be said to lead."""
    return set(items) <= set(frame.loc[frame["value"].notna(), "item"])


def span_words(frame: pd.DataFrame, lang: str) -> str:
    """The periods with a value in a frame: one, or the first and the last, with the mark of the last."""
    present = frame[frame["value"].notna()]
    if present.empty:
        return ""
    periods = sorted(present["period"].unique())
    first, last = (lookup.period(text, lang, period_status(present, text)) for text in (periods[0], periods[-1]))
    return first if len(periods) == 1 else f"{first}–{last}"


def period_status(frame: pd.DataFrame, period: str) -> str | None:
    """The weakest status of a frame's figures in a period, or in a span that ends there; None where there are none."""
    present = frame.loc[frame["period"].str.endswith(period) & frame["value"].notna(), "status"]
    return weakest(set(present)) if len(present) else None


def sums_note(frame: pd.DataFrame, lang: str, parts: Sequence[str] = INDUSTRIES) -> tuple[str, ...]:
    """The footnote on rounding, where printed parts do not add to a printed total within one period of the frame."""
    if frame["measure"].iloc[0] not in ADDITIVE:
        return ()
    table = frame[frame["value"].notna()].pivot_table(index="period", columns="item", values=SHOWN, aggfunc="first")
    if TOTAL not in table or not set(parts) <= set(table):
        return ()
    gap = (table[TOTAL] - table[list(parts)].sum(axis=1, min_count=len(parts))).abs()
    return (say("note.rounding", lang),) if (gap > LAST_DIGIT / 2).any() else ()


def small_base_note(frame: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """The footnote on a small base, where a figure of the frame has one."""
    return (say("note.small_base", lang),) if (frame["reason"] == "small_base").any() else ()


def residual_note(frame: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """The footnote on the residual, where it is large enough to be printed."""
    residual = frame.loc[frame["item"] == RESIDUAL, SHOWN]
    return (say("note.residual", lang),) if (residual.abs() > 0).any() else ()


def notes(frame: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """The footnotes that a frame calls for."""
    return (
        *small_base_note(frame, lang),
        *residual_note(frame, lang),
        *sums_note(frame, lang),
        *seasonal_note(frame, lang),
        *rebased_note(frame, lang),
        *gap_note(frame, lang),
    )


def seasonal_note(frame: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """The footnote that growth on the quarter before carries the seasons."""
    return (say("note.not_seasonal", lang),) if frame["measure"].iloc[0] in SEASONAL else ()


def rebased_note(frame: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """The footnote that the base year of an index moved, where it did."""
    moved = sorted(code for code in set(frame["reason"]) if code.startswith("rebased_"))
    return tuple(f"{capital(lookup.reason(code, lang))}." for code in moved)


def gap_note(frame: pd.DataFrame, lang: str) -> tuple[str, ...]:
    """The footnote on the periods between the first and the last of a region that have no figure at all."""
    present = frame[frame["value"].notna() & ~frame["period"].str.contains("/")]
    gaps = {region: _between(set(rows["period"])) for region, rows in present.groupby("region", sort=False)}
    return tuple(
        say("note.gap", lang, region=lookup.region_in_sentence(str(region), lang), when=spans(missing, lang))
        for region, missing in gaps.items()
        if missing
    )


def _between(periods: set[str]) -> list[str]:
    """The periods that are absent between the first and the last of a set."""
    text, last, missing = min(periods), max(periods), []
    while text < last:
        if text not in periods:
            missing.append(text)
        text = shift(text, 1)
    return missing


def spans(periods: Sequence[str], lang: str) -> str:
    """Periods of one frequency in words, those that follow each other as a span.

    >>> spans(["2020", "2021", "2023"], "id")
    'tahun 2020–2021 dan tahun 2023'
    """
    runs: list[list[str]] = []
    for text in periods:
        if runs and shift(runs[-1][-1], 1) == text:
            runs[-1].append(text)
        else:
            runs.append([text])
    return joined([when(run[0] if len(run) == 1 else f"{run[0]}/{run[-1]}", lang) for run in runs], lang)


def composition(lang: str) -> str:
    """What trade and services are made of."""
    return f"{say('key.trade_range', lang)}. {say('key.services_range', lang)}."


def based(measure: Measure | str, base: int, lang: str) -> tuple[str, ...]:
    """The base year of an index, "2021 = 100", which is 2010 for prices; nothing for another measure."""
    years = {Measure.INDEX: base, Measure.DEFLATOR: 2010}
    return (say("key.base_year", lang, year=years[Measure(measure)]),) if measure in years else ()
